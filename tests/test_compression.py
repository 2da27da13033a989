"""Compression shortens by deletion alone and leaves what a claim rests on; the cases are in cases/compression.json."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from summarizer import analysis, digest
from summarizer.compression import Parser, compress, compress_all
from summarizer.compression.joined import best_part
from summarizer.compression.marks import with_lone_comma
from summarizer.compression.pieces import stretches
from summarizer.compression.reading import read
from summarizer.languages import get_language
from summarizer.results import Deletion, Line
from summarizer.types import Document, Sentence, Span
from tests.conftest import SAMPLES, cases, doc_of, document_of, sentences_of

# Stands before the sentence under test, so that positions in the sentence and in the document differ.
BEFORE = {"fr": "Le conseil siège mardi au port.", "en": "The council meets at the port on Tuesday."}
WORD = re.compile(r"[^\W_]+")
PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
# What turns, weakens or bounds a claim, in a list of the test's own.
GUARDED = {
    "fr": re.compile(r"\b(?:ne|n['’]|pas|jamais|aucune?|sans|si|sauf|peut|peuvent|doit|doivent|\w+rait|\w+raient|que)\b", re.I),
    "en": re.compile(r"\b(?:not|no|never|unless|if|may|might|could|would|should|must|allegedly|likely|than)\b|n['’]t\b", re.I),
}


def parser_of(document: Document) -> Parser:
    """Return what gives the dependency tree of a sentence of *document*."""
    return partial(analysis.tree, doc_of(document), language=document.language.code)


def without_deletions(line: Line, text: str) -> str:
    """Return the evidence in *text* less the deletions, found by their positions alone."""
    (evidence,) = line.evidence
    cut = {place for deletion in line.deletions for place in range(deletion.span.start, deletion.span.end)}
    return "".join(" " if place in cut else text[place] for place in range(evidence.start, evidence.end))


def check_form(line: Line, sentence: Sentence, text: str) -> None:
    """Check what holds for every line: whole, closed, and the evidence less the deletions but for case and punctuation."""
    kept = without_deletions(line, text)
    assert [word.lower() for word in WORD.findall(kept)] == [word.lower() for word in WORD.findall(line.text)]
    first = re.search(r"\w+", line.text)
    assert first is not None
    assert not first.group().islower()
    assert re.search(r"\w.*[.!?…][»\"”’')\] ]*$", line.text)
    assert not re.search(r"  | [,.]|,[,.]|\(\s*\)", line.text)
    if all(sentence.text.count(left) == sentence.text.count(right) for left, right in PAIRS):
        assert all(line.text.count(left) == line.text.count(right) for left, right in PAIRS)
    for quotation in re.findall(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"", sentence.text):
        assert quotation in line.text or not set(WORD.findall(quotation)) & set(WORD.findall(line.text)) - set(
            WORD.findall(sentence.text.replace(quotation, ""))
        )


@pytest.mark.parametrize("case", cases("compression"))
def test_a_sentence_keeps_what_it_claims(case: dict[str, Any]) -> None:
    text = f"{BEFORE[case['lang']]}\n\n{case['text']}"
    document = document_of(text, case["lang"])
    _, *sentences = sentences_of(text, case["lang"])
    assert [sentence.text for sentence in sentences] == [case["text"]]
    line = compress(sentences[0], language=get_language(case["lang"]), limit=case["limit"], parse=parser_of(document))
    assert line.text == case.get("line", line.text)
    assert [piece for piece in case.get("keeps", []) if piece.lower() not in line.text.lower()] == []
    assert [deletion.rule for deletion in line.deletions] == case.get("rules", [cut.rule for cut in line.deletions])
    check_form(line, sentences[0], document.text)


@pytest.mark.parametrize("limit", [8, 20])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_of_a_sample_is_its_sentence_less_the_deletions(path: Path, limit: int) -> None:
    result = digest(path)
    language = get_language(result.document.language.code)
    lines = compress_all(result.ranking, language=language, limit=limit, parse=parser_of(result.document))
    assert any(line.deletions for line in lines.values())
    for item in result.ranking:
        check_form(lines[item.sentence.index], item.sentence, result.document.text)


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem) for path in SAMPLES],
)
def test_no_line_of_a_sample_loses_a_negation_condition_modal_or_comparison(path: Path) -> None:
    result = digest(path)
    language, parse = get_language(result.document.language.code), parser_of(result.document)
    for item in result.ranking:
        guarded = GUARDED[language.code].findall(item.sentence.text)
        line = compress(item.sentence, language=language, limit=15, parse=parse)
        assert [word.lower() for word in GUARDED[language.code].findall(line.text)] == [word.lower() for word in guarded]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Une grue est tombée dans le bassin lundi, dit le port de Sarnac.- Enquêtes -Les assureurs ont envoyé onze experts.",
            "Une grue est tombée dans le bassin lundi, dit le port de Sarnac.",
        ),
        (
            "Le quai en feuUne grue est tombée dans le bassin sans faire de blessé, a indiqué la capitainerie de Larmont.",
            "Une grue est tombée dans le bassin sans faire de blessé, a indiqué la capitainerie de Larmont.",
        ),
        (
            "Les élus du port ont parlé sur BFRTVLa démission la plus bruyante fut celle du maire de Sarnac, en mars.",
            "La démission la plus bruyante fut celle du maire de Sarnac, en mars.",
        ),
        ("La société LarmontTech a vendu ses trois grues à un port danois pour onze millions d'euros.", None),
        ("Le site larmont.fr a publié la liste des trois grues vendues à un port danois en mars.", None),
    ],
)
def test_of_two_sentences_run_together_one_is_kept(text: str, kept: str | None) -> None:
    part = best_part(text, worth=lambda piece: float(len(piece)), language=get_language("fr"))
    assert (part and part.of(text)) == kept


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        (
            "Quand les secours sont arrivés, samedi vers 6h30, le hangar de deux étages, situé dans le bourg, était en flammes.",
            ", situé dans le bourg",
        ),
        (
            "La conductrice est morte peu après, tandis que le voisin, qui se trouvait au volant, a été conduit à l'hôpital.",
            ", qui se trouvait au volant",
        ),
    ],
)
def test_the_comma_that_would_part_a_subject_from_its_verb_goes_too(text: str, piece: str) -> None:
    document = document_of(f"Le conseil siège mardi au port.\n\n{text}", "fr")
    sentence = sentences_of(document.text, "fr")[-1]
    reading = read(text, parser_of(document)(sentence), quoted=(), language=get_language("fr"))
    start = text.index(piece)
    cut = with_lone_comma(Deletion("relative clause", Span(start, start + len(piece))), reading)
    assert cut.span == Span(start, start + len(piece) + 1)


def test_a_conjunction_goes_with_the_last_that_it_joins() -> None:
    text = "Une grue est tombée lundi à Kermor tout près de la halle aux thons et au milieu du quai des marins de la côte."
    document = document_of(text, "fr")
    sentence = sentences_of(text, "fr")[0]
    reading = read(text, parser_of(document)(sentence), quoted=[], language=get_language("fr"))
    assert reading is not None
    start = text.index("au milieu")
    cuts = [cut.span.of(text) for cut in stretches(reading, [Span(start, len(text) - 1)])]
    assert cuts == [" et au milieu du quai des marins de la côte"]
