"""A mail message (EML, RFC 5322) -> Article, through the standard library."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from summarizer.errors import EmptyArticleError, ReadingError
from summarizer.reading.border import parsing
from summarizer.reading.decoding import decode
from summarizer.reading.facts import language_code
from summarizer.reading.html import decode_page, from_fragment
from summarizer.reading.text import from_text
from summarizer.types import Article, Block, Source

# A message that went through ten servers has 20 kB of headers; the standard library parses long ones in quadratic time.
MAX_HEADER_BYTES, MAX_HEADER = 200_000, 4_000
MAX_PARTS = 500
# The plain part of a newsletter often says only where to read it: it is taken when it has this share of the HTML part's words.
_WHOLE = 0.6
_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
_REPLY = re.compile(r"^(?:(?:re|fwd?|tr|ref)\s*:\s*)+", re.IGNORECASE)


def from_mail(data: bytes, source: Source) -> Article:
    """Read a mail message: its subject is the title, its plain or HTML part the text; attachments and quotations are left out.

    Raises ReadingError when it is damaged, EmptyArticleError when it has no text.
    """
    head, _, _ = data.lstrip(b"\r\n").replace(b"\r\n", b"\n").partition(b"\n\n")
    if len(head) > MAX_HEADER_BYTES or data.count(b"\nContent-Type:") > MAX_PARTS:
        raise ReadingError(f"{source.name}: is a mail with more headers or parts than any has; save its text and give that")
    with parsing(source.name, "a mail message"):
        message = message_from_bytes(data.lstrip(b"\r\n"), _class=EmailMessage, policy=policy.default)
        blocks = _body(message, name=source.name)
        subject = _REPLY.sub("", _header(message, "Subject"))
        name, address = parseaddr(_header(message, "From"))
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise EmptyArticleError(f"{source.name}: is a mail without text; give the attachment if the article is attached")
    title = (Block("title", subject, 1),) if subject else ()
    known = replace(source, published=_date(_header(message, "Date")), author=name or address or None)
    blocks = tuple(block for block in blocks if block.text != subject)
    return Article(known, (*title, *blocks), language_hint=language_code(_header(message, "Content-Language")))


def _body(message: EmailMessage, *, name: str) -> tuple[Block, ...]:
    plain, markup = message.get_body(("plain",)), message.get_body(("html",))
    from_plain: tuple[Block, ...] = ()
    if isinstance(plain, EmailMessage):
        text = _QUOTED.sub("", _SIGNATURE.sub("", _content(plain, name=name)))
        from_plain = from_text(text, Source(name, "text/plain")).blocks if any(map(str.isalpha, text)) else ()
    if not isinstance(markup, EmailMessage):
        return from_plain
    from_markup = from_fragment(_content(markup, name=name), name=name)
    return from_plain if _words(from_plain) >= _WHOLE * _words(from_markup) and _words(from_plain) else from_markup


def _content(part: EmailMessage, *, name: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (UnicodeDecodeError, LookupError):
        return decode_page(data, name=name)[0] if part.get_content_subtype() == "html" else decode(data, name=name)[0]


def _header(message: EmailMessage, name: str) -> str:
    """Return a header on one line; empty when it is missing, endless or cannot be parsed."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not raw or len(raw) > MAX_HEADER:
        return ""
    try:
        with parsing(name, "a header"):
            return re.sub(r"\s+", " ", str(message[name] or "")).strip()
    except ReadingError:
        return ""


def _date(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _words(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text.split()) for block in blocks)
