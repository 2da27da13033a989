"""Numbers that an article does not give but lets be worked out: counts, differences, shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations_with_replacement

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.claim import Claim
from summarizer.support.figures import Figure
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.tokens import tokens

# Up to this a number in words may be a count of what the article enumerates; letters from a number to what it counts.
_COUNTED, _NEXT = 4, 14
# Share by which a number that is worked out from two others may differ.
_ROUNDED = 0.03


def is_worked_out(figure: Figure, claim: Claim, grounds: Grounds) -> bool:
    """Tell whether *claim* gives *figure* as what the article lets be counted, or as the difference or share of what it says."""
    return _is_count(figure, claim, grounds) or _is_difference(figure, claim, grounds)


def _is_count(figure: Figure, claim: Claim, grounds: Grounds) -> bool:
    """Tell whether *figure* may count what the article names: a small number in words, of things that have no other number."""
    if figure.days or not all(value <= _COUNTED for value in figure.values) or figure.span.of(claim.text)[0].isdigit():
        return False
    noun = next((token for token in claim.content if token.span.start >= figure.span.end), None)
    return noun is not None and not any(
        other.span.end <= token.span.start <= other.span.end + _NEXT and (token.key == noun.key or token.stems & noun.stems)
        for passage in grounds.passages
        for other in passage.figures
        for token in tokens(passage.text, grounds.code)
    )


def _is_difference(figure: Figure, claim: Claim, grounds: Grounds) -> bool:
    """Tell whether *figure* is a share of two numbers of a sentence, or given as the difference of two of it and the next."""
    if any(figure.is_ratio(passage.figures) for passage in grounds.passages):
        return True
    if not any(re.search(rf"(?<!\w)(?:{word})(?!\w)", claim.text, re.I) for word in CLAIM_WORDS[grounds.code].differences):
        return False
    pairs = zip(grounds.passages, (*grounds.passages[1:], None), strict=True)
    return any(figure.is_difference((*one.figures, *(other.figures if other else ()))) for one, other in pairs)


def derivation(figure: Figure, passages: Sequence[Passage]) -> int:
    """Return how near two numbers stand from which *figure* can be worked out: 3 in one sentence, 2 in neighbours, 1, 0 for none.

    It may be their difference or sum, the one's share of the other, or their product, as a count or as a percentage.
    """
    told = [(passage.index, other) for passage in passages for other in passage.figures]
    nearest = 0
    for (index, one), (place, other) in combinations_with_replacement(told, 2):
        near = 3 if index == place else 2 if abs(index - place) <= 2 else 1
        if near > nearest and one is not other and any(_makes(value, one, other) for value in figure.values):
            nearest = near
    return nearest


def _makes(value: float, one: Figure, other: Figure) -> bool:
    worked_out: list[float] = []
    for a in one.values:
        for b in other.values:
            worked_out += [abs(a - b), a + b] if one.is_percent == other.is_percent else []
            worked_out += [a / b, b / a, a * b, a * b / 100] if a and b else []
    return bool(value) and any(abs(result - value) <= _ROUNDED * abs(value) for result in worked_out)
