"""Ensembles of regression trees: read from JSON, evaluated in numpy, every prediction split into what each feature added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from summarizer import resources

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Regression trees whose leaves are summed (gradient boosting; Friedman 2001).

    Arrays are [tree, node]; a leaf is its own child. ``value`` is what the tree would say if it stopped at the node, so that a
    path through it tells what each split added.
    """

    features: tuple[str, ...]
    feature: NDArray[np.int64]
    threshold: Floats
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Floats

    @property
    def base(self) -> float:
        """The prediction before anything is known: the sum of the roots' values."""
        return float(self.value[:, 0].sum())

    def predict(self, table: ArrayLike) -> Floats:
        """Return a prediction [rows] for *table* [rows, features]."""
        rows = np.asarray(table, dtype=np.float64)
        nodes = self._roots(rows)
        while not np.array_equal(nodes, following := self._step(rows, nodes)):
            nodes = following
        sums: Floats = self._values(nodes).sum(axis=1)
        return sums

    def contributions(self, rows: Floats) -> Floats:
        """Return what each feature added [rows, features]; with :attr:`base` they sum to the prediction.

        A split adds the difference between the values of its node and of the child taken (Saabas 2014).
        """
        added = np.zeros((len(rows), len(self.features)))
        nodes = self._roots(rows)
        row = np.broadcast_to(np.arange(len(rows))[:, None], nodes.shape)
        tree = np.arange(len(self.feature))
        while not np.array_equal(nodes, following := self._step(rows, nodes)):
            np.add.at(added, (row, self.feature[tree, nodes]), self._values(following) - self._values(nodes))
            nodes = following
        return added

    def _roots(self, rows: Floats) -> NDArray[np.int64]:
        return np.zeros((len(rows), len(self.feature)), dtype=np.int64)

    def _step(self, rows: Floats, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
        tree = np.arange(len(self.feature))
        seen = rows[np.arange(len(rows))[:, None], self.feature[tree, nodes]]
        chosen: NDArray[np.int64] = np.where(seen <= self.threshold[tree, nodes], self.left[tree, nodes], self.right[tree, nodes])
        return chosen

    def _values(self, nodes: NDArray[np.int64]) -> Floats:
        values: Floats = self.value[np.arange(len(self.feature)), nodes]
        return values


def load_forest(name: str, part: str) -> Forest:
    """Return the ensemble *part* of the artefact *name*, loaded once per process.

    The file maps a part to ``{"features": [names], "trees": [[[feature, threshold, left, right, value], …], …]}``; a leaf has
    feature -1. Raises ResourceError when the file is missing or damaged.
    """
    return _load_forests(name)[part]


@cache
def _load_forests(name: str) -> dict[str, Forest]:
    """Return all ensembles of a file, which is read once."""
    parts = resources.model_content(name)
    return {part: build_forest(tuple(content["features"]), content["trees"]) for part, content in parts.items()}


def build_forest(features: tuple[str, ...], trees: list[list[list[Any]]]) -> Forest:
    """Return the Forest of *trees*, lists of nodes ``[feature, threshold, left, right, value]`` from the root on.

    >>> stump = [[0, 2.5, 1, 2, 1.0], [-1, 0, 0, 0, 0.5], [-1, 0, 0, 0, 3.0]]
    >>> forest = build_forest(("words",), [stump])
    >>> forest.predict(np.array([[1.0], [4.0]])).tolist(), forest.contributions(np.array([[4.0]])).tolist()
    ([0.5, 3.0], [[2.0]])
    """
    size = max(map(len, trees))
    table = np.zeros((len(trees), size, 5))
    for number, nodes in enumerate(trees):
        for place, (feature, threshold, left, right, value) in enumerate(nodes):
            leaf = feature < 0
            table[number, place] = (0, np.inf, place, place, value) if leaf else (feature, threshold, left, right, value)
    index = table[..., [0, 2, 3]].astype(np.int64)
    return Forest(features, index[..., 0], table[..., 1], index[..., 1], index[..., 2], table[..., 4])
