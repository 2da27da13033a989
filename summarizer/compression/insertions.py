"""What stands between a subject and its verb, and ages behind names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.clauses import goes_on_bare
from summarizer.compression.reading import (
    NOMINALS,
    VERBS,
    Reading,
    after,
    children,
    hang_inside,
    heads_outside,
    is_attribution,
    span_before,
)
from summarizer.compression.signs import is_finite, is_relative, verb_after
from summarizer.results import Deletion
from summarizer.types import Span


def inserted_clauses(reading: Reading) -> Iterator[Deletion]:
    """Yield what stands between commas between a subject and its verb: ", réélue en mai,"."""
    for left in reading.borders:
        for right in list(after(reading, left))[:4]:
            verb = verb_after(reading, right)
            if verb is None or right - left <= 2 or right >= reading.end:
                continue
            subject = _subject_before(reading, verb, left)
            if subject is None:
                subject = _bare_subject(reading, left, verb)
            if not follows_noun(reading, left) or is_attribution(reading, right + 1):
                continue
            if subject is not None and _is_insertion(reading, left, right, subject):
                set_off = any(border in reading.borders for border in range(subject, left))
                end = right if set_off else right + 1
                yield Deletion("inserted clause", span_before(reading, left, end))


def follows_noun(reading: Reading, left: int) -> bool:
    """Tell whether the words before the comma *left* start as a subject does, and no opening phrase ends there."""
    phrase = max((border + 1 for border in reading.borders if border < left), default=0)
    while phrase < left and reading.nodes[phrase].pos == "CCONJ":
        phrase += 1
    return reading.nodes[phrase].pos in NOMINALS


def _subject_before(reading: Reading, verb: int, left: int) -> int | None:
    """Return the subject of *verb* that ends at the comma *left*."""
    subjects = [i for i in children(reading, verb, "nsubj") if i < left]
    if not subjects or subjects[-1] + 14 < left:
        return None
    between = reading.nodes[subjects[-1] + 1 : left]
    clean = all(node.relation not in ("nsubj", "root", "ccomp") for node in between)
    return subjects[-1] if clean and reading.nodes[subjects[-1]].pos in ("NOUN", "PROPN") else None


def _bare_subject(reading: Reading, left: int, verb: int) -> int | None:
    """Return the noun that the clause or sentence starts with where no verb stands between it and the comma *left*."""
    start = max((border + 1 for border in reading.borders if border < left), default=0)
    nodes = reading.nodes[start:left]
    if not nodes or nodes[0].pos not in NOMINALS or any(node.pos in VERBS for node in nodes):
        return None
    if any(left < i < verb and i > reading.borders[-1] for i in children(reading, verb, "nsubj")):
        return None
    return next((start + i for i, node in enumerate(nodes) if node.pos in ("NOUN", "PROPN")), None)


def _is_insertion(reading: Reading, left: int, right: int, subject: int) -> bool:
    start, nodes, language = left + 1, reading.nodes, reading.language
    words = reading.words[start:right]
    if any(reading.nodes[i].relation == "nsubj" for i in heads_outside(reading, start, right)):
        return False
    if re.search(language.binders, " ".join(words)):
        return False
    if words[0] in language.bound_starts or words[0] in language.conjunctions or left <= reading.root < right:
        return False
    inner = [border for border in reading.borders if left < border < right]
    if nodes[start].pos == "VERB" and len(inner) > 1:
        return False
    if is_relative(reading, start) or (nodes[start].pos == "VERB" and re.fullmatch(language.participles, words[0])):
        return not any(i > right for i in hang_inside(reading, left, right))
    if words[0] in language.closing_prepositions and nodes[start].pos == "ADP":
        return not any(is_finite(reading, i) for i in range(start, right)) and not any(
            i > right for i in hang_inside(reading, left, right)
        )
    if nodes[start].pos not in NOMINALS or set(words) & language.conjunctions or children(reading, subject, "conj"):
        return False
    if any(node.relation in ("conj", "nsubj") or is_finite(reading, i) for i, node in enumerate(nodes[start:right], start)):
        return False
    heads = heads_outside(reading, left, right)
    return len(heads) == 1 and nodes[heads[0]].relation == "appos" and not hang_inside(reading, left, right)


def ages(reading: Reading) -> Iterator[Deletion]:
    """Yield how old somebody is, between commas behind the name."""
    for left in reading.borders:
        match = re.match(reading.language.ages, reading.text[reading.nodes[left].span.start :])
        if match is None or reading.nodes[left - 1].pos != "PROPN" or left == 0:
            continue
        start, end = reading.nodes[left].span.start, reading.nodes[left].span.start + match.end()
        right = next((i for i, node in enumerate(reading.nodes) if node.span.start >= end), len(reading.nodes) - 1)
        following = reading.nodes[min(right + 1, len(reading.nodes) - 1)]
        # The comma behind stays where something else than the verb or a conjunction follows, and where another one closes that.
        verb = next((i for i in range(right + 1, len(reading.nodes)) if reading.nodes[i].pos in VERBS), len(reading.nodes))
        closes = any(right < border < verb for border in reading.borders)
        drops = following.pos == "CCONJ" or (following.pos == "ADP" and not closes)
        drops = drops or goes_on_bare(reading.text, reading.nodes, left, right)
        yield Deletion("age", Span(start, end + 1 if drops else end))
