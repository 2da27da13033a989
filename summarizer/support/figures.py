"""Numbers of a text, however they are written: "2 millions", "2,000,000" and "deux millions" are one value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from summarizer.languages.claims import CLAIM_WORDS, ClaimWords
from summarizer.types import Span

# How far apart two values may be, as a share, when one is said to be approximate ("near 400" for 396, "over 60" for 63).
ROUNDING = 0.06
# How far above it the true value may be when it is said to be more ("more than a fifth" for 22 %).
FLOOR = 0.15
# How far apart they may be otherwise: what is lost in writing thirds as 0.33.
_SAME = 0.011
_NUMERAL = re.compile(r"(?<![\w.,])\d{1,3}(?:(?:[ \u00a0\u202f,.’']\d{3})+(?!\d)|\d*)(?:[.,]\d+)?(?![\d])")
_WORD = re.compile(r"[^\W\d_]+(?:\d[^\W_]*)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: the values that it may have, whether it is a percentage, its currency, and how it is written."""

    values: frozenset[float]
    is_percent: bool
    currency: str | None
    is_rounded: bool
    is_floor: bool
    days: float | None
    is_bare: bool
    span: Span

    def agrees(self, other: Figure) -> bool:
        """Tell whether the two say the same amount of the same thing, as far as can be seen."""
        if (self.currency and other.currency and self.currency != other.currency) or not self._lasts_as(other):
            return False
        if self.days and other.days and self.days != other.days:
            return True
        shares = self.is_percent or other.is_percent
        if shares and self.is_percent != other.is_percent and not _is_share(self, other):
            return False
        limit = ROUNDING if self.is_rounded else _SAME if shares else 1e-9
        return any(
            _close(one, two, limit) or (self.is_floor and one <= two <= one * (1 + FLOOR))
            for one in _scaled(self, other)
            for two in other.values
        )

    def _lasts_as(self, other: Figure) -> bool:
        """Tell whether the two are no different times: 18 months are a year and a half, and "aged 18" may say 18 years."""
        if self.days is None or other.days is None:
            return self.days is None or other.is_bare
        if self.days == other.days:
            return True
        return any(_close(a * self.days, b * other.days, ROUNDING) for a in self.values for b in other.values)

    def is_difference(self, others: Sequence[Figure]) -> bool:
        """Tell whether this is the difference of two of *others* of one kind."""
        return any(
            one.is_percent == other.is_percent
            and one.currency == other.currency
            and any(_close(value, abs(a - b), _SAME) for value in self.values for a in one.values for b in other.values)
            for one, other in combinations(others, 2)
        )

    def is_ratio(self, others: Sequence[Figure]) -> bool:
        """Tell whether this is the share that one of *others* is of another ("half of the lines": two of four)."""
        return any(
            0 < value < 1 and (_close(a, value * b, _SAME) or _close(b, value * a, _SAME))
            for one, other in combinations(others, 2)
            for value in self.values
            for a in one.values
            for b in other.values
        )


def _is_share(one: Figure, other: Figure) -> bool:
    """Tell whether the figure that is no percentage is a fraction of one ("a third")."""
    plain = other if one.is_percent else one
    return all(0 < value < 1 for value in plain.values)


def _scaled(one: Figure, other: Figure) -> frozenset[float]:
    """Return the values of *one* in the scale of *other*: a fraction as a percentage where the other is one."""
    if one.is_percent == other.is_percent:
        return one.values
    factor = 0.01 if one.is_percent else 100.0
    return frozenset(value * factor for value in one.values)


def _close(one: float, two: float, limit: float) -> bool:
    return abs(one - two) <= limit * max(abs(one), abs(two), 1e-12)


def figures(text: str, code: str) -> tuple[Figure, ...]:
    """Return the numbers of *text*, written in the language *code*, in order.

    >>> [sorted(figure.values) for figure in figures("deux millions, soit 2,4 % ou 1 250 000 euros", "fr")]
    [[2000000.0], [2.4], [1250000.0]]
    """
    words = CLAIM_WORDS[code]
    found = list(_fractions(text, code))
    taken = [span for _, span in found]
    for run in _runs(_tokens(text, words), text, words):
        span = Span(run[0].span.start, run[-1].span.end)
        if not any(span.overlaps(other) for other in taken) and (values := _values(run, words)):
            found.append((values, span))
    return tuple(_figure(values, span, text, words) for values, span in sorted(found, key=lambda item: item[1]))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A numeral or a number word."""

    word: str
    span: Span
    is_numeral: bool


def _tokens(text: str, words: ClaimWords) -> Iterator[_Piece]:
    known = {*words.numbers, *words.multipliers, *words.joiners}
    numerals = [Span(*match.span()) for match in _NUMERAL.finditer(text)]
    pieces = [_Piece(span.of(text), span, True) for span in numerals]
    for match in _WORD.finditer(text):
        span = Span(*match.span())
        if match.group().lower() in known and not any(span.overlaps(other) for other in numerals):
            pieces.append(_Piece(match.group().lower(), span, False))
    yield from sorted(pieces, key=lambda piece: piece.span)


def _runs(pieces: Iterator[_Piece], text: str, words: ClaimWords) -> Iterator[list[_Piece]]:
    """Yield the pieces that make one number: words that follow one another, a numeral with its multipliers."""
    run: list[_Piece] = []
    for piece in pieces:
        gap = text[run[-1].span.end : piece.span.start] if run else ""
        joined = bool(run) and re.fullmatch(r"[ \u00a0\u202f-]?", gap) and not (piece.is_numeral)
        if joined and run[0].is_numeral:
            joined = piece.word in words.multipliers and not (gap and len(piece.word) == 1)
        if joined and run[-1].word in words.joiners and not _is_joining(run, piece, words):
            joined = False
        if not joined:
            yield from _trimmed(run, words)
            run = []
        run.append(piece)
    yield from _trimmed(run, words)


def _is_joining(run: Sequence[_Piece], piece: _Piece, words: ClaimWords) -> bool:
    """Tell whether a joiner adds what follows: "vingt et un", "two hundred and ten", but not "cinq et un"."""
    before = run[-2].word if len(run) > 1 else ""
    return before in words.multipliers or words.numbers.get(before, 0) >= 20


def _trimmed(run: list[_Piece], words: ClaimWords) -> Iterator[list[_Piece]]:
    """Yield *run* without joiners at its ends, unless it is an article ("un", "a") or nothing."""
    while run and run[-1].word in words.joiners:
        run = run[:-1]
    while run and run[0].word in words.joiners:
        run = run[1:]
    if len(run) > 1 and words.numbers.get(run[0].word) == 1 and words.numbers.get(run[1].word, 0) > 1:
        run = run[1:]
    if not run or (len(run) == 1 and not run[0].is_numeral and words.numbers.get(run[0].word, 2) == 1):
        return
    if any(piece.is_numeral or piece.word in words.numbers or piece.word in words.lone_multipliers for piece in run):
        yield run


def _values(run: Sequence[_Piece], words: ClaimWords) -> frozenset[float]:
    if not run[0].is_numeral:
        value = _spelled([piece.word for piece in run], words)
        return frozenset() if value is None else frozenset((value,))
    factor = 1
    for piece in run[1:]:
        factor *= words.multipliers[piece.word]
    return frozenset(value * factor for value in numeral_values(run[0].word))


def numeral_values(numeral: str) -> frozenset[float]:
    """Return what a numeral may mean: "1,250" is 1250 in English, 1.25 in French.

    >>> sorted(numeral_values("1,250")), sorted(numeral_values("6.5"))
    ([1.25, 1250.0], [6.5])
    """
    plain = re.sub(r"[ \u00a0\u202f’']", "", numeral)
    readings = {plain.replace(",", "."), plain.replace(",", ""), plain.replace(".", ""), plain.replace(".", "").replace(",", ".")}
    if not re.search(r"[.,]\d{3}(?!\d)", plain):
        readings = {plain.replace(",", ".")}
    return frozenset(float(reading) for reading in readings if reading.count(".") <= 1 and "," not in reading)


def _spelled(run: Sequence[str], words: ClaimWords) -> float | None:
    """Return the value of number words; French "quatre-vingts" and "soixante-dix" add and multiply as they are read."""
    total = group = 0
    for word in run:
        if word in words.joiners:
            continue
        if word in words.multipliers:
            factor = words.multipliers[word]
            if factor == 100:
                group = max(1, group) * 100
            else:
                total, group = total + max(1, group) * factor, 0
        elif words.numbers[word] == 20 and group % 100 == 4:
            group += 76
        else:
            group += words.numbers[word]
    return float(total + group)


def _fractions(text: str, code: str) -> Iterator[tuple[frozenset[float], Span]]:
    multipliers = CLAIM_WORDS[code].multipliers
    for pattern, value in _fraction_patterns(code):
        for match in pattern.finditer(text):
            rest = re.match(r"[ -]?(\w+)", text[match.end() :])
            factor = multipliers.get(rest.group(1).lower(), 1) if rest else 1
            end = match.end() + (rest.end() if rest and factor > 1 else 0)
            yield frozenset((value * factor,)), Span(match.start(), end)


@cache
def _fraction_patterns(code: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    fractions = CLAIM_WORDS[code].fractions
    return tuple((re.compile(rf"\b{pattern}", re.IGNORECASE), value) for pattern, value in fractions.items())


def _figure(values: frozenset[float], span: Span, text: str, words: ClaimWords) -> Figure:
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 24]
    percent = re.match(rf"[ \u00a0\u202f-]?(?:{words.percents})", after, re.IGNORECASE) is not None
    currency = next(
        (
            code
            for sign, code in words.currencies.items()
            if re.match(rf"[ \u00a0\u202f]?(?:d['’]|de )?(?:{sign})(?!\w)", after, re.IGNORECASE)
            or re.search(rf"(?:{sign})[ \u00a0\u202f]?$", before, re.IGNORECASE)
        ),
        None,
    )
    nearby = _WORD.findall(before.lower())[-3:]
    rounded = any(word in words.roundings for word in nearby)
    days = next(
        (days for unit, days in words.durations.items() if re.match(rf"[ \u00a0\u202f-]?(?:{unit})(?!\w)", after, re.I)), None
    )
    bare = re.match(r"[,.;:)]|$|[ \u00a0]?[-–]", after) is not None
    return Figure(values, percent, currency, rounded, any(word in words.floors for word in nearby), days, bare, span)
