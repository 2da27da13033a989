"""Short forms and their long forms: what is one, what only looks like one."""

from __future__ import annotations

import time
from typing import Any

import pytest

from summarizer.extraction.acronyms import acronym_spans, find_acronyms
from summarizer.languages import KNOWN, get_language
from summarizer.lexicon import Lexicon, built_in
from summarizer.types import Acronym, Document
from tests.conftest import cases, document_of

LEXICONS = {code: Lexicon(built_in(), lang=code) for code in KNOWN}


def acronyms_of(document: Document) -> tuple[Acronym, ...]:
    code = document.language.code
    return find_acronyms(document, mentions=LEXICONS[code].find(document.text), language=get_language(code))


@pytest.mark.parametrize("case", cases("acronyms"))
def test_short_forms_long_forms_and_their_places(case: dict[str, Any]) -> None:
    document = document_of(case["text"], case["lang"])
    found = acronyms_of(document)
    assert [(acronym.short, acronym.long) for acronym in found] == list(case["acronyms"].items())
    for acronym in found:
        assert acronym.short_span.of(document.text) == acronym.short
        assert (acronym.long_span and acronym.long_span.of(document.text)) == acronym.long


def test_a_name_of_the_lexicon_is_a_long_form_only_beside_its_own_acronym() -> None:
    document = document_of("La plateforme change ses conditions d'utilisation (PDF) et sa charte.", "fr")
    assert [(acronym.short, acronym.long) for acronym in acronyms_of(document)] == [("PDF", None)]


def test_acronym_spans_give_every_use_of_a_short_form() -> None:
    document = document_of("Le Fonds de relance des ports (FRP) est vide. Le FRP attend. Deux FRPs, non.", "fr")
    shorts, longs = acronym_spans(document, language=get_language("fr"))
    assert sorted(span.of(document.text) for span in shorts) == ["FRP", "FRP", "FRPs"]
    assert [span.of(document.text) for span in longs] == ["Fonds de relance des ports"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("La note PNRE/FARM circule.", "fr", ["FARM", "PNRE"]),
        ("M. Paul écrit au no 12.", "fr", ["M.", "no"]),
        ("The NRBA's board meets at 3 p.m. with NRBA-funded teams.", "en", ["NRBA", "NRBA's", "p.m."]),
        ("UN-Harbour met Paul-Henri.", "en", ["UN-Harbour"]),
    ],
)
def test_places_of_joined_possessive_and_clipped_forms(text: str, lang: str, expected: list[str]) -> None:
    shorts, _ = acronym_spans(document_of(text, lang), language=get_language(lang))
    assert sorted(span.of(text) for span in shorts) == expected


def test_a_long_form_is_found_each_time_that_it_stands_beside_its_short_form() -> None:
    document = document_of("Le Fonds de relance des ports (FRP) est vide. Un Fonds de relance des ports (FRP) attend.", "fr")
    assert len(acronym_spans(document, language=get_language("fr"))[1]) == 2


@pytest.mark.parametrize("piece", ["noun (NN), verb phrase (VP) ", "verb (V) ", "T=tide; "])
def test_a_long_list_of_short_forms_takes_seconds(piece: str) -> None:
    document = document_of(piece * (200_000 // len(piece)), "en")
    start = time.perf_counter()
    find_acronyms(document, language=get_language("en"))
    assert time.perf_counter() - start < 10
