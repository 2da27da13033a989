"""What the letters of a short form say of the names that it may stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.words import WORD, fold


def spelled_out(short: str, names: Sequence[str]) -> str | None:
    """Return the one of *names* that the letters of *short* spell, best each with a word; of a formula (CO2) the first.

    >>> spelled_out("EBIT", ["operating profit", "earnings before interest and taxes"])
    'earnings before interest and taxes'
    """
    own = [name for name in names if not holds(name, short)]
    if short.replace(".", "").isalpha():
        own = sorted((name for name in own if initials_fit(short, name)), key=lambda name: not initials_are(short, name))
    return next(iter(own), None)


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
    """Tell whether *name* has *short* in it and so spells nothing out: "radio RTL", "BFMTV" of BFM, "TMZ.com"."""
    words = _key(name).split()
    is_one = "".join(words) == "".join(_key(short).split())
    return f" {_key(short)} " in f" {' '.join(words)} " or is_one or (short.isupper() and len(short) > 1 and short in name)


def _key(name: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(name))
