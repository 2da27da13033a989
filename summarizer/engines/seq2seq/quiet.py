"""The libraries' own messages and progress bars, kept off stderr, which belongs to the program."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.extras import needed_from


@contextmanager
def quietly() -> Iterator[None]:
    """Run what is inside without the messages, warnings and progress bars of transformers and the hub."""
    with needed_from("neural"):
        from huggingface_hub.utils import are_progress_bars_disabled, disable_progress_bars, enable_progress_bars
        from transformers.utils import logging
    verbosity, hidden = logging.get_verbosity(), are_progress_bars_disabled()
    bars = logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    disable_progress_bars()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()
        if not hidden:
            enable_progress_bars()
