"""The entries of a termbase, as every reader yields them -> concepts; bad ones are gathered and named together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from summarizer.errors import LexiconError
from summarizer.languages import KNOWN
from summarizer.lexicon.store import built_in
from summarizer.types import Concept, Designation, SourcedDefinition
from summarizer.words import WORD, fold

# Most entries read: the largest public termbases of one domain have some tens of thousands.
MAX_ENTRIES = 100_000
# Bad lines that a message names; the rest is counted.
_NAMED = 5
# A short form by its looks, for tables that do not say: capitals, figures and the marks inside them.
_SHORT = re.compile(r"(?=(?:.*[A-ZÀ-Ý]){2})[A-ZÀ-Ý0-9][A-ZÀ-Ý0-9.&/+-]{1,9}s?")
_BRACKET = re.compile(r"(.+?)\s*\(([^()]+)\)")
# What parts two names in the cell of a term, and the fewest letters of each: not "km / h".
_OR_ELSE, _LEAST_LETTERS = " / ", 3
# Entries without a language read to tell in which one they are.
_SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of a termbase: where it stands, and its names and definitions; a language may still be open ("").

    A *problem* says why the entry cannot be used.
    """

    where: str
    designations: tuple[Designation, ...] = ()
    definitions: tuple[SourcedDefinition, ...] = ()
    id: str = ""
    domain: str = ""
    problem: str = ""


def concepts_of(entries: Iterable[Entry], *, path: Path) -> tuple[Concept, ...]:
    """Return a concept for each of *entries*, with an id of its own.

    Raises LexiconError naming the entries that cannot be used, or when there are none or too many.
    """
    kept: list[Entry] = []
    bad: list[str] = []
    for entry in entries:
        if len(kept) == MAX_ENTRIES:
            raise LexiconError(f"{path}: has more than the {MAX_ENTRIES:,} entries that are read; split the termbase")
        if entry.problem:
            bad.append(f"{entry.where}: {entry.problem}")
        else:
            kept.append(entry)
    if bad:
        more = f"; and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
        raise LexiconError(f"{path}: {'; '.join(bad[:_NAMED])}{more}")
    if not kept:
        raise LexiconError(f"{path}: holds no entry in {' or '.join(KNOWN)}; give a file with terms and definitions")
    taken: set[str] = set()
    return tuple(_concept(entry, path, taken) for entry in _in_a_language(kept, path))


def named(
    term: str,
    *,
    lang: str,
    acronyms: Iterable[str],
    variants: Iterable[str],
    deprecated: Iterable[str] = (),
    by_looks: bool = True,
) -> tuple[Designation, ...]:
    """Return the names of a concept in one language, the preferred one first.

    *by_looks* finds short forms nobody marked, takes off marks of grammar and reads other names in the cell of the term.

    >>> [name.kind for name in named("API (interface de programmation)", lang="fr", acronyms=(), variants=())]
    ['full', 'acronym']
    >>> [name.text for name in named("blochet (n. m.) / blochet mobile", lang="fr", acronyms=(), variants=())]
    ['blochet', 'blochet mobile']
    """
    shorts = list(acronyms)
    if by_looks:
        term, *others = _names_in(term) or [""]
        variants = [*others, *(name for variant in variants for name in _names_in(variant))]
    bracket = _BRACKET.fullmatch(term)
    if by_looks and not shorts and bracket and any(_SHORT.fullmatch(part) for part in bracket.groups()):
        first, second = bracket.groups()
        short, term = (first, second) if _SHORT.fullmatch(first) else (second, first)
        shorts = [short]
    elif by_looks and not shorts and _SHORT.fullmatch(term):
        shorts = [term]
    head = term or next(iter(shorts), "")
    names = [Designation(head, lang, "acronym" if head in shorts else "full", "preferred")] if head else []
    names += [Designation(text, lang, "acronym") for text in shorts if text != head]
    names += [Designation(text, lang, "variant") for text in variants if text != head]
    names += [Designation(text, lang, "variant", "deprecated") for text in deprecated if text != head]
    return tuple(names)


def _names_in(cell: str) -> list[str]:
    """Return the names in a cell, without the marks of grammar that a dictionary sets behind them."""
    parts = cell.split(_OR_ELSE)
    whole = any(len(part.strip()) < _LEAST_LETTERS for part in parts)
    return [name for part in ([cell] if whole else parts) for name in _without_marks(part.strip()) if name]


def _without_marks(name: str) -> Iterator[str]:
    bare = _marks("grammar").sub("", name)
    other = re.fullmatch(rf"(.+?)\s*[(\[](?:{_either('or')})\s+([^()]+)[)\]]", bare)
    if other is None:
        yield bare
    elif any(_SHORT.fullmatch(part) for part in other.groups()):
        yield f"{other[1]} ({other[2]})"
    else:
        yield from (_marks("grammar").sub("", each) for each in other.groups())


@cache
def _marks(kind: str) -> re.Pattern[str]:
    """Return the pattern of marks of a kind at the end of a name, in brackets or, with a full stop, behind a comma."""
    return re.compile(rf"\s*[(\[](?:{_either(kind)})[)\]]$|,\s+(?:{_either(kind)})(?<=\.)$")


def _either(kind: str) -> str:
    return "|".join(language.term_marks[kind] for language in KNOWN.values())


def _in_a_language(entries: list[Entry], path: Path) -> list[Entry]:
    """Return *entries* with the language in which most function words of the open ones are, where it was left open."""
    is_open = [entry for entry in entries if any(name.lang == "" for name in entry.designations)]
    if not is_open:
        return entries
    sample = is_open[:_SAMPLE]
    texts = [each.text for entry in sample for each in entry.definitions]
    texts += [each.text for entry in sample for each in entry.designations]
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+['’]?", text.lower())]
    counts = {code: sum(word.replace("’", "'") in language.frequent_words for word in words) for code, language in KNOWN.items()}
    best = max(counts, key=lambda code: counts[code])
    if sum(count == counts[best] for count in counts.values()) > 1:
        raise LexiconError(
            f"{path}: {is_open[0].where}: no language is given, and the words do not tell; add a column lang with fr or en"
        )
    return [_filled(entry, best) for entry in entries]


def _filled(entry: Entry, lang: str) -> Entry:
    return replace(
        entry,
        designations=tuple(replace(name, lang=name.lang or lang) for name in entry.designations),
        definitions=tuple(replace(definition, lang=definition.lang or lang) for definition in entry.definitions),
    )


def _concept(entry: Entry, path: Path, taken: set[str]) -> Concept:
    sources = tuple(_honest(definition, path) for definition in entry.definitions)
    return Concept(
        id=_unique(_slug(entry.id or entry.designations[0].text), taken),
        domain=entry.domain,
        label=None,
        grade="specialist",
        designations=tuple(dict.fromkeys(entry.designations)),
        definitions=tuple((definition.lang, definition.text) for definition in sources),
        origin="termbase",
        sources=sources,
    )


def _honest(definition: SourcedDefinition, path: Path) -> SourcedDefinition:
    """Return *definition* as it says to be from elsewhere only while it still stands there: edited, it is the termbase's own."""
    if definition.origin == "termbase" and definition.source:
        return definition
    if definition.origin == "lexicon" and definition.text in _lexicon_texts():
        return definition
    if definition.origin == "article" and definition.text in (definition.sentence or ""):
        return definition
    return SourcedDefinition(definition.lang, definition.text, "termbase", path.name)


@cache
def _lexicon_texts() -> frozenset[str]:
    return frozenset(text for concept in built_in() for _, text in concept.definitions)


def _unique(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found


def _slug(name: str) -> str:
    """Return *name* in kebab-case; an id that is so already as it is."""
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        return name
    return re.sub(r"[^a-z0-9]+", "-", " ".join(fold(word) for word in WORD.findall(name))).strip("-") or "term"
