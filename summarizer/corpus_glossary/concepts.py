"""All that is gathered of one concept over the articles, and the entry made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from summarizer.concepts import ConceptEntry, Context
from summarizer.corpus_glossary.articles import GlossaryArticle
from summarizer.corpus_glossary.candidates import Candidate
from summarizer.languages.record import Language
from summarizer.results import GlossaryEntry
from summarizer.types import Concept, Designation, DesignationKind, DesignationStatus, Origin, SourcedDefinition, Span
from summarizer.words import WORD, fold, sentence_around

# Whose definition is taken where there are several: the user's, the lexicon's, which two readers read, then an article's.
_ORIGINS: tuple[Origin, ...] = ("termbase", "lexicon", "article", "engine")
# How long a good definition and a good example are, in words: nearest is best.
_DEFINITION_WORDS, _CONTEXT_WORDS = 15, 20
# Mentions of an article that are looked at for an example.
_MENTIONS = 4
_Definition = tuple[tuple[int, int, str, str], SourcedDefinition]
_Context = tuple[tuple[int, str, str], Context]


@dataclass(slots=True)
class Gathered:
    """What the articles say of one concept; *concept* is that of the termbase or lexicon, where it has one."""

    concept: Concept | None
    terms: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[Designation] = field(default_factory=Counter)
    frequency: int = 0
    articles: set[str] = field(default_factory=set)
    found_definitions: dict[str, _Definition] = field(default_factory=dict)
    contexts: dict[str, _Context] = field(default_factory=dict)
    others: tuple[Concept, ...] = ()
    is_wanted: bool = False

    def add(self, entry: GlossaryEntry, article: GlossaryArticle, language: Language, *, is_wanted: bool) -> None:
        """Add the entry of an article; one is wanted in the collection's glossary if any article wants it."""
        self.is_wanted = self.is_wanted or is_wanted
        # A term that only the article knows was looked for where it is defined, not everywhere.
        spans = _smallest(entry.mentions) if self.concept else _occurrences(entry, article.text)
        self._count(entry.term, entry.lang, len(spans), article.name)
        self.names.update(replace(name, status=_status(name)) for name in entry.designations)
        sentence = sentence_around(article.text, entry.evidence, language).of(article.text) if entry.evidence else None
        if entry.definition and entry.origin:
            source = article.name if entry.origin in ("article", "engine") else None
            self._take_definition(SourcedDefinition(entry.lang, entry.definition, entry.origin, source, sentence), article.name)
        self._take_contexts(spans, article, language)

    def add_acronym(self, short: str, article: GlossaryArticle, language: Language) -> None:
        """Add a short form that an article uses and does not explain."""
        self.is_wanted = True
        spans = tuple(Span(*match.span()) for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", article.text))
        self._count(short, article.lang, max(1, len(spans)), article.name)
        self.names[Designation(short, article.lang, "acronym")] += 1
        self._take_contexts(spans, article, language)

    def add_candidate(self, candidate: Candidate) -> None:
        """Add a term that the collection uses and nothing defines."""
        self.is_wanted = True
        kind: DesignationKind = "acronym" if candidate.is_acronym else "full"
        self._count(candidate.term, candidate.lang, candidate.frequency, *candidate.articles)
        self.names[Designation(candidate.term, candidate.lang, kind)] += 1
        if candidate.expansion is not None:
            self.names[Designation(candidate.expansion, candidate.lang)] += 1
        if candidate.context is not None:
            self._take_context(candidate.context)

    def absorb(self, other: Gathered) -> None:
        """Add all that was gathered of the same concept under another name."""
        self.is_wanted = self.is_wanted or other.is_wanted
        self.terms.update(other.terms)
        self.names.update(other.names)
        self.frequency += other.frequency
        self.articles |= other.articles
        for lang, definition in other.found_definitions.items():
            self.found_definitions[lang] = min(definition, self.found_definitions.get(lang, definition), key=lambda pair: pair[0])
        for lang, context in other.contexts.items():
            self.contexts[lang] = min(context, self.contexts.get(lang, context), key=lambda pair: pair[0])
        self.others += (*([other.concept] if other.concept else []), *other.others)

    def copy(self) -> Gathered:
        """Return a copy that can absorb others while this one stays as it is."""
        return replace(
            self,
            terms=self.terms.copy(),
            names=self.names.copy(),
            articles=set(self.articles),
            found_definitions=dict(self.found_definitions),
            contexts=dict(self.contexts),
        )

    def concepts(self) -> tuple[Concept, ...]:
        """Return the concepts of termbase and lexicon that it is, the termbase's first."""
        known = [self.concept, *self.others]
        return tuple(sorted((each for each in known if each), key=lambda concept: _ORIGINS.index(concept.origin)))

    def designations(self) -> Iterator[Designation]:
        """Yield the names of termbase and lexicon, then those of the articles, each language's preferred one first."""
        yield from (name for concept in self.concepts() for name in concept.designations)
        yield from sorted(self.names, key=lambda name: (-self.names[name], name.lang, name.text, name.kind))

    def has_full_form(self) -> bool:
        """Tell whether it is known by more than short forms."""
        return any(name.kind != "acronym" for name in self.designations())

    def _count(self, term: str, lang: str, mentions: int, *articles: str) -> None:
        self.terms[term, lang] += mentions
        self.frequency += mentions
        self.articles.update(articles)

    def _take_definition(self, definition: SourcedDefinition, article: str) -> None:
        length = abs(len(definition.text.split()) - _DEFINITION_WORDS)
        found = ((_ORIGINS.index(definition.origin), length, article, definition.text), definition)
        self.found_definitions[definition.lang] = min(
            found, self.found_definitions.get(definition.lang, found), key=lambda pair: pair[0]
        )

    def _take_contexts(self, spans: Sequence[Span], article: GlossaryArticle, language: Language) -> None:
        for span in spans[:_MENTIONS]:
            text = sentence_around(article.text, span, language).of(article.text)
            if re.search(r"[.!?…][»\"”’')\]]*$", text):
                self._take_context(Context(text, article.lang, article.name))

    def _take_context(self, context: Context) -> None:
        found = ((abs(len(context.text.split()) - _CONTEXT_WORDS), context.source, context.text), context)
        self.contexts[context.lang] = min(found, self.contexts.get(context.lang, found), key=lambda pair: pair[0])


def entry_of(gathered: Gathered, *, main: str) -> ConceptEntry:
    """Return the entry of a concept: its names, one definition a language, and the most used name as its term.

    *main* is the language of the collection.
    """
    lang = _language(gathered, main)
    codes = sorted({name.lang for name in gathered.designations()}, key=lambda code: (code != lang, code))
    designations = tuple(name for code in codes for name in _names(gathered, code))
    definitions = {definition.lang: definition for definition in _definitions(gathered)}
    context = gathered.contexts.get(lang) or next((gathered.contexts[code] for code in sorted(gathered.contexts)), None)
    concepts = gathered.concepts()
    term = _term(gathered, lang, designations)
    return ConceptEntry(
        id=concepts[0].id if concepts else _slug(term),
        term=term,
        lang=lang,
        designations=designations,
        definitions=tuple(definitions[code] for code in sorted(definitions)),
        frequency=gathered.frequency,
        articles=tuple(sorted(gathered.articles)),
        context=context[1] if context else None,
        domain=next((concept.domain for concept in concepts if concept.domain), None),
    )


def key_of(name: str) -> str:
    """Return what names of one concept have in common: their words without case, accents and plural."""
    return " ".join(fold(word) for word in WORD.findall(name))


def _occurrences(entry: GlossaryEntry, text: str) -> tuple[Span, ...]:
    """Return where *text* has one of the names of *entry*, short forms letter for letter, others in any case."""
    own = (name for name in entry.designations if name.lang == entry.lang)
    names = sorted(own, key=lambda name: (-len(name.text), name.text))
    each = (re.escape(name.text) if name.kind == "acronym" else f"(?i:{re.escape(name.text)})s?" for name in names)
    spans = tuple(Span(*match.span()) for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", text))
    return spans if len(spans) >= len(_smallest(entry.mentions)) else _smallest(entry.mentions)


def _smallest(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* without those that hold another: "World Health Organization (WHO)" is two mentions, not three."""
    return tuple(span for span in spans if not any(other != span and span.covers(other) for other in spans))


def _language(gathered: Gathered, main: str) -> str:
    """Return the language that a termbase gives first, if an article uses the concept in it, else the most used one.

    Of two that are used alike it is the *main* one.
    """
    used: Counter[str] = Counter()
    for (_, code), count in gathered.terms.items():
        used[code] += count
    own = (name.lang for concept in gathered.concepts() if concept.origin == "termbase" for name in concept.designations)
    first = next(own, None)
    return first if first is not None and first in used else min(used, key=lambda code: (-used[code], code != main, code))


def _term(gathered: Gathered, lang: str, designations: Sequence[Designation]) -> str:
    """Return the name most used in *lang*, as the designations write it."""
    terms = {term: count for (term, code), count in gathered.terms.items() if code == lang}
    most = min(terms, key=lambda term: (-terms[term], term))
    own = [name.text for name in designations if name.lang == lang]
    return next((text for text in own if text == most or key_of(text) == key_of(most)), own[0])


def _names(gathered: Gathered, lang: str) -> list[Designation]:
    """Return the names in *lang*, each once: the preferred one, then short forms, then variants."""
    found: dict[str, Designation] = {}
    for name in gathered.designations():
        if name.lang == lang:
            found.setdefault(key_of(name.text) if name.kind != "acronym" else name.text, name)
    first = next(
        (name for name in found.values() if name.kind == "full" and name.status != "deprecated"), next(iter(found.values()))
    )
    # FIDO2 is its full name and its short one.
    rest = [name for name in found.values() if name.text != first.text]
    names = [Designation(first.text, lang, first.kind if first.kind == "acronym" else "full", "preferred")]
    kinds: tuple[DesignationKind, ...] = ("acronym", "variant")
    for kind in kinds:
        each = [name for name in rest if (name.kind == "acronym") == (kind == "acronym")]
        names += [Designation(name.text, lang, kind, _status(name)) for name in each]
    return names


def _status(name: Designation) -> DesignationStatus:
    return "deprecated" if name.status == "deprecated" else "admitted"


def _definitions(gathered: Gathered) -> Iterator[SourcedDefinition]:
    """Yield the definitions, a better one of the same language after the one that it replaces."""
    found = [pair[1] for pair in gathered.found_definitions.values()]
    concepts = gathered.concepts()
    given = {(each.lang, each.text): each for concept in concepts for each in concept.sources}
    yield from (definition for definition in found if definition.origin not in ("termbase", "lexicon"))
    for concept in reversed(concepts):
        for lang, text in concept.definitions:
            yield given.get((lang, text), SourcedDefinition(lang, text, concept.origin))
    known = {lang for concept in concepts for lang, _ in concept.definitions}
    yield from (each for each in found if each.origin in ("termbase", "lexicon") and each.lang not in known)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", key_of(name)).strip("-") or "term"
