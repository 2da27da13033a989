"""Stage 8: ranked sentences, each with its compressed line -> Summary.

The sentences are chosen together: every combination of a few of the best is scored as a whole by an ensemble of trees that
``models/recipes/ranking`` trains to foretell how much of an abstract it holds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.forest import Forest, load_forest
from summarizer.languages.record import Language
from summarizer.results import Line, RankedSentence, Summary, best_of
from summarizer.words import content_words, count_words, is_balanced, leans_on_another, overlap

# The best sentences that are combined, and how many may stand together: 8 of 4 are at most 162 combinations.
CANDIDATES, MOST = 8, 4
# Least and greatest length of a combination, as shares of the words asked for.
SHORTEST, LONGEST = 0.5, 1.4
# Up to this length sentences are chosen together; a longer synthesis is filled one sentence at a time.
_JOINT = 120
CHOICE_FEATURES: tuple[str, ...] = (
    ("sentences", "words", "score_sum", "score_mean", "score_best", "score_least", "score_by_word", "loss")
    + ("value_sum", "value_mean", "value_best", "value_least")
    + ("salience", "salience_density", "salience_recall", "salience_f", "top5", "top10", "best_salience")
    + ("title_cover", "redundancy", "quoted", "names", "figures", "centre", "context_cues", "most_before", "paragraph_starts")
    + ("first", "last", "spread", "mean_place", "article", "letters", "with_first", "repeated", "content")
)
# What a sentence loses for repeating the ones already chosen, per share of its words that they have; from there on it is the same.
_REPETITION, _SAME = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Field:
    """The sentences that may stand in a synthesis, and what all of the article's sentences say of each word."""

    usable: tuple[RankedSentence, ...]
    lines: Mapping[int, Line]
    salience: Mapping[str, float]
    spread: Mapping[str, int]
    letters: int
    best: float

    @property
    def total(self) -> float:
        """The number of content words that an abstract is expected to share with the article."""
        return sum(self.salience.values())


def summarise(ranked: Sequence[RankedSentence], lines: Mapping[int, Line], *, words: int, language: Language) -> Summary:
    """Return about *words* words of the sentences that together make the best abstract, in the order of the article.

    *lines* maps a sentence's index to its compressed line. A sentence that leans on the one before it comes only with that
    one; a sentence that repeats a chosen one does not come at all.
    """
    if not ranked:
        return Summary(())
    field = survey(ranked, lines)
    forest = load_forest(f"ranking_{language.code}.json", "choice")
    chosen = _best_choice(field, words=words, language=language, forest=forest) if words <= _JOINT else ()
    chosen = chosen or _filled(field, words=words, language=language) or _shortest(field, language)
    return Summary(tuple(lines[item.sentence.index] for item in chosen))


def survey(ranked: Sequence[RankedSentence], lines: Mapping[int, Line]) -> Field:
    """Return what the choice of sentences is measured against."""
    usable = tuple(
        item
        for item in ranked
        if is_balanced(lines[item.sentence.index].text) and not item.sentence.text.rstrip(' »"”').endswith(("?", ":", "…", "..."))
    )
    salience = {word: value for item in ranked for word, value in item.words.items()}
    spread = Counter(word for item in ranked for word in item.words)
    letters = sum(len(item.sentence.text) for item in ranked)
    return Field(usable or tuple(ranked), lines, salience, spread, letters, max(item.score for item in ranked))


def choices(field: Field, *, words: int, language: Language) -> Iterator[tuple[RankedSentence, ...]]:
    """Yield the combinations of the best sentences whose length is near *words* and of which none leans on one left out."""
    best = best_of(field.usable, CANDIDATES)
    sizes = {item.sentence.index: _length(item, field.lines) for item in best}
    leaning = {i for i in sizes if leans_on_another(field.lines[i].text, language)}
    for count in range(1, MOST + 1):
        for combination in combinations(best, count):
            indexes = {item.sentence.index for item in combination}
            stands = all(index - 1 in indexes for index in indexes & leaning) and not _repeats_itself(combination)
            if stands and SHORTEST * words <= sum(sizes[index] for index in indexes) <= LONGEST * words:
                yield combination


def _repeats_itself(combination: Sequence[RankedSentence]) -> bool:
    return any(overlap(set(one.words), set(other.words)) >= _SAME for one, other in combinations(combination, 2))


def measure_choice(choice: Sequence[RankedSentence], field: Field) -> list[float]:
    """Return the features of a combination, in the order of CHOICE_FEATURES."""
    scores = [item.score for item in choice]
    worths = [item.value for item in choice]
    sizes = [_length(item, field.lines) for item in choice]
    size = sum(sizes)
    held = set().union(*(item.words for item in choice))
    values = sorted((field.salience[word] for word in held), reverse=True)
    salience, total = sum(values), field.total
    places = [item.traits.get("index", 0.0) for item in choice]
    return [
        len(choice),
        size,
        sum(scores),
        sum(scores) / len(scores),
        max(scores),
        min(scores),
        sum(score * length for score, length in zip(scores, sizes, strict=True)) / size,
        field.best - max(scores),
        sum(worths),
        sum(worths) / len(worths),
        max(worths),
        min(worths),
        salience,
        salience / size,
        salience / max(1e-9, total),
        2 * salience / max(1, len(held) + total),
        sum(values[:5]),
        sum(values[:10]),
        sum(sorted(field.salience.values(), reverse=True)[:15]),
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
    ]


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


def _best_choice(field: Field, *, words: int, language: Language, forest: Forest) -> tuple[RankedSentence, ...]:
    options = list(choices(field, words=words, language=language))
    if not options:
        return ()
    predicted = forest.predict([measure_choice(option, field) for option in options])
    return options[int(predicted.argmax())]


def _filled(field: Field, *, words: int, language: Language) -> tuple[RankedSentence, ...]:
    """Return the best sentences that fit, one after the other."""
    chosen: list[RankedSentence] = []
    pool = best_of(field.usable, 100 + words // 5)
    room = words * LONGEST
    while room > 0 and len(chosen) < len(pool):
        fitting = [item for item in pool if _length(item, field.lines) <= room and _may_follow(item, chosen, field, language)]
        if not fitting:
            break
        best = max(fitting, key=lambda item: item.score - _REPETITION * _repetition(item, chosen))
        chosen.append(best)
        room -= _length(best, field.lines)
        if room <= words * (LONGEST - 0.9):
            break
    return tuple(sorted(chosen, key=lambda item: item.sentence.index))


def _shortest(field: Field, language: Language) -> tuple[RankedSentence, ...]:
    """Return one sentence where all are longer than what was asked for: the best that stands alone."""
    alone = [item for item in field.usable if not leans_on_another(field.lines[item.sentence.index].text, language)]
    return (max(alone or field.usable, key=lambda item: item.score),)


def _length(item: RankedSentence, lines: Mapping[int, Line]) -> int:
    return count_words(lines[item.sentence.index].text)


def _may_follow(item: RankedSentence, chosen: Sequence[RankedSentence], field: Field, language: Language) -> bool:
    if item in chosen or _repetition(item, chosen) >= _SAME:
        return False
    leans = leans_on_another(field.lines[item.sentence.index].text, language)
    return not leans or item.sentence.index - 1 in {other.sentence.index for other in chosen}


def _repetition(item: RankedSentence, chosen: Sequence[RankedSentence]) -> float:
    return max((overlap(set(item.words), set(other.words)) for other in chosen), default=0.0)
