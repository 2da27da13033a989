"""Fixes of whole sections: links, contacts and calls to action go, the article's own summary and glossary are marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from summarizer.cleaning.plan import Changed
from summarizer.cleaning.shapes import is_heading_of, is_prose, shares_before
from summarizer.languages.record import Language
from summarizer.types import Block, Part

# A section of links or of calls to action stands in the last part of an article; a summary before it is the lead.
_CLOSING_SHARE = 0.35
# What a press release says of who sent it stands further down.
_ABOUT_SHARE = 0.6
# A summary repeats the article: this share of its words, by their first letters, is in the rest. Of news in brief less is.
_REPEATED, _STEM = 0.4, 5
# A section of prose at the end that has as many words may bring in what the article has not said: it must repeat more.
_LAST_WORDS, _LAST_REPEATED = 60, 0.5
_ADDRESS = re.compile(r"@\w|\bwww\.|https?://|\d\d[ .-]\d\d")
_GLOSSARY_LINE = re.compile(r"^[^:–—.!?]{2,90}? ?(?::|\s[–—-])\s+\S.{10,}$", re.DOTALL)


def drop_sections(blocks: list[Block], language: Language) -> Changed:
    """Drop whole closing sections of contact, sources and calls to action, up to the next heading of the same rank."""

    def opens(block: Block, share: float) -> bool:
        is_unwanted = share >= _CLOSING_SHARE and is_heading_of(block, language.discarded_sections)
        return is_unwanted or (share >= _ABOUT_SHARE and is_heading_of(block, language.about_sections))

    return _without(blocks, opens, _ends_section)


def drop_links(blocks: list[Block], language: Language) -> Changed:
    """Drop a heading above links to other texts with the links, up to the next heading or the first paragraph of prose."""

    def opens(block: Block, share: float) -> bool:
        return share >= _CLOSING_SHARE and is_heading_of(block, language.link_sections)

    def ends(block: Block, links: Block) -> bool:
        return _ends_section(block, links) or (block.kind != "item" and is_prose(block.text))

    return _without(blocks, opens, ends)


def _without(blocks: list[Block], opens: Callable[[Block, float], bool], ends: Callable[[Block, Block], bool]) -> Changed:
    """Return *blocks* without the sections that *opens* finds by their heading and its place, each up to where it *ends*."""
    kept: list[Block] = []
    changes: list[tuple[str, str]] = []
    section: Block | None = None
    for block, share in zip(blocks, shares_before(blocks), strict=True):
        if opens(block, share):
            section = block
        elif section is not None and ends(block, section):
            section = None
        if section is None:
            kept.append(block)
        else:
            changes.append((block.text, ""))
    return Changed(kept, changes)


def mark_own_summary(blocks: list[Block], language: Language) -> Changed:
    """Mark the article's own closing summary and glossary, so that they are not summarised again.

    A summary near the top is the lead of an agency story: only its heading goes, its points stay. Of a glossary near the top the
    lines that say what a word means are marked.
    """
    marked: list[Block] = []
    changes: list[tuple[str, str]] = []
    section: Block | None = None
    is_on_top = False
    for number, (block, share) in enumerate(zip(blocks, shares_before(blocks), strict=True)):
        part = _announced_part(block, language)
        if part == "summary" and share < _CLOSING_SHARE:
            changes.append((block.text, ""))
            continue
        if part == "summary" and not _sums_up(number, blocks, language):
            part = "body"
        if part != "body":
            section, is_on_top = replace(block, part=part), share < _CLOSING_SHARE
            changes.append((block.text, f"[{part}]"))
        elif section is not None and _ends_section(block, section):
            section = None
        is_in = section is not None and (not is_on_top or part != "body" or _GLOSSARY_LINE.match(block.text))
        marked.append(replace(block, part=section.part) if section is not None and is_in else block)
    return Changed(marked, changes)


def _sums_up(number: int, blocks: Sequence[Block], language: Language) -> bool:
    """Tell whether the section under the heading *number* says what the text says; news in brief and last words do not.

    At the end a list or a few lines are a summary in any case.
    """
    end = next((i for i in range(number + 1, len(blocks)) if _ends_section(blocks[i], blocks[number])), len(blocks))
    section = blocks[number + 1 : end]
    is_last = end == len(blocks) or _announced_part(blocks[end], language) != "body"
    words = sum(len(block.text.split()) for block in section)
    if is_last and (words < _LAST_WORDS or any(block.kind == "item" for block in section)):
        return True
    own = {stem for block in section for stem in _stems(block.text)}
    others = {stem for block in (*blocks[:number], *blocks[end:]) for stem in _stems(block.text)}
    return len(own & others) >= (_LAST_REPEATED if is_last else _REPEATED) * len(own)


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM].lower() for word in re.findall(r"[^\W\d_]{5,}", text))


def _announced_part(block: Block, language: Language) -> Part:
    if block.kind in ("title", "question"):
        return "body"
    if is_heading_of(block, language.glossary_sections):
        return "glossary"
    if is_heading_of(block, language.summary_sections):
        return "summary"
    return "body"


def _ends_section(block: Block, section: Block) -> bool:
    """Tell whether *block* is a heading that closes *section*: one of the same or a higher rank, and no address."""
    if _ADDRESS.search(block.text):
        return False
    return block.kind in ("heading", "title") and (block.level == 0 or section.level == 0 or block.level <= section.level)
