"""The articles that one file holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import reading
from summarizer.errors import SummarizerError
from summarizer.types import Article


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file: its name there, and itself or why it cannot be read."""

    name: str
    article: Article | None
    error: SummarizerError | None = None


def read_items(data: bytes, *, name: str, suffix: str) -> Iterator[Item]:
    """Yield the articles in *data*, in their order; the name of a lone one is empty.

    Raises ReadingError when the file as a whole cannot be read.
    """
    yield Item("", reading.read_bytes(data, name=name, suffix=suffix))
