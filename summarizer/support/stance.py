"""Which side a text takes on what can be so or its contrary, and whether a line takes the other side than the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.languages.stances import STANCES
from summarizer.support.polarity import Clause, clauses, signs_of


@dataclass(frozen=True, slots=True)
class Stance:
    """A side taken on a matter: whether it is so, and the clause that says it."""

    matter: str
    holds: bool
    clause: Clause
    is_carried: bool


@lru_cache(maxsize=4_000)
def stances(text: str, code: str) -> tuple[Stance, ...]:
    """Return the sides that *text*, in the language *code*, takes, in order.

    >>> [(stance.matter, stance.holds) for stance in stances("The council did not approve the plan.", "en")]
    [('accept', False)]
    """
    found: list[Stance] = []
    carried = False
    for clause in clauses(text, code):
        carried = carried and _continues(clause, code)
        found.extend(_sides(clause, carried, code))
        carried = clause.is_negated != carried
    return tuple(found)


def _continues(clause: Clause, code: str) -> bool:
    """Tell whether *clause* is what the clause before says or denies."""
    return clause.words[0].text.lower() in signs_of(code).subordinators


def _sides(clause: Clause, carried: bool, code: str) -> Iterator[Stance]:
    for matter, sides in _patterns(code).items():
        found = [list(side.finditer(clause.text)) for side in sides]
        if bool(found[0]) == bool(found[1]):
            continue
        matches = found[0] or found[1]
        flips = carried + signs_of(code).count(clause.text, matches[0])
        yield Stance(matter, bool(found[0]) == (flips % 2 == 0), clause, carried)


def is_reversed(clause: Clause, line: str, passages: Sequence[str], code: str) -> bool:
    """Tell whether *clause*, of *line*, takes the other side than all of *passages* that speak of the matter.

    Two matters on which it does so cancel each other; on a matter of which the line holds both sides it takes none.
    """
    return len(reversed_matters(clause, line, passages, code)) % 2 == 1


def reversed_matters(clause: Clause, line: str, passages: Sequence[str], code: str) -> list[str]:
    """Return the matters on which *clause* takes the other side."""
    own: dict[str, set[bool]] = {}
    for stance in stances(line, code):
        own.setdefault(stance.matter, set()).add(stance.holds)
    said: dict[str, set[bool]] = {}
    for passage in passages:
        for stance in stances(passage, code):
            if stance.clause.is_open and not stance.is_carried:
                continue
            said.setdefault(stance.matter, set()).add(stance.holds)
    matters = [stance.matter for stance in stances(line, code) if stance.clause == clause]
    return [matter for matter in matters if len(own[matter]) == 1 and said.get(matter, own[matter]).isdisjoint(own[matter])]


@cache
def _patterns(code: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    return {matter: (whole(one), whole(other)) for matter, (one, other) in STANCES[code].items()}
