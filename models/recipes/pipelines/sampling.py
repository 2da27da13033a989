"""Which examples are trained and measured on, and what an epoch takes of them."""

from __future__ import annotations

import copy
import random
from pathlib import Path

from models.recipes.folds import TRAINED_ON
from models.recipes.pipelines import corpora
from models.recipes.pipelines.corpora import Example

SEED = 5
# Source -> how often an epoch takes each of its examples; 0.3 takes three in ten.
SHARES = {
    "wikiann": 0.3,
    "btc_g": 0.5,
    "btc_b": 0.5,
    "btc_a": 0.3,
    "wnut17": 0.5,
    "sec_filings": 0.0,
    "own_articles": 2.0,
    "silver": 0.3,
}
# Own lines of fewer words are joined to running text, one to three of them.
SHORT = 60
DEV_TREEBANKS = {"fr": ("fr_sequoia-dev", "fr_gsd-dev"), "en": ("en_ewt-dev",)}


def load(lang: str, data: Path) -> tuple[list[Example], dict[str, list[Example]]]:
    """Return the training examples and the dev sets by name."""
    tokens, rng = corpora.Tokens(lang), random.Random(SEED)
    train = [*corpora.own_sentences(lang, tokens, "train"), *corpora.own_articles(lang, tokens, data, "train")]
    train += corpora.public_entities(data / "ner" / f"{lang}_train.jsonl.gz", tokens)
    dev = {
        "own_sentences": list(corpora.own_sentences(lang, tokens, "dev")),
        "own_articles": list(corpora.own_articles(lang, tokens, data, "dev")),
    }
    path = data / "ner" / f"{lang}_dev.jsonl.gz"
    for example in corpora.public_entities(path, tokens, held_out=True):
        dev.setdefault(example.source, []).append(example)
    train += (e for e in corpora.public_entities(path, tokens, held_out=False) if e.source == TRAINED_ON["en_dev"])
    for name in corpora.TREEBANKS[lang]:
        train += corpora.treebank(data / "ud" / lang / f"{name}.conllu.gz", tokens, rng=rng, held_out=False, most=1)
    for name in DEV_TREEBANKS[lang]:
        dev[name] = list(corpora.treebank(data / "ud" / lang / f"{name}.conllu.gz", tokens, rng=random.Random(0), held_out=True))
    dev["wikineural"] = list(corpora.public_entities(path, tokens, sources=("wikineural",)))[:1000]
    return [piece for example in train for piece in pieces(example) if piece.words], dev


def pieces(example: Example, most: int = 160) -> list[Example]:
    """Cut an example without a tree into stretches of at most *most* words."""
    if len(example.words) <= most or example.heads is not None:
        return [example]
    cut = lambda values, at: None if values is None else values[at : at + most]  # noqa: E731
    return [
        Example(cut(example.words, at), example.source, starts=cut(example.starts, at), tags=cut(example.tags, at))
        for at in range(0, len(example.words), most)
    ]


def sampled(train: list[Example], rng: random.Random) -> list[Example]:
    """Return one epoch: every example as often as its source's share says."""
    epoch = []
    for example in train:
        share = SHARES.get(example.source, 1.0)
        epoch += [example] * (int(share) + (rng.random() < share % 1))
    trees = [example for example in epoch if example.heads is not None]
    lines = [example for example in epoch if example.heads is None and example.starts is not None and len(example.words) < SHORT]
    rest = [example for example in epoch if example.heads is None and (example.starts is None or len(example.words) >= SHORT)]
    return [augmented(example, rng) for example in (*rest, *rejoined(lines, rng, 3))] + rejoined(trees, rng, 8)


def rejoined(parts: list[Example], rng: random.Random, most: int) -> list[Example]:
    """Join stretches to running text, anew for every epoch: half of them as they follow one another, half in random order."""
    turn, half = rng.randrange(len(parts)), len(parts) // 2
    parts = parts[turn:] + parts[:turn]
    tail = parts[half:]
    rng.shuffle(tail)
    parts, whole, at = parts[:half] + tail, [], 0
    while at < len(parts):
        size = rng.randint(1, most)
        whole.append(corpora.joined(parts[at : at + size]))
        at += size
    return whole


def augmented(example: Example, rng: random.Random) -> Example:
    """Now and then set a stretch in capitals or in lower case, as titles and informal text have it."""
    chance = rng.random()
    if chance < 0.96 or example.tags is None:
        return example
    change = str.upper if chance < 0.98 else str.lower if chance < 0.99 else str.title
    copy_ = copy.copy(example)
    copy_.words = [change(word) for word in example.words]
    return copy_
