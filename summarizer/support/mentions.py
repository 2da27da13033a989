"""What is named, counted and dated in a sentence, and the bodies and things of which it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.dates import Moment
from summarizer.support.figures import Figure
from summarizer.support.names import KnownNames, Name, aliases
from summarizer.support.nations import nations
from summarizer.support.reading import Reading, Word
from summarizer.types import EntityLabel, Span

MentionKind = Literal["name", "number", "date", "noun", "body"]
# Parts that a noun of a line plays in it, for what it stands for to be looked up.
_PARTS = frozenset(("nsubj", "obj", "obl", "nmod", "appos", "conj", "root"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of ``thing``: the sentence (a passage's number, -1 for a line), the place of its head, the places of its words.

    ``label`` is the kind of entity of a name, ``aliases`` are words and countries by which it is known to be another one,
    ``modifiers`` narrow down a body ("conseil **municipal** de **Lyon**").
    """

    kind: MentionKind
    passage: int
    place: int
    places: tuple[int, ...]
    thing: Name | Figure | Moment | Word
    label: EntityLabel | None = None
    aliases: frozenset[str] = frozenset()
    modifiers: tuple[Word, ...] = ()

    @property
    def span(self) -> Span:
        """Its place in the sentence."""
        return self.thing.span

    @property
    def keys(self) -> frozenset[str]:
        """The folded words of a name."""
        return frozenset(self.thing.keys) if isinstance(self.thing, Name) else frozenset()


def mentions_of(
    reading: Reading,
    *,
    text: str,
    names: Sequence[Name],
    figures: Sequence[Figure],
    moments: Sequence[Moment],
    known: KnownNames,
    passage: int = -1,
) -> tuple[Mention, ...]:
    """Return the mentions of a sentence, *text*: names, numbers, dates, then bodies and other nouns.

    In a line a body may be part of a name ("Cour d'appel"), and nouns that play no part count for nothing.
    """
    found = [*_named(names, reading, text, passage, known), *_told("number", figures, reading, passage)]
    found += _told("date", moments, reading, passage)
    taken = {place for mention in found for place in mention.places}
    bodies = CLAIM_WORDS[known.code].bodies
    for word in reading.words:
        if word.pos not in ("NOUN", "PROPN") or not word.is_content:
            continue
        is_body = word.lemma in bodies
        if is_body and (passage < 0 or word.place not in taken):
            found.append(_body(word, reading, passage))
        elif not is_body and word.place not in taken and (passage >= 0 or word.relation in _PARTS):
            found.append(Mention("noun", passage, word.place, (word.place,), word))
    return tuple(found)


def _named(names: Sequence[Name], reading: Reading, text: str, passage: int, known: KnownNames) -> Iterator[Mention]:
    for name in names:
        if places := reading.at(name.span):
            head, label = reading.head_of(places), known.label(name)
            yield Mention("name", passage, head, places, name, label, aliases(name, text, known.code))


def _told(kind: MentionKind, things: Sequence[Figure | Moment], reading: Reading, passage: int) -> Iterator[Mention]:
    for thing in things:
        if places := reading.at(thing.span):
            yield Mention(kind, passage, places[-1], places, thing)


def _body(word: Word, reading: Reading, passage: int) -> Mention:
    modifiers = reading.modifiers(word.place)
    known = {country for other in modifiers for country in nations(other.text)}
    return Mention("body", passage, word.place, (word.place,), word, None, frozenset({word.key, *known}), modifiers)


def is_same(one: Mention, other: Mention) -> bool:
    """Tell whether *other*, of the article, may mention what *one*, of a line, does."""
    if isinstance(one.thing, Figure):
        return isinstance(other.thing, Figure) and one.thing.agrees(other.thing)
    if isinstance(one.thing, Moment):
        return isinstance(other.thing, Moment) and one.thing.is_said_by(other.thing)
    if isinstance(one.thing, Word) and isinstance(other.thing, Word):
        return one.thing.likeness(other.thing) > 0 and (one.kind == "noun" or other.kind == "body")
    keys = one.aliases or ({one.thing.key} if isinstance(one.thing, Word) else frozenset())
    return bool(keys & (other.aliases or ({other.thing.key} if isinstance(other.thing, Word) else frozenset())))


def is_rival(one: Mention, other: Mention, line: Sequence[Mention], words: Sequence[Word]) -> bool:
    """Tell whether *other*, of the article, could stand in the place of *one* and is not in its *line*.

    *line* holds what the line mentions, *words* are those of its words that say something.
    """
    if one.kind in ("number", "date"):
        return other.kind == one.kind and not any(is_same(mention, other) for mention in line if mention.kind == one.kind)
    if other.kind == "name":
        named = any(mention.aliases & other.aliases for mention in line if mention.kind in ("name", "body"))
        return not named and not (one.kind == "body" and other.label == "PER")
    if one.kind == "name" or not isinstance(other.thing, Word) or (one.kind == "body" and other.kind != "body"):
        return False
    thing = other.thing
    return not any(word.likeness(thing) > 0 for word in words)


def narrowness(one: Mention, other: Mention) -> float:
    """Return how far *other* is narrowed down as the body *one* is: 1 where it is or *one* is not, 0.3 where it is otherwise."""
    if one.kind != "body" or not one.modifiers:
        return 1.0
    keys = other.keys if other.kind == "name" else frozenset()
    if len(keys) > 1:
        return max(0.3, sum(word.key in keys for word in one.modifiers) / len(one.modifiers))
    if not other.modifiers:
        return 0.8
    held = sum(any(word.likeness(own) > 0 for own in other.modifiers) for word in one.modifiers)
    return 0.3 + 0.7 * held / len(one.modifiers)
