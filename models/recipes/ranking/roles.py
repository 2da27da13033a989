"""Train the role classifier: ``python -m models.recipes.ranking.roles --language fr --data ../shared/data``.

Multinomial logistic regression (scikit-learn) on the roles of ``models/annotations``; small weights are dropped.
Prints the accuracy on the dev articles: of all sentences that have a role, and of the surer half.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from models.recipes.listing import enter
from models.recipes.ranking.articles import Mark, analysed
from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.ranking import scenes
from summarizer.ranking.features import FEATURES, measure
from summarizer.ranking.roles import TRAITS, RoleModel, role_features
from summarizer.types import ROLES

# Inverse strength of the penalty, tried 0.01 to 0.3 on the dev articles.
STRENGTH = {"fr": 0.04, "en": 0.04}
LEAST_COUNT, LEAST_WEIGHT = 3, 0.05
Example = tuple[dict[str, float], Mark, str]


def examples(lang: str, data: Path) -> Iterator[Example]:
    """Yield the features, mark and split of every sentence that has a role."""
    language, background = get_language(lang), load_background(lang)
    for row, doc, document, sentences, entities, marks in analysed(lang, data):
        (scene,) = scenes(doc, sentences, document=document, entities=entities, language=language)
        table = measure(scene, salience={}, background=background, language=language)
        traits = [dict(zip(FEATURES, line.tolist(), strict=True)) for line in table]
        for number, mark in enumerate(marks):
            if mark.role:
                yield dict(role_features(scene.views, traits, number)), mark, row["split"]


def train(found: list[Example], lang: str) -> dict[str, object]:
    """Return the classifier as plain values."""
    scale = {f"f={name}": float(np.std([features[f"f={name}"] for features, _, _ in found])) or 1.0 for name in TRAITS}
    learned = [(_scaled(features, scale), mark) for features, mark, split in found if split == "train"]
    vectors = DictVectorizer()
    table = vectors.fit_transform([features for features, _ in learned])
    names = vectors.get_feature_names_out()
    kept = np.flatnonzero(np.asarray((table != 0).sum(axis=0)).ravel() >= LEAST_COUNT)
    model = LogisticRegression(C=STRENGTH[lang], max_iter=150)
    model.fit(table[:, kept], [ROLES.index(mark.role) for _, mark in learned if mark.role])
    weights = {
        str(names[place]): [round(float(weight), 3) for weight in model.coef_[:, column]]
        for column, place in enumerate(kept)
        if np.abs(model.coef_[:, column]).max() >= LEAST_WEIGHT
    }
    return {"bias": [round(float(value), 3) for value in model.intercept_], "scale": scale, "weights": weights}


def _scaled(features: dict[str, float], scale: dict[str, float]) -> dict[str, float]:
    return {name: value / scale.get(name, 1.0) for name, value in features.items()}


def accuracy(content: dict[str, object], found: list[Example]) -> tuple[float, float, int]:
    """Return the accuracy on the dev sentences, on the surer half of them, and their number."""
    model = RoleModel(content["bias"], content["scale"], content["weights"])  # type: ignore[arg-type]
    results = []
    for features, mark, split in found:
        if split == "dev":
            shares = model.probabilities(iter(features.items()))
            best = max(shares, key=lambda role: shares[role])
            results.append((shares[best], best in (mark.role, mark.also)))
    results.sort(reverse=True)
    hits = [hit for _, hit in results]
    return 100 * float(np.mean(hits)), 100 * float(np.mean(hits[: len(hits) // 2])), len(hits)


def main() -> None:
    """Train, report, write the classifier and enter it in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    lang = arguments.language
    found = list(examples(lang, arguments.data))
    content = train(found, lang)
    overall, surer, size = accuracy(content, found)
    print(f"{lang}: accuracy {overall:.1f}, surer half {surer:.1f}, of {size} sentences")
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    command = f"python -m models.recipes.ranking.roles --language {lang} --data ../shared/data"
    enter(f"roles_{lang}.json", text.encode(), licence="CC BY 4.0", data=["models/annotations"], command=command)
    print(f"roles_{lang}.json", len(text) // 1000, "kB")


if __name__ == "__main__":
    main()
