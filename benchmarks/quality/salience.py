"""What whole digests keep of the annotated dev articles, and whether their key points have the right roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from benchmarks.quality.corpus import Metrics, name_of, percent
from models.recipes.ranking.articles import Mark, joined, marked_rows, texts_of
from summarizer import Digester, Options
from summarizer.results import Digest
from summarizer.types import Sentence, Span


def score(path: Path, *, data: Path, limit: int | None = None) -> Metrics:
    """Return figures over the dev rows of a ``salience_*.jsonl`` file, and those of the articles annotated in all layers.

    ``role`` is the share of key points (those from a title left out) whose role is the annotated one; ``role_all`` that of all
    annotated sentences when each is given its likeliest role; ``core`` the share of the sentences of importance 3 that the
    digest holds; ``useful`` the share of the sentences it holds that have importance 2 or 3; ``words`` its length.
    """
    lang = name_of(path)[-2:]
    digester = Digester(Options(language=lang, glossary_entries=0))
    rows = [row for row in marked_rows(lang) if row["split"] == "dev"][:limit]
    texts = texts_of(rows, data)
    collected: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        document, sentences, marks = joined(row, texts[row["set"], row["id"]], lang)
        digest = digester.digest_document(document)
        for name, value in _measured(digest, sentences, marks):
            collected[name].append(value)
    return {name: round(fmean(values), 2) for name, values in sorted(collected.items())}


def _measured(digest: Digest, sentences: tuple[Sentence, ...], marks: tuple[Mark, ...]) -> Iterator[tuple[str, float]]:
    def marks_at(span: Span) -> list[Mark]:
        return [mark for sentence, mark in zip(sentences, marks, strict=True) if sentence.span.overlaps(span)]

    for point in digest.key_points:
        found = marks_at(point.line.evidence[0])
        if found:
            yield "role", percent(any(point.role in (mark.role, mark.also) for mark in found))
    for item in digest.ranking:
        found = [mark for mark in marks_at(item.sentence.span) if mark.role]
        if found:
            likeliest = max(item.roles, key=lambda role: item.roles[role])
            yield "role_all", percent(any(likeliest in (mark.role, mark.also) for mark in found))
    lines = [*digest.summary.sentences, *(point.line for point in digest.key_points)]
    held = {span for line in lines for span in line.evidence}
    for span in held:
        found = marks_at(span)
        if found:
            yield "useful", percent(any(mark.importance > 1 for mark in found))
    for sentence, mark in zip(sentences, marks, strict=True):
        if mark.importance == 3:
            yield "core", percent(any(sentence.span.overlaps(span) for span in held))
    yield "words", float(sum(len(line.text.split()) for line in lines))
