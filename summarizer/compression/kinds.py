"""The rules of compression by kind, and a cut with the words around it, as refusals ask for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.languages.record import Language

# Rules that cut no clause of its own: a word, a bracket, a setting of speech.
SMALL = ("small words", "brackets", "age", "speech setting", "speech circumstance", "connective", "opener", "joined sentence")
SECOND = ("second clause", "second predicate", "second statement")
OPENINGS = ("opening", "adverbial", "opener")
NAMING = ("apposition", "inserted clause", "relative clause", "participle clause")
SETTINGS = ("circumstance", "closing adverbial", "purpose", "adverbial", "closing clause")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a cut takes out of a text, with the words before and after it."""

    before: str
    piece: str
    after: str
    rule: str
    language: Language

    @property
    def starts_with(self) -> str:
        """The first word of the piece in lower case."""
        return next(iter(re.findall(r"[dlq]u?['’]|[\w-]+", self.piece.lower())), "")

    @property
    def is_final(self) -> bool:
        """Whether no word follows."""
        return re.search(r"\w", self.after) is None

    @property
    def segment(self) -> str:
        """The words between the last comma or dash before the piece and the piece."""
        return re.split(r"[,;:]| [-–—] ", self.before)[-1].strip()
