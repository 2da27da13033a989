"""The second of two statements that a sentence makes of one subject or one speaker: each is true alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.reading import (
    VERBS,
    Reading,
    children,
    hang_inside,
    heads_outside,
    is_plain,
    span_before,
    tail_end,
)
from summarizer.compression.signs import resumes
from summarizer.results import Deletion

# The first statement must have words of its own between its verb and the conjunction.
_OWN_WORDS = 3


def second_statements(reading: Reading) -> Iterator[Deletion]:
    """Yield "et a annoncé…" and "et que…" from the conjunction to the end or to a closing attribution.

    Nothing is cut where a word binds both ("both", "ni"), where a negation, condition or modal stands before the first verb,
    or where the second turns the first ("won two sets and lost the match").
    """
    for place in range(reading.root + 1, reading.end):
        if reading.words[place] not in reading.language.additions | reading.language.result_marks or reading.quoted[place]:
            continue
        end = tail_end(reading, place)
        if end is None or end - place < _OWN_WORDS or place < 5:
            continue
        rule = _predicate(reading, place, end) or _statement(reading, place, end)
        left = place - 1 if place - 1 in reading.borders else place
        if (
            rule
            and not resumes(reading, place, end)
            and end - left < (end + left) / 1.5
            and is_plain(reading, left, end)
            and _is_free(reading, left, end)
        ):
            yield Deletion(rule, span_before(reading, left, end))


def _predicate(reading: Reading, place: int, end: int) -> str:
    """Return the rule for a second verb of one subject, or of the same preposition, behind the conjunction at *place*."""
    nodes, root = reading.nodes, reading.root
    firsts = [root, *(i for i in children(reading, root, "ccomp", "xcomp", "advcl", "acl", "obl") if root < i < place)]
    for first in firsts:
        seconds = [i for i in children(reading, first, "conj") if i > first]
        if len(seconds) != 1 or not place < seconds[0] < end or nodes[seconds[0]].pos != "VERB" or nodes[first].pos not in VERBS:
            continue
        if place - first < _OWN_WORDS or any(first < b < place - 1 and nodes[b + 1].pos in VERBS for b in reading.borders):
            # A list of verbs: "ont forcé le portail, débranché les caméras et…".
            continue
        if _is_second_infinitive(reading, first, place, seconds[0]) or _is_second_verb(reading, first, place, seconds[0]):
            return "second predicate"
    return ""


def _is_second_infinitive(reading: Reading, first: int, place: int, second: int) -> bool:
    """Tell whether "et de déclencher…" follows "de géolocaliser…"."""
    words, language = reading.words, reading.language
    mark = words[place + 1]
    if mark not in language.infinitive_marks or second - place > 4 or not re.fullmatch(language.infinitives, words[second]):
        return False
    return mark in words[max(0, first - 3) : first] and re.fullmatch(language.infinitives, words[first]) is not None


def _is_second_verb(reading: Reading, first: int, place: int, second: int) -> bool:
    """Tell whether a finite verb of the subject of *first* follows, or of a subject of its own."""
    nodes, words, language = reading.nodes, reading.words, reading.language
    is_said = nodes[first].relation == "ccomp" and words[nodes[first].head] in reading.report_verbs
    if not [i for i in children(reading, first, "nsubj") if i < first] or (first != reading.root and not is_said):
        return False
    lead, has_comma = range(place + 1, second), place - 1 in reading.borders
    has_subject = any(nodes[i].relation == "nsubj" for i in lead)
    if has_subject and (nodes[place].head != second or first != reading.root):
        return False
    if not has_subject and (second - place > 5 or any(nodes[i].pos not in ("AUX", "ADV", "PRON", "PART") for i in lead)):
        return False
    has_object = [i for i in children(reading, first, "obj", "obl", "xcomp", "ccomp") if i < place]
    if not (has_object or (has_subject and has_comma)) or (words[place] in language.result_marks and not has_subject):
        return False
    opened = language.relative_starts | language.complementizers | language.bound_starts
    if not has_comma and set(words[first:place]) & (opened - language.infinitive_marks):
        return False
    return _same_form(reading, first, second)


def _same_form(reading: Reading, first: int, second: int) -> bool:
    """Tell whether the second verb is finite as the first is: by an auxiliary, or because it is no infinitive."""
    auxiliaries = [i for i in children(reading, first, "aux") if i < first]
    own = [i for i in children(reading, second, "aux") if i < second]
    words, infinitive = reading.words, reading.language.non_finite
    if own or auxiliaries:
        finite = {words[i] for i in own} & reading.language.auxiliaries
        if own or finite:
            return bool(finite)
    return not re.fullmatch(infinitive, words[second]) and words[second - 1] not in ("to", "de", "à")


def _statement(reading: Reading, place: int, end: int) -> str:
    """Return the rule for "et que…" behind "que…" of the same verb of saying."""
    nodes, words, language = reading.nodes, reading.words, reading.language
    if place + 1 >= end or words[place + 1] not in language.complementizers:
        return ""
    marks = [i for i in range(place) if words[i] in language.complementizers and nodes[i].relation == "mark"]
    if len(marks) != 1:
        return ""
    clause = nodes[marks[0]].head
    said = nodes[clause].head
    is_said = nodes[clause].relation == "ccomp" and words[said] in reading.report_verbs and said < marks[0]
    return "second statement" if is_said else ""


def _governor(reading: Reading, left: int, end: int) -> int:
    """Return the last word that the piece hangs on."""
    return max((reading.nodes[i].head for i in heads_outside(reading, left, end)), default=0)


def _is_free(reading: Reading, left: int, end: int) -> bool:
    """Tell whether the first statement stands alone: nothing outside hangs on the second, and nothing binds or turns them."""
    if hang_inside(reading, left, end) or left <= reading.root < end:
        return False
    if any(reading.nodes[i].head > left for i in heads_outside(reading, left, end)):
        return False
    lead = " ".join(reading.words[: min(left, max(reading.root + 2, _governor(reading, left, end) + 2))])
    if any(re.search(doubt, lead) for doubt in reading.language.doubts) or re.search(
        reading.language.binders, " ".join(reading.words[:left])
    ):
        return False
    return not set(reading.words[left:end]) & reading.language.reversals
