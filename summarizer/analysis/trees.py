"""Dependency trees, for the sentences that a later stage asks for: the best tree under the network's head scores."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span

from summarizer.analysis.network import Network


def parse(sentence: Span, network: Network) -> tuple[tuple[int, str], ...]:
    """Return (position of the head in the sentence, relation) for each token; the root is its own head, white space has "".

    Reads ``doc.tensor``. Relations are those of Universal Dependencies without subtypes. Scores are biaffine (Dozat and Manning,
    ICLR 2017).
    """
    rows = [token.i - sentence.start for token in sentence if not token.is_space]
    result: list[tuple[int, str]] = [(i, "") for i in range(len(sentence))]
    if rows:
        scores, dependents, heads = network.arcs(sentence.doc.tensor[sentence.start : sentence.end][rows])
        best = best_tree(scores)
        pairs = np.hstack((dependents, heads[best]))
        names = network.classes("deprels")
        root = names.index("root")
        labels = network.scores("rel", pairs)
        labels[:, root] = -np.inf
        for row, head, label in zip(rows, best, labels.argmax(axis=1), strict=True):
            result[row] = (rows[head], "root" if rows[head] == row else names[label])
    return tuple(result)


def best_tree(scores: NDArray[Any]) -> list[int]:
    """Return the head of each word in the best tree with one root: *scores* [dependent, head], the diagonal for the root.

    The root is chosen first, by its score; the rest is the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).
    """
    root = int(
        (np.diagonal(scores) - np.where(np.eye(len(scores), dtype=bool), -np.inf, scores).max(axis=1, initial=-1e9)).argmax()
    )
    work = scores.astype(np.float64)
    np.fill_diagonal(work, -np.inf)
    work[root] = -np.inf
    heads = _arborescence(work, root)
    heads[root] = root
    return heads


def _arborescence(scores: NDArray[Any], root: int) -> list[int]:
    heads = [int(row.argmax()) for row in scores]
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(len(scores)) if i not in inside]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    enter = scores[np.ix_(cycle, outside)] - np.array([scores[i, heads[i]] for i in cycle])[:, None]
    leave = scores[np.ix_(outside, cycle)]
    small[-1, :-1], small[:-1, -1] = enter.max(axis=0), leave.max(axis=1)
    small[outside.index(root)] = -np.inf
    found = _arborescence(small, outside.index(root))
    entrance = cycle[int(enter[:, found[-1]].argmax())]
    heads[entrance] = outside[found[-1]]
    for place, i in enumerate(outside):
        if i != root:
            heads[i] = outside[found[place]] if found[place] < len(outside) else cycle[int(leave[place].argmax())]
    return heads


def _cycle(heads: list[int], root: int) -> list[int]:
    """Return the words of a cycle, or nothing."""
    done = {root}
    for start in range(len(heads)):
        path: list[int] = []
        place = start
        while place not in done and place not in path:
            path.append(place)
            place = heads[place]
        if place in path:
            return path[path.index(place) :]
        done.update(path)
    return []
