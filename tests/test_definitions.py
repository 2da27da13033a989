"""Definitions that an article gives, by every construction, and sentences that only look like one."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import analysis
from summarizer.extraction.definitions import find_definitions, matches
from summarizer.languages import KNOWN, get_language
from summarizer.types import Definition, Document
from tests.conftest import cases, doc_of, document_of


def definitions_of(document: Document) -> tuple[Definition, ...]:
    return find_definitions(
        document, analysis.sentences(document, doc_of(document)), language=get_language(document.language.code)
    )


@pytest.mark.parametrize("case", cases("definitions"))
def test_terms_definitions_and_their_places(case: dict[str, Any]) -> None:
    document = document_of(case["text"], case["lang"])
    found = definitions_of(document)
    sure = [[each.pattern, each.term, each.text] for each in found if each.is_sure]
    assert sure == case["definitions"]
    if "unsure" in case:
        assert [[each.pattern, each.term, each.text] for each in found if not each.is_sure] == case["unsure"]
    for definition in found:
        assert definition.term_span.of(document.text) == definition.term
        assert definition.text_span.of(document.text) == definition.text


@pytest.mark.parametrize(
    ("lang", "text", "term"),
    [
        ("fr", "On appelle miellée la période pendant laquelle les fleurs donnent du nectar.", "miellée"),
        ("fr", "On appelle droit de la mer le traité qui fixe les eaux de chacun.", "droit de la mer"),
        ("en", "Scientists call honeyflow the period in which flowers give nectar.", "honeyflow"),
    ],
)
def test_the_name_that_is_given_ends_at_an_article(lang: str, text: str, term: str) -> None:
    document = document_of(f"Un titre\n\n{text}", lang)
    (sentence,) = [each for each in analysis.sentences(document, doc_of(document)) if each.kind == "paragraph"]
    assert term in [each.term for each in matches(sentence, get_language(lang)) if each.pattern == "we_call"]


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_every_construction_has_a_case_that_holds(code: str) -> None:
    rows = [row for row in (each.values[0] for each in cases("definitions")) if row["lang"] == code and "fails" not in row]
    found = {pattern for row in rows for pattern, _, _ in (*row["definitions"], *row.get("unsure", ()))}
    assert found == {"glossary", *get_language(code).definition_patterns}


def test_the_articles_own_glossary_comes_first_and_is_sure() -> None:
    text = (
        "Des mots\n\nLe marnage est la différence entre haute et basse mer. Les pilotes du port la lisent chaque matin.\n\n"
        "## Glossaire\n\n- Estran : bande de terre que la mer couvre et découvre."
    )
    found = definitions_of(document_of(text, "fr"))
    assert [(each.term, each.pattern) for each in found] == [("Estran", "glossary"), ("marnage", "copula")]
    assert found[0].confidence == 1.0 > found[1].confidence


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le marnage est la différence des hauteurs de mer\n\nLes pilotes du port la lisent chaque matin avant de sortir."),
        ("en", "A tide range is the gap between two waters\n\nThe pilots of the port read it every morning before they sail."),
    ],
)
def test_a_title_defines_nothing(lang: str, text: str) -> None:
    document = document_of(text, lang)
    assert document.title
    assert definitions_of(document) == ()


def test_a_definition_is_no_longer_than_a_reader_can_take_in() -> None:
    short, long = (document_of(f"Le marnage est une mesure {' '.join(['mer'] * number)}.", "fr") for number in (20, 40))
    assert [definition.term for definition in definitions_of(short)] == ["marnage"]
    assert [not definition.is_sure for definition in definitions_of(long)] == [True]
