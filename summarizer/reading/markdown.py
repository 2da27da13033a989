"""Markdown -> Article, through markdown-it-py (CommonMark with tables)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.errors import EmptyArticleError
from summarizer.reading.facts import iso_date, language_code
from summarizer.reading.text import are_entries
from summarizer.types import Article, Block, BlockKind, Source

_FRONT_MATTER = re.compile(r"\A---\n((?:[\w-]+ ?:.*\n|[ \t#-].*\n)+)---\n")
_FRONT_LINE = re.compile(r"^(title|author|date|lang(?:uage)?) ?: *[\"']?(.+?)[\"']? *$", re.MULTILINE | re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[\w-]+\]:?")
_BREAKS = ("softbreak", "hardbreak")
_SKIPPED_INLINE = {"image", "html_inline"}


def from_markdown(text: str, source: Source) -> Article:
    """Split Markdown into blocks; code, images, tables and HTML are left out, links keep their text.

    The first heading of level 1 is the title. A paragraph that is one bold question is a question.
    Raises EmptyArticleError when there is no letter in the text.
    """
    text = text.replace("\r\n", "\n").replace("\x0b", " ")
    front = _FRONT_MATTER.match(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(_FOOTNOTE.sub("", text[front.end() if front else 0 :]))
    blocks = tuple(_blocks(tokens))
    facts = {match[1].lower(): match[2] for match in _FRONT_LINE.finditer(front.group(1))} if front else {}
    if "title" in facts and not any(block.kind == "title" for block in blocks):
        blocks = (Block("title", facts["title"], 1), *blocks)
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise EmptyArticleError(f"{source.name}: holds no words; give a text of at least one sentence")
    source = replace(source, published=iso_date(facts.get("date", "")), author=facts.get("author"))
    return Article(source, blocks, language_hint=language_code(facts.get("lang", facts.get("language", ""))))


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    opened: list[Token] = []
    titled = False
    for token in tokens:
        if token.nesting == 1:
            opened.append(token)
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "inline" and not any(parent.type == "table_open" for parent in opened):
            for line in _lines(token.children or []):
                if _plain(line):
                    blocks.append(_block(line, [parent.type for parent in opened], opened[-1].tag, titled))
                    titled = titled or blocks[-1].kind == "title"
    return blocks


def _lines(children: list[Token]) -> list[list[Token]]:
    """Return the paragraph whole, or its bold first line ("**A question?**") apart from the rest, or each entry of a glossary."""
    ends = [i for i, child in enumerate(children) if child.type in _BREAKS]
    lines = [children[start:end] for start, end in pairwise((0, *ends, len(children)))]
    if len(lines) > 1 and are_entries([_plain(line) for line in lines]):
        return lines
    if ends and _is_bold(children[: ends[0]]):
        return [children[: ends[0]], children[ends[0] + 1 :]]
    return [children]


def _block(line: list[Token], parents: list[str], tag: str, titled: bool) -> Block:
    text = _plain(line)
    if "heading_open" in parents:
        level = int(tag[1])
        kind: BlockKind = "title" if level == 1 and not titled else "question" if text.endswith("?") else "heading"
        return Block(kind, text, level)
    if "list_item_open" in parents:
        return Block("item", text)
    return Block("question" if _is_bold(line) and text.endswith("?") else "paragraph", text)


def _plain(line: list[Token]) -> str:
    pieces = (" " if child.type in _BREAKS else child.content for child in line if child.type not in _SKIPPED_INLINE)
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _is_bold(line: list[Token]) -> bool:
    inside = [child for child in line if child.content.strip() or child.nesting]
    return bool(inside) and inside[0].type == "strong_open" and inside[-1].type == "strong_close"
