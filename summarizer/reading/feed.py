"""An RSS or Atom feed -> an item per entry, through feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from time import struct_time
from typing import Any

from summarizer.errors import EmptyArticleError, ReadingError, SummarizerError
from summarizer.reading.border import parsing
from summarizer.reading.facts import language_code
from summarizer.reading.html import from_fragment
from summarizer.reading.items import Item, slug
from summarizer.types import Article, Block, Source

# A feed has 10 to 200 entries, the archive of a blog a few thousand.
MAX_ENTRIES = 20_000
_HEAD = 8_000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def from_feed(data: bytes, source: Source) -> Iterator[Item]:
    """Yield an item per entry of a feed, named by its number and title; an entry without text has an error.

    Raises ReadingError when the feed cannot be read or declares entities, EmptyArticleError when it has no entry.
    """
    if _ENTITY.search(data[:_HEAD]):
        raise ReadingError(f"{source.name}: is a feed that declares XML entities, which are not read; save it without them")
    with parsing(source.name, "a feed"):
        import feedparser

        # A stream, never the bytes themselves, which feedparser would take for an address or a path to open.
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries = list(parsed.entries)
        language = language_code(str(parsed.feed.get("language") or ""))
    if len(entries) > MAX_ENTRIES:
        raise ReadingError(f"{source.name}: has {len(entries)} entries, more than {MAX_ENTRIES}; split the feed")
    if not entries:
        raise EmptyArticleError(f"{source.name}: is a feed without entries")
    width = max(3, len(str(len(entries))))
    for number, entry in enumerate(entries, 1):
        name = f"{number:0{width}}-{slug(_line(entry.get('title')))}".rstrip("-")
        try:
            with parsing(f"{source.name}, entry {number}", "an entry of a feed"):
                yield Item(name, _article(entry, source, where=f"{source.name}, entry {number}", language=language))
        except SummarizerError as error:
            yield Item(name, None, error)


def _article(entry: Any, source: Source, *, where: str, language: str | None) -> Article:
    title = _line(entry.get("title"))
    contents = [str(content.get("value") or "") for content in entry.get("content", [])]
    markup = max([*contents, str(entry.get("summary") or "")], key=len)
    blocks = tuple(block for block in from_fragment(markup, name=where) if block.text != title)
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise EmptyArticleError(f"{where}: has no text of its own; give the page that it links to")
    link = str(entry.get("link") or "")
    known = Source(
        source.name,
        source.media_type,
        link if re.match(r"https?://\S+$", link) else source.url,
        _date(entry.get("published_parsed") or entry.get("updated_parsed")),
        _line(entry.get("author")) or None,
    )
    own = next((language_code(str(content.get("language") or "")) for content in entry.get("content", [])), None)
    return Article(known, (Block("title", title, 1), *blocks) if title else blocks, language_hint=own or language)


def _date(moment: struct_time | None) -> str | None:
    """Return a moment, which feedparser gives in UTC, in ISO 8601."""
    if moment is None or not 1 <= moment.tm_year <= 9999:
        return None
    date, time = tuple(moment)[:3], tuple(moment)[3:6]
    return "{:04}-{:02}-{:02}T".format(*date) + "{:02}:{:02}:{:02}Z".format(*time)


def _line(text: object) -> str:
    """Return a title or name on one line, without markup."""
    blocks = from_fragment(text, name="title") if isinstance(text, str) and "<" in text else ()
    plain = " ".join(block.text for block in blocks) if blocks else text
    return re.sub(r"\s+", " ", plain).strip() if isinstance(plain, str) else ""
