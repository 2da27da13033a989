"""The form of the annotated articles and sentences; the spans against the texts where the shared material is at hand."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from summarizer.types import ENTITY_LABELS, ROLES
from tests.conftest import ROOT, shared

FOLDER = ROOT / "models" / "annotations"
LANGUAGES = ("fr", "en")


def articles(lang: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"articles_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts_of(path: Path, ids: set[str]) -> dict[str, dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return {row["id"]: row for row in map(json.loads, stream) if row["id"] in ids}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_has_labels_of_the_closed_sets_and_whole_layers(lang: str) -> None:
    rows = articles(lang)
    assert (len(rows), sum(row["split"] == "dev" for row in rows)) == (120, 30)
    assert len({(row["set"], row["id"]) for row in rows}) == 120
    for row in rows:
        assert {entity["label"] for entity in row["entities"]} <= set(ENTITY_LABELS)
        assert all(entity["mentions"] for entity in row["entities"])
        assert {sentence["role"] for sentence in row["sentences"]} <= {None, *ROLES}
        assert 1 <= sum(sentence["importance"] == 3 for sentence in row["sentences"]) <= 4
        assert {term["grade"] for term in row["terms"]} <= {1, 2}
        for number, sentence in enumerate(row["sentences"]):
            assert sentence.get("repeats", -1) < number


@pytest.mark.parametrize(("lang", "count", "first"), [("fr", 1650, 900), ("en", 876, 876)])
def test_the_sentence_layer_of_further_articles_has_the_same_form(lang: str, count: int, first: int) -> None:
    lines = (FOLDER / f"salience_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({(row["set"], row["id"]) for row in (*rows, *articles(lang))}) == count + 120
    # Dev rows are a sixth of the *first* articles; those that came later are all for training.
    assert first // 7 <= sum(row["split"] == "dev" for row in rows) <= first // 6
    for row in rows:
        assert 1 <= sum(sentence["importance"] == 3 for sentence in row["sentences"]) <= 4
        for number, sentence in enumerate(row["sentences"]):
            assert sentence["role"] in ROLES if sentence["importance"] else sentence["role"] is None
            assert sentence.get("repeats", -1) < number


@pytest.mark.parametrize("lang", LANGUAGES)
def test_spans_cover_whole_words_of_the_article(lang: str) -> None:
    rows = articles(lang)
    for name in {row["set"] for row in rows}:
        own = [row for row in rows if row["set"] == name]
        texts = texts_of(shared(f"data/summaries/{name}.jsonl.gz"), {row["id"] for row in own})
        for row in own:
            fields = texts[row["id"]]
            for entity in row["entities"]:
                for field, start, end in entity["mentions"]:
                    assert re.search(r"^\S.*\S$|^\S$", fields[field][start:end], re.DOTALL)
                    assert not re.search(r"\w", fields[field][start - 1 : start]) if start else True
            ends = [0, *(sentence["span"][1] for sentence in row["sentences"])]
            assert all(sentence["span"][0] >= end for sentence, end in zip(row["sentences"], ends, strict=False))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_have_balanced_labels_and_none_comes_twice(lang: str) -> None:
    paths = [FOLDER / f"sentences_{lang}.txt", *sorted((FOLDER / "sentences").glob(f"{lang}_*.txt"))]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(set(lines)) >= 5_000
    for line in lines:
        assert re.sub(rf"\[(?:{'|'.join(ENTITY_LABELS)}) [^\[\]]+\]", "", line).count("[") == 0, line
        assert line.count("[") == line.count("]"), line


@pytest.mark.parametrize(("lang", "count"), [("fr", 2_520), ("en", 1_568)])
def test_a_shortened_sentence_keeps_more_than_it_loses_and_its_cuts_lie_inside(lang: str, count: int) -> None:
    rows = [json.loads(line) for line in (FOLDER / f"shortened_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]
    marked = [sentence for row in rows for sentence in row["sentences"]]
    assert len(marked) == count
    assert {row["split"] for row in rows} == {"train", "dev"}
    assert len({(row["set"], row["id"]) for row in rows}) == len(rows)
    assert sum(not sentence["cuts"] for sentence in marked) < count / 7
    for sentence in marked:
        (start, end), cuts = sentence["span"], sentence["cuts"]
        borders = [start, *(place for cut in cuts for place in cut), end]
        assert borders == sorted(borders)
        assert sum(b - a for a, b in cuts) < 0.8 * (end - start)


@pytest.mark.parametrize(("lang", "count"), [("fr", 320), ("en", 319)])
def test_the_marks_of_entries_are_three_and_each_article_has_some(lang: str, count: int) -> None:
    lines = (FOLDER / f"entries_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert (len(rows), sum(row["split"] == "dev" for row in rows)) == (count, 54)
    assert len({(row["set"], row["id"]) for row in rows}) == count
    assert all(len(row["entries"]) >= 4 for row in rows)
    marks = [mark for row in rows for mark in row["entries"].values()]
    assert set(marks) == {0, 1, 2}
    assert all(marks.count(mark) > len(marks) / 5 for mark in (0, 1, 2))
