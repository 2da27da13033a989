"""Entries of articles -> concepts: gathered one article at a time, brought together at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.corpus_glossary.articles import GlossaryArticle
from summarizer.corpus_glossary.candidates import Candidate, is_rare
from summarizer.corpus_glossary.concepts import Gathered, entry_of, key_of
from summarizer.corpus_glossary.linking import linked
from summarizer.extraction.acronyms import find_acronyms
from summarizer.languages import KNOWN, get_language
from summarizer.languages.record import Language
from summarizer.lexicon import built_in
from summarizer.results import GlossaryEntry
from summarizer.types import Concept, Document, LanguageGuess, Source
from summarizer.words import in_order

# Most terms listed that nothing defines: what an editor fills in an afternoon.
MOST_UNDEFINED = 50


class CorpusGlossary:
    """Gathers the glossaries of articles; what it keeps grows with the concepts, not with the articles' texts.

    The same articles give the same entries in whatever order they are added. *termbase* holds the concepts of the user's
    termbases: where their definitions come from is kept, and those that they do not define stay listed as undefined.
    """

    def __init__(self, *, termbase: Sequence[Concept] = ()) -> None:
        self._termbase = {concept.id: concept for concept in termbase}
        self._own = {(name.lang, key_of(name.text)): concept for concept in reversed(termbase) for name in concept.designations}
        self._gathered: dict[str, Gathered] = {}
        self._languages: Counter[str] = Counter()

    def add(self, article: GlossaryArticle) -> None:
        """Add the glossary of *article*, and its short forms that nothing explains."""
        language = get_language(article.lang)
        self._languages[article.lang] += 1
        named: set[str] = set()
        seen: set[str] = set()
        for entry in (*article.entries, *article.others):
            key, concept = self._place(entry)
            if key not in seen:
                gathered = self._gathered.setdefault(key, Gathered(concept))
                gathered.add(entry, article, language, is_wanted=entry in article.entries)
            seen.add(key)
            named |= {key_of(entry.term), *(key_of(name.text) for name in entry.designations)}
        guess = LanguageGuess(article.lang, 1.0)
        document = Document(Source(article.name, "text/plain"), guess, "", article.text, ())
        for acronym in find_acronyms(document, language=language):
            if acronym.long is None and key_of(acronym.short) not in named and _is_unknown(acronym.short, article.text, language):
                self._named(acronym.short, article.lang).add_acronym(acronym.short, article, language)

    def add_candidates(self, candidates: Iterable[Candidate], *, most: int = MOST_UNDEFINED) -> None:
        """Add the best *most* of the terms that nothing defines, the best first, unless an entry has their name."""
        known = {(name.lang, key_of(name.text)) for gathered in self._gathered.values() for name in gathered.designations()}
        count = 0
        for candidate in candidates:
            key = key_of(candidate.term)
            if count == most:
                return
            bare = key_of(re.sub(r"\([^()]*\)", "", candidate.term))
            is_place = candidate.term in get_language(candidate.lang).place_aliases
            if key and not is_place and not {(candidate.lang, key), (candidate.lang, bare)} & known:
                self._named(candidate.term, candidate.lang).add_candidate(candidate)
                known.add((candidate.lang, key))
                count += 1

    def entries(self, *, most: int | None = None, most_undefined: int = MOST_UNDEFINED) -> tuple[ConceptEntry, ...]:
        """Return the concepts in alphabetical order: the *most* used (all by default) that are defined, and of those that are
        not the *most_undefined* most used.
        """
        made = [entry_of(group, main=self._main_language()) for group in linked(self._gathered) if group.is_wanted]
        kept = _most_used([entry for entry in made if entry.status == "defined"], most)
        kept += _most_used([entry for entry in made if entry.status == "undefined"], most_undefined)
        return _with_own_ids(sorted(kept, key=lambda entry: (in_order(entry.term), entry.lang, entry.id)))

    def glossary(self, *, most: int | None = None, most_undefined: int = MOST_UNDEFINED) -> CollectionGlossary:
        """Return the entries as one record, with the number of articles and the language of most of them."""
        entries = self.entries(most=most, most_undefined=most_undefined)
        return CollectionGlossary(entries, sum(self._languages.values()), self._main_language())

    def _main_language(self) -> str:
        return max(KNOWN, key=lambda code: self._languages[code])

    def _named(self, name: str, lang: str) -> Gathered:
        """Return what is gathered of the termbase's concept of that name, else under the name."""
        key = key_of(name)
        own = self._own.get((lang, key))
        return self._gathered.setdefault(f"concept:{own.id}" if own else f"name:{key}", Gathered(own))

    def _place(self, entry: GlossaryEntry) -> tuple[str, Concept | None]:
        """Return under what *entry* is gathered: its concept, else its fullest name."""
        concept = self._concept(entry)
        key = f"name:{key_of(entry.expansion or entry.term)}" if concept is None else f"concept:{concept.id}"
        return key, concept

    def _concept(self, entry: GlossaryEntry) -> Concept | None:
        """Return the concept of termbase or lexicon that *entry* is for, if it is for one."""
        if entry.id in self._termbase:
            return self._termbase[entry.id]
        concept = _lexicon_concepts().get(entry.id)
        return concept if concept is not None and (entry.domain == concept.domain or entry.origin == "lexicon") else None


def _most_used(entries: list[ConceptEntry], most: int | None) -> list[ConceptEntry]:
    ranked = sorted(entries, key=lambda entry: (-len(entry.articles), -entry.frequency, entry.term, entry.id))
    return ranked[:most]


def _with_own_ids(entries: Iterable[ConceptEntry]) -> tuple[ConceptEntry, ...]:
    """Return *entries* with a number behind an id that an earlier entry has."""
    taken: set[str] = set()
    found = []
    for entry in entries:
        own, number = entry.id, 2
        while own in taken:
            own, number = f"{entry.id}-{number}", number + 1
        taken.add(own)
        found.append(entry if own == entry.id else replace(entry, id=own))
    return tuple(found)


@cache
def _lexicon_concepts() -> Mapping[str, Concept]:
    return {concept.id: concept for concept in built_in()}


def _is_unknown(short: str, text: str, language: Language) -> bool:
    """Tell whether a short form needs explaining: no name of the lexicon, of a country, and no word that stands in capitals."""
    if key_of(short) in _known_names(language.code) or short in language.place_aliases:
        return False
    if not is_rare(short, language.code):
        return False
    as_word = rf"(?<!\w)(?:{re.escape(short.capitalize())}|{re.escape(short.lower())})(?!\w)"
    return not short.isupper() or re.search(as_word, text) is None


@cache
def _known_names(lang: str) -> frozenset[str]:
    return frozenset(key_of(name.text) for concept in built_in() for name in concept.designations if name.lang == lang)
