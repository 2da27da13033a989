"""Entities of all types on the project's own dev sentences and dev articles."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics, name_of, percent, prf, rows
from benchmarks.quality.ner import entities_of
from models.recipes.folds import is_measured
from models.recipes.pipelines.corpora import MARKED
from summarizer import Digester, Options
from summarizer.glossary import build_glossary
from summarizer.languages import get_language
from summarizer.results import GlossaryEntry
from summarizer.types import Block, Document, LanguageGuess, Source

FOLDER = Path(__file__).resolve().parents[2] / "models" / "annotations"


def score_sentences(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of (surface, label) pairs a sentence, over the held-out lines of a ``sentences_*.txt`` file."""
    digester = Digester(Options(language=name_of(path)[-2:]))
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[: limit and 4 * limit]):
        if is_measured(name_of(path), number):
            gold = {(match.group(2), match.group(1)) for match in MARKED.finditer(line)}
            pairs.append((set(entities_of(MARKED.sub(r"\2", line), digester)), gold))
    return prf(pairs)


def score_articles(path: Path, *, data: Path, limit: int | None = None) -> Metrics:
    """Return F1 of mentions (span, label) over the dev articles, joined with their texts in *data*, and the percentage of their
    glossary entries that have a definition.
    """
    code = name_of(path)[-2:]
    digester = Digester(Options(language=code))
    articles = [row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["split"] == "dev"][:limit]
    texts = {
        name: {row["id"]: row for row in rows(data / "summaries" / f"{name}.jsonl.gz")} for name in {a["set"] for a in articles}
    }
    pairs: list[tuple[set[Any], set[Any]]] = []
    entries: list[GlossaryEntry] = []
    for article in articles:
        document, gold = _marked(article, texts[article["set"]][article["id"]], code)
        extraction = digester.extract(document, *digester.analyse(document))
        found = {(span.start, span.end, entity.label) for entity in extraction.entities for span in entity.mentions}
        pairs.append((found, gold))
        limit_a_digest = digester.options.glossary_entries
        entries += build_glossary(document, extraction, language=get_language(code), limit=limit_a_digest).entries
    return prf(pairs) | {"defined": percent(sum(entry.definition is not None for entry in entries) / max(1, len(entries)))}


def _marked(article: dict[str, Any], fields: dict[str, str], code: str) -> tuple[Document, set[Any]]:
    """Return the article, title and text set one after the other, and the mentions marked in it as spans."""
    title, body = fields.get("title") or "", fields["text"]
    text = f"{title}\n\n{body}"
    offset = {"title": 0, "text": len(title) + 2}
    gold = {
        (start + offset[field], end + offset[field], entity["label"])
        for entity in article["entities"]
        for field, start, end in entity["mentions"]
    }
    paragraphs = [
        Block("paragraph", match.group(), start=match.start() + offset["text"]) for match in re.finditer(r"[^\n]+", body)
    ]
    blocks = (*([Block("title", title)] if title else []), *paragraphs)
    return Document(Source("row", "text/plain"), LanguageGuess(code, 1.0), title, text, blocks), gold
