"""Definitions that the article itself gives: copulas, appositions, brackets, "on appelle", its own glossary section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from summarizer.extraction.definition_features import certainty
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.types import Block, Definition, Document, Sentence, Span

# Constructions whose term is all of the subject: "la fermeture de l'usine est…" says nothing of a factory.
_WHOLE_SUBJECTS = frozenset(("copula_wide", "copula_past"))
# Constructions that seldom are anything but a definition. The others are read with more latitude and left to the classifier,
# and are never sure: in running news nine matches in ten are none.
_STRICT = frozenset("glossary we_call by_we_mean that_is called parenthesis title_apposition copula apposition method".split())
_GLOSSARY_LINE = re.compile(r"^(?P<term>[^:–—]{2,90}?) ?(?::|\s[–—-])\s+(?P<definition>\S.{10,})$", re.DOTALL)
_TRAILING = re.compile(r"[\s,;:.»\"”’'–—-]+$")
# Up to this length a definition can stand in a glossary, up to that one the sentence still holds one.
_MAX_WORDS, _LONGEST = 32, 48
# From this confidence on a match is held for a definition; nothing unsure gets more.
LIKELY = 0.54


def find_definitions(document: Document, sentences: Sequence[Sentence], *, language: Language) -> tuple[Definition, ...]:
    """Return the definitions in *document*, in order; the lines of its own glossary first."""
    found = list(_own_glossary(document, language))
    for sentence in sentences:
        if sentence.part == "body" and sentence.kind in ("paragraph", "item"):
            found += _surest(_in_sentence(sentence, language))
    return tuple(found)


def _surest(found: Iterable[Definition]) -> list[Definition]:
    """Return the definitions that are good enough for a glossary; where a sentence has none, the likeliest of the others."""
    every = [definition for definition in found if definition.confidence >= LIKELY]
    sure = [definition for definition in every if definition.is_sure]
    return sure or sorted(every, key=lambda definition: -definition.confidence)[:1]


def _own_glossary(document: Document, language: Language) -> Iterator[Definition]:
    for block in document.blocks:
        match = _GLOSSARY_LINE.match(block.text) if block.part == "glossary" and block.kind != "heading" else None
        if match:
            yield _as_entry(_definition(match, "glossary", block), language)


def _as_entry(definition: Definition, language: Language) -> Definition:
    """Return *definition* without the quotation marks around its term and the article before its noun."""
    marks = re.match(r"[«\"“‘' ]*", definition.term)
    term = definition.term.strip("«»\"“”‘’' ")
    start = definition.term_span.start + (marks.end() if marks else 0)
    article = re.match(language.gloss_openers, definition.text)
    text = definition.text[article.end() if article else 0 :]
    span = Span(definition.text_span.end - len(text), definition.text_span.end)
    return replace(definition, term=term, term_span=Span(start, start + len(term)), text=text, text_span=span)


def _in_sentence(sentence: Sentence, language: Language) -> Iterator[Definition]:
    for definition in matches(sentence, language):
        confidence = certainty(definition, sentence, language)
        if definition.pattern not in _STRICT or len(definition.text.split()) > _MAX_WORDS:
            confidence = min(confidence, LIKELY)
        yield replace(definition, confidence=confidence)


def matches(sentence: Sentence, language: Language) -> Iterator[Definition]:
    """Yield what matches a construction in *sentence*, whether or not it is a definition."""
    block = Block("paragraph", sentence.text, start=sentence.span.start)
    for name, cue, pattern in _patterns(language.code):
        for match in pattern.finditer(sentence.text) if cue is None or cue.search(sentence.text) else ():
            whole = _definition(match, name, block)
            definition = _core_term(_without_opener(whole, sentence), language)
            if not _names_nothing(whole.term, language) and _is_informative(definition, language):
                yield definition


@cache
def _patterns(code: str) -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str]], ...]:
    """Return each construction of a language with what a sentence must hold for it to be looked for, and its pattern."""
    language = get_language(code)
    cues = {name: re.compile(cue) for name, cue in language.definition_cues.items()}
    return tuple((name, cues.get(name), re.compile(pattern)) for name, pattern in language.definition_patterns.items())


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
        confidence=1.0,
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
    links = language.name_links if definition.pattern in _STRICT else language.name_links - language.definite_articles
    first = 1 if definition.pattern in _STRICT else 0
    functional = [i for i, word in enumerate(words[:-1]) if word.group().lower() in language.stop_words]
    breaks = [i for i in functional if i >= first and words[i].group().lower() not in links]
    if 0 in functional and not breaks:
        breaks = functional
    if not breaks or (definition.pattern in _WHOLE_SUBJECTS and breaks != [0]):
        return definition
    offset = words[breaks[-1] + 1].start()
    span = Span(definition.term_span.start + offset, definition.term_span.end)
    return replace(definition, term=definition.term[offset:], term_span=span)


def _is_informative(definition: Definition, language: Language) -> bool:
    """Tell whether the match says what the term is, of a term that can be one."""
    words = re.findall(r"\w+", definition.text)
    term_words = [word.lower() for word in re.findall(r"\w+", definition.term)]
    weak = definition.pattern not in _STRICT
    if not (1 if weak else 2) <= len(words) <= _LONGEST or not term_words or definition.text.count('"') % 2:
        return False
    if term_words[0] in language.stop_words or term_words[-1] in language.stop_words or term_words[0] in language.calendar:
        return False
    if any(word in language.report_verbs for word in term_words) or definition.term.isdigit():
        return False
    if _names_nothing(definition.term, language):
        return False
    if definition.pattern.endswith("apposition") and set(definition.text.lower().split()) & language.auxiliaries:
        return False
    if definition.pattern.startswith("copula") and not _is_term_like(definition.term, language):
        return False
    return weak or not any(re.fullmatch(pattern, definition.text, re.I | re.DOTALL) for pattern in language.empty_definitions)


def _names_nothing(term: str, language: Language) -> bool:
    """Tell whether *term* is a subject of which nothing is said that would define it ("neither company")."""
    return any(re.fullmatch(pattern, term, re.IGNORECASE) for pattern in language.empty_terms)


def _is_term_like(term: str, language: Language) -> bool:
    """Tell whether the subject of a copula can be a term: short, no function word but a link inside."""
    words = [word.lower() for word in re.findall(r"[\w-]+", term)]
    inner = [word for word in words[1:-1] if word in language.stop_words and word not in language.name_links]
    return len(words) <= 5 and not inner
