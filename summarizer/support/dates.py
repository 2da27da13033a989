"""Dates of a text: day, month, year and day of the week, as far as each is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.types import Span

_YEAR = r"(?:1[89]|20)\d\d"
_PREPOSITIONS = r"(?:in|of|since|until|till|from|by|before|after|early|late|mid|next|last|this|between|and|to|during|through)"

# Months that are other words as well.
_AMBIGUOUS = frozenset(("may", "mar"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with ``None`` for what is not said."""

    span: Span
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: str | None = None

    def is_said_by(self, other: Moment) -> bool:
        """Tell whether *other* says all that this date says."""
        return all(
            own is None or own == said
            for own, said in (
                (self.day, other.day),
                (self.month, other.month),
                (self.year, other.year),
                (self.weekday, other.weekday),
            )
        )


def moments(text: str, code: str) -> tuple[Moment, ...]:
    """Return the dates of *text*, written in the language *code*, in order.

    >>> [(moment.day, moment.month) for moment in moments("le 3 mars, puis en avril", "fr")]
    [(3, 3), (None, 4)]
    """
    found: list[Moment] = []
    for moment in _candidates(text, code):
        if not any(moment.span.overlaps(other.span) for other in found):
            found.append(moment)
    return tuple(sorted(found, key=lambda moment: moment.span))


def _candidates(text: str, code: str) -> Iterator[Moment]:
    """Yield the readings of dates, the fullest first."""
    words = CLAIM_WORDS[code]
    for pattern in _patterns(code):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = parts.get("month") or parts.get("name")
            if month is not None and words.capital_dates and not month[0].isupper():
                continue
            number = int(parts["number"]) if parts.get("number") else month and words.months[month.lower().rstrip(".")]
            day = parts.get("day")
            year = parts.get("year")
            weekday = parts.get("weekday")
            yield Moment(
                Span(*match.span()),
                day=int(day) if day else None,
                month=number or None,
                year=int(year) if year else None,
                weekday=weekday.lower() if weekday else None,
            )


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    words = CLAIM_WORDS[code]
    month = rf"(?P<month>{'|'.join(sorted(words.months, key=len, reverse=True))})\b\.?"
    day = r"(?<![\d.,])(?P<day>[12]?\d|3[01])(?:er|st|nd|rd|th)?(?!\d)"
    weekday = rf"(?:(?P<weekday>{'|'.join(sorted(words.weekdays))}),? )?"
    year = rf"(?:,? (?P<year>{_YEAR})(?!\d))?"
    names = "|".join(sorted(words.months.keys() - _AMBIGUOUS, key=len, reverse=True))
    sure = rf"(?P<name>{names})\b\.?"
    # "may" and "mar" are months only with a capital, after a word that speaks of time.
    alone = rf"(?:{_PREPOSITIONS} ){month}|\b{sure}" if words.capital_dates else rf"\b{month}"
    sources = (
        rf"\b{weekday}(?:the )?{day} (?:of )?{month}{year}",
        rf"\b{weekday}{month} (?:the )?{day}(?![\d:,]\d){year}",
        rf"\b{month},? (?:of |de )?(?P<year>{_YEAR})(?!\d)",
        r"(?<![\d/.])(?P<day>[012]?\d|3[01])[/.](?P<number>0\d|1[0-2])(?:[/.](?P<year>(?:19|20)\d\d))?(?![\d/])",
        alone,
        rf"(?<![\d.,€$£-])(?P<year>{_YEAR})(?![.,]?\d| ?[%€$£])",
        rf"\b(?P<weekday>{'|'.join(sorted(words.weekdays))})s?\b",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
