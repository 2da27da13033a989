"""``summarizer batch`` as a real process: interrupted, killed, run again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.batch.articles import write_articles
from summarizer.batch.files import locked
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups and their signals are a Unix matter")
# Articles of the runs that are killed, and the moments at which they are, in articles done.
COUNT = 20
KILLS = 3
ITALIAN = "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("in"), COUNT)


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what a run without trouble makes of the folder."""
    out = tmp_path_factory.mktemp("expected")
    assert batch(folder, out, "--workers", "2").returncode == 0
    return tree(out)


def line(folder: Path, out: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "summarizer", "batch", str(folder), "--out", str(out), *arguments]


def batch(folder: Path, out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line(folder, out, *arguments), capture_output=True, text=True, cwd=ROOT, timeout=120)


def started(folder: Path, out: Path, *arguments: str) -> subprocess.Popen[str]:
    """Return a run in a process group of its own."""
    return subprocess.Popen(line(folder, out, *arguments), stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True)


def tree(out: Path) -> dict[str, bytes]:
    """Return every file under *out* with its content; locks and empty folders do not count."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != ".lock"
    }


def recorded(out: Path) -> set[str]:
    """Return the files that the state says are done."""
    state = out / ".state.jsonl"
    lines = state.read_bytes().split(b"\n")[:-1] if state.exists() else []
    return {json.loads(line)["path"] for line in lines if line.endswith(b"}")}


def wait_for(out: Path, count: int) -> None:
    end = time.monotonic() + 60
    while len(recorded(out)) < count and time.monotonic() < end:
        time.sleep(0.02)


def times(out: Path) -> dict[str, int]:
    return {path.relative_to(out / "articles").as_posix(): path.stat().st_mtime_ns for path in (out / "articles").rglob("*.json")}


def test_workers_and_this_process_make_the_same_bytes(folder: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    assert batch(folder, tmp_path, "--workers", "1").returncode == 0
    assert tree(tmp_path) == expected
    assert len([name for name in expected if name.startswith("articles/") and name.endswith(".json")]) == COUNT


def test_a_run_that_is_killed_loses_nothing_and_does_nothing_twice(
    folder: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    rng = random.Random(5)
    before: dict[str, int] = {}
    for kill in range(1, KILLS + 1):
        process = started(folder, tmp_path, "--workers", "2")
        wait_for(tmp_path, kill * COUNT // (KILLS + 1))
        time.sleep(rng.random() / 5)
        done = recorded(tmp_path)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)
        assert process.stderr is not None
        process.stderr.close()
        now = times(tmp_path)
        assert {f"{name.removesuffix('.txt')}.json" for name in done} <= now.keys()
        assert [name for name, moment in before.items() if now[name] != moment] == []
        before = {name: now[name] for name in (f"{path.removesuffix('.txt')}.json" for path in recorded(tmp_path))}
    (tmp_path / "articles" / ".half.part").write_text("{", encoding="utf-8")
    assert batch(folder, tmp_path, "--workers", "2").returncode == 0
    assert tree(tmp_path) == expected
    assert [name for name, moment in before.items() if times(tmp_path)[name] != moment] == []


def test_ctrl_c_finishes_what_is_in_flight(folder: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    process = started(folder, tmp_path, "--workers", "2")
    wait_for(tmp_path, 3)
    os.killpg(process.pid, signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 130
    first, last = words.splitlines()
    assert first == "finishing the articles in flight; Ctrl-C again stops at once"
    done = len(recorded(tmp_path))
    assert last.startswith(f"interrupted: {done} digested, 0 unchanged, 0 failed, {COUNT - done} files not done: ")
    assert len(times(tmp_path)) == done < COUNT
    again = batch(folder, tmp_path)
    assert again.stderr == f"{COUNT - done} digested, {done} unchanged, 0 failed: {tmp_path}\n"
    assert tree(tmp_path) == expected


def test_ctrl_c_twice_stops_at_once(folder: Path, tmp_path: Path) -> None:
    process = started(folder, tmp_path, "--workers", "2")
    wait_for(tmp_path, 1)
    os.killpg(process.pid, signal.SIGINT)
    os.kill(process.pid, signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in words
    end = time.monotonic() + 20
    while is_alive(process.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_alive(process.pid)


def is_alive(group: int) -> bool:
    """Tell whether a process of *group* is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_two_runs_do_not_write_to_one_folder(folder: Path, tmp_path: Path) -> None:
    with locked(tmp_path):
        second = batch(folder, tmp_path)
    assert (second.returncode, "another batch is writing there" in second.stderr) == (2, True)


def test_a_dry_run_lists_what_is_to_do_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = batch(folder, out, "--dry-run")
    assert result.returncode == 0
    assert result.stdout.splitlines()[0] == "new\t000/00000.txt"
    assert result.stderr == f"dry run: {COUNT} to do ({COUNT} new), 0 unchanged; nothing was written\n"
    assert not out.exists()


def test_failures_stop_a_run_or_are_tried_again_alone(tmp_path: Path) -> None:
    source, out = write_articles(tmp_path / "in", 2), tmp_path / "out"
    (source / "000" / "0.txt").write_text(ITALIAN, encoding="utf-8")
    fast = batch(source, out, "--fail-fast", "--workers", "1")
    assert fast.returncode == 1
    assert fast.stderr.splitlines()[-1].startswith("0 digested, 0 unchanged, 1 failed, 2 files not done: ")
    (source / "000" / "0.txt").write_text("The bridge was closed on Monday. It opens again in two years.\n", encoding="utf-8")
    assert batch(source, out, "--dry-run").stdout.splitlines()[0] == "failed before\t000/0.txt"
    again = batch(source, out, "--retry-failed")
    assert (again.returncode, again.stderr) == (0, f"1 digested, 0 unchanged, 0 failed: {out}\n")
    assert (out / "errors.jsonl").read_bytes() == b""


def test_workers_import_nothing_from_the_current_folder(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "in", 2)
    for name in ("random", "signal", "socket", "summarizer"):
        (source / f"{name}.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'a').write(__name__)", encoding="utf-8")
    # What an installed command does, which does not look into the current folder itself.
    script = "import sys; sys.path.remove(''); from summarizer.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", script, "batch", ".", "--out", "../out"],
        capture_output=True,
        text=True,
        cwd=source,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert (result.returncode, result.stderr) == (0, "2 digested, 0 unchanged, 0 failed: ../out\n")
    assert not (tmp_path / "imported").exists()


def test_ctrl_c_while_the_workers_start_is_a_quiet_end(folder: Path, tmp_path: Path) -> None:
    process = started(folder, tmp_path, "--workers", "1")
    end = time.monotonic() + 60
    while not (tmp_path / ".lock").exists() and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.5)  # the models are being loaded
    os.killpg(process.pid, signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in words) == (130, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--workers", "0"), "--workers"),
        (("--timeout", "0"), "--timeout"),
        (("--address", "h:1"), "--executor ray"),
        (("--termbase", "nope.csv"), "nope.csv does not exist"),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_bad_option_is_refused(folder: Path, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    result = batch(folder, tmp_path / "out", *arguments)
    assert (result.returncode, words in result.stderr) == (2, True)
