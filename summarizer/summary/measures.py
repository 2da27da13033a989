"""What can be measured of several sentences taken together as a synthesis."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.captions import is_caption
from summarizer.languages.record import Language
from summarizer.quotations import is_bare_quotation
from summarizer.results import Line, Pair, RankedSentence
from summarizer.words import count_words, is_balanced, is_broken_off, is_open_ended, word_pairs

CHOICE_FEATURES: tuple[str, ...] = tuple(
    """sentences words score_sum score_mean score_best score_least score_by_word loss value_sum value_mean value_best
    value_least salience salience_density salience_recall salience_f top5 top10 best_salience title_cover redundancy
    quoted names figures centre context_cues most_before paragraph_starts first last spread mean_place article
    letters with_first repeated content pairs pair_density pair_recall pair_f pair_total""".split()
)


@dataclass(frozen=True, slots=True)
class Field:
    """The sentences that may stand in a synthesis, and what all of the article's sentences say of each word."""

    usable: tuple[RankedSentence, ...]
    lines: Mapping[int, Line]
    salience: Mapping[str, float]
    spread: Mapping[str, int]
    letters: int
    best: float
    pairs: Mapping[Pair, float]

    @property
    def total(self) -> float:
        """The number of content words that an abstract is expected to share with the article."""
        return sum(self.salience.values())

    @property
    def pair_total(self) -> float:
        """The number of pairs of neighbouring words that an abstract is expected to share with the article."""
        return sum(self.pairs.values())


def survey(ranked: Sequence[RankedSentence], lines: Mapping[int, Line], *, language: Language) -> Field:
    """Return what the choice of sentences is measured against.

    Captions, points of a list and what a writer says of himself stand in a synthesis only where there is nothing else.
    """
    whole = [item for item in ranked if is_balanced(lines[item.sentence.index].text) and not is_open_ended(item.sentence.text)]
    usable = [
        item
        for item in whole
        if item.sentence.kind != "item"
        and not item.traits.get("first_person")
        and not is_bare_quotation(lines[item.sentence.index].text)
        and not is_caption(item.sentence.text, language)
        and not (item.sentence.kind == "paragraph" and is_broken_off(item.sentence.text))
    ]
    salience = {word: value for item in ranked for word, value in item.words.items()}
    spread = Counter(word for item in ranked for word in item.words)
    letters = sum(len(item.sentence.text) for item in ranked)
    pairs = {pair: value for item in ranked for pair, value in item.pairs.items()}
    best = max(item.score for item in ranked)
    return Field(tuple(usable or whole or ranked), lines, salience, spread, letters, best, pairs)


def measure_choice(choice: Sequence[RankedSentence], field: Field) -> list[float]:
    """Return the features of a combination, in the order of CHOICE_FEATURES."""
    sizes = [length_of(item, field.lines) for item in choice]
    size = sum(sizes)
    held = set().union(*(item.words for item in choice))
    places = [item.traits.get("index", 0.0) for item in choice]
    return [
        len(choice),
        size,
        *_scores_of(choice, sizes, field),
        *_salience_of(held, size, field),
        *_traits_of(choice, sizes),
        places[0],
        places[-1],
        places[-1] - places[0],
        sum(places) / len(places),
        math.exp(choice[0].traits.get("length", 0.0)),
        field.letters / 1000,
        0 in places,
        sum(field.spread[word] > 1 for word in held) / max(1, len(held)),
        len(held) / size,
        *_pairs_of(choice, size, field),
    ]


def _scores_of(choice: Sequence[RankedSentence], sizes: Sequence[int], field: Field) -> list[float]:
    scores, values = [item.score for item in choice], [item.value for item in choice]
    return [
        sum(scores),
        sum(scores) / len(scores),
        max(scores),
        min(scores),
        sum(score * length for score, length in zip(scores, sizes, strict=True)) / sum(sizes),
        field.best - max(scores),
        sum(values),
        sum(values) / len(values),
        max(values),
        min(values),
    ]


def _salience_of(held: Collection[str], size: int, field: Field) -> list[float]:
    values = sorted((field.salience[word] for word in held), reverse=True)
    salience, total = sum(values), field.total
    return [
        salience,
        salience / size,
        salience / max(1e-9, total),
        2 * salience / max(1, len(held) + total),
        sum(values[:5]),
        sum(values[:10]),
        sum(sorted(field.salience.values(), reverse=True)[:15]),
    ]


def _pairs_of(choice: Sequence[RankedSentence], size: int, field: Field) -> list[float]:
    held = {pair for item in choice for pair in word_pairs(field.lines[item.sentence.index].text)}
    value, total = sum(field.pairs.get(pair, 0.0) for pair in held), field.pair_total
    return [value, value / size, value / max(1e-9, total), 2 * value / (size + total), total]


def _traits_of(choice: Sequence[RankedSentence], sizes: Sequence[int]) -> list[float]:
    traits = [item.traits for item in choice]
    words = [dict(item.words) for item in choice]
    return [
        min(1.0, sum(trait.get("title_cover", 0.0) for trait in traits)),
        max((_shared(one, other) for one, other in combinations(words, 2)), default=0.0),
        sum(trait.get("quoted", 0.0) * size for trait, size in zip(traits, sizes, strict=True)) / sum(sizes),
        sum(trait.get("names", 0.0) for trait in traits),
        sum(trait.get("figures", 0.0) for trait in traits),
        sum(trait.get("centre", 0.0) for trait in traits) / len(traits),
        sum(trait.get("cue_context", 0.0) for trait in traits),
        max(trait.get("most_before", 0.0) for trait in traits),
        sum(trait.get("in_block", 0.0) == 0 for trait in traits),
    ]


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the share of the salience of the lesser sentence that the other holds as well."""
    common = sum(value for word, value in one.items() if word in other)
    return common / max(1e-9, min(sum(one.values()), sum(other.values())))


def length_of(item: RankedSentence, lines: Mapping[int, Line]) -> int:
    """Return the number of words of the sentence's line."""
    return count_words(lines[item.sentence.index].text)
