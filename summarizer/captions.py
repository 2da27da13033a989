"""Which sentences describe a picture that stood beside the text."""

from __future__ import annotations

import re
from functools import cache

from summarizer.languages.record import Language

_LABEL = re.compile(r"[^\W_][^:.,«»\"“”]{0,40}(?:, (?:aged )?\d{1,3})?: [A-ZÀ-Ý]")


def is_caption(text: str, language: Language) -> bool:
    """Tell whether a sentence describes a picture that stood beside it.

    >>> from summarizer.languages import get_language
    >>> is_caption("Mrs Hale (left) poses with her brother.", get_language("en"))
    True
    """
    return (
        re.search(language.captions, text) is not None or _name_and_clause(language.relative_starts).fullmatch(text) is not None
    )


@cache
def _name_and_clause(relative_starts: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of who is seen and a clause that ends the sentence: "Ben Hale, who was fined for shoving a nurse."."""
    name = r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+){1,3}(?: \([^()]*\)|, \d\d)?"
    return re.compile(rf"{name}, (?:{'|'.join(sorted(relative_starts))}) [^,:;\"“”«»]+\.?")


def has_label(text: str) -> bool:
    """Tell whether a sentence opens with a few words and a colon, as captions do and few other sentences.

    >>> has_label("Proud: Mrs Hale with her brother."), has_label("Ben Hale, 66: Fined in May."), has_label("He said: 'No.'")
    (True, True, False)
    """
    return _LABEL.match(text) is not None
