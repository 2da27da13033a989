"""What an engine loses and gains by reading only the chosen sentences: ``python -m benchmarks.scope --data ../shared/data``.

For both scopes of ``--engine-scope`` over the first articles of the dev sets: the words that the engine is given; the share of
the abstract's content words that are among them (a model that reads no more cannot write the others without inventing); and the
seconds that a model of BARThez' size takes to read them and write 64 tokens (random weights, which change no speed; CTranslate2
int8).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import fmean
from types import MappingProxyType
from typing import Any

from benchmarks.engines import OUTPUT, build
from benchmarks.quality.corpus import percent, rows
from summarizer import Article, Digester, Options
from summarizer.engines.draft import Assignment, Draft
from summarizer.engines.seq2seq.conversion import convert
from summarizer.engines.seq2seq.running import Settings, load_writer
from summarizer.errors import EngineError
from summarizer.languages import get_language
from summarizer.reading import from_text
from summarizer.types import Source
from summarizer.words import content_words, count_words

SETS = MappingProxyType({"fr": "fr_orangesum_valid", "en": "en_cnndm_dev"})
SCOPES = ("article", "chosen")
# Tokens that a word takes, about, in the vocabularies of the published models; the longest input that they take.
_TOKENS, _LONGEST = 1.4, 1022


class _Reader:
    """Stands in for an engine: keeps what it is given and writes nothing."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, assignment: Assignment) -> Draft:
        """Keep the sentences of *assignment*. Raises EngineError always."""
        self.text = " ".join(item.sentence.text for item in assignment.ranked)
        raise EngineError("reads only")


def given(article: Article, digester: Digester) -> str:
    """Return the text that an engine of *digester* is given of *article*."""
    reader = _Reader()
    digester.engine = reader
    digester.digest(article)
    return reader.text


def compare(lang: str, data: Path, *, limit: int, timed: int, model: Path) -> dict[str, Any]:
    """Return the figures of both scopes over *limit* articles; the seconds over the first *timed* of them."""
    language = get_language(lang)
    figures: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    options = Options(language=lang, glossary_entries=0)
    digesters = {scope: Digester(replace(options, engine_scope=scope)) for scope in SCOPES}
    writer = load_writer(str(model), offline=True, device="cpu")
    opening = writer.codec.opening(lang)
    for number, row in enumerate(islice(rows(data / "summaries" / f"{SETS[lang]}.jsonl.gz"), limit)):
        article = from_text(row["text"], Source("article", "text/plain"))
        wanted = set(content_words(row.get("heading") or row["summary"], language))
        for scope, digester in digesters.items():
            text = given(article, digester)
            figures[scope]["words"].append(count_words(text))
            figures[scope]["abstract_words_held"].append(percent(len(wanted & set(content_words(text, language))) / len(wanted)))
            if number < timed:
                start = time.perf_counter()
                for ids in _chunks(count_words(text)):
                    writer.runtime.run([ids], opening=opening, settings=Settings(most=OUTPUT, least=OUTPUT))
                figures[scope]["seconds"].append(time.perf_counter() - start)
    return {scope: {name: round(fmean(values), 2) for name, values in found.items()} for scope, found in figures.items()}


def _chunks(words: int) -> list[list[int]]:
    """Return so many chunks of made-up tokens as a text of *words* words has."""
    length = round(words * _TOKENS)
    sizes = [min(_LONGEST, length - start) for start in range(0, length, _LONGEST)]
    return [[10 + place % 1000 for place in range(size)] for size in sizes]


def main() -> None:
    """Print a line of JSON for each language."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scope", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--limit", type=int, default=200, help="articles of each language")
    parser.add_argument("--timed", type=int, default=10, help="of these, articles that the model reads")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        model = convert(str(build("base", Path(root) / "base")), Path(root) / "int8", quantization="int8")
        for lang in SETS:
            figures = compare(lang, arguments.data, limit=arguments.limit, timed=arguments.timed, model=model)
            print(SETS[lang], json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
