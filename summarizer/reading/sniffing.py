"""Bytes -> media type: what the input is, by its content first and its suffix second."""

from __future__ import annotations

import io
import re
import zipfile

MARKDOWN, PLAIN, HTML = "text/markdown", "text/plain", "text/html"
PDF, ZIP = "application/pdf", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FEED, XML, MAIL = "application/rss+xml", "application/xml", "message/rfc822"

# What of the input is looked at: the root element of a page may stand behind a long comment or licence.
_HEAD = 8_000
_PDF_HEAD = 1_024  # ISO 32000 readers accept a header anywhere in the first 1,024 bytes
_XML_START = re.compile(r"(?:<\?.*?\?>|<!--.*?-->|<!(?!doctype html)[^\[>]*(?:\[.*?\])?[^>]*>|\s)*", re.DOTALL | re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_PAGE_ROOT = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_PIECE_ROOT = re.compile(
    r"<(?:main|article|section|header|div|table|title|meta|h[1-6]|p|ul|ol|blockquote|figure|img|span|strong|b|em|i|a|br)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HEADER = re.compile(
    r"(From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Reply-To|MIME-Version|Delivered-To|Sender|Content-Type"
    r"|Content-Transfer-Encoding|DKIM-Signature|Authentication-Results|Received-SPF|ARC-[A-Za-z-]+|Snapshot-[A-Za-z-]+|In-Reply-To|References|Thread-[A-Za-z-]+"
    r"|Importance|Priority|Accept-Language|Content-Language|Content-Disposition|User-Agent|List-[A-Za-z-]+|X-[A-Za-z-]+):",
    re.IGNORECASE,
)
# A pasted text may begin with "Date:" or "From:"; three header lines, one of which only mail has, are a mail.
_FEWEST_HEADERS = 3
_MAIL_ONLY = {"message-id", "received", "return-path", "mime-version", "subject", "delivered-to"}
# Zipped formats that have no reader, by a part that they alone have: the message can then say what the file is.
UNREAD_PARTS = {
    "xl/workbook.xml": "an XLSX workbook",
    "ppt/presentation.xml": "a PPTX presentation",
    "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file",
    "META-INF/MANIFEST.MF": "a Java archive",
}


def sniff(data: bytes, *, by_suffix: str | None) -> str:
    """Return the media type of *data*; *by_suffix*, the type that its name promises, decides where the content does not.

    >>> sniff(b"%PDF-1.7", by_suffix="text/plain")
    'application/pdf'
    >>> sniff(b"<!DOCTYPE html><p>One line.", by_suffix="text/plain")
    'text/html'
    """
    if b"%PDF-" in data[:_PDF_HEAD] and not data[:_PDF_HEAD].lstrip().startswith(b"<"):
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # In a damaged file only its bytes tell.
        parts = part_names(data)
        is_word = "word/document.xml" in parts or ("" in parts and (by_suffix == DOCX or b"word/document.xml" in data))
        return DOCX if is_word else ZIP
    head = _head_of(data)
    marked_up = _markup_of(head, by_suffix=by_suffix)
    if marked_up is not None:
        return marked_up
    if by_suffix == MAIL or _is_mail(head):
        return MAIL
    if by_suffix == HTML and _TAG.search(head):
        return HTML
    # What is left is text, whatever it is named.
    return MARKDOWN if by_suffix == MARKDOWN else PLAIN


def part_names(data: bytes) -> frozenset[str]:
    """Return the names of the members of a zip archive; only an empty one when its directory is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return frozenset({""})


def _head_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_HEAD].decode("utf-16", "ignore").lstrip("\ufeff")
    return data[:_HEAD].decode("utf-8", "ignore").lstrip("\ufeff").replace("\0", "")


def _markup_of(head: str, *, by_suffix: str | None) -> str | None:
    start = _XML_START.match(head)
    root = head[start.end() if start else 0 :]
    if _FEED_ROOT.match(root):
        return FEED
    if _PAGE_ROOT.match(root) or (by_suffix != MARKDOWN and _PIECE_ROOT.match(root)):
        return HTML
    return (by_suffix if by_suffix == HTML else XML) if head.lstrip().startswith("<?xml") else None


def _is_mail(head: str) -> bool:
    names = []
    for line in head.lstrip("\r\n").splitlines():
        header = _HEADER.match(line)
        if not line.strip() or not (header or line[0] in " \t" or line.startswith("From ")):
            break
        names += [header.group(1).lower()] if header else []
    return len(set(names)) >= _FEWEST_HEADERS and not _MAIL_ONLY.isdisjoint(names)
