"""``summarizer terms``: the ranked candidate terms of a collection."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.batch import find_sources
from summarizer.cli import shared
from summarizer.corpus_terms import TermCounter, as_csv, as_json
from summarizer.languages import get_language
from summarizer.pipeline import Digester
from summarizer.types import Article


class TableFormat(str, Enum):
    """Formats of a table."""

    csv = "csv"
    json = "json"


def terms_command(
    sources: Annotated[list[Path], typer.Argument(metavar="FILES_OR_FOLDERS", help="Articles, and folders of articles.")],
    form: Annotated[TableFormat, typer.Option("--format", "-f", help="Format of the table.")] = TableFormat.csv,
    output: shared.OutputOption = None,
    least_score: Annotated[
        float | None,
        typer.Option("--least-score", metavar="SCORE", help="Leave out candidates below it; by language when left out."),
    ] = None,
    language: shared.LanguageOption = None,
    termbases: shared.TermbaseOption = None,
) -> None:
    """List the terms of a collection, the best first: term, lemma, kind, score, frequency, documents, language."""
    files = find_sources(sources)
    digester = Digester(shared.options_of(language=language, termbases=termbases))
    counters: dict[str, TermCounter] = {}

    def add(path: Path, item: str, article: Article) -> None:
        document = digester.prepare(article)
        doc, sentences = digester.analyse(document)
        code = document.language.code
        counters.setdefault(code, TermCounter(get_language(code))).add(doc, digester.extract(document, doc, sentences))

    failed = shared.each_article(files, add)
    ranked = [term for counter in counters.values() for term in counter.ranked(least=least_score)]
    ranked.sort(key=lambda term: (-term.score, term.lang, term.term))
    shared.write(as_csv(ranked) if form is TableFormat.csv else as_json(ranked), output)
    if failed:
        raise typer.Exit(1)
