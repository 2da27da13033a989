"""A rerun says what is true: every digest has one owner, nothing stale stands beside it, what is damaged is done again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch import Plan, run_batch
from summarizer.errors import EngineError, OptionError
from summarizer.pipeline import Digester
from summarizer.results import Digest
from summarizer.types import Article, Note
from tests.test_batch import EN, FR, errors, fill, outcomes, run, tree


def places(out: Path) -> dict[str, str]:
    """Return which bridge each digest tells of."""
    texts = {path: json.loads(path.read_bytes())["text"] for path in (out / "articles").rglob("*.json")}
    numbers = {path: text.split("pont ")[1][0] for path, text in texts.items()}
    return {path.relative_to(out / "articles").as_posix(): number for path, number in numbers.items()}


def test_a_file_that_is_gone_keeps_its_digest_when_another_has_its_name(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    run(fill(folder, {"a.txt": FR.format(1)}), out)
    (folder / "a.txt").unlink()
    assert run(fill(folder, {"a.md": FR.format(2)}), out) == {"a.md": "done"}
    assert places(out) == {"a.json": "1", "a.md.json": "2"}
    assert run(fill(folder, {"a.txt": FR.format(1)}), out) == {"a.md": "unchanged", "a.txt": "done"}
    assert places(out) == {"a.txt.json": "1", "a.md.json": "2"}
    assert run(fill(folder, {"a.txt": FR.format(3)}), out) == {"a.md": "unchanged", "a.txt": "done"}
    assert places(out) == {"a.txt.json": "3", "a.md.json": "2"}
    assert set(run(folder, out).values()) == {"unchanged"}


def test_two_folders_may_have_one_output(tmp_path: Path) -> None:
    french, other, out = tmp_path / "fr", tmp_path / "other", tmp_path / "out"
    run(fill(french, {"a.md": FR.format(1)}), out)
    run(fill(other, {"a.txt": FR.format(2)}), out)
    assert run(french, out) == {"a.md": "unchanged"}
    assert run(other, out) == {"a.txt": "unchanged"}
    assert sorted(places(out).values()) == ["1", "2"]


def test_a_file_that_moves_leaves_the_place_to_its_new_owner(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    run(fill(folder, {"x.txt.md": FR.format(1)}), out)
    assert places(out) == {"x.txt.json": "1"}
    run(fill(folder, {"x.txt": FR.format(2), "x.md": FR.format(3)}), out)
    assert places(out) == {"x.txt.md.json": "1", "x.txt.json": "2", "x.md.json": "3"}


def test_formats_that_tell_of_something_else_are_removed(tmp_path: Path) -> None:
    folder, out = fill(tmp_path / "in", {"a.txt": FR.format(1)}), tmp_path / "out"
    run(folder, out, "markdown", "html")
    assert run(folder, out) == {"a.txt": "unchanged"}
    run(folder, out, "csv")
    assert tree(out / "articles") == {"a.json", "a.md", "a.html", "a.csv"}, "of the same article and settings all are kept"
    run(folder, out, key_points=2)
    assert tree(out / "articles") == {"a.json"}
    assert run(folder, out, "markdown", key_points=2) == {"a.txt": "done"}
    fill(folder, {"a.txt": FR.format(2)})
    run(folder, out, key_points=2)
    assert tree(out / "articles") == {"a.json"}


def test_names_that_cannot_be_used_as_they_are(tmp_path: Path) -> None:
    long = "a" * 250
    fill(tmp_path / "in", {f"{long}.txt": FR.format(1), f"{long}b.txt": FR.format(2), "b.txt": FR.format(3), "b.html/c.txt": EN})
    assert set(run(tmp_path / "in", tmp_path / "out", "html").values()) == {"done"}
    assert set(run(tmp_path / "in", tmp_path / "out", "html").values()) == {"unchanged"}
    assert {"b.txt.html", "b.html/c.html"} < tree(tmp_path / "out/articles")
    assert len(tree(tmp_path / "out/articles")) == 8


def test_an_output_that_cannot_be_written_costs_its_article_alone(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.txt": FR.format(1), "b.txt": FR.format(2)})
    (tmp_path / "out/articles/b.html").mkdir(parents=True)
    assert run(tmp_path / "in", tmp_path / "out", "html") == {"a.txt": "done", "b.txt": "failed"}
    assert set(errors(tmp_path / "out")) == {"b.txt"}
    assert tree(tmp_path / "out/articles") == {"a.json", "a.html"}


def test_what_an_engine_failed_on_is_told_and_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = fill(tmp_path / "in", {"a.txt": FR.format(1), "b.txt": FR.format(2)}), tmp_path / "out"
    digest = Digester.digest

    def without_engine(self: Digester, article: Article) -> Digest:
        made = digest(self, article)
        return replace(made, notes=(Note(EngineError.code, "no server"),)) if "pont 2" in made.document.text else made

    with monkeypatch.context() as patch:
        patch.setattr(Digester, "digest", without_engine)
        found = {outcome.path: (outcome.status, outcome.code) for outcome in outcomes(folder, out, Plan(formats=("markdown",)))}
    assert found == {"a.txt": ("done", ""), "b.txt": ("done", "engine-failed")}
    assert errors(out) == {}
    assert run_batch(folder, out, Plan(retry_failed=True)) == {"done": 1}
    assert not (out / "articles/b.md").exists(), "it has the lines of the first time"
    assert run(folder, out) == {"a.txt": "unchanged", "b.txt": "unchanged"}


def test_a_damaged_digest_is_done_again(tmp_path: Path) -> None:
    folder, out = fill(tmp_path / "in", {"a.txt": FR.format(1), "b.txt": FR.format(2)}), tmp_path / "out"
    run(folder, out, "html")
    for name, end in (("a.json", 900), ("b.html", 2000)):
        path = out / "articles" / name
        path.write_bytes(path.read_bytes()[:end])
        assert list(run(folder, out, "html").values()).count("done") == 1


def test_outputs_are_no_articles(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", {"a.txt": FR.format(1)})
    with pytest.raises(OptionError, match=r"holds the articles; give another folder"):
        run(folder, folder)
    with pytest.raises(OptionError, match=r"would be written into"):
        run(fill(tmp_path / "x/articles/in", {"a.txt": FR.format(1)}), tmp_path / "x")
    run(folder, folder / "old", "html")
    assert run(folder, folder / "new", "html") == {"a.txt": "done"}
    fill(folder, {"articles/b.txt": FR.format(2)})
    assert run(folder, tmp_path / "out") == {"a.txt": "done", "articles/b.txt": "done"}


def test_a_folder_that_cannot_be_looked_into_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "in", {"a.txt": FR.format(1), "shut/b.txt": FR.format(2)})
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert run(folder, tmp_path / "out") == {"a.txt": "done", "shut": "failed"}
    with pytest.raises(OptionError, match="shut: cannot be looked into: Permission denied"):
        run(folder / "shut", tmp_path / "out")


def test_there_must_be_a_run_whose_failures_are_tried_again(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no earlier run wrote there"):
        run_batch(fill(tmp_path / "in", {"a.txt": FR}), tmp_path / "out", Plan(retry_failed=True))
    assert not (tmp_path / "out").exists()
