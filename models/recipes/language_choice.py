"""Train the choice between French and English: ``python -m models.recipes.language_choice --data ../shared/data``.

A logistic regression over the character n-grams (1 to 4, with word borders) of single words, so that it is right on a line of one
or two words as well. Data, rows marked *train* only: OrangeSum train titles and headings (CC BY-SA 4.0), Universal Dependencies
EWT train (CC BY-SA 4.0). A word is seen once per language, weighted by the logarithm of its frequency. Ten passes of stochastic
gradient descent with a fixed seed; weights under the threshold are dropped, the rest rounded to hundredths. About two minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
from collections import Counter
from pathlib import Path

from models.recipes.listing import enter
from summarizer.detection import ngrams_of

NAME = "language_choice.json"
SEED, PASSES, RATE, DECAY = 13, 10, 0.15, 1e-5
LEAST_COUNT, LEAST_WEIGHT = 4, 0.08
_WORD = re.compile(r"[^\W\d_]+")


def words_of_french(data: Path) -> Counter[str]:
    """Count the words of the OrangeSum training titles and headings."""
    counts: Counter[str] = Counter()
    with gzip.open(data / "summaries" / "fr_orangesum_train.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            counts.update(_WORD.findall(f"{row['title']} {row['heading']}".lower()))
    return counts


def words_of_english(data: Path) -> Counter[str]:
    """Count the words of the English training treebank."""
    counts: Counter[str] = Counter()
    with gzip.open(data / "ud" / "en" / "en_ewt-train.conllu.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# text = "):
                counts.update(_WORD.findall(line[9:].lower()))
    return counts


def examples(french: Counter[str], english: Counter[str]) -> list[tuple[str, float, float]]:
    """Return (word, share of French, weight) for every word seen twice."""
    total_fr, total_en = french.total(), english.total()
    rows = []
    for word in sorted(french.keys() | english.keys()):
        fr, en = 1e6 * french[word] / total_fr, 1e6 * english[word] / total_en
        if french[word] + english[word] >= 2:
            rows.append((word, (fr + 0.5) / (fr + en + 1.0), math.log1p(fr + en)))
    return rows


def train(rows: list[tuple[str, float, float]]) -> dict[str, float]:
    """Return the weight of each n-gram; positive speaks for French."""
    seen = Counter(gram for word, _, _ in rows for gram in set(ngrams_of(word)))
    weights = {gram: 0.0 for gram, count in seen.items() if count >= LEAST_COUNT}
    rng = random.Random(SEED)
    for step in range(PASSES):
        rng.shuffle(rows)
        rate = RATE / (1 + step)
        for word, target, weight in rows:
            grams = [gram for gram in ngrams_of(word) if gram in weights]
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[gram] for gram in grams)))))
            pull = rate * min(weight, 6.0) / 6.0 * (target - guess)
            for gram in grams:
                weights[gram] += pull - DECAY * weights[gram]
    return {gram: round(value, 2) for gram, value in sorted(weights.items()) if abs(value) >= LEAST_WEIGHT}


def main() -> None:
    """Train, write the weights and enter them in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    weights = train(examples(words_of_french(data), words_of_english(data)))
    text = json.dumps({"order": 4, "weights": weights}, ensure_ascii=False, separators=(",", ":")) + "\n"
    data_names = ["OrangeSum train (titles, headings)", "UD English EWT train"]
    command = "python -m models.recipes.language_choice --data ../shared/data"
    enter(NAME, text.encode(), licence="CC BY-SA 4.0", data=data_names, command=command)
    print(f"{len(weights)} weights, {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
