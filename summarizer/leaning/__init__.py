"""Stage 7b: sentences -> what each of them needs of another: a description, a name, a link to the sentence before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from summarizer.languages.record import Language
from summarizer.leaning.descriptions import described
from summarizer.leaning.surnames import bare_names
from summarizer.results import Need
from summarizer.types import Entity, Sentence, Span
from summarizer.words import leaning_phrases, leans_on_another


def find_needs(
    sentences: Sequence[Sentence], *, entities: Sequence[Entity], text: str, tags: Mapping[int, str], language: Language
) -> tuple[Need, ...]:
    """Return the needs of *sentences*, by place; what the title gives is none, because the reader sees the title.

    *tags* gives the part of speech of the word that starts at a position of *text*, as Universal Dependencies names it.
    """
    shown = {sentence.span for sentence in sentences if sentence.kind == "title"}
    found = [
        *_links(sentences, language),
        *described(sentences, entities=entities, text=text, tags=tags, language=language),
        *bare_names(sentences, entities=entities, text=text, tags=tags, language=language),
    ]
    return tuple(sorted((need for need in found if not shown & set(need.givers)), key=attrgetter("span")))


def _links(sentences: Sequence[Sentence], language: Language) -> Iterator[Need]:
    """Yield the openers and phrases that tie a sentence to the one before it."""
    for place, sentence in enumerate(sentences):
        givers = (sentences[place - 1].span,) if place else ()
        start = sentence.span.start
        if leans_on_another(sentence.text, language):
            yield Need("link", Span(start, start + len(sentence.text.split()[0])), givers)
        for span in leaning_phrases(sentence.text, language):
            yield Need("link", Span(start + span.start, start + span.end), givers)
