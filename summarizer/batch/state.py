"""The state of a batch: a line of JSON for every file, appended when it is done. A later line takes an earlier one's place.

A run that was killed leaves at most a last line cut short, which is passed over. Records are read from the disk one at a time, so
that the state of a hundred thousand files takes no more memory than their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from summarizer.batch.records import Record
from summarizer.files import write_lines_atomically

NAME = ".state.jsonl"


class State:
    """The state file of an output folder; nothing is written before the first ``append``."""

    def __init__(self, out: Path) -> None:
        self._path = out / NAME
        self._reader: BinaryIO | None = None
        self._writer: BinaryIO | None = None
        self._places = dict(_places(self._path)) if self._path.exists() else {}

    def get(self, path: str) -> Record | None:
        """Return what is known of the file *path*."""
        place = self._places.get(path)
        if place is None:
            return None
        if self._reader is None:
            self._reader = self._path.open("rb")
        self._reader.seek(place)
        return Record.from_line(self._reader.readline())

    def outputs_of_others(self, paths: Sequence[str]) -> Iterator[str]:
        """Yield where the digests of the files stand that are known and not among *paths*."""
        for record in self.records(self._others(paths)):
            yield from (entry.output for entry in record.entries if entry.status == "done")

    def append(self, record: Record) -> None:
        """Add *record*, and hand it to the operating system at once: what is written survives the end of this process."""
        if self._writer is None:
            self._writer = self._path.open("ab")
            if not _ends_in_line_break(self._path):
                self._writer.write(b"\n")
        place = self._writer.tell()
        self._writer.write(record.to_line().encode())
        self._writer.flush()
        self._places[record.path] = place

    def settle(self, paths: Sequence[str], change: Callable[[Iterator[Record]], Iterator[Record]]) -> None:
        """Write the state anew: a line a file, in the order of *paths*, then of files that are gone, all through *change*."""
        kept = (*paths, *self._others(paths))
        write_lines_atomically(self._path, (record.to_line() for record in change(self.records(kept))))
        self.close()
        self._places = dict(_places(self._path))

    def records(self, paths: Sequence[str]) -> Iterator[Record]:
        """Yield the records of those of *paths* that are known."""
        return (record for path in paths if (record := self.get(path)) is not None)

    def _others(self, paths: Sequence[str]) -> list[str]:
        present = set(paths)
        return sorted(path for path in self._places if path not in present)

    def close(self) -> None:
        """Close the files."""
        for stream in (self._reader, self._writer):
            if stream is not None:
                stream.close()
        self._reader = self._writer = None


def _places(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (file, where its line starts) for each line of the state at *path* that can be read."""
    place = 0
    with path.open("rb") as stream:
        for line in stream:
            with suppress(ValueError, KeyError, TypeError):
                yield Record.from_line(line).path, place
            place += len(line)


def _ends_in_line_break(path: Path) -> bool:
    """Tell whether another line can be added to the file at *path* as it is."""
    with path.open("rb") as stream:
        if not stream.seek(0, 2):
            return True
        stream.seek(-1, 2)
        return stream.read(1) == b"\n"
