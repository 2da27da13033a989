"""What a block looks like: a line of the page, a sentence, a heading; and where in the article it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from summarizer.types import Block

# A heading or a line of the page is short; longer blocks are prose whatever they start with.
LINE_LIMIT = 220
_HEADING_LIMIT = 110
# A line of the page is no sentence; a line that ends like one and has this many words is prose.
_PROSE_WORDS = 10
_SEPARATOR = re.compile(r" [|·•] ")
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]) ")


def shares_before(blocks: Sequence[Block]) -> list[float]:
    """Return for each block how much of the article's characters stand before it, from 0 to 1."""
    total = sum(len(block.text) for block in blocks) or 1
    shares, before = [], 0
    for block in blocks:
        shares.append(before / total)
        before += len(block.text)
    return shares


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)


def is_line_of(block: Block, patterns: tuple[str, ...], *, limit: int = LINE_LIMIT) -> bool:
    """Tell whether the whole block, or most pieces of a line of pieces ("By X · 6 min read · Share"), are of *patterns*."""
    if len(block.text) > limit:
        return False
    pieces = [piece for piece in _SEPARATOR.split(block.text) if piece]
    found = sum(any(pattern.fullmatch(piece) for pattern in _compiled(patterns)) for piece in pieces)
    return found * 2 > len(pieces) or any(pattern.fullmatch(block.text) for pattern in _compiled(patterns))


def is_prose(text: str) -> bool:
    """Tell whether *text* ends like a sentence and is long enough for one."""
    return text[-1] in ".!?" and text[0] != "(" and len(text.split()) >= _PROSE_WORDS


def is_heading_of(block: Block, patterns: tuple[str, ...]) -> bool:
    """Tell whether *block* is a short line, and no sentence, of *patterns*; a number may stand before it."""
    if block.kind == "item" or block.text[-1] in ".,":
        return False
    return is_line_of(replace(block, text=_NUMBER.sub("", block.text)), patterns, limit=_HEADING_LIMIT)
