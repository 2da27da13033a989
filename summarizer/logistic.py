"""Logistic regression over named features: weights in JSON, run without a library."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from summarizer import resources


class Logistic:
    """A bias and a weight by feature; features without a weight count for nothing.

    >>> Logistic(0.0, {"rare": 2.0}).probability([("rare", 0.0), ("new", 1.0)])
    0.5
    """

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self._bias, self._weights = bias, weights

    def probability(self, features: Iterable[tuple[str, float]]) -> float:
        """Return the probability that something with *features* is of the kind that was learned."""
        return 1 / (1 + math.exp(-self._bias - sum(self._weights.get(name, 0.0) * value for name, value in features)))


@cache
def load_logistic(name: str) -> Logistic:
    """Return the model in the file *name* of the models' folder. Raises ResourceError when it is missing or damaged."""
    content = resources.model_content(name)
    return Logistic(content["bias"], content["weights"])
