"""ROUGE-1, 2 and L F1 of many short texts, fast: the same figures as ``rouge-score`` without stemming."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise


def rouge(words: Sequence[str], reference: Sequence[str]) -> tuple[float, float, float]:
    """Return ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin 2004), from 0 to 1.

    >>> rouge("a b c".split(), "a c b".split())
    (1.0, 0.0, 0.6666666666666666)
    """
    pairs, pairs_of_reference = list(pairwise(words)), list(pairwise(reference))
    return (
        _f1(_common(words, reference), len(words), len(reference)),
        _f1(_common(pairs, pairs_of_reference), len(pairs), len(pairs_of_reference)),
        _f1(_longest_common(words, reference), len(words), len(reference)),
    )


def _f1(hits: int, one: int, other: int) -> float:
    return 2 * hits / (one + other) if hits else 0.0


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    return sum((Counter(one) & Counter(other)).values())


def _longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, bit-parallel (Hyyro 2004)."""
    places: dict[str, int] = {}
    for place, word in enumerate(other):
        places[word] = places.get(word, 0) | (1 << place)
    full = row = (1 << len(other)) - 1
    for word in one:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(other) - row.bit_count()
