"""Acronyms and long forms as exact character spans (SDU@AAAI-22 task 1, macro F1 as its scorer has it)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, percent, rows
from summarizer.extraction.acronyms import acronym_spans
from summarizer.languages import get_language
from summarizer.types import Block, Document, LanguageGuess, Source


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return precision and recall for short and long forms, and the F1 of their means."""
    language = get_language("fr" if "_fr_" in path.name else "en")
    counts = {"short": [0, 0, 0], "long": [0, 0, 0]}
    for row in list(rows(path))[:limit]:
        found_short, found_long = acronym_spans(_document(row["text"], language.code), language=language)
        _add(counts["short"], {(s.start, s.end) for s in found_short}, row, "acronyms")
        _add(counts["long"], {(s.start, s.end) for s in found_long}, row, "long-forms")
    metrics = {}
    for kind, (right, found, gold) in counts.items():
        metrics[f"{kind}_p"], metrics[f"{kind}_r"] = percent(right / max(1, found)), percent(right / max(1, gold))
    p, r = (metrics["short_p"] + metrics["long_p"]) / 2, (metrics["short_r"] + metrics["long_r"]) / 2
    return {**metrics, "macro_f": round(2 * p * r / (p + r), 2) if p + r else 0.0}


def _add(count: list[int], found: set[tuple[int, int]], row: dict[str, Any], key: str) -> None:
    gold = {(start, end) for start, end in row[key]}
    count[0] += len(found & gold)
    count[1] += len(found)
    count[2] += len(gold)


def _document(text: str, code: str) -> Document:
    return Document(Source("row", "text/plain"), LanguageGuess(code, 1.0), "", text, (Block("paragraph", text),))
