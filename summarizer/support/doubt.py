"""How likely a line is invented, by what readers' lines taught: true ones and ones with a planted invention.

Two ensembles of trees (``models/recipes/support.py``): one tells of each thing that a line mentions whether something else stands
among these words in the article, the other, of the whole line, from that and from what the rules and the comparison found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from summarizer.forest import Forest, load_forest
from summarizer.support.comparison import Comparison
from summarizer.support.mentions import Mention
from summarizer.support.polarity import clauses, signs_of
from summarizer.support.stance import is_confirmed, reversed_matters
from summarizer.support.surroundings import Surroundings

# Objections of the rules that the ensemble is told of.
COUNTED = ("unsupported", "name", "name-place", "number", "number-place", "date", "date-place", "contradiction")
LINE_MEASURES = (
    *(
        "one_sentence",
        "two_sentences",
        "anywhere",
        "unknown_words",
        "unknown",
        "unknown_in_best",
        "words",
        "coverage",
        "evidence",
    ),
    *(f"rule_{code}" for code in COUNTED),
    *("negations", "denials", "negations_in_best", "denials_in_best", "reversed", "confirmed"),
    *("doubt_name", "doubt_number", "doubt_date", "doubt_noun", "doubt_body", "doubt_most", "doubt_second", "is_french"),
)
# The log-odds of what is not there.
_NO_DOUBT = -6.0
_MOST = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """The log-odds that a line is invented, and the mention of which that is likeliest, with its own."""

    value: float
    mention: Mention | None
    of_mention: float


def doubt(comparison: Comparison, codes: Iterable[str], *, coverage: float, evidence: int) -> Doubt:
    """Return how likely the line of *comparison* is invented.

    *codes* are those of the objections that rules have; the line rests on *evidence* sentences, which hold the share *coverage*
    of its words.
    """
    rows, mentions = mention_rows(comparison)
    doubts = _forest("mentions").predict(rows).tolist() if rows else []
    line = line_row(comparison, codes, mentions, doubts, coverage=coverage, evidence=evidence)
    most = max(range(len(doubts)), key=doubts.__getitem__, default=None)
    value = float(_forest("lines").predict([line])[0])
    return Doubt(value, None, _NO_DOUBT) if most is None else Doubt(value, mentions[most], doubts[most])


def mention_rows(comparison: Comparison) -> tuple[list[list[float]], list[Mention]]:
    """Return the measures of what the line mentions, and the mentions, in the same order."""
    pairs = [(Surroundings(mention, comparison).measures(), mention) for mention in comparison.mentions]
    told = [(row, mention) for row, mention in pairs if row]
    return [row for row, _ in told], [mention for _, mention in told]


def line_row(
    comparison: Comparison,
    codes: Iterable[str],
    mentions: Sequence[Mention],
    doubts: Sequence[float],
    *,
    coverage: float,
    evidence: int,
) -> list[float]:
    """Return the values of LINE_MEASURES; *doubts* are those of the *mentions*."""
    counted = Counter(codes)
    values: dict[str, float] = {f"rule_{code}": counted[code] for code in COUNTED}
    for kind in ("name", "number", "date", "noun", "body"):
        own = (value for value, mention in zip(doubts, mentions, strict=True) if mention.kind == kind)
        values[f"doubt_{kind}"] = max(own, default=_NO_DOUBT)
    values["doubt_most"], values["doubt_second"] = [*sorted(doubts, reverse=True), _NO_DOUBT, _NO_DOUBT][:2]
    values |= _held(comparison) | _sides(comparison)
    values |= {"coverage": coverage, "evidence": evidence, "is_french": comparison.grounds.code == "fr"}
    return [float(values[name]) for name in LINE_MEASURES]


def _held(comparison: Comparison) -> dict[str, float]:
    """Return how much of the line one sentence, two and all of the article hold, and what none does."""
    weights, carried = comparison.weights, comparison.carried
    total = float(weights.sum()) or 1.0
    words = len(comparison.content)
    if not len(carried) or not words:
        return dict.fromkeys(LINE_MEASURES[:7], 0.0) | {"words": words}
    shares = comparison.wholes
    best = carried[int(shares.argmax())]
    somewhere = comparison.held.max(axis=0)
    return {
        "one_sentence": shares.max(),
        "two_sentences": (np.maximum(best, carried) @ weights).max() / total,
        "anywhere": somewhere @ weights / total,
        "unknown_words": (somewhere == 0).sum(),
        "unknown": weights[somewhere == 0].sum() / total,
        "unknown_in_best": weights[best == 0].sum() / total,
        "words": words,
    }


def _sides(comparison: Comparison) -> dict[str, float]:
    """Return the negations and denials of the line and of the sentence that holds most of it, and the matters they differ on."""
    claim, grounds = comparison.claim, comparison.grounds
    code, passages = grounds.code, grounds.passages
    shares = comparison.wholes
    best = passages[int(shares.argmax())].text if len(shares) else ""
    own = clauses(claim.text, code)
    values = {
        "reversed": sum(len(reversed_matters(clause, claim, passages, code)) for clause in own),
        "confirmed": sum(is_confirmed(clause, claim, passages, code) for clause in own),
    }
    signs = signs_of(code)
    for suffix, text in (("", claim.text), ("_in_best", best)):
        bare = signs.bared(text)
        for name, pattern in (("negations", signs.negations), ("denials", signs.denials)):
            values[f"{name}{suffix}"] = min(_MOST, len({match.group().lower() for match in pattern.finditer(bare)}))
    return {name: float(value) for name, value in values.items()}


@cache
def _forest(part: str) -> Forest:
    return load_forest("support.json", part)
