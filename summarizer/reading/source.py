"""Choose the reader by what the input is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from summarizer.errors import ReadingError
from summarizer.options import MAX_INPUT_BYTES
from summarizer.reading.decoding import decode
from summarizer.reading.markdown import from_markdown
from summarizer.reading.text import from_text
from summarizer.types import Article, Note, Source

MARKDOWN = "text/markdown"
PLAIN = "text/plain"
READERS: dict[str, Callable[[str, Source], Article]] = {MARKDOWN: from_markdown, PLAIN: from_text}
SUFFIXES = {".md": MARKDOWN, ".markdown": MARKDOWN, ".txt": PLAIN, ".text": PLAIN, "": PLAIN}

# A file's name has at most this many words; a longer line that ends like one is text.
_NAME_WORDS = 3
# A heading with a number sign and a space is rare in prose and certain in Markdown.
_MARKDOWN_SIGN = re.compile(r"^#{1,4} \S", re.MULTILINE)


def read(source: str | Path) -> Article:
    """Read an article from a path, or take *source* itself for the article when it is no path.

    A string is a path when a file of that name exists or when it is one line that looks like a file name.
    Raises ReadingError when the file is missing, too large, binary or of a type that has no reader.
    """
    if isinstance(source, str) and re.match(r"https?://\S+$", source.strip()):
        raise ReadingError(f"{source.strip()}: addresses are not read; save the page as text and give the file")
    path = source if isinstance(source, Path) else _as_path(source)
    if path is None:
        return read_bytes(str(source).encode("utf-8", "surrogatepass"), name="text")
    return read_bytes(_load(path), name=path.name, suffix=path.suffix.lower())


def read_bytes(data: bytes, *, name: str, suffix: str = "") -> Article:
    """Read an article from *data*, picking the reader by *suffix* and by the content.

    Raises ReadingError when the data is too large, binary, or of a type that has no reader.
    """
    if len(data) > MAX_INPUT_BYTES:
        raise ReadingError(_too_large(name, len(data)))
    if suffix not in SUFFIXES:
        known = ", ".join(sorted(known for known in SUFFIXES if known))
        raise ReadingError(f"{name}: no reader for {suffix} files; known: {known}; or paste the text")
    text, encoding = decode(data, name=name)
    media_type = SUFFIXES[suffix]
    if media_type == PLAIN and _MARKDOWN_SIGN.search(text):
        media_type = MARKDOWN
    article = READERS[media_type](text, Source(name, media_type))
    return article if encoding.startswith("utf") else replace(article, notes=(Note("encoding", encoding),))


def _as_path(source: str) -> Path | None:
    if "\n" in source or len(source) > 1024 or not source.strip() or "\0" in source:
        return None
    path = Path(source)
    is_known = path.suffix.lower() in SUFFIXES and bool(path.suffix) and len(path.name.split()) <= _NAME_WORDS
    looks_like_one = re.fullmatch(r"[\w./\\~-]+\.[A-Za-z][A-Za-z0-9]{1,4}", source.strip()) is not None
    return path if is_known or looks_like_one or path.exists() else None


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise ReadingError(f"{path}: is a folder; use `summarizer batch {path} --out OUT`")
    try:
        size = path.stat().st_size
        if size > MAX_INPUT_BYTES:
            raise ReadingError(_too_large(str(path), size))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(f"{path}: no such file") from error
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read: {error.strerror}") from error


def _too_large(name: str, size: int) -> str:
    limit = MAX_INPUT_BYTES // 1_000_000
    return f"{name}: {size / 1_000_000:.0f} MB is more than the {limit} MB that are read; split the file into articles"
