"""What a fix is, and how a fix of one text becomes a fix of all blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from summarizer.languages.record import Language
from summarizer.types import Block


@dataclass(frozen=True, slots=True)
class Changed:
    """The blocks after a fix, and the (before, after) pairs of what it changed."""

    blocks: list[Block]
    changes: list[tuple[str, str]]


BlockFix = Callable[[list[Block], Language], Changed]
TextFix = Callable[[str, Language], str]


def on_text(fix: TextFix) -> BlockFix:
    """Return the block fix that applies *fix* to the text of every block."""

    def apply(blocks: list[Block], language: Language) -> Changed:
        texts = [fix(block.text, language) for block in blocks]
        changes = [(block.text, text) for block, text in zip(blocks, texts, strict=True) if text != block.text]
        return Changed([replace(block, text=text) for block, text in zip(blocks, texts, strict=True)], changes)

    return apply


def drop(blocks: list[Block], unwanted: Callable[[Block], bool]) -> Changed:
    """Return *blocks* without the unwanted ones."""
    dropped = [block for block in blocks if unwanted(block)]
    return Changed([block for block in blocks if not unwanted(block)], [(block.text, "") for block in dropped])
