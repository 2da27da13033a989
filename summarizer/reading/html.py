"""A web page -> Article, through trafilatura, which tells the article from the page around it."""

from __future__ import annotations

import copy
import logging
import re
from dataclasses import replace

from lxml.html import HtmlElement

from summarizer.errors import EmptyArticleError
from summarizer.reading.border import parsing
from summarizer.reading.decoding import decode, decode_declared
from summarizer.reading.html_blocks import blocks_of, dissolve_empty, dissolve_inline, drop_furniture, parse_html, text_length
from summarizer.reading.page_facts import PageFacts, page_facts
from summarizer.reading.text import from_text
from summarizer.types import Article, Block, Note, Source

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 4_096
# A page whose extraction has fewer characters than a line or two is read as a whole; where the page carries its article as
# data (JSON-LD), that is taken when it has this many times the text, as on pages that are built by a script.
_FEWEST_LETTERS, _TIMES = 120, 1.8
_TITLE_LIMIT = 300


def from_html(data: bytes, source: Source) -> Article:
    """Read the article of a web page; menus, banners, captions, related links and comments are left out.

    Raises ReadingError when it is no page that can be read, EmptyArticleError when it holds no words.
    """
    text, encoding = decode_page(data, name=source.name)
    with parsing(source.name, "a web page"):
        scripts = _linked_data(text)
        tree = parse_html(text, name=source.name)
        facts = page_facts(tree, scripts)
        drop_furniture(tree)
        dissolve_empty(tree)
        dissolve_inline(tree)
        blocks = _article_blocks(tree, facts)
    holds_words = any(char.isalpha() for block in blocks for char in block.text)
    is_shell = all(_letters(block.text) == _letters(facts.title or "") for block in blocks)
    blocks = _titled(blocks, facts.title)
    if not holds_words or is_shell:
        raise EmptyArticleError(f"{source.name}: is a page without text; it may be built by a script: save it from a browser")
    known = Source(source.name, source.media_type, source.url or facts.url, facts.published, facts.author)
    notes = () if encoding.startswith("utf") else (Note("encoding", encoding),)
    return Article(known, blocks, notes, language_hint=facts.language)


def from_fragment(text: str, *, name: str) -> tuple[Block, ...]:
    """Return the blocks of a piece of HTML that is all article, such as the entry of a feed."""
    with parsing(name, "HTML"):
        if "<" not in text or not text.strip():
            return from_text(text, Source(name, "text/plain")).blocks
        tree = parse_html(text, name=name)
        drop_furniture(tree)
        dissolve_inline(tree)
        return blocks_of(tree, tables=True)


def decode_page(data: bytes, *, name: str) -> tuple[str, str]:
    """Return the text of a page and its encoding: UTF-8 where valid, else as declared if it can be that, else the likeliest."""
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = (declared.group(1) or declared.group(2)).decode("ascii").lower()
        # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding).
        encoding = "cp1252" if encoding in ("iso-8859-1", "latin1", "latin-1", "windows-1252", "ascii", "us-ascii") else encoding
        text = decode_declared(data, encoding)
        if text is not None:
            return text, "utf-8" if encoding in ("utf-8", "utf8") else encoding
    return decode(data, name=name)


def _linked_data(text: str) -> list[str]:
    pattern = r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.*?)</script"
    return re.findall(pattern, text, re.DOTALL | re.IGNORECASE)


def _article_blocks(tree: HtmlElement, facts: PageFacts) -> tuple[Block, ...]:
    """Return the extracted blocks, or the page's own data, or the whole page, whichever holds the article."""
    found = _extract(tree)
    if facts.body and len(facts.body) > _TIMES * text_length(found):
        return from_fragment(facts.body, name="articleBody")
    return found if text_length(found) >= _FEWEST_LETTERS else max(found, blocks_of(tree, tables=True), key=text_length)


def _extract(tree: HtmlElement) -> tuple[Block, ...]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns where the whole page is read instead
    # The comparison with readability and jusText (fast=False) saves pages without a p element: token F1 0.56 -> 0.98 on the
    # shared pages with all elements made div; favor_precision gains 0.001 on those without classes and costs nothing.
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=False, favor_precision=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    return () if body is None else blocks_of(body)


def _titled(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """Put the title first, once, and rank the headings below it."""
    if not title or len(title) > _TITLE_LIMIT:
        return blocks
    said = _letters(title)
    first = next((i for i, block in enumerate(blocks[:3]) if block.kind == "heading" and block.level == 1), -1)
    kept = [block for i, block in enumerate(blocks) if _letters(block.text) != said and i != first]
    return (Block("title", title, 1), *(replace(block, level=2) if block.level == 1 else block for block in kept))


def _letters(text: str) -> str:
    return re.sub(r"[^\w]+", "", text.lower())


__all__ = ["decode_page", "from_fragment", "from_html"]
