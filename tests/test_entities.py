"""Named entities by the built-in rules: which names an article has, what they name, where; and what is no name."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from summarizer.pipeline import Digester
from summarizer.types import Document, Entity
from tests.conftest import cases, document_of

DIGESTER = Digester()


def entities_of(document: Document) -> tuple[Entity, ...]:
    return DIGESTER.extract(document, *DIGESTER.analyse(document)).entities


@pytest.mark.parametrize("case", cases("entities"))
def test_names_labels_and_mentions(case: dict[str, Any]) -> None:
    document = document_of(case["text"], case["lang"])
    found = entities_of(document)
    assert {entity.name: entity.label for entity in found} == case["entities"]
    mentions = {entity.name: [span.of(document.text) for span in entity.mentions] for entity in found}
    assert {name: mentions[name] for name in case.get("mentions", ())} == case.get("mentions", {})


def test_entities_stand_in_the_order_of_their_first_mention() -> None:
    document = document_of("À Toulouse, Lina Castaing dirige la société Verdania. Castaing aime Toulouse.", "fr")
    found = entities_of(document)
    assert [entity.name for entity in found] == ["Toulouse", "Lina Castaing", "Verdania"]
    assert [len(entity.mentions) for entity in found] == [2, 2, 1]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Lina Castaing quitte la Banque de France. Castaing rejoint la Banque centrale européenne à Rome."),
        ("en", "John Smith left the Bank of England. Smith joined Spain and the bank of his wife."),
        ("fr", "Lina Castaing quitte la Banque de France. Elle reste en France."),
        ("fr", "Sylvie Garance et son frère Luc Garance ont signé. Garance a souri."),
        ("en", "The Wall Street Journal met John Smith of the Bank of England."),
    ],
)
def test_no_place_is_a_mention_of_two_entities(lang: str, text: str) -> None:
    spans = sorted(span for entity in entities_of(document_of(text, lang)) for span in entity.mentions)
    assert len(spans) > 2
    assert not [(one, two) for one, two in pairwise(spans) if one.overlaps(two)]


def test_the_articles_own_glossary_holds_no_mention() -> None:
    text = (
        "Le port de Toulouse\n\nLa société Verdania rachète le quai. Tout le monde en parle depuis lundi soir au café.\n\n"
        "## Glossaire\n\n- Verdania : coopérative laitière dont le siège est à Toulouse, fondée par Lina Castaing."
    )
    document = document_of(text, "fr")
    mentions = {entity.name: entity.mentions for entity in entities_of(document)}
    glossary = next(block.start for block in document.blocks if block.part == "glossary")
    assert "Verdania" in mentions
    assert "Lina Castaing" not in mentions
    assert all(span.end <= glossary for spans in mentions.values() for span in spans)
