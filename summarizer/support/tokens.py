"""Words of a text with what alignment compares: their keys, whether they are content, their clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.languages.claims import CLAIM_WORDS
from summarizer.types import Span
from summarizer.words import WORD, fold

# Letters of a folded word by which its forms and derivations are matched ("fermera", "fermeture": "ferme"), and those of a
# word that has no more than the last of these ("vote", "voted").
_STEM, _SHORT_STEM, _SHORT = 5, 4, 6
# Bounds of a word's weight, in nats of its inverse document frequency: a rare word must not outweigh five common ones.
_LEAST_WEIGHT, _MOST_WEIGHT = 1.0, 6.0
_BREAK = re.compile(r"[,;:.!?](?=\D)|[()\[\]«»“”\"—–]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, folded, its stems, its place, the number of its clause, whether it is a content word, its weight."""

    text: str
    key: str
    stems: frozenset[str]
    span: Span
    clause: int
    is_content: bool
    weight: float


@lru_cache(maxsize=4_000)
def tokens(text: str, code: str) -> tuple[Token, ...]:
    """Return the words of *text*, in the language *code*."""
    language, words = get_language(code), CLAIM_WORDS[code]
    found: list[Token] = []
    clause, end = 0, 0
    for match in WORD.finditer(text):
        word = match.group()
        lower = word.lower()
        is_start = lower in words.clause_starts and word == lower and not (found and found[-1].text in words.clause_links)
        if found and (_BREAK.search(text[end : match.start()]) or is_start):
            clause += 1
        end = match.end()
        is_content = lower not in language.stop_words and (len(word) > 2 or word.isdigit() or word.isupper())
        key = fold(word)
        found.append(Token(word, key, stems_of(key), Span(*match.span()), clause, is_content, weight(key, code)))
    return tuple(found)


def stems_of(key: str) -> frozenset[str]:
    """Return the starts of a folded word; two words are kin when they share one.

    >>> sorted(stems_of("voted")), sorted(stems_of("fermeture"))
    (['vote-', 'voted'], ['ferme'])
    """
    stems = {key[:_STEM]} if len(key) >= _STEM else set()
    return frozenset(stems | {f"{key[:_SHORT_STEM]}-"} if _SHORT_STEM <= len(key) <= _SHORT else stems)


@lru_cache(maxsize=50_000)
def weight(key: str, code: str) -> float:
    """Return what a folded word is worth in a comparison: its rarity in news, within bounds."""
    return min(_MOST_WEIGHT, max(_LEAST_WEIGHT, load_background(code).idf(key)))
