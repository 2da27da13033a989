"""When two names are names of one thing, and under what name an entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from summarizer.languages.record import Language
from summarizer.types import Concept
from summarizer.words import fold, irregular_plurals

# Twice the least number of words that two names of one thing share.
_SHARED_WORDS = 4
# Letters that a noun and a word derived from it begin with alike.
_STEM = 4
_STRAY_QUOTE = re.compile(r"\w['’\"”»] |[\"“«]")
# A long form and a name of the lexicon with so many words may differ by a slip; two spellings of a word (defense, defence) are
# at least so much alike.
_LEAST_ALIKE, _SPELLINGS = 4, 0.8
# Fewer letters than these are those of a function word (du, des).
_FULL_WORD = 5


def initials_are(short: str, name: str) -> bool:
    """Tell whether the words of *name* begin with the letters of *short*, each and in order: USA, not of "United States"."""
    letters = iter(fold(word)[0] for word in re.findall(r"[^\W\d_]+", name))
    return all(letter in letters for letter in fold(short) if letter.isalpha())


def initials_fit(short: str, name: str) -> bool:
    """Tell whether *short* is spelled by words of *name* (HHS), or by its letters from the first on (DGFiP, INSEE)."""
    letters = [char for char in fold(short) if char.isalpha()]
    text = fold(name)
    rest = iter(text)
    return initials_are(short, name) or (text[:1] == letters[0] and all(letter in rest for letter in letters))


def holds(name: str, short: str) -> bool:
    """Tell whether *name* has *short* in it and so spells nothing out: "radio RTL", "BFM-TV" for BFMTV, "TMZ.com"."""
    words = key_of(name).split()
    return f" {key_of(short)} " in f" {' '.join(words)} " or "".join(words) == "".join(key_of(short).split())


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


def mended(long: str, known: Iterable[str]) -> str:
    """Return *long* as *known* has it where one small word is another: a slip, as long as it is no other spelling.

    >>> mended("Direction de la sûreté publique", ["direction de la sécurité publique"])
    'Direction de la sécurité publique'
    >>> mended("National Defense Board", ["National Defence Board"])
    'National Defense Board'
    """
    words = long.split(" ")
    for name in known:
        others = name.split(" ")
        apart = [place for place, pair in enumerate(zip(words, others, strict=False)) if key_of(pair[0]) != key_of(pair[1])]
        if len(words) == len(others) >= _LEAST_ALIKE and len(apart) == 1 and _is_slip(words[apart[0]], others[apart[0]]):
            return " ".join((*words[: apart[0]], others[apart[0]], *words[apart[0] + 1 :]))
    return long


def _is_slip(word: str, other: str) -> bool:
    """Tell whether two small words with one initial are two words, not two spellings or forms of one."""
    is_small = all(each.islower() and each.isalpha() and len(each) >= _FULL_WORD for each in (word, other))
    likeness = SequenceMatcher(None, fold(word), fold(other), autojunk=False).ratio()
    return is_small and fold(word)[0] == fold(other)[0] and likeness < _SPELLINGS


def names_of(term: str) -> tuple[str, ...]:
    """Return the keys under which a glossary line's term is known: itself, without its bracket, and the bracket."""
    bracket = re.match(r"^(.*?)\s*\(([^)]*)\)\s*$", term)
    return (key_of(term), key_of(bracket.group(1)), key_of(bracket.group(2))) if bracket else (key_of(term),)


def without_kind(term: str, language: Language) -> str:
    """Return the key of *term* without the noun that says what it is ("modèle Claude" -> Claude)."""
    kind, _, name = term.partition(" ")
    is_kind = name[:1].isupper() and any(kind.lower() in cues for cues in language.label_cues.values())
    return key_of(name) if is_kind else key_of(term)


def in_own_form(name: str, found: str | None, concept: Concept | None, language: Language) -> str:
    """Return the form under which *concept* stands in a glossary, for *name* in the article, where it was *found* by that name.

    A termbase's concept has the termbase's own. One of the lexicon has the article's, but for a plural, a stray quotation mark
    ("filiales", "charities") and for a person, an adjective or a verb: these go by the noun that the definition is of
    ("souverainiste", "pleaded guilty").
    """
    if concept is None:
        return name
    if concept.origin == "termbase":
        return found or name
    own = [known for known in concept.names(language.code) if key_of(known) == key_of(name)]
    singular = [found] if found and is_plural(name, found, language) else []
    if any(is_derived(each, concept.names(language.code)[0], language) for each in (name, *own, *singular)):
        return concept.names(language.code)[0]
    if _STRAY_QUOTE.search(name):
        return next(iter(own), name)
    small = (known for known in (*singular, *own) if known.islower() and (singular or name.islower()))
    # "Swiss francs": a general term with the capitals that it always has.
    alike = (known for known in own if concept.label is None and _capitals(known) == _capitals(name))
    return next(small, None) or next(alike, name)


def _capitals(name: str) -> list[tuple[bool, bool]]:
    return [(word[0].isupper(), word.isupper()) for word in re.findall(r"[^\W_]+", name)]


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
