"""Stage 1: bytes, a file, an address or pasted text -> :class:`~summarizer.types.Article`."""

from summarizer.reading.items import Item
from summarizer.reading.markdown import from_markdown
from summarizer.reading.source import read, read_bytes, read_file_items, read_items, read_sent, read_url
from summarizer.reading.text import from_text

__all__ = ["Item", "from_markdown", "from_text", "read", "read_bytes", "read_file_items", "read_items", "read_sent", "read_url"]
