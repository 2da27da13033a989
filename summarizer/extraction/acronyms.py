"""Acronyms and the long forms that the article gives for them.

The candidates are those of Schwartz and Hearst (PSB 2003): a short form in brackets after its long form, or the other way
round. The letters are matched word by word and the best fit is taken, not the shortest: a letter should start a word, and no
content word should be left without one. Letters compare without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from summarizer.languages.record import Language
from summarizer.types import Acronym, Document, LexiconMention, Span
from summarizer.words import WORD, is_shouted

# Two to ten characters, at least half of the letters capital: API, ToS, R&D, GPT-5, U.N., PME, CNRS, mRNA.
_SHORT = r"(?:(?:[A-Z]\.){2,6}|[A-ZÀ-Ý](?!['’])[\w&./-]{0,8}[A-ZÀ-Ý0-9]s?|[a-z]{1,2}[A-Z]{2,6}s?|[A-ZÀ-Ý][a-z]?[A-Z]s?)"
_SHORT_TOKEN = re.compile(rf"(?<![\w.&-])(?:[LDdl]['’])?(?P<short>{_SHORT})(?![\w-])")
_IN_BRACKETS = re.compile(rf"\(\s*[\"“«]?\s*(?:aka |ou |or |dit[es]? )?({_SHORT})\s*[\"”»]?\s*(?:[),;]|\s[-–—])")
_LONG_IN_BRACKETS = re.compile(
    rf"(?<![\w.&-])({_SHORT})\s*[»\"”]?\s*\((?:[\"“«]\s*)?([^()\d][^()]{{5,120}}?)(?:\s*[\"”»])?\s*[),;:]"
)
_ROMAN = re.compile(r"^[IVXLCDM]+(?:e|er|th)?$")
# Longest stretch of text before a bracket in which the long form may start, in words per letter of the short form.
_WORDS_PER_LETTER, _EXTRA_WORDS = 2, 5
# What a letter inside a word is worth beside one at its start, and what a content word without a letter costs.
_INSIDE, _SKIPPED = 0.3, 1.2
# Least worth of a long form, a letter of its short form.
_FIT = 0.55


def find_acronyms(document: Document, *, mentions: Sequence[LexiconMention] = (), language: Language) -> tuple[Acronym, ...]:
    """Return the acronyms of *document* in order of first use, each with its long form where the article gives one.

    *mentions* are the names of lexicon concepts: a name right before its own acronym in brackets is a long form even when the
    letters are those of the other language ("conditions d'utilisation (ToS)").
    """
    text = document.text
    defined: dict[str, Acronym] = {}
    for acronym in (*_from_lexicon(text, mentions), *_defined(text, language)):
        defined.setdefault(_key(acronym.short), acronym)
    found: dict[str, Acronym] = {}
    for match in _SHORT_TOKEN.finditer(text):
        short = match.group("short")
        if _key(short) in defined or _is_acronym(short, match.start("short"), text, language):
            found.setdefault(_key(short), Acronym(short, Span(*match.span("short"))))
    merged = {**found, **defined}
    return tuple(sorted(merged.values(), key=lambda acronym: acronym.short_span))


def acronym_spans(document: Document, *, language: Language) -> tuple[set[Span], set[Span]]:
    """Return the spans of all short forms and of all long forms in *document*."""
    known = find_acronyms(document, language=language)
    shorts = {_key(acronym.short) for acronym in known}
    places = (Span(*match.span("short")) for match in _SHORT_TOKEN.finditer(document.text))
    return (
        {span for span in places if _key(span.of(document.text)) in shorts} | {acronym.short_span for acronym in known},
        {acronym.long_span for acronym in known if acronym.long_span is not None},
    )


def _from_lexicon(text: str, mentions: Sequence[LexiconMention]) -> Iterator[Acronym]:
    for mention in mentions:
        match = _IN_BRACKETS.match(text, mention.span.end + 1) if mention.name.kind != "acronym" else None
        if match and match.group(1) in {name.text for name in mention.concept.designations if name.kind == "acronym"}:
            yield Acronym(match.group(1), Span(*match.span(1)), mention.span.of(text), mention.span)


def _defined(text: str, language: Language) -> Iterator[Acronym]:
    for match in _IN_BRACKETS.finditer(text):
        span = _long_before(text, match.start(), match.group(1), language)
        if span is not None:
            yield Acronym(match.group(1), Span(*match.span(1)), span.of(text), span)
    for pattern in (_LONG_IN_BRACKETS, _after_comma(language.long_form_links)):
        for match in pattern.finditer(text):
            span = _long_after(text, Span(*match.span(2)), match.group(1), language)
            if span is not None:
                yield Acronym(match.group(1), Span(*match.span(1)), span.of(text), span)


@cache
def _after_comma(links: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.&-])({_SHORT}),? {links}[ ]?([^,.;:()\n]{{8,110}})")


def _long_before(text: str, bracket: int, short: str, language: Language) -> Span | None:
    """Return the long form that ends at the bracket, at most a few words a letter long and inside one sentence."""
    letters = _letters(short)
    marks = ((text.rfind(mark, 0, bracket), len(mark)) for mark in (". ", "\n", "; ", "(", ") ", " : "))
    start = max((found + length for found, length in marks if found >= 0), default=0)
    words = _words(text[start:bracket], start)[-(len(letters) * _WORDS_PER_LETTER + _EXTRA_WORDS) :]
    fits = [(_fit(letters, words[i:], language), -i) for i in range(len(words))]
    scored = [(fit, i) for fit, i in fits if fit is not None]
    if not scored or re.search(r"[,:;.]\s*$", text[:bracket]):
        return None
    _, first = max(scored)
    span = Span(words[-first][1], words[-1][1] + len(words[-1][0]))
    return span if len(words) + first >= 2 and short not in span.of(text) else None


def _long_after(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return the beginning of *candidate* that spells *short*, to the end of its last word."""
    letters, words = _letters(short), _words(candidate.of(text), candidate.start)
    while words and words[0][0].lower() in language.stop_words and not letters.startswith(_plain(words[0][0][0])):
        words = words[1:]
    fits = [(_fit(letters, words[:end], language), end) for end in range(2, len(words) + 1)]
    scored = [(fit, end) for fit, end in fits if fit is not None]
    if not scored or re.search(r"[,;:]", text[words[0][1] : words[max(scored)[1] - 1][1]]):
        return None
    _, end = max(scored)
    return Span(words[0][1], words[end - 1][1] + len(words[end - 1][0]))


def _fit(letters: str, words: Sequence[tuple[str, int]], language: Language) -> float | None:
    """Return how well *letters* are made of *words*, or None when they are not.

    A letter at the start of a word counts one, a letter inside one less; a content word that gives no letter costs. The first
    word must give the first letter, and half of the letters must start words.
    """
    folded = [_plain(word) for word, _ in words]
    small = [word.lower() in language.stop_words for word, _ in words]

    @cache
    def best(letter: int, word: int) -> tuple[float, int] | None:
        if word == len(folded):
            return (0.0, 0) if letter == len(letters) else None
        options = []
        skipped = best(letter, word + 1) if word else None
        if skipped is not None:
            options.append((skipped[0] - (0.0 if small[word] else _SKIPPED), skipped[1]))
        for used in _uses(letters, letter, folded[word]):
            rest = best(letter + used, word + 1)
            if rest is not None:
                options.append((rest[0] + 1 + _INSIDE * (used - 1), rest[1] + 1))
        return max(options, default=None)

    found = best(0, 0)
    if found is None or found[0] < _FIT * len(letters) or found[1] < min(2, len(letters)):
        return None
    return found[0]


def _uses(letters: str, start: int, word: str) -> Iterator[int]:
    """Yield how many of the letters from *start* on *word* can give: its first letter, and more of it in order."""
    if not word.startswith(letters[start : start + 1]) or start >= len(letters):
        return
    yield 1
    position, used = 1, 1
    while start + used < len(letters):
        position = word.find(letters[start + used], position) + 1
        if not position:
            return
        used += 1
        yield used


def _letters(short: str) -> str:
    bare = short.removesuffix("s") if short[:-1].isupper() else short
    return "".join(char for char in _plain(bare) if char.isalnum())


def _words(text: str, offset: int = 0) -> list[tuple[str, int]]:
    return [(match.group(), match.start() + offset) for match in WORD.finditer(text)]


def _is_acronym(short: str, start: int, text: str, language: Language) -> bool:
    """Tell whether a capitalised token without long form is a short form rather than a shouted word or a numeral."""
    letters = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if len(letters) < 2 or _ROMAN.match(short) or capitals * 2 < len(letters) or len(short) > 8:
        return False
    return short.lower() not in language.stop_words and not is_shouted(text, start)


def _key(short: str) -> str:
    return short.replace(".", "").removesuffix("s") if short[:-1].isupper() else short.replace(".", "")


@lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    """Return *text* in lower case without accents, letter for letter at the same positions."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
