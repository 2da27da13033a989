"""What the letters of a short form stand for: the article's long form, or the lexicon's name that they spell."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from summarizer.glossary.naming import key_of
from summarizer.letters import holds, initials_are, initials_fit
from summarizer.quotations import close_quotation
from summarizer.types import Acronym, Concept
from summarizer.words import fold

# A long form and a name of the lexicon with so many words may differ by a slip; two spellings of a word (defense, defence) are
# at least so much alike.
_LEAST_ALIKE, _SPELLINGS = 4, 0.8
# Fewer letters than these are those of a function word (du, des).
_FULL_WORD = 5


def expansion_of(short: str, acronyms: Iterable[Acronym], concept: Concept | None, *, code: str) -> str | None:
    """Return what *short* stands for: the article's long form, else the name of *concept* that they spell, else its full one.

    *acronyms* are those of the article, in the language *code*.
    """
    for acronym in acronyms:
        if acronym.short == short and acronym.long:
            is_known = concept is not None and concept.origin == "lexicon"
            return _as_known(close_quotation(acronym.long), short, concept if is_known else None, code=code)
    if concept is None:
        return None
    own = [name for name in concept.names(code) if not holds(name, short)]
    other = [name.text for name in concept.designations if name.lang != code and not holds(name.text, short)]
    # A formula (CO2) is read in the reader's language.
    names = sorted(own, key=lambda name: not initials_are(short, name)) + other
    spelled = [name for name in names if initials_fit(short, name)] if short.replace(".", "").isalpha() else []
    known = [name for name in concept.names(code, "full") if name in own]
    full = (name for name in spelled + known if name not in concept.names(code, "acronym"))
    return next((name for name in full if not _is_other_model(short, name)), None)


def _is_other_model(short: str, name: str) -> bool:
    """Tell whether *name* has another number than *short*: A321 of A320, not "coronavirus 2019" of Covid-19 nor MPEG-1 of MP3."""
    number, other = ("".join(char for char in each if char.isdigit()) for each in (short, name))
    return len(number) > 1 and other != "" and number not in other


def _as_known(long: str, short: str, concept: Concept | None, *, code: str) -> str:
    """Return *long*, what the article gives for *short*, as a name of *concept* in the language *code* has it.

    That is the name with the same words in other letters, or one that spells *short* within them ("groupe Etat islamique"), or
    *long* with the word that is a slip mended. A general term keeps the capitals that the article gives it, a
    proper name that of its first word.
    """
    known = concept.names(code, "full") if concept is not None else ()
    same = [name for name in known if key_of(name) == key_of(long)]
    if same:
        is_term = concept is not None and concept.label is None
        is_own = any(_small(name) == _small(long) if is_term else name[1:] == long[1:] for name in same)
        return long if is_own else same[0]
    # Where every letter begins a word of *long*, it does so in a name within it: not SEND in "special educational needs".
    fits = initials_are if initials_are(short, long) else initials_fit
    within = (name for name in known if f" {key_of(name)} " in f" {key_of(long)} " and fits(short, name))
    return next(within, None) or _mended(long, known)


def _small(name: str) -> str:
    return name.lower().replace("’", "'")


def _mended(long: str, known: Iterable[str]) -> str:
    """Return *long* as *known* has it where one small word is another: a slip, as long as it is no other spelling.

    >>> _mended("Direction de la sûreté publique", ["direction de la sécurité publique"])
    'Direction de la sécurité publique'
    >>> _mended("National Defense Board", ["National Defence Board"])
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
