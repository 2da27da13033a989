"""The terms of a collection that nothing defines: candidates, the best first, each with an example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from summarizer.background import load_background
from summarizer.concepts import Context
from summarizer.corpus_terms import CorpusTerm, TermCounter
from summarizer.languages import get_language
from summarizer.types import Extraction, Sentence
from summarizer.words import WORD, fold

# Names of these kinds are no terms: readers look them up elsewhere.
_NO_TERMS = ("PER", "LOC", "MISC")
# How often a candidate of these kinds stands in the collection at least; one mention is chance.
_LEAST_FREQUENCY: Mapping[str, int] = {"phrase": 3, "word": 3, "name": 2}
# How rare in general news (inverse document frequency) a single word must be, and a name or short form of one word: "nacelle",
# "rotor" and "nurdle" stand above the first, "fichier" and "password" below; below the second stand words in capitals (MASQUE,
# BENEFITS) and NHS, UK, ONG. Set by hand on 140 articles.
_RARE_WORD: Mapping[str, float] = {"fr": 7.0, "en": 6.5}
_RARE_NAME: Mapping[str, float] = {"fr": 5.9, "en": 5.5}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that a collection uses: its form, its score, how often and where it stands, and a sentence that uses it.

    *expansion* is what its letters stand for, where an article says so.
    """

    term: str
    lang: str
    is_acronym: bool
    score: float
    frequency: int
    articles: tuple[str, ...]
    context: Context | None = None
    expansion: str | None = None


class CandidateCounter:
    """Counts the terms of analysed articles; :meth:`candidates` yields those that neither lexicon nor termbase defines."""

    def __init__(self) -> None:
        self._counters: dict[str, TermCounter] = {}
        self._articles: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._contexts: dict[tuple[str, str], Context] = {}
        self._forms: dict[tuple[str, str], str] = {}
        self._expansions: dict[tuple[str, str], str] = {}
        self._passed_over: set[tuple[str, str]] = set()

    def add(self, doc: Doc, extraction: Extraction, *, sentences: Sequence[Sentence], name: str, lang: str) -> None:
        """Count the terms of the article *name*."""
        counter = self._counters.setdefault(lang, TermCounter(get_language(lang)))
        for text, form in _forms(doc, extraction):
            self._forms.setdefault((lang, text), form)
        for acronym in extraction.acronyms:
            if acronym.long:
                self._expansions.setdefault((lang, _lower(acronym.short)), acronym.long)
        self._passed_over |= {(lang, key) for key in _passed_over(doc, extraction, lang)}
        for text, count in counter.add(doc, extraction).items():
            self._articles[lang, text].append(name)
            if (lang, text) not in self._contexts and (count > 1 or (lang, text) in self._forms):
                found = next((each for each in sentences if each.kind == "paragraph" and text in _lower(each.text)), None)
                if found is not None:
                    self._contexts[lang, text] = Context(found.text, lang, name)

    def candidates(self) -> Iterator[Candidate]:
        """Yield the terms that are special to the collection and defined by nothing, the best first."""
        ranked = [term for counter in self._counters.values() for term in counter.ranked(least=0.0)]
        for term in sorted(ranked, key=lambda term: (-term.score, term.lang, term.term)):
            if self._is_wanted(term):
                place = (term.lang, term.term)
                yield Candidate(
                    term=self._forms.get(place) or self._counters[term.lang].written(term.term),
                    lang=term.lang,
                    is_acronym=term.kind == "acronym",
                    score=term.score,
                    frequency=term.frequency,
                    articles=tuple(self._articles[place]),
                    context=self._contexts.get(place),
                    expansion=self._expansions.get(place) if term.kind == "acronym" else None,
                )

    def _is_wanted(self, term: CorpusTerm) -> bool:
        if (term.lang, _key(term.term)) in self._passed_over:
            return False
        if term.kind != "phrase" and not is_rare(term.term, term.lang, is_word=term.kind == "word"):
            return False
        return term.frequency >= _LEAST_FREQUENCY.get(term.kind, 1)


def is_rare(term: str, lang: str, *, is_word: bool = False) -> bool:
    """Tell whether a term of one word is rare enough in general news to need explaining; one of several words always is."""
    words = WORD.findall(term)
    least = (_RARE_WORD if is_word else _RARE_NAME)[lang]
    return len(words) != 1 or load_background(lang).idf(fold(words[0].lower())) >= least


def _forms(doc: Doc, extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Yield names and short forms as they are counted, in small letters, and as they are written."""
    written = [entity.name for entity in extraction.entities] + [term.text for term in extraction.terms]
    yield from ((_lower(form), form) for form in written)


def _passed_over(doc: Doc, extraction: Extraction, lang: str) -> Iterator[str]:
    """Yield the keys of what is defined already, and of the names of persons and places."""
    for mention in extraction.mentions:
        if mention.concept.definition(lang):
            yield _key(doc.text[mention.span.start : mention.span.end])
            yield _key(mention.name.text)
    for entity in extraction.entities:
        names = {entity.name, *(doc.text[span.start : span.end] for span in entity.mentions)}
        parts = {part for name in names for part in name.split() if part[0].isupper()} | names
        yield from (_key(part) for part in (parts if entity.label in _NO_TERMS else parts - {entity.name}))


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")


def _key(name: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(name))
