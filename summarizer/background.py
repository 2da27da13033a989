"""How common a word is: in how many articles of a background collection it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from summarizer import resources


class Background:
    """In how many articles of a background collection a word stands."""

    def __init__(self, documents: int, counts: Mapping[str, int]) -> None:
        self.documents, self._counts = documents, counts

    def count(self, word: str) -> int:
        """Return in how many articles a folded word stands."""
        return self._counts.get(word, 0)

    def idf(self, word: str) -> float:
        """Return the inverse document frequency of a folded word (Sparck Jones 1972), natural logarithm."""
        return math.log((1 + self.documents) / (1 + self._counts.get(word, 0)))


@cache
def load_background(code: str) -> Background:
    """Return the background frequencies of the language *code*. Raises ResourceError when the file is missing or damaged."""
    content = resources.model_content(f"frequencies_{code}.json")
    return Background(content["documents"], content["counts"])
