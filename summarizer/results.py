"""The records that make up a digest: ranked sentences, lines with their evidence, key points, glossary entries.

They rest on the records of :mod:`summarizer.types`; all are frozen as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from summarizer.types import Designation, Document, Entity, Note, Origin, Role, Sentence, Source, Span

Pair = tuple[str, str]
LineOrigin = Literal["article", "engine"]
NeedKind = Literal["link", "description", "name"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: the feature's name and what it added."""

    feature: str
    value: float


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence, how much it belongs in a short abstract, and the parts that this score is the sum of.

    ``value`` is what a reader of the whole digest would lose without it (0 nothing, 1 a fact, 2 the news) by its measures, and
    ``worth`` the same with the encoder's opinion weighed in; ``words`` are its content words with the probability that an
    abstract has them; ``traits`` are the measured features; ``roles`` gives the probability of each role; ``pairs`` are its
    neighbouring words with the probability that an abstract has them so.
    """

    sentence: Sentence
    score: float
    reasons: tuple[Reason, ...] = ()
    value: float = 0.0
    worth: float = 0.0
    words: Mapping[str, float] = field(default_factory=dict, repr=False)
    traits: Mapping[str, float] = field(default_factory=dict, repr=False)
    roles: Mapping[Role, float] = field(default_factory=dict, repr=False)
    pairs: Mapping[Pair, float] = field(default_factory=dict, repr=False)


def best_of(ranked: Sequence[RankedSentence], count: int) -> list[RankedSentence]:
    """Return the *count* most salient sentences, in the order of the article."""
    best = sorted(ranked, key=lambda item: (-item.score, item.sentence.index))[:count]
    return sorted(best, key=lambda item: item.sentence.index)


@dataclass(frozen=True, slots=True)
class Deletion:
    """A piece that compression took out of a sentence, and the rule that allowed it."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """A pronoun, a description or a part of a name at ``span`` for which the name at ``antecedent`` is written."""

    span: Span
    antecedent: Span


@dataclass(frozen=True, slots=True)
class Need:
    """Words at ``span`` that only another sentence explains: "le réalisateur", a bare surname, "the next day".

    ``givers`` are the sentences that explain them; ``antecedent`` is the name that can stand in their place, where it is certain.
    """

    kind: NeedKind
    span: Span
    givers: tuple[Span, ...]
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a digest: its text, the sentences it rests on, what was cut out of them and which pronoun became a name.

    ``origin`` says whose words they are: the article's, or those of an engine that the sentences support.
    """

    text: str
    evidence: tuple[Span, ...]
    deletions: tuple[Deletion, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    origin: LineOrigin = "article"

    def followed_by(self, other: Line) -> Line:
        """Return both as one line of two sentences."""
        text = f"{self.text} {other.text}"
        evidence, deletions = (*self.evidence, *other.evidence), (*self.deletions, *other.deletions)
        return Line(text, evidence, deletions, (*self.replacements, *other.replacements))


@dataclass(frozen=True, slots=True)
class Summary:
    """The short synthesis."""

    sentences: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The synthesis as one paragraph."""
        return " ".join(line.text for line in self.sentences)


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One labelled point. ``label`` is the role's name in the language of the digest."""

    role: Role
    label: str
    line: Line

    @property
    def text(self) -> str:
        """The point's words."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One concept of the article: the name used there, its other designations, a definition and where that comes from."""

    id: str
    term: str
    lang: str
    expansion: str | None
    definition: str | None
    origin: Origin | None
    designations: tuple[Designation, ...]
    mentions: tuple[Span, ...]
    domain: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries of one article, in alphabetical order."""

    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """A digest in another language, line by line: each line rests on the evidence of the line that it translates."""

    lang: str
    title: str
    summary: Summary
    key_points: tuple[KeyPoint, ...]
    glossary: Glossary
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """All that the program says about one article. :meth:`to_dict` gives the ``digest/1`` form."""

    document: Document
    summary: Summary
    key_points: tuple[KeyPoint, ...]
    glossary: Glossary
    entities: tuple[Entity, ...]
    notes: tuple[Note, ...] = ()
    ranking: tuple[RankedSentence, ...] = field(default=(), repr=False)
    translation: Translation | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the digest as plain values, following ``docs/digest.schema.json``."""
        document = self.document
        return {
            "schema": "digest/1",
            "source": _source_to_dict(document.source),
            "language": {"code": document.language.code, "confidence": round(document.language.confidence, 4)},
            "title": document.title,
            "text": document.text,
            "summary": {
                "text": self.summary.text,
                "sentences": [_line_to_dict(line) for line in self.summary.sentences],
            },
            "key_points": [{"role": point.role, "label": point.label, **_line_to_dict(point.line)} for point in self.key_points],
            "glossary": [_entry_to_dict(entry) for entry in self.glossary.entries],
            "entities": [
                {"name": entity.name, "label": entity.label, "mentions": _pairs(entity.mentions)} for entity in self.entities
            ],
            "notes": _notes_to_dicts(self.notes),
            **({} if self.translation is None else {"translation": _translation_to_dict(self.translation)}),
        }


def _source_to_dict(source: Source) -> dict[str, str | None]:
    """Return name, media type and address, and what is known of date and author."""
    known = {"published": source.published, "author": source.author}
    return {
        "name": source.name,
        "media_type": source.media_type,
        "url": source.url,
        **{key: value for key, value in known.items() if value is not None},
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _notes_to_dicts(notes: tuple[Note, ...]) -> list[dict[str, str]]:
    return [{"code": note.code, "message": note.message} for note in notes]


def _translation_to_dict(translation: Translation) -> dict[str, Any]:
    def line_to_dict(line: Line) -> dict[str, Any]:
        return {"text": line.text, "evidence": _pairs(line.evidence)}

    return {
        "lang": translation.lang,
        "title": translation.title,
        "summary": {
            "text": translation.summary.text,
            "sentences": [line_to_dict(line) for line in translation.summary.sentences],
        },
        "key_points": [
            {"role": point.role, "label": point.label, **line_to_dict(point.line)} for point in translation.key_points
        ],
        "glossary": [_entry_to_dict(entry) for entry in translation.glossary.entries],
        "notes": _notes_to_dicts(translation.notes),
    }


def _line_to_dict(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "evidence": _pairs(line.evidence),
        "deletions": [{"rule": cut.rule, "span": [cut.span.start, cut.span.end]} for cut in line.deletions],
        "replacements": [
            {"span": [edit.span.start, edit.span.end], "antecedent": [edit.antecedent.start, edit.antecedent.end]}
            for edit in line.replacements
        ],
        **({} if line.origin == "article" else {"origin": line.origin}),
    }


def _entry_to_dict(entry: GlossaryEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "term": entry.term,
        "lang": entry.lang,
        "expansion": entry.expansion,
        "definition": entry.definition,
        "origin": entry.origin,
        "domain": entry.domain,
        "designations": [
            {"text": name.text, "lang": name.lang, "kind": name.kind, "status": name.status} for name in entry.designations
        ],
        "mentions": _pairs(entry.mentions),
        "evidence": None if entry.evidence is None else [entry.evidence.start, entry.evidence.end],
    }
