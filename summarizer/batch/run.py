"""The flow of a batch: find the files, do those that need it, bring state, errors and duplicates up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal

from summarizer.batch import tables
from summarizer.batch.files import locked, remove_leftovers
from summarizer.batch.finish import finish
from summarizer.batch.groups import Groups
from summarizer.batch.inputs import find_names, no_article
from summarizer.batch.places import output_branches, output_stems
from summarizer.batch.pool import in_process
from summarizer.batch.records import Executor, Job, Record, Result, Setup, full_name, to_line
from summarizer.batch.state import State
from summarizer.batch.worker import (
    CompareWorker,
    DigestWorker,
    compared,
    configuration_of,
    content_hash,
    known_entries,
    remove_output,
    stands,
    unchanged,
)
from summarizer.errors import OptionError
from summarizer.files import write_lines_atomically
from summarizer.options import Options
from summarizer.rendering import get_renderer

ERRORS = "errors.jsonl"
DUPLICATES = "duplicates.jsonl"
Phase = Literal["comparing", "digesting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a batch is run.

    ``formats`` are written beside JSON. ``executor`` does the work. ``fail_fast`` stops at the first failure, ``retry_failed``
    does only the files that failed before, ``skip_duplicates`` digests only the first of articles that nearly repeat each other.
    ``stop`` is asked between articles; ``on_phase`` is told what begins, and with how many files.
    """

    options: Options = field(default_factory=Options)
    formats: tuple[str, ...] = ()
    executor: Executor = in_process
    fail_fast: bool = False
    retry_failed: bool = False
    skip_duplicates: bool = False
    stop: Callable[[], bool] = lambda: False
    on_phase: Callable[[Phase, int], None] = lambda phase, files: None


def run_batch(folder: Path, out: Path, plan: Plan | None = None) -> Counter[str]:
    """Digest every article under *folder* into ``out/articles``, mirroring the folders; return how many had which status.

    A file whose content, settings and outputs are those of an earlier run is not done again. Where *out* ends in .jsonl or
    .parquet, that file gets a row for each article, and what a rerun needs stays in ``<out>.parts``. Failures go to
    ``errors.jsonl``, near-duplicates to ``duplicates.jsonl``. Raises OptionError when *folder* is none or has no article, when
    *out* cannot be made, is *folder* itself or another batch writes there; BatchError when workers cannot be started.
    """
    return Counter(outcome.status for result in iter_batch(folder, out, plan) for outcome in result.outcomes)


def iter_batch(folder: Path, out: Path, plan: Plan | None = None) -> Iterator[Result]:
    """Do what :func:`run_batch` does, yielding the result of each file as it comes, in any order."""
    plan = plan or Plan()
    place, names = work_folder(out), _names(folder, work_folder(out))
    if place != out:
        tables.check_installed(out.suffix.lower())
    setup = _setup(folder, place, plan)
    with locked(place):
        remove_leftovers(place)
        batch = _Batch(setup, plan, names)
        try:
            yield from batch.results()
            batch.settle()
            if place == out:
                finish(out, plan.options)
            elif not batch.is_stopped:
                tables.TABLES[out.suffix.lower()](tables.rows_of(place, batch.state.records(names)), out)
        finally:
            batch.state.close()


def preview(folder: Path, out: Path, plan: Plan | None = None) -> Iterator[tuple[str, str]]:
    """Yield (path, what a batch would do it for: new, changed, failed before, output missing; or unchanged), writing nothing.

    Near-duplicates are not looked for.
    """
    plan = plan or Plan()
    place, names = work_folder(out), _names(folder, work_folder(out))
    batch = _Batch(_setup(folder, place, plan), plan, names)
    try:
        for job in batch.jobs({}):
            yield job.path, _prospect(job, batch.setup)
    finally:
        batch.state.close()


def work_folder(out: Path) -> Path:
    """Return the folder that a batch works in: *out*, or ``<out>.parts`` where *out* is to be one file.

    Raises OptionError when *out* is a file of another kind.
    """
    if out.suffix.lower() in tables.TABLES and not out.is_dir():
        return out.with_name(f"{out.name}.parts")
    if out.exists() and not out.is_dir():
        raise OptionError(f"{out}: is a file; give a folder, or a file ending in {' or '.join(tables.TABLES)}")
    return out


class _Batch:
    """One run: what it is to do, and the state it brings up to date."""

    def __init__(self, setup: Setup, plan: Plan, names: list[str]) -> None:
        self.setup, self.plan, self.names = setup, plan, names
        self.state = State(setup.out)
        self.is_stopped = False
        taken = tuple(self.state.outputs_of_others(names))
        stems = output_stems(names, taken)
        self._places = dict(zip(names, zip(stems, output_branches(names, stems, taken), strict=True), strict=True))
        self._owners = {stem.lower(): name for name, stem in zip(names, stems, strict=True)}

    def results(self) -> Iterator[Result]:
        """Do the work, and yield the results of the files."""
        repeats: Mapping[str, Mapping[str, str]] = {}
        if self.plan.skip_duplicates:
            repeats = yield from self._compared()
        wanted = sum(1 for _ in self._wanted())
        self.plan.on_phase("digesting", wanted)
        jobs = (unchanged(job, self.setup) or job for job in self.jobs(repeats))
        for result in self.plan.executor(jobs, partial(DigestWorker, self.setup), self._stops):
            self._take(result)
            yield result

    def jobs(self, repeats: Mapping[str, Mapping[str, str]], names: Iterable[str] | None = None) -> Iterator[Job]:
        """Yield a job for each of *names*, or of the files that are wanted; *repeats* names the articles to be left out."""
        for name in self._wanted() if names is None else names:
            yield Job(name, *self._places[name], self.state.get(name), repeats.get(name, {}))

    def settle(self) -> None:
        """Write the errors, the groups of near-duplicates and the state, all in the order of the files."""
        out, records = self.setup.out, partial(self.state.records, self.names)
        write_lines_atomically(out / ERRORS, _error_lines(records()))
        groups = Groups.of(records())
        write_lines_atomically(out / DUPLICATES, groups.lines())
        self.state.settle(self.names, groups.marked)

    def _compared(self) -> Generator[Result, None, Mapping[str, Mapping[str, str]]]:
        """Take the signatures of all files; return for each file the articles that repeat an earlier one, and which."""
        self.plan.on_phase("comparing", len(self.names))
        jobs = (compared(job, self.setup) or job for job in self.jobs({}, self.names))
        found: dict[str, Record] = {}
        for result in self.plan.executor(jobs, partial(CompareWorker, self.setup), self._stops):
            found[result.record.path] = result.record
            yield replace(result, outcomes=())
        return Groups.of(found[name] for name in self.names if name in found).firsts

    def _wanted(self) -> Iterator[str]:
        """Yield the files to be looked at: all, or those in which something failed."""
        for name in self.names:
            record = self.state.get(name) if self.plan.retry_failed else None
            if not self.plan.retry_failed or (record is not None and _is_to_be_retried(record)):
                yield name

    def _take(self, result: Result) -> None:
        """Bring state and outputs up to date with *result*."""
        old = self.state.get(result.record.path)
        self._remove_stale(old, result.record)
        if result.record != old:
            self.state.append(result.record)
        if self.plan.fail_fast and _has_failed(result.record):
            self.is_stopped = True

    def _remove_stale(self, old: Record | None, new: Record) -> None:
        """Remove outputs of *old* that *new* has not made, and what stands where an article failed: it would pass for its digest.

        What is another file's place by now is left to that.
        """
        made = {entry.output for entry in new.entries if entry.status == "done"}
        before = (entry for entry in (old.entries if old else ()) if entry.status == "done")
        for entry in (*before, *new.entries):
            is_own = self._owners.get(entry.output.lower(), new.path) == new.path
            if entry.output and entry.output not in made and is_own:
                remove_output(self.setup.out, entry.output)

    def _stops(self) -> bool:
        self.is_stopped = self.is_stopped or self.plan.stop()
        return self.is_stopped


def _names(folder: Path, place: Path) -> list[str]:
    names = find_names(folder, place)
    if not names:
        raise OptionError(no_article(folder))
    return names


def _setup(folder: Path, place: Path, plan: Plan) -> Setup:
    if plan.retry_failed and not place.is_dir():
        raise OptionError(f"{place}: no earlier run wrote there whose failures could be tried again")
    formats = tuple(dict.fromkeys(("json", *plan.formats)))
    for form in formats:
        get_renderer(form)
    return Setup(folder, place, plan.options, formats, configuration_of(plan.options))


def _prospect(job: Job, setup: Setup) -> str:
    """Tell what a batch would do *job* for."""
    if job.record is None:
        return "new"
    entries = known_entries(job, content_hash(setup.folder / job.path), setup)
    if _is_to_be_retried(job.record):
        return "failed before"
    if not entries:
        return "changed"
    return "unchanged" if all(entry.status == "duplicate" or stands(entry, job, setup) for entry in entries) else "output missing"


def _has_failed(record: Record) -> bool:
    return any(entry.status == "failed" for entry in record.entries)


def _is_to_be_retried(record: Record) -> bool:
    return any(entry.is_to_be_retried for entry in record.entries)


def _error_lines(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        for entry in record.entries:
            if entry.status == "failed":
                name = full_name(record.path, entry.name)
                yield to_line({"file": name, "stage": entry.stage, "code": entry.code, "message": entry.message})
