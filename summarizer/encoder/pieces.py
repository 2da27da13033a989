"""Text -> word pieces with the place of each (SentencePiece's unigram model; Kudo 2018), and windows to read at a time."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from summarizer import resources
from summarizer.types import Span

# Pieces read together: all of nearly every article. What is longer is read in several windows, which end where a block does.
WINDOW = 1_536
# Words whose pieces are kept.
_KEPT_WORDS = 50_000
_WORD = re.compile(r"\S+")
# The piece between two lines, and what SentencePiece writes for a space.
_LINE, _SPACE = "<nl>", "▁"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The numbers of the pieces of a text and the place where each starts in it, and where each window starts among them."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    windows: NDArray[np.int64]

    def window_of(self, span: Span) -> int:
        """Return the number of the window that holds the start of *span*."""
        return int(np.searchsorted(self.windows, self._piece_at(span.start), "right")) - 1

    def bounds(self, window: int) -> tuple[int, int]:
        """Return the first piece of a window and the one behind its last."""
        following = self.windows[window + 1 :]
        return int(self.windows[window]), int(following[0]) if len(following) else len(self.ids)

    def range(self, span: Span, window: int) -> tuple[int, int]:
        """Return where the pieces of *span* start and end, counted from the start of its window; at least one."""
        first, last = self.bounds(window)
        start = min(self._piece_at(span.start), last - 1)
        return start - first, max(start + 1, min(self._piece_at(span.end - 1) + 1, last)) - first

    def _piece_at(self, place: int) -> int:
        """Return the piece that covers a character."""
        return int(np.searchsorted(self.starts[1:], place, "right"))


def pieces_of(text: str) -> Pieces:
    """Return the pieces of *text*, a mark before its first one and one between its lines."""
    ids, starts, breaks = [_processor().bos_id()], [0], []
    for line in re.finditer(r"[^\n]+", text):
        if len(ids) > 1:
            breaks.append(len(ids))
            ids.append(_processor().piece_to_id(_LINE))
            starts.append(line.start())
        for word in _WORD.finditer(text, *line.span()):
            numbers, places = _split(word.group())
            ids += numbers
            starts += (word.start() + place for place in places)
    windows = _windows(len(ids), breaks)
    return Pieces(np.array(ids, dtype=np.int64), np.array(starts, dtype=np.int64), np.array(windows, dtype=np.int64))


def _windows(count: int, breaks: Sequence[int]) -> list[int]:
    """Return where windows of about equal size start among *count* pieces, at one of *breaks* where one is near.

    >>> _windows(100, [40]), _windows(4_000, [1_300, 1_450, 2_700])
    ([0], [0, 1300, 2700])
    """
    starts = [0]
    while (rest := count - starts[-1]) > WINDOW:
        size = math.ceil(rest / math.ceil(rest / WINDOW))
        near = [place for place in breaks if starts[-1] + size // 2 <= place <= starts[-1] + min(WINDOW, size + size // 20)]
        starts.append(near[-1] if near else starts[-1] + size)
    return starts


@lru_cache(_KEPT_WORDS)
def _split(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the numbers of the pieces of a word, and where in it each starts."""
    numbers = tuple(_processor().encode(word))
    places, place = [], 0
    for number in numbers:
        places.append(min(place, len(word) - 1))
        place += 1 if number == _processor().unk_id() else len(_processor().id_to_piece(number).lstrip(_SPACE))
    return numbers, tuple(places)


@cache
def _processor() -> SentencePieceProcessor:
    return SentencePieceProcessor(model_file=str(resources.model_file("encoder_pieces.model")))
