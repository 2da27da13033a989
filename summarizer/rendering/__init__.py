"""Digest -> text in one of the output formats.

``RENDERERS`` maps a format's name to its function; ``SUFFIXES`` gives the suffix of its files.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from summarizer.errors import RenderingError
from summarizer.rendering.html import as_html
from summarizer.rendering.markdown import as_markdown
from summarizer.rendering.plain_json import as_json
from summarizer.rendering.tables import as_csv, as_skos, as_tbx
from summarizer.results import Digest

RENDERERS: MappingProxyType[str, Callable[[Digest], str]] = MappingProxyType(
    {"markdown": as_markdown, "json": as_json, "html": as_html, "csv": as_csv, "tbx": as_tbx, "skos": as_skos}
)
SUFFIXES: MappingProxyType[str, str] = MappingProxyType(
    {"markdown": ".md", "json": ".json", "html": ".html", "csv": ".csv", "tbx": ".tbx", "skos": ".ttl"}
)


def render(digest: Digest, format_name: str) -> str:
    """Return *digest* in the format *format_name*, ending in a line break.

    Raises RenderingError when there is no such format.
    """
    return get_renderer(format_name)(digest)


def get_renderer(format_name: str) -> Callable[[Digest], str]:
    """Return the function that writes the format *format_name*.

    Raises RenderingError when there is no such format.
    """
    try:
        return RENDERERS[format_name]
    except KeyError:
        raise RenderingError(f"{format_name}: no such format; choose one of {', '.join(RENDERERS)}") from None


__all__ = ["RENDERERS", "SUFFIXES", "as_csv", "as_html", "as_json", "as_markdown", "as_skos", "as_tbx", "get_renderer", "render"]
