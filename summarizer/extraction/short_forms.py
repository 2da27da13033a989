"""What a short form looks like, and every place where an article writes one."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from summarizer.extraction.spelling import key_of
from summarizer.languages.record import Language
from summarizer.types import Span
from summarizer.words import is_shouted

# Two to ten characters, at least half of the letters capital: API, ToS, R&D, GPT-5, U.N., PME, CNRS, mRNA.
SHORT = r"(?:(?:[A-Z]\.){2,6}|[A-ZÀ-Ý](?!['’])[\w&./-]{0,8}[A-ZÀ-Ý0-9]s?|[a-z]{1,2}[A-Z]{2,6}s?|[A-ZÀ-Ý][a-z]?[A-Z]s?)"
# In brackets behind its long form a short form may also mix its letters (MaxEnt, ToRs, UN-Women, ONU-Habitat).
MIXED = r"(?![A-ZÀ-Ý][a-zà-ÿ]+-)[A-ZÀ-Ý][\w&./+-]{0,14}?[A-ZÀ-Ý0-9][\w+-]{0,8}"
SHORT_TOKEN = re.compile(rf"(?<![\w.&-])(?:[LDdl]['’])?(?P<short>{SHORT})(?![\w-])")
# The same before a hyphen and a small word (a GPS-based service).
_BEFORE_WORD = re.compile(r"(?<![\w.&/-])[A-Z]{2,8}(?=-[a-zà-ÿ]{2})")
# Capitals with the rest of a word: UN-Habitat, ONU-Femmes, UNWomen.
_WITH_WORD = re.compile(r"(?<![\w.&/-])[A-Z]{2,8}(?:-[A-ZÀ-Ý])?[a-zà-ÿ]{2,}(?![\w/-])")
# Short forms in one (UNDP/UNFPA), the sign of a document (ECE/TRANS/WP.29/2004/1), and the parts that are short forms.
_JOINED = re.compile(r"(?<![\w/.&-])[A-Z]{2,}[\w.]*(?:/[\w.-]+)+")
_PART = re.compile(r"(?<![\w.-])[A-Z]{2,8}(?:\.\d{1,3})?(?![\w-])")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
# Numerals of centuries, kings and chapters; those of higher numbers are short forms more often (CD, MDL, ICC).
_ROMAN = re.compile(r"^(?=.)(?:XL|L?X{0,3})(?:I[VX]|V?I{0,3})(?:e|er|th)?$")
# An hour, behind which letters are its zone. Four figures without a sign are one up to 1859: later ones are more often years.
CLOCK = re.compile(r"(?:\d{1,2}(?:[:.h]\d{2}|(?:[:.h]\d{2})? ?[ap]\.?m\.?)|(?<!\d)(?:0\d|1[0-8])[0-5]\d(?: h(?:ou)?rs)?) ?$")
_SMALL_WORD, _AROUND = re.compile(r"(?<!\w)[a-zà-ÿ]{2,}(?!\w)"), 45
# Longest short form that has no long form beside it.
_LONGEST, _LONGEST_LISTED = 8, 6


def is_acronym(short: str, start: int, text: str, language: Language) -> bool:
    """Tell whether a capitalised token without long form is a short form rather than a shouted word or a numeral."""
    letters = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if len(letters) < 2 or _ROMAN.match(short) or capitals * 2 < len(letters) or len(short) > _LONGEST:
        return False
    if text[start + len(short) :].startswith(".") and short.lower() in language.abbreviations:
        return False
    if CLOCK.search(text[max(0, start - _AROUND) : start]):
        return False
    end, before = start + len(short), re.search(r"([^\W\d_]+) $", text[max(0, start - 10) : start])
    is_bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if short.lower() in language.stop_words and not is_bracketed:
        return before is not None and before.group(1).lower() in language.definite_articles and not is_shouted(text, start)
    return _is_listed(text, start, end) or not is_shouted(text, start)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tell whether a token of a few letters stands behind a comma or bracket, with a word in small letters near."""
    is_short = text[start:end].isalpha() and end - start <= _LONGEST_LISTED
    is_marked = re.search(r"[,(]\s?$", text[max(0, start - 2) : start]) is not None
    return is_short and is_marked and _SMALL_WORD.search(text, max(0, start - _AROUND), end + _AROUND) is not None


def short_form_spans(text: str, *, known: Set[str], mixed: Set[str], language: Language) -> set[Span]:
    """Return where *text* writes the short forms with the keys *known* or the form *mixed*, and what looks like one."""
    joined = [Span(*match.span()) for match in _JOINED.finditer(text)]
    places = {Span(*match.span("short")) for match in SHORT_TOKEN.finditer(text)}
    places = {span for span in places if key_of(span.of(text)) in known and not any(_overlap(span, other) for other in joined)}
    places |= {Span(*match.span()) for match in _BEFORE_WORD.finditer(text) if key_of(match.group()) in known}
    places |= {Span(*match.span()) for match in _WITH_WORD.finditer(text) if not is_shouted(text, match.start())}
    if mixed:
        again = re.compile(rf"(?<![\w.&-])(?:{'|'.join(map(re.escape, sorted(mixed, key=len, reverse=True)))})(?![\w-])")
        places |= {Span(*match.span()) for match in again.finditer(text)}
    places |= {Span(*match.span()) for span in joined for match in _PART.finditer(text, span.start, span.end)}
    places = {_with_possessive(span, text) for span in places}
    return places | {Span(*match.span()) for match in _clipped(language.clipped_words).finditer(text)}


def _with_possessive(span: Span, text: str) -> Span:
    return Span(span.start, span.end + 2) if _POSSESSIVE.match(text, span.end) else span


@cache
def _clipped(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(words)})")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
