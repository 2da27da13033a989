"""Sentences and tokens, by the cases of ``cases/segmentation.json``."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import analysis
from summarizer.errors import AnalysisError, LanguageError
from tests.conftest import cases, doc_of, document_of, sentences_of

_WORDS = [
    "Le",
    "maire",
    "M.",
    "art.",
    "etc.",
    "J.",
    "3.5",
    "«",
    "»",
    "« Oui. »",
    "!",
    "?",
    "…",
    "U.S.",
    "(Non.)",
    "\u00a0",
    "\n",
    "l'eau",
    "A-t-il",
]
_PROSE = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))


def having(key: str) -> list[Any]:
    return [case for case in cases("segmentation") if key in case.values[0]]


@pytest.mark.parametrize("case", [case for case in having("sentences") if "article" not in case.values[0]])
def test_a_paragraph_is_split_into_its_sentences(case: dict[str, Any]) -> None:
    text = " ".join(case["sentences"])
    assert [span.of(text) for span in analysis.split_sentences(text, case["lang"])] == case["sentences"]


@pytest.mark.parametrize("case", having("article"))
def test_an_article_is_split_within_its_blocks(case: dict[str, Any]) -> None:
    sentences = sentences_of("\n\n".join(case["article"]), case["lang"])
    assert [sentence.text for sentence in sentences] == case["sentences"]
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))


@pytest.mark.parametrize("case", having("tokens"))
def test_words_are_split_at_their_clitics_alone(case: dict[str, Any]) -> None:
    doc = analysis.load_pipeline(case["lang"]).make_doc(case["text"])
    assert [token.text for token in doc if not token.is_space] == case["tokens"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Le maire a parlé du canal. " * 3_700, id="sentences"),
        pytest.param("mot " * 25_000, id="no sentence end"),
        pytest.param("Le maire " + ". " * 50_000 + "Oui", id="spaced stops"),
        pytest.param("Le maire." + "»" * 100_000, id="quotation marks"),
        pytest.param("Le maire " + "." * 10_000 + "x", id="dots"),
    ],
)
def test_one_endless_line_is_split_in_seconds(line: str) -> None:
    start = time.perf_counter()
    spans = analysis.split_sentences(line, "fr")
    assert time.perf_counter() - start < 20
    assert sum(len(span.of(line).replace(" ", "")) for span in spans) == len(line.replace(" ", ""))


def test_an_unknown_pipeline_or_language_is_refused() -> None:
    with pytest.raises(AnalysisError, match="no_such_pipeline: spaCy cannot load"):
        analysis.load_pipeline("fr", "no_such_pipeline")
    with pytest.raises(LanguageError, match="it: not a supported language; known: en, fr"):
        analysis.split_sentences("Una frase.", "it")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(_PROSE, st.sampled_from(["fr", "en"]))
def test_sentences_are_ordered_disjoint_and_cover_the_text(text: str, lang: str) -> None:
    spans = analysis.split_sentences(text, lang)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.start < span.end and span.of(text) == span.of(text).strip() for span in spans)
    covered = {position for span in spans for position in range(span.start, span.end)}
    assert not [position for position, char in enumerate(text) if not char.isspace() and position not in covered]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_PROSE, min_size=1, max_size=4).map("\n\n".join), st.sampled_from(["fr", "en"]))
def test_the_sentences_of_the_doc_are_the_sentences(text: str, lang: str) -> None:
    document = document_of(f"Le canal rouvre enfin.\n\n{text}", lang)
    doc = doc_of(document)
    assert doc.text == document.text
    assert [sent.text.strip() for sent in doc.sents] == [sentence.text for sentence in analysis.sentences(document, doc)]
    assert all(sentence.text for sentence in analysis.sentences(document, doc))
