"""Other ways to write summary and key points: what an engine is given, the draft that it returns, and what of it is shown.

``ENGINES`` maps the name of an engine to what loads it; an engine's libraries are imported only then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from summarizer.engines.draft import Assignment, Draft, DraftPoint, Engine
from summarizer.options import Options


def _load_chat(options: Options) -> Engine:
    from summarizer.engines.chat import load_chat

    return load_chat(options)


def _load_seq2seq(options: Options) -> Engine:
    from summarizer.engines.seq2seq import load_seq2seq

    return load_seq2seq(options)


ENGINES: Mapping[str, Callable[[Options], Engine]] = MappingProxyType({"seq2seq": _load_seq2seq, "chat": _load_chat})


def load_engine(options: Options) -> Engine | None:
    """Return the engine that *options* name, loaded, or None for the extractive one, which is the pipeline itself.

    Raises OptionError when a setting that it needs is missing, MissingExtraError when its libraries are not installed.
    """
    loader = ENGINES.get(options.engine)
    return None if loader is None else loader(options)


__all__ = ["ENGINES", "Assignment", "Draft", "DraftPoint", "Engine", "load_engine"]
