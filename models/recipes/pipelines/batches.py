"""Examples -> tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.recipes.pipelines.corpora import ALL_TAGS, TAGS, Example
from summarizer.analysis import word_features as features


@dataclass(slots=True)
class Inventory:
    """What the rows of the tables and the columns of the heads stand for."""

    words: dict[str, int]
    upos: list[str]
    feats: list[str]
    deprels: list[str]

    def word_row(self, word: str) -> int:
        """Return the row of *word* as written, else in lower case, else 0."""
        return self.words.get(word) or self.words.get(word.lower()) or 0


class Batcher:
    """Makes batches of about *size* words; keeps the feature rows of every word seen."""

    def __init__(self, inventory: Inventory, *, size: int = 2_500, word_dropout: float = 0.0, seed: int = 0) -> None:
        self.inventory, self.size, self.word_dropout = inventory, size, word_dropout
        self.rng = random.Random(seed)
        self._rows: dict[str, tuple[int, list[int], list[int], int, list[float]]] = {}

    def batches(self, examples: Sequence[Example], *, shuffle: bool = True) -> Iterator[tuple[list[Example], dict[str, Tensor]]]:
        """Yield the examples in batches of like length, with their inputs."""
        order = list(examples)
        if shuffle:
            self.rng.shuffle(order)
            chunks = [sorted(order[at : at + 800], key=lambda e: len(e.words)) for at in range(0, len(order), 800)]
        else:
            chunks = [order]
        groups: list[list[Example]] = []
        for chunk in chunks:
            group: list[Example] = []
            for example in chunk:
                if group and sum(len(e.words) for e in group) + len(example.words) > self.size:
                    groups.append(group)
                    group = []
                group.append(example)
            groups.append(group)
        if shuffle:
            self.rng.shuffle(groups)
        for group in groups:
            if group:
                yield group, self.inputs(group)

    def inputs(self, group: Sequence[Example]) -> dict[str, Tensor]:
        """Return the tensors that ``Network.encode`` reads; ``at`` [b, t] holds each word's place in the long sequence."""
        types: dict[str, int] = {"": 0}
        inverse, mask, at = [0], [0.0], []
        for example in group:
            at.append(list(range(len(inverse), len(inverse) + len(example.words))))
            inverse += [types.setdefault(word, len(types)) for word in example.words] + [0]
            mask += [1.0] * len(example.words) + [0.0]
        rows = [self.features(word) for word in types]
        offsets = [0]
        for row in rows:
            offsets.append(offsets[-1] + len(row[1]))
        longest = max(map(len, at))
        return {
            "word": torch.tensor([0 if self.rng.random() < self.word_dropout else row[0] for row in rows]),
            "ngram": torch.tensor([n for row in rows for n in row[1]]),
            "offset": torch.tensor(offsets[:-1]),
            "affix": torch.tensor([row[2] for row in rows]),
            "shape": torch.tensor([row[3] for row in rows]),
            "flags": torch.tensor([row[4] for row in rows]),
            "inverse": torch.tensor(inverse),
            "mask": torch.tensor(mask)[:, None],
            "at": torch.tensor([places + [0] * (longest - len(places)) for places in at]),
            "lengths": torch.tensor([len(places) for places in at]),
        }

    def features(self, word: str) -> tuple[int, list[int], list[int], int, list[float]]:
        """Return the rows of *word* in every table, and its flags."""
        row = self._rows.get(word)
        if row is None:
            row = self._rows[word] = (
                self.inventory.word_row(word),
                features.ngram_rows(word),
                features.affix_rows(word),
                features.shape_row(word),
                features.flags(word),
            )
        return row


def allowed(group: Sequence[Example], longest: int) -> Tensor:
    """Return [b, t, tags], true where the example allows the tag; all are allowed after its end."""
    bits = torch.tensor([list(e.tags or ()) + [ALL_TAGS] * (longest - len(e.tags or ())) for e in group])
    return (bits[:, :, None] >> torch.arange(len(TAGS))) & 1 == 1


def labels(group: Sequence[Example], name: str, index: dict[str, int]) -> Tensor:
    """Return the class of each word in the long sequence for the task *name*; -100 where there is none."""
    flat = [-100]
    for example in group:
        values = getattr(example, name)
        flat += [-100] * len(example.words) if values is None else [index.get(value, -100) for value in values]
        flat.append(-100)
    return torch.tensor(flat)
