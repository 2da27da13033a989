"""Sentences as the ranker looks at them: their words, word classes, names and background frequencies."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import Document, Entity, Sentence
from summarizer.words import fold

# Word classes that carry content; a pipeline without word classes is asked for the words alone.
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X", ""))


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its tokens, the count of each folded content word, and the names in it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    bag: Counter[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sentences of one article, or of one section of a long one, are measured against."""

    views: tuple[View, ...]
    title: Counter[str]
    title_names: frozenset[str]
    mentions: Mapping[str, int]
    offset: int


def look(
    doc: Doc, sentences: Sequence[Sentence], *, document: Document, entities: Sequence[Entity], language: Language
) -> tuple[tuple[View, ...], Counter[str], frozenset[str]]:
    """Return the views of *sentences*, the content words of the title and the names in it."""
    tokens = [token for token in doc if not token.is_space]
    starts = [token.idx for token in tokens]
    named = names_by_sentence(sentences, entities)
    views = []
    for sentence in sentences:
        own = tuple(tokens[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)])
        views.append(View(sentence, own, _bag(own, language), frozenset(named[sentence.index])))
    has_title = bool(document.title) and document.text.startswith(document.title)
    end = len(document.title) if has_title else 0
    title = _bag(tokens[: bisect_left(starts, end)], language)
    title_names = frozenset(entity.name for entity in entities if any(span.start < end for span in entity.mentions))
    return tuple(views), title, title_names


def _bag(tokens: Sequence[Token], language: Language) -> Counter[str]:
    return Counter(fold(token.text.lower()) for token in tokens if is_content(token, language))


def is_content(token: Token, language: Language) -> bool:
    """Tell whether the token is a content word: neither a function word nor a single letter."""
    word = token.text.lower()
    return (
        token.pos_ in CONTENT
        and word not in language.stop_words
        and any(char.isalnum() for char in word)
        and (len(word) > 2 or word.isdigit() or token.text.isupper())
    )


def names_by_sentence(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, set[str]]:
    """Return the names of the entities in each sentence, by the sentence's index."""
    places = SpanIndex(sentence.span for sentence in sentences)
    index_of = {sentence.span: sentence.index for sentence in sentences}
    named: dict[int, set[str]] = {sentence.index: set() for sentence in sentences}
    for entity in entities:
        for mention in entity.mentions:
            for span in places.overlapping(mention):
                named[index_of[span]].add(entity.name)
    return named
