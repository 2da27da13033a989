"""Why each sentence was chosen or left out, as a table for the terminal."""

from __future__ import annotations

from rich.table import Table

from summarizer.results import Digest, RankedSentence
from summarizer.types import Span

# Reasons told of a sentence, the weightiest first.
_REASONS = 4


def explain(digest: Digest) -> Table:
    """Return a row for every sentence of the article proper: where it stands in the digest, its scores and their reasons.

    ``score`` is how much it belongs in a short abstract, the sum of the reasons and a constant; ``value`` what a reader of the
    digest would lose without it (0 nothing, 1 a fact, 2 the news).
    """
    table = Table(title=digest.document.title or None, title_justify="left", show_lines=True)
    for name in ("#", "used as", "score", "value", "role", "reasons", "sentence"):
        table.add_column(name, justify="right" if name in ("#", "score", "value") else "left")
    for item in digest.ranking:
        share, role = max(((share, role) for role, share in item.roles.items()), default=(0.0, "-"))
        table.add_row(
            str(item.sentence.index),
            _use(item.sentence.span, digest),
            f"{item.score:.2f}",
            f"{item.worth:.2f}",
            f"{role} {share:.0%}",
            _reasons(item),
            item.sentence.text,
        )
    return table


def _use(span: Span, digest: Digest) -> str:
    uses = [point.label for point in digest.key_points if span in point.line.evidence]
    lines = [*digest.summary.sentences, *(point.line for point in digest.key_points)]
    if any(span in line.evidence for line in digest.summary.sentences):
        uses.insert(0, "synthesis")
    cut = next((line.deletions for line in lines if span in line.evidence and line.deletions), ())
    if cut:
        uses.append("without " + ", ".join(sorted({deletion.rule for deletion in cut})))
    return "\n".join(uses)


def _reasons(item: RankedSentence) -> str:
    told = sorted((reason for reason in item.reasons if reason.feature != "base"), key=lambda reason: -abs(reason.value))
    return "\n".join(f"{reason.value:+.2f} {reason.feature}" for reason in told[:_REASONS])
