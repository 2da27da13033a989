"""Optional libraries: their absence is an error that names the extra to install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import MissingExtraError


@contextmanager
def needed_from(extra: str) -> Iterator[None]:
    """Turn the absence of a library that is imported inside into a MissingExtraError that names *extra*.

    >>> with needed_from("neural"):
    ...     import no_such_library
    Traceback (most recent call last):
    summarizer.errors.MissingExtraError: no_such_library: is not installed; run `pip install 'article-summarizer[neural]'`
    """
    try:
        yield
    except ModuleNotFoundError as error:
        name = (error.name or str(error)).partition(".")[0]
        raise MissingExtraError(f"{name}: is not installed; run `pip install 'article-summarizer[{extra}]'`") from error
