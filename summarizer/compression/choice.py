"""Which of the cuts of a sentence to make: the surest that bring it to its length, together."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations

from summarizer.compression.candidates import Candidate
from summarizer.results import Deletion

# Several cuts that are together less sure than this are not made.
_SURE_TOGETHER = 0.72
# So many of the surest are tried together, at most so many at a time.
_TRIED, _MOST = 14, 3
# What a share of the sentence's salience is worth beside sureness, in units of its logarithm.
_SALIENCE = 0.15


def choose(
    found: Sequence[Candidate], *, surplus: int, size: Callable[[Deletion], int], held: Callable[[Deletion], float]
) -> list[Deletion]:
    """Return the cuts to make for a sentence that has *surplus* words too many, in no order.

    *size* gives the words of a cut and *held* its share of the sentence's salience (0 to 1). Where no choice takes out enough,
    the surest ones that need no such reason are returned.
    """
    sure = sorted(found, key=lambda one: (-one.sureness, one.cut.span))[:_TRIED]
    best: tuple[float, list[Deletion]] | None = None
    sizes, shares = [size(one.cut) for one in sure], [held(one.cut) for one in sure]
    for count in range(1, _MOST + 1):
        for places in combinations(range(len(sure)), count):
            if sum(sizes[i] for i in places) < surplus:
                continue
            chosen = [sure[i] for i in places]
            if any(one.cut.span.overlaps(other.cut.span) for one, other in combinations(chosen, 2)):
                continue
            together = math.prod(one.sureness for one in chosen)
            worth = math.log(together) - _SALIENCE * sum(shares[i] for i in places)
            if together >= _SURE_TOGETHER and (best is None or worth > best[0]):
                best = worth, [one.cut for one in chosen]
    return best[1] if best else _surest([one for one in sure if not one.is_needed])


def _surest(sure: Sequence[Candidate]) -> list[Deletion]:
    made: list[Deletion] = []
    together = 1.0
    for one in sure:
        if together * one.sureness >= _SURE_TOGETHER and not any(one.cut.span.overlaps(other.span) for other in made):
            made.append(one.cut)
            together *= one.sureness
    return made
