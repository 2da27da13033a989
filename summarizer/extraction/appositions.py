"""What the article says in passing of a common noun: "the scrap rate, the share of cells that have to be thrown away".

In running news nine pieces in ten between commas behind a common noun say something else: what is thought of the thing, another
item of a list, a new clause. What is kept names a kind of thing in the number of the term, says right behind it which one, and
tells nothing that happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from summarizer.extraction.soundness import Parse, genera, may_need_explaining
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.types import Definition, Node, Sentence, Span
from summarizer.words import WORD, fold

# How sure such a definition is: of those in 25,000 news articles three in four were right.
_CONFIDENCE = 0.75
# Words of a term; of a definition.
_MOST_TERM_WORDS, _LEAST_WORDS, _MOST_WORDS = 4, 4, 32
# Up to this word of a piece its noun must stand.
_MOST_BEFORE = 4
# Word classes of the noun phrase that a definition begins with, and of what a definition cannot end with.
_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "ADV", "CCONJ", "X", "PUNCT"))
_NO_END = frozenset(("AUX", "ADP", "DET", "CCONJ", "SCONJ"))
_QUOTES = r"«\"“‘'»”’"


def find_appositions(
    sentences: Sequence[Sentence], *, given: Sequence[Definition], parse: Parse, language: Language
) -> tuple[Definition, ...]:
    """Return what *sentences* say of common nouns between commas, in order, beside the definitions *given* already.

    *parse* gives the tree of a sentence.
    """
    found: list[Definition] = []
    known = {definition.term_span for definition in given}
    for sentence in sentences:
        if sentence.part == "body" and sentence.kind in ("paragraph", "item"):
            for match in _piece(language.code).finditer(sentence.text):
                found += _explained(match, sentence, parse, language)
    return tuple(definition for definition in found if definition.term_span not in known)


@cache
def _piece(code: str) -> re.Pattern[str]:
    """Return the pattern of a piece behind a comma, with its determiner and what tells one thing of its kind from another."""
    language = get_language(code)
    inside = r"(?:[^,;:.!?()«»\"“”—–]|(?<=\d)[.,](?=\d))"
    named = rf"(?P<phrase>{inside}{{3,60}}?) (?={language.which_one})"
    end = r"(?=,(?!\d)|;|:| [—–-] |\.(?!\d)|$)"
    return re.compile(rf"(?<=[\w{_QUOTES}]), (?P<opener>{language.gloss_openers})?(?P<definition>{named}{inside}{{8,200}}?){end}")


def _explained(match: re.Match[str], sentence: Sentence, parse: Parse, language: Language) -> Iterator[Definition]:
    """Yield the definition that the piece *match* is, if it is one."""
    text = Span(*match.span("definition"))
    kind = _kind(match.group("phrase"), language)
    if kind is None or not _LEAST_WORDS <= len(match.group("definition").split()) <= _MOST_WORDS:
        return
    if _is_told(match.group("definition"), language) or _goes_on(sentence.text[match.end() :], language):
        return
    nodes = parse(sentence)
    term = _term(match.start(), nodes, sentence.text, language)
    if term is None or _is_several(kind) != _is_several(_head(term, sentence.text, language)):
        return
    start = sentence.span.start
    definition = Definition(
        term.of(sentence.text),
        Span(term.start + start, term.end + start),
        text.of(sentence.text),
        Span(text.start + start, text.end + start),
        "noun_apposition",
        _CONFIDENCE,
    )
    is_whole = _is_noun_phrase(match, kind, nodes, language) and not _is_unfinished(text, nodes)
    if is_whole and _is_apposed(match, kind, term, nodes, language) and may_need_explaining(definition, sentence, language):
        yield definition


def _kind(phrase: str, language: Language) -> str | None:
    """Return the noun of a noun phrase that says what kind of thing something is, not what a writer thinks or counts of it."""
    words = list(takewhile(lambda word: word.lower() not in language.stop_words, phrase.split()))[:_MOST_BEFORE]
    ordered = words if language.adjective_side == "after" else words[-1:]
    word = next((word for word in ordered if fold(word) in genera(language.code)), None)
    if word is None or not word.islower() or {word, word.removesuffix("s")} & language.comment_nouns:
        return None
    return word


def _term(end: int, nodes: Sequence[Node], text: str, language: Language) -> Span | None:
    """Return the common noun, with what goes with it, that ends at *end*; None where there is none or a name is among it."""
    stop = re.search(rf"[{_QUOTES}]?$", text[:end])
    last = end if stop is None else stop.start()
    place = next((i for i, node in enumerate(nodes) if node.span.end == last), None)
    if place is None:
        return None
    first = place
    while first > 0 and _belongs(first - 1, nodes, text, language):
        first -= 1
    while first < place and not _may_open(nodes[first], text, language):
        first += 1
    span = Span(nodes[first].span.start, last)
    words = span.of(text)
    if not any(node.pos == "NOUN" for node in nodes[first : place + 1]) or words != words.lower():
        return None
    is_pointed_at = first > 0 and _points(nodes[first - 1], text, language)
    is_quoted_piece = last < end and text[span.start - 1 : span.start] not in tuple(_QUOTES + " ")
    return span if len(WORD.findall(words)) <= _MOST_TERM_WORDS and not is_pointed_at and not is_quoted_piece else None


def _points(before: Node, text: str, language: Language) -> bool:
    """Tell whether the word before a term makes it one of the sentence's own: "this", an adjective left out, a number."""
    is_left_out = before.pos == "ADJ" and before.span.of(text) not in language.thin_modifiers
    return before.pos == "NUM" or is_left_out or before.span.of(text).lower() in language.demonstratives


def _belongs(place: int, nodes: Sequence[Node], text: str, language: Language) -> bool:
    """Tell whether the word at *place* is of the same noun phrase as the one behind it."""
    node, following = nodes[place], nodes[place + 1]
    if node.pos in ("NOUN", "ADJ"):
        return following.pos in ("NOUN", "ADJ", "ADP")
    is_link = language.adjective_side == "after" and node.span.of(text).lower() in ("de", "d'", "d’", "à")
    return is_link and following.pos == "NOUN" and place > 0 and nodes[place - 1].pos in ("NOUN", "ADJ")


def _may_open(node: Node, text: str, language: Language) -> bool:
    """Tell whether a term can begin with the word *node*: a noun, or an adjective before one that says something."""
    if node.pos == "ADJ":
        return language.adjective_side == "before" and node.span.of(text) not in language.thin_modifiers
    return node.pos == "NOUN"


def _head(term: Span, text: str, language: Language) -> str:
    words = term.of(text).split()
    return words[0] if language.adjective_side == "after" else words[-1]


def _is_several(word: str) -> bool:
    return word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is", "eux"))


def _is_noun_phrase(match: re.Match[str], kind: str, nodes: Sequence[Node], language: Language) -> bool:
    """Tell whether the piece begins with a noun phrase on *kind*, and no auxiliary makes it a clause of its own."""
    start, words = match.start("definition"), match.string
    phrase = Span(start, start + len(match.group("phrase")))
    inside = [node for node in nodes if phrase.covers(node.span)]
    noun = next((node for node in inside if node.pos in ("NOUN", "PROPN")), None)
    if noun is None or noun.pos != "NOUN" or any(node.pos not in _PHRASE for node in inside):
        return False
    if language.adjective_side == "after" and noun.span.of(words) != kind:
        return False
    piece = Span(*match.span("definition"))
    verb = next((node.span.start for node in nodes if piece.covers(node.span) and node.pos == "AUX"), None)
    relative = re.search(language.definition_traits["relative"], piece.of(words), re.IGNORECASE)
    return verb is None or (relative is not None and verb >= start + relative.start())


def _is_unfinished(span: Span, nodes: Sequence[Node]) -> bool:
    """Tell whether the last word in *span* cannot end a definition."""
    inside = [node for node in nodes if span.covers(node.span) and node.pos != "PUNCT"]
    return not inside or inside[-1].pos in _NO_END


def _is_apposed(match: re.Match[str], kind: str, term: Span, nodes: Sequence[Node], language: Language) -> bool:
    """Tell whether the piece is about the *term*: the tree says so, or it begins with an article that brings in what is new."""
    before = match.string[: term.start]
    if re.search(rf"[^\W\d]{{3,}} {language.noun_ties}$", before):
        return False
    behind = (node for node in nodes if node.span.start >= match.start("definition"))
    relation = next((node.relation for node in behind if node.span.of(match.string) == kind), "")
    opener = (match.group("opener") or "").strip()
    is_listed = relation == "conj" or re.search(rf",\s(?:{language.gloss_openers})?$", before) is not None
    are_known = opener in language.definite_articles and _is_several(kind)
    return (relation == "appos" and not are_known) or (opener in language.indefinite_articles and not is_listed)


def _is_told(text: str, language: Language) -> bool:
    """Tell whether *text* tells of something that happened, or has a figure."""
    return re.search(language.told_verbs, text, re.IGNORECASE) is not None or re.search(r"\d", text) is not None


def _goes_on(behind: str, language: Language) -> bool:
    """Tell whether what is *behind* a piece is the next item of a list: "a table, a chair that folds, a lamp"."""
    return re.match(rf", (?:{language.gloss_openers})?[\w’'-]+(?:,| (?:{'|'.join(language.conjunctions)}) )", behind) is not None
