"""``summarizer batch``: a folder of articles."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from summarizer import batch
from summarizer.batch import TIMEOUT, Plan, default_workers, iter_batch, preview, printable, processes, work_folder
from summarizer.cli import shared
from summarizer.cli.digest import Format
from summarizer.cli.progress import BatchProgress
from summarizer.cli.shared import DEFAULTS, Engine
from summarizer.distributed import ray_actors
from summarizer.errors import OptionError
from summarizer.options import Options

_INTERRUPTED = 130
# Answers of a server that an article may need, each with its own limit: a long one is read in parts, and asked again.
_ANSWERS = 10


class Executor(str, Enum):
    """What does the work of a batch."""

    process = "process"
    ray = "ray"


def batch_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles, searched with its subfolders.")],
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="OUT", help="Folder for the digests, made when missing; or one file, x.jsonl or x.parquet."
        ),
    ],
    forms: Annotated[
        list[Format] | None, typer.Option("--format", "-f", help="Further format beside json; may be repeated.")
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages/--no-pages", help="Write a page (HTML) for each article, which the index leads to.")
    ] = True,
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
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Worker processes; one a core, at most 8, when left out.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=1.0, help="Most seconds that one article may take.")
    ] = TIMEOUT,
    skip_duplicates: Annotated[
        bool, typer.Option("--skip-duplicates", help="Digest only the first of articles that nearly repeat each other.")
    ] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Do only the files that failed before.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would be done, and why, and write nothing.")] = False,
    executor: Annotated[
        Executor, typer.Option("--executor", help="Processes of this machine, or actors of a Ray cluster.")
    ] = Executor.process,
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="Ray cluster to use; a local one when left out.")
    ] = None,
) -> None:
    """Digest every article of a folder into OUT/articles; a rerun does only what changed."""
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
    with BatchProgress() as progress, _interrupts(progress.say) as stop:
        plan = Plan(
            options=options,
            formats=(*(form.value for form in forms or ()), *(("html",) if pages and work_folder(out) == out else ())),
            executor=_executor(executor, workers or default_workers(), _patience(options, timeout), address),
            fail_fast=fail_fast,
            retry_failed=retry_failed,
            skip_duplicates=skip_duplicates,
            stop=stop,
            on_phase=progress.begin,
        )
        if dry_run:
            _preview(folder, out, plan)
            return
        counts: Counter[str] = Counter()
        try:
            _run(folder, out, plan, progress, counts)
        except KeyboardInterrupt:
            progress.say("stopped; what was in flight is done again the next time")
    shared.say(_summary(counts, progress.left, out, is_interrupted=stop()))
    if stop():
        raise typer.Exit(_INTERRUPTED)
    if counts["failed"]:
        raise typer.Exit(1)


def _patience(options: Options, timeout: float) -> float:
    """Return the seconds that one article may take: more where a server is asked, which has a limit for each answer."""
    return timeout + _ANSWERS * options.timeout if options.engine == "chat" else timeout


def _executor(executor: Executor, workers: int, timeout: float, address: str | None) -> batch.Executor:
    if executor is Executor.ray:
        return ray_actors(workers, address=address, timeout=timeout)
    if address is not None:
        raise OptionError("--address: is for a Ray cluster; add --executor ray")
    return processes(workers, timeout=timeout)


def _run(folder: Path, out: Path, plan: Plan, progress: BatchProgress, counts: Counter[str]) -> None:
    """Run the batch, counting into *counts*, which still tells what was done when the run is broken off."""
    for result in iter_batch(folder, out, plan):
        for outcome in result.outcomes:
            counts[outcome.status] += 1
            counts["without engine"] += outcome.status == "done" and bool(outcome.code)
            if outcome.status == "failed":
                progress.say(f"failed: {outcome.path}: {outcome.message}")
        progress.advance(is_work=any(outcome.status != "unchanged" for outcome in result.outcomes) or not result.outcomes)


def _preview(folder: Path, out: Path, plan: Plan) -> None:
    """Write what would be done to stdout, a line a file, and how much that is to stderr."""
    counts: Counter[str] = Counter()
    for path, reason in preview(folder, out, plan):
        counts[reason] += 1
        if reason != "unchanged":
            shared.write(f"{reason}\t{printable(path)}\n", None)
    unchanged = counts.pop("unchanged", 0)
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()))
    todo = f"{counts.total()} to do ({reasons})" if counts else "0 to do"
    shared.say(f"dry run: {todo}, {unchanged} unchanged; nothing was written")


def _summary(counts: Counter[str], left: int, out: Path, *, is_interrupted: bool) -> str:
    """Return the last line: what was done, and how to go on where something is left."""
    parts = [f"{counts['done']} digested, {counts['unchanged']} unchanged, {counts['failed']} failed"]
    if counts["without engine"]:
        parts.append(f", {counts['without engine']} written by the article's own lines since the engine failed")
    if counts["duplicate"]:
        parts.append(f", {counts['duplicate']} near-duplicates left out")
    if left:
        parts.append(f", {left} files not done")
    end = "; the same command goes on from here" if left else ""
    return f"{'interrupted: ' if is_interrupted else ''}{''.join(parts)}: {out}{end}"


@contextmanager
def _interrupts(say: Callable[[str], None]) -> Iterator[Callable[[], bool]]:
    """Give a function that tells whether Ctrl-C was pressed. The second time it ends the command at once."""
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if pressed:
            raise KeyboardInterrupt
        pressed.append(number)
        say("finishing the articles in flight; Ctrl-C again stops at once")

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
