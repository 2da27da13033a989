"""What an article supports, by cases of both kinds, and that the measured sets hold what they say."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality import support as measured
from summarizer import Digester, Options, reading
from summarizer.languages.claims import countries
from summarizer.languages.stances import lookalikes, stance_words
from summarizer.support import Grounds, grounds_of, judge, spans_of
from summarizer.support.dates import moments
from summarizer.support.figures import figures, numeral_values
from summarizer.support.stance import stances
from summarizer.types import Source
from tests.conftest import cases

KINDS = {"date", "negation", "number", "org"}


@cache
def grounds(text: str, lang: str) -> Grounds:
    digest = Digester(Options(language=lang)).digest(reading.from_text(text, Source("case", "text/plain")))
    return grounds_of(digest.document, spans_of(digest.document, digest.ranking), entities=digest.entities)


@pytest.mark.parametrize("case", cases("support"))
def test_objections(case: dict[str, Any]) -> None:
    verdict = judge(case["line"], grounds(case["article"], case["lang"]))
    assert sorted({objection.code for objection in verdict.objections}) == sorted(case["objections"])
    assert verdict.is_supported == (not case["objections"])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_article_supports_its_own_sentences(lang: str) -> None:
    row = json.loads((measured.FOLDER / f"support_{lang}.jsonl").read_text(encoding="utf-8").splitlines()[0])
    own = grounds(row["article"], lang)
    for passage in own.passages:
        verdict = judge(passage.text, own)
        assert verdict.is_supported, verdict
        assert passage.span in verdict.evidence
        assert verdict == judge(passage.text, own)


@given(st.integers(0, 10**9))
def test_a_number_is_read_however_it_is_grouped(number: int) -> None:
    for code, sign in (("fr", " "), ("fr", "\u202f"), ("fr", "."), ("en", ","), ("fr", "")):
        (figure,) = figures(f"x {number:,} x".replace(",", sign), code)
        assert float(number) in figure.values
    assert float(number) in numeral_values(str(number))


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    for code in ("fr", "en"):
        assert all(figure.span.of(text) for figure in figures(text, code))
        assert all(moment.span.of(text) for moment in moments(text, code))
        judge(text, grounds("Le pont de Sernac a rouvert lundi." if code == "fr" else "The bridge reopened on Monday.", code))


def test_numbers_in_words() -> None:
    for text, code, value in (
        ("quatre-vingt-dix-sept", "fr", 97),
        ("soixante et onze", "fr", 71),
        ("deux cent mille", "fr", 200_000),
        ("un demi-million", "fr", 500_000),
        ("two hundred and ten", "en", 210),
        ("a quarter of a million", "en", 250_000),
        ("4.2bn", "en", 4.2e9),
    ):
        assert [figure.values for figure in figures(text, code)] == [frozenset((float(value),))], text
    assert figures("un homme et une femme", "fr") == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_measured_set_is_whole(lang: str) -> None:
    rows = [json.loads(line) for line in (measured.FOLDER / f"support_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(len(row["true"]) for row in rows) == 650
    assert len({row["article"] for row in rows}) == 130
    assert Counter(row["split"] for row in rows) == {"dev": 45, "fresh": 5, "held": 20, "crowded": 60}
    for row in rows:
        kinds = {plant["kind"] for plant in row["planted"]}
        assert kinds in (KINDS | {"name"}, KINDS | {"person"})
        assert all(plant["text"] not in row["true"] for plant in row["planted"])


def test_countries_have_names_in_both_languages() -> None:
    assert len({country.names[0] for country in countries()}) == len(countries()) > 80
    assert all(len(country.names) > 1 and len(country.adjectives) > 1 for country in countries())


def test_both_languages_take_sides_on_the_same_matters() -> None:
    assert stance_words("fr").keys() == stance_words("en").keys()
    assert len(stance_words("fr")) > 100
    for code in ("fr", "en"):
        for so, not_so in stance_words(code).values():
            assert re.compile(so)
            assert re.compile(not_so)
        assert re.compile(lookalikes(code))


@pytest.mark.parametrize(
    ("text", "lang", "matter", "holds"),
    [
        ("The minister ruled out making it compulsory.", "en", "oblige", False),
        ("The firm denies that it broke the law and will keep the plant.", "en", "keep", True),
        ("The council has not yet approved the plan.", "en", "accept", False),
        ("Le conseil refuse de fermer la piscine.", "fr", "open", True),
        ("La mairie n'a pas maintenu la subvention.", "fr", "keep", False),
    ],
)
def test_a_negation_changes_sides(text: str, lang: str, matter: str, holds: bool) -> None:
    assert (matter, holds) in {(stance.matter, stance.holds) for stance in stances(text, lang)}
