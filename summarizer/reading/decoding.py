"""Bytes -> text, in whatever encoding they are."""

from __future__ import annotations

from charset_normalizer import from_bytes

from summarizer.errors import ReadingError

# Magic numbers of formats that are sometimes named .txt: the message can then say what the file really is.
_MAGIC = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"PK\x03\x04": "ZIP, DOCX or XLSX",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x7fELF": "ELF program",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "old Microsoft Office",
}
# The detector needs no more than this to tell an encoding; whole files of 20 MB would take it minutes.
_SAMPLE = 60_000
# A file cut inside its last letter lacks at most this many bytes of it.
_CUT_LETTER = 4
# Invalid bytes that a text in the right encoding may have, and their share.
_STRAY, _STRAY_SHARE = 2, 0.0005
# Other letters than ASCII that a text in UTF-8 has for each invalid byte.
_VALID_PER_STRAY = 5
# Text has next to no control characters.
_CONTROLS = 0.02
# What French and English texts that are not in UTF-8 were ever written in.
_ENCODINGS = ("cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850", "utf_16_le", "utf_16_be")


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """Return the text that *data* holds and its encoding: UTF-8 or UTF-16 by their marks, UTF-8 if valid, else the likeliest.

    Raises ReadingError when the data is binary.
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise ReadingError(f"{name}: is a {kind} file, not text; save it as text or Markdown")
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return data.decode("utf-32", "replace"), "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    if b"\0" in data[:_SAMPLE]:
        raise ReadingError(f"{name}: is binary (it holds null bytes), not text; save it as text or Markdown")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(data) - _CUT_LETTER:
            return _nearly_utf8(data) or _guess(data, name=name)
        text = data[: error.start].decode("utf-8-sig")
    if _control_share(text[:_SAMPLE]) > _CONTROLS:
        raise ReadingError(f"{name}: is binary (it holds control characters), not text; save it as text or Markdown")
    return text, "utf-8"


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """Return *data* as UTF-8 where all but a stray byte or two of its accented letters are."""
    text = decode_declared(data, "utf-8")
    if text is None or sum(char > "\x7f" for char in text) < _VALID_PER_STRAY * text.count("\ufffd"):
        return None
    return text, "utf-8"


def decode_declared(data: bytes, encoding: str) -> str | None:
    """Return the text of *data* in the declared *encoding*; None where there is no such one or too much is invalid in it.

    A few stray bytes become replacement characters.
    """
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= max(_STRAY, _STRAY_SHARE * len(text)) else None


def _guess(data: bytes, *, name: str) -> tuple[str, str]:
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_ENCODINGS)).best()
    if best is None or _control_share(str(best)) > _CONTROLS:
        raise ReadingError(f"{name}: cannot be decoded as text; save it in UTF-8")
    return data.decode(best.encoding, "replace"), best.encoding


def _control_share(text: str) -> float:
    """Return the share of control characters, which text has next to none of."""
    controls = sum(1 for char in text if ord(char) < 32 and char not in "\n\r\t\f")
    return controls / max(1, len(text))
