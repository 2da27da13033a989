"""What a worker does with a file: read it, digest its articles, write the outputs. The same in every kind of executor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path, PurePosixPath

from threadpoolctl import ThreadpoolController

from summarizer import __version__, resources
from summarizer.batch.duplicates import METHOD, signature_of
from summarizer.batch.places import shortened
from summarizer.batch.records import Entry, Job, Outcome, Record, Result, Setup, full_name, outcome_of, printable
from summarizer.errors import EmptyArticleError, EngineError, ReadingError, SummarizerError
from summarizer.files import write_atomically
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.reading import Item, read_items
from summarizer.rendering import SUFFIXES, get_renderer
from summarizer.types import Article

# Raise when the outputs or the state for the same input and options change, so that a rerun does the articles again.
STATE_VERSION = 4
# Largest file that is taken into memory, in bytes: archives hold many articles, each of which the readers limit.
MOST_BYTES = 500_000_000
# What a whole file of a format ends in, before white space, and the bytes at its end in which that is looked for.
_ENDS = {".json": b"}", ".html": b"</html>"}
_TAIL = 20


class DigestWorker:
    """Digests the articles of one file after another; models are loaded once, at the first article of a language."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._digester = Digester(setup.options)
        self._threads = ThreadpoolController()

    def __call__(self, job: Job, on_start: Callable[[str], None]) -> Result:
        """Do *job*, and leave alone what stands from an earlier run."""
        # Arithmetic on several threads is no faster for one article, takes the other workers' cores, and may round otherwise.
        with self._threads.limit(limits=1):
            return self._do(job, on_start)

    def _do(self, job: Job, on_start: Callable[[str], None]) -> Result:
        try:
            data = load(self._setup.folder / job.path)
        except Exception as error:  # the border of the batch: one bad file must not cost the others
            return result_of(job, "", self._setup, [failure("", job.stem, error)])
        content = hashlib.sha256(data).hexdigest()
        known = known_entries(job, content, self._setup)
        standing = {entry.name: entry for entry in known if stands(entry, job, self._setup)}
        current = {entry.name for entry in known if _is_current(entry, job)}
        entries = []
        for name, output, item in placed(data, job):
            on_start(name)
            entry = standing.get(name) or self._entry(name, output, item, job)
            entries.append(entry)
            if entry.status == "done" and name not in current:  # what an earlier run made in other formats tells something else
                remove_output(self._setup.out, output, but=self._setup.formats)
        return result_of(job, content, self._setup, entries, standing)

    def _entry(self, name: str, output: str, item: Item, job: Job) -> Entry:
        """Digest one article, and return how that went."""
        for lost, code, message in job.lost:
            if lost == name:
                return Entry(name, "failed", output, "batch", code, message)
        if item.article is None:
            return failure(name, output, item.error or EmptyArticleError(f"{full_name(job.path, name)}: holds no article"))
        signature = ""
        try:
            signature = signature_of(text_of(item.article))
            if name in job.repeats:
                return Entry(name, "duplicate", output, signature=signature, duplicate_of=job.repeats[name])
            digest = self._digester.digest(item.article)
            for form in self._setup.formats:
                write_atomically(output_path(self._setup.out, output, form), get_renderer(form)(digest))
        except Exception as error:  # the border of the batch: a fault in one article must not cost the others
            return failure(name, output, error, signature)
        note = next((note for note in digest.notes if note.code == EngineError.code), None)
        stage, code, message = (EngineError.stage, note.code, note.message) if note else ("", "", "")
        return Entry(name, "done", output, stage, code, message, signature)


class CompareWorker:
    """Takes the signatures of the articles of one file after another, and digests nothing."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup

    def __call__(self, job: Job, on_start: Callable[[str], None]) -> Result:
        """Return the record of *job* with the signatures alone; what cannot be read has none."""
        try:
            data = load(self._setup.folder / job.path)
            content = hashlib.sha256(data).hexdigest()
            entries = []
            for name, _, item in placed(data, job):
                on_start(name)
                if item.article is not None and name not in {lost for lost, _, _ in job.lost}:
                    entries.append(Entry(name, "done", signature=signature_of(text_of(item.article))))
        except Exception:  # the border of the batch: the error is told when the article is digested
            return Result(Record(job.path, "", "", ()), ())
        return Result(Record(job.path, content, self._setup.configuration, tuple(entries)), ())


def unchanged(job: Job, setup: Setup) -> Result | None:
    """Return the result of *job* where nothing is to be done: file, settings and outputs are those of an earlier run."""
    content = content_hash(setup.folder / job.path) if job.record is not None else ""
    entries = known_entries(job, content, setup)
    if not entries or not all(stands(entry, job, setup) for entry in entries):
        return None
    return result_of(job, content, setup, list(entries), {entry.name: entry for entry in entries})


def compared(job: Job, setup: Setup) -> Result | None:
    """Return the signatures of *job* that an earlier run took, where the file is still the same."""
    content = content_hash(setup.folder / job.path) if job.record is not None else ""
    return Result(job.record, ()) if job.record is not None and known_entries(job, content, setup) else None


def load(path: Path) -> bytes:
    """Return the bytes of the file at *path*. Raises ReadingError when they are too many, OSError when they cannot be read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ReadingError(
            f"{printable(path.name)}: {size / 1e6:.0f} MB is more than the {MOST_BYTES / 1e6:.0f} MB that are read"
        )
    return path.read_bytes()


def content_hash(path: Path) -> str:
    """Return the hash of the file at *path*, or nothing where it cannot be read."""
    try:
        return hashlib.sha256(load(path)).hexdigest()
    except (SummarizerError, OSError):
        return ""


def configuration_of(options: Options) -> str:
    """Return the hash of all that shapes the outputs beside the inputs; of a file named by an option its content counts."""
    values = {
        name: content_hash(value) or str(value) if isinstance(value, Path) else value for name, value in asdict(options).items()
    }
    values["termbases"] = [content_hash(Path(name)) for name in options.termbases]
    settings = {
        "state": STATE_VERSION,
        "version": __version__,
        "models": resources.manifest(),
        "lexicon": resources.lexicon_hash(),
        "signatures": METHOD,
        "options": values,
    }
    return hashlib.sha256(json.dumps(settings, default=str, sort_keys=True).encode()).hexdigest()


def known_entries(job: Job, content: str, setup: Setup) -> tuple[Entry, ...]:
    """Return what the state knows of the articles of *job* if its content and the settings are still the same."""
    record = job.record
    is_same = record is not None and (record.content, record.configuration) == (content, setup.configuration)
    return record.entries if record is not None and is_same else ()


def stands(entry: Entry, job: Job, setup: Setup) -> bool:
    """Tell whether what an earlier run made of an article is what this one would make of it, and is still there."""
    if entry.status == "duplicate":
        return job.repeats.get(entry.name) == entry.duplicate_of
    if entry.name in job.repeats or not _is_current(entry, job):
        return False
    return all(_is_whole(output_path(setup.out, entry.output, form)) for form in setup.formats)


def place_of(name: str, job: Job) -> str:
    """Return where the digest of the article *name* of a file goes: the file's own place where it is the only one."""
    return f"{job.branch}/{name}" if name else job.stem


def output_path(out: Path, output: str, form: str) -> Path:
    """Return where the digest *output* stands under *out* in the format *form*."""
    return out / "articles" / f"{output}{SUFFIXES[form]}"


def remove_output(out: Path, output: str, *, but: Collection[str] = ()) -> None:
    """Remove the digest *output* under *out* in all formats *but* those; what cannot be a file of that name is none."""
    for form in SUFFIXES:
        if form not in but:
            with suppress(OSError):
                output_path(out, output, form).unlink(missing_ok=True)


def result_of(job: Job, content: str, setup: Setup, entries: list[Entry], standing: Mapping[str, Entry] | None = None) -> Result:
    """Return the result that *entries* make; those among *standing* count as unchanged."""
    record = Record(job.path, content, setup.configuration, tuple(entries))
    outcomes = tuple(_outcome(job, entry, standing or {}) for entry in entries)
    return Result(record, outcomes)


def failure(name: str, output: str, error: Exception, signature: str = "") -> Entry:
    """Return the entry of an article that failed by *error*; *output* is where its digest would be."""
    if isinstance(error, SummarizerError):
        stage, code = error.stage, error.code
    else:
        stage, code = ("files", "io-error") if isinstance(error, OSError) else ("internal", type(error).__name__)
    return Entry(name, "failed", output, stage, code, printable(str(error)), signature)


def text_of(article: Article) -> str:
    """Return the words of *article* as they were read."""
    return "\n".join(block.text for block in article.blocks)


def placed(data: bytes, job: Job) -> Iterator[tuple[str, str, Item]]:
    """Yield (name, output, item) for each article of a file; a lone one has no name and goes where the file's name says."""
    path = PurePosixPath(job.path)
    items = read_items(data, name=printable(path.name), suffix=path.suffix.lower())
    first, second = next(items, None), next(items, None)
    if first is None or second is None:
        yield "", place_of("", job), first or Item("", None)
        return
    taken: set[str] = set()
    for item in chain((first, second), items):
        name = _free_name(item.name, taken)
        taken.add(name.lower())
        yield name, place_of(name, job), item


def _free_name(name: str, taken: set[str]) -> str:
    """Return *name* as a relative path that leads nowhere else and that no other article has.

    >>> _free_name("../a//b", set()), _free_name("A", {"a"})
    ('a/b', 'A-2')
    """
    safe = "/".join(part for part in _parts(name) if part.strip(". ")) or "article"
    candidates = map(shortened, chain((safe,), (f"{safe}-{number}" for number in range(2, len(taken) + 3))))
    return next(candidate for candidate in candidates if candidate.lower() not in taken)


def _parts(name: str) -> list[str]:
    """Split a path of any system into its parts."""
    return name.replace("\\", "/").replace("\0", "").replace(":", "-").split("/")


def _outcome(job: Job, entry: Entry, standing: Mapping[str, Entry]) -> Outcome:
    is_unchanged = entry.status == "done" and standing.get(entry.name) is entry
    return outcome_of(job.path, entry, "unchanged" if is_unchanged else None)


def _is_current(entry: Entry, job: Job) -> bool:
    """Tell whether *entry*, of the same content and settings, is a digest as it was asked for, in the place that is its own."""
    return entry.status == "done" and not entry.is_to_be_retried and entry.output == place_of(entry.name, job)


def _is_whole(path: Path) -> bool:
    """Tell whether a file is there that holds something, and to its end where that can be told: a power cut can cut it short."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(size - _TAIL, 0))
            return size > 0 and stream.read().rstrip().endswith(_ENDS.get(path.suffix, b""))
    except OSError:
        return False
