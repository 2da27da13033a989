"""What the judge of cuts sees: measures of a piece, of its seams and of what stays, from the tree alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.compression.reading import CORE, VERBS, Reading, is_attribution
from summarizer.compression.signs import is_finite, is_relative
from summarizer.results import Deletion
from summarizer.types import Node

_RELATIONS = (
    "nsubj", "obj", "iobj", "obl", "nmod", "acl", "advcl", "appos", "conj", "ccomp",
    "xcomp", "parataxis", "advmod", "amod", "nummod", "case", "mark", "det", "cc", "root",
)  # fmt: skip
_CLASSES = ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "ADP", "ADV", "VERB", "AUX", "SCONJ", "CCONJ", "PUNCT")
_LISTED = 14
# The place of a relation or a class that is none of these, and of a word that is not there.
_OTHER, _NONE = -1, -2

_FEATURES: tuple[str, ...] = tuple(
    """words share sentence_words words_before words_behind at_start at_end comma_before dash_before comma_behind
    mark_behind attribution_behind heads heads_behind hanging core_heads core_hanging relation head_class
    governor_class governor_relation governor_is_root governor_distance governor_is_first governor_in_relative
    siblings_conj governor_objects_left governor_objects_cut first_class second_class last_class class_before
    class_two_before relation_before class_behind relation_behind behind_finite before_finite opens_relative
    opens_complement opens_participle opens_infinitive opens_aim opens_occasion opens_gerund opens_article
    opens_conjunction opens_like_before opens_like_behind opens_capital report_inside report_outside
    attribution_inside figures_inside names_inside verbs_inside finite_inside subjects_inside borders_inside
    borders_before borders_behind conj_inside quotes_inside quotes_outside root_before subject_before subject_cut
    root_object_left root_is_report root_helped limits_before definite_before indefinite_before
    demonstrative_before figure_before quote_before segment_words segment_finite segment_opens next_segment_opens
    next_segment_words listed_before lone_dash""".split()
)
# The rules by which a cut may be found, as the ensemble numbers them; what is none of these comes last.
RULES = (
    "adverbial", "adverbial clause", "added statement", "age", "apposition", "aside", "brackets",
    "circumstance", "closing adverbial", "closing clause", "closing relative", "complement", "examples",
    "inserted clause", "opening", "participle clause", "purpose", "relative clause", "second clause",
    "second predicate", "second statement", "small words", "speech circumstance", "speech setting",
)  # fmt: skip
CUT_FEATURES: tuple[str, ...] = (*_FEATURES, "rule", "known", "refused")


@dataclass(frozen=True, slots=True)
class Judged:
    """A cut to be judged: whether a rule found it, whether something speaks against it, and whether an editor would likely make
    it, so that less does.
    """

    cut: Deletion
    is_known: bool
    is_refused: bool
    is_likely: bool = False


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is the same for all pieces of a sentence."""

    finite: tuple[bool, ...]
    report: tuple[bool, ...]
    limits: tuple[int, ...]
    """Where negations and modals end, in characters."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cut in its sentence: places of tokens, marks included in ``[low, high)``, left out of ``[start, end)``."""

    reading: Reading
    whole: _Whole
    own: tuple[int, ...]
    """The words of the piece."""
    low: int
    high: int
    heads: tuple[int, ...]
    """Its words that hang on words outside."""
    hanging: tuple[int, ...]
    """Words outside that hang on words of it."""
    leads: int | None
    """The last word before it."""
    follows: int | None
    """The first word behind it."""

    @property
    def start(self) -> int:
        return self.own[0]

    @property
    def end(self) -> int:
        return self.own[-1] + 1

    @property
    def head(self) -> int:
        return self.heads[0] if self.heads else self.start

    @property
    def governor(self) -> int:
        return self.reading.nodes[self.head].head

    def holds(self, place: int) -> bool:
        return self.low <= place < self.high


def measure_cuts(found: Sequence[Judged], reading: Reading) -> list[list[float]]:
    """Return [cuts, CUT_FEATURES] of cuts of one sentence."""
    whole = _survey(reading)
    return [
        [
            *_measure(one.cut, reading, whole),
            RULES.index(one.cut.rule) if one.cut.rule in RULES else len(RULES),
            one.is_known,
            one.is_refused,
        ]
        for one in found
    ]


def _survey(reading: Reading) -> _Whole:
    finite = tuple(is_finite(reading, i) for i in range(len(reading.nodes)))
    report = tuple(word in reading.report_verbs for word in reading.words)
    limits = tuple(m.end() for doubt in reading.language.doubts[:2] for m in re.finditer(doubt, reading.text, re.IGNORECASE))
    return _Whole(finite, report, limits)


def _measure(cut: Deletion, reading: Reading, whole: _Whole) -> list[float]:
    """Return the values of _FEATURES for *cut*, whose positions count from the start of the sentence."""
    nodes = reading.nodes
    inside = [i for i, node in enumerate(nodes) if cut.span.covers(node.span)]
    own = tuple(i for i in inside if nodes[i].pos != "PUNCT")
    if not own:
        return [_NONE] * len(_FEATURES)
    low, high = inside[0], inside[-1] + 1
    heads = tuple(i for i in own if not low <= nodes[i].head < high)
    hanging = tuple(
        i for i, n in enumerate(nodes) if not low <= i < high and n.pos != "PUNCT" and low <= n.head < high and n.head != i
    )
    leads = next((i for i in range(low - 1, -1, -1) if nodes[i].pos != "PUNCT"), None)
    follows = next((i for i in range(own[-1] + 1, len(nodes)) if nodes[i].pos != "PUNCT"), None)
    piece = _Piece(reading, whole, own, low, high, heads, hanging, leads, follows)
    return [value for family in _FAMILIES for value in family(piece)]


def _size(piece: _Piece) -> list[float]:
    """Return its length, its place and the marks around it."""
    nodes, words, start, end = piece.reading.nodes, piece.reading.words, piece.start, piece.end
    own, total = len(piece.own), sum(node.pos != "PUNCT" for node in nodes)
    before = sum(nodes[i].pos != "PUNCT" for i in range(start))
    borders = piece.reading.borders
    return [
        own, own / max(1, total), total, before, total - own - before,
        start == 0 or piece.leads is None, end >= piece.reading.end, words[piece.low] == ",", _is_dash(piece),
        end < len(words) and words[end] == ",", end < len(words) and nodes[end].pos == "PUNCT" and words[end] != ",",
        end in borders and end + 1 < len(nodes) and is_attribution(piece.reading, end + 1),
    ]  # fmt: skip


def _ties(piece: _Piece) -> list[float]:
    """Return how it hangs on the rest and the rest on it."""
    nodes, head, governor = piece.reading.nodes, piece.head, piece.governor
    objects = [i for i, n in enumerate(nodes) if n.head == governor and n.relation in ("obj", "obl", "xcomp", "ccomp", "iobj")]
    kept = sum(not piece.holds(i) for i in objects)
    return [
        len(piece.heads), sum(nodes[i].head >= piece.high for i in piece.heads), len(piece.hanging),
        sum(nodes[i].relation in CORE for i in piece.heads), sum(nodes[i].relation in CORE for i in piece.hanging),
        _relation(nodes, head), _class(nodes, head), _class(nodes, governor), _relation(nodes, governor),
        governor == piece.reading.root, head - governor, governor == piece.leads, _in_relative(piece.reading, governor),
        sum(n.head == head and n.relation == "conj" for n in nodes) + (nodes[head].relation == "conj"), kept, len(objects) - kept,
    ]  # fmt: skip


def _edges(piece: _Piece) -> list[float]:
    """Return the classes of the words on both sides of its seams."""
    nodes, leads, follows, finite = piece.reading.nodes, piece.leads, piece.follows, piece.whole.finite
    return [
        _class(nodes, piece.start), _class(nodes, piece.start + 1), _class(nodes, piece.end - 1), _class(nodes, leads),
        _class(nodes, leads - 1 if leads else None), _relation(nodes, leads), _class(nodes, follows), _relation(nodes, follows),
        follows is not None and finite[follows], leads is not None and finite[leads],
    ]  # fmt: skip


def _opening(piece: _Piece) -> list[float]:
    """Return what kind of word it starts with."""
    reading, start, language = piece.reading, piece.start, piece.reading.language
    words, is_verb = reading.words, reading.nodes[piece.start].pos == "VERB"
    first, second = words[start], words[start + 1] if start + 1 < len(words) else ""
    return [
        is_relative(reading, start), first in language.complementizers,
        is_verb and re.fullmatch(language.participles, first) is not None,
        is_verb and re.fullmatch(language.non_finite, first) is not None,
        first in language.aim_marks or first in language.infinitive_marks, first in language.occasion_marks,
        first in language.gerund_marks and re.fullmatch(language.non_finite, second) is not None,
        (first in language.definite_articles) + 2 * (first in language.indefinite_articles), first in language.conjunctions,
        first in words[max(0, start - _LISTED) : max(0, start - 1)], first in words[piece.end :],
        reading.text[reading.nodes[start].span.start].isupper(),
    ]  # fmt: skip


def _content(piece: _Piece) -> list[float]:
    """Return what it holds."""
    reading, nodes, own, whole = piece.reading, piece.reading.nodes, piece.own, piece.whole
    quotes = [i for i, flag in enumerate(reading.quoted) if flag]
    return [
        any(whole.report[i] for i in own), any(flag for i, flag in enumerate(whole.report) if not piece.holds(i)),
        is_attribution(reading, piece.start), sum(nodes[i].pos == "NUM" or reading.words[i][:1].isdigit() for i in own),
        sum(nodes[i].pos == "PROPN" for i in own), sum(nodes[i].pos in VERBS for i in own), sum(whole.finite[i] for i in own),
        sum(nodes[i].relation == "nsubj" for i in own), sum(piece.low < b < piece.high - 1 for b in reading.borders),
        sum(b < piece.start for b in reading.borders), sum(b >= piece.end for b in reading.borders),
        sum(nodes[i].relation == "conj" for i in own), sum(map(piece.holds, quotes)), sum(not piece.holds(i) for i in quotes),
    ]  # fmt: skip


def _rest(piece: _Piece) -> list[float]:
    """Return what stays of the main clause."""
    nodes, root = piece.reading.nodes, piece.reading.root
    objects = (i for i, n in enumerate(nodes) if n.head == root and n.relation in ("obj", "obl", "xcomp", "ccomp"))
    subject = next((i for i, n in enumerate(nodes) if n.relation == "nsubj" and n.head == root), None)
    return [
        root < piece.start, subject is not None and subject < piece.start, subject is not None and piece.holds(subject),
        sum(not piece.holds(i) for i in objects), piece.whole.report[root],
        sum(n.head == root and n.relation in ("aux", "cop") for n in nodes),
        sum(place <= nodes[piece.start].span.start for place in piece.whole.limits),
    ]  # fmt: skip


def _surroundings(piece: _Piece) -> list[float]:
    """Return what the noun before it is and how the pieces between commas on both sides start."""
    reading, nodes, words, start = piece.reading, piece.reading.nodes, piece.reading.words, piece.start
    language, leads = reading.language, piece.leads
    noun = leads if leads is not None else 0
    articles = [words[i] for i in range(max(0, noun - 3), noun)]
    before, behind = [b for b in reading.borders if b < start], [b for b in reading.borders if b >= piece.end]
    opened = before[-1] + 1 if before and before[-1] + 1 < start else (before[-2] + 1 if len(before) > 1 else 0)
    segment = range(min(opened, start), start - 1 if start - 1 in before else start)
    following = behind[0] + 1 if behind and behind[0] + 1 < len(nodes) else None
    length = ((behind[1] if len(behind) > 1 else reading.end) - following) if following is not None else 0
    return [
        any(word in language.definite_articles for word in articles),
        any(word in language.indefinite_articles for word in articles),
        any(word in language.demonstratives for word in articles), any(word[:1].isdigit() for word in articles),
        leads is not None and reading.quoted[leads], len(segment), any(piece.whole.finite[i] for i in segment),
        _class(nodes, opened), _class(nodes, following), length,
        sum(nodes[i].relation == "conj" for i in range(max(0, start - _LISTED), start)),
        _is_dash(piece) and sum(word == words[piece.low] for word in words),
    ]  # fmt: skip


_FAMILIES: tuple[Callable[[_Piece], list[float]], ...] = (
    _size, _ties, _edges, _opening, _content, _rest, _surroundings,
)  # fmt: skip


def _is_dash(piece: _Piece) -> bool:
    return piece.reading.words[piece.low] in ("-", "--", "–", "—")


def _relation(nodes: Sequence[Node], place: int | None) -> int:
    if place is None or not 0 <= place < len(nodes):
        return _NONE
    relation = nodes[place].relation
    return _RELATIONS.index(relation) if relation in _RELATIONS else _OTHER


def _class(nodes: Sequence[Node], place: int | None) -> int:
    if place is None or not 0 <= place < len(nodes):
        return _NONE
    pos = nodes[place].pos
    return _CLASSES.index(pos) if pos in _CLASSES else _OTHER


def _in_relative(reading: Reading, place: int) -> bool:
    steps = 0
    while reading.nodes[place].head != place and steps < len(reading.nodes):
        if reading.nodes[place].relation == "acl":
            return True
        place, steps = reading.nodes[place].head, steps + 1
    return False
