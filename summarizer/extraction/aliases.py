"""Which names of a document name the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.types import ENTITY_LABELS, Acronym, EntityLabel, LexiconMention
from summarizer.words import fold

Votes = Mapping[EntityLabel, float]


def grouped(
    votes: Mapping[str, Votes],
    *,
    named: Sequence[LexiconMention],
    acronyms: Sequence[Acronym],
    text: str,
    language: Language,
) -> list[list[str]]:
    """Return the names in groups, each of one entity, the fullest name first.

    Joined are: names of one lexicon concept; a short form and the long form that the article gives; a surname and the one full
    name that ends in it; an organisation and its initials, or its name without kind or country; a country and its short forms;
    the same name in capitals.
    """
    parent = {name: name for name in votes}
    for name, fuller in _pairs(votes, named, acronyms, text, language):
        if name in parent and fuller in parent:
            parent[_root(parent, name)] = _root(parent, fuller)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in votes:
        groups[_root(parent, name)].append(name)
    return [sorted(names, key=_fullness, reverse=True) for names in groups.values()]


def label_of(votes: Votes) -> EntityLabel:
    """Return the label with the most votes; the first of ``ENTITY_LABELS`` where two are even."""
    return max(ENTITY_LABELS, key=lambda label: votes.get(label, 0.0))


def _fullness(name: str) -> tuple[bool, int]:
    return not name.isupper(), len(name)


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        name = parent[name]
    return name


def _pairs(
    votes: Mapping[str, Votes], named: Sequence[LexiconMention], acronyms: Sequence[Acronym], text: str, language: Language
) -> Iterator[tuple[str, str]]:
    yield from _by_concept(named, text)
    yield from ((acronym.short, acronym.long) for acronym in acronyms if acronym.long)
    labels = {name: label_of(found) for name, found in votes.items()}
    by_fold: dict[str, str] = {}
    for name in sorted(votes, key=str.isupper):
        same = language.place_aliases.get(name, name) if labels[name] == "LOC" else name
        yield name, by_fold.setdefault(fold(same), name)
    yield from _by_initials(labels)
    yield from _by_last_word(labels, language)
    people = [name for name, label in labels.items() if label == "PER" and " " in name]
    for name, label in labels.items():
        if label == "PER" or _may_be_surname(name, votes[name]):
            yield from _person(name, people, is_person=label == "PER")
        kind: EntityLabel = "ORG" if label == "PER" else label
        if label != "PER" or (" " not in name and not any(person.endswith(name) for person in people)):
            longer_names = (longer for longer in votes if labels[longer] == kind)
            yield from ((name, longer) for longer in longer_names if _is_shorter(name, longer, kind, language))


def _may_be_surname(name: str, votes: Votes) -> bool:
    """Tell whether a word with another label may be the surname of a person whom the article names in full."""
    is_sure = votes.get("LOC", 0.0) >= 2 and name in name_list("places")
    return votes.get("PER", 0.0) > 0 or (" " not in name and not name.isupper() and not is_sure)


def _by_concept(named: Sequence[LexiconMention], text: str) -> Iterator[tuple[str, str]]:
    by_concept: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in named:
        by_concept[mention.concept.id][re.sub(r"\s+", " ", mention.span.of(text))] += 1
    for names in by_concept.values():
        head = max(names, key=lambda name: (names[name], name))
        yield from ((name, head) for name in names)


def _by_initials(labels: Mapping[str, EntityLabel]) -> Iterator[tuple[str, str]]:
    """Yield a name in capitals with the one longer name of the same label whose words start with its letters (FCC)."""
    initials: dict[tuple[str, EntityLabel], set[str]] = defaultdict(set)
    for name, label in labels.items():
        words = [word for word in re.findall(r"\w+", name) if word[0].isupper()]
        if len(words) > 2:
            initials["".join(word[0] for word in words), label].add(name)
    for name, label in labels.items():
        longer = initials.get((name.replace(".", ""), label), set())
        if len(longer) == 1:
            yield name, next(iter(longer))


def _by_last_word(labels: Mapping[str, EntityLabel], language: Language) -> Iterator[tuple[str, str]]:
    """Yield an organisation's last word, where that is not its kind, with the one full name that ends in it (Aston Villa)."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, label in labels.items():
        if label == "ORG" and len(name.split()) == 2:
            owners[name.split()[-1]].add(name)
    for name, label in labels.items():
        if label == "ORG" and len(owners.get(name, ())) == 1 and name.lower() not in language.organisation_tails:
            yield name, next(iter(owners[name]))


def _person(name: str, people: Sequence[str], *, is_person: bool) -> Iterator[tuple[str, str]]:
    """Yield the one full name of which *name* is the end, or else, for a person's, the one of which it is the beginning."""
    end, start = rf"(?:^|[ -]){re.escape(name)}$", rf"^{re.escape(name)}(?: |$)"
    for pattern in (end, start) if is_person else (end,):
        owners = {person for person in people if person != name and re.search(pattern, person)}
        if len(owners) == 1:
            yield name, owners.pop()
            return
        if owners:
            return


def _is_shorter(name: str, longer: str, label: EntityLabel, language: Language) -> bool:
    """Tell whether *name* is *longer* without a country before or after it or, for an organisation, without its kind."""
    if name == longer or len(name) < 3:
        return False
    if longer.endswith(f" {name}") and " " in name:
        before = longer[: -len(name) - 1]
        return before in name_list("places") or re.fullmatch(rf"[\w-]*{language.demonyms}", before.lower()) is not None
    if not longer.startswith(f"{name} "):
        return False
    after = longer[len(name) + 1 :].lower().rstrip(".")
    is_kind = label == "ORG" and after in language.organisation_tails
    return is_kind or (" " in name and re.fullmatch(rf"[\w-]*{language.demonyms}", after) is not None)
