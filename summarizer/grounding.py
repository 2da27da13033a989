"""Stage 11: coded checks that everything in a Digest is supported by its evidence.

Each check is a small function whose docstring is the message; :data:`CHECKS` maps its code to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from summarizer.results import Digest, Line
from summarizer.types import Note, Span
from summarizer.words import WORD

Check = Callable[[Digest], Iterator[str]]


def _line_words(digest: Digest) -> Iterator[str]:
    """A line holds a word that its evidence does not hold, or not in that order."""
    for line in _lines(digest):
        evidence = iter(word.lower() for span in line.evidence for word in WORD.findall(span.of(digest.document.text)))
        if not all(word.lower() in evidence for word in WORD.findall(line.text)):
            yield line.text


def _line_evidence(digest: Digest) -> Iterator[str]:
    """A line has no evidence, or evidence outside the article proper."""
    body = [block.span for block in digest.document.blocks if block.part == "body"]
    for line in _lines(digest):
        if not line.evidence or not all(any(block.covers(span) for block in body) for span in line.evidence):
            yield line.text


def _article_definition(digest: Digest) -> Iterator[str]:
    """A definition said to be the article's does not stand in it."""
    for entry in digest.glossary.entries:
        if entry.origin == "article" and (entry.evidence is None or entry.evidence.of(digest.document.text) != entry.definition):
            yield entry.term


def _definition_origin(digest: Digest) -> Iterator[str]:
    """A definition does not say where it comes from."""
    for entry in digest.glossary.entries:
        if (entry.definition is None) != (entry.origin is None):
            yield entry.term


def _glossary_mention(digest: Digest) -> Iterator[str]:
    """A glossary entry is for a term that the article does not use."""
    for entry in digest.glossary.entries:
        if not entry.mentions or not all(_is_inside(span, digest) for span in entry.mentions):
            yield entry.term


def _entity_mention(digest: Digest) -> Iterator[str]:
    """An entity is named nowhere in the article."""
    for entity in digest.entities:
        names = {span.of(digest.document.text) for span in entity.mentions}
        if entity.name not in names and not any(re.search(re.escape(name), entity.name) for name in names):
            yield entity.name


CHECKS: dict[str, Check] = {
    "line-words": _line_words,
    "line-evidence": _line_evidence,
    "article-definition": _article_definition,
    "definition-origin": _definition_origin,
    "glossary-mention": _glossary_mention,
    "entity-mention": _entity_mention,
}


def check(digest: Digest) -> tuple[Note, ...]:
    """Return a note for everything in *digest* that its evidence does not support; none for a sound digest."""
    return tuple(
        Note(f"ungrounded-{code}", f"{(function.__doc__ or '').strip()} ({found})")
        for code, function in CHECKS.items()
        for found in function(digest)
    )


def _lines(digest: Digest) -> Iterator[Line]:
    yield from digest.summary.sentences
    yield from (point.line for point in digest.key_points)


def _is_inside(span: Span, digest: Digest) -> bool:
    return 0 <= span.start < span.end <= len(digest.document.text)
