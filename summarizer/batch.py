"""A folder of articles -> a digest per article. One bad article never costs the others."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import summarizer.reading.source as source
from summarizer import reading
from summarizer.errors import OptionError, SummarizerError
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.rendering import SUFFIXES, get_renderer
from summarizer.results import Digest

_STATE = ".state.jsonl"
_ERRORS = "errors.jsonl"
# Raise when the output for the same input and options changes, so that a rerun does the articles again.
STATE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to one file: ``done``, ``unchanged`` or ``failed`` with the error."""

    path: str
    status: str
    stage: str = ""
    code: str = ""
    message: str = ""


def run_batch(
    folder: Path,
    out: Path,
    *,
    options: Options,
    formats: Sequence[str] = ("json",),
    on_outcome: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Outcome, ...]:
    """Digest every article under *folder* into ``out/articles``, mirroring the folders, and return what happened to each.

    A file whose content, options and outputs are those of an earlier run is not done again. Failures go to
    ``out/errors.jsonl``; *on_outcome* is called after each file. Raises OptionError when *folder* is none or has no article.
    """
    files = find_articles(folder, out)
    if not files:
        raise OptionError(f"{folder}: holds no article; files ending in {_read_suffixes()} are read")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{out}: cannot be made: {error.strerror}") from error
    writers = {name: get_renderer(name) for name in dict.fromkeys(("json", *formats))}
    digester = Digester(options)
    stems = output_stems([path.relative_to(folder) for path in files])
    known_keys = _read_state(out)
    outcomes: list[Outcome] = []
    keys: dict[str, str] = {}
    for path, stem in zip(files, stems, strict=True):
        name = path.relative_to(folder).as_posix()
        outputs = {form: out / "articles" / f"{stem}{SUFFIXES[form]}" for form in writers}
        outcome, keys[name] = _do_one(path, name, outputs, digester, known_keys.get(name))
        outcomes.append(outcome)
        on_outcome(outcome)
        if outcome.status == "done":
            _append_state(out, name, keys[name])
    _write_errors(out, outcomes)
    return tuple(outcomes)


def find_articles(folder: Path, out: Path | None = None) -> list[Path]:
    """Return the readable files under *folder* in order of their paths, without hidden ones and those under *out*.

    Raises OptionError when *folder* is not a folder.
    """
    if not folder.is_dir():
        raise OptionError(f"{folder}: is not a folder; for one article use `summarizer digest {folder}`")
    own = None if out is None else _own_folder(folder, out)
    suffixes = {suffix for suffix in source.SUFFIXES if suffix}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and (own is None or not path.resolve().is_relative_to(own.resolve()))
    )


def _own_folder(folder: Path, out: Path) -> Path:
    """Return what under *out* is output: all of it, or its articles where *out* is the folder itself or lies elsewhere."""
    inside = out.resolve().is_relative_to(folder.resolve()) and out.resolve() != folder.resolve()
    return out if inside else out / "articles"


def find_sources(sources: Sequence[Path]) -> list[Path]:
    """Return the files among *sources* and the articles of the folders among them, each once, in that order.

    Raises OptionError when a folder holds no article.
    """
    found: dict[Path, None] = {}
    for path in sources:
        inside = find_articles(path) if path.is_dir() else [path]
        if not inside:
            raise OptionError(f"{path}: holds no article; files ending in {_read_suffixes()} are read")
        found.update(dict.fromkeys(inside))
    return list(found)


def _read_suffixes() -> str:
    return ", ".join(sorted(suffix for suffix in source.SUFFIXES if suffix))


def output_stems(paths: Sequence[Path]) -> list[str]:
    """Return each path without its suffix; with it where two would be the same.

    >>> output_stems([Path("a/x.txt"), Path("a/x.md"), Path("b.txt")])
    ['a/x.txt', 'a/x.md', 'b']
    """
    stems = [path.with_suffix("").as_posix() for path in paths]
    while True:
        counts = Counter(stem.lower() for stem in stems)
        longer = [path.as_posix() if counts[stem.lower()] > 1 else stem for path, stem in zip(paths, stems, strict=True)]
        if longer == stems:
            return stems
        stems = longer


def write_atomically(path: Path, text: str) -> None:
    """Write *text* to *path* so that the file is there whole or not at all; a pipe or device is written to as it is."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _do_one(path: Path, name: str, outputs: dict[str, Path], digester: Digester, known_key: str | None) -> tuple[Outcome, str]:
    try:
        data = path.read_bytes()
        key = _key(data, digester.options)
        if key == known_key and all(output.exists() for output in outputs.values()):
            return Outcome(name, "unchanged"), key
        article = reading.read_bytes(data, name=path.name, suffix=path.suffix.lower())
        _write(digester.digest(article), outputs)
    except SummarizerError as error:
        return Outcome(name, "failed", error.stage, error.code, str(error)), ""
    except OSError as error:
        return Outcome(name, "failed", "files", "io-error", str(error)), ""
    except Exception as error:  # the border of the batch: a fault of ours in one article must not cost the others
        return Outcome(name, "failed", "internal", type(error).__name__, str(error)), ""
    return Outcome(name, "done"), key


def _write(digest: Digest, outputs: dict[str, Path]) -> None:
    for form, output in outputs.items():
        write_atomically(output, get_renderer(form)(digest))


def _key(data: bytes, options: Options) -> str:
    settings = json.dumps({"version": STATE_VERSION, **asdict(options)}, default=str, sort_keys=True)
    return hashlib.sha256(settings.encode() + b"\0" + data).hexdigest()


def _read_state(out: Path) -> dict[str, str]:
    return {row["path"]: row["key"] for row in _read_rows(out / _STATE)}


def _read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a JSONL file; a last line cut short by a killed run is passed over."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue


def _append_state(out: Path, name: str, key: str) -> None:
    with (out / _STATE).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"path": name, "key": key}, ensure_ascii=False) + "\n")


def _write_errors(out: Path, outcomes: Sequence[Outcome]) -> None:
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    rows = ({"file": item.path, "stage": item.stage, "code": item.code, "message": item.message} for item in failed)
    write_atomically(out / _ERRORS, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
