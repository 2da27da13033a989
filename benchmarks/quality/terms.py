"""Terms of a corpus as a set of lower-cased expressions (ACTER), gold with named entities."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.corpus import Metrics, percent, prf, rows
from summarizer import Digester, Options, SummarizerError
from summarizer.corpus_terms import CUTS, TermCounter
from summarizer.languages import get_language
from summarizer.reading import from_text
from summarizer.types import Source


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of the ranked terms of all texts of *path* against the gold list beside it, at the default and the best cut."""
    gold = {row["term"] for row in rows(path.with_name(path.name.replace("_texts", "_gold")))}
    digester = Digester(Options(language=path.name[:2]))
    counter = TermCounter(get_language(path.name[:2]))
    for row in list(rows(path))[:limit]:
        try:
            document = digester.prepare(from_text(row["text"], Source(row["id"], "text/plain")))
        except SummarizerError:
            continue
        doc, sentences = digester.analyse(document)
        counter.add(doc, digester.extract(document, doc, sentences))
    ranked = counter.ranked(least=float("-inf"))
    chosen = {term.term for term in ranked if term.score >= CUTS[path.name[:2]]}
    best, right = 0.0, 0
    for number, term in enumerate(ranked, 1):
        right += term.term in gold
        best = max(best, 2 * right / (number + len(gold)))
    return {"best_f": percent(best), **{f"default_{name}": value for name, value in prf([(chosen, gold)]).items()}}
