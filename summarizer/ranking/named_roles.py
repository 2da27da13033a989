"""What a heading, the question before or a sentence itself says of its role ("What happens next", "La raison : …")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.languages.record import Language
from summarizer.results import RankedSentence
from summarizer.types import ROLES, Block, Role

# What the odds of a named role are multiplied by. At 8 a sentence that has "cause" as likely as any one has it with 0.3; 16 makes
# reasons of figures and background that stand in the same section.
_LIKELIER = 8.0
# The depth of a heading or question of which none is known: it ends the section of another such one.
_DEEPEST = 9


def as_named(ranked: Sequence[RankedSentence], blocks: Sequence[Block], language: Language) -> tuple[RankedSentence, ...]:
    """Return *ranked*, the roles that a heading, the question before or the sentence itself names made likelier.

    The classifiers learned from articles without headings. Where a role is more frequent than there, its odds change by as much
    as its frequency does (Saerens, Latinne and Decaestecker 2002).
    """
    above = list(_roles_named(blocks, language))
    asked = {item.sentence.index + 1: _roles_asked(item.sentence.text, language) for item in ranked}
    named = [
        above[item.sentence.block]
        | asked.get(item.sentence.index, frozenset())
        | _roles_of(item.sentence.text, language.stated_roles, re.match)
        for item in ranked
    ]
    return tuple(
        replace(item, roles=_shifted(item.roles, roles)) if roles else item for item, roles in zip(ranked, named, strict=True)
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
            above.append((level, _roles_of(block.text, language.heading_roles, re.search)))
        yield next((roles for _, roles in reversed(above) if roles), frozenset())


def _roles_asked(text: str, language: Language) -> frozenset[Role]:
    """Return the roles of the answer to *text*, where it is a question."""
    return _roles_of(text, language.heading_roles, re.search) if text.endswith("?") else frozenset()


def _roles_of(text: str, patterns: Mapping[str, str], found: Callable[..., re.Match[str] | None]) -> frozenset[Role]:
    return frozenset(role for role in ROLES if role in patterns and found(patterns[role], text, re.IGNORECASE))


def _shifted(roles: Mapping[Role, float], named: frozenset[Role]) -> dict[Role, float]:
    values = {role: share * (_LIKELIER if role in named else 1.0) for role, share in roles.items()}
    total = sum(values.values())
    return {role: value / total for role, value in values.items()}
