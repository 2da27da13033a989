"""The records of a collection's glossary: one entry a concept, with what is known of it over all articles."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from summarizer.types import Designation, SourcedDefinition

Status = Literal["defined", "undefined"]


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that uses a concept, its language and the article that it stands in."""

    text: str
    lang: str
    source: str


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """One concept of a collection.

    ``term`` is the name most used, in the language most used; the designations of a language start with its preferred one, and
    each language has at most one definition. ``frequency`` counts mentions, ``articles`` names the articles in order.
    """

    id: str
    term: str
    lang: str
    designations: tuple[Designation, ...]
    definitions: tuple[SourcedDefinition, ...]
    frequency: int
    articles: tuple[str, ...]
    context: Context | None = None
    domain: str | None = None

    @property
    def status(self) -> Status:
        """Whether anything defines the concept in the language in which it is most used."""
        return "defined" if self.definition(self.lang) else "undefined"

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages that the concept has a name in, the most used first."""
        return tuple(dict.fromkeys((self.lang, *(name.lang for name in self.designations))))

    def definition(self, lang: str) -> SourcedDefinition | None:
        """Return the definition in *lang*, if there is one."""
        return next((definition for definition in self.definitions if definition.lang == lang), None)

    def names(self, lang: str) -> tuple[Designation, ...]:
        """Return the designations in *lang*, the preferred one first."""
        return tuple(name for name in self.designations if name.lang == lang)


@dataclass(frozen=True, slots=True)
class CollectionGlossary:
    """The concepts of a collection in alphabetical order, in how many articles they were looked for, and the main language."""

    entries: tuple[ConceptEntry, ...]
    articles: int
    lang: str

    @property
    def defined(self) -> tuple[ConceptEntry, ...]:
        """The entries with a definition."""
        return tuple(entry for entry in self.entries if entry.status == "defined")

    @property
    def undefined(self) -> tuple[ConceptEntry, ...]:
        """The entries that an editor has yet to define."""
        return tuple(entry for entry in self.entries if entry.status == "undefined")

    def to_dict(self) -> dict[str, Any]:
        """Return the glossary as plain values, following ``docs/glossary.schema.json``."""
        return {
            "schema": "glossary/1",
            "language": self.lang,
            "articles": self.articles,
            "entries": [_entry_to_dict(entry) for entry in self.entries],
        }


def _entry_to_dict(entry: ConceptEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "term": entry.term,
        "lang": entry.lang,
        "status": entry.status,
        "domain": entry.domain,
        "designations": [asdict(name) for name in entry.designations],
        "definitions": [asdict(definition) for definition in entry.definitions],
        "frequency": entry.frequency,
        "articles": list(entry.articles),
        "context": asdict(entry.context) if entry.context else None,
    }
