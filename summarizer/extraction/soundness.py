"""Which definitions that the wording of a sentence promises its tree bears out.

The term is a noun phrase that a reader may not know, and what is said of it is a noun phrase too, not a clause that merely
follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.lexicon.store import built_in
from summarizer.spans import SpanIndex
from summarizer.types import Definition, Entity, EntityLabel, Node, Sentence, Span
from summarizer.words import WORD, fold

Parse = Callable[[Sentence], Sequence[Node]]

# What the article itself explains apart needs no other proof.
_PROVEN = frozenset(("glossary",))
# What stands between commas behind a name is read by :mod:`summarizer.extraction.glosses`.
_ELSEWHERE = frozenset(("apposition", "title_apposition"))
# Labels of names that are not explained.
_NO_TERMS = frozenset(("PER", "LOC"))
# Word classes of a term, of what can neither end nor begin a definition, and of what can bear it.
_OF_TERMS = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "SYM", "PUNCT"))
_NO_END = frozenset(("AUX", "ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV"))
_NO_START = frozenset(("ADP", "ADV", "PRON"))
_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_CONTENT = frozenset(("NOUN", "ADJ", "PROPN", "VERB"))
# How often definitions of the lexicon begin with a noun that says what kind of thing something is. Of the 62 definitions that
# these constructions gave in 5,000 news articles 35 were none; 30 of these and 8 of the right ones have no such noun.
_GENUS_USES = 6
# Least number of content words in a definition.
_LEAST_WORDS = 2
# A relative clause of so many words, its opener among them, has no verb yet.
_LEAST_CLAUSE = 4
# A common noun that stands in more articles than this needs no explaining (inverse document frequency of its rarest word), and
# a phrase of common words is none to explain when all are commoner than that.
_RARE_WORD, _RARE_PHRASE = 6.0, 3.5


def sound_definitions(
    definitions: Sequence[Definition],
    sentences: Sequence[Sentence],
    *,
    entities: Sequence[Entity],
    parse: Parse,
    language: Language,
) -> tuple[Definition, ...]:
    """Return those of *definitions* that are sure and that the tree of their sentence, which *parse* gives, bears out."""
    labels = {span: entity.label for entity in entities for span in entity.mentions}
    names = SpanIndex(labels)
    kept = []
    for definition in definitions:
        worded = definition if definition.pattern in _PROVEN else _worded(definition, language)
        sentence = next((s for s in sentences if s.span.covers(worded.text_span)), None)
        if definition.pattern in _PROVEN or (
            sentence is not None and _is_sound(worded, sentence, labels, names, parse, language)
        ):
            kept.append(worded)
    return tuple(kept)


def _is_sound(
    definition: Definition,
    sentence: Sentence,
    labels: Mapping[Span, EntityLabel],
    names: SpanIndex,
    parse: Parse,
    language: Language,
) -> bool:
    if not definition.is_sure or definition.pattern in _ELSEWHERE:
        return False
    name = next(iter(names.overlapping(definition.term_span)), None)
    label = None if name is None else labels[name]
    if label in _NO_TERMS or (name is not None and name != definition.term_span):
        return False
    wanted = label is not None or may_need_explaining(definition, sentence, language)
    return wanted and _is_borne_out(definition, sentence, parse(sentence), language, is_name=label is not None)


def _worded(definition: Definition, language: Language) -> Definition:
    """Return *definition* as a glossary words it: from its noun on, up to a source, a contrast or a second statement."""
    article = re.match(language.gloss_openers, definition.text)
    start = article.end() if article else 0
    ends = (
        match.start()
        for match in re.finditer(r",\s+([\w’']+)(?:\s+([\w’']+))?", definition.text)
        if (match.group(1).lower() in language.bound_starts and not _goes_on(definition.text, match.start(), language))
        or (match.group(1) in language.additions and match.group(2) in language.auxiliaries)
    )
    text = definition.text[start : next(ends, None)]
    return replace(definition, text=text, text_span=Span(*(definition.text_span.start + start + at for at in (0, len(text)))))


def _goes_on(text: str, comma: int, language: Language) -> bool:
    """Tell whether the piece behind *comma* stands in a relative clause without a verb yet ("lequel un salarié, sans…, doit")."""
    words = text[:comma].lower().split()[-_LEAST_CLAUSE:]
    return "," in text[comma + 1 :] and not language.relative_starts.isdisjoint(words)


@cache
def genera(code: str) -> frozenset[str]:
    """Return the words with which the lexicon says what kind of thing something is ("maladie", "device")."""
    language = get_language(code)
    counts: Counter[str] = Counter()
    for concept in built_in():
        words = [word.lower() for word in WORD.findall((concept.definition(code) or "").split(",")[0])]
        counts.update(fold(word) for word in takewhile(lambda word: word not in language.stop_words, words))
    often = {word for word, count in counts.items() if count >= _GENUS_USES}
    return frozenset(often | {fold(word) for word in language.genera})


def may_need_explaining(definition: Definition, sentence: Sentence, language: Language) -> bool:
    """Tell whether a common noun is rare enough in general news for a glossary, or its whole kind is said to be of another."""
    opening = sentence.text[: definition.term_span.start - sentence.span.start].lower().split()
    before = sentence.text[: definition.text_span.start - sentence.span.start].lower().split()
    if len(opening) == 1 and {opening[0], before[-1]} <= language.indefinite_articles:
        return True
    words = [word for word in WORD.findall(definition.term) if word.lower() not in language.stop_words]
    background = load_background(language.code)
    rarest = max((background.idf(fold(word)) for word in words), default=0.0)
    return rarest >= (_RARE_WORD if len(words) == 1 else _RARE_PHRASE)


def _is_borne_out(
    definition: Definition, sentence: Sentence, nodes: Sequence[Node], language: Language, *, is_name: bool
) -> bool:
    start = sentence.span.start
    term = _places(definition.term_span, nodes, start)
    text = _places(definition.text_span, nodes, start)
    if not term or not text or not (is_name or _is_noun_phrase(term, nodes, sentence.text, language)):
        return False
    if nodes[text[0]].pos in _NO_START:
        return False
    outer = [i for i in text if nodes[i].head not in text or nodes[i].head == i]
    is_clause = any(nodes[i].pos in ("VERB", "AUX") and nodes[i].relation != "conj" for i in outer)
    if is_clause or _is_unfinished(text, nodes, sentence.text, language):
        return False
    if not any(nodes[i].pos in _NOUNS for i in outer) or sum(nodes[i].pos in _CONTENT for i in text) < _LEAST_WORDS:
        return False
    kinds = [nodes[i].span.of(sentence.text) for i in outer if nodes[i].pos in _NOUNS]
    if not _is_unheard_of(definition.term, language) and not any(fold(kind) in genera(language.code) for kind in kinds):
        return False
    return not is_name or any(kind in language.name_kinds for kind in kinds)


def _is_unfinished(text: Sequence[int], nodes: Sequence[Node], words: str, language: Language) -> bool:
    """Tell whether the last word of a definition cannot end one; "itself" and "one by one" can."""
    last = nodes[text[-1]]
    return last.pos in _NO_END and re.search(rf"\b(?:{language.closing_pronouns})$", words[: last.span.end]) is None


def _is_unheard_of(term: str, language: Language) -> bool:
    """Tell whether *term* is one word that general news does not have, so that whatever is said of it explains it."""
    return term.isalpha() and load_background(language.code).count(fold(term)) == 0


def _places(span: Span, nodes: Sequence[Node], start: int) -> list[int]:
    inside = Span(span.start - start, span.end - start)
    return [i for i, node in enumerate(nodes) if inside.covers(node.span) and node.pos not in ("PUNCT", "SPACE")]


def _is_noun_phrase(term: Sequence[int], nodes: Sequence[Node], text: str, language: Language) -> bool:
    """Tell whether the words of *term* are those of a noun phrase with no date, number or known thing in it."""
    words = [nodes[i].span.of(text).lower() for i in term]
    noun = term[0] if language.adjective_side == "after" else term[-1]
    if nodes[noun].pos not in _NOUNS or any(nodes[i].pos not in _OF_TERMS for i in term):
        return False
    return not any(word in language.calendar or word[0].isdigit() for word in words) and not any(
        word in language.definite_articles and nodes[i].pos == "DET" and language.adjective_side == "before"
        for word, i in zip(words, term, strict=True)
    )
