"""Acronyms and long forms as exact character spans (SDU@AAAI-22 task 1, macro F1 as its scorer has it)."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import fmean

from benchmarks.quality.corpus import Metrics, percent, rows
from summarizer.extraction.acronyms import acronym_spans
from summarizer.languages import get_language
from summarizer.types import Block, Document, LanguageGuess, Source, Span


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return precision and recall for short and long forms, and the F1 of their means.

    ``macro_f_words`` is the F1 when a gold long form that ends inside a word counts to the end of that word: of those of the
    English scientific set 150 lack their last letter, where a bracket follows without a space.
    """
    language = get_language("fr" if "_fr_" in path.name else "en")
    counts = {"short": [0, 0, 0], "long": [0, 0, 0], "whole": [0, 0, 0]}
    for row in list(rows(path))[:limit]:
        found_short, found_long = acronym_spans(_document(row["text"], language.code), language=language)
        longs = {(start, end) for start, end in row["long-forms"]}
        _add(counts["short"], found_short, {(start, end) for start, end in row["acronyms"]})
        _add(counts["long"], found_long, longs)
        _add(counts["whole"], found_long, {(start, _word_end(row["text"], end)) for start, end in longs})
    metrics = {}
    for kind, (right, found, gold) in counts.items():
        metrics[f"{kind}_p"], metrics[f"{kind}_r"] = percent(right / max(1, found)), percent(right / max(1, gold))
    words = _f1(metrics, "short", "whole")
    shown = {name: value for name, value in metrics.items() if not name.startswith("whole")}
    return {**shown, "macro_f": _f1(metrics, "short", "long"), "macro_f_words": words}


def _f1(metrics: Metrics, *kinds: str) -> float:
    """Return the F1 of the mean precision and the mean recall of *kinds*."""
    p, r = (fmean(metrics[f"{kind}_{side}"] for kind in kinds) for side in "pr")
    return round(2 * p * r / (p + r), 2) if p + r else 0.0


def _add(count: list[int], found: set[Span], gold: set[tuple[int, int]]) -> None:
    spans = {(span.start, span.end) for span in found}
    count[0] += len(spans & gold)
    count[1] += len(spans)
    count[2] += len(gold)


def _word_end(text: str, end: int) -> int:
    """Return where the word ends in which *end* stands, *end* itself where it stands behind one."""
    rest = re.match(r"[^\W\d_]+", text[end:]) if text[end - 1 : end].isalpha() else None
    return end + rest.end() if rest else end


def _document(text: str, code: str) -> Document:
    return Document(Source("row", "text/plain"), LanguageGuess(code, 1.0), "", text, (Block("paragraph", text),))
