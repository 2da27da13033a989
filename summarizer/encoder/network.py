"""The sentence encoder in numpy: ids of word pieces -> vectors in context -> what readers would say of a piece of text.

The same arithmetic as ``models/recipes/encoder/network.py``, which trains it: a transformer with normalisation before each part
(Vaswani et al. 2017; Xiong et al. 2020), rotary positions (Su et al. 2021) and the tanh form of GELU.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

# A matrix of float32.
Array = NDArray[Any]
_EPSILON = 1e-5
_ROTARY_BASE = 10_000.0


class Encoder:
    """Weights and what they compute. ``arrays`` are those of the weight file, by name; a matrix is [inputs, outputs]."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._arrays = {name: _unpacked(name, arrays) for name in arrays if not name.endswith(".scale")}
        self._depth = sum(name.endswith("qkv.weight") for name in arrays)
        self._heads = int(self._arrays["heads"][0])

    @property
    def width(self) -> int:
        """Length of a vector in context."""
        return int(self._arrays["emb.weight"].shape[1])

    def states(self, ids: NDArray[np.int64]) -> Array:
        """Return the vectors in context [pieces, width] of the pieces with the numbers *ids*."""
        x = self._arrays["emb.weight"][ids] * np.float32(self._arrays["emb.factor"][0])
        turn = _rotation(len(ids), self.width // self._heads)
        for number in range(self._depth):
            name = f"layers.{number}"
            x = x + self._attended(name, self._normed(f"{name}.n1", x), turn)
            x = x + self._linear(f"{name}.down", _gelu(self._linear(f"{name}.up", self._normed(f"{name}.n2", x))))
        return self._normed("norm", x)

    def head(self, mixer: str, name: str, inputs: Array) -> Array:
        """Return the scores [rows, classes] of the head *name* over the hidden layer *mixer* for *inputs* [rows, inputs]."""
        return self._linear(name, _gelu(self._linear(mixer, inputs)))

    def stretches(self, mixer: str, name: str, x: Array, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Array:
        """Return the score of every stretch of words of the sentence whose vectors are *x* [pieces, width]: [words, words], at
        ``[i, j]`` from word i to word j; what stands below the diagonal means nothing.

        Word i has the pieces from ``starts[i]`` to ``ends[i]`` of *x*, which holds one piece before the sentence and one behind
        it. What the hidden layer sees is that of :meth:`head` for a cut; its parts are multiplied before they are put together.
        """
        whole, inside, before, first, last, behind = np.split(self._arrays[f"{mixer}.weight"], 6)
        sums = np.concatenate((np.zeros((1, self.width), dtype=np.float32), x.cumsum(axis=0))) @ inside
        left = x[starts - 1] @ before + x[starts] @ first
        right = x[ends - 1] @ last + x[ends] @ behind
        lengths = np.maximum(1, ends[None] - starts[:, None])[..., None].astype(np.float32)
        hidden = (sums[ends][None] - sums[starts][:, None]) / lengths + left[:, None] + right[None]
        hidden += x[1:-1].mean(axis=0) @ whole + self._arrays[f"{mixer}.bias"]
        result: Array = self._linear(name, _gelu(hidden))[..., 0]
        return result

    def _attended(self, name: str, x: Array, turn: tuple[Array, Array]) -> Array:
        count, width = x.shape
        query, key, value = (
            part.reshape(count, self._heads, -1).transpose(1, 0, 2)
            for part in np.split(self._linear(f"{name}.qkv", x), 3, axis=1)
        )
        query, key = _turned(query, turn) / np.float32(np.sqrt(width // self._heads)), _turned(key, turn)
        seen = np.empty_like(value)
        # One head after the other, so that its scores stay in the processor's cache.
        for head in range(self._heads):
            scores = query[head] @ key[head].T
            scores -= scores.max(axis=1, keepdims=True)
            np.exp(scores, out=scores)
            seen[head] = scores @ value[head] / scores.sum(axis=1, keepdims=True)
        return self._linear(f"{name}.o", seen.transpose(1, 0, 2).reshape(count, width))

    def _linear(self, name: str, x: Array) -> Array:
        result: Array = x @ self._arrays[f"{name}.weight"]
        bias = self._arrays.get(f"{name}.bias")
        return result if bias is None else result + bias

    def _normed(self, name: str, x: Array) -> Array:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt(np.square(x).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        result: Array = x * self._arrays[f"{name}.weight"] + self._arrays[f"{name}.bias"]
        return result


def _rotation(count: int, size: int) -> tuple[Array, Array]:
    """Return cosine and sine [count, size / 2] by which each pair of a vector's values is turned at each place."""
    speeds = _ROTARY_BASE ** (-np.arange(0, size, 2) / size)
    angles = np.outer(np.arange(count), speeds)
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


def _turned(x: Array, turn: tuple[Array, Array]) -> Array:
    cos, sin = turn
    even, odd = x[..., ::2], x[..., 1::2]
    result = np.empty_like(x)
    result[..., ::2] = even * cos - odd * sin
    result[..., 1::2] = even * sin + odd * cos
    return result


def _gelu(x: Array) -> Array:
    inner = np.square(x)
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


def _unpacked(name: str, arrays: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
    """Return a stored array as it is used: matrices back from bytes and their scales, everything else as float32."""
    stored = arrays[name]
    scale = arrays.get(f"{name}.scale")
    return stored.astype(np.float32) * (1.0 if scale is None else scale.astype(np.float32))
