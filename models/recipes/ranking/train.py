"""Train the rankers of one language: ``python -m models.recipes.ranking.train --language fr --data ../shared/data``.

Five ensembles of trees (LightGBM), each fed with what the ones before foretell of articles that they were not trained on:
``words`` (does an abstract have this word?), ``values`` (what an editor's marks make a sentence worth in a digest of 200 words),
``sentences`` (ROUGE of a sentence with the abstract), ``pairs`` (does an abstract have these two words one after the other?) and
``choice`` (which combination of sentences has the best ROUGE). All are
trained on abstracts but ``values``, which is trained on ``models/annotations``. Writes ``models/ranking_{language}.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np

from models.recipes.folds import TRAINED_ON, is_held_out
from models.recipes.listing import enter
from models.recipes.ranking.articles import SETS, Case, annotated, load_cases, rouge_words, rows_of
from models.recipes.ranking.rouge import rouge
from models.recipes.ranking.wording import fit_wording
from models.recipes.trees import exported
from summarizer.background import load_background
from summarizer.compression import compress_all
from summarizer.encoder import WORTH
from summarizer.languages import get_language
from summarizer.ranking.features import FEATURES, salience_of
from summarizer.ranking.salience import PAIR_FEATURES, WORD_FEATURES, measure_pairs
from summarizer.ranking.wording import WORDING_FEATURES, Wording
from summarizer.results import Pair, RankedSentence
from summarizer.summary import choices
from summarizer.summary.measures import CHOICE_FEATURES, measure_choice, survey
from summarizer.words import fold, word_pairs

DATA = {"fr": ["OrangeSum train"], "en": ["CNN/DailyMail (en_cnndm_dev, en_newts_cnndm, en_cnndm_train_small)"]}
# Words asked for: abstracts are shorter, but F1 is best a little above their length.
WORDS = {"fr": 50, "en": 60}
FOLDS = 4
# The parts of ROUGE in what a sentence is taught: ROUGE-2 counts more, its figures are smaller.
PARTS = (1.0, 1.5, 1.0)
COMMON = {
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "feature_fraction": 0.5,
    "num_threads": 2,
    "verbose": -1,
}
# French combinations of one article are put in order (LambdaRank; Burges 2010), with grades up to here; with the few English
# articles it is better to foretell by how much a combination is above the article's mean.
GRADES = 30
RANKING = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 3,
    "label_gain": [grade * grade for grade in range(GRADES + 1)],
}
# Ensemble -> settings by language and number of trees: French has sixteen times the articles of English.
SETTINGS: Mapping[str, Mapping[str, tuple[dict[str, Any], int]]] = {
    "words": {
        "fr": ({"objective": "binary", "learning_rate": 0.08, "num_leaves": 31, "min_data_in_leaf": 100}, 200),
        "en": ({"objective": "binary", "learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 100}, 100),
    },
    "sentences": {
        "fr": ({"learning_rate": 0.08, "num_leaves": 31, "min_data_in_leaf": 100}, 300),
        "en": ({"learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 40}, 150),
    },
    "pairs": {
        "fr": ({"objective": "binary", "learning_rate": 0.08, "num_leaves": 31, "min_data_in_leaf": 200}, 120),
        "en": ({"objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 100}, 120),
    },
    "choice": {
        "fr": ({**RANKING, "learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 200}, 400),
        "en": ({"learning_rate": 0.05, "num_leaves": 31, "min_data_in_leaf": 100}, 250),
    },
    "values": {
        "fr": ({"learning_rate": 0.04, "num_leaves": 15, "min_data_in_leaf": 60}, 300),
        "en": ({"learning_rate": 0.04, "num_leaves": 15, "min_data_in_leaf": 60}, 300),
    },
}
Salience = list[dict[str, float]]


class Rankers:
    """The five ensembles of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.language = get_language(lang)
        self.boosters: dict[str, lgb.Booster] = {}

    def fit(self, part: str, rows: np.ndarray, target: np.ndarray, group: Sequence[int] | None = None) -> lgb.Booster:
        """Return the ensemble *part* fitted to *rows* and *target*, in groups of *group* rows where it puts them in order."""
        settings, trees = SETTINGS[part][self.lang]
        return lgb.train({**COMMON, **settings}, lgb.Dataset(rows, target, group=group), trees)

    def train(self, cases: Sequence[Case], marked: Sequence[Case]) -> None:
        """Fit all ensembles; later ones see earlier ones' predictions for held-out articles only."""
        salience = self._words(cases)
        rows = self._values(cases, salience, marked)
        scores = self._sentences(cases, rows)
        pairs = self._pairs(cases, salience, scores)
        options = [
            self.options(case, self.ranked(case, *found))
            for case, *found in zip(cases, salience, rows, scores, pairs, strict=True)
        ]
        options = [found for found in options if len(found) > 1]
        table = np.array([row for found in options for row, _ in found], dtype=np.float32)
        sums = [np.array([sum(measured) for _, measured in found]) for found in options]
        ordered = "objective" in SETTINGS["choice"][self.lang][0]
        target = np.concatenate([_grades(found) if ordered else found - found.mean() for found in sums])
        self.boosters["choice"] = self.fit("choice", table, target, [len(found) for found in sums] if ordered else None)

    def rows(self, case: Case, salience: Mapping[str, float]) -> np.ndarray:
        """Return the features of the sentences of *case* with the family "word salience" filled in."""
        rows = case.rows.astype(np.float64)
        for number, (bag, size) in enumerate(zip(case.bags, case.sizes, strict=True)):
            for name, value in salience_of(bag, salience, words=size).items():
                rows[number, FEATURES.index(name)] = value
        return rows

    def ranked(
        self,
        case: Case,
        salience: Mapping[str, float],
        rows: np.ndarray,
        scores: Sequence[float],
        pairs: Mapping[Pair, float],
    ) -> list[RankedSentence]:
        """Return the sentences of *case* as the ranking stage would, without reasons; the last column of *rows* is the value."""
        return [
            RankedSentence(
                sentence,
                float(scores[number]),
                value=float(rows[number, -1]),
                words={word: salience.get(word, 0.0) for word in sorted(case.bags[number])},
                traits=dict(zip(FEATURES, rows[number].tolist(), strict=False)),
                pairs={pair: pairs[pair] for pair in word_pairs(sentence.text)},
            )
            for number, sentence in enumerate(case.sentences)
        ]

    def salience(self, case: Case, booster: lgb.Booster) -> dict[str, float]:
        """Return the salience of the words of *case*."""
        return dict(zip(case.words, booster.predict(case.word_rows).tolist(), strict=True)) if case.words else {}

    def _words(self, cases: Sequence[Case]) -> Salience:
        references = [{fold(word) for word in case.reference} for case in cases]
        target = [
            np.array([word in reference for word in case.words], float) for case, reference in zip(cases, references, strict=True)
        ]

        def fit(chosen: Sequence[int]) -> lgb.Booster:
            return self.fit("words", np.vstack([cases[i].word_rows for i in chosen]), np.concatenate([target[i] for i in chosen]))

        self.boosters["words"] = fit(range(len(cases)))
        return _held_out(len(cases), fit, lambda booster, i: self.salience(cases[i], booster))

    def _values(self, cases: Sequence[Case], salience: Salience, marked: Sequence[Case]) -> list[np.ndarray]:
        """Return the features of the sentences of each case with their value as the last column."""
        target = [np.array([WORTH[mark.importance] for mark in case.marks]) for case in marked]
        unseen = self.wording_by_fold(marked, target)
        table = [
            np.hstack(
                (
                    self.rows(case, self.salience(case, self.boosters["words"])),
                    unseen[number % FOLDS].columns(texts_in(case)),
                )
            )
            for number, case in enumerate(marked)
        ]

        def fit(chosen: Sequence[int]) -> lgb.Booster:
            return self.fit("values", np.vstack([table[i] for i in chosen]), np.concatenate([target[i] for i in chosen]))

        self.boosters["values"] = fit(range(len(marked)))
        numbers = {case.id: number for number, case in enumerate(marked)}
        others = [fit([i for i in range(len(marked)) if i % FOLDS != fold]) for fold in range(FOLDS)]
        found = []
        for case, words in zip(cases, salience, strict=True):
            number = numbers.get(case.id)
            booster = self.boosters["values"] if number is None else others[number % FOLDS]
            wording = self.wording if number is None else unseen[number % FOLDS]
            found.append(self.valued(self.rows(case, words), booster, wording.columns(texts_in(case))))
        return found

    def wording_by_fold(self, marked: Sequence[Case], target: Sequence[np.ndarray]) -> list[Wording]:
        """Fit the wording model, and return for each fold one that did not see its articles."""

        def fit(chosen: Sequence[int]) -> tuple[float, dict[str, float]]:
            worth = np.concatenate([target[i] for i in chosen])
            return fit_wording([text for i in chosen for text in texts_in(marked[i])], worth.tolist())

        self.fitted_wording = fit(range(len(marked)))
        self.wording = Wording(*self.fitted_wording)
        return [Wording(*fit([i for i in range(len(marked)) if i % FOLDS != fold])) for fold in range(FOLDS)]

    def valued(self, rows: np.ndarray, booster: lgb.Booster, wording: np.ndarray) -> np.ndarray:
        """Return *rows* with the value of each sentence as one more column; *wording* is seen by the value alone."""
        return np.hstack((rows, booster.predict(np.hstack((rows, wording)))[:, None]))

    def _sentences(self, cases: Sequence[Case], rows: Sequence[np.ndarray]) -> list[np.ndarray]:
        target = [
            np.array([worth_of(rouge(rouge_words(sentence.text), case.reference)) for sentence in case.sentences])
            for case in cases
        ]

        def fit(chosen: Sequence[int]) -> lgb.Booster:
            return self.fit("sentences", np.vstack([rows[i] for i in chosen]), np.concatenate([target[i] for i in chosen]))

        self.boosters["sentences"] = fit(range(len(cases)))
        return _held_out(len(cases), fit, lambda booster, i: booster.predict(rows[i]))

    def measured_pairs(self, case: Case, salience: Mapping[str, float], scores: Sequence[float]) -> tuple[list[Pair], np.ndarray]:
        """Return the pairs of neighbouring words of *case* and their features."""
        texts = [sentence.text for sentence in case.sentences]
        return measure_pairs(texts, salience=salience, scores=scores, background=load_background(self.lang))

    def _pairs(self, cases: Sequence[Case], salience: Salience, scores: Sequence[np.ndarray]) -> list[dict[Pair, float]]:
        measured = [self.measured_pairs(case, *found) for case, *found in zip(cases, salience, scores, strict=True)]
        tables = [rows.astype(np.float32) for _, rows in measured]
        held = [set(pairwise(case.reference)) for case in cases]
        target = [np.array([pair in right for pair in pairs], float) for (pairs, _), right in zip(measured, held, strict=True)]

        def fit(chosen: Sequence[int]) -> lgb.Booster:
            return self.fit("pairs", np.vstack([tables[i] for i in chosen]), np.concatenate([target[i] for i in chosen]))

        def apply(booster: lgb.Booster, i: int) -> dict[Pair, float]:
            pairs = measured[i][0]
            return dict(zip(pairs, booster.predict(tables[i]).tolist(), strict=True)) if pairs else {}

        self.boosters["pairs"] = fit(range(len(cases)))
        return _held_out(len(cases), fit, apply)

    def options(self, case: Case, ranked: Sequence[RankedSentence]) -> list[tuple[list[float], tuple[float, float, float]]]:
        """Return the features and the ROUGE of every combination of the sentences of *case* that may be chosen."""
        lines = compress_all(ranked, language=self.language, limit=WORDS[self.lang])
        field = survey(ranked, lines, language=self.language)
        tokens = {item.sentence.index: rouge_words(lines[item.sentence.index].text) for item in ranked}
        return [
            (
                measure_choice(option, field),
                rouge([word for item in option for word in tokens[item.sentence.index]], case.reference),
            )
            for option in choices(field, words=WORDS[self.lang], language=self.language)
        ]

    def evaluate(self, cases: Sequence[Case]) -> tuple[float, ...]:
        """Return mean ROUGE-1, 2, L and words of the synthesis of *cases*, in percent."""
        results = []
        for case in cases:
            salience = self.salience(case, self.boosters["words"])
            rows = self.valued(self.rows(case, salience), self.boosters["values"], self.wording.columns(texts_in(case)))
            scores = self.boosters["sentences"].predict(rows)
            found, table = self.measured_pairs(case, salience, scores)
            pairs = dict(zip(found, self.boosters["pairs"].predict(table).tolist(), strict=True)) if found else {}
            options = self.options(case, self.ranked(case, salience, rows, scores, pairs))
            if options:
                predicted = self.boosters["choice"].predict(np.array([row for row, _ in options]))
                best = int(np.argmax(predicted))
                results.append((*(100 * value for value in options[best][1]), options[best][0][1]))
        return tuple(np.mean(results, axis=0).round(2).tolist())

    def export(self) -> dict[str, Any]:
        """Return the ensembles in the form that ``summarizer.forest`` reads."""
        names = {
            "words": WORD_FEATURES,
            "values": (*FEATURES, *WORDING_FEATURES),
            "sentences": (*FEATURES, "value"),
            "pairs": PAIR_FEATURES,
            "choice": CHOICE_FEATURES,
        }
        return {part: exported(booster, names[part]) for part, booster in self.boosters.items()}


def texts_in(case: Case) -> list[str]:
    """Return the sentences of *case* as text."""
    return [sentence.text for sentence in case.sentences]


def worth_of(measured: tuple[float, float, float]) -> float:
    """Return what a sentence with these ROUGE-1, 2 and L is taught to be worth."""
    return sum(part * value for part, value in zip(PARTS, measured, strict=True))


def _grades(values: np.ndarray) -> np.ndarray:
    """Return the place of each value among *values* as a grade from 0 to GRADES."""
    places = np.argsort(np.argsort(values))
    grades: np.ndarray = (GRADES * places / max(1, len(values) - 1)).astype(int)
    return grades


def _held_out(size: int, fit: Callable[[Sequence[int]], Any], apply: Callable[[Any, int], Any]) -> list[Any]:
    """Return for each of *size* articles the prediction of an ensemble that was not trained on it."""
    found: list[Any] = [None] * size
    for part in range(FOLDS):
        model = fit([i for i in range(size) if i % FOLDS != part])
        for i in range(part, size, FOLDS):
            found[i] = apply(model, i)
    return found


def main() -> None:
    """Train on all of the training articles, or with ``--folds`` say what held-out articles would get."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("out/ranking"))
    parser.add_argument("--folds", action="store_true", help="cross-validate on the first set of the language; writes nothing")
    arguments = parser.parse_args()
    lang = arguments.language
    sets = [load_cases(arguments.data, name, work=arguments.work) for name in SETS[lang]]
    marked = [case for case in annotated(lang, arguments.data, work=arguments.work) if case.split == "train"]
    hidden = held_out_ids(arguments.data, lang)
    if arguments.folds:
        _cross_validate(lang, sets, marked)
        return
    rankers = Rankers(lang)
    shown = [case for cases in sets for case in cases if case.id not in hidden]
    rankers.train(shown, [case for case in marked if case.id not in hidden])
    text = json.dumps(rankers.export(), separators=(",", ":")) + "\n"
    command = f"python -m models.recipes.ranking.train --language {lang} --data ../shared/data"
    data = [*DATA[lang], "models/annotations (marks on sentences)"]
    enter(f"ranking_{lang}.json", text.encode(), licence="CC BY-SA 4.0", data=data, command=command)
    bias, weights = rankers.fitted_wording
    wording = json.dumps({"bias": bias, "weights": weights}, ensure_ascii=False, indent=0) + "\n"
    enter(f"wording_{lang}.json", wording.encode(), licence="CC BY-SA 4.0", data=data[-1:], command=command)
    print(f"ranking_{lang}.json", len(text) // 1000, "kB")


def held_out_ids(data: Path, lang: str) -> set[str]:
    """Return the ids of the articles that are never trained on, so that ``benchmarks.quality`` may measure on them."""
    return {
        str(row["id"])
        for name in SETS[lang]
        if name in TRAINED_ON
        for number, row in enumerate(rows_of(data, name))
        if is_held_out(number)
    }


def _cross_validate(lang: str, sets: Sequence[Sequence[Case]], marked: Sequence[Case]) -> None:
    first, rest = sets[0], [case for cases in sets[1:] for case in cases]
    for part in range(FOLDS):
        test = {case.id for case in first[part::FOLDS]}
        rankers = Rankers(lang)
        rankers.train([*rest, *(case for case in first if case.id not in test)], [case for case in marked if case.id not in test])
        print("fold", part, *rankers.evaluate(first[part::FOLDS]), flush=True)


if __name__ == "__main__":
    main()
