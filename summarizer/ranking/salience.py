"""How likely each word of an article, and each two that follow one another, are to stand in a good abstract of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.background import Background
from summarizer.forest import Forest
from summarizer.ranking.features import cosine, quoted_share
from summarizer.ranking.views import Scene
from summarizer.results import Pair
from summarizer.words import fold, word_pairs

# What is measured of a word, in the order of the columns.
WORD_FEATURES: tuple[str, ...] = (
    *"""count sentences count_share first first_relative last_relative in_title has_title rarity proper_noun noun verb
    adjective number name letters digits length title_cosine quoted_only in_first in_second in_third sentence_share""".split(),
)
# What is measured of two words that follow one another: of each word, of the place where they first stand, of how often they do.
PAIR_FEATURES: tuple[str, ...] = (
    *"""first_salience second_salience least_salience most_salience count sentences first first_relative place best_score
    first_rarity second_rarity first_letters second_letters first_digits second_digits article""".split(),
)
_CLASSES = ("PROPN", "NOUN", "VERB AUX", "ADJ", "NUM")


def word_salience(scene: Scene, *, background: Background, forest: Forest) -> dict[str, float]:
    """Return, for every content word of *scene*, the probability that an abstract has it.

    Supervised word importance, after Hong and Nenkova (EACL 2014).
    """
    words, rows = measure_words(scene, background=background)
    if not words:
        return {}
    return dict(zip(words, (1 / (1 + np.exp(-forest.predict(rows)))).tolist(), strict=True))


def measure_words(scene: Scene, *, background: Background) -> tuple[list[str], NDArray[np.float64]]:
    """Return the content words of *scene* and their features [words, WORD_FEATURES]."""
    places: dict[str, list[int]] = defaultdict(list)
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for number, view in enumerate(scene.views):
        for token in view.tokens:
            word = fold(token.text.lower())
            if word in view.bag:
                places[word].append(number)
                classes[word].update([token.pos_, "name" if token.ent_type_ else "no name"])
    title = {word: background.idf(word) for word in scene.title}
    near = [cosine({word: count * background.idf(word) for word, count in view.bag.items()}, title) for view in scene.views]
    quoted = [quoted_share(view.sentence.text) for view in scene.views]
    most = max(map(len, places.values()), default=1)
    rows = [
        [
            *_where(word, places[word], scene, most),
            float(bool(scene.title)),
            background.idf(word),
            *(_share(classes[word], labels.split(), len(places[word])) for labels in _CLASSES),
            classes[word]["name"] / len(places[word]),
            len(word),
            word.isdigit(),
            len(scene.views),
            max(near[number] for number in places[word]),
            min(quoted[number] for number in places[word]),
            *(number in places[word] for number in range(3)),
            len(set(places[word])) / len(scene.views),
        ]
        for word in places
    ]
    return list(places), np.array(rows, dtype=np.float64).reshape(len(rows), len(WORD_FEATURES))


def pair_salience(
    texts: Sequence[str], *, salience: Mapping[str, float], scores: Sequence[float], background: Background, forest: Forest
) -> dict[Pair, float]:
    """Return, for each two words that follow one another in a sentence of *texts*, the probability that an abstract has them so.

    After Li, Qian and Liu (ACL 2013), who choose sentences by the weights of their bigrams. *salience* is that of the article's
    content words, *scores* are those of its sentences.
    """
    pairs, rows = measure_pairs(texts, salience=salience, scores=scores, background=background)
    if not pairs:
        return {}
    return dict(zip(pairs, (1 / (1 + np.exp(-forest.predict(rows)))).tolist(), strict=True))


def measure_pairs(
    texts: Sequence[str], *, salience: Mapping[str, float], scores: Sequence[float], background: Background
) -> tuple[list[Pair], NDArray[np.float64]]:
    """Return the pairs of neighbouring words of *texts* and their features [pairs, PAIR_FEATURES]."""
    places: dict[Pair, list[tuple[int, float]]] = defaultdict(list)
    for number, text in enumerate(texts):
        found = word_pairs(text)
        for place, pair in enumerate(found):
            places[pair].append((number, place / len(found)))
    rows = []
    for (one, other), held in places.items():
        folded = fold(one), fold(other)
        # A function word has no salience: -1 tells it from a word that no abstract would have.
        values = [salience.get(word, -1.0) for word in folded]
        sentences = {number for number, _ in held}
        rows.append(
            [
                *values,
                min(values),
                max(values),
                len(held),
                len(sentences),
                held[0][0],
                held[0][0] / len(texts),
                held[0][1],
                max(scores[number] for number in sentences),
                *(background.idf(word) for word in folded),
                len(one),
                len(other),
                one.isdigit(),
                other.isdigit(),
                len(texts),
            ]
        )
    return list(places), np.array(rows, dtype=np.float64).reshape(len(rows), len(PAIR_FEATURES))


def _where(word: str, places: Sequence[int], scene: Scene, most: int) -> tuple[float, ...]:
    size = len(scene.views)
    first = places[0]
    return (
        len(places),
        len(set(places)),
        len(places) / most,
        first + scene.offset,
        first / size,
        places[-1] / size,
        word in scene.title,
    )


def _share(classes: Mapping[str, int], labels: Sequence[str], count: int) -> float:
    return sum(classes[label] for label in labels) / count
