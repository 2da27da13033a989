"""Whether a sentence holds a definition."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, name_of, prf, rows
from models.recipes.definitions import sentences
from summarizer.extraction.definitions import find_definitions
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.types import Block, Document, LanguageGuess, Sentence, Source, Span


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return precision, recall and F1 of "has a definition"."""
    language = get_language("fr" if path.name.startswith("fr") else "en")
    texts = ((row.get("text") or " ".join(row["tokens"]), _is_definition(row)) for row in list(rows(path))[:limit])
    return _agreement(texts, language)


def score_own(path: Path, *, limit: int | None = None) -> Metrics:
    """Return the same over the held-out lines of a ``definitions_*.tsv`` file of the project's own sentences."""
    code = name_of(path)[-2:]
    held_out = [(sentence.text, label) for sentence, label, _, held_out in sentences(code) if held_out]
    return _agreement(held_out[:limit], get_language(code))


def _agreement(texts: Iterable[tuple[str, bool]], language: Language) -> Metrics:
    pairs = []
    for number, (text, is_definition) in enumerate(texts):
        sentence = Sentence(0, Span(0, len(text)), 0, "paragraph", "body", text)
        document = Document(Source("row", "text/plain"), LanguageGuess(language.code, 1.0), "", text, (Block("paragraph", text),))
        found = bool(find_definitions(document, [sentence], language=language))
        pairs.append(({number} if found else set(), {number} if is_definition else set()))
    return prf(pairs)


def _is_definition(row: dict[str, Any]) -> bool:
    return bool(row.get("has_definition", row.get("label")))
