"""What a sentence can lose behind a comma at its end, by how the piece starts and where it hangs.

The start of the piece says what it is, the tree that the sentence stays whole without it (after Jing, ANLP 2000: what the
verb needs is never cut). Pieces may hold whole quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.clauses import goes_on_bare
from summarizer.compression.reading import (
    NOMINALS,
    VERBS,
    Reading,
    children,
    heads_outside,
    is_loose,
    is_plain,
    span_before,
    tail_end,
)
from summarizer.compression.signs import is_relative, resumes, words_from
from summarizer.results import Deletion

# Fewer words are no clause; what is left must say something.
_SHORTEST = 3
_LEFT = 6
# What starts with these words is what it says it is, whatever the tree calls it.
_SURE = ("added statement", "examples")
_CLAUSES = ("relative clause", "participle clause", "added statement", "examples")
# What a sentence goes on with behind a clause between commas.
_GOING_ON = ("VERB", "AUX", "ADP", "SCONJ")


def closing_clauses(reading: Reading) -> Iterator[Deletion]:
    """Yield the relative and participle clauses behind a comma at the end, or before a closing attribution."""
    for border in reading.borders:
        start, end = border + 1, tail_end(reading, border + 1)
        if border < _LEFT or end is None or end - start < _SHORTEST or not reading.root < border:
            continue
        rule = _kind(reading, start)
        strong = rule in _SURE
        inner = [other for other in reading.borders if border < other < end]
        if rule == "closing adverbial" and (inner or _is_paired(reading, border)):
            continue
        if rule == "examples" and any(reading.nodes[other + 1].pos in (*VERBS, "ADJ", "ADV", "ADP") for other in inner):
            yield from _clauses_inside(reading, border, end, rule)
            continue
        if rule == "apposition" and not _is_apposition(reading, border, end):
            continue
        if (
            rule
            and is_loose(reading, border, end, sure=strong)
            and is_plain(reading, border, end)
            and not resumes(reading, start, end)
        ):
            yield Deletion(rule, span_before(reading, border, end))
        elif rule in _CLAUSES:
            yield from _clauses_inside(reading, border, end, rule)


def _is_paired(reading: Reading, border: int) -> bool:
    """Tell whether the dash at *border* closes what an earlier one opens, so that the sentence goes on behind it."""
    sign = reading.words[border]
    return sign not in (",", ";") and any(reading.words[other] == sign for other in reading.borders if other < border)


def _clauses_inside(reading: Reading, border: int, end: int, rule: str) -> Iterator[Deletion]:
    """Yield the clause that starts behind *border* where it ends at a later comma and the sentence goes on; that comma stays."""
    nodes = reading.nodes
    for right in reading.borders:
        if not border + _SHORTEST < right < end - 2 or nodes[right + 1].pos not in _GOING_ON:
            continue
        heads = heads_outside(reading, border, right)
        verbs = [i for i in range(border + 1, right) if nodes[i].pos in VERBS]
        if (
            len(heads) != 1
            or (heads[0] not in verbs and rule != "examples")
            or (nodes[right + 1].pos == "ADP" and nodes[nodes[right + 1].head].head in verbs)
        ):
            continue
        if is_loose(reading, border, right) and is_plain(reading, border, right) and not resumes(reading, border + 1, right):
            goes_on = goes_on_bare(reading.text, nodes, border, right)
            if nodes[right + 1].pos in VERBS and rule == "added statement":
                continue
            yield Deletion(rule, span_before(reading, border, right + 1 if goes_on else right))


def _kind(reading: Reading, start: int) -> str:
    """Return the rule by which a clause that starts so may go, or "" for none."""
    words, nodes, language = reading.words, reading.nodes, reading.language
    is_gerund = words[start] in language.gerund_marks and nodes[start + 1].pos == "VERB"
    is_gerund = is_gerund and re.fullmatch(language.non_finite, words[start + 1]) is not None
    first = start + 1 if is_gerund else start
    if words[first] in language.speech_participles:
        return "added statement"
    if re.match(language.example_marks, words_from(reading, start)) and nodes[start + 1].pos not in ("PRON", *VERBS):
        return "examples"
    if is_relative(reading, start):
        return "relative clause"
    if is_gerund:
        return "participle clause"
    if set(words[start : start + 6]) & language.absolute_marks and nodes[start].pos in NOMINALS:
        return "participle clause"
    if _is_adverbial(reading, start):
        return "closing adverbial"
    if (
        nodes[start].pos in ("DET", "NOUN")
        and nodes[start - 2].pos in ("NOUN", "PROPN")
        and words[start] not in language.bound_starts
    ):
        return "apposition"
    is_participle = nodes[first].pos == "VERB" and nodes[first].relation in ("acl", "advcl")
    return "participle clause" if is_participle and re.fullmatch(language.participles, words[first]) else ""


def _is_apposition(reading: Reading, border: int, end: int) -> bool:
    """Tell whether the piece names the thing before the comma another way and is no member of a list."""
    heads, nodes = heads_outside(reading, border, end), reading.nodes
    if len(heads) != 1 or nodes[heads[0]].relation != "appos" or nodes[nodes[heads[0]].head].pos not in ("NOUN", "PROPN"):
        return False
    before = [node.relation for node in nodes[max(reading.root, border - 14) : border]]
    inside = reading.words[border + 1 : heads[0] + 1]
    joined = any(nodes[i].relation == "conj" for i in children(reading, heads[0], "conj"))
    return not joined and not {"conj", "appos"} & set(before) and not set(inside) & reading.language.conjunctions


def _is_adverbial(reading: Reading, start: int) -> bool:
    """Tell whether a place, time or occasion starts here that is no member of a list of such."""
    words, language = reading.words, reading.language
    if words[start] not in language.closing_prepositions or reading.nodes[start].pos != "ADP":
        return False
    tail = set(words[start + 1 : reading.end])
    listed = words[start] in words[max(0, start - 14) : start] or (words[start] in tail and tail & language.conjunctions)
    return not listed and not re.search(language.doubts[0], reading.text[: reading.nodes[start].span.start], re.IGNORECASE)
