"""Language knowledge as data: what French and English texts use to say the same things.

Each language is one :class:`Language` record; the stages hold the logic. Patterns are regular expressions, matched without
regard to case unless the field says otherwise. ``tests/languages`` holds the records to the same shape.

>>> get_language("fr").role_labels["event"]
'Le scoop'
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from summarizer.errors import LanguageError
from summarizer.languages.english import ENGLISH
from summarizer.languages.french import FRENCH
from summarizer.languages.record import Language
from summarizer.resources import names_folder

KNOWN = MappingProxyType({"fr": FRENCH, "en": ENGLISH})


def get_language(code: str) -> Language:
    """Return the record of the language *code*.

    Raises LanguageError when the code is not one of ``KNOWN``.
    """
    try:
        return KNOWN[code]
    except KeyError:
        raise LanguageError(f"{code}: not a supported language; known: {', '.join(sorted(KNOWN))}") from None


@cache
def name_list(name: str) -> frozenset[str]:
    """Return a list of names from ``names/<name>.txt``: one a line, ``#`` starts a comment."""
    lines = (names_folder() / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


__all__ = ["KNOWN", "Language", "get_language", "name_list"]
