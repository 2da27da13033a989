"""Stage 8: ranked sentences, each with its compressed line -> Summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.languages.record import Language
from summarizer.results import Line, RankedSentence, Summary, best_of
from summarizer.words import content_words, count_words, is_balanced, leans_on_another, overlap

# How far the last sentence may carry the synthesis over its length, as a share: better a whole sentence than a short text.
_OVERRUN = 1.2
# What a sentence loses for repeating the ones already chosen, per share of its words that they have.
_REPETITION = 1.6
_SAME = 0.7
# Sentences that are compared with one another: the best of a long report, all of a news article.
_CANDIDATES = 150


def summarise(ranked: Sequence[RankedSentence], lines: Mapping[int, Line], *, words: int, language: Language) -> Summary:
    """Return about *words* words of the most salient sentences, in the order of the article.

    *lines* maps a sentence's index to its compressed line. A sentence that leans on the one before it comes only with that
    one; a sentence that repeats a chosen one does not come at all.
    """
    chosen: list[RankedSentence] = []
    ranked = best_of(ranked, _CANDIDATES + words // 5)
    while True:
        room = words * _OVERRUN - sum(_length(item, lines) for item in chosen)
        fitting = [item for item in ranked if _may_follow(item, chosen, lines, language) and _length(item, lines) <= room]
        if not fitting:
            break
        chosen.append(max(fitting, key=lambda item: _worth(item, chosen, language)))
        if sum(_length(item, lines) for item in chosen) >= words * 0.85:
            break
    if not chosen and ranked:
        alone = [item for item in ranked if not leans_on_another(lines[item.sentence.index].text, language)]
        chosen = [max(alone or ranked, key=lambda item: item.score)]
    ordered = sorted(chosen, key=lambda item: item.sentence.index)
    return Summary(tuple(lines[item.sentence.index] for item in ordered))


def _length(item: RankedSentence, lines: Mapping[int, Line]) -> int:
    return count_words(lines[item.sentence.index].text)


def _may_follow(item: RankedSentence, chosen: Sequence[RankedSentence], lines: Mapping[int, Line], language: Language) -> bool:
    text = lines[item.sentence.index].text
    if item in chosen or item.score <= 0 or not is_balanced(text) or item.sentence.text.rstrip().endswith(":"):
        return False
    indexes = {other.sentence.index for other in chosen}
    if leans_on_another(text, language) and item.sentence.index - 1 not in indexes:
        return False
    return _repetition(item, chosen, language) < _SAME


def _worth(item: RankedSentence, chosen: Sequence[RankedSentence], language: Language) -> float:
    return item.score - _REPETITION * _repetition(item, chosen, language)


def _repetition(item: RankedSentence, chosen: Sequence[RankedSentence], language: Language) -> float:
    words = set(content_words(item.sentence.text, language))
    return max((overlap(words, set(content_words(other.sentence.text, language))) for other in chosen), default=0.0)
