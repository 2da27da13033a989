"""Plain or pasted text -> Article: one block per heading, paragraph and list item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from summarizer.errors import EmptyArticleError
from summarizer.reading.hyphens import join_lines, words_of
from summarizer.types import Article, Block, BlockKind, Source

# A line with no sentence end and at most this many characters may be a heading; longer ones are prose that lost its stop.
_HEADING_LIMIT = 160
# Widths at which mail programs and editors wrap lines.
_WRAP_WIDTHS = (45, 130)

_BULLET = re.compile(r"^(?:[-*•–—·▪◦●■►➤✓✔]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s")
_UNDERLINE = re.compile(r"^\s*[-=_*~]{3,}\s*$")
_SENTENCE_END = re.compile(r"[.!?…;:,»\"”)][\s»\"”’')]*$")
# What somebody said behind other words, up to its full stop: 'The mayor said: "We will pay."'
_SPEECH = re.compile(r"\w\W+[«\"“][^«\"“]+[.!?…]\s?[»\"”]\s*$")
_STOP_INSIDE = re.compile(r"\w[.!?…][»\"”)]* [«\"“(]?[A-ZÀ-Ý].*[.!?…][»\"”)]$")
_QUESTION = re.compile(r"\?\s*[»\"”]?\s*$")
# A line of a glossary: "Goodwill: what a buyer pays beyond the book value."
_ENTRY = re.compile(r"[^\W\d_][^:.!?;\n]{1,60} ?: \S.{8,}[.;!?]$")
# The mark of a mail program before each line that it quotes.
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_LIST_MARK = re.compile(r"^(?:[-*•–—·▪◦●■►➤✓✔]\s*)?(?:\(?(?:\d{1,2}[.)]|[a-z]\))\s+)?")


def from_text(text: str, source: Source) -> Article:
    """Split *text* into blocks by its lines.

    Lines of a hard-wrapped paragraph are joined; otherwise each line is a block. A short line without sentence end that
    stands before a longer one is a heading; a line with a bullet or a number is a list item.
    Raises EmptyArticleError when there is no letter in the text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if not any(char.isalpha() for char in text):
        raise EmptyArticleError(f"{source.name}: holds no words; give a text of at least one sentence")
    lines = [line for line in _unwrap(_unquoted(text.split("\n"))) if not _UNDERLINE.match(line)]
    lines = [line for line in lines if line.strip()]
    following = [line.strip() for line in lines[1:]] + [""]
    return Article(source, tuple(_block(line, after) for line, after in zip(lines, following, strict=True)))


def are_entries(lines: Sequence[str]) -> bool:
    """Tell whether each of *lines* is an entry of a glossary."""
    return all(_ENTRY.match(line) for line in lines)


def _unquoted(lines: list[str]) -> list[str]:
    """Take the marks of a quoted mail off the lines of paragraphs of which half the lines or more have one."""
    whole: list[str] = []
    for is_empty, group in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(group)
        marked = sum(_QUOTED.match(line) is not None for line in paragraph)
        is_quoted = not is_empty and marked > 0 and marked * 2 >= len(paragraph)
        whole += [_QUOTED.sub("", line) for line in paragraph] if is_quoted else paragraph
    return whole


def _unwrap(lines: list[str]) -> list[str]:
    """Join the lines of hard-wrapped paragraphs; leave the rest alone. Empty lines stay as borders."""
    joined: list[str] = []
    paragraph: list[str] = []
    vocabulary = words_of(lines)
    for line in [*lines, ""]:
        if line.strip():
            if paragraph and line.startswith("  ") and _BULLET.match(paragraph[-1]) and not _BULLET.match(line.strip()):
                paragraph[-1] += f" {line.strip()}"
            else:
                paragraph.append(line.strip())
            continue
        joined += [join_lines(paragraph, vocabulary)] if _is_wrapped(paragraph) else paragraph
        joined.append("")
        paragraph = []
    return joined


def _is_wrapped(paragraph: list[str]) -> bool:
    """Tell whether every line ends where the next word would not have fitted any more."""
    width = max(len(line) for line in paragraph) if paragraph else 0
    if (
        len(paragraph) < 2
        or are_entries(paragraph)
        or any(_BULLET.match(line) for line in paragraph)
        or not _WRAP_WIDTHS[0] <= width <= _WRAP_WIDTHS[1]
    ):
        return False
    return all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(paragraph))


def _block(line: str, following: str) -> Block:
    line = line.strip()
    if _BULLET.match(line) and not _is_numbered_heading(line, following):
        return Block("item", _LIST_MARK.sub("", line, count=1))
    return Block(_kind(line, following), _LIST_MARK.sub("", line, count=1) if _NUMBERED.match(line) else line)


def _is_numbered_heading(line: str, following: str) -> bool:
    """Tell "2. What it costs" above a paragraph from the second item of a list."""
    return (
        bool(_NUMBERED.match(line))
        and len(line) <= 100
        and not _SENTENCE_END.search(line.rstrip(")"))
        and len(following) > len(line)
        and not _BULLET.match(following)
    )


def _kind(line: str, following: str) -> BlockKind:
    if len(line) > _HEADING_LIMIT:
        return "paragraph"
    if _QUESTION.search(line) and len(following) > len(line) and not _SPEECH.search(line):
        return "question"
    if _SENTENCE_END.search(line) and not line.endswith(("»", '"', "”", ")")):
        return "paragraph"
    if _SPEECH.search(line) or _STOP_INSIDE.search(line):
        return "paragraph"
    return "heading" if len(line) < max(60, len(following)) else "paragraph"
