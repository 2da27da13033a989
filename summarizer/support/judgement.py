"""A line against the grounds: which sentences support it, and what they do not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.support.dates import Moment, moments
from summarizer.support.figures import Figure, figures
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.names import Name, names
from summarizer.support.polarity import Clause, clauses, contradicts, is_contrary_in, opposes
from summarizer.support.roles import swapped
from summarizer.support.tokens import Token, tokens
from summarizer.types import Span
from summarizer.words import WORD, fold

# Sentences that one line may fuse, and the share of its weight that each further one must bring.
_MOST, _GAIN = 4, 0.08
# Least share of a line's weight that its sentences hold.
_LEAST = 0.30
# A claim is misplaced when another sentence holds this much more of what stands around it than any that has it.
_MARGIN = 0.35
# The same for figures and dates, which fused lines carry along.
_FIGURE_MARGIN = 0.8
# Least weight of the words around a claim that the article has.
_KNOWN = 4.0
# One word is enough where it weighs this much.
_HEAVY = 5.0
# Up to this a number in words may be a count of what the article enumerates; letters from a number to what it counts.
_COUNTED, _NEXT = 4, 14
# Entities that are looked for in the place of others of their kind.
_EXCHANGED = ("PER",)
# A claim that stands in more sentences than this is what the article is about, and may be meant in any.
_OFTEN = 2
# The same where the other sentence has no rival, but stands far from the claim.
_FAR = 0.6
# What stands around a claim: its clause, or the line where the clause weighs less than this.
_CONTEXT = 8.0
# Least share of a clause's weight that a clause of the article must hold to be about the same.
_SAME = 0.45
# What it takes more for a clause of the article to be held by the line's.
_INVERSE = 0.2
# Clauses that are as much about the same as the best one, as a share of it.
_NEARLY = 0.85
# Worth of a word of which only the first letters agree.
_HALF = 0.7
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


def judge(line: str, grounds: Grounds) -> Verdict:
    """Return the sentences of the article that support *line*, and what they do not support in it."""
    claim = claim_of(line, grounds)
    chosen, coverage = _align(claim.content, grounds, claim)
    objections = [objection for check in CHECKS for objection in check(claim, grounds)]
    if coverage < _LEAST or not chosen:
        objections.insert(0, Objection("unsupported", line))
    return Verdict(tuple(passage.span for passage in chosen), round(coverage, 4), tuple(dict.fromkeys(objections)))


@dataclass(frozen=True, slots=True)
class Claim:
    """A line read as claims."""

    text: str
    words: tuple[Token, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]

    @property
    def content(self) -> tuple[Token, ...]:
        """The content words."""
        return tuple(token for token in self.words if token.is_content)


def claim_of(line: str, grounds: Grounds) -> Claim:
    """Return *line* read as claims about the article."""
    dates = moments(line, grounds.code)
    numbers = tuple(
        figure for figure in figures(line, grounds.code) if not any(figure.span.overlaps(date.span) for date in dates)
    )
    return Claim(line, tokens(line, grounds.code), names(line, grounds.code, common=grounds.known.small), numbers, dates)


def _align(content: Sequence[Token], grounds: Grounds, claim: Claim) -> tuple[tuple[Passage, ...], float]:
    """Return the sentences that together hold the most of *content*, best first while each brings enough, and the share held."""
    total = sum(token.weight for token in content) or 1.0
    worth = [[_worth(token, passage, claim) for token in content] for passage in grounds.passages]
    held = [0.0] * len(content)
    chosen: list[int] = []
    while len(chosen) < _MOST:
        gains = [sum(max(0.0, own - had) for own, had in zip(row, held, strict=True)) for row in worth]
        best = max(range(len(gains)), key=lambda number: (gains[number], -number), default=None)
        if best is None or gains[best] <= _GAIN * total:
            break
        chosen.append(best)
        held = [max(own, had) for own, had in zip(worth[best], held, strict=True)]
    return tuple(grounds.passages[number] for number in sorted(chosen)), sum(held) / total


def _worth(token: Token, passage: Passage, claim: Claim) -> float:
    if token.key in passage.keys or _is_said(token, passage, claim):
        return token.weight
    return token.weight * _HALF if token.stems & passage.stems else 0.0


def _is_said(token: Token, passage: Passage, claim: Claim) -> bool:
    """Tell whether *token* belongs to a figure or date that the passage has, written in another way."""
    figure = next((figure for figure in claim.figures if figure.span.overlaps(token.span)), None)
    if figure is not None:
        return any(figure.agrees(other) for other in passage.figures)
    moment = next((moment for moment in claim.moments if moment.span.overlaps(token.span)), None)
    return moment is not None and any(moment.is_said_by(other) for other in passage.moments)


def _is_misplaced(
    span: Span,
    claim: Claim,
    grounds: Grounds,
    has: Callable[[Passage], bool],
    rivals: Callable[[Passage], bool],
    margin: float,
) -> bool:
    """Tell whether what stands around a claim is said in another sentence than those that hold the claim.

    Only words that the article has count. The other sentence must hold a rival of the claim: another name or figure, which
    the line has not.
    """
    context = _context(span, claim)
    worth = [[_worth(token, passage, claim) for token in context] for passage in grounds.passages]
    known = sum(max(column) for column in zip(*worth, strict=True))
    if known < _KNOWN:
        return False
    shares = [sum(row) / known for row in worth]
    holding = {passage.index for passage in grounds.passages if has(passage)}
    near = holding | {
        passage.index for passage in grounds.passages if passage.leans and {passage.index - 1, passage.index - 2} & holding
    }
    if len(holding) > _OFTEN:
        return False
    best_with = max(near, key=lambda index: (shares[index], -index), default=None)
    for passage in grounds.passages:
        own, other = worth[passage.index], worth[best_with] if best_with is not None else [0.0] * len(context)
        more = shares[passage.index] - sum(other) / known
        words = sum(one > two for one, two in zip(own, other, strict=True))
        if passage.index in near or more <= margin or (words < 2 and max(own) < _HEAVY):
            continue
        if rivals(passage) or (more > _FAR and not any(abs(passage.index - index) <= 2 for index in holding)):
            return True
    return False


def _context(span: Span, claim: Claim) -> list[Token]:
    """Return the content words around *span*: those of its clause, or of the line where these weigh little."""
    number = next((token.clause for token in claim.words if token.span.overlaps(span)), 0)
    words = [token for token in claim.content if not token.span.overlaps(span)]
    near = [token for token in words if token.clause == number]
    return near if sum(token.weight for token in near) >= _CONTEXT else words


def _names(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    keys = {key for name in claim.names for key in name.keys}
    for name in claim.names:
        own = set(name.keys)
        if not grounds.known.knows(name, claim.text):
            yield Objection("name", name.text)
            continue
        label = grounds.known.label(name)
        if label in _EXCHANGED and _is_misplaced(
            name.span,
            claim,
            grounds,
            lambda passage, own=own: bool(own & passage.name_keys),
            lambda passage, label=label: any(
                not keys & set(other.keys) and grounds.known.label(other) in (label, None) for other in passage.names
            ),
            _MARGIN,
        ):
            yield Objection("name-place", name.text)


def _figures(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for figure in claim.figures:
        if not any(figure.agrees(other) for passage in grounds.passages for other in passage.figures):
            if _is_count(figure, claim, grounds):
                continue
            yield Objection("number", figure.span.of(claim.text))
        elif _is_misplaced(
            figure.span,
            claim,
            grounds,
            lambda passage, figure=figure: any(figure.agrees(other) for other in passage.figures),
            lambda passage: any(not any(own.agrees(other) for own in claim.figures) for other in passage.figures),
            _FIGURE_MARGIN,
        ):
            yield Objection("number-place", figure.span.of(claim.text))


def _is_count(figure: Figure, claim: Claim, grounds: Grounds) -> bool:
    """Tell whether *figure* may count what the article names one by one: a small number in words, of things of no other number."""
    if not all(value <= _COUNTED for value in figure.values) or figure.span.of(claim.text)[0].isdigit():
        return False
    noun = next((token for token in claim.content if token.span.start >= figure.span.end), None)
    return noun is not None and not any(
        other.span.end <= token.span.start <= other.span.end + _NEXT and (token.key == noun.key or token.stems & noun.stems)
        for passage in grounds.passages
        for other in passage.figures
        for token in tokens(passage.text, grounds.code)
    )


def _moments(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for moment in claim.moments:
        if not any(moment.is_said_by(other) for passage in grounds.passages for other in passage.moments):
            yield Objection("date", moment.span.of(claim.text))
        elif _is_misplaced(
            moment.span,
            claim,
            grounds,
            lambda passage, moment=moment: any(moment.is_said_by(other) for other in passage.moments),
            lambda passage: any(not any(own.is_said_by(other) for own in claim.moments) for other in passage.moments),
            _FIGURE_MARGIN,
        ):
            yield Objection("date-place", moment.span.of(claim.text))


def _quotations(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for match in _QUOTED.finditer(claim.text):
        quoted = next(group for group in match.groups() if group)
        if f" {' '.join(fold(word) for word in WORD.findall(quoted))} " not in grounds.words:
            yield Objection("quotation", quoted)


def _polarity(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    own = clauses(claim.text, grounds.code)
    said = [clause for passage in grounds.passages for clause in passage.clauses]
    skipped = {key for name in (*claim.names, *grounds.names) for key in name.keys}
    for clause in own:
        excused = not clause.is_negated and any(other.is_negated or other.has_hint for other in own if other is not clause)
        about = _about(clause, said, skipped, grounds.code)
        if about and all(
            contradicts(clause, other, grounds.code) and not (excused and other.is_negated) for other in about
        ):
            yield Objection("negation", clause.text)
    best = max(grounds.passages, key=lambda passage: sum(_worth(token, passage, claim) for token in claim.content), default=None)
    if best is not None and opposes(claim.text, best.text, grounds.code):
        yield Objection("contrary", claim.text)


def _about(clause: Clause, said: Sequence[Clause], skipped: set[str], code: str) -> list[Clause]:
    """Return the clauses of the article that are about the same as *clause* of the line.

    They hold most of its words, or it holds nearly all of theirs; names do not count, they may come with anything.
    """
    shares = []
    for other in said:
        own, theirs = _held(clause, other, skipped, code), _held(other, clause, skipped, code)
        by_verb = clause.is_negated != other.is_negated and not clause.is_explicit and not other.is_explicit
        shares.append(min(own, theirs) if by_verb else max(own, theirs - _INVERSE))
    best = max(shares, default=0.0)
    return [other for share, other in zip(shares, said, strict=True) if share >= max(_SAME, _NEARLY * best)]


def _held(clause: Clause, other: Clause, skipped: set[str], code: str) -> float:
    """Return the share of the words of *clause* that *other* holds, a contrary being as good as the word."""
    content = [token for token in clause.words if token.is_content and token.key not in skipped]
    total = sum(token.weight for token in content)
    keys, stems = {token.key for token in other.words}, {stem for token in other.words for stem in token.stems}
    held = 0.0
    for token in content:
        if token.key in keys or is_contrary_in(token.text, other, code):
            held += token.weight
        elif token.stems & stems:
            held += token.weight * _HALF
    return held / total if total else 0.0


def _roles(claim: Claim, grounds: Grounds) -> Iterator[Objection]:
    for passage in grounds.passages:
        pair = swapped(claim.text, claim.names, passage.text, passage.names, grounds.code)
        if pair is not None:
            yield Objection("roles", " / ".join(pair))
            return


Check = Callable[[Claim, Grounds], Iterator[Objection]]
CHECKS: tuple[Check, ...] = (_names, _figures, _moments, _quotations, _polarity, _roles)
