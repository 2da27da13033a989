"""Self-training: label raw news with trained networks: ``python -m models.recipes.pipelines.silver --language fr --data
../shared/data``.

The scores of the given checkpoints are averaged. A word of whose tag they are not sure allows every tag, so that only what they
agree on is learned from.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from models.recipes.pipelines import corpora
from models.recipes.pipelines.batches import Batcher, Inventory
from models.recipes.pipelines.corpora import ALL_TAGS, TAGS, Example
from models.recipes.pipelines.measure import transitions
from models.recipes.pipelines.network import Network
from models.recipes.pipelines.sampling import SEED, pieces
from summarizer.analysis.tagging import best_tags

# A tag is taken when its score leads by this much, in log odds before the chain.
SURE = 2.0
LEAST_WORDS = 6


def restored(path: Path) -> tuple[Network, Inventory]:
    """Return the network saved at *path*, ready to predict, and its inventory."""
    saved = torch.load(path, weights_only=True)
    inventory = Inventory(*saved["inventory"])
    network = Network(len(inventory.words), len(inventory.upos), len(inventory.feats), len(TAGS), len(inventory.deprels))
    network.load_state_dict(saved["state"])
    return network.eval(), inventory


def raw_examples(lang: str, data: Path, words: int) -> list[Example]:
    """Return paragraphs of raw text in random order, about *words* words of them."""
    tokens, paragraphs = corpora.Tokens(lang), list(corpora.raw_paragraphs(lang, data))
    random.Random(SEED).shuffle(paragraphs)
    found: list[Example] = []
    for paragraph in paragraphs:
        if words <= 0:
            break
        texts, spans = tokens.of(paragraph)
        words -= len(texts)
        found += [piece for piece in pieces(Example(texts, "silver", spans)) if len(piece.words) >= LEAST_WORDS]
    return found


def labelled(examples: list[Example], networks: list[tuple[Network, Inventory]]) -> Iterator[Example]:
    """Yield the examples with the tags that the networks together are sure of."""
    batchers = [Batcher(inventory, size=8_000) for _, inventory in networks]
    chain = np.mean([transitions(network) for network, _ in networks], axis=0)
    for group, _ in batchers[0].batches(examples, shuffle=False):
        scores = []
        for (network, _), batcher in zip(networks, batchers, strict=True):
            batch = batcher.inputs(group)
            with torch.no_grad():
                scores.append(network.name_scores(network.encode(batch), batch["mask"]).numpy())
        mean = np.mean(scores, axis=0)
        for example, places in zip(group, batch["at"].tolist(), strict=True):
            own = mean[places[: len(example.words)]]
            ranked = np.sort(own, axis=1)
            sure = ranked[:, -1] - ranked[:, -2] > SURE
            example.tags = [1 << tag if ok else ALL_TAGS for tag, ok in zip(best_tags(own, chain), sure, strict=True)]
            yield example


def read(path: Path) -> list[Example]:
    """Return the examples that ``main`` wrote."""
    return [Example(row["words"], "silver", tags=row["tags"]) for row in corpora.jsonl(path)]


def main() -> None:
    """Label and write ``silver_LANG.jsonl.gz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("out/pipelines"))
    parser.add_argument("--checkpoints", nargs="+", required=True, help="names of runs in the work folder")
    parser.add_argument("--words", type=int, default=1_500_000)
    arguments = parser.parse_args()
    networks = [restored(arguments.work / f"{name}.pt") for name in arguments.checkpoints]
    examples = raw_examples(arguments.language, arguments.data, arguments.words)
    unsure = words = 0
    with gzip.open(arguments.work / f"silver_{arguments.language}.jsonl.gz", "wt", encoding="utf-8") as stream:
        for example in labelled(examples, networks):
            stream.write(json.dumps({"words": example.words, "tags": example.tags}, ensure_ascii=False) + "\n")
            words += len(example.words)
            unsure += sum(bits == ALL_TAGS for bits in example.tags or ())
    print(len(examples), "stretches,", words, "words,", unsure, "left open")


if __name__ == "__main__":
    main()
