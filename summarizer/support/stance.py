"""Which side a text takes on what can be so or its contrary, and whether a line takes the other side than the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.languages.stances import CONVERSE, QUANTITIES, lookalikes, stance_words
from summarizer.support.claim import HALF, Claim, worth
from summarizer.support.grounds import Passage
from summarizer.support.polarity import Clause, clauses, signs_of
from summarizer.support.tokens import Token
from summarizer.types import Span
from summarizer.words import fold

# Share of the nearest clause's worth that another clause on the matter must have to count as well.
_NEARLY = 0.7
# Share of what the best sentence of all holds around a word that the sentence with the matter must hold.
_RELATED = 0.55
# Least weight of what the line and the nearest clause share beside the words for the matter.
_SHARED = 1.5
# Least share of the words around it that the nearest clause and its sentence must have.
_SHARE = 0.28
# What the same word for a matter counts among what the two clauses share.
_SAME_WORD = 2.0
# Two words that each say the contrary, and so together the same ("more than half is missing": "less than half was found").
_DOUBLE = 2
# What a word counts that stands elsewhere in the sentence than in the clause on the matter.
_AROUND = 0.6
# Weight of a clause's words in one sentence from which they are enough to find it by.
_KNOWN = 5.0
# What a word of the sentence before counts for one that has a pronoun.
_LEANING = 0.8
# Letters by which a word for a matter is known to be the same in the line and in the article.
_STEM = 5
# What a word of the line counts in the next clause, and again in each further one; and what a word of a name does, which may
# come with anything.
_OUTSIDE, _NAMED = 0.6, 0.6
# A word with a capital inside a clause: part of a name ("the Free Press").
_CAPITAL = re.compile(r"(?<=\S )[A-ZÀ-Þ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Stance:
    """A side taken on a matter: whether it is so, the clause that says it, and where in the clause."""

    matter: str
    holds: bool
    clause: Clause
    is_carried: bool
    is_turned: bool
    words: Span


@lru_cache(maxsize=4_000)
def stances(text: str, code: str) -> tuple[Stance, ...]:
    """Return the sides that *text*, in the language *code*, takes, in order.

    >>> [(stance.matter, stance.holds) for stance in stances("The council did not approve the plan.", "en")]
    [('accept', False)]
    """
    return tuple(stance for matter in _patterns(code) for stance in _on(matter, text, code))


@lru_cache(maxsize=20_000)
def _on(matter: str, text: str, code: str) -> tuple[Stance, ...]:
    """Return the sides that *text* takes on *matter*, in order; a clause that has both takes none."""
    found: list[Stance] = []
    for clause, bare, carried in _read(text, code):
        sides = list(_sides(matter, clause, bare, carried, code))
        if len({stance.holds for stance in sides}) == 1:
            found.append(sides[0])
    return tuple(found)


@lru_cache(maxsize=4_000)
def _read(text: str, code: str) -> tuple[tuple[Clause, str, bool], ...]:
    """Return the clauses of *text*, bared of what is no word for a matter, and whether a clause before denies each."""
    found: list[tuple[Clause, str, bool]] = []
    carried = False
    for clause in clauses(text, code):
        carried = carried and _continues(clause, code)
        found.append((clause, _bared(clause.text, code), carried))
        carried = clause.is_negated != carried
    return tuple(found)


def _continues(clause: Clause, code: str) -> bool:
    """Tell whether *clause* is what the clause before says or denies."""
    return clause.words[0].text.lower() in signs_of(code).subordinators


def _sides(matter: str, clause: Clause, bare: str, carried: bool, code: str) -> Iterator[Stance]:
    for holds, pattern in zip((True, False), _patterns(code)[matter], strict=True):
        for match in pattern.finditer(bare):
            flips = 0 if matter in QUANTITIES else carried + signs_of(code).count(clause.text, match)
            yield Stance(matter, holds == (flips % 2 == 0), clause, carried, flips > 0, Span(*match.span()))


def _bared(text: str, code: str) -> str:
    """Return the clause *text* with blanks for names and for what only looks like a word for a matter."""
    return _CAPITAL.sub(_blank, _lookalikes(code).sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def is_reversed(clause: Clause, claim: Claim, passages: Sequence[Passage], code: str) -> bool:
    """Tell whether *clause*, of *claim*, takes the other side than the clauses of *passages* that are about the same."""
    return bool(reversed_matters(clause, claim, passages, code))


def reversed_matters(clause: Clause, claim: Claim, passages: Sequence[Passage], code: str) -> list[str]:
    """Return the matters on which *clause* takes the other side.

    A word that denies and is itself on a matter ("refused to close") counts only where nothing else in the clause agrees.
    """
    own: dict[str, set[bool]] = {}
    for stance in stances(claim.text, code):
        own.setdefault(stance.matter, set()).add(stance.holds)
    taken = [stance for stance in stances(claim.text, code) if stance.clause == clause and len(own[stance.matter]) == 1]
    near = {stance: _nearest(stance, claim, passages, code) for stance in taken}
    confirmed = [stance for stance, others in near.items() if {other.holds for other in others} == {stance.holds}]
    denials = signs_of(code).denials
    turned = [
        stance
        for stance, others in near.items()
        if others
        and all(_is_contrary(stance, other) for other in others)
        and not (confirmed and denials.search(stance.words.of(clause.text)))
    ]
    plain = {stance.words.start for stance in turned if not any(other.is_turned for other in (stance, *near[stance]))}
    return [] if len(plain) == _DOUBLE else [stance.matter for stance in turned]


def is_confirmed(clause: Clause, claim: Claim, passages: Sequence[Passage], code: str) -> bool:
    """Tell whether *clause* takes, with a negation, the side that *passages* take without one, or the other way round."""
    for stance in stances(claim.text, code):
        others = _nearest(stance, claim, passages, code) if stance.clause == clause else []
        if others and all(other.holds == stance.holds and other.clause.is_negated != clause.is_negated for other in others):
            return True
    return False


def _is_contrary(stance: Stance, other: Stance) -> bool:
    """Tell whether two stances on a matter differ; of the same word only if one of its clauses is negated."""
    if stance.holds == other.holds:
        return False
    return not _is_same_word(stance, other) or stance.clause.is_negated != other.clause.is_negated


def _is_same_word(stance: Stance, other: Stance) -> bool:
    one, two = (fold(side.words.of(side.clause.text))[:_STEM] for side in (stance, other))
    return one == two


def _nearest(stance: Stance, claim: Claim, passages: Sequence[Passage], code: str) -> list[Stance]:
    """Return the stances on the same matter in the clauses of the article that are nearest to that of *stance*."""
    context = _context(stance, claim, passages)
    total = sum(weight for _, weight in context)
    known = [{token: _share(token, passage, claim) for token, _ in context} for passage in passages]
    for before, after, passage in zip(known, known[1:], passages[1:], strict=False):
        if passage.leans:
            after.update({token: max(share, _LEANING * before[token]) for token, share in after.items()})
    held = [sum(weight * shares[token] for token, weight in context) for shares in known]
    most = max(held, default=0.0)
    found: list[tuple[float, Stance]] = []
    for own, shares, passage in zip(held, known, passages, strict=True):
        if own < max(_SHARED, _RELATED * most):
            continue
        for other in _on(stance.matter, passage.text, code):
            if (not other.clause.is_open or other.is_carried) and not _is_converse(stance, passage, claim):
                found.append((_affinity(context, other.clause, shares) + _SAME_WORD * _is_same_word(stance, other), other))
    best = max((near for near, _ in found), default=0.0)
    return [other for near, other in found if near >= max(_NEARLY * best, _SHARE * total)]


def _is_converse(stance: Stance, passage: Passage, claim: Claim) -> bool:
    """Tell whether another party may have the side that the line gives to one."""
    return stance.matter in CONVERSE and max(len(claim.names), len(passage.names)) > 1


def _context(stance: Stance, claim: Claim, passages: Sequence[Passage]) -> list[tuple[Token, float]]:
    """Return the content words around the words of *stance* with their weights.

    Names weigh less than other words. Words of other clauses count, for less, where the article has little of this one.
    """
    start = stance.clause.words[0].span.start
    place = Span(start + stance.words.start, start + stance.words.end)
    inside = {token.span for token in stance.clause.words}
    content = [
        (token, token.weight * (_NAMED if _is_named(token, claim) else 1.0))
        for token in claim.content
        if not token.span.overlaps(place)
    ]
    own = [(token, weight) for token, weight in content if token.span in inside]
    known = max((sum(weight * _share(token, passage, claim) for token, weight in own) for passage in passages), default=0.0)
    if known >= _KNOWN:
        return own
    here = stance.clause.words[-1].clause
    return own + [(token, weight * _OUTSIDE ** abs(token.clause - here)) for token, weight in content if token.span not in inside]


def _is_named(token: Token, claim: Claim) -> bool:
    return any(token.span.overlaps(name.span) for name in claim.names)


def _share(token: Token, passage: Passage, claim: Claim) -> float:
    return worth(token, passage, claim) / token.weight


def _affinity(context: Sequence[tuple[Token, float]], clause: Clause, shares: Mapping[Token, float]) -> float:
    """Return how much of *context* stands in *clause*, and, for less, in the rest of its sentence by *shares*."""
    keys, stems = {token.key for token in clause.words}, {stem for token in clause.words for stem in token.stems}
    total = 0.0
    for token, weight in context:
        inside = 1.0 if token.key in keys else HALF if token.stems & stems else 0.0
        total += weight * max(inside, _AROUND * shares[token])
    return total


@cache
def _lookalikes(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lookalikes(code)})(?!\w)", re.IGNORECASE)


@cache
def _patterns(code: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    return {matter: (whole(one), whole(other)) for matter, (one, other) in stance_words(code).items()}
