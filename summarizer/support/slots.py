"""Whether a name, figure or date of a line stands where the article has another one, between the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.support.claim import HALF, Claim
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.names import Name
from summarizer.support.nations import nations
from summarizer.support.tokens import Token, tokens
from summarizer.types import Span

# Content words on either side of a place in the line, and in the article, which may have more between.
_LINE, _ARTICLE = 3, 4
# Least weight of the words that the line and another one's place share, and how many they are.
_SHARED, _WORDS = 6.0, 2
# How many for dates, of which there are several around one event.
_DATED = 3
# The share of the words around the place in the line that another one's place must hold.
_COVERED = 0.5
# Figures and dates of a line that says several things of different places.
_MANY = 2
# Figures from here on tell apart what they count.
_TELLING = 12
# Most that the own places may share of it.
_OWN = 0.3
# Kinds of entities that act, and are put in the place of one another.
_EXCHANGED = ("PER", "ORG")
# A name that stands in more sentences than this may be meant where the article has a pronoun.
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """The content words before and behind a place, the nearest first."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]


def names_in_the_place_of_others(claim: Claim, grounds: Grounds) -> Iterator[Name]:
    """Yield the names of *claim* that stand between words between which the article has another name, in another sentence."""
    for name in claim.names:
        own = [(passage, other) for passage in grounds.passages for other in passage.names if set(name.keys) & set(other.keys)]
        places = {passage.index for passage, _ in own}
        if not own or len(places) > _OFTEN:
            continue
        rivals = [
            (passage, other)
            for passage in grounds.passages
            if passage.index not in places
            for other in passage.names
            if _is_of_kind(name, other, grounds)
            if not any(set(other.keys) & set(named.keys) for named in claim.names)
        ]
        spans = [(passage, other.span) for passage, other in own]
        if _is_replaced(
            name.span, claim, spans, [(passage, other.span) for passage, other in rivals], grounds.code, likeness=_held
        ):
            yield name


def figures_in_the_place_of_others(claim: Claim, grounds: Grounds) -> Iterator[Span]:
    """Yield the figures and dates of *claim* that stand between words between which the article has another one."""
    is_fused = len(claim.figures) + len(claim.moments) > _MANY
    for figure in () if is_fused else claim.figures:
        if all(value <= _TELLING for value in figure.values) and not figure.is_percent:
            continue
        own = [(p, other.span) for p in grounds.passages for other in p.figures if figure.agrees(other)]
        others = [
            (p, other.span)
            for p in grounds.passages
            for other in p.figures
            if not any(mine.agrees(other) for mine in claim.figures)
        ]
        if own and _is_replaced(figure.span, claim, own, others, grounds.code, likeness=_on_its_side):
            yield figure.span
    for moment in claim.moments:
        own = [(p, other.span) for p in grounds.passages for other in p.moments if moment.is_said_by(other)]
        others = [
            (p, other.span)
            for p in grounds.passages
            for other in p.moments
            if not any(mine.is_said_by(other) for mine in claim.moments)
        ]
        if own and _is_replaced(moment.span, claim, own, others, grounds.code, words=_DATED, likeness=_on_its_side):
            yield moment.span


def _is_of_kind(name: Name, other: Name, grounds: Grounds) -> bool:
    return all(grounds.known.label(one) in _EXCHANGED and not any(nations(one.text)) for one in (name, other))


def _is_replaced(
    span: Span,
    claim: Claim,
    own: Sequence[tuple[Passage, Span]],
    rivals: Sequence[tuple[Passage, Span]],
    code: str,
    *,
    words: int = _WORDS,
    likeness: Callable[[Slot, Slot], float],
) -> bool:
    slot = _slot(span, claim.words, _LINE)
    rival = max(
        (_likeness(slot, _slot(place, tokens(passage.text, code), _ARTICLE)) for passage, place in rivals), default=(0.0, 0)
    )
    mine = max((likeness(slot, _slot(place, tokens(passage.text, code), _ARTICLE)) for passage, place in own), default=0.0)
    whole = sum(word.weight for word in (*slot.before, *slot.after))
    return rival[0] >= max(_SHARED, _COVERED * whole) and rival[1] >= words and mine <= _OWN * rival[0]


def _slot(span: Span, words: Sequence[Token], size: int) -> Slot:
    content = [word for word in words if word.is_content and not word.span.overlaps(span)]
    before = [word for word in content if word.span.end <= span.start]
    after = [word for word in content if word.span.start >= span.end]
    return Slot(tuple(before[: -size - 1 : -1]), tuple(after[:size]))


def _likeness(slot: Slot, other: Slot) -> tuple[float, int]:
    """Return the weight and the number of the words that stand on the same side in both."""
    shares = [
        *(_share(word, other.before) for word in slot.before),
        *(_share(word, other.after) for word in slot.after),
    ]
    return sum(shares), sum(share > 0 for share in shares)


def _on_its_side(slot: Slot, other: Slot) -> float:
    return _likeness(slot, other)[0]


def _held(slot: Slot, other: Slot) -> float:
    """Return the weight of the words of *slot* that stand on either side in *other*: a passive turns the sides."""
    around = (*other.before, *other.after)
    return sum(_share(word, around) for word in (*slot.before, *slot.after))


def _share(word: Token, others: Sequence[Token]) -> float:
    if any(word.key == other.key for other in others):
        return word.weight
    return word.weight * HALF if any(word.stems & other.stems for other in others) else 0.0
