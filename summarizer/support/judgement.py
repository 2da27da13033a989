"""A line against the grounds: which sentences support it, and what they do not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from summarizer.support.arithmetic import derivation, is_worked_out
from summarizer.support.claim import Claim, claim_of, worth
from summarizer.support.comparison import Comparison
from summarizer.support.contradiction import contradictions
from summarizer.support.dates import Moment
from summarizer.support.doubt import Doubt, doubt
from summarizer.support.figures import Figure
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.mentions import MentionKind
from summarizer.support.names import Name
from summarizer.support.placement import FIGURE_MARGIN, MARGIN, is_apart, is_misplaced
from summarizer.support.roles import swapped
from summarizer.support.slots import figures_in_the_place_of_others, names_in_the_place_of_others
from summarizer.support.titles import misattributed
from summarizer.types import Span
from summarizer.words import WORD, fold

# Sentences that one line may fuse, and the share of its weight that each further one must bring.
_MOST, _GAIN = 4, 0.08
# How much a sentence gains that the writer names.
_HINTED = 1.15
# Least share of a line's weight that its sentences hold.
_LEAST = 0.12
# The weight that is enough however long the line is: a telling word.
_ENOUGH = 4.0
# Entities that are looked for in the place of others of their kind.
_EXCHANGED = ("PER",)
# Objections that stand whatever the rest of the line is like: what the article lacks, and parts that two names exchanged. What
# can be worked out from two numbers of neighbouring sentences is not lacking.
_FIRM = ("unsupported", "name", "number", "date", "quotation", "roles")
_WORKED_OUT = 2
# In an article of fewer sentences nothing can be looked for elsewhere: the rules alone decide.
_FEWEST = 4
# Log-odds of an invention above which a line is refused: where the rules object to it, and where they do not. So as many true
# lines of the annotated articles are kept as by the rules alone (80 of 100), and 72 of 100 inventions caught in place of 54.
_OBJECTED, _UNOBJECTED = -1.0, 0.7
# Log-odds from which one mention is named as the reason, and under which code.
_REASON = -1.5
_CODES: Mapping[MentionKind, str] = {
    "name": "name-place",
    "body": "name-place",
    "noun": "name-place",
    "number": "number-place",
    "date": "date-place",
}
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against a line: the kind of claim, and its words."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentences that support a line, the share of its words that they hold, and what speaks against it."""

    evidence: tuple[Span, ...]
    coverage: float
    objections: tuple[Objection, ...]

    @property
    def is_supported(self) -> bool:
        """Tell whether the line may be shown as what the article says."""
        return bool(self.evidence) and not self.objections


def judge(line: str, grounds: Grounds, *, hints: Collection[Span] = ()) -> Verdict:
    """Return the sentences of the article that support *line*, and what they do not support in it.

    *hints* are the sentences on which its writer says that it rests; they are preferred where they hold about as much.
    """
    claim, chosen, coverage, objections = read_line(line, grounds, hints)
    if len(grounds.passages) >= _FEWEST and chosen and f" {_bare(line)} " not in grounds.words:
        objections = _weighed(objections, claim, grounds, coverage=coverage, evidence=len(chosen))
    return Verdict(tuple(passage.span for passage in chosen), coverage, tuple(objections))


def read_line(
    line: str, grounds: Grounds, hints: Collection[Span] = ()
) -> tuple[Claim, tuple[Passage, ...], float, list[Objection]]:
    """Return *line* read as claims, the sentences that support it, the share of it that they hold, and what the rules object."""
    claim = claim_of(line, grounds)
    chosen, coverage = _align(claim, grounds, hints)
    objections = [objection for check in CHECKS for objection in check(claim, grounds)]
    objections += [Objection("contradiction", text) for text in contradictions(claim, chosen, grounds)]
    weight = sum(token.weight for token in claim.content)
    if (coverage < _LEAST and coverage * weight < _ENOUGH) or not chosen:
        objections.insert(0, Objection("unsupported", line))
    return claim, chosen, round(coverage, 4), list(dict.fromkeys(objections))


def _weighed(
    objections: Sequence[Objection], claim: Claim, grounds: Grounds, *, coverage: float, evidence: int
) -> list[Objection]:
    """Return *objections*, without those that the learned doubt does not share, or its own where the rules have none."""
    if any(_is_firm(objection, claim, grounds) for objection in objections):
        return list(objections)
    found = doubt(Comparison(claim, grounds), [objection.code for objection in objections], coverage=coverage, evidence=evidence)
    if found.value <= (_OBJECTED if objections else _UNOBJECTED):
        return []
    return list(objections) or [_reason(found, claim)]


def _is_firm(objection: Objection, claim: Claim, grounds: Grounds) -> bool:
    if objection.code == "number":
        figure = next(figure for figure in claim.figures if figure.span.of(claim.text) == objection.detail)
        return derivation(figure, grounds.passages) < _WORKED_OUT
    return objection.code in _FIRM


def _reason(found: Doubt, claim: Claim) -> Objection:
    if found.mention is None or found.of_mention < _REASON:
        return Objection("doubtful", claim.text)
    return Objection(_CODES[found.mention.kind], found.mention.span.of(claim.text))


def _bare(text: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(text))


def _align(claim: Claim, grounds: Grounds, hints: Collection[Span]) -> tuple[tuple[Passage, ...], float]:
    """Return the sentences that together hold the most of *claim*, while each brings enough, and the share held."""
    content = claim.content
    total = sum(token.weight for token in content) or 1.0
    held_by = [[worth(token, passage, claim) for token in content] for passage in grounds.passages]
    held = [0.0] * len(content)
    chosen: list[int] = []
    while len(chosen) < _MOST:
        gains = [sum(max(0.0, own - had) for own, had in zip(row, held, strict=True)) for row in held_by]
        favours = [
            gain * (_HINTED if passage.span in hints else 1) for gain, passage in zip(gains, grounds.passages, strict=True)
        ]
        best = max(range(len(gains)), key=lambda number: (favours[number], -number), default=None)
        if best is None or gains[best] <= _GAIN * total:
            break
        chosen.append(best)
        held = [max(own, had) for own, had in zip(held_by[best], held, strict=True)]
    return tuple(grounds.passages[number] for number in sorted(chosen)), sum(held) / total


def _names(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for name in claim.names:
        if not grounds.known.knows(name, claim.text):
            yield Objection("name", name.text)
        elif grounds.known.label(name) in _EXCHANGED and _is_elsewhere(name, claim, grounds):
            yield Objection("name-place", name.text)


def _titles(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    yield from (Objection("name-place", name.text) for name in misattributed(claim, grounds))


def _slots(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    yield from (Objection("name-place", name.text) for name in names_in_the_place_of_others(claim, grounds))
    yield from (Objection("number-place", span.of(claim.text)) for span in figures_in_the_place_of_others(claim, grounds))


def _is_elsewhere(name: Name, claim: Claim, grounds: Grounds) -> bool:
    has, rivals = partial(_has_name, name), partial(_has_rival, claim, grounds)
    return is_misplaced(name.span, claim, grounds, has=has, rivals=rivals, margin=MARGIN) or is_apart(
        name.span, claim, grounds, has=has, rivals=rivals
    )


def _has_name(name: Name, passage: Passage) -> bool:
    return bool(set(name.keys) & passage.name_keys)


def _has_rival(claim: Claim, grounds: Grounds, passage: Passage) -> bool:
    """Tell whether *passage* names a person, or somebody unknown, whom the line does not name."""
    keys = {key for name in claim.names for key in name.keys}
    return any(not keys & set(other.keys) and grounds.known.label(other) in (*_EXCHANGED, None) for other in passage.names)


def _figures(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for figure in claim.figures:
        if not any(_has_figure(figure, passage) for passage in grounds.passages):
            if not is_worked_out(figure, claim, grounds):
                yield Objection("number", figure.span.of(claim.text))
        elif is_misplaced(
            figure.span,
            claim,
            grounds,
            has=partial(_has_figure, figure),
            rivals=partial(_has_other_figure, claim),
            margin=FIGURE_MARGIN,
        ):
            yield Objection("number-place", figure.span.of(claim.text))


def _has_figure(figure: Figure, passage: Passage) -> bool:
    return any(figure.agrees(other) for other in passage.figures)


def _has_other_figure(claim: Claim, passage: Passage) -> bool:
    return any(not any(own.agrees(other) for own in claim.figures) for other in passage.figures)


def _moments(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for moment in claim.moments:
        if not any(_has_moment(moment, passage) for passage in grounds.passages):
            yield Objection("date", moment.span.of(claim.text))
        elif is_misplaced(
            moment.span,
            claim,
            grounds,
            has=partial(_has_moment, moment),
            rivals=partial(_has_other_moment, claim),
            margin=FIGURE_MARGIN,
        ):
            yield Objection("date-place", moment.span.of(claim.text))


def _has_moment(moment: Moment, passage: Passage) -> bool:
    return any(moment.is_said_by(other) for other in passage.moments)


def _has_other_moment(claim: Claim, passage: Passage) -> bool:
    return any(not any(own.is_said_by(other) for own in claim.moments) for other in passage.moments)


def _quotations(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for match in _QUOTED.finditer(claim.text):
        quoted = next(group for group in match.groups() if group)
        if f" {_bare(quoted)} " not in grounds.words:
            yield Objection("quotation", quoted)


def _roles(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for passage in grounds.passages:
        pair = swapped(claim.text, claim.names, passage.text, passage.names, grounds.code)
        if pair is not None:
            yield Objection("roles", " / ".join(pair))
            return


CHECKS: tuple[Callable[[Claim, Grounds], Iterator[Objection]], ...] = (
    _names,
    _titles,
    _slots,
    _figures,
    _moments,
    _quotations,
    _roles,
)
