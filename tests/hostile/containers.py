"""Archives and Word documents that are hard to read: bombs, lies about sizes, names that lead out."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

from tests.conftest import ROOT
from tests.hostile.texts import PROSE

Members = list[tuple[str, bytes]]
_NAMES = (
    "../../a.txt",
    "/etc/a.txt",
    "C:\\a.txt",
    "a\\..\\b.txt",
    "..",
    "a/",
    "",
    ".hidden.txt",
    "__MACOSX/a.txt",
    "a\0b.txt",
    "é" * 200 + ".txt",
    "a\u202etxt.exe",
)


def packed(members: Members) -> bytes:
    """Return a zip archive of *members*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the archives and documents."""
    text = PROSE.encode() * 5
    plain = packed([("a.txt", text), ("b.md", b"# Titre\n\n" + text)])
    inner = plain
    for depth in range(1, 6):
        inner = packed([("inner.zip", inner), ("c.txt", text)])
        yield f"nested-{depth}.zip", inner
    bomb = packed([("bomb.txt", b"\0" * 120_000_000)])
    zips = {
        "bomb": bomb,
        "bomb-and-article": packed([("a.txt", text), ("bomb.txt", b" " * 60_000_000)]),
        "bomb-inside": packed([("bomb.zip", bomb), ("a.txt", text)]),
        "members": packed([(f"{i}.txt", b"") for i in range(20_001)]),
        "names": packed([(name or "x", text) for name in _NAMES]),
        "same-names": _twins(text),
        "empty": packed([]),
        "folders": packed([("a/", b""), ("a/b/", b"")]),
        "no-articles": packed([("a.bin", b"\0\1\2"), ("b.exe", b"MZ\0\0")]),
        "empty-members": packed([(f"{i}.txt", b"") for i in range(50)]),
        "bad-crc": _flip(plain, 60),
        "encrypted": _flagged(plain, 0x1),
        "method": _method(plain, 99),
        "sizes": _sizes(plain, 0xFFFFFF00),
        "only-end": b"PK\x05\x06" + b"\0" * 18,
        "only-start": b"PK\x03\x04" + b"\xff" * 300,
        "comment": plain[:-2] + struct.pack("<H", 60_000) + b"a" * 60_000,
        "prefix": b"PK\x03\x04" + b"a" * 1_000 + plain,
        "xlsx": packed([("xl/workbook.xml", b"<a/>")]),
        "epub": packed([("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"<a/>")]),
        "odt": packed([("content.xml", b"<a/>")]),
    }
    for name, data in zips.items():
        yield f"{name}.zip", data
    yield from _documents()


def _documents() -> Iterator[tuple[str, bytes]]:
    """Yield the Word sample with its main part replaced, and documents that lack parts."""
    with zipfile.ZipFile(ROOT / "samples" / "mixed" / "ferry_batteries.docx") as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    start = b'<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 12))
    paragraph = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    end = b"</w:body></w:document>"
    entity = b'<!DOCTYPE x [<!ENTITY l0 "ha">' + laughs + b'<!ENTITY o SYSTEM "file:///etc/passwd">]>'
    mains = {
        "bomb": start % b"" + b" " * 60_000_000 + end,
        "laughs": start % entity + paragraph % b"&l11; &o;" + end,
        "deep": start % b"" + b"<w:p>" * 50_000,
        "deep-table": start % b"" + b"<w:tbl><w:tr><w:tc>" * 500 + paragraph % b"a" + b"</w:tc></w:tr></w:tbl>" * 500 + end,
        "paragraphs": start % b"" + paragraph % b"Un mot." * 4_000 + end,
        "long": start % b"" + paragraph % (PROSE.encode() * 10_000) + end,
        "no-body": b"<w:document/>",
        "not-xml": b"\0\1\2",
        "empty": b"",
        "no-text": start % b"" + paragraph % b"" * 50 + end,
        "style": start % b"" + b'<w:p><w:pPr><w:pStyle w:val="None"/><w:numPr/></w:pPr><w:r><w:t>Un mot.</w:t></w:r></w:p>' + end,
    }
    for name, main in mains.items():
        yield f"{name}.docx", packed([*((key, main if key == "word/document.xml" else data) for key, data in parts.items())])
    for missing in sorted(parts)[:10]:
        kept = [(key, data) for key, data in parts.items() if key != missing]
        yield f"without-{missing.replace('/', '-')}.docx", packed(kept)
    core = parts["docProps/core.xml"]
    odd = core.replace(b"2025-11-05T09:30:00Z", b"yesterday").replace(b"en-GB", b"??")
    yield "dates.docx", packed([(key, odd if key == "docProps/core.xml" else data) for key, data in parts.items()])


def _twins(text: bytes) -> bytes:
    """Return an archive with two members of one name."""
    return packed([("a.txt", text), ("b.txt", text)]).replace(b"b.txt", b"a.txt")


def _flip(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def _patched(data: bytes, *, local: int, central: int, value: bytes) -> bytes:
    """Return an archive with *value* put into every local and central header, at these offsets."""
    patched = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        place = patched.find(mark)
        while place >= 0:
            patched[place + offset : place + offset + len(value)] = value
            place = patched.find(mark, place + 4)
    return bytes(patched)


def _flagged(data: bytes, flag: int) -> bytes:
    return _patched(data, local=6, central=8, value=struct.pack("<H", flag))


def _method(data: bytes, method: int) -> bytes:
    return _patched(data, local=8, central=10, value=struct.pack("<H", method))


def _sizes(data: bytes, size: int) -> bytes:
    return _patched(data, local=22, central=24, value=struct.pack("<I", size))
