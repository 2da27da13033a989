"""The error tree: one class per stage, each with a stable code.

::

    SummarizerError
    ├── OptionError        a setting that cannot be used
    ├── ResourceError      a model or lexicon is missing or damaged
    ├── ReadingError       the input cannot be read as an article
    │   ├── EmptyArticleError
    │   ├── TooLargeError
    │   └── UnknownKindError
    ├── LanguageError      the article is in a language that is not supported
    │   └── UndecidedError
    ├── LexiconError       a lexicon or termbase row is wrong
    ├── AnalysisError      the linguistic pipeline cannot be loaded
    ├── EngineError        an engine cannot be loaded, or writes nothing that can be used
    ├── RenderingError     an unknown output format
    ├── BatchError         the workers of a batch cannot be started
    ├── RequestError       a request to the local page that cannot be answered
    └── MissingExtraError  an optional library is not installed

A message says what is wrong, where, and what to do.
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Base of every error that the package raises on purpose. ``stage`` names the step that failed."""

    stage = "summarizer"
    code = "error"


class OptionError(SummarizerError):
    """A setting has a value that cannot be used."""

    stage, code = "options", "bad-option"


class ResourceError(SummarizerError):
    """A file that the package ships, or that the user named as a model, is missing or damaged."""

    stage, code = "resources", "bad-resource"


class ReadingError(SummarizerError):
    """The input cannot be read as an article."""

    stage, code = "reading", "unreadable"


class EmptyArticleError(ReadingError):
    """The input holds no text to digest."""

    code = "empty"


class TooLargeError(ReadingError):
    """The input is larger than what is read."""

    code = "too-large"


class UnknownKindError(ReadingError):
    """The input is of a kind that has no reader."""

    code = "unknown-kind"


class LanguageError(SummarizerError):
    """The article is in a language that the program does not know."""

    stage, code = "detection", "unsupported-language"


class UndecidedError(LanguageError):
    """The text is too short, or too odd, to tell its language."""


class LexiconError(SummarizerError):
    """A row of the lexicon or of a user's termbase is wrong."""

    stage, code = "lexicon", "bad-lexicon"


class AnalysisError(SummarizerError):
    """A linguistic pipeline cannot be loaded."""

    stage, code = "analysis", "no-pipeline"


class EngineError(SummarizerError):
    """An engine cannot be loaded, or wrote nothing that can be used."""

    stage, code = "engine", "engine-failed"


class RenderingError(SummarizerError):
    """The output format does not exist, or there is nowhere to write."""

    stage, code = "rendering", "unknown-format"


class BatchError(SummarizerError):
    """The worker processes of a batch cannot be started or reached."""

    stage, code = "batch", "no-workers"


class RequestError(SummarizerError):
    """A request to the local page does not say what to digest, or not in a form that is known."""

    stage, code = "web", "bad-request"


class MissingExtraError(SummarizerError):
    """An optional library is needed and not installed."""

    stage, code = "install", "missing-extra"
