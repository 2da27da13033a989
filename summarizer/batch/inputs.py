"""Which files a batch reads, and where the digest of each goes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import summarizer.reading.source as source
from summarizer.errors import OptionError


def find_articles(folder: Path, out: Path | None = None) -> list[Path]:
    """Return the readable files under *folder* in order of their paths, without hidden ones and those under *out*.

    Raises OptionError when *folder* is not a folder.
    """
    return [folder / name for name in find_names(folder, out)]


def find_names(folder: Path, out: Path | None = None) -> list[str]:
    """Return the paths that :func:`find_articles` finds, relative to *folder*: short strings, for folders of many files.

    Raises OptionError when *folder* is not a folder.
    """
    if not folder.is_dir():
        raise OptionError(f"{folder}: is not a folder; for one article use `summarizer digest {folder}`")
    own = None if out is None else _own_folder(folder, out).resolve()
    if own is not None and folder.resolve().is_relative_to(own):
        return []
    names = (path.relative_to(folder).as_posix() for path in _walk(folder, own))
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


def output_stems(names: Sequence[str]) -> list[str]:
    """Return each path without its suffix; with it where two would be the same.

    >>> output_stems(["a/x.txt", "a/x.md", "b.txt"])
    ['a/x.txt', 'a/x.md', 'b']
    """
    stems = [PurePosixPath(name).with_suffix("").as_posix() for name in names]
    while True:
        counts = Counter(stem.lower() for stem in stems)
        longer = [name if counts[stem.lower()] > 1 else stem for name, stem in zip(names, stems, strict=True)]
        if longer == stems:
            return stems
        stems = longer


def output_branches(names: Sequence[str], stems: Sequence[str]) -> list[str]:
    """Return the folder for the digests of each file that holds several articles: its stem, or the whole path where the
    stem is the name of a folder of other articles.

    >>> output_branches(["feed.xml", "feed/a.txt"], ["feed", "feed/a"])
    ['feed.xml', 'feed/a']
    """
    folders = {parent.as_posix().lower() for name in names for parent in PurePosixPath(name).parents}
    return [name if stem.lower() in folders else stem for name, stem in zip(names, stems, strict=True)]


def _suffixes() -> set[str]:
    return {suffix for suffix in source.SUFFIXES if suffix}


def _walk(folder: Path, own: Path | None) -> Iterator[Path]:
    """Yield the readable files under *folder*, looking into no hidden folder and not into *own*."""
    suffixes = _suffixes()
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and (here / name).resolve() != own]
        for name in files:
            path = here / name
            if not name.startswith(".") and path.suffix.lower() in suffixes and path.is_file():
                yield path


def _own_folder(folder: Path, out: Path) -> Path:
    """Return what under *out* is output: all of it, or its articles where *out* is the folder itself or lies elsewhere."""
    inside = out.resolve().is_relative_to(folder.resolve()) and out.resolve() != folder.resolve()
    return out if inside else out / "articles"
