"""What an engine is given and what it returns. A draft is only text: grounding decides what of it may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.languages.record import Language
from summarizer.options import Options
from summarizer.results import RankedSentence
from summarizer.types import Document, Note, Role


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article to write about: the document, its ranked sentences in order, its language, and the user's settings."""

    document: Document
    ranked: tuple[RankedSentence, ...]
    language: Language
    options: Options


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A key point as an engine wrote it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine wrote: the sentences of the synthesis, and key points where it writes them, else none.

    ``claims`` gives the numbers of the sentences that the engine says a line rests on, where it says any.
    """

    summary: tuple[str, ...]
    key_points: tuple[DraftPoint, ...] = ()
    notes: tuple[Note, ...] = ()
    claims: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class Engine(Protocol):
    """Something that writes: it is loaded once and called for every article."""

    def write(self, assignment: Assignment) -> Draft:
        """Return a draft for the article of *assignment*; raise EngineError when none comes."""
        ...
