"""A sentence read for comparison: its words in their dependency tree, and how alike two words are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.analysis import load_pipeline, tree
from summarizer.languages import get_language
from summarizer.support.thesaurus import Thesaurus, load_thesaurus
from summarizer.support.tokens import stems_of, weight
from summarizer.types import Node, Sentence, Span
from summarizer.words import fold

Floats = NDArray[Any]

# Parts of speech that say something, and what their words have in letters.
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "X", "INTJ"))
_LETTERS = 3
# Weight of a small word that is part of a phrase of the thesaurus ("give up").
_PHRASE_WEIGHT = 2.0
# Words that may stand between two of a phrase.
_GAP = 2
# What a word counts for another one of the same stem, and for one that the thesaurus puts beside it.
_KIN, _SYNONYM = 0.75, 0.7
# What a word counts at so many steps in the tree from another one, and at any more.
_NEARNESS = np.array([1.0, 1.0, 0.85, 0.65, 0.5, 0.4, 0.4, 0.3])


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its place in the sentence, folded form and lemma, stems, head and relation, weight (0: says nothing by itself).

    ``same`` holds the words that the thesaurus puts beside it.
    """

    place: int
    text: str
    key: str
    lemma: str
    stems: frozenset[str]
    span: Span
    pos: str
    head: int
    relation: str
    weight: float
    same: frozenset[str]

    @property
    def is_content(self) -> bool:
        """Whether the word says something by itself."""
        return self.weight > 0

    def likeness(self, other: Word) -> float:
        """Return how much the two words say the same: 1 for forms of one word, less for kin and synonyms, 0 for others."""
        if self.key == other.key or self.lemma == other.lemma:
            return 1.0
        if self.stems & other.stems:
            return _KIN
        return _SYNONYM if {self.lemma, self.key} & other.same or {other.lemma, other.key} & self.same else 0.0


@dataclass(frozen=True)
class Reading:
    """The words of a sentence, in order."""

    words: tuple[Word, ...]

    @cached_property
    def nearness(self) -> Floats:
        """How near two words are in the tree [words, words]: 1 for neighbours, less with every step."""
        result: Floats = _NEARNESS[np.minimum(self._steps, len(_NEARNESS) - 1)]
        return result

    @cached_property
    def _steps(self) -> NDArray[Any]:
        count = len(self.words)
        near: list[set[int]] = [set() for _ in range(count)]
        for word in self.words:
            if word.head != word.place:
                near[word.place].add(word.head)
                near[word.head].add(word.place)
        steps = np.full((count, count), len(_NEARNESS))
        for start in range(count):
            steps[start, start] = 0
            queue = deque([start])
            while queue:
                place = queue.popleft()
                for other in sorted(near[place]):
                    if steps[start, other] > steps[start, place] + 1:
                        steps[start, other] = steps[start, place] + 1
                        queue.append(other)
        return steps

    def at(self, span: Span) -> tuple[int, ...]:
        """Return the places of the words that overlap *span*."""
        return tuple(word.place for word in self.words if word.span.overlaps(span))

    def head_of(self, places: tuple[int, ...]) -> int:
        """Return the first of *places* whose head is none of them."""
        return next((place for place in places if self.words[place].head not in places), places[0])

    def modifiers(self, place: int) -> tuple[Word, ...]:
        """Return the words that narrow down the noun at *place* ("tribunal **administratif** de **Lyon**")."""
        return tuple(
            word
            for word in self.words[max(0, place - 3) : place + 6]
            if word.place != place
            and word.is_content
            and word.pos in ("NOUN", "ADJ", "PROPN")
            and word.relation in ("nmod", "amod", "flat", "compound", "appos", "obl")
            and self._steps[place, word.place] <= 2
            and self._is_below(word.place, place)
        )

    def _is_below(self, place: int, top: int) -> bool:
        for _ in range(4):
            if place == top:
                return True
            place = self.words[place].head
        return place == top


@lru_cache(maxsize=2_000)
def read(text: str, code: str) -> Reading:
    """Return *text*, a sentence in the language *code*, read by the built-in pipeline.

    >>> [word.lemma for word in read("The council closed old schools.", "en").words if word.is_content]
    ['council', 'close', 'old', 'school']
    """
    doc = load_pipeline(code)(text)
    nodes = tree(doc, Sentence(0, Span(0, len(text)), 0, "paragraph", "body", text), language=code) if text.strip() else ()
    lemmas = {token.idx: fold(token.lemma_.lower()) for token in doc}
    words = [_word(place, node, text, lemmas, code) for place, node in enumerate(nodes)]
    return Reading(tuple(_with_phrases(words, load_thesaurus(code))))


def _word(place: int, node: Node, text: str, lemmas: Mapping[int, str], code: str) -> Word:
    own = node.span.of(text)
    key = fold(own).strip("'’")
    lemma = lemmas.get(node.span.start, key)
    small = own.lower() in get_language(code).stop_words or node.pos not in _CONTENT
    says = not small and (len(key) >= _LETTERS or key.isdigit() or own.isupper())
    same = load_thesaurus(code).beside(lemma) | load_thesaurus(code).beside(key) if says else frozenset[str]()
    worth = weight(key, code) if says else 0.0
    return Word(place, own, key, lemma, stems_of(key), node.span, node.pos, node.head, node.relation, worth, same)


def _with_phrases(words: Sequence[Word], known: Thesaurus) -> Iterator[Word]:
    """Yield *words*, those of a phrase of the thesaurus with the word beside which it stands."""
    added: dict[int, frozenset[str]] = {}
    for word in words:
        for phrase, owner in (pair for key in sorted({word.lemma, word.key}) for pair in known.phrases(key)):
            places = _phrase_at(word.place, phrase, words)
            telling = [place for place in places if words[place].is_content] or places[:1]
            added |= {place: added.get(place, frozenset()) | {owner} for place in telling}
    for word in words:
        if word.place in added:
            yield replace(word, same=word.same | added[word.place], weight=word.weight or _PHRASE_WEIGHT)
        else:
            yield word


def _phrase_at(start: int, phrase: Sequence[str], words: Sequence[Word]) -> list[int]:
    """Return the places of the words of *phrase* from *start* on, none where one is missing."""
    places = [start]
    for key in phrase[1:]:
        near = words[places[-1] + 1 : places[-1] + 2 + _GAP]
        found = next((word.place for word in near if key in (word.lemma, word.key)), None)
        if found is None:
            return []
        places.append(found)
    return places
