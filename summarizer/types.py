"""The records that travel between the stages.

All of them are frozen and hold tuples, so that they can be compared, pickled, sent to another process and written as JSON.
A position is a half-open character :class:`Span` into ``Document.text``, which never changes once the document is cleaned:
``span.of(document.text)`` *is* the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "question"]
Part = Literal["body", "summary", "glossary"]
EntityLabel = Literal["PER", "ORG", "LOC", "PRODUCT", "EVENT", "LAW", "WORK", "MISC"]
Role = Literal["event", "cause", "consequence", "figures", "reaction", "context", "next", "takeaway"]
Origin = Literal["article", "lexicon", "termbase", "engine"]
Grade = Literal["everyday", "known", "specialist"]
DesignationKind = Literal["full", "acronym", "variant"]
DesignationStatus = Literal["preferred", "admitted", "deprecated"]
TermKind = Literal["acronym", "lexicon", "defined"]

ENTITY_LABELS: tuple[EntityLabel, ...] = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "LAW", "WORK", "MISC")
ROLES: tuple[Role, ...] = (
    "event",
    "cause",
    "consequence",
    "figures",
    "reaction",
    "context",
    "next",
    "takeaway",
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range ``[start, end)`` into one text.

    >>> Span(0, 3).of("API rate")
    'API'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the piece of *text* that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader of a digest should know: a stable code and one sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from; ``published`` is an ISO 8601 date or date and time, as exact as the input gives it."""

    name: str
    media_type: str
    url: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece of an article.

    ``level`` is the depth of a heading (1 = highest) and 0 elsewhere; ``start`` is the position in ``Document.text`` and is
    only meaningful in a document; ``part`` tells the article proper from its own closing summary or glossary.
    """

    kind: BlockKind
    text: str
    level: int = 0
    part: Part = "body"
    start: int = 0

    @property
    def span(self) -> Span:
        """The block's position in the document."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader yields: the blocks as found, nothing cleaned yet.

    A note's message holds the detail only; cleaning puts it into words of the article's language. ``language_hint`` is the
    language code (ISO 639-1) that the input says of itself, which is often wrong.
    """

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    language_hint: str | None = None


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language code (ISO 639-1) and how sure the detector is, from 0 to 1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Fix:
    """One change that cleaning made: which fix, and the text that it removed or replaced."""

    code: str
    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: one immutable text, its blocks as spans of it, and what was done to get there."""

    source: Source
    language: LanguageGuess
    title: str
    text: str
    blocks: tuple[Block, ...]
    fixes: tuple[Fix, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the document, with the kind and part of the block in which it stands."""

    index: int
    span: Span
    block: int
    kind: BlockKind
    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its fullest name in the article, its label and all its mentions in order."""

    name: str
    label: EntityLabel
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and, where the article gives it, its long form."""

    short: str
    short_span: Span
    long: str | None = None
    long_span: Span | None = None


# From this confidence on a definition that the article gives is good enough for a glossary.
SURE = 0.55


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what the article says that it is. ``pattern`` names the construction that was recognised."""

    term: str
    term_span: Span
    text: str
    text_span: Span
    pattern: str
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Tell whether it is good enough to stand in a glossary."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Term:
    """An expression that may deserve a glossary entry, with its mentions and a score (higher is better)."""

    text: str
    kind: TermKind
    mentions: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Designation:
    """One name of a concept, in one language (ISO 30042: full form, acronym or variant; preferred, admitted or deprecated)."""

    text: str
    lang: str
    kind: DesignationKind = "full"
    status: DesignationStatus = "admitted"


@dataclass(frozen=True, slots=True)
class SourcedDefinition:
    """A definition in one language: who gives it, in which article or file, and the sentence of the article it stands in."""

    lang: str
    text: str
    origin: Origin
    source: str | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of the lexicon or of a user's termbase: designations and a definition in each language.

    ``sources`` says of a termbase's definitions where the termbase has them from.
    """

    id: str
    domain: str
    label: EntityLabel | None
    grade: Grade
    designations: tuple[Designation, ...]
    definitions: tuple[tuple[str, str], ...]
    origin: Origin = "lexicon"
    sources: tuple[SourcedDefinition, ...] = ()

    def definition(self, lang: str) -> str | None:
        """Return the definition in *lang*, if there is one."""
        return dict(self.definitions).get(lang)

    def names(self, lang: str, kind: DesignationKind | None = None) -> tuple[str, ...]:
        """Return the designations in *lang* that are not deprecated, of one kind or of all."""
        usable = (name for name in self.designations if name.lang == lang and name.status != "deprecated")
        return tuple(name.text for name in usable if kind in (None, name.kind))


@dataclass(frozen=True, slots=True)
class LexiconMention:
    """A place where the article uses a name of a concept."""

    concept: Concept
    name: Designation
    span: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the extraction stage finds in a document."""

    mentions: tuple[LexiconMention, ...]
    acronyms: tuple[Acronym, ...]
    entities: tuple[Entity, ...]
    definitions: tuple[Definition, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A token in the dependency tree of its sentence.

    ``span`` counts from the start of the sentence; ``head`` is the place of the governing token, the root is its own head;
    ``relation`` is that of Universal Dependencies, without subtype.
    """

    span: Span
    pos: str
    head: int
    relation: str
