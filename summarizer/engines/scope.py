"""How much of the article an engine reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.engines.draft import Assignment
from summarizer.results import Line


def chosen_only(assignment: Assignment, lines: Iterable[Line]) -> Assignment:
    """Return *assignment* with only the sentences that *lines* rest on; as it is where they rest on none."""
    spans = {span for line in lines for span in line.evidence}
    kept = tuple(item for item in assignment.ranked if item.sentence.span in spans)
    return replace(assignment, ranked=kept) if kept else assignment
