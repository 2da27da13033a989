"""Who does what to whom: whether a line gives two names each other's part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from summarizer.languages import get_language
from summarizer.languages.claims import CLAIM_WORDS
from summarizer.support.names import Name

# Letters between two names within which one acts on the other.
_REACH = 140


def swapped(
    line: str, line_names: Sequence[Name], passage: str, passage_names: Sequence[Name], code: str
) -> tuple[str, str] | None:
    """Return two names that act in *line* as they are acted on in *passage*, by words of the same kind, or None."""
    for one, other in combinations(line_names, 2):
        acts = _actors(line, one, other, code)
        for first in _same(one, passage_names) if acts else ():
            for second in _same(other, passage_names):
                said = _actors(passage, *_in_order(first, second), code) if first is not second else {}
                if any((acts[kind] is one) != (said[kind] is first) for kind in acts.keys() & said.keys()):
                    return one.text, other.text
    return None


def _same(name: Name, others: Sequence[Name]) -> Iterator[Name]:
    return (other for other in others if set(name.keys) & set(other.keys))


def _in_order(one: Name, other: Name) -> tuple[Name, Name]:
    return (one, other) if one.span < other.span else (other, one)


def _actors(text: str, one: Name, other: Name, code: str) -> dict[str, Name]:
    """Return who acts of two names that follow one another in *text*, for each kind of act that stands between them."""
    between = text[one.span.end : other.span.start]
    if not between or len(between) > _REACH or re.search(r"[.;!?]\s", between):
        return {}
    found: dict[str, Name] = {}
    for kind, pattern in _predicates(code).items():
        match = pattern.search(between)
        if match is not None:
            found[kind] = other if _is_inverted(between, match.end(), code) else one
    return found


def _is_inverted(between: str, end: int, code: str) -> bool:
    """Tell whether the second name acts, by a word that ends at *end*: "by" or "of" follows, a relative pronoun, or it speaks."""
    words = CLAIM_WORDS[code]
    after = re.findall(r"\w+", between[end:].lower())
    if any(word in words.agent_marks for word in after) or (after[:1] and after[0] in words.possessive_marks):
        return True
    last = re.findall(r"\w+", between.lower())[-1:]
    if last and last[0] in get_language(code).report_verbs:
        return True
    return any(re.search(pattern, between, re.IGNORECASE) for pattern in words.inverted_starts)


@cache
def _predicates(code: str) -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for kind, pattern in CLAIM_WORDS[code].predicates.items()
    }
