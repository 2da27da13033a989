"""A digest's own glossary as CSV, TBX-Basic or SKOS, written as that of a collection is."""

from __future__ import annotations

from summarizer.rendering.glossaries.of_digest import glossary_of
from summarizer.rendering.glossaries.skos import as_skos as glossary_as_skos
from summarizer.rendering.glossaries.table import as_csv as glossary_as_csv
from summarizer.rendering.glossaries.tbx import as_tbx as glossary_as_tbx
from summarizer.results import Digest


def as_csv(digest: Digest) -> str:
    """Return the glossary of *digest* as comma-separated values."""
    return glossary_as_csv(glossary_of(digest)).decode("utf-8")


def as_tbx(digest: Digest) -> str:
    """Return the glossary of *digest* as a TBX-Basic file.

    Raises RenderingError when it has no entry, which TBX cannot say.
    """
    return glossary_as_tbx(glossary_of(digest)).decode("utf-8")


def as_skos(digest: Digest) -> str:
    """Return the glossary of *digest* as a SKOS concept scheme in Turtle."""
    return glossary_as_skos(glossary_of(digest)).decode("utf-8")
