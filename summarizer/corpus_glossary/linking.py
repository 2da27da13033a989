"""Which of the gathered concepts are one: those of one name, and a short form alone with the only concept that has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from summarizer.corpus_glossary.concepts import Gathered, key_of

_Links = dict[str, str]


def linked(gathered: Mapping[str, Gathered]) -> Iterator[Gathered]:
    """Yield the concepts of *gathered*, those that are one brought together; two of the lexicon stay two."""
    parents: _Links = {name: name for name in gathered}
    for names in _same_full_name(gathered):
        _join_all(names, parents, gathered)
    for short, owner in _lone_short_forms(gathered):
        _join_all([owner, short], parents, gathered)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(gathered):
        groups[_root(name, parents)].append(name)
    for names in groups.values():
        first, *rest = [gathered[name].copy() for name in sorted(names, key=_concepts_first)]
        for other in rest:
            first.absorb(other)
        yield first


def _same_full_name(gathered: Mapping[str, Gathered]) -> Iterator[list[str]]:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(gathered, key=_concepts_first):
        for place in sorted({(each.lang, key_of(each.text)) for each in gathered[name].designations() if each.kind != "acronym"}):
            owners[place].append(name)
    yield from (names for names in owners.values() if len(names) > 1)


def _lone_short_forms(gathered: Mapping[str, Gathered]) -> Iterator[tuple[str, str]]:
    """Yield each concept known by a short form alone, and the only other concept that has that short form."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, found in gathered.items():
        for each in found.designations():
            if each.kind == "acronym":
                owners[key_of(each.text)].add(name)
    for name, found in sorted(gathered.items()):
        if found.concept is None and not found.has_full_form():
            others = {other for each in found.designations() for other in owners[key_of(each.text)]} - {name}
            full = sorted(other for other in others if gathered[other].concept is not None or gathered[other].has_full_form())
            if len(full) == 1:
                yield name, full[0]


def _join_all(names: list[str], parents: _Links, gathered: Mapping[str, Gathered]) -> None:
    first = names[0]
    for other in names[1:]:
        one, two = _root(first, parents), _root(other, parents)
        both = [gathered[name].concept for name in (one, two)]
        is_lexicon = [concept is not None and concept.origin == "lexicon" for concept in both]
        if one != two and not all(is_lexicon):
            # A group stands under the concept of the lexicon that it holds, so that no second one joins it.
            keep, give = (two, one) if is_lexicon[1] else (one, two)
            parents[give] = keep


def _root(name: str, parents: _Links) -> str:
    while parents[name] != name:
        name = parents[name]
    return name


def _concepts_first(name: str) -> tuple[bool, str]:
    return not name.startswith("concept:"), name
