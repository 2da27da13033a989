"""The measures, each a function that returns its figures."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from benchmarks.batch.articles import write_articles

Figures = dict[str, Any]
# Seconds between two looks at the memory of the processes.
_LOOK_EVERY = 0.5


def kills(work: Path, *, articles: int, moments: int, seed: int = 1) -> Figures:
    """Kill a batch of two workers with its whole process group at random *moments*, run it to the end, and compare.

    An output counts as done twice when it was recorded as done before a kill and written again after it.
    """
    folder = write_articles(work / "in", articles)
    timed(folder, work / "clean", "--workers", "2")
    rng, out, twice = random.Random(seed), work / "killed", 0
    known: dict[str, int] = {}
    for _ in range(moments):
        process = subprocess.Popen(command(folder, out, "--workers", "2"), stderr=subprocess.DEVNULL, start_new_session=True)
        target = len(known) + rng.randrange(2 * articles // moments)
        while len(_recorded(out)) < target and process.poll() is None:
            time.sleep(0.02)
        time.sleep(rng.random() / 3)
        with suppress(ProcessLookupError):  # it was quicker
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        written = _written(out)
        twice += sum(written.get(name) != moment for name, moment in known.items())
        known = {name: written[name] for name in _recorded(out)}
    timed(folder, out, "--workers", "2")
    twice += sum(_written(out)[name] != moment for name, moment in known.items())
    clean, killed = _contents(work / "clean"), _contents(out)
    return {
        "articles": articles,
        "kills": moments,
        "recorded_before_the_last_run": len(known),
        "lost": len(clean.keys() - killed.keys()),
        "corrupt": sum(clean[name] != content for name, content in killed.items() if name in clean),
        "left_over": len(killed.keys() - clean.keys()),
        "done_twice": twice,
    }


def memory(work: Path, *, articles: int, first: int) -> Figures:
    """Return the resident memory of parent and workers after the *first* articles and at the end, in megabytes.

    Each figure is the median of the looks at the last tenth before that moment.
    """
    folder, out = write_articles(work / "in", articles), work / "out"
    process = psutil.Popen(command(folder, out, "--workers", "2"), stderr=subprocess.DEVNULL)
    looks: list[tuple[int, float, float]] = []
    while process.poll() is None:
        time.sleep(_LOOK_EVERY)
        try:
            state = out / ".state.jsonl"
            done = state.read_bytes().count(b"\n") if state.exists() else 0
            # The workers are children of the server that they are forked from, which is large itself and never grows.
            workers = [worker.memory_info().rss for child in process.children() for worker in child.children()]
            looks.append((done, process.memory_info().rss / 1e6, max(workers, default=0) / 1e6))
        except psutil.NoSuchProcess:
            continue
    early, late = _median(looks, first), _median(looks, articles)
    return {
        "articles": [first, articles],
        "parent_mb": [early[0], late[0]],
        "largest_worker_mb": [early[1], late[1]],
        "ratios": [round(after / before, 3) for before, after in zip(early, late, strict=True)],
    }


def speed(work: Path, *, articles: int) -> Figures:
    """Return the seconds of one and of two workers over the same articles, starting included, and their ratio."""
    folder = write_articles(work / "in", articles)
    one, two = timed(folder, work / "one", "--workers", "1"), timed(folder, work / "two", "--workers", "2")
    identical = _contents(work / "one") == _contents(work / "two")
    return {"articles": articles, "one": one, "two": two, "speed_up": round(one / two, 2), "identical": identical}


def ray(work: Path, *, articles: int) -> Figures:
    """Return the seconds of two workers and of two Ray actors over the same articles, starting included, and their ratio."""
    folder = write_articles(work / "in", articles)
    two = timed(folder, work / "two", "--workers", "2")
    actors = timed(folder, work / "ray", "--workers", "2", "--executor", "ray")
    identical = _contents(work / "two") == _contents(work / "ray")
    return {"articles": articles, "workers": two, "ray": actors, "ratio": round(two / actors, 2), "identical": identical}


def command(folder: Path, out: Path, *arguments: str) -> list[str]:
    """Return the command line of a batch."""
    return [sys.executable, "-m", "summarizer", "batch", str(folder), "--out", str(out), *arguments]


def timed(folder: Path, out: Path, *arguments: str) -> float:
    """Run a batch, and return how many seconds it took."""
    start = time.perf_counter()
    subprocess.run(command(folder, out, *arguments), check=True, stderr=subprocess.DEVNULL)
    return round(time.perf_counter() - start, 1)


def _contents(out: Path) -> dict[str, bytes]:
    """Return every file under *out* but the lock with its content."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != ".lock"
    }


def _written(out: Path) -> dict[str, int]:
    """Return when each digest under *out* was written."""
    articles = out / "articles"
    return {
        path.relative_to(articles).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in articles.rglob("[!.]*.json")
    }


def _recorded(out: Path) -> set[str]:
    """Return the outputs that the state says are done."""
    state = out / ".state.jsonl"
    lines = state.read_text(encoding="utf-8").split("\n")[:-1] if state.exists() else []
    return {entry["output"] for line in lines if line.endswith("}") for entry in json.loads(line)["entries"]}


def _median(looks: list[tuple[int, float, float]], end: int) -> tuple[float, float]:
    near = [look for look in looks if 0.9 * end <= look[0] <= end] or looks[-1:]
    parents, workers = (sorted(look[place] for look in near) for place in (1, 2))
    return round(parents[len(near) // 2], 1), round(workers[len(near) // 2], 1)
