"""Whether a line contradicts the article: a clause of it against the clauses that are about the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.claim import HALF, Claim, worth
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.polarity import Clause, clauses, contradicts
from summarizer.support.stance import is_confirmed, is_reversed, stances
from summarizer.support.tokens import Token

# Least share of a clause's weight that a clause of the article must hold to be about the same.
_SAME = 0.45
# Least weight of the words that two clauses share.
_HELD = 3.0
# What it takes more for a clause of the article to be held by the line's.
_INVERSE = 0.2
# Clauses that are as much about the same as the best one, as a share of it.
_NEARLY = 0.85
# What a word of the line outside a clause counts for it, and the share of the best sentence's words that another must hold.
_AROUND, _RELATED = 0.25, 0.6


def contradictions(claim: Claim, chosen: Sequence[Passage], grounds: Grounds) -> Iterator[str]:
    """Yield the clauses of *claim* that say the contrary of the article; *chosen* are the sentences that support it otherwise."""
    own = () if claim.text.rstrip().endswith("?") else clauses(claim.text, grounds.code)
    said = [clause for passage in grounds.passages for clause in passage.clauses]
    skipped = {key for name in (*claim.names, *grounds.names) for key in name.keys}
    for clause in own:
        if is_reversed(clause, claim, grounds.passages, grounds.code) or (
            not is_confirmed(clause, claim, grounds.passages, grounds.code)
            and _is_denied(clause, own, near=_near(clause, claim, chosen), said=said, skipped=skipped, code=grounds.code)
        ):
            yield clause.text


def _is_denied(
    clause: Clause,
    own: Sequence[Clause],
    *,
    near: Sequence[Clause],
    said: Sequence[Clause],
    skipped: set[str],
    code: str,
) -> bool:
    """Tell whether *clause* affirms what the article negates, or the other way round, in about the same words."""
    around = [other for other in own if other is not clause and not clause.is_negated]
    excused = any(other.is_negated or other.has_hint for other in around) or _is_said_otherwise(clause, near, code)
    about = _about(clause, said, skipped, code)
    opposed = [contradicts(clause, other) and not (excused and other.is_negated) for other in about]
    if clause.is_negated and excused:
        return False
    affirms = not any(other.is_negated for other in around) and _affirms(clause, near, said, skipped)
    return bool(opposed and all(opposed)) or affirms or _negates(clause, near, said, skipped)


def _is_said_otherwise(clause: Clause, near: Sequence[Clause], code: str) -> bool:
    """Tell whether *clause*, or where it is negated one of *near*, says by a verb, noun or adjective that something is not so."""
    if not clause.is_negated:
        return any(not stance.holds for stance in stances(clause.text, code))
    return any(other.is_negated or any(not stance.holds for stance in stances(other.text, code)) for other in near)


def _near(clause: Clause, claim: Claim, chosen: Sequence[Passage]) -> list[Clause]:
    return [other for passage in _related(clause, claim, chosen) for other in passage.clauses]


def _related(clause: Clause, claim: Claim, chosen: Sequence[Passage]) -> list[Passage]:
    """Return those of the *chosen* sentences that hold nearly as much of *clause*, and of the line around it, as the best one."""
    inside = {token.span for token in clause.words}
    held = [
        sum(worth(token, passage, claim) * (1.0 if token.span in inside else _AROUND) for token in claim.content)
        for passage in chosen
    ]
    return [passage for own, passage in zip(held, chosen, strict=True) if own >= _RELATED * max(held)]


def _affirms(clause: Clause, near: Sequence[Clause], said: Sequence[Clause], skipped: set[str]) -> bool:
    """Tell whether *clause* affirms a word that the sentences it rests on negate, and that the article affirms nowhere."""
    if clause.is_negated or clause.has_hint:
        return False
    stems = {stem for token in clause.words if token.is_content and token.key not in skipped for stem in token.stems}
    denied = {stem for other in near for stem in other.negated} & stems
    affirmed = {stem for other in said if not other.is_negated for token in other.words for stem in token.stems}
    return bool(denied - affirmed)


def _negates(clause: Clause, near: Sequence[Clause], said: Sequence[Clause], skipped: set[str]) -> bool:
    """Tell whether *clause* negates a word that the sentences it rests on affirm, without a negation or a hint at one in any."""
    if not clause.negated or any(other.is_negated or other.has_hint for other in near):
        return False
    settled = [other for other in near if not other.is_open]
    affirmed = {stem for other in settled for token in other.words if token.key not in skipped for stem in token.stems}
    denied = {stem for other in said for stem in other.negated}
    return bool((clause.negated & affirmed) - denied)


def _about(clause: Clause, said: Sequence[Clause], skipped: set[str], code: str) -> list[Clause]:
    """Return the clauses of the article that are about the same as *clause* of the line.

    They hold most of its words, or it holds nearly all of theirs; names do not count, they may come with anything.
    """
    shares = []
    for other in said:
        (own, held), (theirs, _) = _held(clause, other, skipped, code), _held(other, clause, skipped, code)
        by_verb = clause.is_negated != other.is_negated and not clause.is_explicit and not other.is_explicit
        share = min(own, theirs) if by_verb else max(own, theirs - _INVERSE)
        shares.append(share if held >= _HELD else 0.0)
    best = max(shares, default=0.0)
    return [other for share, other in zip(shares, said, strict=True) if share >= max(_SAME, _NEARLY * best)]


def _held(clause: Clause, other: Clause, skipped: set[str], code: str) -> tuple[float, float]:
    """Return the share of the words of *clause* that *other* holds, and their weight.

    Numbers and dates say nothing about what is denied.
    """
    content = [token for token in clause.words if token.is_content and token.key not in skipped and _is_telling(token, code)]
    total = sum(token.weight for token in content)
    keys, stems = {token.key for token in other.words}, {stem for token in other.words for stem in token.stems}
    held = 0.0
    for token in content:
        if token.key in keys:
            held += token.weight
        elif token.stems & stems:
            held += token.weight * HALF
    return (held / total if total else 0.0), held


def _is_telling(token: Token, code: str) -> bool:
    words = CLAIM_WORDS[code]
    lower = token.text.lower()
    return (
        not token.text[0].isdigit() and lower not in words.months and lower not in words.weekdays and lower not in words.numbers
    )
