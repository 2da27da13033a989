"""Whether a line says the contrary of a passage: negations, words that deny, contraries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.tokens import Token, tokens

# Content words that a negation reaches, and the least weight of one that is compared by itself.
_SCOPE, _TELLING = 2, 2.0


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text: its words, the stems of those that are negated, whether it is negated, by a negation or else by its
    verb, whether a word hints at one."""

    text: str
    whole: str
    words: tuple[Token, ...]
    negated: frozenset[str]
    is_negated: bool
    is_explicit: bool
    has_hint: bool


def clauses(text: str, code: str) -> tuple[Clause, ...]:
    """Return the clauses of *text* that hold a content word, in order."""
    found: list[list[Token]] = []
    for token in tokens(text, code):
        if not found or found[-1][0].clause != token.clause:
            found.append([])
        found[-1].append(token)
    return tuple(_clause(run, text, code) for run in _joined(found))


def _joined(runs: Sequence[list[Token]]) -> Iterator[list[Token]]:
    """Yield the runs, one without any content word together with the next."""
    held: list[Token] = []
    for run in runs:
        held = held + run
        if any(token.is_content for token in held):
            yield held
            held = []


def _clause(run: Sequence[Token], text: str, code: str) -> Clause:
    piece = text[run[0].span.start : run[-1].span.end]
    signs = _signs(code)
    bare = signs.none.sub(" ", piece)
    explicit = signs.negations.search(bare) is not None
    negations = explicit + len({match.group().lower() for match in signs.denials.finditer(bare)})
    return Clause(
        text=piece,
        whole=text,
        words=tuple(run),
        negated=_scope(run, bare, piece, code) if negations == 1 else frozenset(),
        is_negated=negations % 2 == 1,
        is_explicit=explicit,
        has_hint=signs.hints.search(bare) is not None,
    )


def _scope(run: Sequence[Token], bare: str, piece: str, code: str) -> frozenset[str]:
    """Return the stems of the words that a single negation negates: the next few after it, or after what announces it ("ne")."""
    signs = _signs(code)
    match = signs.negations.search(piece) if bare == piece else None
    if match is None:
        return frozenset()
    announced = signs.announcers.search(piece, 0, match.start() + 1)
    start = run[0].span.start + (announced.start() if announced else match.start())
    content = [token for token in run if token.is_content and token.span.start >= start]
    return frozenset(stem for token in content[:_SCOPE] for stem in token.stems if token.weight >= _TELLING)


def contradicts(line: Clause, passage: Clause, code: str) -> bool:
    """Tell whether the two clauses, which are about the same, say the contrary of each other.

    One is negated and the other is not, unless that has a word by which the same is said without a negation; or they
    agree in that and hold contrary words.
    """
    contrary = sum(_are_contrary(line, passage, one, other) for one, other in _signs(code).contraries)
    if line.is_negated == passage.is_negated:
        return contrary % 2 == 1
    return contrary % 2 == 0 and not (passage if line.is_negated else line).has_hint


def is_denied(text: str, code: str) -> bool:
    """Tell whether *text* holds a negation or a word that negates."""
    signs = _signs(code)
    return signs.negations.search(text) is not None or signs.denials.search(text) is not None


def is_contrary_in(word: str, clause: Clause, code: str) -> bool:
    """Tell whether *clause* has a contrary of *word*, and the text around it has not the word's kind."""
    for pair in _signs(code).contraries:
        for own, contrary in (pair, pair[::-1]):
            if own.fullmatch(word) and contrary.search(clause.text) and not own.search(clause.whole):
                return True
    return False


def opposes(line: str, passage: str, code: str) -> bool:
    """Tell whether two whole texts without a negation hold contrary words."""
    signs = _signs(code)
    if is_denied(line, code) or is_denied(passage, code):
        return False
    return any(
        one.search(left) and not other.search(left) and other.search(right) and not one.search(right)
        for one, other in signs.contraries
        for left, right in ((line, passage), (passage, line))
    )


def _are_contrary(line: Clause, passage: Clause, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    def only(clause: Clause, wanted: re.Pattern[str], unwanted: re.Pattern[str]) -> bool:
        return wanted.search(clause.text) is not None and unwanted.search(clause.whole) is None

    return (only(line, one, other) and only(passage, other, one)) or (only(line, other, one) and only(passage, one, other))


@dataclass(frozen=True, slots=True)
class _Signs:
    """The patterns of one language."""

    announcers: re.Pattern[str]
    negations: re.Pattern[str]
    none: re.Pattern[str]
    denials: re.Pattern[str]
    hints: re.Pattern[str]
    contraries: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _signs(code: str) -> _Signs:
    words = CLAIM_WORDS[code]

    def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?:(?!\w)|(?<=['’]))", re.IGNORECASE)

    return _Signs(
        announcers=any_of(words.announcers),
        negations=any_of(words.negations),
        none=any_of(words.no_negations),
        denials=any_of(words.denials),
        hints=any_of(words.hints_of_negation),
        contraries=tuple((any_of([one]), any_of([other])) for one, other in words.contraries.items()),
    )
