"""Terms of a corpus as a set of lower-cased expressions (ACTER), gold with named entities."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.quality.corpus import Metrics, prf, rows
from summarizer import Digester, Options, SummarizerError
from summarizer.reading import from_text
from summarizer.types import Source


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of the candidate terms of all texts of *path* against the gold list beside it."""
    gold = {row["term"] for row in rows(path.with_name(path.name.replace("_texts", "_gold")))}
    digester = Digester(Options(language=path.name[:2]))
    found: Counter[str] = Counter()
    for row in list(rows(path))[:limit]:
        try:
            document = digester.prepare(from_text(row["text"], Source(row["id"], "text/plain")))
        except SummarizerError:
            continue
        extraction = digester.extract(document, *digester.analyse(document))
        found.update(term.text.lower() for term in extraction.terms)
        found.update(entity.name.lower() for entity in extraction.entities)
    return {f"default_{name}": value for name, value in prf([(set(found), gold)]).items()}
