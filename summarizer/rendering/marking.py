"""Marks that may overlap -> pieces of text that do not: the cut that makes nested markup always right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.types import Span

MarkKind = Literal["evidence", "cut", "entity", "term"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Something to be shown at a place of the text: ``ref`` says of what (a key point, a label, an entry)."""

    span: Span
    kind: MarkKind
    ref: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text throughout which the same marks hold, in the order of their start."""

    span: Span
    marks: tuple[Mark, ...] = ()

    def refs(self, kind: MarkKind) -> tuple[str, ...]:
        """Return what the marks of *kind* refer to, each once."""
        return tuple(dict.fromkeys(mark.ref for mark in self.marks if mark.kind == kind))


def cut_at_marks(whole: Span, marks: Iterable[Mark], *, borders: Iterable[int] = ()) -> tuple[Piece, ...]:
    """Cut *whole* wherever a mark starts or ends, and at *borders*; return the pieces in order, none of them empty.

    The pieces joined are the whole again. What a mark covers outside of *whole* is left out, an empty mark altogether.

    >>> marks = [Mark(Span(0, 4), "evidence", "k1"), Mark(Span(2, 6), "entity", "ORG")]
    >>> [(piece.span.start, piece.span.end, len(piece.marks)) for piece in cut_at_marks(Span(0, 8), marks)]
    [(0, 2, 1), (2, 4, 2), (4, 6, 1), (6, 8, 0)]
    """
    inside = sorted(mark for mark in set(marks) if mark.span.start < mark.span.end and mark.span.overlaps(whole))
    edges = {whole.start, whole.end, *borders, *(edge for mark in inside for edge in (mark.span.start, mark.span.end))}
    places = sorted(edge for edge in edges if whole.start <= edge <= whole.end)
    pieces: list[Piece] = []
    open_marks: list[Mark] = []
    following = 0
    for start, end in pairwise(places):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while following < len(inside) and inside[following].span.start <= start:
            if inside[following].span.end > start:
                open_marks.append(inside[following])
            following += 1
        pieces.append(Piece(Span(start, end), tuple(open_marks)))
    return tuple(pieces)


def between(pieces: Sequence[Piece], span: Span) -> Sequence[Piece]:
    """Return those of *pieces*, which are in order, that lie inside *span*.

    >>> between(cut_at_marks(Span(0, 6), (), borders=(2, 4)), Span(2, 4))
    (Piece(span=Span(start=2, end=4), marks=()),)
    """
    first = bisect_left(pieces, span.start, key=lambda piece: piece.span.start)
    last = bisect_right(pieces, span.end, key=lambda piece: piece.span.end)
    return pieces[first : max(first, last)]
