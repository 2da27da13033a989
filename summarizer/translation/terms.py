"""The terms of a digest in another language: the lexicon's designations and definitions go before what a model would write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from summarizer.languages import get_language
from summarizer.lexicon import built_in
from summarizer.results import GlossaryEntry
from summarizer.types import Concept, Designation
from summarizer.words import WORD, fold

# Names in the article's language -> names in the other one, the preferred first.
Terms = Mapping[tuple[str, ...], tuple[str, ...]]


def known_terms(entries: Sequence[GlossaryEntry], target: str) -> Terms:
    """Return the names of each entry that has names in *target*, with those."""
    return {
        _names(entry, entry.lang): _names(entry, target)
        for entry in entries
        if any(name.lang == target for name in entry.designations)
    }


def missing_terms(original: str, translated: str, terms: Terms, *, target: str) -> tuple[tuple[str, str], ...]:
    """Return (the name that *original* uses, its preferred name in the other language) where *translated* has none of them.

    Of a name of two words the noun is enough: after "river flood" a text says "the flood".
    """
    found = []
    for own, other in terms.items():
        used = _first_used(original, own)
        if used and not any(_stands_in(name, translated) for name in (*other, used, *_nouns(other, target))):
            found.append((used, _same_kind(used, other)))
    return tuple(found)


def with_terms(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Return *text* with the names of *pairs* replaced by those of the other language, which a model then takes over."""
    for own, other in pairs:
        text = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", lambda match, other=other: other, text, count=1)  # type: ignore[misc]
    return text


def translated_entry(entry: GlossaryEntry, target: str, translated: str | None) -> GlossaryEntry:
    """Return *entry* in the language *target*: the lexicon's names and definition, else the definition *translated*."""
    concept = concept_of(entry)
    own = concept.definition(target) if concept is not None and entry.origin == "lexicon" else None
    names = [name for name in entry.designations if name.lang == target]
    head = _head(entry, names)
    expansion = _expansion(entry, head, names)
    definition = own or translated
    rest = [replace(name, status="admitted") for name in entry.designations if name.text != head]
    return replace(
        entry,
        term=head,
        lang=target,
        expansion=expansion,
        definition=definition,
        origin=entry.origin if definition else None,
        designations=(Designation(head, target, "acronym" if head.isupper() else "full", "preferred"), *rest),
    )


def needs_translation(entry: GlossaryEntry, target: str) -> bool:
    """Tell whether the definition of *entry* must be translated: it has one, and the lexicon has none in *target*."""
    concept = concept_of(entry)
    return entry.definition is not None and not (entry.origin == "lexicon" and concept is not None and concept.definition(target))


def concept_of(entry: GlossaryEntry) -> Concept | None:
    """Return the lexicon's concept that *entry* stands for, if there is one."""
    return _by_id().get(entry.id)


@cache
def _by_id() -> Mapping[str, Concept]:
    return {concept.id: concept for concept in built_in()}


def _names(entry: GlossaryEntry, lang: str) -> tuple[str, ...]:
    names = sorted((name for name in entry.designations if name.lang == lang), key=lambda name: name.status != "preferred")
    return tuple(dict.fromkeys(name.text for name in names))


def _head(entry: GlossaryEntry, names: Sequence[Designation]) -> str:
    """Return the name to stand first: a short form for a short form, else the preferred name, else the article's."""
    is_short = entry.term.isupper() or any(name.text == entry.term and name.kind == "acronym" for name in entry.designations)
    fitting = [name.text for name in names if (name.kind == "acronym") == is_short]
    return next(iter(fitting or [name.text for name in names]), entry.term)


def _expansion(entry: GlossaryEntry, head: str, names: Sequence[Designation]) -> str | None:
    if not entry.expansion:
        return None
    full = next((name.text for name in names if name.kind == "full" and name.text != head), None)
    return full or (entry.expansion if head == entry.term else None)


def _same_kind(used: str, names: Sequence[str]) -> str:
    return next((name for name in names if name.isupper() == used.isupper()), names[0])


def _first_used(text: str, names: Sequence[str]) -> str | None:
    """Return the longest of *names* that *text* uses, as it is written there."""
    for name in sorted(names, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, 0 if name.isupper() else re.IGNORECASE)
        if match is not None:
            return match.group()
    return None


def _nouns(names: Sequence[str], lang: str) -> list[str]:
    """Return the nouns of the names of two words."""
    place = -1 if get_language(lang).adjective_side == "before" else 0
    return [words[place] for words in map(str.split, names) if len(words) == 2]


def _stands_in(name: str, text: str) -> bool:
    return f" {_key(name)} " in f" {_key(text)} "


def _key(text: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(text))
