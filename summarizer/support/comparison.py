"""A line beside an article: how much of each word of the line each sentence of the article holds, and near which of its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from summarizer.support.claim import Claim
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.mentions import Mention, is_same, mentions_of
from summarizer.support.reading import Floats, Word, read

# What a word of the sentence before counts for one that points back at it.
_CARRIED = 0.8


class Comparison:
    """The words of *claim* that say something, and what of them *grounds* hold.

    ``held`` [passages, words] is how much each sentence has of each word, ``carried`` the same with what stands in the sentence
    before one that points back; ``near`` holds for each sentence [words, places] how near a word is to each place of it.
    """

    def __init__(self, claim: Claim, grounds: Grounds) -> None:
        self.claim, self.grounds = claim, grounds
        self.line = read(claim.text, grounds.code)
        self.content = tuple(word for word in self.line.words if word.is_content)
        self.weights = np.array([word.weight for word in self.content])
        tables = [self._likeness(passage) for passage in grounds.passages]
        self.near = [
            (table[:, None, :] * passage.reading.nearness[None]).max(axis=2, initial=0.0)
            for table, passage in zip(tables, grounds.passages, strict=True)
        ]
        self.held = np.array([table.max(axis=1, initial=0.0) for table in tables]).reshape(len(tables), len(self.content))
        self.carried = self.held.copy()
        for passage in grounds.passages[1:]:
            if passage.leans or passage.pointer is not None:
                np.maximum(self.carried[passage.index], _CARRIED * self.held[passage.index - 1], out=self.carried[passage.index])

    def _likeness(self, passage: Passage) -> Floats:
        words = passage.reading.words
        table = np.array([[word.likeness(other) if other.is_content else 0.0 for other in words] for word in self.content])
        table = table.reshape(len(self.content), len(words))
        for mention in self.mentions:
            rows = [row for row, word in enumerate(self.content) if word.place in mention.places]
            for other in passage.mentions if mention.kind in ("number", "date") else ():
                if is_same(mention, other):
                    table[np.ix_(rows, other.places)] = 1.0
        return table

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What the line mentions."""
        claim = self.claim
        return mentions_of(
            self.line, text=claim.text, names=claim.names, figures=claim.figures, moments=claim.moments, known=self.grounds.known
        )

    @cached_property
    def wholes(self) -> Floats:
        """How much of the whole line each sentence holds [passages]."""
        return self.shares(range(len(self.content)), self.weights, self.carried)

    def shares(self, rows: Sequence[int], weights: Floats, table: Floats) -> Floats:
        """Return the share of the words *rows*, which have *weights*, that each row of *table* [sentences, words] holds."""
        result: Floats = table[:, rows] @ weights / (weights.sum() or 1.0)
        return result

    def around(self, mention: Mention) -> tuple[list[int], Floats]:
        """Return the numbers of the words around *mention* among those that say something, and their weights: near ones more."""
        apart = {*mention.places, *(word.place for word in mention.modifiers)}
        rows = [row for row, word in enumerate(self.content) if word.place not in apart]
        rows = rows or [row for row, word in enumerate(self.content) if word.place not in mention.places]
        near = self.line.nearness[mention.place]
        return rows, np.array([self.content[row].weight * near[self.content[row].place] for row in rows])

    def row_of(self, word: Word | None) -> int | None:
        """Return the number of *word* among those that say something."""
        return next((row for row, own in enumerate(self.content) if word is not None and own.place == word.place), None)
