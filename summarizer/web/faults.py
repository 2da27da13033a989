"""Errors -> status codes of HTTP, and what the form says of them."""

from __future__ import annotations

from summarizer.errors import (
    EmptyArticleError,
    EngineError,
    LanguageError,
    OptionError,
    ReadingError,
    RequestError,
    SummarizerError,
    TooLargeError,
    UndecidedError,
    UnknownKindError,
)
from summarizer.rendering.form import Fault


class NothingGivenError(RequestError):
    """The form holds no article."""


class SeveralGivenError(RequestError):
    """The form holds more than one article."""


# Error -> status and key of ``form_words``; the first that fits, so the more special ones come first.
_FAULTS: tuple[tuple[type[SummarizerError], int, str], ...] = (
    (NothingGivenError, 400, "nothing"),
    (SeveralGivenError, 400, "several"),
    (RequestError, 400, "bad_request"),
    (OptionError, 400, "bad_option"),
    (TooLargeError, 413, "too_large"),
    (UnknownKindError, 415, "unknown_kind"),
    (EmptyArticleError, 422, "empty"),
    (ReadingError, 422, "unreadable"),
    (UndecidedError, 422, "undecided"),
    (LanguageError, 422, "other_language"),
    (EngineError, 502, "engine"),
    (SummarizerError, 500, "failed"),
)
# These say all there is to say.
_NO_DETAIL = ("nothing", "several")


def status_of(error: SummarizerError) -> int:
    """Return the status that an answer with *error* has."""
    return next(status for kind, status, _ in _FAULTS if isinstance(error, kind))


def fault_of(error: SummarizerError) -> Fault:
    """Return what the form says of *error*."""
    word = next(word for kind, _, word in _FAULTS if isinstance(error, kind))
    return Fault(word, "" if word in _NO_DETAIL else str(error))
