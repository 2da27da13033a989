"""Lemmas by table and, for words outside it, by the ending: what the training treebanks showed most often.

An ending rule is "cut so many letters, add these", learned for each part of speech and ending of up to five letters (after
Juršič et al., LemmaGen, JUCS 2010, in its simplest form).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from summarizer import resources

LONGEST_ENDING = 5


class Lemmas:
    """Lemma of a word in one language.

    *forms* maps a part of speech to {lower-case form: lemma}; *endings* maps it to {ending: (letters to cut, letters to add)}.
    """

    def __init__(self, forms: Mapping[str, Mapping[str, str]], endings: Mapping[str, Mapping[str, tuple[int, str]]]) -> None:
        self._forms, self._endings = forms, endings

    @classmethod
    def built_in(cls, code: str) -> Lemmas:
        """Return the shipped lemmas of the language *code*. Raises ResourceError when they are missing or damaged."""
        return _built_in(code)

    def of(self, word: str, pos: str) -> str:
        """Return the lemma of *word* as the part of speech *pos*."""
        form = word if pos == "PROPN" else word.lower()
        known = self._forms.get(pos, {}).get(form)
        if known is not None:
            return known
        if pos == "PROPN":
            return word
        endings = self._endings.get(pos, {})
        for size in range(min(LONGEST_ENDING, len(form) - 1), 0, -1):
            rule = endings.get(form[-size:])
            if rule is not None:
                return form[: len(form) - rule[0]] + rule[1]
        return form


@cache
def _built_in(code: str) -> Lemmas:
    content = resources.model_content(f"lemmas_{code}.json")
    return Lemmas(content["forms"], content["endings"])
