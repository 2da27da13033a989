"""Stage 6: sentences -> the same sentences with a salience, which is the sum of named parts.

A linear ranker with weights set by hand on the French and English dev summaries; it says for every sentence why.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.languages.record import Language
from summarizer.results import RankedSentence, Reason
from summarizer.spans import SpanIndex
from summarizer.types import Document, Entity, Sentence
from summarizer.words import content_words, count_words, is_balanced

WEIGHTS: Mapping[str, float] = {
    "position": 1.6,
    "first": 0.5,
    "title": 1.0,
    "centrality": 1.5,
    "names": 0.12,
    "figures": 0.15,
    "lead item": 0.3,
    "list item": -0.5,
    "short": -0.8,
    "long": -0.5,
    "quotation": -0.4,
    "question": -2.0,
    "first person": -0.5,
    "caption": -0.9,
    "unbalanced": -0.7,
}
# Sentences up to here in an article count as its lead, whatever its length.
_LEAD = 3
# Place value of every point of a bullet lead, which stands before the first paragraph.
_LEAD_ITEM = 0.6
_SHORT, _LONG = 8, 48
_FIGURE = re.compile(r"\d")
_CAPTION = re.compile(r"\w \.$|^(?:photo|image|pictured|video)\b", re.IGNORECASE)


def rank(
    sentences: Sequence[Sentence], *, document: Document, entities: Sequence[Entity], language: Language
) -> tuple[RankedSentence, ...]:
    """Return the sentences of the article proper, in document order, each with its salience and the reasons for it.

    Titles, headings, questions and the article's own summary and glossary are not ranked.
    """
    candidates = [sentence for sentence in sentences if is_prose(sentence)]
    bags = [Counter(content_words(sentence.text, language)) for sentence in candidates]
    centre = _centre(bags)
    named = _names_by_sentence(candidates, entities)
    title = Counter(content_words(document.title, language))
    first_paragraph = next((s.index for s in candidates if s.kind == "paragraph"), 0)
    places = {s.index: number for number, s in enumerate(s for s in candidates if s.index >= first_paragraph)}
    ranked = []
    for sentence, bag in zip(candidates, bags, strict=True):
        features = {
            "position": _LEAD_ITEM if sentence.index < first_paragraph else 1 / (1 + places[sentence.index] / _LEAD),
            "first": float(sentence.index == first_paragraph),
            "title": _cosine(bag, title),
            "centrality": _cosine(bag, centre),
            "names": float(min(5, len(named[sentence.index]))),
            "figures": float(min(3, len(re.findall(r"\d[\d.,]*", sentence.text)))),
            "lead item": float(sentence.kind == "item" and sentence.index < first_paragraph),
            "list item": float(sentence.kind == "item" and sentence.index > first_paragraph),
            **_form(sentence.text, language),
        }
        reasons = tuple(Reason(name, WEIGHTS[name] * value) for name, value in features.items() if value)
        ranked.append(RankedSentence(sentence, sum(reason.value for reason in reasons), reasons))
    return tuple(ranked)


def is_prose(sentence: Sentence) -> bool:
    """Tell whether a sentence can stand in a digest: of the article proper, and not a title, heading or question."""
    return sentence.part == "body" and sentence.kind in ("paragraph", "item")


def _form(text: str, language: Language) -> dict[str, float]:
    words = count_words(text)
    return {
        "short": float(words < _SHORT),
        "long": float(words > _LONG),
        "quotation": float(bool(re.match(r"[«\"“‘']", text))),
        "question": float(text.rstrip(' »"”').endswith("?")),
        "first person": float(bool(re.search(rf"\b{language.first_person}\b", re.sub(r"[«\"“][^»\"”]*[»\"”]", "", text)))),
        "caption": float(bool(_CAPTION.search(text))),
        "unbalanced": float(not is_balanced(text)),
    }


def _names_by_sentence(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, set[str]]:
    """Return the names of the entities in each sentence, by the sentence's index."""
    places = SpanIndex(sentence.span for sentence in sentences)
    index_of = {sentence.span: sentence.index for sentence in sentences}
    named: dict[int, set[str]] = {sentence.index: set() for sentence in sentences}
    for entity in entities:
        for mention in entity.mentions:
            for span in places.overlapping(mention):
                named[index_of[span]].add(entity.name)
    return named


def _centre(bags: Sequence[Counter[str]]) -> Counter[str]:
    """Return the article's words, each weighted by the log of the number of sentences that have it."""
    spread: Counter[str] = Counter()
    for bag in bags:
        spread.update(set(bag))
    return Counter({word: math.log1p(count) for word, count in spread.items() if count > 1})


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if not one or not other:
        return 0.0
    product = sum(value * other[word] for word, value in one.items() if word in other)
    length = math.sqrt(sum(v * v for v in one.values())) * math.sqrt(sum(v * v for v in other.values()))
    return product / length
