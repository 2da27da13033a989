"""Hostile files: no reader raises anything but the package's own errors, or hangs."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest

from summarizer import Digester, reading
from summarizer.errors import SummarizerError
from summarizer.reading.items import Item
from tests.hostile import hostile_files

LONGEST_SECONDS = 30
FEWEST_FILES = 400
# How many articles of one file are cleaned as well: feeds of 10,000 entries repeat themselves.
_CLEANED = 3


def read_and_clean(name: str, data: bytes, digester: Digester) -> list[Item]:
    """Read every article of *data* and clean the first ones; only the package's errors may come out."""
    items = list(reading.read_items(data, name=name, suffix=PurePosixPath(name).suffix.lower()))
    for item in items[:_CLEANED]:
        if item.article is not None:
            try:
                digester.prepare(item.article)
            except SummarizerError:
                continue
    return items


def test_no_hostile_file_stops_a_reader(corpus: dict[str, bytes]) -> None:
    digester, failed, slow = Digester(), [], []
    for name, data in corpus.items():
        start = time.perf_counter()
        try:
            items = read_and_clean(name, data, digester)
        except Exception as error:  # the test's own border: every file is tried, all failures are told at once
            failed.append(f"{name}: {type(error).__name__}: {error}")
            continue
        seconds = time.perf_counter() - start
        slow += [f"{name}: {seconds:.0f} s"] if seconds > LONGEST_SECONDS else []
        failed += [f"{name}: an item without article and error" for item in items if item.article is None and item.error is None]
    assert (failed, slow) == ([], [])
    assert len(corpus) >= FEWEST_FILES


@pytest.mark.parametrize(
    ("name", "articles", "errors"),
    [
        ("bomb-and-article.zip", 1, 1),
        ("bomb.zip", 0, 1),
        ("nested-1.zip", 3, 0),
        ("nested-2.zip", 2, 1),
        ("items-10000.xml", 10_000, 0),
        ("laughs.xml", 0, 1),
        ("external.xml", 0, 1),
        ("RC4-128-closed.pdf", 0, 1),
        ("AES-256-open.pdf", 1, 0),
        ("line-50-mb.txt", 0, 1),
        ("names.zip", 7, 1),
        ("bomb.docx", 0, 1),
        ("form-self.pdf", 0, 1),
    ],
)
def test_what_is_read_of_a_hostile_file(name: str, articles: int, errors: int, corpus: dict[str, bytes]) -> None:
    items = list(reading.read_items(corpus[name], name=name, suffix=PurePosixPath(name).suffix))
    assert (sum(item.article is not None for item in items), sum(item.error is not None for item in items)) == (articles, errors)


def test_the_names_of_members_lead_nowhere(corpus: dict[str, bytes]) -> None:
    names = [item.name for item in reading.read_items(corpus["names.zip"], name="names.zip", suffix=".zip")]
    assert len(set(names)) == len(names)
    for name in names:
        assert not PurePosixPath(name).is_absolute()
        assert not {"..", "__MACOSX"} & set(PurePosixPath(name).parts)
        assert not any(part.startswith(".") for part in PurePosixPath(name).parts)


def test_no_entity_reads_a_file_or_grows(corpus: dict[str, bytes]) -> None:
    for name in ("laughs.html", "laughs.docx", "external.xml"):
        for item in reading.read_items(corpus[name], name=name, suffix=PurePosixPath(name).suffix):
            text = " ".join(block.text for block in item.article.blocks) if item.article else ""
            assert "root:" not in text
            assert len(text) < 100_000


@pytest.fixture(scope="module")
def corpus() -> dict[str, bytes]:
    return dict(hostile_files())
