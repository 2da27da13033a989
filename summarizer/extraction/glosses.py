"""What the article says in passing that a name is the name of: "the Basij, a militia made up of…", "le chatbot StateChat".

A gloss stands between commas, dashes or brackets behind the name, or directly before it, and its noun is one that says what
kind of thing a name is of. The tree of the sentence decides whether it is a gloss at all: "selon Arte, la chaîne a perdu…"
has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from summarizer.languages import get_language, name_list
from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import Acronym, Definition, Entity, Node, Sentence, Span

Parse = Callable[[Sentence], Sequence[Node]]

# How sure the two forms are.
_BEHIND, _BEFORE = 0.9, 0.8
# Words before the noun of a gloss, words between it and the name that follows, words of a gloss.
_MOST_BEFORE, _MOST_BETWEEN, _MOST_WORDS = 6, 9, 30
# Word classes before the noun of a gloss, and between it and the name that follows.
_PREMODIFIERS = frozenset(("NOUN", "ADJ", "PROPN", "NUM", "ADV", "X"))
_BETWEEN = frozenset(("NOUN", "ADJ", "ADP", "PROPN", "DET", "NUM", "ADV", "VERB", "CCONJ"))
_LINKS = frozenset(("ADP", "DET", "CCONJ"))
# A name begins with a capital or a figure, a product's perhaps some letters later (iOS, pgBackRest, not "anti-EI").
_NAME = re.compile(r"[a-z]{0,3}[A-ZÀ-Ý\d]")
# An amount, and what stands before its unit: "128 Go", "pèse 1,9" before "Go".
_AMOUNT = re.compile(r"\d[\d.,]* ?\w{1,3}$")
_FIGURE_BEFORE = re.compile(r"\d ?$")
_QUOTES = r"«\"“‘'»”’"


def find_glosses(
    sentences: Sequence[Sentence],
    *,
    entities: Sequence[Entity],
    acronyms: Sequence[Acronym],
    apposed: Sequence[Definition],
    parse: Parse,
    language: Language,
) -> tuple[Definition, ...]:
    """Return what *sentences* say of the things that they name, in order; persons and places get no gloss.

    Names are the *entities*, the *acronyms*, and the capitalised words before an apposition, which *apposed* are. *parse* gives
    the tree of a sentence.
    """
    names = _names(entities, acronyms, apposed)
    long_forms = {acronym.long_span for acronym in acronyms}
    found = []
    for sentence in sentences:
        if sentence.part == "body" and sentence.kind in ("paragraph", "item"):
            start = sentence.span.start
            inside = (Span(name.start - start, name.end - start) for name in names if sentence.span.covers(name))
            glosses = (gloss for name in inside for gloss in _of_name(name, sentence, parse, language))
            found += [gloss for gloss in glosses if gloss.text_span not in long_forms]
    return tuple(found)


def _names(entities: Sequence[Entity], acronyms: Sequence[Acronym], apposed: Sequence[Definition]) -> list[Span]:
    """Return where something is named that may have a gloss."""
    taken = SpanIndex(span for entity in entities for span in entity.mentions)
    others = {acronym.short_span for acronym in acronyms} | {each.term_span for each in apposed if each.pattern == "apposition"}
    things = {span for entity in entities if _may_be_thing(entity) and _NAME.match(entity.name) for span in entity.mentions}
    return sorted(things | {span for span in others if not taken.overlapping(span)})


def _may_be_thing(entity: Entity) -> bool:
    """Tell whether *entity* is no person and no known place; the recogniser takes little-known names for places."""
    return entity.label != "PER" and (entity.label != "LOC" or not (name_list("places") | name_list("cities")) & {entity.name})


def _of_name(name: Span, sentence: Sentence, parse: Parse, language: Language) -> Iterator[Definition]:
    text = sentence.text
    if _AMOUNT.match(name.of(text)) or _FIGURE_BEFORE.search(text[: name.start]):
        return
    behind = _behind(name, text, language)
    head = None if behind is None else _head(behind, parse(sentence), text, language)
    if behind is not None and _is_in_list(name, behind, text, language):
        return
    if (
        behind is not None
        and head is not None
        and _says_enough(behind, head, parse(sentence), text, language)
        and not _is_of_several(name, parse(sentence)[head].span, text, language)
    ):
        yield _definition(name, behind, "gloss_behind", _BEHIND, sentence)
    if _has_kind(text[: name.start], language):
        before = _before(name, parse(sentence), text, language)
        if before is not None:
            yield _definition(name, before, "gloss_before", _BEFORE, sentence)


def _is_in_list(name: Span, gloss: Span, text: str, language: Language) -> bool:
    """Tell whether *name* and what seems its *gloss* are items of a list: "A, B, l'université de Nice, l'ICAM"."""
    item = rf", (?:{language.gloss_openers})?(?:[A-ZÀ-Ý]|{_kind_pattern(language.code).pattern})"
    goes_on = re.match(rf", (?:{'|'.join(sorted(language.indefinite_articles))}) ", text[gloss.end :]) is not None
    return goes_on or (text[: name.start].endswith(", ") and re.match(item, text[gloss.end :]) is not None)


def _is_of_several(name: Span, head: Span, text: str, language: Language) -> bool:
    """Tell whether the noun at *head* is of several things, of which *name* is the last: "A and B, two networks"."""
    noun = head.of(text)
    is_plural = noun not in language.name_kinds and noun.endswith("s") and noun[:-1] in language.name_kinds
    return is_plural and not name.of(text).endswith(("s", "x"))


def _definition(name: Span, gloss: Span, pattern: str, confidence: float, sentence: Sentence) -> Definition:
    start = sentence.span.start
    term, text = Span(name.start + start, name.end + start), Span(gloss.start + start, gloss.end + start)
    return Definition(name.of(sentence.text), term, gloss.of(sentence.text), text, pattern, confidence)


def _behind(name: Span, text: str, language: Language) -> Span | None:
    """Return the piece between commas, dashes or brackets right behind *name* that has a noun for a kind of thing."""
    for pattern in _pieces(language.code):
        match = pattern.match(text, name.end)
        if match is not None and _has_kind(match.group("gloss"), language):
            return Span(*match.span("gloss"))
    return None


@cache
def _pieces(code: str) -> tuple[re.Pattern[str], ...]:
    opener = f"(?:{get_language(code).gloss_openers})?"
    # The name may stand in brackets behind its long form: "write-ahead log (WAL), the file in which…".
    start = rf"[{_QUOTES}]?\)? ?(?:\([^()]{{2,60}}\))?"
    gloss = r"(?P<gloss>(?:[^,;:()«»\"“”—–]|(?<=\d),(?=\d)){8,}?)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{start}, {opener}{gloss}(?=,(?!\d)|;|[.!?]?$)",
            rf"{start} [—–-] {opener}{gloss}(?= [—–-] |[.!?]?$)",
            rf"[{_QUOTES}]? \({opener}(?P<gloss>[^(),;:«»\"“”]{{8,}})[,)]",
        )
    )


@cache
def _kind_pattern(code: str) -> re.Pattern[str]:
    kinds = sorted(get_language(code).name_kinds, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, kinds))})s?(?![\w-])", re.IGNORECASE)


def _has_kind(text: str, language: Language) -> bool:
    return _kind_pattern(language.code).search(text) is not None


def _is_kind(word: str, language: Language) -> bool:
    return _kind_pattern(language.code).fullmatch(word) is not None


def _head(gloss: Span, nodes: Sequence[Node], text: str, language: Language) -> int | None:
    """Return the place of the noun for a kind of thing that *gloss* is built on; None where it is no gloss."""
    inside = [i for i, node in enumerate(nodes) if gloss.covers(node.span) and node.relation != "punct"]
    for count, i in enumerate(inside[: _MOST_BEFORE + 1]):
        following = nodes[i + 1].pos if i + 1 < len(nodes) else ""
        if (
            _is_kind(nodes[i].span.of(text), language)
            and nodes[i].span.of(text).islower()
            and (language.adjective_side == "after" or following not in ("NOUN", "PROPN"))
        ):
            return i if _is_top(i, inside, nodes) else None
        allowed = ("ADJ", "NUM", "ADV") if language.adjective_side == "after" else _PREMODIFIERS
        if (nodes[i].pos not in allowed and "-" not in nodes[i].span.of(text)) or count == _MOST_BEFORE:
            return None
    return None


def _is_top(head: int, inside: Sequence[int], nodes: Sequence[Node]) -> bool:
    """Tell whether the words *inside* a gloss hang on its noun and no verb among them goes with the rest of the sentence."""
    outer = [place for place in inside if nodes[place].head not in inside or nodes[place].head == place]
    verbs = [place for place in outer if nodes[place].pos in ("VERB", "AUX") and nodes[place].relation != "conj"]
    return head in outer and not verbs


def _says_enough(gloss: Span, head: int, nodes: Sequence[Node], text: str, language: Language) -> bool:
    """Tell whether *gloss* says more than the bare kind, in few words that mean the same without the sentence."""
    words = gloss.of(text).split()
    others = [node for i, node in enumerate(nodes) if gloss.covers(node.span) and i != head]
    is_vague = nodes[head].span.of(text).lower() in language.vague_kinds
    telling = [node for node in others if _tells(node, text, language, is_vague=is_vague)]
    runs_on = any(node.pos == "SCONJ" for node in others)
    leans = any(re.search(language.definition_traits[name], gloss.of(text), re.IGNORECASE) for name in ("possessive", "deictic"))
    counts = bool(words) and words[0].lower() in language.other_words
    change = re.search(language.changes, gloss.of(text), re.IGNORECASE)
    end = gloss.end if change is None else gloss.start + change.start()
    is_told = any(node.span.start < end for node in telling)
    is_named = all(each.span.of(text)[:1].isupper() for each in telling) and text[nodes[head].span.end :].startswith(
        tuple(f" {each.span.of(text)}" for each in telling)
    )
    return is_told and not is_named and not runs_on and not leans and not counts and len(words) <= _MOST_WORDS


def _tells(node: Node, text: str, language: Language, *, is_vague: bool) -> bool:
    """Tell whether a word beside the kind says anything; beside a vague kind a nationality or a name does not."""
    word = node.span.of(text)
    if node.pos not in ("NOUN", "ADJ", "PROPN", "VERB", "X") or word.lower() in language.thin_modifiers:
        return False
    return not is_vague or not (word[:1].isupper() or re.fullmatch(rf"[\w-]*{language.demonyms}", word.lower()))


def _before(name: Span, nodes: Sequence[Node], text: str, language: Language) -> Span | None:
    """Return the words right before *name* that say its kind: the noun and what stands between it and the name, or before it."""
    own = [i for i, node in enumerate(nodes) if name.covers(node.span)]
    if not own or not _is_announced(name, text) or _runs_into_verb(own[-1], name, nodes, text, language):
        return None
    last = own[0] - 1
    while last >= 0 and nodes[last].pos == "PUNCT" and own[0] - last <= 2:
        last -= 1
    while last >= 0 and nodes[last].pos in ("ADJ", "VERB") and nodes[last].span.of(text) in language.thin_modifiers:
        last -= 1
    if last < 0 or nodes[last].pos in _LINKS:
        return None
    noun_first = language.adjective_side == "after"
    head = _announcing_noun(last, nodes, text, language) if noun_first else last
    if head is None or not _is_single(nodes[head].span.of(text), language):
        return None
    first = head
    allowed = ("ADJ",) if noun_first else _PREMODIFIERS
    while (
        first > 0 and (nodes[first - 1].pos in allowed or nodes[first - 1].span.of(text) == "-") and head - first < _MOST_BEFORE
    ):
        first -= 1
    gloss = Span(nodes[first].span.start, nodes[last].span.end)
    is_tied = not noun_first or _is_tied(own, range(first, last + 1), head, nodes)
    return gloss if is_tied and _says_enough(gloss, head, nodes, text, language) else None


def _runs_into_verb(end: int, name: Span, nodes: Sequence[Node], text: str, language: Language) -> bool:
    """Tell whether the last word of *name* is none of its end: "According to the group Town is Burning, …"."""
    opening = re.match(rf"{language.attribution_starts} [^,]*$", text[: name.start], re.IGNORECASE)
    return opening is not None and end + 1 < len(nodes) and nodes[end + 1].pos == "AUX"


def _is_tied(name: Sequence[int], gloss: range, head: int, nodes: Sequence[Node]) -> bool:
    """Tell whether a *name* hangs on the noun of the *gloss* before it, or, where that has no determiner, on a word of it."""
    heads = {nodes[i].head for i in name}
    return head in heads or (not heads.isdisjoint(gloss) and all(nodes[i].pos != "DET" for i in gloss))


def _is_announced(name: Span, text: str) -> bool:
    """Tell whether the words before *name* run on to it; a comma before it needs one behind it."""
    before = re.search(rf"\w(,?) ?[{_QUOTES}]? ?$", text[: name.start])
    behind = re.match(rf"[{_QUOTES}]?(?:[,;.!?]| \(|$)", text[name.end :])
    return before is not None and (not before.group(1) or behind is not None)


def _is_single(word: str, language: Language) -> bool:
    """Tell whether *word* is a noun for a kind of thing in the singular and in small letters."""
    return word in language.name_kinds


def _announcing_noun(last: int, nodes: Sequence[Node], text: str, language: Language) -> int | None:
    """Return the nearest noun for a kind of thing before the word *last*, with nothing but a noun phrase between."""
    for place in range(last, max(-1, last - _MOST_BETWEEN), -1):
        if _is_single(nodes[place].span.of(text), language) and nodes[place].pos == "NOUN":
            return place
        if nodes[place].pos not in _BETWEEN:
            return None
    return None
