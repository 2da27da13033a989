"""Fast questions about many spans of one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from summarizer.types import Span


class SpanIndex:
    """Spans that do not overlap one another, to be asked which of them touch another span.

    >>> index = SpanIndex([Span(0, 3), Span(5, 9)])
    >>> index.overlapping(Span(2, 6)), index.covers(Span(6, 8)), index.covers(Span(2, 6))
    ([Span(start=0, end=3), Span(start=5, end=9)], True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def overlapping(self, span: Span) -> list[Span]:
        """Return the spans that share a character with *span*, in order."""
        return self._spans[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def covers(self, span: Span) -> bool:
        """Tell whether *span* lies wholly inside one of the spans."""
        return any(own.covers(span) for own in self.overlapping(span))
