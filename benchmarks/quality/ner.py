"""Entity spans on running text rebuilt from tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, prf, rows
from summarizer import Digester, Options, SummarizerError
from summarizer.reading import from_text
from summarizer.types import Source

LABELS = ("PER", "LOC", "ORG")
# The dev files are large; this many sentences per source are enough for two figures.
PER_SOURCE = 1_000


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of PER, LOC and ORG names by source: (surface, label) pairs a sentence."""
    digester = Digester(Options(language=path.name[:2], summary_words=10, key_points=0, glossary_entries=0))
    pairs: dict[str, list[tuple[set[Any], set[Any]]]] = {}
    for row in rows(path):
        collected = pairs.setdefault(row["source"], [])
        if len(collected) < (limit or PER_SOURCE):
            collected.append((_found(row, digester), _gold(row)))
    return {f"{source}_{name}": value for source, found in sorted(pairs.items()) for name, value in prf(found).items()}


def _gold(row: dict[str, Any]) -> set[tuple[str, str]]:
    names: set[tuple[str, str]] = set()
    current: list[str] = []
    label = ""
    for token, tag in [*zip(row["tokens"], row["ner"], strict=True), ("", "O")]:
        if tag.startswith("I-") and current:
            current.append(token)
            continue
        if current and label in LABELS:
            names.add((_squeeze("".join(current)), label))
        current, label = ([token], tag[2:]) if tag != "O" else ([], "")
    return names


def _found(row: dict[str, Any], digester: Digester) -> set[tuple[str, str]]:
    try:
        digest = digester.digest(from_text(" ".join(row["tokens"]), Source("row", "text/plain")))
    except SummarizerError:
        return set()
    text = digest.document.text
    return {
        (_squeeze(span.of(text)), entity.label)
        for entity in digest.entities
        if entity.label in LABELS
        for span in entity.mentions
    }


def _squeeze(name: str) -> str:
    return "".join(name.split())
