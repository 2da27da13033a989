"""Scores on the dev sets while training. The figures that count are those of ``benchmarks.quality``."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from models.recipes.pipelines import corpora
from models.recipes.pipelines.batches import Batcher, Inventory, labels
from models.recipes.pipelines.corpora import TAGS, Example
from models.recipes.pipelines.network import Network
from summarizer.analysis.tagging import best_tags, names_of


def forbidden() -> np.ndarray:
    """Return [tags + 1, tags], true where the second tag cannot follow the first."""
    bad = np.zeros((len(TAGS) + 1, len(TAGS)), dtype=bool)
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            bad[:, j] = [name not in (f"B-{tag[2:]}", tag) for name in (*TAGS, "start")]
    return bad


def transitions(network: Network) -> np.ndarray:
    """Return the chain's scores with those of impossible sequences far below."""
    return network.transitions.detach().masked_fill(torch.tensor(forbidden()), -1e4).numpy()


def gold_spans(example: Example) -> set[tuple[int, int, str]]:
    """Return the names of an example; words that allow several tags are outside."""
    single = [TAGS[bits.bit_length() - 1] if bits & (bits - 1) == 0 else "O" for bits in example.tags]
    return set(names_of(single))


def evaluate(network: Network, dev: dict[str, list[Example]], batcher: Batcher) -> dict[str, float]:
    """Return F1 of names and sentences and the accuracy of parts of speech and features, in percent."""
    network.eval()
    scores = {}
    with torch.no_grad():
        for name, examples in dev.items():
            counts = Counter()
            for group, batch in batcher.batches(examples, shuffle=False):
                count(network, group, batch, batcher.inventory, counts)
            for task in ("tags", "starts"):
                if counts[f"{task} gold"]:
                    f = 2 * counts[f"{task} right"] / (counts[f"{task} gold"] + counts[f"{task} found"])
                    scores[f"{name} {task}"] = round(100 * f, 2)
            for task in ("upos", "feats"):
                if counts[f"{task} all"]:
                    scores[f"{name} {task}"] = round(100 * counts[f"{task} right"] / counts[f"{task} all"], 2)
    network.train()
    return scores


def count(network: Network, group: list[Example], batch: dict[str, Tensor], inv: Inventory, counts: Counter) -> None:
    """Add what the network gets right on one batch to *counts*."""
    x = network.encode(batch)
    chain = transitions(network)
    emissions = network.name_scores(x, batch["mask"]).numpy()
    starts = network.starts(x)[:, 0].numpy()
    for example, places in zip(group, batch["at"].tolist(), strict=True):
        places = places[: len(example.words)]
        if example.tags is not None:
            found = set(names_of([TAGS[i] for i in best_tags(emissions[places], chain)]))
            gold = gold_spans(example)
            if example.source in corpora.MARKS | corpora.MEASURED:
                found, gold = ({span for span in spans if span[2] in ("PER", "LOC", "ORG")} for spans in (found, gold))
            counts.update({"tags right": len(found & gold), "tags gold": len(gold), "tags found": len(found)})
        if example.starts is not None:
            gold = [i for i, start in enumerate(example.starts) if start]
            found = [0, *(i for i, place in enumerate(places) if i and starts[place] > 0)]
            right = set(pairwise([*gold, len(places)])) & set(pairwise([*found, len(places)]))
            counts.update({"starts right": len(right), "starts gold": len(gold), "starts found": len(found)})
    for name, head, classes in (("upos", network.upos, inv.upos), ("feats", network.feats, inv.feats)):
        gold = labels(group, name, {value: i for i, value in enumerate(classes)})
        known = gold >= 0
        counts.update({f"{name} right": int((head(x).argmax(1) == gold)[known].sum()), f"{name} all": int(known.sum())})
