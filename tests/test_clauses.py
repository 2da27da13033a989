"""Clauses and connectives go only where the sentence stays whole and says the same; the cases are in cases/clauses.json.

They are what a careful editor would cut or keep; the dependency trees are those of the built-in pipeline.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Any

import pytest

from summarizer import analysis
from summarizer.compression import compress
from summarizer.compression.reading import read
from summarizer.compression.refusals import is_refused
from summarizer.languages import get_language
from summarizer.results import Deletion
from summarizer.types import Span
from summarizer.words import is_balanced
from tests.conftest import cases, doc_of, document_of

# Stands before the sentence under test, so that positions in the sentence and in the document differ.
BEFORE = {"fr": "Le conseil siège mardi au port.", "en": "The council meets at the port on Tuesday."}
WORD = re.compile(r"[^\W_]+")
# The form holds for the known failures as well.
EVERY_CASE = [pytest.param(*case.values, id=case.id) for case in cases("clauses")]


@cache
def compressed(text: str, lang: str, limit: int) -> str:
    """Return the line of the sentence *text*, with the tree of the built-in pipeline."""
    document = document_of(f"{BEFORE[lang]}\n\n{text}", lang)
    doc = doc_of(document)
    _, sentence = analysis.sentences(document, doc)
    assert sentence.text == text
    parse = partial(analysis.tree, doc, language=lang)
    return compress(sentence, language=get_language(lang), limit=limit, parse=parse).text


@pytest.mark.parametrize("case", cases("clauses"))
def test_a_sentence_loses_what_an_editor_would_cut_and_nothing_else(case: dict[str, Any]) -> None:
    line = compressed(case["text"], case["lang"], case["limit"])
    assert line == case.get("line", line)
    assert [piece for piece in case.get("keeps", []) if piece.lower() not in line.lower()] == []
    assert [piece for piece in case.get("cuts", []) if piece.lower() in line.lower()] == []


@pytest.mark.parametrize("case", EVERY_CASE)
def test_a_line_is_a_closed_sentence_of_the_same_words_in_order(case: dict[str, Any]) -> None:
    line = compressed(case["text"], case["lang"], case["limit"])
    assert is_balanced(line)
    assert line[0].isupper()
    assert line.endswith(".")
    words = iter(WORD.findall(case["text"].lower()))
    assert all(word in words for word in WORD.findall(line.lower()))


@pytest.mark.parametrize(
    ("behind", "refused"),
    [
        ("la dernière halte avant la frontière, trois meunières attendent le car de Brissac.", True),
        ("la meunière attend le car de Brissac, la dernière du bourg.", False),
    ],
)
def test_the_place_that_an_apposition_is_said_of_stays(behind: str, refused: bool) -> None:
    piece = "sur le quai de la gare de Lorne, "
    text = f"À l'aube, {piece}{behind}"
    document = document_of(text, "fr")
    doc = doc_of(document)
    (sentence,) = analysis.sentences(document, doc)
    reading = read(text, analysis.tree(doc, sentence, language="fr"), quoted=[], language=get_language("fr"))
    cut = Deletion("circumstance", Span(text.index(piece), text.index(piece) + len(piece)))
    assert is_refused(cut, text=text, reading=reading, language=get_language("fr")) is refused
