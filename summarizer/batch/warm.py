"""Load the models on import: for the server that worker processes are forked from, so that all of them share one copy.

What cannot be loaded is left to the workers, which say so for each article.
"""

from __future__ import annotations

from contextlib import suppress

from summarizer.options import LANGUAGES, Options
from summarizer.pipeline import Digester
from summarizer.reading import read_bytes

_ARTICLE = read_bytes(b"Sernac (Sarnock)", name="warm")

for _code in LANGUAGES:
    with suppress(Exception):
        Digester(Options(language=_code)).digest(_ARTICLE)
with suppress(Exception):
    Digester().prepare(_ARTICLE)
