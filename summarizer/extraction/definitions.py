"""Definitions that the article itself gives: copulas, appositions, brackets, "on appelle", its own glossary section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from summarizer.languages.record import Language
from summarizer.types import Block, Definition, Document, Sentence, Span

# How often a match of the construction is a definition, judged on the samples; a glossary line is one by its place.
CONFIDENCE = {
    "glossary": 1.0,
    "we_call": 0.9,
    "by_we_mean": 0.9,
    "that_is": 0.75,
    "called": 0.75,
    "parenthesis": 0.7,
    "title_apposition": 0.7,
    "copula": 0.6,
    "apposition": 0.6,
}
_GLOSSARY_LINE = re.compile(r"^(?P<term>[^:–—]{2,90}?) ?(?::|\s[–—-])\s+(?P<definition>\S.{10,})$", re.DOTALL)
_TRAILING = re.compile(r"[\s,;:.»\"”’'–—-]+$")
_MAX_WORDS = 32


def find_definitions(document: Document, sentences: Sequence[Sentence], *, language: Language) -> tuple[Definition, ...]:
    """Return the definitions in *document*, in order; the lines of its own glossary first."""
    found = list(_own_glossary(document))
    for sentence in sentences:
        if sentence.part == "body" and sentence.kind in ("paragraph", "item"):
            found += _in_sentence(sentence, language)
    return tuple(found)


def _own_glossary(document: Document) -> Iterator[Definition]:
    for block in document.blocks:
        match = _GLOSSARY_LINE.match(block.text) if block.part == "glossary" and block.kind != "heading" else None
        if match:
            yield _definition(match, "glossary", block)


def _in_sentence(sentence: Sentence, language: Language) -> Iterator[Definition]:
    block = Block("paragraph", sentence.text, start=sentence.span.start)
    for name, pattern in _patterns(language.code, tuple(language.definition_patterns.items())):
        for match in pattern.finditer(sentence.text):
            definition = _core_term(_without_opener(_definition(match, name, block), sentence), language)
            if _is_informative(definition, language):
                yield definition


@cache
def _patterns(code: str, patterns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in patterns)


def _definition(match: re.Match[str], pattern: str, block: Block) -> Definition:
    text = _TRAILING.sub("", match.group("definition"))
    start = block.start + match.start("definition")
    term_start = block.start + match.start("term")
    return Definition(
        term=match.group("term").strip(),
        term_span=Span(term_start, term_start + len(match.group("term").strip())),
        text=text,
        text_span=Span(start, start + len(text)),
        pattern=pattern,
        confidence=CONFIDENCE[pattern],
    )


def _without_opener(definition: Definition, sentence: Sentence) -> Definition:
    """Take a sentence's first word off the term when an article follows it ("Reste l'e-reporting, …")."""
    match = re.match(r"\w+ (?:l['’]|la |le |les |the |an? )(?=\w)", definition.term)
    if match is None or definition.term_span.start != sentence.span.start:
        return definition
    start = definition.term_span.start + match.end()
    return replace(definition, term=definition.term[match.end() :], term_span=Span(start, definition.term_span.end))


def _core_term(definition: Definition, language: Language) -> Definition:
    """Cut the term down to what follows a function word in it that is no link of a name ("forme qui contient des données")."""
    words = list(re.finditer(r"[\w-]+['’]?", definition.term))
    breaks = [i for i, word in enumerate(words[:-1]) if i and word.group().lower() in language.stop_words - language.name_links]
    if not breaks:
        return definition
    offset = words[breaks[-1] + 1].start()
    span = Span(definition.term_span.start + offset, definition.term_span.end)
    return replace(definition, term=definition.term[offset:], term_span=span)


def _is_informative(definition: Definition, language: Language) -> bool:
    """Tell whether the match says what the term is, of a term that can be one."""
    words = re.findall(r"\w+", definition.text)
    term_words = [word.lower() for word in re.findall(r"\w+", definition.term)]
    if not 2 <= len(words) <= _MAX_WORDS or not term_words or definition.text.count('"') % 2:
        return False
    if term_words[0] in language.stop_words or term_words[-1] in language.stop_words or term_words[0] in language.calendar:
        return False
    if any(word in language.report_verbs for word in term_words) or definition.term.isdigit():
        return False
    if definition.pattern == "apposition" and set(definition.text.lower().split()) & language.auxiliaries:
        return False
    if definition.pattern == "copula" and not _is_term_like(definition.term, language):
        return False
    return not any(re.fullmatch(pattern, definition.text, re.I | re.DOTALL) for pattern in language.empty_definitions)


def _is_term_like(term: str, language: Language) -> bool:
    """Tell whether the subject of a copula can be a term: short, no function word but a link inside."""
    words = [word.lower() for word in re.findall(r"[\w-]+", term)]
    inner = [word for word in words[1:-1] if word in language.stop_words and word not in language.name_links]
    return len(words) <= 5 and not inner
