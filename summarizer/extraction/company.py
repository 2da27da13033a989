"""Short forms of one word, which count only in the company of others: a legend, a list of tags.

A letter or two of the word beside them ("verb (V)", "DT (determiner)", "T=tokenization") says little by itself: a party stands
so behind an office ("présidente (PS)").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from summarizer.extraction.spelling import has_in_order, plain
from summarizer.languages.record import Language
from summarizer.types import Acronym, Span

_WORD = r"[^\W\d_](?:[\w-]*[^\W\d_])?"
_BEHIND_WORD = re.compile(rf"(?<![\w-])(?P<long>{_WORD})\s{{0,2}}\((?P<short>[A-Z]{{1,3}}|[A-Z][a-z]{{1,5}})\.?\)")
_BEFORE_WORD = re.compile(rf"(?<![\w.&/-])(?P<short>[A-Z]{{1,3}}|[A-Z][a-z]{{1,5}})\.?\s{{0,2}}\((?P<long>{_WORD})\)")
_EQUATED = re.compile(rf"(?<![\w.&/-])(?P<short>[A-Z]{{1,3}}|[A-Z][a-z]{{1,5}}) ?= ?(?P<long>{_WORD})(?=\s*(?:[;,.)\n]|$))")
# How near another pair must stand, in characters; how many such pairs are company for each other.
_NEAR, _COMPANY = 250, 3


def in_company(text: str, given: Sequence[Acronym], language: Language) -> Iterator[Acronym]:
    """Yield pairs of a word and a few of its letters that stand near one of *given* or near two of their kind."""
    taken = {place for acronym in given for place in range(acronym.short_span.start, acronym.short_span.end)}
    weak = [pair for pattern in (_BEHIND_WORD, _BEFORE_WORD, _EQUATED) for pair in _pairs(pattern, text, language)]
    weak = [pair for pair in weak if taken.isdisjoint(range(pair.short_span.start, pair.short_span.end))]
    surer, others = (sorted(acronym.short_span.start for acronym in found) for found in (given, weak))
    for pair in weak:
        if _near(pair, surer) or _near(pair, others) >= _COMPANY:
            yield pair


def _pairs(pattern: re.Pattern[str], text: str, language: Language) -> Iterator[Acronym]:
    for match in pattern.finditer(text):
        word, short = match.group("long"), match.group("short")
        is_around = short.isupper() and len(short) > 1 and short in word and not word.isupper()
        is_other = is_around or word.lower() in language.stop_words or len(word) < len(short) + 2
        if not is_other and has_in_order(plain(word), short.lower()):
            yield Acronym(short, Span(*match.span("short")), word, Span(*match.span("long")))


def _near(pair: Acronym, starts: Sequence[int]) -> int:
    """Return how many of *starts*, which are sorted, stand near *pair*."""
    start = pair.short_span.start
    return bisect_left(starts, start + _NEAR) - bisect_right(starts, start - _NEAR)
