"""Where the digests of each file go. Every output has one owner, among the files that are there and those that are gone.

A place depends on the names alone, so that a rerun finds it again; ``taken`` are places of digests whose files are gone.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from summarizer.rendering import SUFFIXES

# Bytes of a file's name that file systems take, less those of the longest suffix that a digest gets.
_MOST_BYTES = 255 - max(map(len, SUFFIXES.values()))
# Signs of the hash that tells apart long names which begin alike.
_HASH = 10


def output_stems(names: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Return each path without its suffix; with it where two would be the same, or in the way of a folder.

    >>> output_stems(["a/x.txt", "a/x.md", "b.txt", "c.txt", "d.txt", "d.html/e.txt"], ["c"])
    ['a/x.txt', 'a/x.md', 'b', 'c.txt', 'd.txt', 'd.html/e']
    """
    folders = _folders(names)
    held = {place.lower() for place in taken}
    held |= {folder.removesuffix(end) for folder in folders for end in SUFFIXES.values() if folder.endswith(end)}
    stems = [PurePosixPath(name).with_suffix("").as_posix() for name in names]
    while True:
        counts = Counter(stem.lower() for stem in stems)
        longer = [
            name if counts[stem.lower()] > 1 or stem.lower() in held else stem for name, stem in zip(names, stems, strict=True)
        ]
        if longer == stems:
            return [shortened(stem) for stem in stems]
        stems = longer


def output_branches(names: Sequence[str], stems: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Return the folder for the digests of each file that holds several articles: its stem, or the whole path where the
    stem is the name of a folder of other articles.

    >>> output_branches(["feed.xml", "feed/a.txt"], ["feed", "feed/a"])
    ['feed.xml', 'feed/a']
    """
    folders = _folders((*names, *taken))
    return [shortened(name) if stem.lower() in folders else stem for name, stem in zip(names, stems, strict=True)]


def shortened(path: str) -> str:
    """Return *path* with what is too long for a file's name, its suffix included, cut and told apart by a hash.

    >>> len(shortened("a/" + "x" * 255)), shortened("a/b")
    (252, 'a/b')
    """
    return "/".join(map(_shortened_part, path.split("/")))


def _shortened_part(part: str) -> str:
    data = os.fsencode(part)
    if len(data) <= _MOST_BYTES:
        return part
    mark = f"-{hashlib.sha256(data).hexdigest()[:_HASH]}"
    return data[: _MOST_BYTES - len(mark)].decode("utf-8", "ignore") + mark


def _folders(names: Iterable[str]) -> set[str]:
    """Return the folders that *names* lie in, in small letters."""
    return {parent.as_posix().lower() for name in names for parent in PurePosixPath(name).parents}
