"""A zip archive -> its members, within bounds on number, size and compression."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from summarizer.errors import ReadingError
from summarizer.options import MAX_CONTAINER_BYTES
from summarizer.reading.border import parsing

# A year of a daily paper is about 20,000 articles; text and XML are packed to a tenth, seldom to a fortieth.
MAX_MEMBERS, MAX_UNPACKED_BYTES, MAX_RATIO = 20_000, 500_000_000, 200
# Small members may be packed to nothing (a page of spaces) without harm.
_HARMLESS_BYTES = 1_000_000
_CHUNK = 1 << 16
_NAME_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its path made harmless, and its bytes or the reason for which they are not read."""

    path: str
    data: bytes
    error: ReadingError | None = None


def members(data: bytes, *, name: str) -> Iterator[Member]:
    """Yield the files of a zip archive in order of their paths, without hidden ones and what macOS adds.

    A member that is damaged, encrypted or too large is yielded with its error. Raises ReadingError when the archive as a
    whole cannot be read.
    """
    with parsing(name, "a zip archive"), zipfile.ZipFile(io.BytesIO(data)) as archive:
        seen: set[str] = set()
        for path, entry in _entries(archive, name=name):
            unique = path if path not in seen else f"{len(seen)}-{path}"
            seen.add(unique)
            yield _read(archive, entry, path=unique, name=name)


def check_archive(data: bytes, *, name: str, kind: str) -> None:
    """Raise ReadingError when *data*, a *kind* of document that is a zip archive, unpacks to more than is read."""
    with parsing(name, kind), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if _is_bomb(entry):
                raise ReadingError(f"{name}: holds {entry.filename!r}, which unpacks to {_megabytes(entry)}: no document does")
        _check_whole(archive, name=name)


def _entries(archive: zipfile.ZipFile, *, name: str) -> list[tuple[str, zipfile.ZipInfo]]:
    _check_whole(archive, name=name)
    entries = ((harmless_path(entry.filename), entry) for entry in archive.infolist() if not entry.is_dir())
    return sorted(((path, entry) for path, entry in entries if path), key=lambda pair: (pair[0], pair[1].header_offset))


def _check_whole(archive: zipfile.ZipFile, *, name: str) -> None:
    count, size = len(archive.infolist()), sum(entry.file_size for entry in archive.infolist())
    if count > MAX_MEMBERS:
        raise ReadingError(f"{name}: holds {count} files, more than the {MAX_MEMBERS} that are read; split the archive")
    if size > MAX_UNPACKED_BYTES:
        limit = MAX_UNPACKED_BYTES // 1_000_000
        raise ReadingError(
            f"{name}: unpacks to {size // 1_000_000} MB, more than the {limit} MB that are read; split the archive"
        )


def harmless_path(name: str) -> str:
    """Return the path of a member without roots, drives and steps upward; empty for a hidden file and what macOS adds.

    >>> harmless_path("../../etc/passwd"), harmless_path("C:\\\\a\\\\b.txt"), harmless_path("__MACOSX/a/._b.txt")
    ('etc/passwd', 'a/b.txt', '')
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "//", "..", ".")]
    if parts and re.fullmatch(r"[A-Za-z]:", parts[0]):
        parts = parts[1:]
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return ""
    return "/".join(_part(part) for part in parts)


def _part(part: str) -> str:
    part = re.sub(r"[\x00-\x1f\x7f:*?\"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]", "_", part).encode("utf-8", "replace").decode()
    if len(part) <= _NAME_LIMIT:
        return part
    suffix = PurePosixPath(part).suffix[:10]
    return part[: _NAME_LIMIT - len(suffix)] + suffix


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, path: str, name: str) -> Member:
    where = f"{name}/{path}"
    if entry.flag_bits & 0x1:
        return Member(path, b"", ReadingError(f"{where}: is protected by a password; unpack the archive and give the folder"))
    if entry.file_size > MAX_CONTAINER_BYTES or _is_bomb(entry):
        return Member(path, b"", ReadingError(f"{where}: unpacks to {_megabytes(entry)}; no article does: leave it out"))
    try:
        with parsing(where, "a member of a zip archive"), archive.open(entry) as stream:
            # The directory may lie about the size: never more than it says is unpacked.
            data = b"".join(iter(lambda: stream.read(_CHUNK), b""))
    except ReadingError as error:
        return Member(path, b"", error)
    return Member(path, data)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _HARMLESS_BYTES and entry.file_size > MAX_RATIO * max(1, entry.compress_size)


def _megabytes(entry: zipfile.ZipInfo) -> str:
    return f"{entry.file_size / 1_000_000:.0f} MB"
