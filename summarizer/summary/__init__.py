"""Stage 8: ranked sentences, each with its compressed line -> Summary.

The sentences are chosen together: every combination of a few of the best is scored as a whole by an ensemble of trees that
``models/recipes/ranking`` trains to foretell how much of an abstract it holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from summarizer.captions import has_label
from summarizer.forest import Forest, load_forest
from summarizer.languages.record import Language
from summarizer.needs import needs_the_one_before, unmet
from summarizer.results import Line, Need, RankedSentence, Summary, best_of
from summarizer.summary.measures import Field, length_of, measure_choice, survey
from summarizer.words import is_said_by_a_pronoun, overlap

# The best sentences that are combined, and how many may stand together: 8 of 4 are at most 162 combinations.
CANDIDATES, MOST = 8, 4
# Longest sentence of the synthesis, in words, that is not cut where it can be. French, 500 dev articles: R1 30.9 at 45, 30.7
# at 62; English, 199: 39.5 at 45, 39.6 at 60.
LONGEST: Mapping[str, int] = {"fr": 45, "en": 60}
# Least and greatest length of a combination, as shares of the words asked for; the second where none fits the first.
WINDOWS = ((0.7, 1.25), (0.5, 1.4))
# The same for a longer synthesis, which is filled sentence by sentence.
_MOST_FILLED = 1.2
# What a combination gains per unit of what its sentences are worth to the reader of the whole digest, in standard deviations
# of the predictions. French, 700 dev articles: R1 +0.2 at 0.5, -0.2 at 1; English, 199: it costs 0.4 at any weight.
_WORTH: Mapping[str, float] = {"fr": 0.25, "en": 0.0}
# What it gains per unit of the worth of its sentences that are too long to be key points, in the same measure: only the synthesis
# can tell them. Of 180 annotated French articles the digests hold 1.6 more of 100 sentences of importance 3 at 0.6. Of 175
# English ones 1.4 more at 0.3, but the synthesis of 199 articles loses 0.2 of R1 and R2 by it, and twenty digests hold no more.
_ONLY_HERE: Mapping[str, float] = {"fr": 0.6, "en": 0.0}
# What it loses for each description ("the director") that no sentence of it explains, and for each speaker who is a pronoun for
# somebody in a sentence left out, in the same measure.
_UNEXPLAINED = 0.5
# What it loses for each line with the label of a caption, in the same measure: English, 199 articles: +0.2 in each figure. French
# news has none of them.
_CAPTIONED: Mapping[str, float] = {"fr": 0.0, "en": 1.0}
# Up to this length sentences are chosen together; a longer synthesis is filled one sentence at a time.
_JOINT = 90
# What a sentence loses for repeating the ones already chosen, per share of its words that they have; the same from _SAME on.
_REPETITION, _SAME = 0.3, 0.7


def summarise(
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    words: int,
    language: Language,
    needs: Sequence[Need] = (),
    no_points: Collection[int] = (),
) -> Summary:
    """Return about *words* words of the sentences that together make the best abstract, in the order of the article.

    *lines* maps a sentence's index to its compressed line. A sentence that leans on the one before it comes only with that
    one; a sentence that repeats a chosen one does not come at all. One of which *needs* says that it takes up a description
    from another is better with that one. *no_points* are the indexes of sentences that cannot be key points.
    """
    if not ranked:
        return Summary(())
    field = survey(ranked, lines, language=language)
    forest = load_forest(f"ranking_{language.code}.json", "choice")
    chosen: tuple[RankedSentence, ...] = ()
    if words <= _JOINT:
        chosen = _best_choice(field, words=words, language=language, forest=forest, needs=needs, no_points=no_points)
    chosen = chosen or _filled(field, words=words, language=language) or _shortest(field, language)
    return Summary(tuple(lines[item.sentence.index] for item in chosen))


def choices(
    field: Field, *, words: int, language: Language, window: tuple[float, float] = WINDOWS[-1]
) -> Iterator[tuple[RankedSentence, ...]]:
    """Yield the combinations of the best sentences whose length is near *words* and of which none leans on one left out.

    *window* is the least and the greatest length, as shares of *words*.
    """
    best = best_of(field.usable, CANDIDATES)
    sizes = {item.sentence.index: length_of(item, field.lines) for item in best}
    leaning = {item.sentence.index for item in best if needs_the_one_before(item, field.lines[item.sentence.index], language)}
    for count in range(1, MOST + 1):
        for combination in combinations(best, count):
            indexes = {item.sentence.index for item in combination}
            stands = all(index - 1 in indexes for index in indexes & leaning) and not _repeats_itself(combination)
            if stands and window[0] * words <= sum(sizes[index] for index in indexes) <= window[1] * words:
                yield combination


def _repeats_itself(combination: Sequence[RankedSentence]) -> bool:
    return any(overlap(set(one.words), set(other.words)) >= _SAME for one, other in combinations(combination, 2))


def _best_choice(
    field: Field, *, words: int, language: Language, forest: Forest, needs: Sequence[Need], no_points: Collection[int]
) -> tuple[RankedSentence, ...]:
    found = (list(choices(field, words=words, language=language, window=window)) for window in WINDOWS)
    options = next((options for options in found if options), [])
    if not options:
        return ()
    predicted = forest.predict([measure_choice(option, field) for option in options])
    spread = float(predicted.std()) or 1.0
    worth, only_here = _WORTH[language.code], _ONLY_HERE[language.code]
    scores = [
        float(score) / spread
        + worth * sum(item.value for item in option)
        + only_here * sum(max(0.0, item.worth) for item in option if item.sentence.index in no_points)
        - _UNEXPLAINED * _unexplained(option, field, needs, language)
        - _CAPTIONED[language.code] * sum(item.sentence.kind == "paragraph" and has_label(item.sentence.text) for item in option)
        for score, option in zip(predicted, options, strict=True)
    ]
    return options[scores.index(max(scores))]


def _unexplained(option: Sequence[RankedSentence], field: Field, needs: Sequence[Need], language: Language) -> int:
    """Return how many descriptions of the sentences, in their order, no earlier one of them explains and no name can replace.

    A pronoun that says what stands in quotation marks counts where the sentence before it is left out.
    """
    lines = [field.lines[item.sentence.index] for item in option]
    indexes = {item.sentence.index for item in option}
    said = sum(is_said_by_a_pronoun(field.lines[i].text, language) for i in indexes if i - 1 not in indexes)
    return said + sum(
        need.kind == "description" and need.antecedent is None
        for place, line in enumerate(lines)
        for need in unmet(line, lines[:place], needs=needs)
    )


def _filled(field: Field, *, words: int, language: Language) -> tuple[RankedSentence, ...]:
    """Return the best sentences that fit, one after the other."""
    chosen: list[RankedSentence] = []
    pool = best_of(field.usable, 100 + words // 5)
    room = words * _MOST_FILLED
    while room > 0 and len(chosen) < len(pool):
        fitting = [item for item in pool if length_of(item, field.lines) <= room and _may_follow(item, chosen, field, language)]
        if not fitting:
            break
        best = max(fitting, key=lambda item: item.score - _REPETITION * _repetition(item, chosen))
        chosen.append(best)
        room -= length_of(best, field.lines)
        if room <= words * (_MOST_FILLED - 0.9):
            break
    return tuple(sorted(chosen, key=lambda item: item.sentence.index))


def _shortest(field: Field, language: Language) -> tuple[RankedSentence, ...]:
    """Return one sentence where all are longer than what was asked for: the best that stands alone."""
    alone = [item for item in field.usable if not needs_the_one_before(item, field.lines[item.sentence.index], language)]
    return (max(alone or field.usable, key=lambda item: item.score),)


def _may_follow(item: RankedSentence, chosen: Sequence[RankedSentence], field: Field, language: Language) -> bool:
    if item in chosen or item.score <= 0 or _repetition(item, chosen) >= _SAME:
        return False
    leans = needs_the_one_before(item, field.lines[item.sentence.index], language)
    return not leans or item.sentence.index - 1 in {other.sentence.index for other in chosen}


def _repetition(item: RankedSentence, chosen: Sequence[RankedSentence]) -> float:
    return max((overlap(set(item.words), set(other.words)) for other in chosen), default=0.0)
