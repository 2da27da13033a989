"""Pieces of text with their places on printed pages -> blocks, in reading order.

Pieces become lines, lines columns, and columns paragraphs; what repeats at the edges of the pages is left out. Places are in
points (1/72 inch) from the lower left corner of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.reading.hyphens import join_lines, words_of
from summarizer.types import Block, BlockKind

# Pages on which a line at the edge must recur: left and right pages have different heads, and each chapter its own.
_FEWEST_PAGES = 2
_EDGE_LINES = 2
_PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d]{1,6}\W{0,2})?\d{1,4}(?:\W{1,3}[^\W\d]{0,3}\W{0,2}\d{1,4})?\W*")
# So many lines that start at the same place, this share of a page's lines, make a column.
_FEWEST_STARTS, _COLUMN_SHARE = 4, 0.2
# Mean width of a letter in type sizes, over Helvetica and Times in French and English text.
_LETTER_WIDTH = 0.48
# A gap between lines, an indent and a change of size that start a paragraph, in leadings and type sizes.
_GAP, _INDENT, _SIZE_CHANGE = 1.45, 0.8, 0.08
_TITLE_SIZE, _HEADING_SIZE = 1.25, 1.1
_SHORT_LINE = 0.75
_HEADING_LIMIT = 120
_TITLE_LIMIT = 250
_BULLET = re.compile(r"^(?:[•●▪■◦‣·–—*-])\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:»\"”)]\s*$")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line: its text, where its baseline starts, its type size and whether it is bold."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    page: int
    column: float

    @property
    def width(self) -> float:
        return len(self.text) * self.size * _LETTER_WIDTH


def layout(pages: Sequence[Sequence[Fragment]], *, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of *pages*; *title*, what the file says of itself, counts only where the first page shows it.

    The largest line at the top of the first page is the title, larger or bold lines above the text are headings.
    """
    lines = _without_edges([_lines(page, number) for number, page in enumerate(pages)])
    if not lines:
        return ()
    body = _body_size(lines)
    vocabulary = words_of(line.text for line in lines)
    width = {column: _usual_width(lines, column=column) for column in {line.column for line in lines}}
    groups: list[list[_Line]] = [[lines[0]]]
    for last, line in pairwise(lines):
        if _starts_paragraph(last, line, width=width[last.column], group=groups[-1]):
            groups.append([line])
        else:
            groups[-1].append(line)
    blocks = [_block(group, body=body, text=_joined(group, vocabulary)) for group in groups]
    return _with_title([block for block in blocks if block.text], groups, title=title, body=body)


def _lines(page: Sequence[Fragment], number: int) -> list[_Line]:
    """Join the pieces of each line and put the lines of a page into reading order."""
    columns = _columns(page)
    lines: list[_Line] = []
    for piece in page:
        column = max((start for start in columns if start <= piece.x + 2), default=0.0)
        last = lines[-1] if lines else None
        if last and last.column == column and abs(last.y - piece.y) < 0.5 * max(last.size, piece.size) and piece.x >= last.x:
            size, bold = (last.size, last.is_bold) if len(last.text) >= len(piece.text) else (piece.size, piece.is_bold)
            is_bold = last.is_bold and piece.is_bold if last.text.strip() and piece.text.strip() else bold
            lines[-1] = replace(last, text=last.text + piece.text, size=size, is_bold=is_bold)
        else:
            lines.append(_Line(piece.text, piece.x, piece.y, piece.size, piece.is_bold, number, column))
    lines = [replace(line, text=" ".join(line.text.split())) for line in lines]
    return _in_columns(lines) if len(columns) > 1 else lines


def _columns(page: Sequence[Fragment]) -> list[float]:
    """Return where the columns of a page start, from the left: places at which many lines start."""
    starts = Counter(round(piece.x / 3) for piece in page)
    rows: dict[int, set[int]] = {}
    for piece in page:
        rows.setdefault(round(piece.x / 3), set()).add(round(piece.y))
    least = max(_FEWEST_STARTS, _COLUMN_SHARE * len({round(piece.y) for piece in page}))
    found = sorted(place * 3.0 for place in starts if len(rows[place]) >= least)
    apart: list[float] = []
    for start in found:
        # Closer places are indents of one column.
        if not apart or start - apart[-1] > 100:
            apart.append(start)
    return [0.0, *(start - 1.5 for start in apart[1:])]


def _in_columns(lines: list[_Line]) -> list[_Line]:
    """Put lines that were drawn across the columns, row by row, into columns; leave a page drawn by columns as it is."""
    across = sum(1 for last, line in pairwise(lines) if abs(last.y - line.y) < 2 and last.column != line.column)
    if across < _FEWEST_STARTS - 1:
        return lines
    second = min(line.column for line in lines if line.column > 0)
    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in sorted(lines, key=lambda line: (-round(line.y), line.x)):
        if line.column == 0 and line.x + line.width > second + 2 * line.size and not _has_neighbour(line, lines):
            ordered += [*sorted(band, key=lambda line: line.column), line]
            band = []
        else:
            band.append(line)
    return ordered + sorted(band, key=lambda line: line.column)


def _has_neighbour(line: _Line, lines: Iterable[_Line]) -> bool:
    return any(abs(other.y - line.y) < 2 and other.column != line.column for other in lines)


def _without_edges(pages: list[list[_Line]]) -> list[_Line]:
    """Leave out page numbers and the lines that recur at the top or bottom of the pages."""
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(shape for page in edges for shape in {_shape(line.text) for line in page})
    title_size = _TITLE_SIZE * _body_size(line for page in pages for line in page)
    kept: list[_Line] = []
    for page, edge in zip(pages, edges, strict=True):
        dropped = {
            line
            for line in edge
            if (counts[_shape(line.text)] >= _FEWEST_PAGES or (len(page) > 3 and _PAGE_NUMBER.fullmatch(line.text)))
            and not (line.page == 0 and line.size >= title_size)
        }
        kept += [line for line in page if line not in dropped]
    return kept


def _edge_lines(page: list[_Line]) -> set[_Line]:
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:_EDGE_LINES], *heights[-_EDGE_LINES:]}
    return {line for line in page if round(line.y) in outer}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text.lower()))


def _body_size(lines: Iterable[_Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0) or 1.0


def _usual_width(lines: Iterable[_Line], *, column: float) -> float:
    widths = sorted(line.width for line in lines if line.column == column)
    return widths[int(0.8 * (len(widths) - 1))]


def _starts_paragraph(last: _Line, line: _Line, *, width: float, group: list[_Line]) -> bool:
    if abs(last.size - line.size) > _SIZE_CHANGE * max(last.size, line.size) or (last.is_bold != line.is_bold):
        return True
    if _BULLET.match(line.text):
        return True
    ended = bool(_SENTENCE_END.search(last.text))
    if last.page != line.page or last.column != line.column or line.y > last.y:
        # A new column goes on with the paragraph where a sentence is open.
        return ended and (last.width < _SHORT_LINE * width or line.text[:1].isupper())
    leading = min((above.y - below.y for above, below in pairwise(group) if above.y > below.y), default=1.35 * line.size)
    if last.y - line.y > _GAP * max(leading, line.size):
        return True
    left = min(member.x for member in group[1:] or group)
    is_indented = line.x - left > _INDENT * line.size and not _BULLET.match(group[0].text)
    return ended and (is_indented or (last.width < _SHORT_LINE * width and line.text[:1].isupper()))


def _joined(group: Sequence[_Line], vocabulary: Counter[str]) -> str:
    """Join the lines of a paragraph; its bullet goes."""
    text = join_lines([line.text for line in group], vocabulary)
    return (_BULLET.sub("", text) if _BULLET.match(group[0].text) else text).strip()


def _block(group: Sequence[_Line], *, body: float, text: str) -> Block:
    first = group[0]
    if _BULLET.match(first.text):
        return Block("item", text)
    is_large = first.size >= _HEADING_SIZE * body
    if len(text) <= _HEADING_LIMIT and (is_large or first.is_bold) and not text.endswith((".", ",", ";")):
        kind: BlockKind = "question" if text.endswith("?") else "heading"
        return Block(kind, text, 2 if is_large else 3)
    return Block("paragraph", text)


def _with_title(blocks: list[Block], groups: Sequence[Sequence[_Line]], *, title: str, body: float) -> tuple[Block, ...]:
    """Make the largest lines of the first page the title, or the file's own title where the first blocks show it."""
    first_page = [i for i, group in enumerate(groups) if group[0].page == groups[0][0].page][: len(blocks)]
    largest = max(first_page, key=lambda i: (groups[i][0].size, -i), default=None)
    if largest is not None and groups[largest][0].size >= _TITLE_SIZE * body and len(blocks[largest].text) <= _TITLE_LIMIT:
        place = largest
    else:
        said = _letters(title)
        place = next((i for i in first_page[:4] if said and _letters(blocks[i].text) == said), -1)
    if place < 0:
        return tuple(blocks)
    # Lines above the title (a column's name, a date) stay: cleaning knows what they are.
    return tuple(Block("title", block.text, 1) if i == place else block for i, block in enumerate(blocks))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
