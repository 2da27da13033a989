"""Writing so that a killed run leaves whole files or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# The rights that a new file of this process does not get. Asking for them sets them, so it is done before any thread starts.
_UMASK = os.umask(0o022)
os.umask(_UMASK)
# How a temporary file's name ends; it starts with a dot.
PART = ".part"


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write *data* to *path* so that the file is there whole or not at all; a pipe or device is written to as it is."""
    content = data.encode("utf-8") if isinstance(data, str) else data
    if path.exists() and not path.is_file():
        path.write_bytes(content)
    else:
        replace_atomically(path, lambda temporary: temporary.write_bytes(content))


def write_lines_atomically(path: Path, lines: Iterable[str]) -> None:
    """Write *lines*, which carry their own ends, to *path* one after the other, whole or not at all."""
    if path.exists() and not path.is_file():
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
        return

    def write(temporary: Path) -> None:
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)

    replace_atomically(path, write)


def replace_atomically(path: Path, write: Callable[[Path], Any]) -> None:
    """Let *write* fill a temporary file beside *path*, then put that in its place; remove it when something fails.

    A link is followed, and the rights of a file that is there are kept.
    """
    path = path.resolve() if path.is_symlink() else path
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_UMASK
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=PART)
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
