"""Acronyms and the long forms that the article gives for them.

The candidates are those of Schwartz and Hearst (PSB 2003): a short form in brackets after its long form, or the other way
round. The letters are matched word by word and the best fit is taken, not the shortest: a letter should start a word, and no
content word should be left without one. Letters compare without accents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from summarizer.extraction.company import in_company
from summarizer.extraction.short_forms import MIXED, SHORT, SHORT_TOKEN, is_acronym, short_form_spans
from summarizer.extraction.spelling import (
    capitals_of,
    fit,
    in_one_word,
    key_of,
    least_fit,
    letters_of,
    named_otherwise,
    plain,
    shuffled,
    start_of_name,
    words_of,
)
from summarizer.languages.record import Language
from summarizer.types import Acronym, Document, LexiconMention, Span

# The short name of a body with a word of its field.
_STEM = re.compile(r"[A-ZÀ-Ý]{2,}-")
_IN_BRACKETS = re.compile(
    rf"\(\s*[\"“«]?\s*(?:aka |ou |or |dit[es]? |the |l[ea] |l['’])?((?:{SHORT}|{MIXED})(?:['’]s)?)(?:['’]\d\d)?"
    r"\s*[\"”»]?\s*(?:[),;]|\s(?:ou|or)\s|\s[-–—])"
)
_LONG_IN_BRACKETS = re.compile(
    rf"(?<![\w.&-])({SHORT}|{MIXED})\s*[»\"”]?\s*\((?:[\"“«]\s*)?([^()\d][^()]{{2,120}}?)(?:\s*[\"”»])?\s*[),;:]"
)
# "Le PLH, programme local de l'habitat, …": a long form only where each of its words gives a letter.
_LONG_BETWEEN_COMMAS = re.compile(rf"(?<![\w.&-])({SHORT}), ([^\W\d][^,.;:()\n]{{8,110}})[,.]")
# Letters of a short form that stands for a name which the article has elsewhere.
_LEAST_LETTERS = 3
# A line of a list of abbreviations: "PNUE = Programme des Nations Unies pour l'environnement".
_EQUATED = re.compile(
    rf"(?<![\w.&/-])({SHORT}|{MIXED})\s*=\s*([^\W\d][^=;()\n]{{2,110}}?)(?=\s*(?:[;,.()\n]|$|{SHORT}\s*=)|\s{{2}})"
)
# Longest stretch of text before a bracket in which the long form may start, in words per letter of the short form.
_WORDS_PER_LETTER, _EXTRA_WORDS = 2, 5
# The same in characters, a word too long for any long form.
_REACH = 1_200
# Words of a line in a list of abbreviations whose letters stand for the words of another language.
_LONGEST_LINE = 8
# Words of a name before an acronym of the lexicon in brackets.
_LONGEST_NAME = 12


def find_acronyms(document: Document, *, mentions: Sequence[LexiconMention] = (), language: Language) -> tuple[Acronym, ...]:
    """Return the acronyms of *document* in order of first use, each with its long form where the article gives one.

    *mentions* are the names of lexicon concepts: a name right before its own acronym in brackets is a long form even when the
    letters are those of the other language ("conditions d'utilisation (ToS)").
    """
    beside = _beside(document.text, mentions, language)
    elsewhere = _named_elsewhere({key: acronym for key, acronym in beside.items() if not acronym.long}, document.text, language)
    return tuple(sorted({**beside, **elsewhere}.values(), key=lambda acronym: acronym.short_span))


def _beside(text: str, mentions: Sequence[LexiconMention], language: Language) -> dict[str, Acronym]:
    """Return the acronyms of *text* by their keys, with the long forms that stand beside them."""
    defined: dict[str, Acronym] = {}
    given = (*_from_lexicon(text, mentions), *_defined(text, language), *_in_other_letters(text, mentions))
    for acronym in (*given, *(pair for pair in in_company(text, given, language) if len(pair.short) > 1)):
        defined.setdefault(key_of(acronym.short), acronym)
    found: dict[str, Acronym] = {}
    for match in SHORT_TOKEN.finditer(text):
        short = match.group("short")
        if key_of(short) in defined or is_acronym(short, match.start("short"), text, language):
            found.setdefault(key_of(short), Acronym(short, Span(*match.span("short"))))
    return {**found, **defined}


def acronym_spans(document: Document, *, language: Language) -> tuple[set[Span], set[Span]]:
    """Return the spans of all short forms in *document*, and of all long forms that stand beside one, each time they do."""
    text = document.text
    given = list(_defined(text, language))
    given += in_company(text, given, language)
    shorts = {key_of(acronym.short) for acronym in _beside(text, (), language).values()}
    mixed = {acronym.short for acronym in given if not acronym.short.isupper()}
    return (
        short_form_spans(text, known=shorts, mixed=mixed, language=language)
        | {acronym.short_span for acronym in given if len(acronym.short) > 1},
        {acronym.long_span for acronym in given if acronym.long_span is not None},
    )


def _named_elsewhere(found: Mapping[str, Acronym], text: str, language: Language) -> dict[str, Acronym]:
    """Return the short forms of *found* whose letters are the initials of the one name that the article has for them.

    "Time Warner Cable … TWC": the capitalised words stand together, with nothing but links between.
    """
    wanted = {key: acronym for key, acronym in found.items() if key.isupper() and key.isalpha() and len(key) >= _LEAST_LETTERS}
    if not wanted:
        return {}
    spans: dict[str, dict[str, Span]] = defaultdict(dict)
    for name in _capitalised(language.name_links - language.definite_articles).finditer(text):
        words = [word for word in words_of(name.group(), name.start()) if word[0][0].isupper()]
        if words[-1][0].lower() in language.organisation_tails:
            words = words[:-1]
        key = plain("".join(word[0] for word, _ in words)).upper()
        if key in wanted:
            span = Span(name.start(), words[-1][1] + len(words[-1][0]))
            spans[key].setdefault(span.of(text).lower(), span)
    alone = {key: next(iter(names.values())) for key, names in spans.items() if len(names) == 1}
    return {key: replace(wanted[key], long=span.of(text), long_span=span) for key, span in alone.items()}


@cache
def _capitalised(links: frozenset[str]) -> re.Pattern[str]:
    between = "|".join(sorted(links))
    return re.compile(rf"(?<![\w-])[A-ZÀ-Ý][a-zà-ÿ]+(?:['’ -](?:(?:{between}) )*[A-ZÀ-Ý][a-zà-ÿ]+){{2,6}}(?![\w-])")


def _from_lexicon(text: str, mentions: Sequence[LexiconMention]) -> Iterator[Acronym]:
    for mention in mentions:
        match = _IN_BRACKETS.match(text, mention.span.end + 1) if mention.name.kind != "acronym" else None
        if match and match.group(1) in {name.text for name in mention.concept.designations if name.kind == "acronym"}:
            yield Acronym(match.group(1), Span(*match.span(1)), mention.span.of(text), mention.span)


def _in_other_letters(text: str, mentions: Sequence[LexiconMention]) -> Iterator[Acronym]:
    """Yield acronyms of the lexicon in brackets behind a name with other letters: "Centres de prévention (CDC)"."""
    for mention in mentions:
        short, start = mention.span.of(text), mention.span.start
        if mention.name.kind == "acronym" and short.isupper() and text[start - 1 : start] == "(":
            clause = max(text.rfind(mark, 0, start - 1) for mark in ".,;:()\n") + 1
            words = words_of(text[clause : start - 1], clause)[-_LONGEST_NAME:]
            first = next((word for word in reversed(words) if word[0][0].isupper()), None)
            if first is not None and len(words) > words.index(first) + 1 and plain(first[0][0]) == plain(short[0]):
                long = Span(first[1], words[-1][1] + len(words[-1][0]))
                yield Acronym(short, mention.span, long.of(text), long)


def _defined(text: str, language: Language) -> Iterator[Acronym]:
    for match, span in _beside_each(text, language):
        if span is not None:
            yield Acronym(match.group(1), Span(*match.span(1)), span.of(text), span)


def _beside_each(text: str, language: Language) -> Iterator[tuple[re.Match[str], Span | None]]:
    """Yield the matches of short forms that may have their long form beside them, with its place where that fits."""
    for match in _IN_BRACKETS.finditer(text):
        yield match, _long_before(text, match.start(), match.group(1), language)
    for match in _before_comma(language.short_form_links).finditer(text):
        if len(letters_of(match.group(1))) >= _LEAST_LETTERS:
            span = _long_before(text, match.start(), match.group(1), language)
            yield match, None if span is None or re.search(r"[\"«»“”]", span.of(text)) else span
    lines = list(_EQUATED.finditer(text))
    for match in lines:
        candidate = Span(*match.span(2))
        whole = _whole_line(text, candidate) if len(lines) > 1 else None
        yield match, _equated(text, candidate, match.group(1), language) or whole
    for pattern in (_LONG_IN_BRACKETS, _after_comma(language.long_form_links)):
        for match in pattern.finditer(text):
            yield match, _long_after(text, Span(*match.span(2)), match.group(1), language)
    for match in _LONG_BETWEEN_COMMAS.finditer(text):
        yield match, _spelled(text, Span(*match.span(2)), match.group(1), language)


def _spelled(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return *candidate*, without its article, where the initials of its content words are the letters of *short*."""
    words, letters = words_of(candidate.of(text), candidate.start), letters_of(short)
    content = [(word, start) for word, start in words if word.lower() not in language.stop_words]
    is_whole = len(letters) >= _LEAST_LETTERS and "".join(plain(word)[0] for word, _ in content) == letters
    return Span(content[0][1], candidate.end) if is_whole else None


@cache
def _before_comma(links: str) -> re.Pattern[str]:
    """Return the pattern of a short form between commas behind its long form: ", or RDT,"."""
    return re.compile(rf", {links} ?[\"“«]?\s?({SHORT})(?:\s?[»\"”])?(?=[,.;:)]|\s[-–—])")


@cache
def _after_comma(links: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.&-])({SHORT}),? {links}[ ]?([^,.;:()\n]{{8,110}})")


def _long_before(text: str, bracket: int, short: str, language: Language) -> Span | None:
    """Return the long form that ends at the bracket, at most a few words a letter long and inside one sentence."""
    letters = letters_of(short)
    low = max(0, bracket - _REACH)
    marks = ((text.rfind(mark, low, bracket), len(mark)) for mark in (". ", "\n", "; ", "(", ") ", "),", " : "))
    start = max((found + length for found, length in marks if found >= 0), default=low)
    words = words_of(text[start:bracket], start)[-(len(letters) * _WORDS_PER_LETTER + _EXTRA_WORDS) :]
    least = least_fit(short)
    if re.search(r"[,:;.]\s*$", text[low:bracket]):
        return None
    best = _best_start(letters, words, language, least)
    if len(words) > 2 and words[-1][0].lower() in language.kinds_behind_names:
        shorter = _best_start(letters, words[:-1], language, least)
        if shorter is not None and (best is None or shorter > best):
            best, words = shorter, words[:-1]
    if best is not None:
        first: int | None = -best[2]
    else:
        clause = text.rfind(",", 0, bracket)
        named = [word for word in words if word[1] > clause]
        first = shuffled(letters, named, language) if short.isupper() or _STEM.match(short) else None
        first = in_one_word(letters, named, language) if first is None else first
        first = None if first is None else first + len(words) - len(named)
    if first is None and not short.isupper() and len(capitals_of(short)) > 1:
        first = shuffled(capitals_of(short), words, language)
    if first is None and short.isupper():
        first = named_otherwise(letters, words, text, language)
    if first is None:
        return None
    name = start_of_name(first, words, letters)
    first = first if "," in text[words[name][1] : words[first][1]] else name
    span = Span(words[first][1], words[-1][1] + len(words[-1][0]))
    return span if short not in span.of(text) else None


def _best_start(
    letters: str, words: Sequence[tuple[str, int]], language: Language, least: float
) -> tuple[float, bool, int] | None:
    """Return the best fit of *letters* with the end of *words*, whether a content word starts it, and its place, negative."""
    fits = ((fit(letters, words[i:], language, least), -i) for i in range(len(words)))
    return max(
        ((found, words[-i][0].lower() not in language.stop_words, i) for found, i in fits if found is not None), default=None
    )


def _equated(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return the part of *candidate*, a line of a list of abbreviations, that is the long form of *short*."""
    words, letters = words_of(candidate.of(text), candidate.start), letters_of(short)
    if not words or not letters:
        return None
    if len(words) > 1 and len(letters) >= _LEAST_LETTERS and plain(words[0][0]).startswith(letters):
        # "ADV = adverbial particle" is short for its first word.
        return Span(words[0][1], words[0][1] + len(words[0][0]))
    whole = (
        fit(letters, words, language, least_fit(short)) is not None
        or in_one_word(letters, words[:1] if len(words) == 1 else (), language) is not None
    )
    is_shuffled = len(words) > 2 and shuffled(letters, words, language) == 0
    end = words[-1][1] + len(words[-1][0])
    return Span(words[0][1], end) if whole or is_shuffled else _long_after(text, candidate, short, language)


def _whole_line(text: str, candidate: Span) -> Span | None:
    """Return *candidate*, a line of a list of several abbreviations, where it is a few words and no formula."""
    words = words_of(candidate.of(text), candidate.start)
    if not words or len(words) > _LONGEST_LINE or re.search(r"[\d+*/<>=%]", candidate.of(text)) or len(words[0][0]) < 3:
        return None
    return Span(words[0][1], words[-1][1] + len(words[-1][0]))


def _long_after(text: str, candidate: Span, short: str, language: Language) -> Span | None:
    """Return the beginning of *candidate* that spells *short*, to the end of its last word."""
    letters, words = letters_of(short), words_of(candidate.of(text), candidate.start)
    while words and words[0][0].lower() in language.stop_words and not letters.startswith(plain(words[0][0][0])):
        words = words[1:]
    if len(words) == 1 and short not in words[0][0] and in_one_word(letters, words, language) is not None:
        return Span(words[0][1], words[0][1] + len(words[0][0]))
    if not words or (len(words[0][0]) > 1 and words[0][0].isupper() and short.startswith(words[0][0])):
        return None
    least = least_fit(short)
    fits = [(fit(letters, words[:end], language, least), end) for end in range(2, len(words) + 1)]
    scored = [(fit, end) for fit, end in fits if fit is not None]
    # Of two that fit alike the whole goes first: "projet d'aménagement et de développement durables" of PADD.
    is_whole = len(words) if words[-1][0].lower() not in language.stop_words else 0
    end = max(scored, key=lambda found: (found[0], found[1] == is_whole, -found[1]), default=(0.0, 0))[1]
    if not scored or re.search(r"[,;:]", text[words[0][1] : words[end - 1][1]]):
        return None
    return Span(words[0][1], words[end - 1][1] + len(words[end - 1][0]))
