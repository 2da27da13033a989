"""Clauses and appositions between commas that a sentence can lose, by its dependency tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.languages.record import Language
from summarizer.results import Deletion
from summarizer.types import Node, Span

# Relation of a piece's head word (Universal Dependencies) -> the rule under which the piece may go.
REMOVABLE = {
    "acl": "relative clause",
    "appos": "apposition",
    "advcl": "adverbial clause",
    "obl": "adverbial",
    "advmod": "adverbial",
    "nmod": "adverbial",
    "conj": "second clause",
}
# What may go at the start of a sentence, in the middle, at the end.
_AT_START = frozenset(("advcl", "obl", "advmod"))
_INSIDE = frozenset(("acl", "appos"))
_AT_END = frozenset(("acl", "appos", "advcl", "obl", "conj"))
# Relations that bind the words of a name.
_IN_NAMES = ("flat", "fixed", "compound")
_VERBS = ("VERB", "AUX")
# Word classes with which a sentence goes on after an apposition to its subject.
_GOING_ON = ("VERB", "AUX", "PRON", "ADP", "ADV", "SCONJ")
# Signs after which a phrase starts.
_PHRASE_STARTS = (",", ":", "‘", "“", "«", '"')
_QUOTES = re.compile(r"[«»\"“”]")


def removable_clauses(text: str, nodes: Sequence[Node], language: Language) -> Iterator[Deletion]:
    """Yield the pieces of *text* between commas that hang on the rest by one word and on which nothing else hangs.

    Positions of *nodes* and of the deletions count from the start of the sentence. After Jing (ANLP 2000) and Filippova and
    Strube (INLG 2008): a subtree is cut whole or not at all.
    """
    if not nodes:
        return
    commas = [i for i, node in enumerate(nodes) if node.span.of(text) == ","]
    last = _end(nodes)
    borders = [-1, *commas, last]
    for left, right in _pairs(borders):
        head = _only_head(nodes, left + 1, right)
        if head is None or right - left < 3:
            continue
        place = "start" if left < 0 else "end" if right == last else "inside"
        piece = _piece(text, nodes, left, right, place, nodes[head].head)
        if _may_go(text, nodes, left, right, head, place, language) and len(_QUOTES.findall(piece.of(text))) % 2 == 0:
            yield Deletion(REMOVABLE[nodes[head].relation], piece)


def name_appositions(text: str, nodes: Sequence[Node]) -> Iterator[Deletion]:
    """Yield what is said of a name between commas without a verb, by word classes alone: ", maire de Lyon," after a name."""
    end = _end(nodes)
    commas = [i for i, node in enumerate(nodes) if node.span.of(text) == ","]
    for place, left in enumerate(commas):
        right = commas[place + 1] if place + 1 < len(commas) else end
        piece = nodes[left + 1 : right]
        if left == 0 or nodes[left - 1].pos != "PROPN" or not 2 <= len(piece) <= 18 or any(n.pos in _VERBS for n in piece):
            continue
        if piece[0].pos not in ("NOUN", "DET", "ADJ") or not piece[0].span.of(text).islower() or _joins(text, piece):
            continue
        root = next((i for i, node in enumerate(nodes) if node.head == i and node.relation == "root"), len(nodes))
        if (
            root < left
            and is_whole(nodes, Span(piece[0].span.start, piece[-1].span.end))
            and (right == end or nodes[min(right + 1, end - 1)].pos in _GOING_ON)
        ):
            yield Deletion("apposition", _piece(text, nodes, left, right, "end" if right == end else "inside", left - 1))


def is_whole(nodes: Sequence[Node], piece: Span) -> bool:
    """Tell whether the words of *piece* are a whole subtree without the main verb."""
    inside = [i for i, node in enumerate(nodes) if piece.covers(node.span)]
    return bool(inside) and _only_head(nodes, inside[0], inside[-1] + 1) is not None


def _end(nodes: Sequence[Node]) -> int:
    """Return the place after the last word that is no punctuation."""
    end = len(nodes)
    while end and nodes[end - 1].pos == "PUNCT":
        end -= 1
    return end


def _joins(text: str, piece: Sequence[Node]) -> bool:
    return any(node.pos == "CCONJ" for node in piece)


def _pairs(borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between two commas, the shorter first; one may hold further commas."""
    found = [(left, right) for i, left in enumerate(borders) for right in borders[i + 1 : i + 4]]
    whole = (borders[0], borders[-1])
    yield from sorted((pair for pair in found if pair != whole), key=lambda pair: pair[1] - pair[0])


def _only_head(nodes: Sequence[Node], start: int, end: int) -> int | None:
    """Return the one word of ``[start, end)`` that hangs on a word outside, or None when the piece is not a whole subtree."""
    inside = range(start, end)
    heads = [i for i in inside if nodes[i].pos != "PUNCT" and (nodes[i].head not in inside or nodes[i].head == i)]
    if len(heads) != 1 or nodes[heads[0]].head == heads[0]:
        return None
    hanging = (i for i, node in enumerate(nodes) if i not in inside and node.pos != "PUNCT" and node.head in inside)
    return None if next(hanging, None) is not None else heads[0]


def _may_go(text: str, nodes: Sequence[Node], left: int, right: int, head: int, place: str, language: Language) -> bool:
    relation, governor = nodes[head].relation, nodes[head].head
    allowed = {"start": _AT_START, "inside": _INSIDE, "end": _AT_END}[place]
    words = [node.span.of(text).lower() for node in nodes[left + 1 : right] if node.pos != "PUNCT"]
    if relation not in allowed or not words or words[0] in language.bound_starts:
        return False
    if place != "start" and (governor > left or _leaves_auxiliary(text, nodes, left, language)):
        return False
    if relation == "appos" and (
        nodes[left + 1].pos in _VERBS
        or not nodes[left + 1].span.of(text).islower()
        or not any(node.relation == "nsubj" for node in nodes[:left])
    ):
        return False
    if place == "start":
        return words[0] in (language.speech_starts if relation == "advcl" else language.adverbial_starts)
    if relation in ("acl", "appos") and not _is_near(nodes, governor, left):
        return False
    if relation == "appos" and (
        _is_listed(text, nodes, left, right, language) or nodes[governor].span.of(text).lower() in language.time_nouns
    ):
        return False
    if relation == "conj":
        return (
            words[0] in language.additions
            and nodes[governor].relation == "root"
            and any(node.relation == "nsubj" and node.head == head for node in nodes[left + 1 : right])
        )
    if relation == "acl":
        return words[0] in language.relative_starts or (
            nodes[head].pos in ("VERB", "ADJ") and not _closes_insertion(text, nodes, left, language)
        )
    return relation in ("advcl", "appos") or words[0] in language.adverbial_starts


def _leaves_auxiliary(text: str, nodes: Sequence[Node], left: int, language: Language) -> bool:
    """Tell whether an auxiliary stands before the comma at *left* or before an insertion ending there (", a, dit-il, réagi")."""
    commas = [i for i in range(left) if nodes[i].span.of(text) == ","]
    return any(place and nodes[place - 1].span.of(text).lower() in language.auxiliaries for place in (left, *commas[-1:]))


def _closes_insertion(text: str, nodes: Sequence[Node], left: int, language: Language) -> bool:
    """Tell whether the comma at *left* ends a relative clause, so that a verb behind it may be the main one."""
    commas = [i for i in range(left) if nodes[i].span.of(text) == ","]
    return bool(commas) and nodes[commas[-1] + 1].span.of(text).lower() in language.relative_starts


def _is_near(nodes: Sequence[Node], governor: int, left: int) -> bool:
    """Tell whether the piece after the comma at *left* belongs to the noun phrase that ends there."""
    between = range(governor + 1, left)
    return left - governor <= 12 and all(nodes[i].relation not in ("nsubj", "root") for i in between)


def _is_listed(text: str, nodes: Sequence[Node], left: int, right: int, language: Language) -> bool:
    """Tell whether the piece may be a member of an enumeration: a conjunction or a sibling stands near."""
    if right + 1 < len(nodes) and nodes[right + 1].pos in ("NOUN", "PROPN", "DET", "ADJ", "NUM"):
        return True
    around = [node.span.of(text).lower() for node in nodes[right : right + 3]]
    inside = [node.span.of(text).lower() for node in nodes[left + 1 : right]]
    siblings = [node for node in nodes[max(0, left - 14) : left] if node.relation in ("conj", "appos")]
    return bool(siblings) or bool({*around[:2], inside[0]} & language.conjunctions) or bool(set(inside) & {"et", "and"})


def _piece(text: str, nodes: Sequence[Node], left: int, right: int, place: str, governor: int) -> Span:
    """Return the piece, which hangs on the word *governor*, with the commas that go with it."""
    if place == "start":
        return Span(0, nodes[right + 1].span.start if right + 1 < len(nodes) else len(text))
    start = nodes[left].span.start
    while start and text[start - 1] == " ":
        start -= 1
    if place == "end":
        return Span(start, nodes[right - 1].span.end)
    return Span(start, nodes[right].span.end if goes_on_bare(text, nodes, left, right) else nodes[right].span.start)


def goes_on_bare(text: str, nodes: Sequence[Node], left: int, right: int) -> bool:
    """Tell whether the comma at *right* would stand between a subject and its verb, once what is before it has gone.

    It stays where the words before *left* need it: an opening phrase, an insertion.
    """
    place = right + 1
    while place < len(nodes) - 1 and (
        nodes[place].pos == "ADV"
        or (nodes[place].pos == "PRON" and nodes[place].relation != "nsubj")
        or _is_quote(text, nodes[place])
    ):
        place += 1
    if place >= len(nodes) or nodes[place].pos not in _VERBS:
        return False
    verb = nodes[place].head if nodes[place].relation in ("aux", "cop") else place
    start = max((i + 1 for i in range(left) if nodes[i].span.of(text) in _PHRASE_STARTS), default=0)
    if any(node.relation == "nsubj" and node.head == verb for node in nodes[start:left]):
        return True
    first = next((node for node in nodes[start:left] if node.pos not in ("CCONJ", "PUNCT")), nodes[left])
    return first.pos in ("DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON") or (
        first.pos == "SCONJ" and (start == 0 or first.head == verb)
    )


def _is_quote(text: str, node: Node) -> bool:
    return _QUOTES.fullmatch(node.span.of(text)) is not None
