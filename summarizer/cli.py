"""The command line: parse, call, render. Data goes to stdout, words to stderr; exit 0 done, 1 failed, 2 bad usage."""

from __future__ import annotations

import os
import sys
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from summarizer import __version__, reading
from summarizer.batch import Outcome, find_articles, find_sources, run_batch, write_atomically
from summarizer.corpus_terms import TermCounter, as_csv, as_json
from summarizer.errors import OptionError, ReadingError, RenderingError, SummarizerError
from summarizer.languages import get_language
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.rendering import SUFFIXES, explanation, render
from summarizer.rendering.terminal import print_digest
from summarizer.results import Digest
from summarizer.types import Article

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Digest French and English articles: labelled key points, a synthesis and a glossary, offline.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
_messages = Console(stderr=True, highlight=False, soft_wrap=True)


class Lang(str, Enum):
    """Languages that an article may be in."""

    fr = "fr"
    en = "en"


class Format(str, Enum):
    """Output formats."""

    markdown = "markdown"
    json = "json"


class TableFormat(str, Enum):
    """Formats of a table."""

    csv = "csv"
    json = "json"


class Engine(str, Enum):
    """Who writes summary and key points."""

    extractive = "extractive"


LanguageOption = Annotated[Lang | None, typer.Option("--language", "-l", help="Language of the article; detected when left out.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who writes summary and key points.")]
WordsOption = Annotated[int, typer.Option("--summary-words", metavar="N", help="About how many words the synthesis takes.")]
PointsOption = Annotated[int, typer.Option("--key-points", metavar="N", help="Most key points.")]
EntriesOption = Annotated[int, typer.Option("--glossary-entries", metavar="N", help="Most glossary entries.")]
SpacyOption = Annotated[
    str | None,
    typer.Option("--spacy-model", metavar="NAME", help="Installed spaCy pipeline to use in place of the built-in one."),
]
_DEFAULTS = Options()


@app.command("digest")
def digest_command(
    source: Annotated[
        str | None, typer.Argument(metavar="[FILE|-]", help="Article to digest; standard input when left out.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="markdown or json; by default by the output's suffix, else markdown.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write instead of stdout.")
    ] = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.extractive,
    summary_words: WordsOption = _DEFAULTS.summary_words,
    key_points: PointsOption = _DEFAULTS.key_points,
    glossary_entries: EntriesOption = _DEFAULTS.glossary_entries,
    spacy_model: SpacyOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell on stderr why each sentence was chosen or left out: scores and reasons.")
    ] = False,
) -> None:
    """Digest one article: a text or Markdown file, or text from standard input."""
    options = _options(language, engine, summary_words, key_points, glossary_entries, spacy_model)
    digest = Digester(options).digest(_read(source))
    if explain:
        _messages.print(explanation.explain(digest))
    if form is None and output is None and sys.stdout is not None and sys.stdout.isatty():
        print_digest(digest, Console())
    else:
        _put(digest, _format(form, output), output)


@app.command("batch")
def batch_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles, searched with its subfolders.")],
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help="Folder for the digests; made when missing.")],
    forms: Annotated[
        list[Format] | None, typer.Option("--format", "-f", help="Further format beside json; may be repeated.")
    ] = None,
    language: LanguageOption = None,
    engine: EngineOption = Engine.extractive,
    summary_words: WordsOption = _DEFAULTS.summary_words,
    key_points: PointsOption = _DEFAULTS.key_points,
    glossary_entries: EntriesOption = _DEFAULTS.glossary_entries,
    spacy_model: SpacyOption = None,
) -> None:
    """Digest every article of a folder into OUT/articles; a rerun does only what changed."""
    options = _options(language, engine, summary_words, key_points, glossary_entries, spacy_model)
    if out.exists() and not out.is_dir():
        raise OptionError(f"{out}: is a file; give a folder for the digests")
    with _progress() as progress:
        task = progress.add_task("digesting", total=len(find_articles(folder, out)))

        def report(outcome: Outcome) -> None:
            progress.advance(task)
            if outcome.status == "failed":
                progress.console.print(f"failed: {outcome.path}: {outcome.message}", markup=False)

        outcomes = run_batch(folder, out, options=options, formats=[form.value for form in forms or ()], on_outcome=report)
    counts = Counter(outcome.status for outcome in outcomes)
    _say(f"{counts['done']} digested, {counts['unchanged']} unchanged, {counts['failed']} failed: {out}")
    if counts["failed"]:
        raise typer.Exit(1)


@app.command("terms")
def terms_command(
    sources: Annotated[list[Path], typer.Argument(metavar="FILES_OR_FOLDERS", help="Articles, and folders of articles.")],
    form: Annotated[TableFormat, typer.Option("--format", "-f", help="Format of the table.")] = TableFormat.csv,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write instead of stdout.")
    ] = None,
    least_score: Annotated[
        float | None,
        typer.Option("--least-score", metavar="SCORE", help="Leave out candidates below it; by language when left out."),
    ] = None,
    language: LanguageOption = None,
) -> None:
    """List the terms of a collection, the best first: term, lemma, kind, score, frequency, documents, language."""
    files, failed = find_sources(sources), 0
    digester = Digester(Options(language=language and language.value))
    counters: dict[str, TermCounter] = {}
    with _progress() as progress:
        task = progress.add_task("reading", total=len(files))
        for path in files:
            try:
                document = digester.prepare(reading.read(path))
                doc, sentences = digester.analyse(document)
                code = document.language.code
                counters.setdefault(code, TermCounter(get_language(code))).add(doc, digester.extract(document, doc, sentences))
            except SummarizerError as error:
                failed += 1
                progress.console.print(f"failed: {path}: {error}", markup=False)
            progress.advance(task)
    ranked = [term for counter in counters.values() for term in counter.ranked(least=least_score)]
    ranked.sort(key=lambda term: (-term.score, term.lang, term.term))
    _write(as_csv(ranked) if form is TableFormat.csv else as_json(ranked), output)
    if failed:
        raise typer.Exit(1)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; every error of the package becomes one line on stderr and an exit code."""
    try:
        app()
    except OptionError as error:
        _say(f"error: {error}")
        sys.exit(2)
    except SummarizerError as error:
        _say(f"error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        _say("interrupted")
        sys.exit(130)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            _say(f"error: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)


def _options(
    language: Lang | None, engine: Engine, summary_words: int, key_points: int, glossary_entries: int, spacy_model: str | None
) -> Options:
    return Options(
        language=language and language.value,
        engine=engine.value,
        summary_words=summary_words,
        key_points=key_points,
        glossary_entries=glossary_entries,
        spacy_model=spacy_model,
    )


def _read(source: str | None) -> Article:
    if source is not None and source != "-":
        return reading.read(Path(source))
    if sys.stdin is None:
        raise ReadingError("standard input: is closed; give a file or paste the text")
    if sys.stdin.isatty():
        _say("Paste the article, then press Enter and Ctrl-D (Ctrl-Z on Windows) to end; Ctrl-C to give up.")
    return reading.read_bytes(sys.stdin.buffer.read(), name="standard input")


def _format(form: Format | None, output: Path | None) -> str:
    if form is not None:
        return form.value
    by_suffix = {suffix: name for name, suffix in SUFFIXES.items()}
    return by_suffix.get(output.suffix.lower(), "markdown") if output is not None else "markdown"


def _put(digest: Digest, form: str, output: Path | None) -> None:
    _write(render(digest, form), output)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        if sys.stdout is None:
            raise RenderingError("standard output: is closed; give a file with --output")
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(output, text)
    except OSError as error:
        raise OptionError(f"{output}: cannot be written: {error.strerror}") from error


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=_messages, disable=not _messages.is_terminal)


def _say(message: str) -> None:
    _messages.print(message, markup=False)
