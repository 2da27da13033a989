"""Names of a text, and whether an article knows them: in full, by a part, by an acronym, by another designation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.background import load_background
from summarizer.languages import get_language, name_list
from summarizer.languages.claims import CLAIM_WORDS
from summarizer.lexicon import built_in_lexicon
from summarizer.support.nations import is_national, nations
from summarizer.support.tokens import Token, tokens
from summarizer.types import Entity, EntityLabel, Span
from summarizer.words import fold

# A word at the start of a sentence is taken for common when it stands in at least this many background articles.
_COMMON = 3
_OPENERS = re.compile(r"(?:^|[.!?…:]['’\"»”]?\s+|[«“\"(]\s*|\n\s*|[-–—•]\s+)$")
# Words of a person's full name.
_FULL_NAME = 2
# Letters that a word for a people shares with the place ("Sernacois", "Sernac").
_PEOPLE = 4

# What may stand between a subject and its verb.
_SUBJECT_FOLLOWERS = frozenset("s n ne se y et and or ou qui who".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its capitalised words, folded, and its place."""

    keys: tuple[str, ...]
    span: Span
    text: str


def names(text: str, code: str, *, common: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """Return the names of *text* in order; *common* are words that the article writes small.

    A capital at the start of a sentence makes a name only of a word that is no common one.
    """
    words = tokens(text, code)
    found: list[Name] = []
    run: list[Token] = []
    for number, token in enumerate(words):
        if _is_name(token, words, number, text, code, common):
            if run and not _is_linked(text[run[-1].span.end : token.span.start], code):
                found.append(_name(run, text))
                run = []
            run.append(token)
    if run:
        found.append(_name(run, text))
    return tuple(found)


def _name(run: Sequence[Token], text: str) -> Name:
    span = Span(run[0].span.start, run[-1].span.end)
    return Name(tuple(token.key for token in run), span, span.of(text))


def _is_linked(gap: str, code: str) -> bool:
    """Tell whether what stands between two capitalised words joins them into one name."""
    if re.fullmatch(r"[ \u00a0-]|\. |\.", gap):
        return True
    inside = gap.strip(" -").lower()
    links = get_language(code).name_links
    return (
        bool(inside)
        and gap[:1] in " -"
        and all(word in links or word in ("'", "’") for word in re.split(r"[ -]+|(?<=['’])", inside) if word)
    )


def _is_name(token: Token, words: Sequence[Token], number: int, text: str, code: str, common: frozenset[str]) -> bool:
    if not token.text[0].isupper() or token.text.isdigit():
        return False
    lower = token.text.lower()
    language = get_language(code)
    if (
        lower in CLAIM_WORDS[code].generic_names
        or lower in language.calendar
        or lower in CLAIM_WORDS[code].months
        or lower in CLAIM_WORDS[code].weekdays
    ):
        return False
    if (
        len(token.text) == 1
        or lower in language.stop_words
        or lower in language.frequent_words
        or f"{lower}'" in language.frequent_words
    ):
        return False
    if not _OPENERS.search(text[: token.span.start]):
        return lower not in language.person_titles
    if any(letter.isupper() for letter in token.text[1:]):
        return True
    if lower in common or lower in language.person_titles:
        return False
    if _precedes_name(words, number, text) or _is_listed(token, text, code) or _precedes_apposition(token, text, code):
        return True
    return not _is_common(token.key, lower, code) and not _precedes_function_word(words, number, code)


def _is_listed(token: Token, text: str, code: str) -> bool:
    """Tell whether the lexicon or the countries know the word as a name."""
    mentions = built_in_lexicon(code).find(text[token.span.start : token.span.end + 60])
    return bool(mentions and mentions[0].span.start == 0 and mentions[0].concept.label) or token.text in name_list("places")


def _precedes_function_word(words: Sequence[Token], number: int, code: str) -> bool:
    """Tell whether a function word follows that no subject has behind it ("Verified with")."""
    following = words[number + 1].text.lower() if number + 1 < len(words) else ""
    language = get_language(code)
    return following in language.stop_words and following not in language.auxiliaries and following not in _SUBJECT_FOLLOWERS


def _precedes_apposition(token: Token, text: str, code: str) -> bool:
    """Tell whether a comma and a determiner follow, as after a name that is explained ("Clairval, l'éditeur du roman")."""
    articles = "|".join(pattern.replace(r"\b ?", r"\b") for pattern in get_language(code).articles)
    return (
        not token.text.endswith(("ly", "ment", "é", "és", "ée", "ées", "u", "us"))
        and re.match(rf", (?:{articles})", text[token.span.end :], re.IGNORECASE) is not None
    )


def _precedes_name(words: Sequence[Token], number: int, text: str) -> bool:
    """Tell whether a capitalised word follows directly, as after a first name."""
    if number + 1 >= len(words):
        return False
    following = words[number + 1]
    return following.text[0].isupper() and text[words[number].span.end : following.span.start] in (" ", "-")


def _is_common(key: str, lower: str, code: str) -> bool:
    """Tell whether a word is known to be no name: by how many articles have it, and by the lists of names."""
    title = lower.capitalize()
    listed = any(title in name_list(kind) for kind in ("first_names", "surnames", "places"))
    seen = load_background(code).count(key)
    return seen >= (_COMMON * 20 if listed else _COMMON) or lower in CLAIM_WORDS[code].numbers or not lower.isalpha()


class KnownNames:
    """The names of an article, with all that they may be called."""

    def __init__(self, text: str, code: str, *, entities: Iterable[Entity] = ()) -> None:
        words = tokens(text, code)
        self.code = code
        self.small = frozenset(token.text for token in words if token.text[0].islower())
        self._capital = frozenset(token.key for token in words if token.text[0].isupper() or token.text[0].isdigit())
        self._all = frozenset(token.key for token in words)
        self._stems = frozenset(stem for token in words for stem in token.stems)
        found = names(text, code, common=self.small)
        self._labels = {frozenset(token.key for token in tokens(entity.name, code)): entity.label for entity in entities}
        self._sequences = {frozenset(name.keys) for name in found} | self._labels.keys()
        self._acronyms = frozenset(short for name in found for short in _prefixes(_initials(name, text, code)))
        self._shorts = frozenset(token.text for token in words if token.text.isupper() and len(token.text) > 1)
        self._families = [
            frozenset(token.key for token in tokens(line, code) if token.text[0].isupper()) for line in text.splitlines()
        ]
        self._concepts = frozenset(mention.concept.id for mention in built_in_lexicon(code).find(text))
        self._nations = frozenset(nations(text))

    def label(self, name: Name) -> EntityLabel | None:
        """Return the kind of entity that the article's *name* is, where that is known; a first name tells a person."""
        keys = frozenset(name.keys)
        label = next((label for known, label in self._labels.items() if keys <= known or known <= keys), None)
        pieces = name.text.split(" ")
        is_person = label in (None, "LOC") and len(pieces) == _FULL_NAME and pieces[0] in name_list("first_names")
        return "PER" if is_person else label

    def knows(self, name: Name, line: str) -> bool:
        """Tell whether the article names what *name*, which stands in *line*, names: as a whole, or each of its linked parts."""
        return self._knows(name, line) or (
            " " in name.text and all(self._knows(part, line) for part in parts(name, line, self.code))
        )

    def _knows(self, name: Name, line: str) -> bool:
        keys = frozenset(name.keys)
        if len(keys) == 1 and self._has_other_modifier(name, line):
            return False
        if any(keys <= sequence for sequence in self._sequences) or (len(keys) == 1 and keys <= self._capital):
            return True
        if self._knows_short(name, line):
            return True
        mentions = built_in_lexicon(self.code).find(line)
        if any(mention.span.overlaps(name.span) and mention.concept.id in self._concepts for mention in mentions):
            return True
        if set(nations(name.text)) & self._nations and all(is_national(key) for key in keys):
            return True
        if len(keys) == 1 and self._is_people(name.keys[0]):
            return True
        return len(keys) > 1 and (self._knows_parts(name) or self._is_relative(name))

    def _is_relative(self, name: Name) -> bool:
        """Tell whether the article gives a first name, and the family's name beside it ("the Marchands' son, Clive")."""
        first = name.text.split(" ")[0]
        return (
            len(name.keys) == _FULL_NAME
            and first in name_list("first_names")
            and any(set(name.keys) <= found for found in self._families)
        )

    def _has_other_modifier(self, name: Name, line: str) -> bool:
        """Tell whether a name of a general noun goes on with words that the article has not ("Club vosgien" for "Club alpin")."""
        if not _is_common(name.keys[0], name.keys[0], self.code):
            return False
        match = re.match(CLAIM_WORDS[self.code].name_modifiers, line[name.span.end :])
        added = [token for token in tokens(match.group(), self.code) if token.is_content] if match else []
        return bool(added) and not any(token.key in self._all or token.stems & self._stems for token in added)

    def _knows_parts(self, name: Name) -> bool:
        """Tell whether a longer name is a title or kind, written small in the article, before a name that is known."""
        rest = [key for key in name.keys if key not in {fold(word) for word in self.small}]
        return len(rest) < len(name.keys) and (
            not rest
            or any(frozenset(rest) <= sequence for sequence in self._sequences)
            or (frozenset(rest) <= self._capital and len(rest) == 1)
        )

    def _knows_short(self, name: Name, line: str) -> bool:
        short = name.text.replace(".", "")
        if short.isupper() and (short in self._acronyms or short in self._shorts):
            return True
        return bool(self._shorts & set(_prefixes(_initials(name, line, self.code))))

    def _is_people(self, key: str) -> bool:
        """Tell whether *key* is a word for the people of a place that the article names."""
        pattern = get_language(self.code).demonyms
        return re.fullmatch(rf".*{pattern}", key) is not None and any(
            len(place) >= _PEOPLE and key.startswith(place[: max(_PEOPLE, len(place) - 2)]) for place in self._capital
        )


def aliases(name: Name, text: str, code: str) -> frozenset[str]:
    """Return by what *name*, which stands in *text*, is known to be another one: its words, its countries, its short forms.

    >>> (name,) = names("we met the Harbour Rescue Society", "en")
    >>> sorted(aliases(name, "we met the Harbour Rescue Society", "en"))
    ['HR', 'HRS', 'harbour', 'rescue', 'society']
    """
    short = name.text.replace(".", "")
    forms = {short} if short.isupper() and len(short) > 1 else set(_prefixes(_initials(name, text, code)))
    return frozenset({*name.keys, *nations(name.text), *forms})


def parts(name: Name, line: str, code: str) -> list[Name]:
    """Return the pieces of a name between its links in small letters, or a name that nothing knows where there are none."""
    runs: list[list[Token]] = [[]]
    for token in tokens(line, code):
        if token.span.overlaps(name.span):
            if token.key in name.keys and token.text[0].isupper():
                runs[-1].append(token)
            elif runs[-1]:
                runs.append([])
    found = [_name(run, line) for run in runs if run]
    return found if len(found) > 1 else [Name(("",), name.span, "")]


def _prefixes(letters: str) -> list[str]:
    """Return the short forms that the first letters of a name and of what follows it may make."""
    return [letters[:end] for end in range(2, len(letters) + 1)]


def _initials(name: Name, text: str, code: str) -> str:
    """Return the first letters of the words of a name and of the lower-case words that go on with it."""
    links = get_language(code).name_links
    run = [token for token in tokens(text, code) if name.span.start <= token.span.start < name.span.end + 60]
    letters = ""
    for token in run:
        if token.span.start > name.span.end and (
            token.text[0].isupper() or re.search(r"[,.;:()]", text[name.span.end : token.span.start])
        ):
            break
        if token.text.lower() not in links and token.is_content:
            letters += token.key[:1].upper()
        if len(letters) > 6:
            break
    return letters
