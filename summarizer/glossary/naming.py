"""When two names are names of one thing, and under what name an entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from summarizer.languages.record import Language
from summarizer.types import Concept
from summarizer.words import fold

# Twice the least number of words that two names of one thing share.
_SHARED_WORDS = 4
# Letters that a doctrine and who holds it begin with alike.
_STEM = 4
# A long form and a name of the lexicon with so many words may differ by a slip; two spellings of a word (defense, defence) are
# at least so much alike.
_LEAST_ALIKE, _SPELLINGS = 4, 0.8
# Fewer letters than these are those of a function word (du, des).
_FULL_WORD = 5


def initials_fit(short: str, name: str) -> bool:
    """Tell whether *short* is spelled by words of *name* (HHS), or by its letters from the first on (DGFiP, INSEE)."""
    letters = [char for char in fold(short) if char.isalpha()]
    initials = iter(fold(word)[0] for word in re.findall(r"[^\W\d_]+", name))
    text = fold(name)
    rest = iter(text)
    return all(letter in initials for letter in letters) or (text[:1] == letters[0] and all(letter in rest for letter in letters))


def holds(name: str, short: str) -> bool:
    """Tell whether *name* has *short* in it and so spells nothing out: "radio RTL", "BFM-TV" for BFMTV, "TMZ.com"."""
    words = key_of(name).split()
    return f" {key_of(short)} " in f" {' '.join(words)} " or "".join(words) == "".join(key_of(short).split())


def is_agent_of(used: str, name: str, language: Language) -> bool:
    """Tell whether *used* is who holds the doctrine *name* or does that: "souverainistes" of "souverainisme"."""
    person, thing = key_of(used).removesuffix("s"), key_of(name)
    endings = (
        thing.endswith(end) and person.endswith(agent) for end, _, agent in (pair.partition("/") for pair in language.agents)
    )
    return " " not in person and person[:_STEM] == thing[:_STEM] and any(endings)


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
    own, names = _content(long), [_content(name.text) for name in concept.designations if name.kind != "acronym"]
    return not any(2 * len(own & name) >= max(_SHARED_WORDS, len(name)) for name in names)


def _content(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in re.findall(r"[^\W\d_]{4,}", name))


def key_of(name: str) -> str:
    """Return the words of *name* as they compare: without capitals, accents and marks."""
    return " ".join(fold(word) for word in re.findall(r"[^\W_]+", name))


def slug(name: str) -> str:
    """Return *name* as the id of an entry."""
    return re.sub(r"[^a-z0-9]+", "-", " ".join(fold(word) for word in re.findall(r"[^\W_]+", name))).strip("-") or "term"
