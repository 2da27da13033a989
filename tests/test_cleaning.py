"""Cleaning: what each fix takes away and what it must leave, by the cases of ``cases/cleaning.json``."""

from __future__ import annotations

import time
import unicodedata
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import reading
from summarizer.cleaning import FIXES
from summarizer.errors import EmptyArticleError
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.types import Document, Source
from tests.conftest import SAMPLES, cases, document_of

# A case's lines stand between the second and the third paragraph of these, unless it is a whole article itself.
HOSTS = {
    "fr": (
        "Le canal de Brévigny rouvre au printemps",
        "La mairie de Brévigny a annoncé mardi la réouverture du canal, fermé depuis six ans après l'effondrement d'une berge "
        "qui avait emporté trois péniches.",
        "Les premiers bateaux passeront l'écluse neuve en avril, si le niveau de la rivière le permet.",
    ),
    "en": (
        "Harwell library to reopen in spring",
        "The council said on Tuesday that Harwell library, shut for six years after a storm tore off its roof, would reopen to "
        "readers in April.",
        "Volunteers will move the first of its forty thousand books back on to the shelves next month.",
    ),
}
_PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from([line for case in cases("cleaning") for line in case.values[0]["lines"]]),
    st.sampled_from(
        ["", ".", ",", "- item", "Résumé", "Glossary", "Newsletter", "Q1 : Qui ?", "🚀 #eau", "PARIS (AFP) - Le", "et la"]
    ),
)


def cleaned(case: dict[str, Any], lines: list[str]) -> tuple[Document, list[str]]:
    """Return the document that the case's lines become in their article, and *lines* in the same article."""
    before, after = ([], []) if case.get("whole") else (list(HOSTS[case["lang"]][:2]), [HOSTS[case["lang"]][2]])
    return document_of("\n\n".join([*before, *case["lines"], *after]), case["lang"]), [*before, *lines, *after]


@pytest.mark.parametrize("case", cases("cleaning"))
def test_a_fix_changes_what_it_should_and_nothing_else(case: dict[str, Any]) -> None:
    document, expected = cleaned(case, case.get("becomes", case["lines"]))
    assert [block.text for block in document.blocks] == expected
    assert (case["code"] in [fix.code for fix in document.fixes]) is case["fires"]
    for field in ("part", "kind"):
        if f"{field}s" in case:
            assert [getattr(block, field) for block in document.blocks] == case[f"{field}s"]


def test_every_fix_has_a_case_where_it_acts_and_one_where_it_must_not() -> None:
    rows = [case.values[0] for case in cases("cleaning")]
    codes = ["foreign-language", *(code for code, _ in FIXES)]
    missing = set(product(codes, ("fr", "en"), (True, False))) - {(row["code"], row["lang"], row["fires"]) for row in rows}
    assert not missing


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_furniture_is_left_in_a_sample(path: Any) -> None:
    document = Digester().prepare(reading.read(path))
    furniture = [
        "Aller au contenu",
        "Skip to main",
        "Temps de lecture",
        "opens new tab",
        "Abonnez-vous",
        "Subscribe",
        "#",
        "File Photo",
    ]
    assert document.title
    assert not [word for word in furniture if word in document.text]
    assert not any(unicodedata.category(char) == "So" for char in document.text)


def test_a_page_of_furniture_is_an_empty_article() -> None:
    with pytest.raises(EmptyArticleError, match=r"^test: holds nothing but page furniture"):
        document_of("Aller au contenu principal\n\nTemps de lecture : 3 min\n\nAbonnez-vous !", "fr")


def test_a_line_alone_is_the_article_and_no_title() -> None:
    document = document_of("Le canal de Brévigny rouvre", "fr")
    assert [(block.kind, block.text) for block in document.blocks] == [("paragraph", "Le canal de Brévigny rouvre")]
    assert document.title == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le maire a parlé du canal. " * 3_700, id="sentences"),
        pytest.param("mot " * 25_000, id="no sentence end"),
        pytest.param("a" * 100_000, id="one word"),
        pytest.param("Le maire " + "(" * 50_000 + "»" * 50_000, id="brackets"),
        pytest.param("Le maire a vu " + "#eau " * 5_000 + "hier.", id="hashtags"),
    ],
)
def test_one_endless_line_is_cleaned_in_a_second(text: str) -> None:
    start = time.process_time()
    assert len(document_of(text, "fr").blocks) == 1
    assert time.process_time() - start < 1


def test_a_list_of_two_thousand_names_is_cleaned() -> None:
    assert len(document_of("Odile Marchal\nNoël Gautier\n" * 1_000, "fr").blocks) > 0


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(_PIECES, max_size=10).map("\n\n".join), st.sampled_from(["fr", "en"]))
def test_cleaning_is_deterministic_deletes_only_and_keeps_its_spans(text: str, lang: str) -> None:
    article = None
    try:
        article = reading.from_text(text, Source("any", "text/plain"))
        document = Digester(Options(language=lang)).prepare(article)
    except EmptyArticleError:
        assert article is None or not any(len(block.text) > 400 for block in article.blocks)
        return
    assert Digester(Options(language=lang)).prepare(article) == document
    assert all(block.span.of(document.text) == block.text != "" for block in document.blocks)
    letters = iter(char for block in article.blocks for char in unicodedata.normalize("NFC", block.text) if char.isalpha())
    assert all(char in letters for char in document.text if char.isalpha())
