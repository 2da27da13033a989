"""Acronyms and the long forms that the article gives for them.

A long form is aligned with its short form as Schwartz and Hearst do (PSB 2003): each letter of the short form is found in the
long form from right to left, the first one at the start of a word. Here letters compare without accents, the long form may
stand before or after, in brackets or between commas, and the words counted are those that carry a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from summarizer.languages.record import Language
from summarizer.types import Acronym, Document, Span

# Two to ten characters, at least half of the letters capital: API, ToS, R&D, GPT-5, U.N., PME, CNRS, mRNA.
_SHORT = r"(?:[A-ZÀ-Ý][\w&./’'-]{0,8}[A-ZÀ-Ý0-9](?:s|\.)?|[a-z]{1,2}[A-Z]{2,6}s?|(?:[A-Z]\.){2,5}|[A-ZÀ-Ý][a-z]?[A-Z]s?)"
_SHORT_TOKEN = re.compile(rf"(?<![\w.&-]){_SHORT}(?![\w-])")
_IN_BRACKETS = re.compile(rf"\(\s*[\"“«]?\s*(?:aka |ou |or |dit[es]? )?({_SHORT})\s*[\"”»]?\s*(?:[),;]|\s[-–—])")
_LONG_IN_BRACKETS = re.compile(rf"(?<![\w.&-])({_SHORT})\s*[»\"”]?\s*\((?:[\"“«]\s*)?([^()\d][^()]{{5,120}}?)(?:\s*[\"”»])?\s*[),;:]")
_AFTER_COMMA = re.compile(
    rf"(?<![\w.&-])({_SHORT}),? (?:pour|ou|soit|c['’]est-à-dire|for|or|i\.e\.|which stands for|short for|the|la|le|l['’]|les)[ ]?([^,.;:()\n]{{8,110}})"
)
_ROMAN = re.compile(r"^[IVXLCDM]+(?:e|er|th)?$")
_WORD = re.compile(r"[^\W_]+")
# Longest stretch of text before a bracket in which the long form may start, in words per letter of the short form.
_WORDS_PER_LETTER, _EXTRA_WORDS = 2, 5


def find_acronyms(document: Document, *, language: Language) -> tuple[Acronym, ...]:
    """Return the acronyms of *document* in order of first use, each with its long form where the article gives one."""
    defined: dict[str, Acronym] = {}
    for acronym in _defined(document.text, language):
        defined.setdefault(_key(acronym.short), acronym)
    found: dict[str, Acronym] = {}
    for match in _SHORT_TOKEN.finditer(document.text):
        short = match.group()
        if _key(short) in defined or _is_acronym(short, match.start(), document.text):
            found.setdefault(_key(short), Acronym(short, Span(*match.span())))
    merged = {**found, **defined}
    return tuple(sorted(merged.values(), key=lambda acronym: acronym.short_span))


def spells(short: str, long: str) -> bool:
    """Tell whether the letters of *short* are found in order in *long*, the first at the start of it.

    >>> spells("API", "Application Programming Interface"), spells("API", "interface de programmation")
    (True, False)
    """
    return align(short, long) == 0


def align(short: str, long: str) -> int | None:
    """Return where in *long* the long form of *short* starts, or None when the letters do not fit."""
    letters = [char for char in _plain(short.rstrip("s") if short[:-1].isupper() else short) if char.isalnum()]
    text = _plain(long)
    position = len(text)
    for number in range(len(letters) - 1, -1, -1):
        position -= 1
        while position >= 0 and (text[position] != letters[number] or (number == 0 and not _starts_word(text, position))):
            position -= 1
        if position < 0:
            return None
    return position


def _defined(text: str, language: Language) -> Iterator[Acronym]:
    for match in _IN_BRACKETS.finditer(text):
        span = _long_before(text, match.start(), match.group(1), language)
        if span is not None and not _ROMAN.match(match.group(1)):
            yield Acronym(match.group(1), Span(*match.span(1)), span.of(text), span)
    for pattern in (_LONG_IN_BRACKETS, _AFTER_COMMA):
        for match in pattern.finditer(text):
            long = _long_after(match.group(1), match.group(2))
            if long is not None:
                span = Span(match.start(2), match.start(2) + len(long))
                yield Acronym(match.group(1), Span(*match.span(1)), long, span)


def _long_before(text: str, bracket: int, short: str, language: Language) -> Span | None:
    """Return the long form that ends at the bracket, at most a few words a letter long and inside one sentence."""
    letters = sum(char.isalnum() for char in short)
    start = max(text.rfind(mark, 0, bracket) for mark in (". ", "\n", "; ", "(", ") ", " : ")) + 1
    words = [match.start() for match in _WORD.finditer(text, start, bracket)]
    if not words:
        return None
    window = words[-min(len(words), letters * _WORDS_PER_LETTER + _EXTRA_WORDS) :][0]
    offset = align(short, text[window:bracket].rstrip(" \"»”«“"))
    if offset is None:
        return None
    span = Span(window + offset, window + len(text[window:bracket].rstrip(" \"»”«“")))
    return span if _is_plausible(short, span.of(text), language) else None


def _long_after(short: str, candidate: str) -> str | None:
    """Return the beginning of *candidate* that the letters of *short* use up, to the end of its last word."""
    candidate = re.sub(r"^(?:the|la|le|les|l['’])\s*", "", candidate)
    letters = [char for char in _plain(short) if char.isalnum()]
    text, position = _plain(candidate), -1
    for number, letter in enumerate(letters):
        position = _next_letter(text, letter, position + 1, at_word_start=number == 0 or number == len(letters) - 1)
        if position < 0 or (number == 0 and position != 0):
            return None
    end = re.compile(r"[\w’'-]*").match(candidate, position)
    long = candidate[: end.end()] if end else candidate
    return long if len(_WORD.findall(long)) >= 2 else None


def _next_letter(text: str, letter: str, start: int, *, at_word_start: bool) -> int:
    starts = (i for i in range(start, len(text)) if text[i] == letter and (not at_word_start or _starts_word(text, i)))
    return next(starts, -1)


def _is_plausible(short: str, long: str, language: Language) -> bool:
    """Tell whether *long* can be what *short* stands for: more than one word, or much longer, and not the short form itself."""
    words = _WORD.findall(long)
    content = [word for word in words if word.lower() not in language.stop_words]
    if short in words or len(long) <= len(short) + 2 or not content:
        return False
    letters = sum(char.isalpha() for char in short)
    return len(content) >= 2 and len(content) <= letters + 3 or (len(content) == 1 and len(long) > 2 * len(short))


def _is_acronym(short: str, start: int, text: str) -> bool:
    """Tell whether a capitalised token without long form is a short form rather than a shouted word or a numeral."""
    letters = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if len(letters) < 2 or _ROMAN.match(short) or capitals * 2 < len(letters) or len(short) > 8:
        return False
    return not _is_shouted(start, text)


def _is_shouted(start: int, text: str) -> bool:
    """Tell whether the words around a token are all in capitals, as in a headline."""
    around = _WORD.findall(text[max(0, start - 40) : start + 48])[1:-1]
    words = [word for word in around if len(word) > 2 and word.isalpha()]
    return len(words) >= 3 and sum(word.isupper() for word in words) * 2 > len(words)


def _key(short: str) -> str:
    return short.replace(".", "").removesuffix("s") if short[:-1].isupper() else short.replace(".", "")


def _starts_word(text: str, position: int) -> bool:
    return position == 0 or not text[position - 1].isalnum()


def _plain(text: str) -> str:
    """Return *text* in lower case without accents, letter for letter at the same positions."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
