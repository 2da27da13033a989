"""``summarizer batch``: a folder of articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from summarizer.batch import Outcome, find_articles, run_batch
from summarizer.cli import shared
from summarizer.cli.digest import Format
from summarizer.cli.shared import DEFAULTS, Engine
from summarizer.errors import OptionError


def batch_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles, searched with its subfolders.")],
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help="Folder for the digests; made when missing.")],
    forms: Annotated[
        list[Format] | None, typer.Option("--format", "-f", help="Further format beside json; may be repeated.")
    ] = None,
    language: shared.LanguageOption = None,
    engine: shared.EngineOption = Engine.extractive,
    model: shared.ModelOption = None,
    engine_scope: shared.ScopeOption = shared.Scope.article,
    device: shared.DeviceOption = shared.Device.auto,
    offline: shared.OfflineOption = False,
    to: shared.ToOption = None,
    translation_model: shared.TranslatorOption = None,
    summary_words: shared.WordsOption = DEFAULTS.summary_words,
    key_points: shared.PointsOption = DEFAULTS.key_points,
    glossary_entries: shared.EntriesOption = DEFAULTS.glossary_entries,
    spacy_model: shared.SpacyOption = None,
) -> None:
    """Digest every article of a folder into OUT/articles; a rerun does only what changed."""
    options = shared.options_of(
        language=language,
        engine=engine,
        model=model,
        engine_scope=engine_scope,
        device=device,
        offline=offline,
        to=to,
        translation_model=translation_model,
        summary_words=summary_words,
        key_points=key_points,
        glossary_entries=glossary_entries,
        spacy_model=spacy_model,
    )
    if out.exists() and not out.is_dir():
        raise OptionError(f"{out}: is a file; give a folder for the digests")
    with shared.progress_bar() as progress:
        task = progress.add_task("digesting", total=len(find_articles(folder, out)))

        def report(outcome: Outcome) -> None:
            progress.advance(task)
            if outcome.status == "failed":
                progress.console.print(f"failed: {outcome.path}: {outcome.message}", markup=False)

        outcomes = run_batch(folder, out, options=options, formats=[form.value for form in forms or ()], on_outcome=report)
    counts = Counter(outcome.status for outcome in outcomes)
    shared.say(f"{counts['done']} digested, {counts['unchanged']} unchanged, {counts['failed']} failed: {out}")
    if counts["failed"]:
        raise typer.Exit(1)
