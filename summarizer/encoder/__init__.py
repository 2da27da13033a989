"""A second opinion from a small neural network: it reads the whole article and says what readers would say of its parts.

One network for both languages (``models/recipes/encoder``), trained on the same readers' verdicts as the trees of the stages.
It never writes a word; it is asked how much a sentence matters, which role it plays, whether its line would be wanted and
whether a cut would be. The trees see measures, the network words in context: together they are right more often than each.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import numpy as np

from summarizer import resources
from summarizer.encoder.network import Array, Encoder
from summarizer.encoder.pieces import Pieces, pieces_of
from summarizer.types import ROLES, Role, Span
from summarizer.words import WORD

# How much the network's opinion counts beside that of the trees (0 to 1), by language: it read six times as much French.
SHARE: Mapping[str, float] = MappingProxyType({"fr": 0.6, "en": 0.4})
# Windows of an article that are read, some 10,000 words: of what comes later there is no second opinion.
_WINDOWS = 10
# What a sentence of importance 0 to 3 is worth.
WORTH = (0.0, 0.3, 1.0, 2.0)
# Log-odds from which on a deletion is likely enough to be looked at, how many of a sentence are at most, and the words of the
# longest sentence that is looked at.
_UNLIKELY, _MOST_DELETIONS, _MOST_WORDS = -3.5, 16, 120
# Log-odds are kept within these, so that no opinion outweighs every other.
_MOST_SURE = 1e-4


class Opinions:
    """What the network says of the parts of one article.

    Places are spans of its text. An answer is None where the network did not read.
    """

    def __init__(self, text: str, language: str) -> None:
        self.share = SHARE[language]
        self._text = text
        self._pieces: Pieces = pieces_of(text)
        self._states: dict[int, Array] = {}
        self._deletions: dict[Span, list[Span]] = {}

    def worths(self, spans: Sequence[Span]) -> list[float | None]:
        """Return what a reader would lose without each sentence (0 nothing, 1 a fact, 2 the news)."""
        return [None if scores is None else float(_softmax(scores) @ WORTH) for scores in self._of_sentences("importance", spans)]

    def roles(self, spans: Sequence[Span]) -> list[dict[Role, float] | None]:
        """Return the probability of each role of each sentence."""
        found = self._of_sentences("role", spans)
        return [None if scores is None else dict(zip(ROLES, _softmax(scores).tolist(), strict=True)) for scores in found]

    def wanted(self, spans: Sequence[Span]) -> list[float | None]:
        """Return how likely a reader wants the line of each sentence below the news."""
        return [None if scores is None else float(_softmax(scores)[0]) for scores in self._of_sentences("line", spans)]

    def printable(self, sentence: Span, cuts: Sequence[Span]) -> list[float | None]:
        """Return for each of *cuts* how likely a reader would print the sentence without it."""
        window = self._pieces.window_of(sentence)
        states = self._read(window)
        if states is None or not cuts:
            return [None] * len(cuts)
        start, end = self._pieces.range(sentence, window)
        whole, rows = states[start:end].mean(axis=0), []
        for cut in cuts:
            first, last = self._pieces.range(cut, window)
            seams = (max(0, first - 1), first, last - 1, min(last, len(states) - 1))
            rows.append(np.concatenate((whole, states[first:last].mean(axis=0), *(states[at] for at in seams))))
        return [float(_softmax(scores)[0]) for scores in _network().head("cuts", "cut", np.stack(rows))]

    def deletions(self, sentence: Span) -> list[Span]:
        """Return the stretches of words that an editor would likely delete to shorten a long sentence, the likeliest first."""
        if sentence not in self._deletions:
            self._deletions[sentence] = self._likely_deletions(sentence)
        return self._deletions[sentence]

    def _likely_deletions(self, sentence: Span) -> list[Span]:
        window = self._pieces.window_of(sentence)
        states = self._read(window)
        words = [Span(sentence.start + m.start(), sentence.start + m.end()) for m in WORD.finditer(sentence.of(self._text))]
        if states is None or not 0 < len(words) <= _MOST_WORDS:
            return []
        start, end = self._pieces.range(sentence, window)
        ranges = np.array([self._pieces.range(word, window) for word in words]) - start + 1
        around = states[[max(0, start - 1), *range(start, end), min(end, len(states) - 1)]]
        scores = np.triu(_network().stretches("deletions", "deletion", around, *ranges.T) - _UNLIKELY).clip(min=0)
        likely = np.argsort(-scores, axis=None, kind="stable")[:_MOST_DELETIONS]
        pairs = [divmod(int(place), len(words)) for place in likely if scores.flat[place] > 0]
        return [Span(words[first].start, words[last].end) for first, last in pairs]

    def _of_sentences(self, head: str, spans: Sequence[Span]) -> list[Array | None]:
        rows, places = [], []
        for number, span in enumerate(spans):
            window = self._pieces.window_of(span)
            states = self._read(window)
            if states is not None:
                start, end = self._pieces.range(span, window)
                rows.append(np.concatenate((states[start:end].mean(axis=0), states[start], states[end - 1])))
                places.append(number)
        found: list[Array | None] = [None] * len(spans)
        if rows:
            for number, scores in zip(places, _network().head("sentences", head, np.stack(rows)), strict=True):
                found[number] = scores
        return found

    def _read(self, window: int) -> Array | None:
        if window >= _WINDOWS:
            return None
        if window not in self._states:
            first, last = self._pieces.bounds(window)
            self._states[window] = _network().states(self._pieces.ids[first:last])
        return self._states[window]


def agreed(own: float, other: float | None, share: float) -> float:
    """Return one probability for two: the mean of their log-odds, in which the *other* counts *share* (logarithmic pooling).

    >>> agreed(0.9, 0.5, 0.5), agreed(0.9, None, 0.5)
    (0.75, 0.9)
    """
    if other is None:
        return own
    return 1 / (1 + math.exp(-(1 - share) * _log_odds(own) - share * _log_odds(other)))


def agreed_roles(own: Mapping[Role, float], other: Mapping[Role, float] | None, share: float) -> dict[Role, float]:
    """Return the probability of each role where two have an opinion: their weighted geometric mean."""
    if other is None:
        return dict(own)
    values = {role: max(own[role], _MOST_SURE) ** (1 - share) * max(other[role], _MOST_SURE) ** share for role in own}
    total = sum(values.values())
    return {role: value / total for role, value in values.items()}


def _log_odds(probability: float) -> float:
    probability = min(1 - _MOST_SURE, max(_MOST_SURE, probability))
    return math.log(probability / (1 - probability))


def _softmax(scores: Array) -> Array:
    shares = np.exp(scores.astype(np.float64) - scores.max())
    result: Array = shares / shares.sum()
    return result


@cache
def _network() -> Encoder:
    with np.load(resources.model_file("encoder.npz"), allow_pickle=False) as arrays:
        return Encoder(dict(arrays))
