"""When two names are names of one thing."""

from __future__ import annotations

import re

from summarizer.languages.record import Language
from summarizer.types import Concept
from summarizer.words import fold, irregular_plurals

# Letters that a noun and a word derived from it begin with alike.
_STEM = 4
# Twice the least number of words that two names of one thing share.
_SHARED_WORDS = 4


def is_plural(used: str, name: str, language: Language) -> bool:
    """Tell whether a word of *used* is an irregular plural of the word at its place in *name* ("tribunaux", "charities")."""
    words, own = (re.findall(r"[^\W_]+", each.lower()) for each in (used, name))
    return any(word in irregular_plurals(single, language) for word, single in zip(words, own, strict=False))


def is_derived(used: str, name: str, language: Language) -> bool:
    """Tell whether *used* is who does, holds or has what *name* means, or its adjective or verb, and not a noun for it; or its
    field or act, where *name* is a person or a thing.

    So are "souverainistes" of "souverainisme", "intubé" of "intubation", "pleaded guilty" of "guilty plea", "virologie" of
    "virologue".
    """
    words, nouns = (re.findall(r"[^\W_]+", each.lower()) for each in (used, name))
    apart = [word for word in words if word not in nouns], [noun for noun in nouns if noun not in words]
    return len(words) == len(nouns) and [len(each) for each in apart] == [1, 1] and _comes_of(apart[0][0], apart[1][0], language)


def _comes_of(word: str, noun: str, language: Language) -> bool:
    """Tell whether *word*, with the stem of *noun*, ends as persons, adjectives and verb forms do, and *noun* does not.

    Two spellings with the same letters (center, centre) are one word.
    """
    stem = min(_STEM, len(word), len(noun))
    ends = [re.search(rf"(?:{language.derived_endings})s?$", each) is not None for each in (word, noun)]
    is_longer = ends == [True, True] and word.startswith(noun) and len(word) > len(noun) + len("s")
    is_field = ends[1] and re.search(rf"(?:{language.field_endings})$", word) is not None
    is_other = ends == [True, False] or is_longer or is_field
    return fold(word)[:stem] == fold(noun)[:stem] and is_other and sorted(word) != sorted(noun)


def names_of(term: str) -> tuple[str, ...]:
    """Return the keys under which a glossary line's term is known: itself, without its bracket, and the bracket."""
    bracket = re.match(r"^(.*?)\s*\(([^)]*)\)\s*$", term)
    return (key_of(term), key_of(bracket.group(1)), key_of(bracket.group(2))) if bracket else (key_of(term),)


def without_kind(term: str, language: Language) -> str:
    """Return the key of *term* without the noun that says what it is ("modèle Claude" -> Claude)."""
    kind, _, name = term.partition(" ")
    is_kind = name[:1].isupper() and any(kind.lower() in cues for cues in language.label_cues.values())
    return key_of(name) if is_kind else key_of(term)


def without_article(name: str, language: Language) -> str:
    """Return *name* without the articles before it."""
    for pattern in language.articles:
        name = re.sub(rf"^(?:{pattern})(?!-)", "", name, flags=re.IGNORECASE)
    return name


def is_of_another(long: str, concept: Concept | None, lang: str) -> bool:
    """Tell whether *long*, the long form of a short form of *concept*, if that is one, is the name of something else.

    A name of the concept shares half of its words ("Centres américains de prévention…"); a termbase's bare short form stands for
    whatever long form the article gives.
    """
    if concept is None or (concept.origin == "termbase" and not concept.names(lang, "full")):
        return False
    own, names = _content(long), [set(_content(name.text)) for name in concept.designations if name.kind != "acronym"]
    return not any(_is_of(own, name) for name in names)


def _is_of(own: list[str], name: set[str]) -> bool:
    """Tell whether the words *own* share half of those of *name*: the first, or three ("ralliement d'initiative citoyenne")."""
    shared = name.intersection(own)
    return 2 * len(shared) >= max(_SHARED_WORDS, len(name)) and (own[0] in shared or len(shared) > _SHARED_WORDS // 2)


def _content(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W\d_]{4,}", name)]


def key_of(name: str) -> str:
    """Return the words of *name* as they compare: without capitals, accents and marks."""
    return " ".join(fold(word) for word in re.findall(r"[^\W_]+", name))


def slug(name: str) -> str:
    """Return *name* as the id of an entry."""
    return re.sub(r"[^a-z0-9]+", "-", " ".join(fold(word) for word in re.findall(r"[^\W_]+", name))).strip("-") or "term"
