"""Words that say the same in news: for each word, those with which an editor could reword a sentence that has it.

They stand in ``thesaurus_fr.tsv`` and ``thesaurus_en.tsv``: a word, and the words and phrases beside it, in dictionary form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from summarizer.resources import languages_folder
from summarizer.words import fold


class Thesaurus:
    """Which words stand beside which, folded, in both directions, and the phrases that stand beside a word."""

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for word, others in rows:
            for other in others:
                keys = tuple(fold(part) for part in re.findall(r"[^\W_]+", other))
                if len(keys) == 1:
                    self._beside[fold(word)].add(keys[0])
                    self._beside[keys[0]].add(fold(word))
                elif keys:
                    self._phrases[keys[0]].append((keys, fold(word)))

    def beside(self, word: str) -> frozenset[str]:
        """Return the words that stand beside a folded word, or beside which it stands."""
        return frozenset(self._beside.get(word, ()))

    def phrases(self, first: str) -> list[tuple[tuple[str, ...], str]]:
        """Return the phrases that start with a folded word, each with the word beside which it stands."""
        return self._phrases.get(first, [])


@cache
def load_thesaurus(code: str) -> Thesaurus:
    """Return the words that say the same in the language *code*.

    >>> "approbation" in load_thesaurus("fr").beside("approuver")
    True
    """
    lines = (languages_folder() / f"thesaurus_{code}.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Thesaurus((word, others.split(", ")) for word, others in cells)
