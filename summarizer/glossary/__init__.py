"""Stage 10: terms, acronyms, definitions and lexicon -> Glossary of concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from summarizer.background import load_background
from summarizer.glossary.expansions import expansion_of
from summarizer.glossary.headwords import headword
from summarizer.glossary.naming import is_of_another, is_plural, key_of, names_of, slug, without_kind
from summarizer.glossary.overlap import is_known, is_part_of
from summarizer.glossary.sources import is_source_only
from summarizer.glossary.worth import LEAST, Candidate, worth
from summarizer.languages.record import Language
from summarizer.results import Glossary, GlossaryEntry
from summarizer.types import Concept, Definition, Designation, Document, Extraction, Origin, Span, Term
from summarizer.words import WORD, fold, in_order

# A short form of what everybody knows, or of a medium that is only quoted, has an entry: at most so many of them, that of a body
# or a medium on its first use (AFP, UN), any other (UK, PC) from the second use on.
_MOST_FAMILIAR, _FAMILIAR_USES = 3, 2
_SPELLED_OUT_AT_ONCE = ("ORG", "WORK", "PRODUCT")
# What letters that the article uses without spelling them out are worth at least.
_SPELLED_WORTH = 0.5
# What the article itself defines is worth at least.
_DEFINED_WORTH = 0.6
# How much more what most readers know must be worth than the rest.
_KNOWN_WORTH = 0.15
# How rare a word is in general articles (inverse document frequency) that shows that two definitions are of one thing.
_TELLING = 3.0
# Letters that only the article spells out, and nothing explains, help a reader who meets them again; once is where it does so.
_SPELLED_USES = 2


@dataclass(frozen=True, slots=True)
class _Sources:
    """All that an entry can be made from."""

    text: str
    extraction: Extraction
    language: Language


def build_glossary(document: Document, extraction: Extraction, *, language: Language, limit: int) -> Glossary:
    """Return up to *limit* entries for the best terms of *extraction*, one a concept, in alphabetical order.

    A definition is the termbase's, else the article's own glossary's, else the lexicon's, else what a sentence of the article
    says, which goes first where it calls a word the name of another method than the lexicon's; a term that has none gets an
    entry only when the article spells out its acronym. The user's own terms come first; which others are worth an entry was
    learned from the marks of editors (:mod:`summarizer.glossary.worth`).
    """
    every = list(_every_candidate(document, extraction, language=language))
    found = [(_worth(candidate, entry, document, extraction), entry) for candidate, entry, is_quoted in every if not is_quoted]
    short = [(candidate, entry) for candidate, entry, is_quoted in every if is_quoted or _is_familiar(candidate)]
    found += _familiar(short, document, extraction)
    entries: dict[str, GlossaryEntry] = {}
    for score, entry in sorted(found, key=lambda pair: -pair[0]):
        if score >= LEAST and len(entries) < limit and not is_known(entry, entries, language):
            entries[entry.id] = entry
    kept = [entry for entry in entries.values() if not any(is_part_of(entry, other, language) for other in entries.values())]
    ordered = sorted(kept, key=lambda entry: in_order(entry.term))
    return Glossary(tuple(ordered))


def candidates(document: Document, extraction: Extraction, *, language: Language) -> Iterator[tuple[Candidate, GlossaryEntry]]:
    """Yield the terms of *extraction* that something explains or spells out, each with the entry that it would have.

    The media that are only quoted are left out. What most readers know is not: an article on refugees may explain what they are.
    """
    for candidate, entry, is_quoted in _every_candidate(document, extraction, language=language):
        if not is_quoted:
            yield candidate, entry


def _every_candidate(
    document: Document, extraction: Extraction, *, language: Language
) -> Iterator[tuple[Candidate, GlossaryEntry, bool]]:
    """Yield each candidate with its entry, and whether it is a medium that is only quoted."""
    sources = _Sources(document.text, extraction, language)
    concepts = _concepts(sources)
    for term in extraction.terms:
        names = (*names_of(term.text), without_kind(term.text, language))
        concept = next((concepts[key] for key in names if key in concepts), None)
        if concept is not None and _is_of_other_sense(term, concept, sources):
            concept = None
        entry = _entry(term, concept, sources)
        if entry is not None:
            own = _own_definition({*names_of(term.text)}, sources)
            is_quoted = is_source_only(entry, concept, document, language=language)
            yield Candidate(term, concept, entry.origin, entry.expansion, own), entry, is_quoted


def _is_familiar(candidate: Candidate) -> bool:
    """Tell whether most readers know what *candidate* is, so that it needs an entry only where the article is about it."""
    return candidate.concept is not None and candidate.concept.grade == "everyday" and candidate.origin == "lexicon"


def _familiar(
    known: Iterable[tuple[Candidate, GlossaryEntry]], document: Document, extraction: Extraction
) -> list[tuple[float, GlossaryEntry]]:
    """Return those of *known*, what is familiar or only quoted, whose short forms the article uses most, with their worth."""
    found = [
        (sum(mention.of(document.text) == entry.term for mention in entry.mentions), candidate, entry)
        for candidate, entry in known
        if entry.expansion is not None
    ]
    often = sorted((each for each in found if each[0] >= _uses_needed(each[1], extraction)), key=lambda each: -each[0])
    return [(_SPELLED_WORTH, entry) for _, _, entry in often[:_MOST_FAMILIAR]]


def _uses_needed(candidate: Candidate, extraction: Extraction) -> int:
    """Return how often the article must use the short form of what is familiar; where it spells it out itself, more than once."""
    longs = (acronym.long for acronym in extraction.acronyms if acronym.long)
    is_spelled_out = candidate.expansion is not None and any(key_of(candidate.expansion) in key_of(long) for long in longs)
    is_body = candidate.concept is not None and candidate.concept.label in _SPELLED_OUT_AT_ONCE
    return 1 if is_body and not is_spelled_out else _FAMILIAR_USES


def _worth(candidate: Candidate, entry: GlossaryEntry, document: Document, extraction: Extraction) -> float:
    """Return what *entry* is worth; one that spells out letters has a worth of its own, unless every reader knows them."""
    if _is_familiar(candidate):
        # Its letters are spelled out by the rule for them (_familiar) alone.
        return 0.0 if entry.expansion else worth(candidate, document, extraction) - _KNOWN_WORTH
    learned = _given_worth(candidate) or worth(candidate, document, extraction)
    # What the article defines is explained whatever else is known of it.
    least = _DEFINED_WORTH if entry.origin == "article" else _SPELLED_WORTH if entry.expansion else 0.0
    return max(learned, least)


def _given_worth(candidate: Candidate) -> float:
    """Return what a term is worth that the user's termbase has, or to which the article's author gives an entry; else 0."""
    if candidate.concept is not None and candidate.concept.origin == "termbase":
        return 2.0
    return 1.0 if candidate.own is not None and candidate.own.pattern == "glossary" else 0.0


def _concepts(sources: _Sources) -> dict[str, Concept]:
    """Return the concept that each name used in the article stands for, acronyms and long forms alike."""
    found = {key_of(mention.span.of(sources.text)): mention.concept for mention in sources.extraction.mentions}
    for acronym in sources.extraction.acronyms:
        short, long = key_of(acronym.short), key_of(acronym.long or "")
        is_other = acronym.long is not None and is_of_another(acronym.long, found.get(short), sources.language.code)
        users, others = (key in found and found[key].origin == "termbase" for key in (short, long))
        if users and not is_other:
            found[short if others or not long else long] = found[short]
        elif long in found:
            found[short] = found[long]
        elif is_other:
            found.pop(short)
    return found


def _entry(term: Term, concept: Concept | None, sources: _Sources) -> GlossaryEntry | None:
    acronym = _acronym_of(term, concept, sources)
    definition, origin, evidence = _definition(term, concept, acronym, sources)
    lang = sources.language.code
    expansion = expansion_of(acronym, sources.extraction.acronyms, concept, code=lang) if acronym else None
    if definition is None and (expansion is None or not _is_worth_spelling_out(acronym, expansion, sources)):
        return None
    name = headword(
        term,
        acronym,
        expansion,
        concept,
        origin=origin,
        text=sources.text,
        mentions=sources.extraction.mentions,
        language=sources.language,
    )
    if acronym and definition is None and name == expansion:
        name = acronym
    return GlossaryEntry(
        id=concept.id if concept else slug(name),
        term=name,
        lang=lang,
        expansion=expansion if expansion and key_of(expansion) != key_of(name) else None,
        definition=definition,
        origin=origin,
        designations=_designations(name, term.text, acronym, expansion, concept, sources.language),
        mentions=_mentions(term, acronym, concept, sources),
        domain=(concept.domain or None) if concept else None,
        evidence=evidence,
    )


def _is_worth_spelling_out(short: str | None, expansion: str, sources: _Sources) -> bool:
    """Tell whether letters that nothing explains are used after the article has spelled them out, and are not a person's."""
    uses = len(re.findall(rf"(?<!\w){re.escape(short or expansion)}(?!\w)", sources.text))
    persons = (entity for entity in sources.extraction.entities if entity.label == "PER")
    return uses >= _SPELLED_USES and all(key_of(expansion) != key_of(entity.name) for entity in persons)


def _acronym_of(term: Term, concept: Concept | None, sources: _Sources) -> str | None:
    """Return the short form under which the article knows the term, if there is one."""
    names = set(names_of(term.text))
    for acronym in sources.extraction.acronyms:
        if names & {key_of(acronym.short), key_of(acronym.long or acronym.short)}:
            return acronym.short
    if concept is None:
        return None
    shorts = concept.names(sources.language.code, "acronym")
    used = [m.span.of(sources.text) for m in sources.extraction.mentions if m.concept.id == concept.id]
    return next((name for name in used if name in shorts), None)


def _definition(
    term: Term, concept: Concept | None, acronym: str | None, sources: _Sources
) -> tuple[str | None, Origin | None, Span | None]:
    names = {*names_of(term.text), key_of(acronym or term.text)}
    names |= {key_of(a.long) for a in sources.extraction.acronyms if a.long and a.short == acronym}
    given = _own_definition(names, sources)
    known = concept.definition(sources.language.code) if concept else None
    is_first = known is not None and concept is not None and concept.origin == "termbase"
    if given is not None and not is_first and (given.pattern == "glossary" or known is None):
        return given.text, "article", given.text_span
    return (known, concept.origin, None) if known and concept else (None, None, None)


def _own_definition(names: Set[str], sources: _Sources) -> Definition | None:
    """Return the surest definition that the article gives of something called one of *names*; a long form alone is none."""
    longs = {key_of(acronym.long) for acronym in sources.extraction.acronyms if acronym.long}
    sure = (definition for definition in sources.extraction.definitions if definition.is_sure)
    said = (each for each in sure if each.pattern == "glossary" or key_of(each.text) not in longs)
    own = (definition for definition in said if not names.isdisjoint(names_of(definition.term)))
    return max(own, key=lambda definition: definition.confidence, default=None)


def _is_of_other_sense(term: Term, concept: Concept, sources: _Sources) -> bool:
    """Tell whether the article says what *term*, one common word, is a method of, and the definition of *concept* has none of it.

    "Distillation, a technique in which a small model learns the answers of a larger one" is not that of spirits.
    """
    own, code = _own_definition({*names_of(term.text)}, sources), sources.language.code
    if own is None or own.pattern != "method" or concept.origin == "termbase" or concept.label is not None or " " in term.text:
        return False
    said, known = ({fold(word) for word in WORD.findall(text)} for text in (own.text, concept.definition(code) or ""))
    return all(load_background(code).idf(word) < _TELLING for word in said & known)


def _designations(
    name: str, used: str, acronym: str | None, expansion: str | None, concept: Concept | None, language: Language
) -> tuple[Designation, ...]:
    """Return all names of the entry, the one it stands under first, with the plural that the article uses, each once."""
    lang = language.code
    names = [Designation(name, lang, "acronym" if acronym in (name, f"{name}s") else "full", "preferred")]
    known = concept.designations if concept else ()
    deprecated = {each.text.lower() for each in known if each.status == "deprecated"}
    is_form = concept is not None and concept.label is None and _is_form_of(used, name, concept, language)
    if is_form and used.lower() not in deprecated:
        names.append(Designation(used, lang, "acronym" if used == acronym else "variant"))
    if acronym and acronym != name:
        names.append(Designation(acronym, lang, "acronym"))
    if expansion:
        names.append(Designation(expansion, lang))
    names += [replace(each, status="admitted") if (each.lang, each.status) == (lang, "preferred") else each for each in known]
    unique = {(each.text.lower(), each.lang): each for each in reversed(names)}
    return tuple(sorted(unique.values(), key=names.index))


def _is_form_of(used: str, name: str, concept: Concept, language: Language) -> bool:
    """Tell whether *used* is *name* in the plural, or a name of the termbase as only the termbase's search finds it."""
    is_own = key_of(used) == key_of(name) or is_plural(used, name, language)
    return is_own or (concept.origin == "termbase" and "(" not in used)


def _mentions(term: Term, acronym: str | None, concept: Concept | None, sources: _Sources) -> tuple[Span, ...]:
    spans = set(term.mentions)
    spans |= {m.span for m in sources.extraction.mentions if concept is not None and m.concept.id == concept.id}
    for found in sources.extraction.acronyms:
        if found.short == acronym:
            spans |= {found.short_span, found.long_span or found.short_span}
    return tuple(sorted(spans))
