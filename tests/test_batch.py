"""A folder of articles: mirrored, resumable, and one bad article never costs the others."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from summarizer import Options
from summarizer.batch import Outcome, Plan, find_articles, iter_batch
from summarizer.errors import OptionError
from summarizer.files import write_atomically
from summarizer.pipeline import Digester
from tests.conftest import ROOT

SCHEMA = Draft202012Validator(json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8")))
FR = "Le maire de Sernac a annoncé lundi la fermeture du pont {}. Les travaux dureront deux ans.\n"
EN = "The mayor of Sarnock announced on Monday that bridge {} will close. The repairs last for two years.\n"
ITALIAN = "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three good articles in two languages and two subfolders."""
    return fill(tmp_path / "in", {"a.txt": FR.format(1), "2024/mars/b.md": FR.format(2), "2024/c.TXT": EN.format(3)})


def fill(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def run(folder: Path, out: Path, *formats: str, **options: int) -> dict[str, str]:
    """Return what happened to each file."""
    plan = Plan(options=Options(**options), formats=formats)  # type: ignore[arg-type]
    return {outcome.path: outcome.status for outcome in outcomes(folder, out, plan)}


def outcomes(folder: Path, out: Path, plan: Plan) -> list[Outcome]:
    return [outcome for result in iter_batch(folder, out, plan) for outcome in result.outcomes]


# What stands beside the digests after every run.
COLLECTION = ("duplicates.jsonl", "errors.jsonl", "glossary.csv", "glossary.html", "glossary.json", "index.html")


def tree(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file() and not path.name.startswith(".")}


def errors(out: Path) -> dict[str, dict[str, str]]:
    rows = [json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    return {row.pop("file"): row for row in rows}


def test_the_folders_are_mirrored_in_every_format(folder: Path, tmp_path: Path) -> None:
    assert run(folder, tmp_path / "out", "markdown") == {"2024/c.TXT": "done", "2024/mars/b.md": "done", "a.txt": "done"}
    stems = ("articles/a", "articles/2024/mars/b", "articles/2024/c")
    assert tree(tmp_path / "out") == {
        *COLLECTION,
        *(f"{stem}{suffix}" for stem in stems for suffix in (".json", ".md")),
    }
    values = json.loads((tmp_path / "out/articles/2024/c.json").read_text(encoding="utf-8"))
    assert [error.message for error in SCHEMA.iter_errors(values)] == []
    assert (values["language"]["code"], "bridge 3" in values["text"]) == ("en", True)
    assert errors(tmp_path / "out") == {}


@pytest.mark.parametrize(
    "files",
    [
        {"x.txt": 1, "x.md": 2},
        {"x.txt": 1, "X.md": 2},
        {"s/x.txt": 1, "s/x.md": 2, "x.txt": 3},
        {"x.md": 1, "x.txt": 2, "x.txt.md": 3},
    ],
    ids=lambda files: " ".join(files),
)
def test_no_digest_overwrites_another(files: dict[str, int], tmp_path: Path) -> None:
    fill(tmp_path / "in", {name: FR.format(number) for name, number in files.items()})
    assert set(run(tmp_path / "in", tmp_path / "out").values()) == {"done"}
    digests = [json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "out/articles").rglob("*.json")]
    found = sorted(int(number) for each in digests for number in re.findall(r"pont (\d)", each["text"]))
    assert found == sorted(files.values())


def test_the_suffix_is_kept_where_two_would_be_one(tmp_path: Path) -> None:
    fill(tmp_path / "in", {"s/x.txt": FR, "s/x.md": FR, "x.txt": FR, "y.txt": FR, "Y.md": FR})
    run(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out/articles") == {"s/x.txt.json", "s/x.md.json", "x.json", "y.txt.json", "Y.md.json"}


def test_hidden_files_other_files_and_the_output_are_not_articles(folder: Path) -> None:
    fill(folder, {".hidden.txt": FR, ".git/d.txt": FR, "photo.png": b"\x89PNG", "out/old.md": FR, "no_suffix": FR})
    (folder / "folder.txt").mkdir()
    names = {path.relative_to(folder).as_posix() for path in find_articles(folder, folder / "out")}
    assert names == {"a.txt", "2024/mars/b.md", "2024/c.TXT"}
    assert set(run(folder, folder / "out", "markdown").values()) == {"done"}
    assert set(run(folder, folder / "out", "markdown").values()) == {"unchanged"}


def test_the_output_may_stand_around_the_folder(folder: Path) -> None:
    assert len(find_articles(folder, folder.parent)) == 3


def test_a_folder_that_is_none_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"nowhere.*not a folder"):
        run(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(OptionError, match=r"holds no article.*\.md.*\.txt"):
        run(fill(tmp_path / "in", {"a.png": b""}), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_rerun_does_only_what_changed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    before = (out / "articles/2024/c.json").stat().st_mtime_ns
    fill(folder, {"a.txt": FR.format(9), "new.txt": FR.format(4)})
    os.utime(folder / "2024/c.TXT")
    assert run(folder, out) == {"2024/c.TXT": "unchanged", "2024/mars/b.md": "unchanged", "a.txt": "done", "new.txt": "done"}
    assert (out / "articles/2024/c.json").stat().st_mtime_ns == before
    assert "pont 9" in (out / "articles/a.json").read_text(encoding="utf-8")


def test_what_is_missing_from_the_output_is_done_again(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    (tmp_path / "out/articles/a.json").unlink()
    assert run(folder, tmp_path / "out") == {"2024/c.TXT": "unchanged", "2024/mars/b.md": "unchanged", "a.txt": "done"}
    assert set(run(folder, tmp_path / "out", "markdown").values()) == {"done"}
    state = tmp_path / "out/.state.jsonl"
    state.write_text(state.read_text(encoding="utf-8")[:-9], encoding="utf-8")  # cut short in the row of the last file
    assert run(folder, tmp_path / "out") == {"2024/c.TXT": "unchanged", "2024/mars/b.md": "unchanged", "a.txt": "done"}
    assert set(run(folder, tmp_path / "out").values()) == {"unchanged"}


@pytest.mark.parametrize("options", [{"key_points": 2}, {"summary_words": 30}, {"glossary_entries": 1}], ids=str)
def test_another_option_does_all_again(options: dict[str, int], folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out")
    assert set(run(folder, tmp_path / "out", **options).values()) == {"done"}
    assert set(run(folder, tmp_path / "out", **options).values()) == {"unchanged"}


def test_bad_articles_are_recorded_and_the_rest_is_done(folder: Path, tmp_path: Path) -> None:
    fill(folder, {"2024/nulls.txt": b"a\0b", "empty.md": b"", "it.txt": ITALIAN})
    found = run(folder, tmp_path / "out")
    assert sorted(found.values()) == ["done"] * 3 + ["failed"] * 3
    assert {name: (row["stage"], row["code"]) for name, row in errors(tmp_path / "out").items()} == {
        "2024/nulls.txt": ("reading", "unreadable"),
        "empty.md": ("reading", "empty"),
        "it.txt": ("detection", "unsupported-language"),
    }
    assert "Italian" in errors(tmp_path / "out")["it.txt"]["message"]
    fill(folder, {"it.txt": FR})
    assert run(folder, tmp_path / "out")["it.txt"] == "done"
    assert set(errors(tmp_path / "out")) == {"2024/nulls.txt", "empty.md"}


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert run(folder, tmp_path / "out") == {"2024/c.TXT": "done", "2024/mars/b.md": "failed", "a.txt": "done"}
    assert "Permission denied" in errors(tmp_path / "out")["2024/mars/b.md"]["message"]


def test_a_fault_of_the_program_does_not_stop_the_rest(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = Digester.digest
    monkeypatch.setattr(
        Digester, "digest", lambda self, article: 1 // 0 if article.source.name == "b.md" else digest(self, article)
    )
    assert run(folder, tmp_path / "out") == {"2024/c.TXT": "done", "2024/mars/b.md": "failed", "a.txt": "done"}
    assert errors(tmp_path / "out")["2024/mars/b.md"]["code"] == "ZeroDivisionError"


def test_a_run_that_is_broken_off_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    results = iter_batch(folder, tmp_path / "out")
    assert [next(results).record.path for _ in range(2)] == ["2024/c.TXT", "2024/mars/b.md"]
    results.close()  # type: ignore[attr-defined]
    assert run(folder, tmp_path / "out") == {"2024/c.TXT": "unchanged", "2024/mars/b.md": "unchanged", "a.txt": "done"}
    digests = {"articles/a.json", "articles/2024/c.json", "articles/2024/mars/b.json"}
    assert tree(tmp_path / "out") == {*COLLECTION, *digests}


@pytest.mark.parametrize("older", [None, "older"])
@pytest.mark.parametrize("moment", ["while writing", "while putting in place"])
def test_an_interrupted_write_leaves_nothing_half_done(
    moment: str, older: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if older:
        (tmp_path / "d.md").write_text(older, encoding="utf-8")

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    if moment == "while writing":
        with pytest.raises(UnicodeEncodeError):
            write_atomically(tmp_path / "d.md", "a" * 100_000 + "\ud800")
    else:
        monkeypatch.setattr(Path, "replace", interrupt)
        monkeypatch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(tmp_path / "d.md", "whole")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ([older] if older else [])


def test_a_file_gets_the_rights_of_the_process_and_keeps_its_own(tmp_path: Path) -> None:
    plain, closed, link = tmp_path / "plain", tmp_path / "closed", tmp_path / "link"
    plain.write_text("older")
    closed.write_text("older")
    closed.chmod(0o600)
    link.symlink_to(closed)
    for path in (tmp_path / "new", closed, link):
        write_atomically(path, "newer")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode
    assert (closed.stat().st_mode & 0o777, closed.read_text()) == (0o600, "newer")
    assert link.is_symlink()


def command(folder: Path, out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "summarizer", "batch", str(folder), "--out", str(out), *arguments]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=60)


def test_the_command_counts_on_stderr_and_exits_1_when_something_failed(folder: Path, tmp_path: Path) -> None:
    fill(folder, {"it.txt": ITALIAN})
    result = command(folder, tmp_path / "out", "--format", "markdown")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines()[0].startswith("failed: it.txt: ")
    assert result.stderr.splitlines()[-1].startswith("3 digested, 0 unchanged, 1 failed")
    (folder / "it.txt").unlink()
    again = command(folder, tmp_path / "out")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", f"0 digested, 3 unchanged, 0 failed: {tmp_path / 'out'}\n")


def test_an_output_that_is_a_file_is_refused(folder: Path) -> None:
    result = command(folder, folder / "a.txt")
    assert (result.returncode, result.stdout) == (2, "")
    assert "is a file" in result.stderr


def test_an_output_that_cannot_be_made_is_one_line(folder: Path) -> None:
    result = command(folder, folder / "a.txt" / "out")
    assert "Traceback" not in result.stderr
    assert result.returncode in (1, 2)
