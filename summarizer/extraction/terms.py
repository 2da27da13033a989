"""Expressions of the article that may deserve a glossary entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarizer.extraction.senses import outside_other_names
from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import Acronym, Definition, Document, Entity, LexiconMention, Span, Term, TermKind

# What each kind of candidate starts with; each further mention adds a little. A concept's grade says how many readers
# would want it explained. Set by hand on the samples; learned later.
KIND_SCORES: dict[TermKind, float] = {"acronym": 2.0, "defined": 2.0, "lexicon": 1.0}
GRADE_SCORES = {"everyday": -9.0, "known": 0.6, "specialist": 1.4}
_PER_MENTION, _MOST_MENTIONS = 0.25, 4
_TITLE_BONUS = 0.8


def find_terms(
    document: Document,
    *,
    acronyms: Sequence[Acronym],
    definitions: Sequence[Definition],
    mentions: Sequence[LexiconMention],
    entities: Sequence[Entity],
    language: Language,
) -> tuple[Term, ...]:
    """Return the candidates, best first: acronyms, names of lexicon concepts, what the article defines; no person, no place."""
    no_terms = SpanIndex({span for entity in entities if entity.label in ("PER", "LOC") for span in entity.mentions})
    own = [each for each in definitions if each.pattern.startswith("gloss") or not no_terms.overlapping(each.term_span)]
    things = outside_other_names(mentions, document, entities, language=language)
    found: dict[str, Term] = {}
    for term in (*_lexicon_terms(document, things), *_acronym_terms(document, acronyms), *_defined_terms(own)):
        known = found.get(term.text.lower())
        if known is None or term.score > known.score:
            found[term.text.lower()] = term
    return tuple(sorted(found.values(), key=lambda term: (-term.score, term.mentions)))


def _lexicon_terms(document: Document, mentions: Sequence[LexiconMention]) -> list[Term]:
    places: dict[str, list[LexiconMention]] = defaultdict(list)
    for mention in mentions:
        places[mention.concept.id].append(mention)
    return [_lexicon_term(document, found) for found in places.values()]


def _lexicon_term(document: Document, found: Sequence[LexiconMention]) -> Term:
    spans = tuple(mention.span for mention in found)
    score = KIND_SCORES["lexicon"] + GRADE_SCORES[found[0].concept.grade] + _use(document, spans)
    return Term(spans[0].of(document.text), "lexicon", spans, score)


def _acronym_terms(document: Document, acronyms: Sequence[Acronym]) -> list[Term]:
    terms = []
    for acronym in acronyms:
        spans = _occurrences(document.text, acronym.short)
        score = KIND_SCORES["acronym"] + (1.0 if acronym.long else -1.5) + _use(document, spans)
        terms.append(Term(acronym.short, "acronym", spans or (acronym.short_span,), score))
    return terms


def _defined_terms(definitions: Sequence[Definition]) -> list[Term]:
    return [
        Term(
            definition.term,
            "defined",
            (definition.term_span,),
            KIND_SCORES["defined"] * definition.confidence + (9.0 if definition.pattern == "glossary" else 0.0),
        )
        for definition in definitions
        if definition.is_sure
    ]


def _use(document: Document, spans: Sequence[Span]) -> float:
    in_title = any(span.start < len(document.title) for span in spans) if document.title else False
    return _PER_MENTION * min(len(spans), _MOST_MENTIONS) + (_TITLE_BONUS if in_title else 0.0)


def _occurrences(text: str, short: str) -> tuple[Span, ...]:
    spans, start = [], text.find(short)
    while start >= 0:
        end = start + len(short)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            spans.append(Span(start, end))
        start = text.find(short, end)
    return tuple(spans)
