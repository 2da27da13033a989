"""What the wording of a sentence says of its worth: a linear model over its words, its marks and their pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from summarizer import resources
from summarizer.judge import grams

# What the ensemble ``values`` is given beside the features of a sentence.
WORDING_FEATURES: tuple[str, ...] = ("wording", "wording_here")


class Wording:
    """A bias and a weight by gram (ridge regression on the worth that editors give a sentence)."""

    def __init__(self, bias: float, weights: Mapping[str, float]) -> None:
        self._bias, self._weights = bias, dict(weights)

    def columns(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return [sentences, WORDING_FEATURES]: what the wording of each says, and how that differs from the article's mean."""
        values = np.array([self._value(text) for text in texts])
        return np.column_stack((values, values - values.mean() if len(values) else values))

    def _value(self, text: str) -> float:
        found = grams(text)
        return self._bias + sum(self._weights.get(gram, 0.0) for gram in sorted(found)) / math.sqrt(len(found))


@cache
def load_wording(code: str) -> Wording:
    """Return the wording model of the language *code*. Raises ResourceError when the file is missing or damaged."""
    content = resources.model_content(f"wording_{code}.json")
    return Wording(content["bias"], content["weights"])
