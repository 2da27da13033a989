"""Whether a claim stands where the article makes it, or has been carried over to what another sentence says."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.support.claim import Claim, worth
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.tokens import Token
from summarizer.types import Span

# A claim is misplaced when another sentence holds this much more of what stands around it than any that has it.
MARGIN = 0.35
# The same for figures and dates, which fused lines carry along.
FIGURE_MARGIN = 0.8
# Least weight of the words around a claim that the article has.
_KNOWN = 4.0
# One word is enough where it weighs this much.
_HEAVY = 5.0
# A claim that stands in more sentences than this is what the article is about, and may be meant in any.
_OFTEN = 2
# The same where the other sentence has no rival, but stands far from the claim.
_FAR = 0.6
# What stands around a claim: its clause, or the line where the clause weighs less than this.
_CONTEXT = 8.0
# Most weight that counts as nothing, and least that counts as something.
_NOTHING, _SOME = 1.0, 2.5


def is_misplaced(
    span: Span,
    claim: Claim,
    grounds: Grounds,
    *,
    has: Callable[[Passage], bool],
    rivals: Callable[[Passage], bool],
    margin: float,
) -> bool:
    """Tell whether what stands around a claim is said in another sentence than those that hold the claim.

    *span* is the place of the claim in the line; *has* tells whether a sentence makes it, *rivals* whether it holds another of
    its kind, which the line has not: a sentence without one must stand far from the claim. Only words that the article has count.
    """
    context = _context(span, claim)
    held = [[worth(token, passage, claim) for token in context] for passage in grounds.passages]
    known = sum(max(column) for column in zip(*held, strict=True))
    holding = {passage.index for passage in grounds.passages if has(passage)}
    if known < _KNOWN or len(holding) > _OFTEN:
        return False
    near = holding | {
        passage.index for passage in grounds.passages if passage.leans and {passage.index - 1, passage.index - 2} & holding
    }
    nearest = max((held[index] for index in sorted(near)), key=sum, default=[0.0] * len(context))
    for passage in grounds.passages:
        own = held[passage.index]
        words = sum(one > two for one, two in zip(own, nearest, strict=True))
        if passage.index in near or (sum(own) - sum(nearest)) / known <= margin or (words < 2 and max(own) < _HEAVY):
            continue
        is_far = not any(abs(passage.index - index) <= 2 for index in holding)
        if rivals(passage) or (is_far and (sum(own) - sum(nearest)) / known > _FAR):
            return True
    return False


def is_apart(
    span: Span, claim: Claim, grounds: Grounds, *, has: Callable[[Passage], bool], rivals: Callable[[Passage], bool]
) -> bool:
    """Tell whether nothing around a claim is said where the article makes it, or goes on, while a rival's sentence says some.

    Arguments are those of :func:`is_misplaced`.
    """
    context = _context(span, claim)
    bare = [token for token in context if not any(token.span.overlaps(name.span) for name in claim.names)]
    near = {passage.index for passage in grounds.passages if has(passage)}
    if len(near) > _OFTEN:
        return False
    for passage in grounds.passages:
        if passage.index - 1 in near and (passage.leans or not rivals(passage)):
            near.add(passage.index)
    if any(sum(worth(token, grounds.passages[index], claim) for token in context) > _NOTHING for index in near):
        return False
    others = (passage for passage in grounds.passages if passage.index not in near and rivals(passage))
    return any(sum(worth(token, passage, claim) for token in bare) >= _SOME for passage in others)


def _context(span: Span, claim: Claim) -> list[Token]:
    """Return the content words around *span*: those of its clause, or of the line where these weigh little."""
    number = next((token.clause for token in claim.words if token.span.overlaps(span)), 0)
    words = [token for token in claim.content if not token.span.overlaps(span)]
    near = [token for token in words if token.clause == number]
    return near if sum(token.weight for token in near) >= _CONTEXT else words
