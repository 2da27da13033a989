"""An article as the ground of claims: its sentences, each with its words, names, figures, dates and clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.languages import get_language
from summarizer.languages.claims import CLAIM_WORDS
from summarizer.results import RankedSentence
from summarizer.support.dates import Moment, moments
from summarizer.support.figures import Figure, figures
from summarizer.support.mentions import Mention, mentions_of
from summarizer.support.names import KnownNames, Name, names
from summarizer.support.polarity import Clause, clauses
from summarizer.support.reading import Reading, read
from summarizer.support.tokens import tokens
from summarizer.types import Document, Entity, Span
from summarizer.words import WORD, fold


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, title or heading of the article, in the block number ``paragraph``, read as claims.

    ``leans`` says that a pronoun points out of it, ``pointer`` is the place of the word that does.
    """

    index: int
    paragraph: int
    span: Span
    text: str
    keys: frozenset[str]
    stems: frozenset[str]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    clauses: tuple[Clause, ...]
    leans: bool
    reading: Reading
    mentions: tuple[Mention, ...]
    pointer: int | None

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
    starts = [block.span.start for block in document.blocks]
    passages = tuple(
        _passage(number, bisect_right(starts, span.start), span, document.text, code, known) for number, span in enumerate(found)
    )
    words = f" {' '.join(fold(word) for word in WORD.findall(text))} "
    return Grounds(code, passages, known, words, tuple(name for passage in passages for name in passage.names))


def spans_of(document: Document, ranked: Iterable[RankedSentence]) -> list[Span]:
    """Return the sentences of the article proper that may support a line: those that are ranked, titles, headings, questions."""
    blocks = (block.span for block in document.blocks if block.part == "body" and block.kind in ("title", "heading", "question"))
    return sorted({*blocks, *(item.sentence.span for item in ranked)})


def _passage(number: int, paragraph: int, span: Span, text: str, code: str, known: KnownNames) -> Passage:
    own = span.of(text)
    content = [token for token in tokens(own, code) if token.is_content]
    reading, found = read(own, code), names(own, code, common=known.small)
    counted, dated = figures(own, code), moments(own, code)
    return Passage(
        index=number,
        paragraph=paragraph,
        span=span,
        text=own,
        keys=frozenset(token.key for token in content),
        stems=frozenset(stem for token in content for stem in token.stems),
        names=found,
        figures=counted,
        moments=dated,
        clauses=clauses(own, code),
        leans=re.search(rf"(?<![\w-])(?:{get_language(code).subject_pronouns})(?![\w-])", own, re.IGNORECASE) is not None,
        reading=reading,
        mentions=mentions_of(reading, text=own, names=found, figures=counted, moments=dated, known=known, passage=number),
        pointer=_pointer(reading, code),
    )


def _pointer(reading: Reading, code: str) -> int | None:
    """Return the place of the first subject that is a pronoun, or of the first noun that belongs to somebody told before."""
    words = CLAIM_WORDS[code]
    for word in reading.words:
        if word.pos == "PRON" and word.relation == "nsubj" and word.text.lower() in words.pronouns:
            return word.place
    owned = next((word for word in reading.words if word.text.lower() in words.possessives), None)
    return None if owned is None else owned.place if owned.pos == "PRON" else owned.head
