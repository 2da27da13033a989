"""A Word document (DOCX) -> Article, through python-docx: a block per paragraph, by its style."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from summarizer.errors import EmptyArticleError
from summarizer.reading.archive import check_archive
from summarizer.reading.border import parsing
from summarizer.reading.facts import language_code
from summarizer.types import Article, Block, BlockKind, Source

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_KIND = "a Word document (DOCX)"
_HEADING = re.compile(r"heading (\d)|(?:titre|title|subtitle|sous-titre) ?(\d)?", re.IGNORECASE)
_LIST = re.compile(r"list|bullet|puce", re.IGNORECASE)
# Captions and tables of contents carry nothing of the article.
_SKIPPED = re.compile(r"caption|légende|toc\b|table of|footer|header", re.IGNORECASE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_LIMIT = 120


def from_docx(data: bytes, source: Source) -> Article:
    """Read a Word document: headings and lists by their styles; tables, notes, comments and deleted text are left out.

    Raises ReadingError when the document is damaged or unpacks to more than is read, EmptyArticleError when it has no words.
    """
    check_archive(data, name=source.name, kind=_KIND)
    with parsing(source.name, _KIND):
        from docx import Document

        document = Document(io.BytesIO(data))
        blocks: list[Block] = []
        styles = {style.style_id: style.name or "" for style in document.styles}
        titled = False
        for paragraph in _paragraphs(document):
            # By the identifier: python-docx searches all styles anew for each paragraph.
            blocks += _blocks(paragraph, style=styles.get(paragraph._p.style or "", ""), titled=titled)
            titled = titled or any(block.kind == "title" for block in blocks[-1:])
        facts = document.core_properties
        title, author, language = facts.title, " ".join((facts.author or "").split()), language_code(facts.language or "")
        published = _date(facts.created)
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise EmptyArticleError(f"{source.name}: is a document without paragraphs of text; copy the text out of its tables")
    if title.strip() and not any(block.kind == "title" for block in blocks) and blocks[0].text == title.strip():
        blocks[0] = Block("title", blocks[0].text, 1)
    known = Source(source.name, source.media_type, source.url, published, author or None)
    return Article(known, tuple(blocks), language_hint=language)


def _paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body, those in content controls among them, which python-docx leaves out."""
    from docx.text.paragraph import Paragraph

    for element in document.element.body.iter(f"{_WORD}p"):
        around = {str(parent.tag).removeprefix(_WORD) for parent in element.iterancestors()}
        if around.isdisjoint(("tbl", "txbxContent", "p")):
            yield Paragraph(element, document)


def _blocks(paragraph: Paragraph, *, style: str, titled: bool) -> list[Block]:
    lines = [" ".join(line.split()) for line in _text(paragraph).split("\n")]
    lines = [line for line in lines if line]
    if not lines or _SKIPPED.search(style):
        return []
    heading = _HEADING.match(style)
    if heading:
        level = int(heading.group(1) or heading.group(2) or 1)
        text = " ".join(lines)
        is_title = level == 1 and not titled
        kind: BlockKind = "title" if is_title else "question" if text.endswith("?") else "heading"
        return [Block(kind, text, 1 if is_title else max(2, level))]
    if _LIST.search(style) or paragraph._p.find(f".//{_WORD}numPr") is not None:
        return [Block("item", " ".join(lines))]
    if len(lines) == 1 and len(lines[0]) <= _HEADING_LIMIT and _is_bold(paragraph) and lines[0][-1] not in ".,;:":
        return [Block("question" if lines[0].endswith("?") else "heading", lines[0], 2)]
    return [Block("paragraph", line) for line in lines]


def _text(paragraph: Paragraph) -> str:
    """Return the paragraph's text with inserted and linked runs, which python-docx's own ``text`` leaves out in part."""
    pieces = []
    for element in paragraph._p.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr", f"{_WORD}noBreakHyphen"):
        if next(element.iterancestors(f"{_WORD}txbxContent"), None) is not None:
            continue
        tag = str(element.tag).removeprefix(_WORD)
        pieces.append(element.text or "" if tag == "t" else {"tab": " ", "noBreakHyphen": "-"}.get(tag, "\n"))
    return "".join(pieces)


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _date(created: datetime | None) -> str | None:
    # python-docx's own template was created in 2013: a document made with it without a date has that one.
    if created is None or created.year < 1990 or created.isoformat().startswith("2013-12-23T23:15:00"):
        return None
    return created.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
