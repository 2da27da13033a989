"""Fixes of the blocks: drop, mark or join them."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.cleaning.plan import Changed, drop
from summarizer.cleaning.shapes import LINE_LIMIT, is_line_of, is_prose
from summarizer.languages.record import Language
from summarizer.types import Block, Part

_TITLE_LIMIT = 220
# The lines above a title, at most.
_OPENING_BLOCKS = 4
_AGENCIES = "AFP|Reuters|AP|CNN|UPI|Belga|ATS|EFE|ANSA|dpa|DPA|PA|Bloomberg|Xinhua|TASS|ANP|APA|KUNA"
_TOWN = r"[A-ZÀ-Ý][\w’'./-]*"
_MONTH = r"[A-Za-zÀ-ÿ]{3,9}\.?"
_DATE = rf"(?:le )?(?:\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH},?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,) \d{{4}}"
_WIRE = r"(?:/PR ?Newswire/|\((?:GLOBE NEWSWIRE|BUSINESS WIRE)\))"
_DATELINE = re.compile(
    # LONDON (AP) - The, Tehran, Iran (CNN)The; not "Cable News Network (CNN) Chief".
    # A town ends at a comma or space, so that a long word in capitals is one town and not any number of them.
    rf"^(?:{_TOWN}(?:, ?| )){{0,5}}(?:{_TOWN},? ?)?(?:\d{{1,2}}(?:er)? ?\w* ?)?"
    rf"\((?:{_AGENCIES})\)(?: ?[-–—:]+ ?(?=\S)|(?=[A-ZÀ-Ý\"«“]))"
    rf"|^{_TOWN}(?: {_TOWN})*, {_TOWN}(?: {_TOWN})* \((?:{_AGENCIES})\) (?=[A-ZÀ-Ý\"«“])"
    r"|^[A-ZÀ-Ý][A-ZÀ-Ý’' /-]{2,40}(?:, ?[\w. ]{2,20})? ?\([\w .-]{2,24}\) ?[-–—]+ ?(?=\S)"
    # INVERNESS, Scotland – 3 June 2025 – The, LONDON, June 3, 2025 /PRNewswire/ -- The, Paris, le 3 juin 2025 – Le.
    rf"|^{_TOWN}(?: {_TOWN}){{0,3}}(?:, ?{_TOWN}(?: {_TOWN}){{0,2}})?(?:,| ?[-–—]) {_DATE}(?: ?{_WIRE})? ?[-–—:]+ ?(?=\S)"
    r"|^[A-ZÀ-Ý][A-ZÀ-Ý’' -]{2,30}, (?:le )?(?:[\w.]+ )?\d{1,2}(?:er)?(?: [\w.]+)? [-–—]+ (?=[A-ZÀ-Ý\"«“])"
)
_OPEN_END = re.compile(r"[\w,’'»\")\]%€$-]$")
_CONTINUATION = re.compile(r"^[a-zà-ÿ\d,;.)»%]")
_STOP_INSIDE = re.compile(r"[a-zà-ÿ][.!?…] [A-ZÀ-Ý]")
# Columns' names above a title, at most; more short lines are a list, or a menu where a title of so many words and prose follow.
_COLUMN_NAMES, _TITLE_WORDS = 2, 4
_SHORT_LINE = 60
# Words of a name that stood in a link of its own.
_NAME_WORDS = 5
_SEPARATOR = re.compile(r" [|·•] ")
_STRAY_MARK = re.compile(r"^[.,;:]\s*|(?<=\s)\.$")


def drop_wordless(blocks: list[Block], language: Language) -> Changed:
    """Drop blocks without a letter, unless they may close a sentence broken before them."""
    return drop(blocks, lambda block: not any(char.isalpha() for char in block.text) and block.text != ".")


def drop_navigation(blocks: list[Block], language: Language) -> Changed:
    """Drop lines of the page around the article."""
    return drop(blocks, lambda block: is_line_of(block, language.navigation) and not is_prose(block.text))


def drop_credits(blocks: list[Block], language: Language) -> Changed:
    """Drop bylines, dates, agency marks, translation notices."""
    return drop(blocks, lambda block: is_line_of(block, language.credits, limit=400) and not is_prose(block.text))


def drop_promotion(blocks: list[Block], language: Language) -> Changed:
    """Drop calls to action and newsletter lines."""
    return drop(blocks, lambda block: block.text[0] not in '«“"‘' and is_line_of(block, language.promotion))


def drop_genre_lines(blocks: list[Block], language: Language) -> Changed:
    """Drop what kind of text it is ("PRESS RELEASE – 3 June 2025") from a line of its own above the title."""
    top = blocks[:_OPENING_BLOCKS]
    last = max((number for number, block in enumerate(top) if is_line_of(block, language.genre_lines)), default=None)
    if last is None or last + 2 >= len(blocks):
        return Changed(blocks, [])
    opening = drop(blocks[: last + 1], lambda block: is_line_of(block, language.genre_lines))
    return Changed([*opening.blocks, *blocks[last + 1 :]], opening.changes)


def join_broken_lines(blocks: list[Block], language: Language) -> Changed:
    """Join a block that stops in mid-sentence with the one that goes on, and the pieces of a sentence broken at a link."""
    joined: list[Block] = []
    changes: list[tuple[str, str]] = []
    for block in blocks:
        while joined and _goes_on(joined[-1], block, language):
            last = joined.pop()
            space = "" if block.text[0] in ".,;)" or re.search(r"[a-zà-ÿ]-$", last.text) else " "
            text = f"{last.text}{space}{block.text}"
            changes.append((f"{last.text}\n{block.text}", text))
            block = replace(last, text=text, kind="item" if last.kind == "item" else "paragraph")
        joined.append(block)
    return Changed(joined, changes)


def drop_stray_marks(blocks: list[Block], language: Language) -> Changed:
    """Drop punctuation that stands alone at the start of a block, and blocks that are nothing else."""
    texts = [_STRAY_MARK.sub(".", block.text) if block.text == "." else re.sub(r"^[.,;:]\s+", "", block.text) for block in blocks]
    changes = [(block.text, text) for block, text in zip(blocks, texts, strict=True) if text != block.text]
    blocks = [replace(block, text=text) for block, text in zip(blocks, texts, strict=True)]
    wordless = drop(blocks, lambda block: not any(char.isalpha() for char in block.text))
    return Changed(wordless.blocks, changes + wordless.changes)


def drop_dateline(blocks: list[Block], language: Language) -> Changed:
    """Cut "PARIS, 12 sept (Agence) - " and "LONDON (AP) — " off the front of a paragraph."""
    changes: list[tuple[str, str]] = []
    cut: list[Block] = []
    for block in blocks:
        text = _DATELINE.sub("", block.text, count=1) if block.kind == "paragraph" else block.text
        if text != block.text:
            changes.append((block.text[: len(block.text) - len(text)], ""))
        cut.append(replace(block, text=text))
    return Changed(cut, changes)


def drop_repeats(blocks: list[Block], language: Language) -> Changed:
    """Drop a block that says letter for letter what an earlier one of the same part says."""
    seen: set[tuple[Part, str]] = set()
    kept: list[Block] = []
    changes: list[tuple[str, str]] = []
    for block in blocks:
        key = (block.part, re.sub(r"[^\w?]+", " ", block.text.lower()))
        if key in seen and len(block.text) > 20:
            changes.append((block.text, ""))
        else:
            kept.append(block)
        seen.add(key)
    return Changed(kept, changes)


def strip_question_marks(blocks: list[Block], language: Language) -> Changed:
    """Make "Q1 : Pourquoi … ?" the question "Pourquoi … ?"."""
    changes: list[tuple[str, str]] = []
    stripped: list[Block] = []
    for block in blocks:
        text = block.text
        if text.rstrip(' »"').endswith("?") and len(text) < LINE_LIMIT:
            text = next((re.sub(f"^(?:{mark})", "", text, flags=re.I) for mark in language.question_marks), text)
        if text != block.text:
            changes.append((block.text, text))
            block = replace(block, text=text, kind="question")
        stripped.append(block)
    return Changed(stripped, changes)


def find_title(blocks: list[Block], language: Language) -> Changed:
    """Take the first block for the title when no block is one yet and it is a line above prose.

    A word or two above another line ("ENQUÊTE") is the name of a column and goes, and so does a menu with a line to each of them.
    """
    if any(block.kind == "title" for block in blocks):
        return Changed(blocks, [])
    start = 0
    while len(blocks) - start > 2 and _is_column_name(blocks[start], blocks[start + 1]):
        start += 1
    if start > _COLUMN_NAMES and not _is_headline(blocks[start], blocks[start + 1]):
        start = 0
    changes = [(block.text, "") for block in blocks[:start]]
    first, rest = blocks[start : start + 1], blocks[start + 1 :]
    if not rest or not _is_title(first[0]):
        return Changed(blocks[start:], changes)
    return Changed([replace(first[0], kind="title"), *rest], [*changes, (first[0].text, "[title]")])


def _is_column_name(block: Block, following: Block) -> bool:
    is_line = following.kind in ("heading", "question") and len(following.text) < _TITLE_LIMIT
    return len(block.text.split()) <= 2 and is_line


def _is_headline(block: Block, following: Block) -> bool:
    return len(block.text.split()) >= _TITLE_WORDS and following.kind == "paragraph" and is_prose(following.text)


def _is_title(block: Block) -> bool:
    is_line = len(block.text) <= _TITLE_LIMIT and not re.search(r"[\w%»\"”)]\.$", re.sub(r"\b[A-Z]\.$", "", block.text))
    return block.kind != "item" and is_line and len(re.findall(r"[.!?…] [A-ZÀ-Ý]", block.text)) <= 1


def _goes_on(last: Block, block: Block, language: Language) -> bool:
    """Tell whether *block* is the rest of the sentence that *last* starts."""
    if not _OPEN_END.search(last.text) or last.kind == "title" or last.part != block.part:
        return False
    if block.text[0] in ",;" or block.text == ".":
        return True
    is_cut = last.text.split()[-1].lower() in language.name_links | language.place_prepositions
    if is_cut and "," in block.text and block.kind == "paragraph" and len(block.text.split(",")[0].split()) <= _NAME_WORDS:
        return True
    if not _CONTINUATION.match(block.text) or block.kind not in ("paragraph", "heading"):
        return False
    # "…un trou dans les comptes" above "18 millions d'euros. C'est le coût…": a paragraph that opens with a figure.
    if last.kind == "heading" and not is_cut and block.text[0].isdigit() and _STOP_INSIDE.search(block.text):
        return False
    return is_cut or last.kind in ("paragraph", "item") or len(last.text) > _SHORT_LINE
