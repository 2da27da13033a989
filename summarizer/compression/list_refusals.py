"""What speaks against a cut in a series: the member of a list cannot go without the others."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.compression.kinds import NAMING, SECOND, SMALL
from summarizer.compression.reading import NOMINALS, VERBS, Reading
from summarizer.compression.signs import first_word, is_finite, words_from


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
    first = min(first, reading.root)
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


def _is_first_of_list(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a list goes on behind a piece that follows a subject: "the port, known for its cranes, its quays and…"."""
    if rule not in NAMING or right + 1 >= reading.end or "," not in (reading.words[right], reading.words[right - 1]):
        return False
    following = right + 1 if reading.words[right] == "," else right
    phrase = max((border + 1 for border in reading.borders if border < left), default=0)
    return (
        reading.nodes[following].pos in ("DET", "NOUN", "PROPN", "ADJ")
        and reading.nodes[phrase].pos in NOMINALS
        and not any(is_finite(reading, i) for i in range(phrase, left))
    )


def _repeats_start(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece starts as an earlier piece or a later part of it does: a member of a list."""
    start = first_word(reading, left)
    if rule in SMALL or rule in SECOND or left == 0 or start >= right:
        return False
    word, nodes = reading.words[start], reading.nodes
    if nodes[start].pos not in VERBS and word not in reading.language.relative_starts:
        return False
    others = [b + 1 for b in reading.borders if b + 1 != start and b + 1 < right]
    starts = [i + (nodes[i].pos == "CCONJ") for i in others]
    listed = any(reading.words[i] == word for i in starts if i < reading.end)
    return listed or (reading.words[max(0, start - 12) : start - 1].count(word) > 0 and nodes[start].pos == "VERB")


def _is_second_apposition(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece follows another that names the same thing: the object of "made X, Y, Z" or a list."""
    borders = [b for b in reading.borders if b < left]
    if rule not in ("apposition", "inserted clause") or not borders or reading.nodes[borders[-1] + 1].pos not in NOMINALS:
        return False
    verbless = not any(reading.nodes[i].pos in VERBS for i in range(borders[-1] + 1, left))
    return verbless and reading.root < borders[-1]


def _holds_list_end(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the last member of a list that starts before the piece stands in it: ", dont X, ainsi que Y"."""
    if rule in SMALL or rule in SECOND:
        return False
    starts = [first_word(reading, left), *(b + 1 for b in reading.borders if left < b < right - 1)]
    return any(re.match(reading.language.list_ends, words_from(reading, i)) for i in starts)


def _is_listed_thing(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece names two things with an article each, as the rest of a list does: ", a cook and a clerk"."""
    first = first_word(reading, left)
    if rule not in ("apposition", "closing clause") or right < reading.end or reading.nodes[first].pos not in ("DET", "NUM"):
        return False
    joins = [i for i in range(first, right - 1) if reading.nodes[i].pos == "CCONJ"]
    return any(reading.nodes[i + 1].pos in ("DET", "NUM") for i in joins)


def _is_bare_member(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an adverbial clause opens with a noun or pronoun and no participle: a member of a list of verbs."""
    first = first_word(reading, left)
    if rule != "adverbial clause" or left == 0 or reading.nodes[first].pos not in ("PRON", "DET", "NOUN"):
        return False
    stop = next((b for b in reading.borders if first < b < right), right)
    return not any(re.fullmatch(reading.language.participles, reading.words[i]) for i in range(first, stop))


def _ends_series(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece ends a series of participles that starts before it: "ramming a pier, waving, and leaving"."""
    first, nodes = first_word(reading, left), reading.nodes
    opened = max((b + 1 for b in reading.borders if b + 1 < first), default=0)
    has_earlier = any(nodes[i].pos == "VERB" and i != reading.root for i in range(opened, first))
    if rule in SMALL or nodes[first].pos != "VERB" or not has_earlier:
        return False
    joins = [i for i in range(first, right - 1) if nodes[i].pos == "CCONJ"]
    return any(nodes[j].pos == "VERB" for i in joins for j in range(i + 1, min(i + 3, right)))


LIST_REFUSALS: tuple[Callable[[Reading, int, int, str], bool], ...] = (
    _is_last_of_three,
    _is_first_of_list,
    _repeats_start,
    _is_second_apposition,
    _holds_list_end,
    _is_listed_thing,
    _is_bare_member,
    _ends_series,
)
