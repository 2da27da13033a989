"""What can be so or its contrary: for each matter, how either side is said, by verbs, nouns, adjectives and phrases.

A line that takes the other side than the article on a matter contradicts it; a negation changes sides. The words stand in
``stances_fr.tsv`` and ``stances_en.tsv``, which have the same matters: patterns, matched without regard to case against whole
words, in which ``~`` stands for any letters and ``'`` for either apostrophe.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from summarizer.resources import languages_folder

Sides = Mapping[str, tuple[str, str]]


# Matters on which the sides of two parties differ: one wins what the other loses.
CONVERSE = frozenset(("ahead", "win"))
# Matters of how much, which a verb that denies does not turn ("most flavours were banned").
QUANTITIES = frozenset(("majority", "many", "more", "whole", "highest"))
# The row of words that look like one for a matter and are none ("vendredi" for "vendre").
_NONE = "none"


@cache
def stance_words(code: str) -> Sides:
    """Return matter -> the pattern for what is so, the pattern for what is not, in the language *code*.

    >>> stance_words("en").keys() == stance_words("fr").keys()
    True
    """
    return MappingProxyType({matter: (so, not_so) for matter, so, not_so in _rows(code) if matter != _NONE})


@cache
def lookalikes(code: str) -> str:
    """Return the pattern for words that look like one for a matter and are none."""
    return next(words for matter, words, _ in _rows(code) if matter == _NONE)


@cache
def _rows(code: str) -> tuple[tuple[str, str, str], ...]:
    lines = (languages_folder() / f"stances_{code}.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((matter, _pattern(so), _pattern(not_so)) for matter, so, not_so in cells)


def _pattern(words: str) -> str:
    return words.replace("~", r"\w*").replace("['’]", "'").replace("'", "['’]")
