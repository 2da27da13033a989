"""Whether a line says the contrary of a passage: negations, words that deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.tokens import Token, tokens

# Content words that a negation reaches, and the least weight of one that is compared by itself.
_SCOPE, _TELLING = 2, 2.0
# Words of four letters and more over which a negation reaches a word for a matter ("ne sera toutefois plus jamais ouvert").
_REACH = 3
# A word with a capital inside a clause: part of a name ("Doctors Without Delay").
_CAPITAL = re.compile(r"(?<=\S )[A-ZÀ-Þ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text: its words, the stems of those that are negated, whether it is negated, by a negation or by its verb.

    Also whether a word hints at a negation, and whether it is a condition, a wish, or denied: nothing that is so.
    """

    text: str
    whole: str
    words: tuple[Token, ...]
    negated: frozenset[str]
    is_negated: bool
    is_explicit: bool
    has_hint: bool
    is_open: bool


@lru_cache(maxsize=4_000)
def clauses(text: str, code: str) -> tuple[Clause, ...]:
    """Return the clauses of *text* that hold a content word, in order."""
    found: list[list[Token]] = []
    for token in tokens(text, code):
        if not found or found[-1][0].clause != token.clause:
            found.append([])
        found[-1].append(token)
    read: list[Clause] = []
    for run in _joined(found):
        read.append(_clause(run, text, code, before=read[-1] if read else None))
    return tuple(read)


def _joined(runs: Sequence[list[Token]]) -> Iterator[list[Token]]:
    """Yield the runs, one without any content word together with the next."""
    held: list[Token] = []
    for run in runs:
        held = held + run
        if any(token.is_content for token in held):
            yield held
            held = []


def _clause(run: Sequence[Token], text: str, code: str, *, before: Clause | None) -> Clause:
    piece = text[run[0].span.start : run[-1].span.end]
    signs = signs_of(code)
    bare = signs.bared(piece)
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
        is_open=_is_open(run[0].text.lower(), before, signs),
    )


def _is_open(first: str, before: Clause | None, signs: Signs) -> bool:
    """Tell whether a clause that starts with the word *first*, after the clause *before*, does not say that something is so."""
    if before is None or first in signs.conditions:
        return first in signs.conditions
    wished = signs.wishes.search(before.text) is not None
    return before.is_open or (first in signs.subordinators and (before.is_negated or wished))


def _scope(run: Sequence[Token], bare: str, piece: str, code: str) -> frozenset[str]:
    """Return the stems of the words that a single negation negates: the next few after it, or after what announces it ("ne")."""
    signs = signs_of(code)
    match = signs.negations.search(bare)
    if match is None:
        return frozenset()
    announced = signs.announcers.search(piece, 0, match.start() + 1)
    start = run[0].span.start + (announced.start() if announced else match.start())
    content = [token for token in run if token.is_content and token.span.start >= start]
    return frozenset(stem for token in content[:_SCOPE] for stem in token.stems if token.weight >= _TELLING)


def contradicts(line: Clause, passage: Clause) -> bool:
    """Tell whether one of two clauses, which are about the same, is negated and the other is not.

    The other must have no word by which the same is said without a negation.
    """
    other = passage if line.is_negated else line
    return line.is_negated != passage.is_negated and not (other.has_hint or passage.is_open)


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of one language."""

    subordinators: frozenset[str]
    conditions: frozenset[str]
    wishes: re.Pattern[str]
    announcers: re.Pattern[str]
    negations: re.Pattern[str]
    none: re.Pattern[str]
    denials: re.Pattern[str]
    hints: re.Pattern[str]
    contrasts: re.Pattern[str]

    def bared(self, text: str) -> str:
        """Return the clause *text* with blanks for what only looks like a negation, names included."""
        bare = self.none.sub(lambda found: " " * len(found.group()), text)
        return _CAPITAL.sub(lambda found: " " * len(found.group()), bare)

    def count(self, text: str, match: re.Match[str]) -> int:
        """Return how many negations reach *match* in the clause *text*: explicit ones are one, then what denies before it.

        An explicit one reaches a few words behind it; words for contrast ("rather than") are one as well.
        """
        bare = self.bared(text)
        explicit = any(
            self._reaches(bare, self._start(bare, found), match.start()) or found.start() == match.end() + 1
            for found in self.negations.finditer(bare)
            if found.end() <= match.start() or found.start() >= match.end()
        )
        denials = {
            found.group().lower() for found in self.denials.finditer(bare) if self._reaches(bare, found.end(), match.start())
        }
        contrasts = any(found.start() < match.start() for found in self.contrasts.finditer(bare))
        return explicit + contrasts + len(denials)

    def _start(self, bare: str, negation: re.Match[str]) -> int:
        """Return where a negation starts that a word before the verb may announce."""
        announced = self.announcers.search(bare, 0, negation.start() + 1)
        return announced.start() if announced else negation.end()

    def _reaches(self, bare: str, start: int, place: int) -> bool:
        return start <= place and len(re.findall(r"[^\W\d_]{4,}", bare[start:place])) <= _REACH


@cache
def signs_of(code: str) -> Signs:
    """Return the patterns of the language *code*."""
    words = CLAIM_WORDS[code]

    def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?:(?!\w)|(?<=['’]))", re.IGNORECASE)

    return Signs(
        subordinators=words.subordinators,
        conditions=words.conditions,
        wishes=any_of(words.wishes),
        announcers=any_of(words.announcers),
        negations=any_of(words.negations),
        none=any_of(words.no_negations),
        denials=any_of(words.denials),
        hints=any_of(words.hints_of_negation),
        contrasts=any_of(words.contrasts),
    )
