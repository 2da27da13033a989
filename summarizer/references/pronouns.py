"""Where the subject of a sentence is a pronoun for one person."""

from __future__ import annotations

import re

from summarizer.languages.record import Language
from summarizer.quotations import blank_quotations
from summarizer.types import Span
from summarizer.words import is_balanced

# A pronoun that starts later than this, in characters, has something before it that it may stand for.
_LATEST = 70


def subject_pronoun(text: str, language: Language) -> Span | None:
    """Return where in *text*, a sentence, its first pronoun for a person stands, outside quotations, or None.

    >>> from summarizer.languages import get_language
    >>> subject_pronoun("En mai, il a démissionné.", get_language("fr")).of("En mai, il a démissionné.")
    'il'
    """
    if not is_balanced(text):
        return None
    quiet = blank_quotations(text)
    for match in re.finditer(rf"(?<![\w’'-])(?:{language.person_pronouns})(?![\w’'-])", quiet[:_LATEST], re.IGNORECASE):
        if re.match(language.subject_pronouns, quiet[match.start() :], re.IGNORECASE):
            return Span(*match.span())
    return None
