"""An article as the ground of claims: its sentences, each with its words, names, figures, dates and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.languages import get_language
from summarizer.results import RankedSentence
from summarizer.support.dates import Moment, moments
from summarizer.support.figures import Figure, figures
from summarizer.support.names import KnownNames, Name, names
from summarizer.support.polarity import Clause, clauses
from summarizer.support.tokens import tokens
from summarizer.types import Document, Entity, Span
from summarizer.words import WORD, fold


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, title or heading of the article, read as claims; ``leans`` says that a pronoun points out of it."""

    index: int
    span: Span
    text: str
    keys: frozenset[str]
    stems: frozenset[str]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    clauses: tuple[Clause, ...]
    leans: bool

    @property
    def name_keys(self) -> frozenset[str]:
        """The words of its names, and its content words: a name may be written in small letters elsewhere."""
        return self.keys.union(*(name.keys for name in self.names))


@dataclass(frozen=True, slots=True)
class Grounds:
    """An article prepared for :func:`~summarizer.support.judge`."""

    code: str
    passages: tuple[Passage, ...]
    known: KnownNames
    words: str
    names: tuple[Name, ...]


def grounds_of(document: Document, spans: Iterable[Span], *, entities: Sequence[Entity] = ()) -> Grounds:
    """Return *document* as grounds; *spans* are its sentences, titles and headings, in order."""
    code = document.language.code
    found = sorted(spans)
    text = "\n".join(span.of(document.text) for span in found)
    known = KnownNames(text, code, entities=entities)
    passages = tuple(_passage(number, span, document.text, code, known) for number, span in enumerate(found))
    words = f" {' '.join(fold(word) for word in WORD.findall(text))} "
    return Grounds(code, passages, known, words, tuple(name for passage in passages for name in passage.names))


def spans_of(document: Document, ranked: Iterable[RankedSentence]) -> list[Span]:
    """Return the sentences of the article proper that may support a line: those that are ranked, titles, headings, questions."""
    blocks = (block.span for block in document.blocks if block.part == "body" and block.kind in ("title", "heading", "question"))
    return sorted({*blocks, *(item.sentence.span for item in ranked)})


def _passage(number: int, span: Span, text: str, code: str, known: KnownNames) -> Passage:
    own = span.of(text)
    content = [token for token in tokens(own, code) if token.is_content]
    return Passage(
        index=number,
        span=span,
        text=own,
        keys=frozenset(token.key for token in content),
        stems=frozenset(stem for token in content for stem in token.stems),
        names=names(own, code, common=known.small),
        figures=figures(own, code),
        moments=moments(own, code),
        clauses=clauses(own, code),
        leans=re.search(rf"(?<![\w-])(?:{get_language(code).subject_pronouns})(?![\w-])", own, re.IGNORECASE) is not None,
    )
