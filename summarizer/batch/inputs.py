"""Which files a batch reads."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import summarizer.reading.source as source
from summarizer.batch.state import NAME
from summarizer.errors import OptionError


def find_articles(folder: Path, out: Path | None = None) -> list[Path]:
    """Return the readable files under *folder* in order of their paths, without hidden ones and the outputs of batches.

    A folder that cannot be looked into stands for its files. Raises OptionError when *folder* is not a folder, or when *out*
    is that folder or would write into it.
    """
    return [folder / name for name in find_names(folder, out)]


def find_names(folder: Path, out: Path | None = None) -> list[str]:
    """Return the paths that :func:`find_articles` finds, relative to *folder*: short strings, for folders of many files.

    Raises OptionError as that does.
    """
    if not folder.is_dir():
        raise OptionError(f"{folder}: is not a folder; for one article use `summarizer digest {folder}`")
    if out is not None:
        _check_apart(folder.resolve(), out.resolve())
    names = (path.relative_to(folder).as_posix() for path in _walk(folder, out))
    return sorted(names, key=lambda name: name.split("/"))


def find_sources(sources: Sequence[Path]) -> list[Path]:
    """Return the files among *sources* and the articles of the folders among them, each once, in that order.

    Raises OptionError when a folder holds no article.
    """
    found: dict[Path, None] = {}
    for path in sources:
        inside = find_articles(path) if path.is_dir() else [path]
        if not inside:
            raise OptionError(no_article(path))
        found.update(dict.fromkeys(inside))
    return list(found)


def no_article(folder: Path) -> str:
    """Return what to tell someone whose *folder* holds no article."""
    return f"{folder}: holds no article; files ending in {', '.join(sorted(_suffixes()))} are read"


def _suffixes() -> set[str]:
    return {suffix for suffix in source.SUFFIXES if suffix}


def _check_apart(folder: Path, out: Path) -> None:
    """Raise OptionError where a batch would take its own pages for articles, or write between the articles."""
    if folder == out:
        raise OptionError(f"{out}: holds the articles; give another folder for the digests, such as {out / 'digests'}")
    if folder.is_relative_to(out / "articles"):
        raise OptionError(f"{out}: its digests would be written into {folder}, between the articles; give another folder")


def _walk(folder: Path, out: Path | None) -> Iterator[Path]:
    """Yield the readable files under *folder*, and the folders that cannot be looked into.

    Hidden folders and those that a batch writes to, *out* and those of earlier runs, are passed over.
    """
    suffixes, own = _suffixes(), out.resolve() if out is not None else None
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_output(here / name, own)]
        for name in files:
            path = here / name
            if not name.startswith(".") and path.suffix.lower() in suffixes and path.is_file():
                yield path
    for error in closed:
        if Path(error.filename) == folder:
            raise OptionError(f"{folder}: cannot be looked into: {error.strerror}") from error
        yield Path(error.filename)


def _is_output(folder: Path, own: Path | None) -> bool:
    """Tell whether a batch writes to *folder*: the one whose output *own* is, or an earlier one, which left its state there."""
    return folder.resolve() == own or os.path.exists(folder / NAME)
