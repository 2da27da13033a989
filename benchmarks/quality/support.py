"""How many planted inventions the support rules catch, and how many true paraphrases they drop."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, name_of, percent
from summarizer import Digester, Options, reading
from summarizer.support import Grounds, Verdict, grounds_of, judge, spans_of
from summarizer.types import Source

FOLDER = Path(__file__).with_name("data")


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return the share of planted lines caught, of each kind and of all, and of true ones kept, in each split."""
    marks: dict[str, list[bool]] = defaultdict(list)
    for split, kind, _, verdict in judged(path, limit=limit):
        if kind == "true":
            marks[f"{split}_kept"].append(verdict.is_supported)
        else:
            marks[f"{split}_caught"].append(not verdict.is_supported)
            marks[f"{kind}_caught"].append(not verdict.is_supported)
    return {name: percent(sum(values) / len(values)) for name, values in sorted(marks.items())}


def judged(path: Path, *, limit: int | None = None) -> Iterator[tuple[str, str, str, Verdict]]:
    """Yield split, kind (``true`` or that of the invention), line and verdict for every line of the file."""
    digester = Digester(Options(language=name_of(path)[-2:]))
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()[:limit]):
        grounds = article_grounds(row["article"], digester)
        yield from ((row["split"], "true", line, judge(line, grounds)) for line in row["true"])
        yield from ((row["split"], plant["kind"], plant["text"], judge(plant["text"], grounds)) for plant in _plants(row))


def article_grounds(text: str, digester: Digester) -> Grounds:
    """Return an article's text as grounds, as the pipeline makes them."""
    digest = digester.digest(reading.from_text(text, Source("article", "text/plain")))
    return grounds_of(digest.document, spans_of(digest.document, digest.ranking), entities=digest.entities)


def _plants(row: dict[str, Any]) -> list[dict[str, Any]]:
    plants: list[dict[str, Any]] = row["planted"]
    return plants
