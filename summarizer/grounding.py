"""Stage 11: coded checks that everything in a Digest is supported by its evidence.

Each check is a small function whose docstring is the message; :data:`CHECKS` maps its code to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial, wraps

from summarizer.lexicon import built_in
from summarizer.results import Digest, Line
from summarizer.spans import SpanIndex
from summarizer.support import grounds_of, judge, spans_of
from summarizer.types import Concept, Note, Span
from summarizer.words import WORD, fold

Check = Callable[[Digest], Iterator[str]]


def _line_words(digest: Digest) -> Iterator[str]:
    """A line is not its evidence, word for word, without the deletions that it records."""
    for line in _lines(digest):
        if (
            line.origin == "article"
            and _has_evidence(line, digest)
            and _tokens(line.text) != _tokens(" ".join(_without(span, line, digest) for span in line.evidence))
        ):
            yield line.text


def _line_evidence(digest: Digest) -> Iterator[str]:
    """A line has no evidence, or evidence outside the article proper."""
    yield from (line.text for line in _lines(digest) if not _has_evidence(line, digest))


def _engine_line(digest: Digest) -> Iterator[str]:
    """A line that an engine wrote says what its evidence does not."""
    lines = [line for line in _lines(digest) if line.origin == "engine"]
    if not lines:
        return
    grounds = grounds_of(digest.document, spans_of(digest.document, digest.ranking), entities=digest.entities)
    for line in lines:
        verdict = judge(line.text, grounds, hints=line.evidence)
        if not verdict.is_supported or not set(verdict.evidence) & set(line.evidence):
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


def _lexicon_definition(digest: Digest) -> Iterator[str]:
    """A definition said to be the lexicon's does not stand in it."""
    for entry in digest.glossary.entries:
        if entry.origin == "lexicon" and entry.definition and entry.definition not in _lexicon_texts():
            yield entry.term


def _termbase_definition(digest: Digest, termbase: Sequence[Concept]) -> Iterator[str]:
    """A definition said to be the termbase's does not stand in it."""
    known = {text for concept in termbase for _, text in concept.definitions}
    for entry in digest.glossary.entries:
        if entry.origin == "termbase" and entry.definition and entry.definition not in known:
            yield entry.term


def _glossary_mention(digest: Digest) -> Iterator[str]:
    """A glossary entry is for a term that the article does not use."""
    for entry in digest.glossary.entries:
        names = {_key(entry.term), *(_key(name.text) for name in entry.designations)}
        used = {_key(span.of(digest.document.text)) for span in entry.mentions if _is_inside(span, digest)}
        if len(used) == 0 or not all(_is_inside(span, digest) for span in entry.mentions) or not used & names:
            yield entry.term


def _entity_mention(digest: Digest) -> Iterator[str]:
    """An entity is named nowhere in the article."""
    for entity in digest.entities:
        names = {span.of(digest.document.text) for span in entity.mentions}
        inside = bool(names) and all(_is_inside(span, digest) for span in entity.mentions)
        if not inside or (entity.name not in names and not any(re.search(re.escape(name), entity.name) for name in names)):
            yield entity.name


CHECKS: dict[str, Check] = {
    "line-words": _line_words,
    "line-evidence": _line_evidence,
    "engine-line": _engine_line,
    "article-definition": _article_definition,
    "definition-origin": _definition_origin,
    "lexicon-definition": _lexicon_definition,
    "glossary-mention": _glossary_mention,
    "entity-mention": _entity_mention,
}


def check(digest: Digest, *, termbase: Sequence[Concept] = ()) -> tuple[Note, ...]:
    """Return a note for everything in *digest* that its evidence does not support; none for a sound digest.

    *termbase* holds the concepts of the user's termbases.
    """
    own: Check = wraps(_termbase_definition)(partial(_termbase_definition, termbase=termbase))
    checks = {**CHECKS, "termbase-definition": own}
    return tuple(
        Note(f"ungrounded-{code}", f"{(function.__doc__ or '').strip()} ({found})")
        for code, function in checks.items()
        for found in function(digest)
    )


def _lines(digest: Digest) -> Iterator[Line]:
    yield from digest.summary.sentences
    yield from (point.line for point in digest.key_points)


def _has_evidence(line: Line, digest: Digest) -> bool:
    body = SpanIndex(block.span for block in digest.document.blocks if block.part == "body")
    return bool(line.evidence) and all(body.covers(span) for span in line.evidence)


def _without(span: Span, line: Line, digest: Digest) -> str:
    """Return the text at *span* without the pieces that *line* leaves out, and with the names that it puts for pronouns."""
    edits = {cut.span: "" for cut in line.deletions}
    edits |= {edit.span: edit.antecedent.of(digest.document.text) for edit in line.replacements}
    text, end = [], span.start
    for place in sorted(edits):
        if span.covers(place):
            text += [digest.document.text[end : place.start], edits[place]]
            end = place.end
    return " ".join([*text, digest.document.text[end : span.end]])


def _tokens(text: str) -> list[str]:
    """Return words, and the signs that make another figure of a figure."""
    return re.findall(r"[^\W_]+|[$€£%]|-(?=\d)", text.lower())


def _key(name: str) -> str:
    """Return the letters of *name* as the lexicon's search compares them: a micro-enterprise is a microenterprise."""
    return "".join(fold(word) for word in WORD.findall(name))


@cache
def _lexicon_texts() -> frozenset[str]:
    return frozenset(text for concept in built_in() for _, text in concept.definitions)


def _is_inside(span: Span, digest: Digest) -> bool:
    return 0 <= span.start < span.end <= len(digest.document.text)
