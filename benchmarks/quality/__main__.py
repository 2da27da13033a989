"""Score every file of the known kinds and compare with the pinned floors."""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from benchmarks.quality import (
    acronyms,
    definitions,
    html,
    langid,
    ner,
    own,
    salience,
    summaries,
    support,
    terms,
    treebanks,
)
from benchmarks.quality.corpus import Metrics, name_of
from models.recipes.folds import TRAINED_WHOLE

Scorer = Callable[..., Metrics]
# Kind -> pattern of its files under the data folder, and who scores one.
KINDS: dict[str, tuple[str, Scorer]] = {
    "summaries": ("summaries/*.jsonl.gz", summaries.score),
    "acronyms": ("acronyms/*.jsonl.gz", acronyms.score),
    "terms": ("terms/*_texts.jsonl.gz", terms.score),
    "definitions": ("definitions/*.jsonl.gz", definitions.score),
    "langid": ("langid/*.jsonl.gz", langid.score),
    "ner": ("ner/*.jsonl.gz", ner.score),
    "html": ("html/*.tar.gz", html.score),
    "ud": ("ud/*/*.conllu.gz", treebanks.score),
}
# The project's own annotations, which lie in the repository; articles are joined with their texts in the data folder.
OWN = {
    "sentences": "sentences_*.txt",
    "articles": "articles_*.jsonl",
    "salience": "salience_*.jsonl",
    "definitions": "definitions_*.tsv",
}
# Lines about the project's own short articles, true ones and planted inventions.
SUPPORT = "support_*.jsonl"
FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Run the scorers, write the results and return 1 when a figure is under its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder laid out like the shared data")
    parser.add_argument("--json", type=Path, help="file for the results")
    every = [*KINDS, "own", "support"]
    parser.add_argument("--kinds", nargs="+", choices=every, default=every, help="what to score; everything by default")
    parser.add_argument("--files", default="", help="only files whose name holds this")
    parser.add_argument("--limit", type=int, help="rows a file at most, for a quick look")
    parser.add_argument("--floors", type=Path, help="compare with the floors in this file")
    arguments = parser.parse_args()
    results: dict[str, Metrics] = {}
    for kind, path, scorer in tasks(arguments.data, arguments.kinds):
        if arguments.files in path.name:
            key = f"{kind}/{name_of(path)}"
            results[key] = scorer(path, limit=arguments.limit)
            print(key, json.dumps(results[key]), flush=True)
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return report(below_floors(results, arguments.floors, arguments.kinds)) if arguments.floors else 0


def tasks(data: Path, kinds: Collection[str]) -> Iterator[tuple[str, Path, Scorer]]:
    """Yield kind, file and scorer for every file of *kinds*."""
    for kind in kinds:
        if kind in KINDS:
            pattern, scorer = KINDS[kind]
            yield from ((kind, path, scorer) for path in sorted(data.glob(pattern)) if name_of(path) not in TRAINED_WHOLE)
    if "support" in kinds:
        yield from (("support", path, support.score) for path in sorted(support.FOLDER.glob(SUPPORT)))
    if "own" in kinds:
        for path in sorted(own.FOLDER.glob(OWN["sentences"])):
            yield "own", path, own.score_sentences
        for path in sorted(own.FOLDER.glob(OWN["articles"])):
            yield "own", path, partial(own.score_articles, data=data)
        for path in sorted(own.FOLDER.glob(OWN["definitions"])):
            yield "own", path, definitions.score_own
        for path in sorted(own.FOLDER.glob(OWN["salience"])):
            yield "own", path, partial(salience.score, data=data)


def below_floors(results: dict[str, Metrics], floors: Path, kinds: Collection[str]) -> list[str]:
    """Return a line for every figure of *kinds* that is missing or under its floor."""
    pinned: dict[str, Metrics] = json.loads(floors.read_text(encoding="utf-8"))
    return [
        f"{key} {name}: {results.get(key, {}).get(name)} is under the floor {floor}"
        for key, metrics in pinned.items()
        for name, floor in metrics.items()
        if key.split("/")[0] in kinds and results.get(key, {}).get(name, -1.0) < floor
    ]


def report(problems: list[str]) -> int:
    """Print the problems and return the exit code."""
    print("\n".join(problems) or "all figures at or above their floors", file=sys.stderr if problems else sys.stdout)
    return 1 if problems else 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
