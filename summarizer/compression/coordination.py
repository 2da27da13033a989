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
    main_subject,
    span_before,
    tail_end,
)
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
        if rule and end - left < (end + left) / 1.5 and is_plain(reading, left, end) and _is_free(reading, left, end):
            yield Deletion(rule, span_before(reading, left, end))


def _predicate(reading: Reading, place: int, end: int) -> str:
    """Return the rule for a second verb of the main subject that starts behind the conjunction at *place*."""
    nodes, root = reading.nodes, reading.root
    seconds = [i for i in children(reading, root, "conj") if i > root]
    if len(seconds) != 1 or not place < seconds[0] < end or nodes[root].pos not in VERBS or main_subject(reading) is None:
        return ""
    second = seconds[0]
    lead, has_comma = range(place + 1, second), place - 1 in reading.borders
    has_subject = any(nodes[i].relation == "nsubj" for i in lead)
    if has_subject and nodes[place].head != second:
        return ""
    if not has_subject and (second - place > 5 or any(nodes[i].pos not in ("AUX", "ADV", "PRON", "PART") for i in lead)):
        return ""
    has_object = [i for i in children(reading, root, "obj", "obl", "xcomp", "ccomp") if i < place]
    if place - root < _OWN_WORDS or not (has_object or (has_subject and has_comma)):
        return ""
    if reading.words[place] in reading.language.result_marks and not has_subject:
        return ""
    if any(root < b < place - 1 and nodes[b + 1].pos in VERBS for b in reading.borders):
        # A list of verbs: "ont forcé le portail, débranché les caméras et…".
        return ""
    between = set(reading.words[root:place])
    opened = reading.language.relative_starts | reading.language.complementizers | reading.language.bound_starts
    if (not has_comma and between & opened) or nodes[second].pos != "VERB" or not _same_form(reading, second):
        return ""
    return "second predicate"


def _same_form(reading: Reading, second: int) -> bool:
    """Tell whether the second verb is finite as the first is: by its auxiliary, or neither has one and neither is an infinitive."""
    auxiliaries = [i for i in children(reading, reading.root, "aux") if i < reading.root]
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
    is_said = nodes[clause].relation == "ccomp" and words[said] in language.report_verbs and said < marks[0]
    return "second statement" if is_said else ""


def _is_free(reading: Reading, left: int, end: int) -> bool:
    """Tell whether the first statement stands alone: nothing outside hangs on the second, and nothing binds or turns them."""
    if hang_inside(reading, left, end) or left <= reading.root < end:
        return False
    if any(reading.nodes[i].head > left for i in heads_outside(reading, left, end)):
        return False
    subject = main_subject(reading)
    lead = " ".join(reading.words[0 if subject is None else subject : reading.root + 2])
    if any(re.search(doubt, lead) for doubt in reading.language.doubts) or re.search(
        reading.language.binders, " ".join(reading.words)
    ):
        return False
    return not set(reading.words[left:end]) & reading.language.reversals
