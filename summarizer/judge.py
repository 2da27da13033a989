"""How likely a reader calls something good: a linear model over its words and an ensemble of trees over its measures.

``models/recipes/judges.py`` trains such pairs on what readers said of cuts and of lines.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from summarizer import resources
from summarizer.forest import Forest, load_forest

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Judge:
    """A bias and a weight by gram (logistic regression), whose sum is the last feature of the trees."""

    def __init__(self, bias: float, weights: Mapping[str, float], forest: Forest) -> None:
        self._bias, self._weights, self._forest = bias, dict(weights), forest

    def sureness(self, measures: ArrayLike, found: Sequence[Collection[str]]) -> list[float]:
        """Return the probability of each of several things with *measures* [things, features] and grams *found*."""
        rows = np.asarray(measures, dtype=np.float64)
        if not len(rows):
            return []
        said = [self._bias + sum(self._weights.get(gram, 0.0) * size for gram, size in gram_values(one).items()) for one in found]
        return [1 / (1 + math.exp(-value)) for value in self._forest.predict(np.column_stack((rows, said))).tolist()]


def gram_values(found: Collection[str]) -> dict[str, float]:
    """Return grams in order, each with its value: together they have the length 1."""
    return dict.fromkeys(sorted(found), 1 / math.sqrt(max(1, len(found))))


@cache
def load_judge(subject: str, code: str) -> Judge:
    """Return the judge of *subject* ("cuts", "lines") for the language *code*.

    Raises ResourceError when a file is missing or damaged.
    """
    grams = resources.model_content(f"{subject}_grams_{code}.json")
    return Judge(grams["bias"], grams["weights"], load_forest(f"{subject}_{code}.json", subject))


def grams(text: str) -> set[str]:
    """Return the words, marks and pairs of neighbours of *text*, in lower case, every digit a 0.

    >>> sorted(grams("Le 14, non"))
    [',', ', non', '00', '00 ,', '<s> le', 'le', 'le 00', 'non', 'non </s>']
    """
    tokens = _TOKEN.findall(re.sub(r"\d", "0", text.lower()))
    return {*tokens, *(f"{one} {other}" for one, other in pairwise(("<s>", *tokens, "</s>")))}
