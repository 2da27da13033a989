"""Words a second of the built-in pipelines beside stock spaCy ones with the same tasks: ``python -m benchmarks.speed``.

Both run in one process on one core over the project's samples, repeated to articles of about 350 words. The stock pipeline is
what ``spacy init config -o efficiency`` gives, with random weights: they do not change its speed.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from spacy.cli.init_config import init_config
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import load_model_from_config
from threadpoolctl import threadpool_limits

from summarizer.analysis import load_pipeline
from summarizer.types import ENTITY_LABELS

SAMPLES = Path(__file__).parents[1] / "samples"
WORDS, ROUNDS = 350, 5
STOCK = ("tok2vec", "morphologizer", "trainable_lemmatizer", "senter", "ner")
# As many classes as the French treebanks have.
FEATURES, LEMMA_TREES = 200, 400


def articles(code: str, count: int) -> list[str]:
    """Return *count* texts of about 350 words made of the paragraphs of the samples, each starting at another one."""
    paragraphs = [
        p for path in sorted((SAMPLES / code).glob("*.*")) for p in path.read_text(encoding="utf-8").split("\n") if p.strip()
    ]
    made = []
    for number in range(count):
        text, at = "", number
        while len(text.split()) < WORDS:
            text += paragraphs[at % len(paragraphs)] + "\n\n"
            at += 1
        made.append(text.strip())
    return made


def stock_pipeline(code: str) -> Pipeline:
    """Return an untrained stock pipeline with as many labels as ours."""
    config = init_config(lang=code, pipeline=list(STOCK), optimize="efficiency", gpu=False)
    pipeline = load_model_from_config(config, auto_fill=True)
    examples = []
    for number in range(max(FEATURES, LEMMA_TREES)):
        words = [f"mot{number}a", "mot", "Nom", "."]
        gold = Doc(
            pipeline.vocab,
            words=words,
            pos=["NOUN"] * 4,
            morphs=[f"Case={number % FEATURES}x"] * 4,
            lemmas=[f"mot{number}a{'b' * (number % 7)}{number}", "mot", "nom", "."],
            sent_starts=[True, False, False, False],
        )
        gold.set_ents([Span(gold, 2, 3, label=ENTITY_LABELS[number % len(ENTITY_LABELS)])])
        examples.append(Example(Doc(pipeline.vocab, words=words), gold))
    pipeline.initialize(lambda: examples)
    return pipeline


def words_a_second(pipeline: Pipeline, texts: list[str]) -> float:
    """Return the best of some rounds, after one to warm up, in words a second."""
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for text in texts:
            pipeline(text)
        best = max(best, words / (time.perf_counter() - start))
    return best


def main() -> None:
    """Measure both languages and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    count = parser.parse_args().articles
    for code in ("fr", "en"):
        texts = articles(code, count)
        with threadpool_limits(1):
            own = words_a_second(load_pipeline(code), texts)
            stock = words_a_second(stock_pipeline(code), texts)
        print(code, json.dumps({"words_a_second": round(own), "stock": round(stock), "ratio": round(own / stock, 2)}), flush=True)


if __name__ == "__main__":
    main()
