"""Train the certainty of definitions: ``python -m models.recipes.definitions --language fr``.

Logistic regression (scikit-learn) on the matches in the sentences of ``models/annotations/definitions_*.tsv``, three quarters of
them; a match is right where the sentence holds a definition. Prints F1 of "has a definition" on the rest.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

from models.recipes.folds import is_held_out
from models.recipes.listing import enter
from summarizer.extraction.definition_features import definition_features
from summarizer.extraction.definitions import matches
from summarizer.languages import get_language
from summarizer.types import Sentence, Span

ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"
# Inverse strength of the penalty.
STRENGTH = 0.3


def sentences(lang: str) -> Iterator[tuple[Sentence, bool, str, bool]]:
    """Yield each sentence, whether it holds a definition, of what term, and whether it is held out."""
    lines = (ANNOTATIONS / f"definitions_{lang}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        label, marked = line.split("\t")
        term = re.search(r"\[([^\]]*)\]", marked)
        text = re.sub(r"[\[\]{}]", "", marked) if label == "1" else marked
        sentence = Sentence(0, Span(0, len(text)), 0, "paragraph", "body", text)
        yield sentence, label == "1", term.group(1) if term and label == "1" else "", is_held_out(number)


def main() -> None:
    """Train, write the weights and say what the held-out sentences get."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    # Here, so that the benchmark may read the sentences where scikit-learn is not installed.
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    lang = parser.parse_args().language
    language = get_language(lang)
    found, right = [], []
    for sentence, label, _, held_out in sentences(lang):
        for match in () if held_out else matches(sentence, language):
            found.append(dict(definition_features(match, sentence, language)))
            right.append(label)
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(vectors.fit_transform(found), right)
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) > 0.01
    }
    content = json.dumps({"bias": round(float(model.intercept_[0]), 3), "weights": weights}, ensure_ascii=False, indent=0) + "\n"
    command = f"python -m models.recipes.definitions --language {lang}"
    enter(
        f"definitions_{lang}.json",
        content.encode(),
        licence="CC BY 4.0",
        data=["models/annotations (sentences with and without definitions)"],
        command=command,
    )
    print(f"definitions_{lang}.json", len(found), "matches,", len(weights), "weights")


if __name__ == "__main__":
    main()
