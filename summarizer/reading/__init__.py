"""Stage 1: bytes, a file or pasted text -> :class:`~summarizer.types.Article`."""

from summarizer.reading.markdown import from_markdown
from summarizer.reading.source import read, read_bytes
from summarizer.reading.text import from_text

__all__ = ["from_markdown", "from_text", "read", "read_bytes"]
