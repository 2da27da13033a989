"""Reading the data sets: one JSON object a line, gzipped, and CoNLL-U."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.scorer import PRFScore

Metrics = dict[str, float]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a ``.jsonl.gz`` file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def name_of(path: Path) -> str:
    """Return the file's name without its suffixes."""
    return path.name.split(".", 1)[0]


def prf(pairs: Iterable[tuple[set[Any], set[Any]]]) -> Metrics:
    """Return precision, recall and F1 in percent over (found, gold) pairs of sets, pooled."""
    score = PRFScore()
    for found, gold in pairs:
        score.score_set(found, gold)
    return {"p": percent(score.precision), "r": percent(score.recall), "f": percent(score.fscore)}


def percent(share: float) -> float:
    """Return *share* in percent with two decimals."""
    return round(100 * share, 2)
