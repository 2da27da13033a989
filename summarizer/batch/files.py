"""Keeping two runs out of one folder, and cleaning up after a killed one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from summarizer.errors import OptionError
from summarizer.files import PART


def remove_leftovers(out: Path) -> None:
    """Remove the temporary files of a killed run from *out* and from its articles."""
    for folder in (*out.glob(f".*{PART}"), *(out / "articles").rglob(f".*{PART}")):
        folder.unlink(missing_ok=True)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Make *out*, and keep other runs out of it meanwhile. A killed run leaves no lock behind.

    Raises OptionError when it cannot be made or another run is at work in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with FileLock(out / ".lock", timeout=0):
            yield
    except OSError as error:
        if not isinstance(error, Timeout):
            raise OptionError(f"{out}: cannot be made or written to: {error.strerror or error}") from error
        raise OptionError(f"{out}: another batch is writing there; wait for it, or give another folder") from error
