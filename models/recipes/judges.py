"""The training that the judges of cuts and of lines share: a linear model over grams, then trees on measures.

The trees (LightGBM) see what the linear model (logistic regression, scikit-learn) says of articles that it was not trained on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm as lgb
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from models.recipes.listing import enter
from models.recipes.trees import REPEATABLE, exported
from summarizer.judge import gram_values

FOLDS = 5
# Inverse strength of the penalty, examples that a gram must stand in, and the least weight that is kept.
STRENGTH, LEAST_COUNT, LEAST_WEIGHT = 0.5, 4, 0.04
SETTINGS = {
    **REPEATABLE,
    "learning_rate": 0.03,
    "num_leaves": 15,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
}
DATA = {"fr": ["OrangeSum train"], "en": ["CNN/DailyMail (en_cnndm_dev, en_newts_cnndm, en_cnndm_train_small)"]}


@dataclass(slots=True)
class Example:
    """A thing with its measures and grams, the letter that a reader gave it ("g" is good, "b" or "x" bad), and its article."""

    row: Sequence[float]
    grams: Collection[str]
    verdict: str
    article: str
    split: str

    @property
    def is_good(self) -> bool:
        """Whether a reader would print it."""
        return self.verdict == "g"


class Training:
    """The two models, fitted to examples."""

    def __init__(self, found: Sequence[Example], trees: int) -> None:
        self.bias, self.weights = _fitted(found)
        table = np.array([[*one.row, value] for one, value in zip(found, _held_out(found), strict=True)], dtype=float)
        self.booster = lgb.train(SETTINGS, lgb.Dataset(table, np.array([one.is_good for one in found], dtype=float)), trees)

    def sureness(self, found: Sequence[Example]) -> np.ndarray:
        """Return the probability of each of *found*."""
        said = [_said(one, self.bias, self.weights) for one in found]
        shares: np.ndarray = self.booster.predict(np.array([[*one.row, value] for one, value in zip(found, said, strict=True)]))
        return shares

    def write(self, subject: str, lang: str, features: Sequence[str]) -> None:
        """Enter the artefacts of *subject* in *lang*, whose measures are *features*."""
        command = f"python -m models.recipes.{subject} --language {lang} --data ../shared/data"
        data = [f"models/annotations/{subject}_{lang}.jsonl", *DATA[lang]]
        grams = json.dumps({"bias": self.bias, "weights": self.weights}, ensure_ascii=False, indent=0) + "\n"
        trees = json.dumps({subject: exported(self.booster, (*features, "grams"))}, separators=(",", ":")) + "\n"
        enter(f"{subject}_grams_{lang}.json", grams.encode(), licence="CC BY-SA 4.0", data=data, command=command)
        enter(f"{subject}_{lang}.json", trees.encode(), licence="CC BY-SA 4.0", data=data, command=command)


def teach(
    subject: str, examples: Callable[[str, Path], Iterable[Example]], features: Sequence[str], *, trees: int, about: str | None
) -> None:
    """Run the command of a recipe: train on the examples marked train, print the figures of the others, write the artefacts."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    found = list(examples(arguments.language, arguments.data))
    train, dev = ([one for one in found if one.split == split] for split in ("train", "dev"))
    trained = Training(train, trees)
    print(f"{len(train)} {subject} to learn from; of {len(dev)} others, by least sureness:")
    print(report(trained.sureness(dev), dev))
    trained.write(subject, arguments.language, features)


def annotated(path: Path) -> list[dict]:  # type: ignore[type-arg]
    """Return the rows of an annotation file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def report(shares: np.ndarray, found: Sequence[Example]) -> str:
    """Return a table: for several degrees of sureness the examples above it and what readers said of them."""
    lines = []
    for least in (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        verdicts = [one.verdict for one, share in zip(found, shares, strict=True) if share >= least]
        part = 100 / max(1, len(verdicts))
        letters = "  ".join(f"{letter} {part * verdicts.count(letter):.1f}" for letter in sorted(set(verdicts)))
        lines.append(f"{least:.2f}  {len(verdicts):5d} of {len(found)}  {letters}")
    return "\n".join(lines)


def _said(one: Example, bias: float, weights: dict[str, float]) -> float:
    return bias + sum(weights.get(gram, 0.0) * value for gram, value in gram_values(one.grams).items())


def _fitted(found: Sequence[Example]) -> tuple[float, dict[str, float]]:
    vectors = DictVectorizer()
    table = vectors.fit_transform([gram_values(one.grams) for one in found])
    kept = np.flatnonzero(np.asarray((table > 0).sum(axis=0)).ravel() >= LEAST_COUNT)
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(table[:, kept], [one.is_good for one in found])
    names = vectors.get_feature_names_out()[kept]
    weights = {str(name): round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return round(float(model.intercept_[0]), 4), {name: weight for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def _held_out(found: Sequence[Example]) -> list[float]:
    """Return what the grams of each say by a model that did not see its article."""
    folds = {name: number % FOLDS for number, name in enumerate(sorted({one.article for one in found}))}
    values = [0.0] * len(found)
    for fold in range(FOLDS):
        bias, weights = _fitted([one for one in found if folds[one.article] != fold])
        for place, one in enumerate(found):
            if folds[one.article] == fold:
                values[place] = _said(one, bias, weights)
    return values
