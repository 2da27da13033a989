"""The trained network in numpy: words -> vectors in context -> scores of every head.

The same arithmetic as ``models/recipes/pipelines/network.py``, which trains it. Word vectors depend on spelling alone and are
kept, so that a common word costs a look-up; the rest is a few matrix products over a whole article. Threads may share a network.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from summarizer.analysis import word_features as features

# A matrix of float32.
Array = NDArray[Any]

# Words whose vectors are kept, at 512 bytes each; at the limit all are forgotten and computed anew.
KEPT_WORDS = 20_000
# Words whose vectors are computed at a time, always as many: a matrix product of another shape may differ in the last bit, and a
# word must not depend on those that came with it.
_WORD_ROWS = 64
# Rows of a matrix product at a time.
_ROWS = 4_096
_EPSILON = 1e-5
_PIECES = 3


class Network:
    """Weights of one language and what they compute. ``arrays`` are those of the weight file, by name."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._arrays = {name: _unpacked(name, arrays) for name in arrays if not name.endswith(".scale")}
        self._rows = {word: number for number, word in enumerate(self.classes("words"), 1)}
        self._depth = sum(name.startswith("layers.") and name.endswith("linear.weight") for name in arrays)
        self._kept: dict[str, int] = {}
        # Room for all is taken at once, so that a long run needs no more memory at its end than at its start.
        self._vectors = np.ones((KEPT_WORDS, self.width), dtype=np.float32)
        # What is kept is the one thing here that changes: a thread must not see, or write, half of what another keeps.
        self._lock = threading.Lock()

    @property
    def width(self) -> int:
        """Length of a vector in context."""
        return int(self._arrays["words.mix.norm.weight"].shape[0])

    def classes(self, head: str) -> list[str]:
        """Return what the columns of *head* stand for."""
        return self._arrays[f"inventory.{head}"].tobytes().decode().split("\n")

    def seen_together(self) -> Array:
        """Return [upos, feats]: 0 where training data has both on one word, a large negative number elsewhere."""
        return self._arrays["together"]

    def encode(self, words: Sequence[str], gaps: ArrayLike = ()) -> Array:
        """Return the vectors in context of *words*: [n, width]. Nothing passes from one side of a word in *gaps* to the other."""
        x = self._word_vectors(words)
        mask = np.ones((len(words), 1), dtype=np.float32)
        mask[np.asarray(gaps, dtype=np.intp)] = 0.0
        x *= mask
        for number in range(self._depth):
            x = self._window(f"layers.{number}", x, mask)
        return x

    def scores(self, head: str, x: Array) -> Array:
        """Return the scores of a linear *head*: [n, classes]."""
        result: Array = x @ self._arrays[f"{head}.weight"] + self._arrays[f"{head}.bias"]
        return result

    def name_scores(self, x: Array, gaps: ArrayLike = ()) -> Array:
        """Return the scores of the entity tags: [n, tags]."""
        mask = np.ones((len(x), 1), dtype=np.float32)
        mask[np.asarray(gaps, dtype=np.intp)] = 0.0
        return self.scores("tags", self._window("names", x, mask))

    def transitions(self) -> Array:
        """Return the scores of tag following tag, the start in the last row: [tags + 1, tags]."""
        return self._arrays["transitions"]

    def arcs(self, x: Array) -> tuple[Array, Array, Array]:
        """Return the head scores of one sentence [dependent, head], the diagonal standing for the root, and the label inputs."""
        x = np.hstack((self._lstm(x, ""), self._lstm(x[::-1], "_reverse")[::-1]))
        dep, head, rel_dep, rel_head = (
            np.maximum(self.scores(n, x), 0.0) for n in ("arc_dep", "arc_head", "rel_dep", "rel_head")
        )
        scores = np.hstack((dep, np.ones((len(dep), 1), dtype=np.float32))) @ self._arrays["arc"] @ head.T
        np.fill_diagonal(scores, self.scores("root", dep)[:, 0])
        return scores, rel_dep, rel_head

    def _lstm(self, x: Array, direction: str) -> Array:
        """Return the outputs of the parser's LSTM in one direction (gates in torch's order: input, forget, cell, output)."""
        weight = {name: self._arrays[f"tree.{name}_l0{direction}"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
        inputs = x @ weight["weight_ih"] + weight["bias_ih"] + weight["bias_hh"]
        size = weight["weight_hh"].shape[0]
        hidden = cell = np.zeros(size, dtype=np.float32)
        outputs = np.empty((len(x), size), dtype=np.float32)
        for place, row in enumerate(inputs):
            gates = row + hidden @ weight["weight_hh"]
            enter, forget, leave = (1 / (1 + np.exp(-gates[at * size : (at + 1) * size])) for at in (0, 1, 3))
            cell = forget * cell + enter * np.tanh(gates[2 * size : 3 * size])
            outputs[place] = hidden = leave * np.tanh(cell)
        return outputs

    def _word_vectors(self, words: Sequence[str]) -> Array:
        with self._lock:
            unknown = [word for word in dict.fromkeys(words) if word not in self._kept]
            if unknown:
                if len(self._kept) + len(unknown) > KEPT_WORDS:
                    self._kept.clear()
                    unknown = list(dict.fromkeys(words))
                self._keep(unknown)
            return self._vectors[[self._kept[word] for word in words]]

    def _keep(self, words: Sequence[str]) -> None:
        first, needed = len(self._kept), len(self._kept) + len(words)
        if needed > len(self._vectors):
            self._vectors = np.vstack((self._vectors, np.zeros((max(needed, len(self._vectors)), self.width), dtype=np.float32)))
        for start in range(0, len(words), _WORD_ROWS):
            some = list(words[start : start + _WORD_ROWS])
            filled = self._computed(some + [""] * (_WORD_ROWS - len(some)))
            self._vectors[first + start : first + start + len(some)] = filled[: len(some)]
        self._kept.update((word, first + number) for number, word in enumerate(words))

    def _computed(self, words: Sequence[str]) -> Array:
        table = self._arrays
        rows = [self._rows.get(word) or self._rows.get(word.lower()) or 0 for word in words]
        ngrams = np.stack([table["words.ngram.weight"][features.ngram_rows(word)].mean(axis=0) for word in words])
        affixes = table["words.affix.weight"][[features.affix_rows(word) for word in words]].reshape(len(words), -1)
        shapes = table["words.shape.weight"][[features.shape_row(word) for word in words]]
        flags = np.array([features.flags(word) for word in words], dtype=np.float32)
        return self._maxout("words.mix", np.hstack((table["words.word.weight"][rows], ngrams, affixes, shapes, flags)))

    def _window(self, name: str, x: Array, mask: Array) -> Array:
        """Return x with each word's neighbours mixed in, a stretch of rows at a time so that a book needs no more memory."""
        count, width = x.shape
        result = np.empty_like(x)
        for start in range(0, count, _ROWS):
            end = min(start + _ROWS, count)
            around = np.zeros((end - start, 3 * width), dtype=np.float32)
            first, last = max(start - 1, 0), min(end + 1, count)
            around[first - start + 1 :, :width] = x[first : end - 1]
            around[:, width : 2 * width] = x[start:end]
            around[: last - start - 1, 2 * width :] = x[start + 1 : last]
            result[start:end] = x[start:end] + self._maxout(f"{name}.maxout", around)
        result *= mask
        return result

    def _maxout(self, name: str, x: Array) -> Array:
        pieces = x @ self._arrays[f"{name}.linear.weight"] + self._arrays[f"{name}.linear.bias"]
        width = pieces.shape[1] // _PIECES
        best = np.maximum(np.maximum(pieces[:, :width], pieces[:, width : 2 * width]), pieces[:, 2 * width :])
        best -= best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.square(best).mean(axis=1, keepdims=True) + _EPSILON)
        result: Array = best * self._arrays[f"{name}.norm.weight"] + self._arrays[f"{name}.norm.bias"]
        return result


def _unpacked(name: str, arrays: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
    """Return a stored array as it is used: tables back from bytes and their scales, everything else as float32."""
    stored = arrays[name]
    if name.startswith("inventory."):
        return stored
    scale = arrays.get(f"{name}.scale")
    return stored.astype(np.float32) * (1.0 if scale is None else scale.astype(np.float32)[:, None])
