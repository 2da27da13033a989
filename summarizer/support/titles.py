"""What a name is said to be, by the words beside it: whether a line gives somebody another one's office, part or house."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.languages import get_language
from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.claim import Claim
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.names import Name, parts
from summarizer.support.tokens import Token, tokens

# Most content words of a title, and the least weight of those of one that is held by another.
_LONGEST, _TELLING = 7, 3.5
# Share of what another one's title holds of it that the title of the name itself must hold.
_OWN = 0.6
# Sentences within which a name stands near the house that it belongs to.
_NEAR = 1
_END = re.compile(r"[.;:!?«»“”\"()]|,")


@dataclass(frozen=True, slots=True)
class Title:
    """A name and the words beside it that say who it is."""

    name: Name
    words: tuple[Token, ...]


def misattributed(claim: Claim, grounds: Grounds) -> Iterator[Name]:
    """Yield the names of *claim* that it calls what the article calls another one."""
    said = [(passage, title) for passage in grounds.passages for title in titles(passage.text, passage.names, grounds.code)]
    for title in titles(claim.text, claim.names, grounds.code):
        if grounds.known.label(title.name) != "PER":
            continue
        own = [other for _, other in said if _is_same(title.name, other.name)]
        others = [other for _, other in said if _is_rival(other.name, title.name, claim, grounds)]
        most = max((_shared(title, other) for other in others), default=0.0)
        held = max((_shared(title, other) for other in own), default=0.0)
        is_known = grounds.known.knows(title.name, claim.text)
        if (is_known and most >= _TELLING and held < _OWN * most) or _is_of_another_house(title, grounds):
            yield title.name


def titles(text: str, names: Sequence[Name], code: str) -> Iterator[Title]:
    """Yield the names of *text* that have words beside them: before them, after a comma, or after "of".

    >>> from summarizer.support.names import names
    >>> line = "The mayor, Ada Corwin, spoke."
    >>> [[word.text for word in title.words] for title in titles(line, names(line, "en"), "en")]
    [['mayor']]
    """
    words = tokens(text, code)
    for whole in names:
        name = _person(whole, text, code)
        before = _before(name, text, words, code)
        after = _house(name, names, text, words, code) or ([] if before else _after(name, text, words, code))
        beside = [*before, *after]
        if beside and len(beside) <= _LONGEST:
            yield Title(name, tuple(beside))


def _person(name: Name, text: str, code: str) -> Name:
    """Return the part of *name* before what links it to a house, where that is a full name ("Ada Corwin of the Sea Union")."""
    pieces = [piece for piece in parts(name, text, code) if piece.text]
    return pieces[0] if len(pieces) > 1 and len(pieces[0].keys) > 1 else name


def _before(name: Name, text: str, words: Sequence[Token], code: str) -> list[Token]:
    """Return the content words right before *name*, with or without a comma, that follow a determiner or start the clause."""
    held: list[Token] = []
    place = name.span.start
    for token in reversed([token for token in words if token.span.end <= name.span.start]):
        gap = text[token.span.end : place]
        if not held and gap == " " and token.text.lower() in CLAIM_WORDS[code].determiners:
            place = token.span.start
            continue
        if not re.fullmatch(r" ?,? |-", gap) or ("," in gap and held):
            return held
        if held and token.text.lower() in get_language(code).name_links:
            place = token.span.start
            continue
        if not token.is_content:
            known = token.text.lower() in CLAIM_WORDS[code].determiners
            return held if known or token.text.lower() in CLAIM_WORDS[code].clause_starts else []
        held.append(token)
        place = token.span.start
    return held


def _house(name: Name, names: Sequence[Name], text: str, words: Sequence[Token], code: str) -> list[Token]:
    """Return the content words of the name that "of" joins to *name*."""
    linked = re.match(rf" (?:{CLAIM_WORDS[code].house_links})", text[name.span.end :], re.IGNORECASE)
    if not linked:
        return []
    place = name.span.end + linked.end()
    house = next((other for other in names if other.span.start <= place + _LONGEST and place < other.span.end), None)
    return [word for word in words if house and house.span.overlaps(word.span) and word.span.start >= place and word.is_content]


def _after(name: Name, text: str, words: Sequence[Token], code: str) -> list[Token]:
    """Return the content words of the piece between commas behind *name*, which no word for a clause may start."""
    rest = text[name.span.end :]
    end = _END.search(rest, 2) if rest.startswith(", ") else None
    if end is None:
        return []
    held = [word for word in words if name.span.end < word.span.start < name.span.end + end.start()]
    if held and held[0].text.lower() in CLAIM_WORDS[code].clause_starts:
        return []
    return [word for word in held if word.is_content]


def _is_same(one: Name, other: Name) -> bool:
    return bool(set(one.keys) & set(other.keys))


def _is_rival(name: Name, own: Name, claim: Claim, grounds: Grounds) -> bool:
    """Tell whether *name* is another person than *own*, of whom the line does not speak."""
    return grounds.known.label(name) == "PER" and not any(_is_same(name, other) for other in (own, *claim.names))


def _shared(title: Title, other: Title) -> float:
    keys, stems = {word.key for word in other.words}, {stem for word in other.words for stem in word.stems}
    return sum(word.weight for word in title.words if word.key in keys or word.stems & stems)


def _is_of_another_house(title: Title, grounds: Grounds) -> bool:
    """Tell whether the line puts a name into a house of which the article speaks beside another one only."""
    keys = {word.key for word in title.words}
    houses = [name for name in grounds.names if set(name.keys) <= keys]
    for house in houses:
        places = [passage for passage in grounds.passages if set(house.keys) <= passage.name_keys]
        own = [passage.index for passage in grounds.passages if set(title.name.keys) & passage.name_keys]
        beside = [passage for passage in grounds.passages if _is_beside(passage, places)]
        if places and own and not any(abs(index - place.index) <= _NEAR for index in own for place in places):
            return any(_has_person(passage, title.name, grounds) for passage in beside)
    return False


def _is_beside(passage: Passage, places: Sequence[Passage]) -> bool:
    return any(0 <= passage.index - place.index <= _NEAR for place in places)


def _has_person(passage: Passage, name: Name, grounds: Grounds) -> bool:
    return any(
        len(other.keys) > 1 and not _is_same(other, name) and grounds.known.label(other) == "PER" for other in passage.names
    )
