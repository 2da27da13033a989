"""Choose the reader by what the input is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TextIO

from summarizer.errors import EmptyArticleError, ReadingError, SummarizerError, TooLargeError, UnknownKindError
from summarizer.options import MAX_CONTAINER_BYTES, MAX_INPUT_BYTES
from summarizer.reading import sniffing
from summarizer.reading.decoding import decode, decode_declared
from summarizer.reading.items import Item
from summarizer.reading.markdown import from_markdown
from summarizer.reading.sniffing import DOCX, FEED, HTML, MAIL, MARKDOWN, PDF, PLAIN, XML, ZIP
from summarizer.reading.text import from_text
from summarizer.reading.url import fetch, is_url, without_user
from summarizer.types import Article, Note, Source

# What the name of a file promises; `batch` looks for these. The content has the last word.
SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".text": PLAIN,
    "": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".xml": FEED,
    ".rss": FEED,
    ".atom": FEED,
    ".eml": MAIL,
    ".mhtml": MAIL,
    ".mht": MAIL,
    ".zip": ZIP,
}
# A book of 300 pages has 3,000 paragraphs; cleaning takes up to half a millisecond for a short line.
MAX_BLOCKS = 20_000
# Formats that carry pictures beside their text, and may be larger.
_CONTAINERS = (PDF, DOCX, MAIL, ZIP)
# An archive in an archive is read, one in that is not.
_DEEPEST = 2
# A heading with a number sign and a space is rare in prose and certain in Markdown.
_MARKUP = re.compile(r"[\n*_`\[\]!<>&|#]")
# A Markdown book of 1 MB has 50,000 such marks; the parser takes up to 40 microseconds for each.
_MOST_MARKUP = 100_000
_MARKDOWN_SIGN = re.compile(r"^#{1,4} \S", re.MULTILINE)
# A file's name has at most this many words; a longer line that ends like one is text.
_NAME_WORDS = 3


def read(source: str | Path | TextIO, *, allow_private_addresses: bool = False) -> Article:
    """Read an article from a path, a web address or an open text file, or take *source* itself for the article when it is none.

    A string is a path when a file of that name exists or when it is one line that looks like a file name.
    Raises ReadingError when the file or page is missing, too large, binary, of a type that has no reader, or several articles.
    """
    if not isinstance(source, str | Path):
        return _from_text(_content(source))
    if isinstance(source, str) and is_url(source):
        return read_url(source.strip(), allow_private_addresses=allow_private_addresses)
    path = source if isinstance(source, Path) else _as_path(source)
    if path is None:
        return _from_text(str(source))
    return read_bytes(_load(path), name=path.name, suffix=path.suffix.lower())


def read_url(url: str, *, allow_private_addresses: bool = False) -> Article:
    """Read the article at a web address: a page, a PDF, a feed with one entry.

    Raises ReadingError when it cannot be fetched, or its host is private and *allow_private_addresses* does not allow that.
    """
    fetched = fetch(url, allow_private_addresses=allow_private_addresses)
    article = read_sent(fetched.data, name=without_user(url), media_type=fetched.media_type)
    return replace(article, source=replace(article.source, url=fetched.url))


def read_sent(data: bytes, *, name: str, media_type: str) -> Article:
    """Read the one article that *data* holds, sent over HTTP with *media_type*, which may name a character set.

    Raises what :func:`read_bytes` raises.
    """
    kind = media_type.partition(";")[0].strip().lower()
    suffix = next((suffix for suffix, known in SUFFIXES.items() if known == kind), "")
    return read_bytes(_with_charset(data, media_type), name=name, suffix=suffix)


def read_bytes(data: bytes, *, name: str, suffix: str = "") -> Article:
    """Read the one article that *data* holds, picking the reader by the content and, where that is open, by *suffix*.

    Raises ReadingError when the data is too large, damaged, of a type that has no reader, or holds several articles.
    """
    items = read_items(data, name=name, suffix=suffix)
    first, second = next(items, None), next(items, None)
    if first is None:
        raise EmptyArticleError(f"{name}: holds no article")
    if second is not None:
        raise ReadingError(f"{name}: holds several articles; put it in a folder and use `summarizer batch FOLDER --out OUT`")
    if first.article is None:
        raise first.error or ReadingError(f"{name}: cannot be read")
    return first.article


def read_items(data: bytes, *, name: str, suffix: str = "") -> Iterator[Item]:
    """Yield every article that *data* holds: one, each entry of a feed, or each member of an archive.

    Nothing is raised for bad input: an article that cannot be read is an item with its error and costs no other.
    """
    try:
        yield from map(_bounded, _items(data, name=name, suffix=suffix, depth=0))
    except SummarizerError as error:
        yield Item("", None, error)


def read_file_items(path: Path) -> Iterator[Item]:
    """Yield every article that the file at *path* holds, as :func:`read_items` does; a missing file is one item as well."""
    try:
        data = _load(path)
    except SummarizerError as error:
        yield Item("", None, error)
    else:
        yield from read_items(data, name=path.name, suffix=path.suffix.lower())


def _from_text(text: str) -> Article:
    return read_bytes(text.encode("utf-8", "surrogatepass"), name="text")


def _content(source: object) -> str:
    """Return what an open text file holds. Raises ReadingError for anything else."""
    content = source.read() if hasattr(source, "read") else None
    if not isinstance(content, str):
        raise ReadingError(
            f"{type(source).__name__}: is no text, path or open text file; "
            'for bytes call read_bytes(data, name="...") of summarizer.reading, for a file Path("...")'
        )
    return content


def _bounded(item: Item) -> Item:
    """Return *item*, with an error in place of an article that falls into more blocks than any article has."""
    if item.article is None or len(item.article.blocks) <= MAX_BLOCKS:
        return item
    name, count = item.article.source.name, len(item.article.blocks)
    message = f"{name}: falls into {count} paragraphs, more than the {MAX_BLOCKS} that are read; split it into articles"
    return Item(item.name, None, TooLargeError(message))


def _items(data: bytes, *, name: str, suffix: str, depth: int) -> Iterator[Item]:
    kind = _kind(data, name=name, suffix=suffix)
    if kind == ZIP:
        yield from _members(data, name=name, depth=depth)
    elif kind == FEED:
        from summarizer.reading.feed import from_feed

        yield from from_feed(data, Source(name, FEED))
    else:
        yield Item("", READERS[kind](data, Source(name, kind)))


def _members(data: bytes, *, name: str, depth: int) -> Iterator[Item]:
    from summarizer.reading.archive import members

    if depth >= _DEEPEST:
        raise ReadingError(f"{name}: is an archive in an archive in an archive; unpack it and give the folder")
    for member in members(data, name=name):
        suffix = PurePosixPath(member.path).suffix.lower()
        if member.error is not None:
            yield Item(member.path, None, member.error)
            continue
        try:
            for item in _items(member.data, name=f"{name}/{member.path}", suffix=suffix, depth=depth + 1):
                yield replace(item, name=f"{member.path}/{item.name}".rstrip("/"))
        except SummarizerError as error:
            yield Item(member.path, None, error)


def _kind(data: bytes, *, name: str, suffix: str) -> str:
    """Return the media type of *data*. Raises ReadingError when it is too large or has no reader."""
    kind = sniffing.sniff(data, by_suffix=SUFFIXES.get(suffix))
    limit = MAX_CONTAINER_BYTES if kind in _CONTAINERS else MAX_INPUT_BYTES
    if len(data) > limit:
        raise TooLargeError(_too_large(name, len(data), limit))
    if kind == ZIP:
        unread = next((what for part, what in sniffing.UNREAD_PARTS.items() if part in sniffing.part_names(data)), None)
        if unread:
            raise UnknownKindError(f"{name}: is {unread}, which has no reader; save it as PDF, DOCX or text")
    if kind == XML:
        raise UnknownKindError(f"{name}: is XML, but no feed and no page; save the article as a page or as text")
    if kind in (PLAIN, MARKDOWN) and suffix not in SUFFIXES:
        known = ", ".join(sorted(known for known in SUFFIXES if known))
        raise UnknownKindError(f"{name}: no reader for {suffix} files; known: {known}; or paste the text")
    return kind


def _text(data: bytes, source: Source) -> Article:
    text, encoding = decode(data, name=source.name)
    is_named = source.media_type == MARKDOWN or _MARKDOWN_SIGN.search(text) is not None
    is_markdown = is_named and len(_MARKUP.findall(text)) <= _MOST_MARKUP
    source = replace(source, media_type=MARKDOWN if is_markdown else PLAIN)
    article = from_markdown(text, source) if is_markdown else from_text(text, source)
    return article if encoding.startswith("utf") else replace(article, notes=(Note("encoding", encoding),))


def _html(data: bytes, source: Source) -> Article:
    from summarizer.reading.html import from_html

    return from_html(data, source)


def _pdf(data: bytes, source: Source) -> Article:
    from summarizer.reading.pdf import from_pdf

    return from_pdf(data, source)


def _docx(data: bytes, source: Source) -> Article:
    from summarizer.reading.docx import from_docx

    return from_docx(data, source)


def _mail(data: bytes, source: Source) -> Article:
    from summarizer.reading.mail import from_mail

    return from_mail(data, source)


# Media type -> reader of one article. Those with a library import it at first use, so that text is read without it.
READERS: dict[str, Callable[[bytes, Source], Article]] = {
    MARKDOWN: _text,
    PLAIN: _text,
    HTML: _html,
    PDF: _pdf,
    DOCX: _docx,
    MAIL: _mail,
}


def _with_charset(data: bytes, media_type: str) -> bytes:
    """Return *data* in UTF-8 where the server names the character set of a text and it can be that one."""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", media_type, re.IGNORECASE)
    if not charset or not media_type.lower().startswith("text/") or data.startswith(b"%PDF"):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = decode_declared(data, charset.group(1))
        return data if text is None else text.encode("utf-8")
    return data


def _as_path(source: str) -> Path | None:
    if "\n" in source or len(source) > 1024 or not source.strip() or "\0" in source:
        return None
    path = Path(source)
    is_known = path.suffix.lower() in SUFFIXES and bool(path.suffix) and len(path.name.split()) <= _NAME_WORDS
    looks_like_one = re.fullmatch(r"[\w./\\~-]+\.[A-Za-z][A-Za-z0-9]{1,4}", source.strip()) is not None
    return path if is_known or looks_like_one or _is_there(path) else None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a sentence longer than the name of a file may be
        return False


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise ReadingError(f"{path}: is a folder; use `summarizer batch {path} --out OUT`")
    try:
        size = path.stat().st_size
        if size > MAX_CONTAINER_BYTES:
            raise TooLargeError(_too_large(str(path), size, MAX_CONTAINER_BYTES))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(f"{path}: no such file") from error
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read: {error.strerror}") from error


def _too_large(name: str, size: int, limit: int) -> str:
    most = limit // 1_000_000
    return f"{name}: {size / 1_000_000:.0f} MB is more than the {most} MB that are read; split the file into articles"
