"""Train what doubts a generated line: ``python -m models.recipes.support``.

Taught by ``models/annotations/support_{language}.jsonl``, articles with true lines and lines with a planted invention, and by
those of ``benchmarks/quality/data`` that the rules were tuned on. Prints, for articles that each of five folds left out, how much
is caught and kept at several cuts, beside the rules alone, and writes ``models/support.json``.
"""

from __future__ import annotations

import difflib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np

from benchmarks.quality import support as measured
from models.recipes.listing import enter
from models.recipes.trees import REPEATABLE, exported
from summarizer import Digester, Options
from summarizer.support.comparison import Comparison
from summarizer.support.doubt import LINE_MEASURES, line_row, mention_rows
from summarizer.support.grounds import Grounds
from summarizer.support.judgement import read_line
from summarizer.support.mentions import Mention
from summarizer.support.surroundings import MENTION_MEASURES
from summarizer.types import Span

ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"
COMMAND = "python -m models.recipes.support"
FOLDS = 5
# Share of a planted line that its true one must have for its other words to be the invention.
ALIKE = 0.5
# Kind of the invention -> kinds of mentions that may be it.
PLANTED = {
    "person": ("name", "noun"),
    "name": ("name", "noun"),
    "org": ("name", "noun", "body"),
    "number": ("number",),
    "date": ("date",),
}
# The same where the planted line was not made from a true one: the only mention of such a kind is it.
TELLING = {**PLANTED, "person": ("name",), "name": ("name",), "org": ("name", "body")}
COMMON = {**REPEATABLE, "feature_fraction": 0.6, "bagging_fraction": 0.8}
MENTIONS = {**COMMON, "learning_rate": 0.04, "num_leaves": 12, "min_data_in_leaf": 25}
LINES = {**COMMON, "learning_rate": 0.03, "num_leaves": 5, "min_data_in_leaf": 40}
MENTION_TREES, LINE_TREES = 250, 350
# Log-odds above which the report takes a line for invented: where the rules do not object, and where they do.
# The last pair is that of ``summarizer/support/judgement.py``.
CUTS = ((-0.5, -0.5), (0.0, 0.0), (0.3, 0.3), (0.6, 0.6), (1.0, 1.0), (0.6, 0.0), (0.6, -0.5), (0.6, -1.0), (0.7, -1.0))


@dataclass(slots=True)
class Line:
    """A line with what was measured of it; ``invented`` is 1 for a mention that was planted, 0 for a true one, -1 for unknown."""

    article: str
    lang: str
    kind: str
    objected: bool
    codes: tuple[str, ...]
    coverage: float
    evidence: int
    comparison: Comparison
    rows: list[list[float]]
    mentions: list[Mention]
    invented: list[int]
    row: list[float] = field(default_factory=list)

    def fill(self, doubts: Sequence[float]) -> None:
        """Measure the line as a whole, now that its mentions have *doubts*."""
        self.row = line_row(self.comparison, self.codes, self.mentions, doubts, coverage=self.coverage, evidence=self.evidence)


def rows_of(lang: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that are trained on."""
    for path in (ANNOTATIONS / f"support_{lang}.jsonl", measured.FOLDER / f"support_{lang}.jsonl"):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        yield from (row for row in rows if row.get("split", "train") in ("train", "dev", "fresh"))


def lines_of(job: tuple[str, dict[str, Any]]) -> list[Line]:
    """Return the lines of an article."""
    lang, row = job
    grounds = measured.article_grounds(row["article"], Digester(Options(language=lang)))
    true = [_line(row["id"], "true", text, (), grounds) for text in row["true"]]
    planted = [_line(row["id"], plant["kind"], plant["text"], _changes(plant, row["true"]), grounds) for plant in row["planted"]]
    return true + planted


def _line(article: str, kind: str, text: str, changes: Sequence[Span] | None, grounds: Grounds) -> Line:
    claim, chosen, coverage, objections = read_line(text, grounds)
    comparison = Comparison(claim, grounds)
    rows, mentions = mention_rows(comparison)
    codes = tuple(objection.code for objection in objections)
    invented = _invented(kind, mentions, changes)
    return Line(article, grounds.code, kind, bool(objections), codes, coverage, len(chosen), comparison, rows, mentions, invented)


def _changes(plant: dict[str, Any], true: Sequence[str]) -> list[Span] | None:
    """Return the words of a planted line that its true one has not, or None where it was made from none, or is all its own."""
    if not 0 <= plant["of"] < len(true):
        return None
    one = [word.lower() for word in re.findall(r"\w+", true[plant["of"]])]
    words = list(re.finditer(r"\w+", plant["text"]))
    matcher = difflib.SequenceMatcher(None, one, [word.group().lower() for word in words], autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    return [
        Span(*words[place].span())
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind != "equal"
        for place in range(start, end)
    ]


def _invented(kind: str, mentions: Sequence[Mention], changes: Sequence[Span] | None) -> list[int]:
    if kind == "true":
        return [0] * len(mentions)
    if changes is None:
        likely = [mention for mention in mentions if mention.kind in TELLING.get(kind, ())]
        return [1 if len(likely) == 1 and mention in likely else -1 for mention in mentions]
    is_changed = [any(mention.span.overlaps(change) for change in changes) for mention in mentions]
    kinds = PLANTED.get(kind, ())
    return [(1 if mention.kind in kinds else -1) if changed else 0 for mention, changed in zip(mentions, is_changed, strict=True)]


def fold_of(article: str) -> int:
    """Return the fold of an article: all its lines are left out together."""
    return zlib.crc32(article.encode()) % FOLDS


def fit_mentions(lines: Sequence[Line]) -> lgb.Booster:
    """Return the ensemble that doubts mentions."""
    pairs = [(row, mark) for line in lines for row, mark in zip(line.rows, line.invented, strict=True) if mark >= 0]
    table, marks = np.array([row for row, _ in pairs]), np.array([mark for _, mark in pairs])
    return lgb.train(MENTIONS, lgb.Dataset(table, marks), MENTION_TREES)


def fit_lines(lines: Sequence[Line]) -> lgb.Booster:
    """Return the ensemble that doubts lines."""
    table = np.array([line.row for line in lines])
    return lgb.train(LINES, lgb.Dataset(table, np.array([line.kind != "true" for line in lines])), LINE_TREES)


def fill(lines: Sequence[Line], booster: lgb.Booster) -> None:
    """Measure *lines* as wholes with the doubts of *booster*."""
    for line in lines:
        line.fill(booster.predict(np.array(line.rows), raw_score=True).tolist() if line.rows else [])


def held_out(lines: Sequence[Line]) -> np.ndarray:
    """Return the doubt of each line by ensembles that did not see its article; all lines are measured as wholes by it."""
    folds = np.array([fold_of(line.article) for line in lines])
    for fold in range(FOLDS):
        booster = fit_mentions([line for line, own in zip(lines, folds, strict=True) if own != fold])
        fill([line for line, own in zip(lines, folds, strict=True) if own == fold], booster)
    values = np.zeros(len(lines))
    for fold in range(FOLDS):
        booster = fit_lines([line for line, own in zip(lines, folds, strict=True) if own != fold])
        inside = np.flatnonzero(folds == fold)
        values[inside] = booster.predict(np.array([lines[place].row for place in inside]), raw_score=True)
    return values


def report(lines: Sequence[Line], values: np.ndarray) -> None:
    """Print what is caught and kept at several cuts, and by the rules alone, in the annotated articles."""
    for lang in ("fr", "en"):
        own = np.array([line.lang == lang and "-" in line.article for line in lines])
        true = np.array([line.kind == "true" for line in lines])
        objected = np.array([line.objected for line in lines])
        caught, kept = 100 * objected[own & ~true].mean(), 100 * (~objected[own & true]).mean()
        print(f"{lang}: rules alone caught {caught:.1f} kept {kept:.1f}")
        for cut, objected_cut in CUTS:
            doubted = values > np.where(objected, objected_cut, cut)
            caught, kept = 100 * doubted[own & ~true].mean(), 100 * (~doubted[own & true]).mean()
            print(f"{lang}: above {cut:4.1f}, {objected_cut:4.1f} with an objection: caught {caught:.1f} kept {kept:.1f}")


def main() -> None:
    """Read the lines, train, report and write."""
    jobs = [(lang, row) for lang in ("fr", "en") for row in rows_of(lang)]
    with Pool(2) as pool:
        lines = [line for found in pool.imap(lines_of, jobs, 4) for line in found]
    values = held_out(lines)
    report(lines, values)
    parts = {
        "mentions": exported(fit_mentions(lines), MENTION_MEASURES),
        "lines": exported(fit_lines(lines), LINE_MEASURES),
    }
    data = [f"models/annotations/support_{lang}.jsonl" for lang in ("fr", "en")] + ["benchmarks/quality/data (dev)"]
    content = json.dumps(parts, separators=(",", ":")) + "\n"
    enter("support.json", content.encode(), licence="CC BY 4.0", data=data, command=COMMAND)


if __name__ == "__main__":
    main()
