"""Entity spans on running text rebuilt from tokens."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, name_of, prf, rows
from models.recipes.folds import is_measured
from summarizer import Digester, Options
from summarizer.types import Block, Document, LanguageGuess, Source

LABELS = ("PER", "LOC", "ORG")
# The dev files are large; this many sentences per source are enough for two figures.
PER_SOURCE = 1_000


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of PER, LOC and ORG names by source: (surface, label) pairs a sentence."""
    digester = Digester(Options(language=path.name[:2]))
    pairs: dict[str, list[tuple[set[Any], set[Any]]]] = {}
    numbers: Counter[str] = Counter()
    for row in rows(path):
        source, number = row["source"], numbers[row["source"]]
        numbers[source] += 1
        collected = pairs.setdefault(source, [])
        if len(collected) < (limit or PER_SOURCE) and is_measured(name_of(path), number, source):
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
    entities = entities_of(" ".join(row["tokens"]), digester)
    return {(_squeeze(name), label) for name, label in entities if label in LABELS}


def entities_of(text: str, digester: Digester) -> list[tuple[str, str]]:
    """Return (surface, label) for every mention that the extraction stage finds in *text*, taken as one paragraph."""
    code = digester.options.language or "en"
    document = Document(Source("row", "text/plain"), LanguageGuess(code, 1.0), "", text, (Block("paragraph", text),))
    entities = digester.extract(document, *digester.analyse(document)).entities
    return [(span.of(text), entity.label) for entity in entities for span in entity.mentions]


def _squeeze(name: str) -> str:
    return "".join(name.split())
