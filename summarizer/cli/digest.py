"""``summarizer digest``: one article."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from summarizer.cli import shared
from summarizer.cli.shared import DEFAULTS, Engine
from summarizer.pipeline import Digester
from summarizer.rendering import SUFFIXES, explanation, render
from summarizer.rendering.terminal import print_digest


class Format(str, Enum):
    """Output formats of a digest."""

    markdown = "markdown"
    json = "json"
    html = "html"
    csv = "csv"
    tbx = "tbx"
    skos = "skos"


def digest_command(
    source: Annotated[
        str | None, typer.Argument(metavar="[FILE|URL|-]", help="Article to digest; standard input when left out.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="By default by the output's suffix, else markdown; html is a page, csv, tbx and skos give the glossary alone.",
        ),
    ] = None,
    output: shared.OutputOption = None,
    language: shared.LanguageOption = None,
    engine: shared.EngineOption = Engine.extractive,
    model: shared.ModelOption = None,
    base_url: shared.UrlOption = None,
    server_timeout: shared.TimeoutOption = DEFAULTS.timeout,
    context: shared.ContextOption = DEFAULTS.context_tokens,
    engine_scope: shared.ScopeOption = shared.Scope.article,
    device: shared.DeviceOption = shared.Device.auto,
    offline: shared.OfflineOption = False,
    to: shared.ToOption = None,
    translation_model: shared.TranslatorOption = None,
    summary_words: shared.WordsOption = DEFAULTS.summary_words,
    key_points: shared.PointsOption = DEFAULTS.key_points,
    glossary_entries: shared.EntriesOption = DEFAULTS.glossary_entries,
    termbases: shared.TermbaseOption = None,
    spacy_model: shared.SpacyOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell on stderr why each sentence was chosen or left out: scores and reasons.")
    ] = False,
    allow_private_addresses: Annotated[
        bool, typer.Option("--allow-private-addresses", help="Read a URL of this machine or of a private network, too.")
    ] = False,
) -> None:
    """Digest one article: a file (text, Markdown, page, PDF, Word, mail), a web address, or text from standard input."""
    options = shared.options_of(
        language=language,
        engine=engine,
        model=model,
        base_url=base_url,
        timeout=server_timeout,
        context_tokens=context,
        engine_scope=engine_scope,
        device=device,
        offline=offline,
        to=to,
        translation_model=translation_model,
        summary_words=summary_words,
        key_points=key_points,
        glossary_entries=glossary_entries,
        termbases=termbases,
        spacy_model=spacy_model,
    )
    output = shared.checked_output(output, source)
    format_name = _format(form, output)
    digester = Digester(options)
    digest = digester.digest(shared.read_article(source, allow_private_addresses=allow_private_addresses))
    if explain:
        shared.messages.print(explanation.explain(digest))
        shared.say_usage(digester.engine)
    if form is None and output is None and sys.stdout is not None and sys.stdout.isatty():
        print_digest(digest, Console())
    else:
        shared.write(render(digest, format_name), output)


def _format(form: Format | None, output: Path | None) -> str:
    return form.value if form is not None else shared.format_by_suffix(output, SUFFIXES)
