"""How sure it is that a match of a construction is a definition: a logistic regression over what can be seen of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.logistic import load_logistic
from summarizer.types import Definition, Sentence
from summarizer.words import WORD, fold

_MOST_WORDS = 20


def definition_features(definition: Definition, sentence: Sentence, language: Language) -> Iterator[tuple[str, float]]:
    """Yield the features of a match: its construction, how rare its words are, and its form."""
    text, term = definition.text, definition.term
    start = definition.term_span.start - sentence.span.start
    before = sentence.text[:start].lower()
    words = text.split()
    yield f"construction={definition.pattern}", 1.0
    yield from (("rarest", max(_rarity(term, language), default=0.0)), ("commonest", min(_rarity(term, language), default=0.0)))
    yield "rarity", _mean(_rarity(text, language))
    yield "length", min(len(words), _MOST_WORDS) / 10
    yield "term length", len(WORD.findall(term))
    yield "name", float(term[:1].isupper() and start > 0)
    yield "short form", float(term.isupper() and len(term) > 1)
    yield "in quotation marks", float(before[-2:].strip()[-1:] in "«\"“‘'")
    yield "at start", float(len(before.split()) <= 1)
    yield "said", float(any(word.strip(",.") in language.report_verbs for word in words))
    yield "quoted", float(any(mark in text for mark in '«»"“”'))
    yield f"first word={words[0].lower()}" if words else "empty", 1.0
    yield from ((f"word before={word}", 1.0) for word in before.split()[-1:])
    yield from ((name, 1.0) for name, pattern in _traits(language.code) if pattern.search(text))


def _rarity(text: str, language: Language) -> list[float]:
    background = load_background(language.code)
    return [background.idf(fold(word)) / 10 for word in WORD.findall(text) if word.lower() not in language.stop_words]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


@cache
def _traits(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in get_language(code).definition_traits.items())


def certainty(definition: Definition, sentence: Sentence, language: Language) -> float:
    """Return the probability that *definition*, a match in *sentence*, is one."""
    return load_logistic(f"definitions_{language.code}.json").probability(definition_features(definition, sentence, language))
