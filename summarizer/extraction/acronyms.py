"""Acronyms and the long forms that the article gives for them.

The candidates are those of Schwartz and Hearst (PSB 2003): a short form in brackets after its long form, or the other way
round. The letters are matched word by word and the best fit is taken, not the shortest: a letter should start a word, and no
content word should be left without one. Letters compare without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from summarizer.languages.record import Language
from summarizer.types import Acronym, Document, LexiconMention, Span
from summarizer.words import WORD, is_shouted

# Two to ten characters, at least half of the letters capital: API, ToS, R&D, GPT-5, U.N., PME, CNRS, mRNA.
_SHORT = r"(?:(?:[A-Z]\.){2,6}|[A-ZÀ-Ý](?!['’])[\w&./-]{0,8}[A-ZÀ-Ý0-9]s?|[a-z]{1,2}[A-Z]{2,6}s?|[A-ZÀ-Ý][a-z]?[A-Z]s?)"
# The short name of a body with a word of its field.
_STEM = re.compile(r"[A-ZÀ-Ý]{2,}-")
# In brackets behind its long form a short form may also mix its letters (MaxEnt, ToRs, UN-Women, ONU-Habitat).
_MIXED = r"(?![A-ZÀ-Ý][a-zà-ÿ]*-)[A-ZÀ-Ý][\w&./+-]{0,14}?[A-ZÀ-Ý0-9][\w+-]{0,8}"
_SHORT_TOKEN = re.compile(rf"(?<![\w.&-])(?:[LDdl]['’])?(?P<short>{_SHORT})(?![\w-])")
_IN_BRACKETS = re.compile(
    rf"\(\s*[\"“«]?\s*(?:aka |ou |or |dit[es]? )?((?:{_SHORT}|{_MIXED})(?:['’]s)?)\s*[\"”»]?\s*(?:[),;]|\s[-–—])"
)
_LONG_IN_BRACKETS = re.compile(
    rf"(?<![\w.&-])({_SHORT})\s*[»\"”]?\s*\((?:[\"“«]\s*)?([^()\d][^()]{{5,120}}?)(?:\s*[\"”»])?\s*[),;:]"
)
# A line of a list of abbreviations: "PNUE = Programme des Nations Unies pour l'environnement".
_EQUATED = re.compile(
    rf"(?<![\w.&/-])({_SHORT}|{_MIXED})\s*=\s*([^\W\d][^=;()\n]{{2,110}}?)(?=\s*(?:[;,.()\n]|$|{_SHORT}\s*=)|\s{{2}})"
)
_ROMAN = re.compile(r"^[IVXLCDM]+(?:e|er|th)?$")
# Longest stretch of text before a bracket in which the long form may start, in words per letter of the short form.
_WORDS_PER_LETTER, _EXTRA_WORDS = 2, 5
# What a letter inside a word is worth beside one at its start, and what a content word without a letter costs.
_INSIDE, _SKIPPED = 0.5, 1.2
# Least worth of a long form, a letter of its short form.
_FIT = 0.55
# Least share of the letters that start words of a name when they stand in another order: the short form is that of another
# language (UNODC, MINURSO); a word of the name without a letter costs this much.
_SHUFFLED, _IDLE = 0.6, 0.25


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
    places = {Span(*match.span("short")) for match in _SHORT_TOKEN.finditer(document.text)}
    mixed = sorted({acronym.short for acronym in known if acronym.long and not acronym.short.isupper()}, key=len, reverse=True)
    if mixed:
        again = re.compile(rf"(?<![\w.&-])(?:{'|'.join(map(re.escape, mixed))})(?![\w-])")
        places |= {Span(*match.span()) for match in again.finditer(document.text)}
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
    for match in _EQUATED.finditer(text):
        span = _equated(text, Span(*match.span(2)), match.group(1), language)
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
    least = _least(short)
    fits = [(_fit(letters, words[i:], language, least), -i) for i in range(len(words))]
    scored = [(fit, i) for fit, i in fits if fit is not None]
    if re.search(r"[,:;.]\s*$", text[:bracket]):
        return None
    if scored:
        first: int | None = -max(scored)[1]
    else:
        clause = text.rfind(",", 0, bracket)
        named = [word for word in words if word[1] > clause]
        first = _shuffled(letters, named, language) if short.isupper() or _STEM.match(short) else None
        first = _one_word(letters, named, language) if first is None else first
        first = None if first is None else first + len(words) - len(named)
    if first is None:
        return None
    span = Span(words[first][1], words[-1][1] + len(words[-1][0]))
    return span if short not in span.of(text) else None


def _one_word(letters: str, words: Sequence[tuple[str, int]], language: Language) -> int | None:
    """Return the place of the last word where it alone spells *letters* in order ("hydrofluorocarbures (HFC)").

    Two letters must begin the word. A word before it that gives a letter as well belongs to it ("authentification multifacteur
    (MFA)").
    """
    last = _plain(words[-1][0]) if words else ""
    if len(letters) < 2 or len(last) < 2 * len(letters) or (len(letters) == 2 and not last.startswith(letters)):
        return None
    rest = iter(last)
    if last[0] != letters[0] or not all(letter in rest for letter in letters):
        return None
    before = words[-2][0].lower() if len(words) > 1 else ""
    helps = bool(before) and before not in language.stop_words and _plain(before)[0] in letters[1:]
    return len(words) - (2 if helps else 1)


def _shuffled(letters: str, words: Sequence[tuple[str, int]], language: Language) -> int | None:
    """Return the place of the first word of a capitalised name whose initials are most of *letters*, in any order.

    So are the names of international bodies whose short form is that of another language.
    """
    best: tuple[float, int] | None = None
    for first, (word, _) in enumerate(words):
        initials = Counter(_plain(name)[0] for name, _ in words[first:] if name.lower() not in language.stop_words)
        shared = sum((initials & Counter(letters)).values())
        if not word[:1].isupper() or word.lower() in language.stop_words or len(letters) < 3 or len(words) - first < 3:
            continue
        if _plain(word)[0] in letters and shared >= _SHUFFLED * len(letters):
            worth = shared - _IDLE * (sum(initials.values()) - shared)
            best = max(best or (worth, -first), (worth, -first))
    return -best[1] if best else None


def _equated(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return the part of *candidate*, a line of a list of abbreviations, that is the long form of *short*."""
    words, letters = _words(candidate.of(text), candidate.start), _letters(short)
    if not words or not letters:
        return None
    whole = (
        _fit(letters, words, language, _least(short)) is not None
        or _one_word(letters, words[:1] if len(words) == 1 else (), language) is not None
    )
    shuffled = len(words) > 2 and _shuffled(letters, words, language) == 0
    end = words[-1][1] + len(words[-1][0])
    return Span(words[0][1], end) if whole or shuffled else _long_after(text, candidate, short, language)


def _long_after(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return the beginning of *candidate* that spells *short*, to the end of its last word."""
    letters, words = _letters(short), _words(candidate.of(text), candidate.start)
    while words and words[0][0].lower() in language.stop_words and not letters.startswith(_plain(words[0][0][0])):
        words = words[1:]
    if len(words) == 1 and _one_word(letters, words, language) is not None:
        return Span(words[0][1], words[0][1] + len(words[0][0]))
    least = _least(short)
    fits = [(_fit(letters, words[:end], language, least), end) for end in range(2, len(words) + 1)]
    scored = [(fit, end) for fit, end in fits if fit is not None]
    end = max(scored, key=lambda found: (found[0], -found[1]), default=(0.0, 0))[1]
    if not scored or re.search(r"[,;:]", text[words[0][1] : words[end - 1][1]]):
        return None
    return Span(words[0][1], words[end - 1][1] + len(words[end - 1][0]))


def _fit(letters: str, words: Sequence[tuple[str, int]], language: Language, least: float) -> float | None:
    """Return how well *letters* are made of *words*, or None when they are not, or not as well as *least*.

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
    if found is None or found[0] < least or found[1] < min(2, len(letters)):
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


def _least(short: str) -> float:
    """Return the least worth of a long form of *short*, whose small letters are expected inside words (MaxEnt)."""
    small = sum(char.islower() for char in _bare(short))
    return _FIT * (len(_letters(short)) - small + _INSIDE * small)


def _letters(short: str) -> str:
    """Return the letters that a long form has to give; of a word after a hyphen (UN-Women) only the first."""
    return "".join(char for char in _plain(re.sub(r"(?<=-[A-Z])[a-z]{2,}", "", _bare(short))) if char.isalnum())


def _bare(short: str) -> str:
    """Return *short* without the ending of a plural (PMEs, TAG's)."""
    short = re.sub(r"['’]s$", "", short)
    return short.removesuffix("s") if short[:-1].isupper() else short


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
    return _bare(short).replace(".", "")


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    """Return *text* in lower case without accents, letter for letter at the same positions."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
