"""The records of a batch: what is to be done with a file, what was done, and what the state file keeps of it.

A file holds one article, named ``""``, or several (a feed, an archive), each with a name of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from summarizer.options import Options

Status = Literal["done", "unchanged", "failed", "duplicate"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to one article: ``done``, ``unchanged``, ``duplicate`` or ``failed`` with the error.

    What is done with a code has the article's own lines, since the engine failed. ``path`` is the file's, with ``#`` and the
    article's name where the file holds several.
    """

    path: str
    status: Status
    stage: str = ""
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the state keeps of one article: how it went, where its outputs stand or would stand, and its signature.

    ``output`` is a path under ``OUT/articles`` without suffix; ``duplicate_of`` names the article that it repeats. What is done
    with a ``code`` has the article's own lines, since the engine failed.
    """

    name: str
    status: Status
    output: str = ""
    stage: str = ""
    code: str = ""
    message: str = ""
    signature: str = ""
    duplicate_of: str = ""

    @property
    def is_to_be_retried(self) -> bool:
        """Tell whether the article, or the engine that was to write its digest, failed."""
        return self.status == "failed" or (self.status == "done" and bool(self.code))


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the state: a file, the hash of its bytes, the hash of all settings, and its articles."""

    path: str
    content: str
    configuration: str
    entries: tuple[Entry, ...]

    def to_line(self) -> str:
        """Return the record as a line of JSON; empty values are left out."""
        entries = [{key: value for key, value in asdict(entry).items() if value} for entry in self.entries]
        return to_line({"path": self.path, "content": self.content, "configuration": self.configuration, "entries": entries})

    @classmethod
    def from_line(cls, line: str | bytes) -> Record:
        """Return the record that *line* holds. Raises ValueError, KeyError or TypeError when it holds none."""
        row = json.loads(line)
        entries = tuple(Entry(**{"name": "", **entry}) for entry in row["entries"])
        return cls(row["path"], row["content"], row["configuration"], entries)


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be done.

    *path* is its path under the folder; *stem* is where the output of a lone article goes, *branch* the folder for those of
    several. *record* is what is known of it from an earlier run, *repeats* names the article that each article to be left out
    repeats, and *lost* gives (name, code, message) of articles on which a worker was lost.
    """

    path: str
    stem: str
    branch: str
    record: Record | None = None
    repeats: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A file that was done: its new record and what happened to each of its articles."""

    record: Record
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Setup:
    """What every worker of a batch is given: the folders, the settings, the formats to write and the hash of all that."""

    folder: Path
    out: Path
    options: Options
    formats: tuple[str, ...]
    configuration: str


# Does one job; calls the second argument with the name of each article before it starts on it.
Handler = Callable[[Job, Callable[[str], None]], Result]
# Does the jobs with handlers made by the second argument, in any order; takes no further job once the third returns True. What is
# a result already is passed on.
Executor = Callable[[Iterator[Job | Result], Callable[[], Handler], Callable[[], bool]], Iterator[Result]]


def outcome_of(path: str, entry: Entry, status: Status | None = None) -> Outcome:
    """Return what *entry* of the file *path* tells its user."""
    return Outcome(full_name(path, entry.name), status or entry.status, entry.stage, entry.code, entry.message)


def full_name(path: str, name: str) -> str:
    """Return the name of an article for people: the file's path, with ``#`` and its own name where it has one.

    >>> full_name("news/feed.xml", "003-title"), full_name("a.txt", "")
    ('news/feed.xml#003-title', 'a.txt')
    """
    return printable(f"{path}#{name}" if name else path)


def printable(name: str) -> str:
    """Return a file's *name* with what is not valid in it (bytes in another encoding) replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


def to_line(row: Mapping[str, Any]) -> str:
    """Return *row* as a line of JSON that can be written as UTF-8, whatever the names of files hold."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(row)
    return line + "\n"
