"""Which roles a sentence earns as a key point, beside the points that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from summarizer.results import Line
from summarizer.types import Role

# A role is given to a sentence when the classifier gives it this much: the roles that are seldom right below it must be surer,
# context takes what earns nothing else. Against 0.25 for all and the likeliest where none has it, 1.2 (FR) and 2.8 (EN) more
# roles of 100 are right on the annotated dev articles.
_EARNED: Mapping[Role, float] = {"cause": 0.3, "next": 0.3, "context": 0.0}
_EARNED_OTHERWISE = 0.25
# A second line is called news only when it is surely news: of important sentences with this much 8 of 10 are.
_SURELY_NEWS = 0.75
# Roles that a reader looks for and few sentences have: one that has it with this probability comes before what is worth more.
_SURE: Mapping[Role, float] = MappingProxyType({"cause": 0.5, "consequence": 0.5, "takeaway": 0.6})
# Points of one role at most. Readers of forty digests found fifteen of twenty second lines called news to be something else when
# no such certainty was asked for.
_MOST_OF_A_ROLE, _MOST_NEWS = 3, 2

# How often editors give each role, of 100 sentences of the annotated articles.
_FREQUENCY: Mapping[Role, float] = MappingProxyType(
    {
        "event": 22,
        "cause": 5.5,
        "consequence": 4,
        "figures": 6,
        "reaction": 22.5,
        "context": 32.5,
        "next": 5.5,
        "takeaway": 2,
    }
)
# How far that is taken out of its probability (logit adjustment; Menon et al. 2021): a reader is better served
# by the one cause than by a third line of context. Of the points of the dev articles as many roles are right as without it, and
# there are nearly twice as many consequences (FR 19 for 11).
_LIFT = 0.25

RoleChoice = Callable[[Mapping[Role, float], Sequence[tuple[Role, Line]]], Iterator[Role]]


def lifted(roles: Mapping[Role, float]) -> dict[Role, float]:
    """Return the probabilities of the roles as weights that sum to 1, in which seldom ones count more.

    >>> found = lifted({"context": 0.5, "cause": 0.5})
    >>> round(found["context"], 2), round(found["cause"], 2)
    (0.39, 0.61)
    """
    weights = {role: share / _FREQUENCY[role] ** _LIFT for role, share in roles.items()}
    total = sum(weights.values()) or 1.0
    return {role: weight / total for role, weight in weights.items()}


def earned(roles: Mapping[Role, float], chosen: Sequence[tuple[Role, Line]]) -> Iterator[Role]:
    """Yield the roles that a sentence with these probabilities earns and of which there are not too many points yet."""
    taken = Counter(role for role, _ in chosen)
    for role, share in roles.items():
        is_news = role == "event"
        needed = _SURELY_NEWS if is_news else _EARNED.get(role, _EARNED_OTHERWISE)
        if share >= needed and taken[role] < (_MOST_NEWS if is_news else _MOST_OF_A_ROLE):
            yield role


def surely(roles: Mapping[Role, float], chosen: Sequence[tuple[Role, Line]]) -> Iterator[Role]:
    """Yield the seldom roles that a sentence surely has and no point yet."""
    taken = {role for role, _ in chosen}
    yield from (role for role, least in _SURE.items() if roles[role] >= least and role not in taken)


def likeliest(roles: Mapping[Role, float], chosen: Sequence[tuple[Role, Line]]) -> Iterator[Role]:
    """Yield the likeliest role of which there are not too many points yet, be it earned or not."""
    taken = Counter(role for role, _ in chosen)
    left = [role for role in roles if taken[role] < (1 if role == "event" else _MOST_OF_A_ROLE)]
    yield from sorted(left, key=lambda role: -roles[role])[:1]
