"""A tree of HTML -> blocks: parsed within bounds, inline elements dissolved, one block per heading, paragraph and item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from summarizer.errors import ReadingError
from summarizer.types import Block, BlockKind

# A newspaper's front page has 3,000 to 8,000 elements; extraction takes about 6 s for a page at the bound.
MAX_ELEMENTS = 30_000
# Attributes are parsed in quadratic time; a drawing's path may have thousands of words.
_MOST_WORDS_IN_TAG = 20_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{40000,}")
# Pages nest 15 to 40 deep, generated ones up to 80; trafilatura and copy.deepcopy walk trees by recursion.
MAX_DEPTH = 250
# Bold runs are kept through the extraction, which drops formatting, by a private-use character at both ends.
_BOLD_MARK = "\ue0b0"
_BOLD_TAGS = ("b", "strong")
# Elements that may hold nothing; extraction would drop them together with the text behind them.
_MAY_BE_EMPTY = tuple("span div section p figure picture img svg small label font ins a i b em strong".split())
# Elements of text, without which the sentence reads on: they are dissolved, so that no extraction breaks a sentence at them.
_INLINE = (
    "i",
    "em",
    "u",
    "s",
    "mark",
    "small",
    "big",
    "font",
    "abbr",
    "acronym",
    "cite",
    "dfn",
    "ins",
    "var",
    "time",
    "q",
    "wbr",
    *_BOLD_TAGS,
)
_SILENT = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "button",
    "math",
    "title",
)
_TEXT_BLOCKS = {"p", "li", "item", "blockquote", "quote", "dt", "dd", "pre", "div", "td", "th", "section", "article", "center"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS = ("br", "lb", "hr")
_SKIPPED = {*_SILENT, "table", "figure", "figcaption", "form", "nav", "graphic", "code"}
# Bylines, dates, share buttons, captions and banners by the words of their class, id or itemprop; long text is never one.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:date|datepublished|datemodified|time|timestamp|pubdate|published|byline|author|auteur|signature|credits?|copyright|caption"
    r"|share|sharing|social|cookies?|consent|gdpr|newsletter|breadcrumbs?|reading-?time|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE_TAGS = ("p", "div", "span", "ul", "time", "aside")
_FURNITURE_LIMIT = 200
_LINE_END = re.compile(r"[.!?…:;»\"”)]\s*$")
_BULLET = re.compile(r"^[•►▶♦◆■●▪▸➤➔✓✔]\s*(?=\S)")
_HEADING_LIMIT = 120


def parse_html(text: str, *, name: str) -> HtmlElement:
    """Return the tree of the page *text*, without what is never text.

    Raises ReadingError when the page is nested deeper or larger than any written page.
    """
    text = text.replace("\0", "").replace(_BOLD_MARK, "")
    if any(len(tag.group().split()) > _MOST_WORDS_IN_TAG for tag in _LONG_TAG.finditer(text)):
        raise ReadingError(f"{name}: is a page with an element of thousands of attributes, which is no article; paste the text")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    _check_size(tree, name=name)
    etree.strip_elements(tree, "script", "style", "noscript", "template", "svg", "iframe", "math", with_tail=False)
    return tree


def _check_size(tree: HtmlElement, *, name: str) -> None:
    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH or count > 2 * MAX_ELEMENTS:
            what = f"nested more than {MAX_DEPTH} deep" if depth > MAX_DEPTH else f"made of more than {MAX_ELEMENTS} elements"
            raise ReadingError(f"{name}: is a page {what}, which is no article; paste the text")


def drop_furniture(tree: HtmlElement) -> None:
    """Drop from *tree*, in place, the short elements that their class, id or itemprop names as the page around the article."""
    for element in list(tree.iter(*_FURNITURE_TAGS)):
        named = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
        is_hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None
        parent = element.getparent()
        if parent is None or not (is_hidden or _FURNITURE.search(named)) or not _is_short(element):
            continue
        # "On <span class=date>12 May</span>, the mayor": a part of a sentence is none of the page.
        if element.tag not in ("span", "time") or parent.tag != "p" or _is_short(parent):
            element.drop_tree()


def _is_short(element: HtmlElement) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _FURNITURE_LIMIT:
            return False
    return True


def dissolve_empty(tree: HtmlElement) -> None:
    """Take elements without any text out of *tree* in place, and leave what stands behind them: an anchor, an icon, an image."""
    for element in reversed(list(tree.iter(*_MAY_BE_EMPTY))):
        if not len(element) and not (element.text or "").strip() and element.getparent() is not None:
            element.drop_tree()


def dissolve_inline(tree: HtmlElement) -> None:
    """Dissolve the inline elements of *tree* in place, marking where bold runs start and end."""
    for element in tree.iter(*_BOLD_TAGS):
        if any(text.strip() for text in element.itertext()):
            element.text = _BOLD_MARK + (element.text or "")
            if len(element):
                element[-1].tail = (element[-1].tail or "") + _BOLD_MARK
            else:
                element.text += _BOLD_MARK
    etree.strip_tags(tree, *_INLINE)


@dataclass(slots=True)
class _Writer:
    """Collects the text of the element that is open and turns it into blocks at its borders."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def flush(self, tag: str, level: int) -> None:
        """Write what was collected as blocks of the element *tag*."""
        for line in _lines("".join(self.pieces)):
            text = line.replace(_BOLD_MARK, "").strip()
            if text:
                self.blocks.append(_block(text, is_bold=_is_bold(line), tag=tag, level=level))
        self.pieces.clear()


def blocks_of(tree: HtmlElement, *, tables: bool = False) -> tuple[Block, ...]:
    """Return the blocks of *tree* in order; tables, figures and forms are left out (*tables* keeps the text of the first).

    Reads HTML and the elements into which trafilatura turns it (head, item, quote, lb).
    """
    writer = _Writer()
    skipped = _SKIPPED - {"table"} if tables else _SKIPPED
    opened: list[tuple[str, int]] = [("div", 0)]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        # The head of a page has no rend; a heading, which trafilatura calls head, has one.
        if event == "start" and (tag in skipped or (tag == "head" and not element.get("rend"))):
            walk.skip_subtree()
        elif tag in _BREAKS:
            writer.pieces += ["\n"] if event == "start" else []
        elif tag in _TEXT_BLOCKS or tag in _HEADINGS or tag == "head":
            writer.flush(*opened[-1])
            if event == "start":
                opened.append(_kind_of(element, inside=opened[-1][0]))
            elif len(opened) > 1:
                opened.pop()
        if event == "start" and tag not in skipped:
            writer.pieces.append(_even(element.text))
        elif event == "end":
            writer.pieces.append(_even(element.tail) if element is not tree else "")
    writer.flush(*opened[-1])
    return tuple(writer.blocks)


def _kind_of(element: HtmlElement, *, inside: str) -> tuple[str, int]:
    tag = str(element.tag)
    if tag == "head":
        rend = element.get("rend") or "h2"
        return "heading", _HEADINGS.get(rend, 2)
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    return ("li" if tag in ("li", "item") or inside == "li" else "p"), 0


def _even(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _lines(text: str) -> Iterator[str]:
    """Split at line breaks where a sentence, a bold line or an empty line ends; join the rest, which is only wrapped."""
    joined: list[str] = []
    for line in map(str.strip, text.split("\n")):
        last = joined[-1] if joined else ""
        if last and (not line or _LINE_END.search(last.replace(_BOLD_MARK, "")) or _is_bold(last) or _is_bold(line)):
            yield " ".join(joined)
            joined = []
        joined += [line] if line else []
    if joined:
        yield " ".join(joined)


def _is_bold(line: str) -> bool:
    """Tell whether the whole line is one bold run, or several with nothing but marks between them."""
    return _BOLD_MARK in line and not re.search(r"\w", "".join(line.split(_BOLD_MARK)[::2]))


def _block(text: str, *, is_bold: bool, tag: str, level: int) -> Block:
    if tag == "heading":
        kind: BlockKind = "question" if text.endswith("?") and level > 1 else "heading"
        return Block(kind, text, level)
    bare = _BULLET.sub("", text)
    if tag == "li" or (bare != text and not is_bold):
        return Block("item", bare or text)
    text = bare or text
    if is_bold and text.endswith("?") and len(text) <= _HEADING_LIMIT:
        return Block("question", text)
    if is_bold and len(text) <= _HEADING_LIMIT and not _LINE_END.search(text):
        return Block("heading", text, 2)
    return Block("paragraph", text)


def text_length(blocks: Iterable[Block]) -> int:
    """Return how many characters the blocks hold."""
    return sum(len(block.text) for block in blocks)
