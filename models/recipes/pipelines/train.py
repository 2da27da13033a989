"""Train the pipeline of one language: ``python -m models.recipes.pipelines.train --language fr --data ../shared/data``."""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from models.recipes.pipelines import silver
from models.recipes.pipelines.batches import Batcher, Inventory
from models.recipes.pipelines.corpora import TAGS, Example
from models.recipes.pipelines.losses import losses, total
from models.recipes.pipelines.measure import evaluate
from models.recipes.pipelines.network import Network
from models.recipes.pipelines.sampling import SEED, SHARES, load, sampled

VOCABULARY, FEATURES = 30_000, 400
RATE, WARM_UP = 2e-3, 300
# Standard deviation of the static vectors when training starts.
VECTOR_SPREAD = 0.3


def inventory(train: list[Example], vectors: dict[str, np.ndarray]) -> Inventory:
    """Return the classes of every head and the vocabulary: the most frequent words of the raw text."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "feats", "deprels")}
    for example in train:
        for name, counts in seen.items():
            counts.update(value for value in getattr(example, name) or () if value)
    return Inventory(
        {str(word): number for number, word in enumerate(vectors["words"][:VOCABULARY], 1)},
        sorted(seen["upos"]),
        [value for value, _ in seen["feats"].most_common(FEATURES)],
        sorted(seen["deprels"]),
    )


def start_from(network: Network, vectors: dict[str, np.ndarray], batcher: Batcher) -> None:
    """Start the word table with the static vectors, and fit the n-gram table so that its means give them too."""
    rows = torch.tensor(vectors["rows"].astype(np.float32))
    rows = rows / rows.std() * VECTOR_SPREAD
    place = {str(word): number for number, word in enumerate(vectors["words"])}
    with torch.no_grad():
        for word, number in batcher.inventory.words.items():
            network.words.word.weight[number] = rows[place[word]]
    weight = torch.nn.Parameter(network.words.ngram.weight.detach().clone())
    optimiser, rng, words = torch.optim.SparseAdam([weight], lr=5e-3), random.Random(SEED), list(place)[:120_000]
    for _ in range(6):
        rng.shuffle(words)
        for at in range(0, len(words), 2_000):
            part = words[at : at + 2_000]
            grams = [batcher.features(word)[1] for word in part]
            offsets = torch.tensor([0, *np.cumsum([len(g) for g in grams])[:-1].tolist()])
            guess = functional.embedding_bag(
                torch.tensor([n for g in grams for n in g]), weight, offsets, mode="mean", sparse=True
            )
            loss = functional.mse_loss(guess, rows[[place[word] for word in part]], reduction="sum") / len(part)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    with torch.no_grad():
        network.words.ngram.weight.copy_(weight)
    print(f"n-gram table fitted, loss {loss.item():.2f}", flush=True)


def fit(
    network: Network,
    train: list[Example],
    dev: dict[str, list[Example]],
    batcher: Batcher,
    *,
    epochs: int,
    seed: int,
    path: Path,
) -> None:
    """Run the epochs; what is measured and saved to *path* is an exponential mean of the weights over the steps."""
    rng, dev_batcher = random.Random(seed), Batcher(batcher.inventory, size=8_000)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    words = sum(len(e.words) * SHARES.get(e.source, 1.0) for e in train)
    steps = int(epochs * words / batcher.size * 1.03)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, steps))
    mean, clock, step = copy.deepcopy(network), time.perf_counter(), 0
    for epoch in range(1, epochs + 1):
        sums: Counter[str] = Counter()
        for group, batch in batcher.batches(sampled(train, rng)):
            parts = losses(network, group, batch, batcher.inventory)
            optimiser.zero_grad()
            total(parts).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            with torch.no_grad():
                share = 1 - min(0.998, step / (step + 20))
                torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), share)
            sums.update({name: part.item() for name, part in parts.items()} | {"batches": 1})
        means = {name: round(value / sums["batches"], 3) for name, value in sums.items() if name != "batches"}
        print(f"epoch {epoch} step {step}/{steps} {time.perf_counter() - clock:.0f}s", means, flush=True)
        if epoch % 3 == 0 or epoch == epochs:
            print(json.dumps(evaluate(mean, dev, dev_batcher)), flush=True)
            inv = batcher.inventory
            torch.save({"state": mean.state_dict(), "inventory": (inv.words, inv.upos, inv.feats, inv.deprels)}, path)


def rate_at(step: int, steps: int) -> float:
    """Return the share of the full learning rate: a warm-up, then half a cosine."""
    return min((step + 1) / WARM_UP, 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))) + 0.01)


def main() -> None:
    """Train, report the dev scores of every third epoch and save the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--work", type=Path, default=Path("out/pipelines"), help="folder with vectors.npz, for what is not shipped"
    )
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--silver", action="store_true", help="train on silver_LANG.jsonl.gz in the work folder as well")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--name", default="", help="suffix of the saved file")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    train, dev = load(arguments.language, arguments.data)
    if arguments.silver:
        train += silver.read(arguments.work / f"silver_{arguments.language}.jsonl.gz")
    print(Counter(e.source for e in train), sum(len(e.words) for e in train), {k: len(v) for k, v in dev.items()}, flush=True)
    vectors = dict(np.load(arguments.work / "vectors.npz"))
    inv = inventory(train, vectors)
    batcher = Batcher(inv, size=3_500, word_dropout=0.15, seed=arguments.seed)
    network = Network(len(inv.words), len(inv.upos), len(inv.feats), len(TAGS), len(inv.deprels))
    start_from(network, vectors, batcher)
    path = arguments.work / f"{arguments.language}{arguments.name}.pt"
    fit(network, train, dev, batcher, epochs=arguments.epochs, seed=arguments.seed, path=path)


if __name__ == "__main__":
    main()
