"""Whether a sentence holds a definition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, prf, rows
from summarizer.extraction.definitions import find_definitions
from summarizer.languages import get_language
from summarizer.types import Block, Document, LanguageGuess, Sentence, Source, Span


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return precision, recall and F1 of "has a definition"."""
    language = get_language("fr" if path.name.startswith("fr") else "en")
    pairs = []
    for number, row in enumerate(list(rows(path))[:limit]):
        text = row.get("text") or " ".join(row["tokens"])
        sentence = Sentence(0, Span(0, len(text)), 0, "paragraph", "body", text)
        document = Document(Source("row", "text/plain"), LanguageGuess(language.code, 1.0), "", text, (Block("paragraph", text),))
        found = bool(find_definitions(document, [sentence], language=language))
        pairs.append(({number} if found else set(), {number} if _is_definition(row) else set()))
    return prf(pairs)


def _is_definition(row: dict[str, Any]) -> bool:
    return bool(row.get("has_definition", row.get("label")))
