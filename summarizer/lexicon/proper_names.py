"""Proper names that mean one thing under several names: those of the lexicon's concepts and of countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from summarizer.languages import KNOWN, get_language
from summarizer.languages.claims import countries
from summarizer.lexicon.store import built_in
from summarizer.types import EntityLabel
from summarizer.words import fold

# What articles call a country as an entity: a place, or whoever acts in its name.
_COUNTRY_LABELS: frozenset[EntityLabel] = frozenset(("LOC", "ORG"))


@dataclass(frozen=True, slots=True)
class NamedThing:
    """What a proper name stands for: a key of its own, the labels of such names, its usual name in each language."""

    key: str
    labels: frozenset[EntityLabel]
    names: Mapping[str, str]


def thing_of(name: str, *, lang: str, label: str) -> NamedThing | None:
    """Return what the entity *name* of an article in *lang* stands for; nothing where that is unknown or not one thing.

    >>> thing_of("USA", lang="fr", label="LOC") == thing_of("United States", lang="en", label="LOC")
    True
    >>> thing_of("Jordan", lang="en", label="PER") is None
    True
    """
    for code in (lang, *(code for code in KNOWN if code != lang)):
        found = [thing for thing in _things().get((code, fold(name)), ()) if label in thing.labels]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@cache
def _things() -> Mapping[tuple[str, str], tuple[NamedThing, ...]]:
    """Return the things by language and folded name."""
    found: dict[tuple[str, str], dict[str, NamedThing]] = {}
    for lang, name, thing in (*_of_countries(), *_of_concepts()):
        found.setdefault((lang, fold(name)), {})[thing.key] = thing
    return {place: tuple(things.values()) for place, things in found.items()}


def _of_countries() -> Iterator[tuple[str, str, NamedThing]]:
    for country in countries():
        thing = NamedThing(f"country/{country.usual['en']}", _COUNTRY_LABELS, country.usual)
        for lang, usual in country.usual.items():
            aliases = get_language(lang).place_aliases
            yield from ((lang, name, thing) for name in (usual, *(alias for alias in aliases if aliases[alias] == usual)))


def _of_concepts() -> Iterator[tuple[str, str, NamedThing]]:
    known = {country.usual["en"] for country in countries()}
    for concept in built_in():
        if concept.label is not None and not (concept.label == "LOC" and concept.names("en")[0] in known):
            usual = {lang: concept.names(lang)[0] for lang in KNOWN}
            thing = NamedThing(f"concept/{concept.id}", frozenset((concept.label,)), usual)
            yield from ((name.lang, name.text, thing) for name in concept.designations)
