"""What a mail program writes above a text that was pasted from it: the head of the message, "On Monday, Ann wrote:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.cleaning.plan import Changed
from summarizer.languages import KNOWN
from summarizer.languages.record import Language
from summarizer.types import Block

# Lines of a head, at least: sender, date or reader, subject.
_FEWEST = 3
# Blocks before the head whose subject is the title, at most ("Hello,", "See below.").
_GREETINGS = 3
_LINE_LIMIT = 400
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w -]{0,20}?)\s?:(?:\s+(?P<value>.*))?", re.DOTALL)
_REPLY_MARK = re.compile(r"(?:(?:re|fwd?|tr|ref)\s*:\s*)+", re.IGNORECASE)


def drop_mail_lines(blocks: list[Block], language: Language) -> Changed:
    """Drop the heads of messages and the lines above a quoted one; the subject of a head on top is the title.

    A mail program speaks its user's language, which the article need not: the words of all languages count.
    """
    kept: list[Block] = []
    changes: list[tuple[str, str]] = []
    has_title = any(block.kind == "title" for block in blocks)
    place = 0
    while place < len(blocks):
        size = _head_size(blocks[place:])
        subject = next((value for name, value in map(_field, blocks[place : place + size]) if name in _SUBJECTS and value), "")
        if size and subject and not has_title and len(kept) <= _GREETINGS:
            kept.insert(0, Block("title", subject, 1))
            has_title = True
        if size or _is_reply_line(blocks[place]):
            changes += [(block.text, "") for block in blocks[place : place + (size or 1)]]
        else:
            kept.append(blocks[place])
        place += size or 1
    return Changed(kept, changes)


def _head_size(blocks: Sequence[Block]) -> int:
    """Return how many lines the head has that starts with the first of *blocks*, 0 where none does."""
    if _field(blocks[0])[0] not in _SENDERS:
        return 0
    size = next((i for i, block in enumerate(blocks) if _field(block)[0] not in _FIELDS), len(blocks))
    return size if size >= _FEWEST else 0


def _field(block: Block) -> tuple[str, str]:
    """Return the name of a line of a head, in lower case, and its text without the marks of a reply."""
    match = _FIELD.fullmatch(block.text) if len(block.text) <= _LINE_LIMIT else None
    return (match["name"].lower(), _REPLY_MARK.sub("", match["value"] or "", count=1).strip()) if match else ("", "")


def _is_reply_line(block: Block) -> bool:
    is_line = len(block.text) <= _LINE_LIMIT
    return is_line and any(re.fullmatch(one.reply_lines, block.text, re.IGNORECASE) for one in KNOWN.values())


_FIELDS = frozenset(name for language in KNOWN.values() for name in language.mail_fields)
_SENDERS = frozenset(language.mail_fields[0] for language in KNOWN.values())
_SUBJECTS = frozenset(language.mail_fields[1] for language in KNOWN.values())
