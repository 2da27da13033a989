"""Counts of names over time -> the geometry of small bar charts, one row a name, all rows to one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# A bar is 8 wide and 2 apart, the tallest 30 high: units of the drawing, which is stretched to its place.
_STEP, _BAR, _HEIGHT = 10, 8, 30
# More bars than this are thinner than 4 pixels on a phone: days give way to months, months to years, then the first years go.
MOST_PERIODS = 40
# Characters of an ISO date that name its period.
_LENGTHS = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart: its name, its counts by period, their sum, and its bars."""

    name: str
    counts: tuple[int, ...]
    total: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of bars over ``periods`` (ISO dates cut to a day, month or year); without periods, one bar a row."""

    unit: str
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    width: int
    height: int = _HEIGHT


def periods_of(first: str, last: str) -> tuple[str, tuple[str, ...]]:
    """Return the unit (day, month or year) for the time from *first* to *last*, ISO days, and every period of it.

    >>> periods_of("2024-01-30", "2024-02-01")
    ('day', ('2024-01-30', '2024-01-31', '2024-02-01'))
    >>> periods_of("2023-11-30", "2024-02-01")
    ('month', ('2023-11', '2023-12', '2024-01', '2024-02'))
    """
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (end - start).days + 1
    if days <= MOST_PERIODS:
        return "day", tuple((start + timedelta(days=number)).isoformat() for number in range(days))
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    if len(months) <= MOST_PERIODS:
        return "month", tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in months)
    return "year", tuple(f"{year:04}" for year in range(start.year, end.year + 1)[-MOST_PERIODS:])


def chart_over_time(counts: Sequence[tuple[str, Mapping[str, int]]], *, unit: str, periods: Sequence[str]) -> Chart:
    """Return the chart of *counts*: names, each with its count by ISO day."""
    rows = [(name, _by_period(by_day, unit, periods)) for name, by_day in counts]
    most = max((count for _, row in rows for count in row), default=0) or 1
    series = tuple(Series(name, row, sum(row), _columns(row, most)) for name, row in rows)
    return Chart(unit, tuple(periods), series, _STEP * len(periods))


def chart_of_totals(counts: Sequence[tuple[str, int]]) -> Chart:
    """Return the chart of *counts* that no date goes with: one bar a name."""
    most = max((count for _, count in counts), default=0) or 1
    width = 100
    series = (Series(name, (count,), count, (Bar(0, 0, round(width * count / most, 1), _HEIGHT),)) for name, count in counts)
    return Chart("", (), tuple(series), width)


def _by_period(by_day: Mapping[str, int], unit: str, periods: Sequence[str]) -> tuple[int, ...]:
    sums = dict.fromkeys(periods, 0)
    for day, count in by_day.items():
        period = day[: _LENGTHS[unit]]
        if period in sums:
            sums[period] += count
    return tuple(sums.values())


def _columns(counts: Sequence[int], most: int) -> tuple[Bar, ...]:
    """Return a bar for each count that is not zero, none so low that it is not seen."""
    heights = (max(2.0, round(_HEIGHT * count / most, 1)) if count else 0.0 for count in counts)
    return tuple(
        Bar(number * _STEP + 1, round(_HEIGHT - height, 1), _BAR, height) for number, height in enumerate(heights) if height
    )
