"""Files that hold several articles, near-duplicates left out, and all digests in one file."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import reading
from summarizer.batch import Plan, preview, run_batch, tables, worker
from summarizer.batch.duplicates import signature_of
from summarizer.errors import EmptyArticleError, MissingExtraError, OptionError, ReadingError
from summarizer.options import Options
from tests.conftest import ROOT
from tests.test_batch import EN, FR, ITALIAN, errors, fill, outcomes, tree

LONG = "Le maire de Sernac a annoncé lundi la fermeture du pont. Les travaux dureront deux ans, selon lui, et coûteront cher.\n"


@pytest.fixture
def _several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files as lists of articles: ``name: text`` a line, ``!`` for one that cannot be read, ``!!`` for a fault."""

    def read(data: bytes, *, name: str, suffix: str) -> Iterator[reading.Item]:
        for line in data.decode().splitlines():
            item, text = line.split(": ", 1) if ": " in line else ("", line)
            if text == "!!":
                yield reading.Item("", None, ReadingError(f"{name}: is cut short"))
                return
            if text == "!":
                yield reading.Item(item, None, EmptyArticleError(f"{name}: {item} is empty"))
            else:
                yield reading.Item(item, reading.read_bytes(text.encode(), name=f"{name}#{item}"))

    monkeypatch.setattr(worker, "read_items", read)


def statuses(folder: Path, out: Path, **plan: Any) -> dict[str, str]:
    return {outcome.path: outcome.status for outcome in outcomes(folder, out, Plan(**plan))}


@pytest.mark.usefixtures("_several")
def test_each_article_of_a_file_has_its_own_digest_and_its_own_error(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"feed.txt": f"1-a: {FR.format(1)}2-b: !\n3-c: {ITALIAN}4-d: {EN.format(4)}", "one.txt": FR.format(2)})
    found = statuses(tmp_path / "in", tmp_path / "out", formats=("markdown",))
    assert found == {
        "feed.txt#1-a": "done",
        "feed.txt#2-b": "failed",
        "feed.txt#3-c": "failed",
        "feed.txt#4-d": "done",
        "one.txt": "done",
    }
    assert tree(tmp_path / "out/articles") == {
        f"{stem}{end}" for stem in ("feed/1-a", "feed/4-d", "one") for end in (".json", ".md")
    }
    assert {name: row["code"] for name, row in errors(tmp_path / "out").items()} == {
        "feed.txt#2-b": "empty",
        "feed.txt#3-c": "unsupported-language",
    }


@pytest.mark.usefixtures("_several")
def test_a_rerun_tries_the_failed_articles_of_a_file_alone(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"feed.txt": f"a: {FR.format(1)}b: !\n", "one.txt": FR.format(2)})
    statuses(tmp_path / "in", tmp_path / "out")
    before = (tmp_path / "out/articles/feed/a.json").stat().st_mtime_ns
    assert statuses(tmp_path / "in", tmp_path / "out") == {
        "feed.txt#a": "unchanged",
        "feed.txt#b": "failed",
        "one.txt": "unchanged",
    }
    assert statuses(tmp_path / "in", tmp_path / "out", retry_failed=True) == {"feed.txt#a": "unchanged", "feed.txt#b": "failed"}
    assert (tmp_path / "out/articles/feed/a.json").stat().st_mtime_ns == before


@pytest.mark.usefixtures("_several")
def test_outputs_of_articles_that_are_gone_from_a_file_are_removed(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"feed.txt": f"a: {FR.format(1)}b: {FR.format(2)}c: {EN.format(3)}"})
    statuses(tmp_path / "in", tmp_path / "out", formats=("markdown",))
    fill(tmp_path / "in", {"feed.txt": f"a: {FR.format(1)}b: {FR.format(4)}"})
    statuses(tmp_path / "in", tmp_path / "out", formats=("markdown",))
    assert tree(tmp_path / "out/articles") == {f"feed/{name}{end}" for name in "ab" for end in (".json", ".md")}
    fill(tmp_path / "in", {"feed.txt": FR.format(1)})
    statuses(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out/articles") == {"feed.json"}


@pytest.mark.usefixtures("_several")
def test_articles_before_a_fault_in_their_file_are_kept(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"feed.txt": f"a: {FR.format(1)}b: {FR.format(2)}c: !!\n"})
    assert statuses(tmp_path / "in", tmp_path / "out") == {
        "feed.txt#a": "done",
        "feed.txt#b": "done",
        "feed.txt#article": "failed",
    }
    assert tree(tmp_path / "out/articles") == {"feed/a.json", "feed/b.json"}


@pytest.mark.usefixtures("_several")
def test_names_inside_a_file_lead_nowhere_else(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"f.txt": f"../../x: {FR.format(1)}x: {FR.format(2)}/y/z: {FR.format(3)}"})
    assert set(statuses(tmp_path / "in", tmp_path / "out").values()) == {"done"}
    assert tree(tmp_path / "out/articles") == {"f/x.json", "f/x-2.json", "f/y/z.json"}


@pytest.mark.usefixtures("_several")
def test_articles_of_a_file_do_not_mix_with_those_of_a_folder_of_its_name(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"f.txt": f"x: {FR.format(1)}y: {FR.format(2)}", "f/x.txt": FR.format(3)})
    statuses(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out/articles") == {"f.txt/x.json", "f.txt/y.json", "f/x.json"}


def test_what_fails_now_leaves_no_digest_of_what_it_was(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.txt": FR.format(1), "b.txt": EN.format(2)})
    statuses(tmp_path / "in", tmp_path / "out", formats=("markdown",))
    fill(tmp_path / "in", {"a.txt": ITALIAN})
    (tmp_path / "in/b.txt").unlink()
    fill(tmp_path / "in", {"c.txt": EN.format(3)})
    assert statuses(tmp_path / "in", tmp_path / "out") == {"a.txt": "failed", "c.txt": "done"}
    assert tree(tmp_path / "out/articles") == {"b.json", "b.md", "c.json"}, "digests of files that are gone are kept"


def test_near_duplicates_are_marked_or_left_out(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.txt": LONG, "b/c.txt": f"Sernac (ANP). {LONG}", "d.txt": EN.format(1)})
    marked, alone = tmp_path / "marked", tmp_path / "alone"
    assert set(statuses(tmp_path / "in", marked).values()) == {"done"}
    (row,) = [json.loads(line) for line in (marked / "duplicates.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["file"], [other["file"] for other in row["duplicates"]]) == ("a.txt", ["b/c.txt"])
    assert 0.5 <= row["duplicates"][0]["similarity"] < 1
    expected = {"a.txt": "done", "b/c.txt": "duplicate", "d.txt": "done"}
    assert statuses(tmp_path / "in", alone, skip_duplicates=True) == expected
    assert tree(alone / "articles") == {"a.json", "d.json"}
    assert (alone / "duplicates.jsonl").read_bytes() == (marked / "duplicates.jsonl").read_bytes()
    again = {"a.txt": "unchanged", "b/c.txt": "duplicate", "d.txt": "unchanged"}
    assert statuses(tmp_path / "in", alone, skip_duplicates=True) == again
    assert statuses(tmp_path / "in", marked, skip_duplicates=True) == again
    assert tree(marked / "articles") == {"a.json", "d.json"}
    assert statuses(tmp_path / "in", marked) == {"a.txt": "unchanged", "b/c.txt": "done", "d.txt": "unchanged"}


def test_a_preview_says_why(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    fill(folder, {"a.txt": FR.format(1), "b.txt": EN.format(2), "c.txt": ITALIAN, "d.txt": FR.format(4), "e.txt": FR.format(5)})
    run_batch(folder, out)
    fill(folder, {"a.txt": FR.format(9), "f.txt": EN.format(6)})
    (out / "articles/b.json").unlink()
    (out / "articles/d.json").write_bytes(b"")
    before = tree(out)
    assert dict(preview(folder, out)) == {
        "a.txt": "changed",
        "b.txt": "output missing",
        "c.txt": "failed before",
        "d.txt": "output missing",
        "e.txt": "unchanged",
        "f.txt": "new",
    }
    assert dict(preview(folder, out, Plan(retry_failed=True))) == {"c.txt": "failed before"}
    assert dict(preview(folder, out, Plan(options=Options(key_points=1))))["e.txt"] == "changed"
    assert tree(out) == before


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_all_digests_in_one_file(suffix: str, tmp_path: Path) -> None:
    fill(
        tmp_path / "in", {"b.txt": EN.format(2), "a/x.txt": FR.format(1), "c.txt": ITALIAN, "d.md": "# Titre\n\n" + FR.format(3)}
    )
    out = tmp_path / f"all{suffix}"
    assert run_batch(tmp_path / "in", out) == {"done": 3, "failed": 1}
    rows = read_table(out)
    assert [row.pop("path") for row in rows] == ["a/x.txt", "b.txt", "d.md"]
    parts = tmp_path / f"all{suffix}.parts"
    assert [told(row) for row in rows] == [
        json.loads((parts / "articles" / f"{stem}.json").read_bytes()) for stem in ("a/x", "b", "d")
    ]
    assert set(errors(parts)) == {"c.txt"}
    first = out.read_bytes()
    assert run_batch(tmp_path / "in", out) == {"unchanged": 3, "failed": 1}
    assert out.read_bytes() == first


def told(value: Any) -> Any:
    """Return a row of a table without the empty columns that a digest leaves out."""
    if isinstance(value, list):
        return [told(item) for item in value]
    if not isinstance(value, dict):
        return value
    left_out = {"published", "author", "translation", *(("origin",) if "deletions" in value else ())}
    return {name: told(item) for name, item in value.items() if item is not None or name not in left_out}


def read_table(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parquet = pytest.importorskip("pyarrow.parquet")
    rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return rows


def test_the_columns_are_those_of_the_schema() -> None:
    arrow = pytest.importorskip("pyarrow")
    schema = json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8"))
    found = {field.name: _shape(arrow, field.type) for field in tables._schema(arrow) if field.name != "path"}
    assert found == {name: _expected(schema, value) for name, value in schema["properties"].items()}


def _shape(arrow: Any, type_: Any) -> Any:
    """Return a type of Arrow as nested lists and dicts of field names."""
    if arrow.types.is_struct(type_):
        return {field.name: _shape(arrow, field.type) for field in type_}
    return [_shape(arrow, type_.value_type)] if arrow.types.is_list(type_) else "value"


def _expected(schema: Any, part: Any) -> Any:
    """Return a part of the JSON schema likewise."""
    if "oneOf" in part:
        part = next(choice for choice in part["oneOf"] if choice != {"type": "null"})
    while "$ref" in part:
        target: Any = schema
        for key in part["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        part = target
    if "properties" in part:
        return {name: _expected(schema, value) for name, value in part["properties"].items()}
    if part.get("type") == "array":
        return [_expected(schema, part["items"] or {})]
    return "value"


def test_parquet_without_its_library_is_refused_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "in", {"a.txt": FR})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"article-summarizer\[parquet\]"):
        run_batch(tmp_path / "in", tmp_path / "a.parquet")
    assert not (tmp_path / "a.parquet.parts").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are any bytes on Linux alone")
def test_a_name_that_is_not_valid_unicode(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in ((b"caf\xe9.txt", LONG), (b"th\xe9.txt", ITALIAN)):
        with open(os.fsencode(tmp_path / "in") + b"/" + name, "w", encoding="utf-8") as stream:
            stream.write(text)
    assert statuses(tmp_path / "in", tmp_path / "out") == {"caf�.txt": "done", "th�.txt": "failed"}
    assert statuses(tmp_path / "in", tmp_path / "out")["caf�.txt"] == "unchanged"
    assert set(errors(tmp_path / "out")) == {"th�.txt"}


def test_a_file_of_another_kind_is_no_output(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.txt": FR})
    with pytest.raises(OptionError, match=r"is a file; give a folder, or a file ending in \.jsonl or \.parquet"):
        run_batch(tmp_path / "in", tmp_path / "in/a.txt")


def test_signatures_are_kept_in_the_state(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"a.txt": LONG})
    run_batch(tmp_path / "in", tmp_path / "out")
    (row,) = [json.loads(line) for line in (tmp_path / "out/.state.jsonl").read_text(encoding="utf-8").splitlines()]
    assert row["entries"] == [{"status": "done", "output": "a", "signature": signature_of(LONG)}]
