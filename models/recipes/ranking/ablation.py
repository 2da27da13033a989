"""What each family of features brings to a sentence's value: ``python -m models.recipes.ranking.ablation --language fr``.

The ensemble ``values`` is trained again without one family after the other, and with one alone, and measured on the dev articles
of ``models/annotations``: the correlation of the value with what the editor's mark is worth, and the share of all worth that 150
words of the best sentences hold. Nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from models.recipes.ranking.articles import Case, annotated
from models.recipes.ranking.train import FOLDS, WORTH, Rankers, texts_in
from summarizer.forest import load_forest
from summarizer.languages import get_language
from summarizer.ranking.features import FAMILIES, FEATURES
from summarizer.ranking.wording import WORDING_FEATURES
from summarizer.words import content_words

COLUMNS = (*FEATURES, *WORDING_FEATURES)
ALL_FAMILIES: Mapping[str, tuple[str, ...]] = {**FAMILIES, "wording": tuple(WORDING_FEATURES)}
# Words of the best sentences, and the share of its worth that one of them loses for what others say already.
BUDGET, REPETITION = 150, 0.7


class Trial:
    """The annotated articles of one language, measured once."""

    def __init__(self, lang: str, data: Path, work: Path) -> None:
        self.lang, self._rankers = lang, Rankers(lang)
        self._rankers.boosters["words"] = load_forest(f"ranking_{lang}.json", "words")
        marked = annotated(lang, data, work=work)
        train = [case for case in marked if case.split == "train"]
        self.dev = [case for case in marked if case.split == "dev"]
        worths = [worths_of(case) for case in train]
        unseen = self._rankers.wording_by_fold(train, worths)
        self._target = np.concatenate(worths)
        self._table = np.vstack(
            [np.hstack((self._rows(case), unseen[i % FOLDS].columns(texts_in(case)))) for i, case in enumerate(train)]
        )
        self._rows_of_dev = [np.hstack((self._rows(case), self._rankers.wording.columns(texts_in(case)))) for case in self.dev]

    def _rows(self, case: Case) -> np.ndarray:
        return self._rankers.rows(case, self._rankers.salience(case, self._rankers.boosters["words"]))

    def measure(self, names: Sequence[str]) -> tuple[float, float]:
        """Return the correlation, and the worth held in percent, of an ensemble that sees the features *names* alone."""
        places = [COLUMNS.index(name) for name in names]
        booster = self._rankers.fit("values", self._table[:, places], self._target)
        found = [booster.predict(rows[:, places]) for rows in self._rows_of_dev]
        true = np.concatenate([worths_of(case) for case in self.dev])
        held = [worth_held(case, values.tolist(), self.lang) for case, values in zip(self.dev, found, strict=True)]
        return float(np.corrcoef(true, np.concatenate(found))[0, 1]), 100 * float(np.mean(held))


def worths_of(case: Case) -> np.ndarray:
    """Return what the editor's mark of each sentence is worth."""
    return np.array([WORTH[mark.importance] for mark in case.marks])


def worth_held(case: Case, values: Sequence[float], lang: str) -> float:
    """Return the share of the worth of *case* that BUDGET words of its sentences of highest value hold; repeats count once."""
    bags = [set(content_words(text, get_language(lang))) for text in texts_in(case)]
    chosen: list[int] = []
    left, room = set(range(len(bags))), BUDGET
    while fitting := [number for number in left if case.sizes[number] <= room]:

        def gain(number: int) -> float:
            said = max((len(bags[number] & bags[other]) / max(1, len(bags[number])) for other in chosen), default=0.0)
            return values[number] * (1 - REPETITION * said)

        best = max(sorted(fitting), key=gain)
        chosen.append(best)
        left.remove(best)
        room -= case.sizes[best]
    total, held = _by_fact(case, range(len(bags))), _by_fact(case, chosen)
    return sum(held.values()) / max(0.1, sum(total.values()))


def _by_fact(case: Case, numbers: Sequence[int] | range) -> dict[int, float]:
    """Return the worth of the sentences *numbers*, by the first sentence that says the same."""
    found: dict[int, float] = {}
    for number in numbers:
        first = number
        while (earlier := case.marks[first].repeats) is not None and earlier < first:
            first = earlier
        found[first] = max(found.get(first, 0.0), WORTH[case.marks[number].importance])
    return found


def trials() -> Iterator[tuple[str, list[str]]]:
    """Yield the names of the ensembles to compare and the features that each sees."""
    yield "all", list(COLUMNS)
    for family, names in ALL_FAMILIES.items():
        yield f"without {family}", [name for name in COLUMNS if name not in names]
    for family, names in ALL_FAMILIES.items():
        yield f"{family} alone", list(names)


def main() -> None:
    """Print a line for each ensemble."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.ranking.ablation", description=__doc__)
    parser.add_argument("--language", choices=["fr", "en"], required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("out/ranking"))
    arguments = parser.parse_args()
    trial = Trial(arguments.language, arguments.data, arguments.work)
    for name, features in trials():
        correlation, held = trial.measure(features)
        print(f"{arguments.language} {name:28} correlation {correlation:.3f} held {held:.1f}", flush=True)


if __name__ == "__main__":
    main()
