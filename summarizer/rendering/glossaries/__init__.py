"""A collection's glossary -> bytes in one of the output formats.

``GLOSSARY_RENDERERS`` maps a format's name to its function; ``GLOSSARY_SUFFIXES`` gives the suffix of its files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from summarizer.concepts import CollectionGlossary
from summarizer.errors import RenderingError
from summarizer.rendering.glossaries.html import as_html
from summarizer.rendering.glossaries.markdown import as_markdown
from summarizer.rendering.glossaries.plain_json import as_json
from summarizer.rendering.glossaries.skos import as_skos
from summarizer.rendering.glossaries.table import as_csv
from summarizer.rendering.glossaries.tbx import as_tbx
from summarizer.rendering.glossaries.xlsx import as_xlsx

GLOSSARY_RENDERERS: Mapping[str, Callable[[CollectionGlossary], bytes]] = MappingProxyType(
    {
        "markdown": as_markdown,
        "html": as_html,
        "json": as_json,
        "csv": as_csv,
        "xlsx": as_xlsx,
        "tbx": as_tbx,
        "skos": as_skos,
    }
)
GLOSSARY_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {"markdown": ".md", "html": ".html", "json": ".json", "csv": ".csv", "xlsx": ".xlsx", "tbx": ".tbx", "skos": ".ttl"}
)


def render_glossary(glossary: CollectionGlossary, format_name: str) -> bytes:
    """Return *glossary* in the format *format_name*; all but XLSX is text in UTF-8.

    Raises RenderingError when there is no such format.
    """
    try:
        return GLOSSARY_RENDERERS[format_name](glossary)
    except KeyError:
        raise RenderingError(f"{format_name}: no such format; choose one of {', '.join(GLOSSARY_RENDERERS)}") from None


__all__ = ["GLOSSARY_RENDERERS", "GLOSSARY_SUFFIXES", "render_glossary"]
