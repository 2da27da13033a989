"""Which sentences describe a picture that stood beside the text."""

from __future__ import annotations

import re

from summarizer.languages.record import Language

_LABEL = re.compile(r"[^\W_][^:.,«»\"“”]{0,40}: [A-ZÀ-Ý]")

# Who is seen, and a clause on him that ends the sentence: "Ben Hale, who was fined for shoving a nurse."
_NAME_AND_CLAUSE = r"(?:[A-ZÀ-Ý][\w’'-]+ ?){2,4}(?: \([^()]*\)|, \d\d)?, (?:%s) [^,:;\"“”«»]+\.?"


def is_caption(text: str, language: Language) -> bool:
    """Tell whether a sentence describes a picture that stood beside it.

    >>> from summarizer.languages import get_language
    >>> is_caption("Mrs Hale (left) poses with her brother.", get_language("en"))
    True
    """
    clause = _NAME_AND_CLAUSE % "|".join(sorted(language.relative_starts))
    return re.search(language.captions, text) is not None or re.fullmatch(clause, text) is not None


def has_label(text: str) -> bool:
    """Tell whether a sentence opens with a few words and a colon, as captions do and few other sentences.

    >>> has_label("Proud: Mrs Hale with her brother."), has_label("Mrs Hale said: 'No.'")
    (True, False)
    """
    return _LABEL.match(text) is not None
