"""What the heading or question above a section says of the role of its sentences ("Pourquoi ?", "What happens next")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.languages.record import Language
from summarizer.results import RankedSentence
from summarizer.roles import FREQUENCY
from summarizer.types import ROLES, Block, Role

# The share of a section's sentences that are taken to have the role that its heading names.
_NAMED = 0.25
# No odds are multiplied by more.
_MOST = 8.0
# The depth of a heading or question of which none is known: it ends the section of another such one.
_DEEPEST = 9


def under_headings(ranked: Sequence[RankedSentence], blocks: Sequence[Block], language: Language) -> tuple[RankedSentence, ...]:
    """Return *ranked*, the roles of sentences below a heading that names one likelier: as likely as it is frequent there.

    The classifiers learned from articles without headings. A known shift of the frequencies changes the odds by as much
    (Saerens, Latinne and Decaestecker 2002).
    """
    named = list(_roles_named(blocks, language))
    return tuple(
        replace(item, roles=_shifted(item.roles, named[item.sentence.block])) if named[item.sentence.block] else item
        for item in ranked
    )


def _roles_named(blocks: Sequence[Block], language: Language) -> Iterator[frozenset[Role]]:
    """Yield for each block the roles that the nearest heading above it names, or the one above that where it names none."""
    above: list[tuple[int, frozenset[Role]]] = []
    for block in blocks:
        if block.kind == "title":
            above = []
        elif block.kind in ("heading", "question"):
            level = block.level or _DEEPEST
            above = [(depth, roles) for depth, roles in above if depth < level]
            above.append((level, _roles_of(block.text, language)))
        yield next((roles for _, roles in reversed(above) if roles), frozenset())


def _roles_of(heading: str, language: Language) -> frozenset[Role]:
    patterns = language.heading_roles
    return frozenset(role for role in ROLES if role in patterns and re.search(patterns[role], heading, re.IGNORECASE))


def _shifted(roles: Mapping[Role, float], named: frozenset[Role]) -> dict[Role, float]:
    wanted = _NAMED / len(named)
    odds = {role: min(_MOST, wanted / (1 - wanted) * (100 - FREQUENCY[role]) / FREQUENCY[role]) for role in named}
    values = {role: share * max(1.0, odds.get(role, 1.0)) for role, share in roles.items()}
    total = sum(values.values())
    return {role: value / total for role, value in values.items()}
