"""What ties a piece to the rest of its sentence, whatever the judge of cuts would say of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.compression.reading import VERBS, Reading, has_loose_verb, heads_outside, is_attribution
from summarizer.compression.signs import has_limits, is_event, is_finite_or_past, words_from

_ELIDED = {"d'": "de", "d’": "de", "l'": "le", "l’": "le", "qu'": "que", "qu’": "que"}
# Complements that may stand behind an insertion between commas.
_COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp")


def is_bound(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the rest may need the words ``[start, end)``, or tells without them what the sentence does not say."""
    return any(bond(reading, start, end) for bond in _BONDS)


def parts_complement(reading: Reading, left: int, right: int) -> bool:
    """Tell whether the commas *left* and *right* set an insertion off from what a verb before it acts on.

    "a annoncé, sur son site, avoir saisi…": without the insertion no comma stays.
    """
    following = range(right + 1, min(right + 5, reading.end))
    return any(reading.nodes[i].relation in _COMPLEMENTS and reading.nodes[i].head < left for i in following)


def _says_who(reading: Reading, start: int, end: int) -> bool:
    return is_attribution(reading, start) or any(reading.words[i] in reading.report_verbs for i in range(start, end))


def _ends_list(reading: Reading, start: int, end: int) -> bool:
    return re.match(reading.language.list_ends, words_from(reading, start)) is not None


def _bears_limit(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a negation or a modal before the piece, which no comma sets off, may be about it."""
    return start - 1 not in reading.borders and has_limits(reading, start)


def holds_main_verb(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words ``[start, end)`` hold the verb of the rest, or all verbs that a sentence can stand on."""
    return any(bond(reading, start, end) for bond in (_holds_all_verbs, _resumes_verb, _resumes_behind_relative))


def _holds_all_verbs(reading: Reading, start: int, end: int) -> bool:
    outside = (i for i in range(len(reading.nodes)) if not start <= i < end)
    return not any(is_finite_or_past(reading, i) and not reading.quoted[i] for i in outside)


def _resumes_verb(reading: Reading, start: int, end: int) -> bool:
    return reading.nodes[start].pos != "CCONJ" and has_loose_verb(reading, start, end)


def _resumes_behind_relative(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a verb follows the comma behind a relative clause that opens the piece: ", which hold 4,000, remain open"."""
    if reading.words[start] not in reading.language.relative_starts:
        return False
    for border in reading.borders:
        if start < border < end - 1:
            verb = next((i for i in range(border + 1, end) if reading.nodes[i].pos not in ("ADV", "PUNCT")), end)
            if verb < end and reading.nodes[verb].pos in VERBS and is_finite_or_past(reading, verb):
                return True
    return False


def _turns_first(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a second half belongs to "both", turns what the first says, or is of a clause that says which one is meant."""
    if reading.nodes[start].pos != "CCONJ":
        return False
    language, nodes = reading.language, reading.nodes
    governors = {nodes[nodes[i].head].relation for i in heads_outside(reading, start, end)}
    lead = " ".join(reading.words[:start])
    return bool(re.search(language.binders, lead) or set(reading.words[start:end]) & language.reversals or "acl" in governors)


def _is_member(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the piece is a further member of a list: "de A, de B et de C", "running, jumping and…"."""
    nodes, words = reading.nodes, [_ELIDED.get(word, word) for word in reading.words]
    first = start + 1 if nodes[start].pos == "CCONJ" and start + 1 < end else start
    opened = [b + 1 for b in reading.borders if b + 1 < start and b + 1 < reading.end]
    if first > start and nodes[first].pos in ("ADP", "SCONJ") and any(words[i] == words[first] for i in opened):
        return True
    return nodes[first].pos == "VERB" and any(nodes[i].pos == "VERB" for i in opened[-1:])


def _opens_with_figure(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the sentence opens with a figure, which a rise or a total behind it may count from; dates are none."""
    if start or end >= reading.end:
        return False
    figures = [i for i in range(end) if reading.words[i][:1].isdigit()]
    return any(reading.words[i + 1] not in reading.language.calendar and len(reading.words[i]) != len("2020") for i in figures)


def _opens_in_general(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the sentence opens with the place or the topic of what holds in general, or of a quoted judgement."""
    if start:
        return False
    tells_once = is_event(reading) or reading.words[reading.root] in reading.report_verbs
    return not tells_once or reading.words[0] in reading.language.topic_openers


def _completes_verb(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the piece follows at once the verb that it hangs on, with no comma between."""
    heads = heads_outside(reading, start, end)
    return bool(heads) and reading.nodes[heads[0]].head == start - 1 and reading.nodes[start - 1].pos in VERBS


_BONDS: tuple[Callable[[Reading, int, int], bool], ...] = (
    _says_who,
    _ends_list,
    _bears_limit,
    _holds_all_verbs,
    _resumes_verb,
    _turns_first,
    _is_member,
    _opens_with_figure,
    _opens_in_general,
    _completes_verb,
)
