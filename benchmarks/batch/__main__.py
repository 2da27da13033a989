"""``python -m benchmarks.batch [kills|memory|speed|ray ...]``: measure the batch and print the figures as JSON, a line each."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.batch import measures


def main() -> None:
    """Run the measures that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("measures", nargs="*", help="kills, memory, speed, ray; all when left out")
    parser.add_argument("--kills", type=int, default=10, help="how often the batch is killed")
    parser.add_argument("--articles", type=int, help="articles, in place of 300 (kills), 20,000 (memory), 2,000 (speed, ray)")
    parser.add_argument("--first", type=int, default=1_000, help="articles after which the memory is first noted")
    given = parser.parse_args()
    known: dict[str, Callable[[Path], measures.Figures]] = {
        "kills": partial(measures.kills, articles=given.articles or 300, moments=given.kills),
        "memory": partial(measures.memory, articles=given.articles or 20_000, first=given.first),
        "speed": partial(measures.speed, articles=given.articles or 2_000),
        "ray": partial(measures.ray, articles=given.articles or 2_000),
    }
    for name in given.measures or known:
        if name not in known:
            parser.error(f"{name}: no such measure; choose of {', '.join(known)}")
        with tempfile.TemporaryDirectory() as work:
            print(name, json.dumps(known[name](Path(work))), flush=True)


if __name__ == "__main__":
    main()
