"""A PDF file -> Article, through pypdf: pieces of text with their places, which ``page_layout`` puts back into paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from summarizer.errors import EmptyArticleError, MissingExtraError, ReadingError
from summarizer.reading.border import parsing
from summarizer.reading.facts import language_code
from summarizer.reading.page_layout import Fragment, layout
from summarizer.types import Article, Source

if TYPE_CHECKING:
    from pypdf import PdfReader

# A long report has 300 pages; a page of text takes 500 to 5,000 drawing operators, a map or a chart up to 200,000. pypdf does
# about 100,000 a second, so that the bound holds a hostile file under the half minute.
MAX_PAGES, MAX_OPERATORS = 500, 1_000_000
# A page of a newspaper has 3,000 pieces of text.
MAX_PIECES = 20_000
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# Below this many letters a page the file is a stack of pictures with, at most, a stamp on each.
_FEWEST_LETTERS = 15


def from_pdf(data: bytes, source: Source) -> Article:
    """Read the text of a PDF: columns one after the other, words whole again, running heads and page numbers left out.

    Raises ReadingError when the file is damaged, protected or too long, EmptyArticleError when its pages are pictures,
    MissingExtraError when it is encrypted with a cipher that needs the extra ``pdf``.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every flaw of a file that it reads all the same
    with parsing(source.name, "a PDF file"):
        reader = _open(data, name=source.name)
        pages = _pages(reader, name=source.name)
        if sum(char.isalpha() for page in pages for piece in page for char in piece.text) < _FEWEST_LETTERS * len(pages):
            raise EmptyArticleError(f"{source.name}: is a PDF without text, perhaps scanned; run text recognition (OCR) on it")
        facts: Mapping[str, object] = reader.metadata or {}
        blocks = layout(pages, title=_text(facts.get("/Title")))
        author, language = _text(facts.get("/Author")), language_code(_text(reader.root_object.get("/Lang")))
    known = Source(source.name, source.media_type, source.url, _date(_text(facts.get("/CreationDate"))), author or None)
    return Article(known, blocks, language_hint=language)


def _open(data: bytes, *, name: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(data), strict=False)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(f"{name}: is protected by a password; save a copy without one")
    except DependencyError as error:
        raise MissingExtraError(f"{name}: is encrypted; install the extra: pip install 'article-summarizer[pdf]'") from error
    if len(reader.pages) > MAX_PAGES:
        raise ReadingError(f"{name}: has {len(reader.pages)} pages, more than the {MAX_PAGES} that are read; split the file")
    return reader


def _pages(reader: PdfReader, *, name: str) -> list[list[Fragment]]:
    operators = 0

    def count(*_: Any) -> None:
        nonlocal operators
        operators += 1
        if operators > MAX_OPERATORS:
            raise ReadingError(f"{name}: draws more than any article does; save its text and give that")

    pages = []
    for page in reader.pages:
        pieces: list[Fragment] = []
        page.extract_text(visitor_text=_collector(pieces, name=name), visitor_operand_before=count)
        pages.append(pieces)
    return pages


def _collector(pieces: list[Fragment], *, name: str) -> Callable[..., None]:
    """Return the function that pypdf calls for each piece: text, both matrices, font and size."""

    def collect(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        if len(pieces) > MAX_PIECES:
            raise ReadingError(f"{name}: has a page of more than {MAX_PIECES} pieces of text; save its text and give that")
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        is_bold = bool(font and _BOLD.search(str(font.get("/BaseFont", ""))))
        for number, line in enumerate(text.strip("\n").split("\n")):
            if line.strip():
                pieces.append(Fragment(line, x, y - number * size * scale, size * scale, is_bold))

    return collect


def _date(stamp: str) -> str | None:
    """Return a PDF date (ISO 32000-1, 7.9.4) in ISO 8601.

    >>> _date("D:20250617184200+02'00'"), _date("D:20250617")
    ('2025-06-17T18:42:00+02:00', '2025-06-17')
    """
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d'?\d\d)?)?", stamp)
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    zone = (match[7] or "").replace("'", "")
    time = f"T{match[4]}:{match[5]}:{match[6] or '00'}{zone[:3] + ':' + zone[3:] if len(zone) == 5 else zone}" if match[4] else ""
    return f"{match[1]}-{match[2]}-{match[3]}{time}"


def _text(value: object) -> str:
    return " ".join(value.replace("\0", "").split()) if isinstance(value, str) else ""
