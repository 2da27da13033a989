"""The border to the parsing libraries: whatever they raise on damaged input becomes a ReadingError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import ReadingError, SummarizerError


@contextmanager
def parsing(name: str, kind: str) -> Iterator[None]:
    """Run a library on the input *name*, which should be a *kind*.

    The libraries raise nearly anything on hostile input (KeyError, RecursionError, struct.error), so everything is caught here.
    Raises ReadingError, with the library's error as its cause.
    """
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        raise ReadingError(f"{name}: cannot be read as {kind} ({detail}); open it and save it again, or save its text") from error
