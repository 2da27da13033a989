"""What the tree speaks against: a cut that parts what belongs together or takes what the rest needs."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.compression.kinds import NAMING, SECOND, SMALL
from summarizer.compression.marks import opens_apposition
from summarizer.compression.reading import NOMINALS, VERBS, Reading, is_attribution
from summarizer.compression.signs import is_finite


def _strips_apposition(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece takes the comma that closes an apposition before it: "One of them, Ann Holt, a nurse, told"."""
    borders = [b for b in reading.borders if b < left]
    if rule not in (*NAMING, "age") or reading.words[right - 1] != ",":
        return False
    bare = right < reading.end and re.fullmatch(reading.language.participles, reading.words[right])
    if rule == "apposition" and bare and reading.nodes[right].relation != "root":
        return True
    if not borders:
        return False
    last = range(borders[-1] + 1, left)
    if reading.nodes[borders[-1] + 1].pos == "CCONJ":
        return False
    verbless = not any(reading.nodes[i].pos in VERBS for i in last)
    return verbless and opens_apposition(reading, borders[-1])


def _hides_subject(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an apposition stands behind an opening phrase and may be the subject: "at sea, the ships, …, sink"."""
    if rule not in ("apposition", "inserted clause") or right >= reading.end:
        return False
    opened = (i + 1 for i in range(left) if i in reading.borders or reading.nodes[i].pos in ("SCONJ", "CCONJ"))
    start = max(opened, default=0)
    return (
        start < left
        and reading.nodes[start].pos in ("ADP", "VERB", "ADJ")
        and not any(is_finite(reading, i) for i in range(start, left))
    )


def _is_last_of_three(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the second statement is the third of a series that a bare comma begins, or has no verb before it."""
    if rule not in SECOND:
        return False
    nodes = reading.nodes
    if nodes[left - 1].pos == "PRON":
        return True
    marks = [i for i in range(left) if nodes[i].relation == "mark" and nodes[i].pos in ("SCONJ", "ADP")]
    if marks and not any(node.pos in VERBS for node in nodes[marks[-1] + 1 : left]):
        return True
    first = next((i for i in range(left) if is_finite(reading, i)), left)
    commas = [b for b in reading.borders if first < b < left]
    bare = nodes[left].pos == "CCONJ"
    return any((bare and comma > reading.root) or _is_statement(reading, comma + 1, left) for comma in commas)


def _is_statement(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a clause with a subject and no conjunction starts here, or another member of a list of verbs."""
    nodes, words, language = reading.nodes, reading.words, reading.language
    if nodes[start].pos in VERBS and not re.fullmatch(language.non_finite, words[start]):
        return start > reading.root or nodes[start].pos == "VERB"
    opened = language.relative_starts | language.complementizers | language.bound_starts | language.conjunctions
    if words[start] in opened or nodes[start].pos not in (*NOMINALS, "PRON"):
        return False
    verb = next((i for i in range(start, end) if nodes[i].pos in VERBS), end)
    return verb < end and not set(words[start:verb]) & opened


def _is_main_verb(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece starts with a past form behind the comma that closes a relative clause."""
    borders = [b for b in reading.borders if b < left]
    start = left + 1 if left in reading.borders else left
    if not borders or start >= right or reading.nodes[start].pos not in VERBS or rule in SMALL:
        return False
    after = reading.words[borders[-1] + 1 : borders[-1] + 4]
    return bool(set(after) & reading.language.relative_starts) and not re.fullmatch(
        reading.language.non_finite, reading.words[start]
    )


def _goes_beyond(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a setting goes on behind a second comma with what the sentence may need: ", after X, on Y"."""
    if rule not in ("circumstance", "closing adverbial", "purpose"):
        return False
    inner = [b for b in reading.borders if left < b < right - 1]
    return any(reading.nodes[b + 1].pos in ("ADP", "SCONJ", *VERBS) for b in inner)


def _leaves_comma(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the comma behind the piece would part a subject from its verb, or set a phrase apart that it governed."""
    if rule in ("small words", "joined sentence") or right + 1 >= reading.end or reading.words[right] != ",":
        return False
    following = reading.nodes[right + 1]
    if following.pos == "ADP":
        return rule in ("relative clause", "participle clause") and not is_attribution(reading, right + 1)
    says = any(node.relation == "nsubj" and node.head == right + 1 for node in reading.nodes[right + 2 : right + 8])
    if following.pos not in VERBS or re.fullmatch(reading.language.non_finite, reading.words[right + 1]):
        return False
    if says or (is_attribution(reading, right + 1) and reading.words[right + 1] in reading.language.auxiliaries):
        return False
    before = [b for b in reading.borders if b < left and _is_outside_brackets(reading, b)]
    return not before


def _is_outside_brackets(reading: Reading, place: int) -> bool:
    before = reading.text[: reading.nodes[place].span.start]
    return before.count("(") == before.count(")")


TREE_REFUSALS: tuple[Callable[[Reading, int, int, str], bool], ...] = (
    _strips_apposition,
    _hides_subject,
    _is_last_of_three,
    _is_main_verb,
    _goes_beyond,
    _leaves_comma,
)
