"""PDF files that are hard to read: protected, cyclic, exploding, with lies about lengths."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter

from tests.conftest import ROOT

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_TEXT = b"BT /F1 12 Tf 50 700 Td (The council voted on Monday to reopen the canal.) Tj ET\n"
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>/Contents 4 0 R>>"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object of *data*."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(data), data)


def packed_stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a compressed stream object of *data*."""
    return stream(zlib.compress(data, 9), extra + b"/Filter/FlateDecode")


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of *objects*, numbered from 1, the catalog first."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the PDF files."""
    text = stream(_TEXT * 5)
    usual = [_CATALOG, _PAGES, _PAGE, text, _FONT]

    def changed(**numbered: bytes) -> bytes:
        objects = [*usual, stream(b"")]
        for key, body in numbered.items():
            objects[int(key[1:]) - 1] = body
        return pdf(objects)

    many = b"<</Type/Pages/Kids[%s]/Count 3000>>" % (b"3 0 R " * 3_000)
    odd = {
        "kids-cyclic": changed(o2=b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        "kids-parent": changed(o2=b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>"),
        "kids-many": changed(o2=many),
        "kids-none": changed(o2=b"<</Type/Pages/Kids 7 0 R/Count 9999999>>"),
        "count-lie": changed(o2=b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>"),
        "contents-self": changed(o4=b"4 0 R"),
        "contents-cyclic": changed(o4=b"5 0 R", o5=b"4 0 R"),
        "contents-array": changed(o4=b"[" + b"4 0 R " * 2_000 + b"]"),
        "deep-array": changed(o4=b"[" * 50_000),
        "deep-dictionary": changed(o4=b"<</A" * 20_000),
        "length-lie": changed(o4=text.replace(b"/Length", b"/Length 999999999/X")),
        "length-cyclic": changed(o4=b"<</Length 4 0 R>>stream\n" + _TEXT + b"endstream"),
        "flate-bomb": changed(o4=packed_stream(b" " * 100_000_000)),
        "flate-twice": changed(o4=stream(zlib.compress(zlib.compress(b" " * 90_000_000)), b"/Filter[/FlateDecode/FlateDecode]")),
        "flate-bad": changed(o4=stream(b"not compressed at all", b"/Filter/FlateDecode")),
        "filter-none": changed(o4=stream(_TEXT, b"/Filter/Klingon")),
        "filters-many": changed(o4=stream(_TEXT, b"/Filter[" + b"/ASCIIHexDecode" * 2_000 + b"]")),
        "operators": changed(o4=packed_stream(b"q Q " * 100_000)),
        "texts": changed(o4=packed_stream(b"BT /F1 1 Tf 1 0 0 1 5 5 Tm (a) Tj ET\n" * 6_000)),
        "font-cyclic": changed(o5=b"<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"),
        "font-none": changed(o5=b"null"),
        "numbers": changed(
            o4=stream(b"BT /F1 1e999 Tf 1e308 1e308 1e308 1e308 1e308 1e308 Tm (The canal) Tj -99999999999999999999 Td (a) Tj ET")
        ),
        "box": changed(o3=_PAGE.replace(b"[0 0 600 800]", b"[a b]")),
        "form-self": changed(
            o4=stream(b"/X0 Do"), o6=stream(b"/X0 Do", b"/Type/XObject/Subtype/Form/Resources<</XObject<</X0 6 0 R>>>>")
        ),
        "form-bomb": _form_bomb(),
        "cmap-bomb": _cmap_bomb(),
        "no-pages": changed(o1=b"<</Type/Catalog>>"),
        "no-catalog": changed(o1=b"null"),
        "no-text": changed(o4=stream(b"q Q")),
        "prev-loop": pdf(usual, b"/Prev 9"),
        "startxref-lie": pdf(usual).replace(b"startxref\n", b"startxref\n99"),
        "no-xref": pdf(usual).partition(b"xref\n")[0],
        "head-only": b"%PDF-1.7\n",
        "head-late": b"\n" * 800 + pdf(usual),
        "tail": pdf(usual) + b"\0" * 500_000,
        "info-odd": pdf([*usual, b"<</Title 3/Author[1]/CreationDate(D:99999999)>>"], b"/Info 6 0 R"),
        "info-cyclic": pdf([*usual, b"6 0 R"], b"/Info 6 0 R"),
    }
    for name, data in odd.items():
        yield f"{name}.pdf", data
    yield from _protected()


def _form_bomb() -> bytes:
    """Return a page whose form draws ten forms, each of which draws ten, nine levels deep."""
    objects = [_CATALOG, _PAGES, _PAGE, stream(b"/X0 Do"), _FONT]
    for level in range(5):
        resources = b"/Type/XObject/Subtype/Form/Resources<</XObject<</X%d %d 0 R>>>>" % (level + 1, 7 + level)
        objects.append(stream(b"/X%d Do " % (level + 1) * 10, resources))
    objects.append(stream(_TEXT, b"/Type/XObject/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>"))
    return pdf(objects)


def _cmap_bomb() -> bytes:
    """Return a font whose character map says that it maps very many ranges."""
    cmap = b"begincmap\n1 beginbfrange\n" + b"<0000> <ffff> <0000>\n" * 400 + b"endbfrange\nendcmap"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font>>]>>"
    return pdf([_CATALOG, _PAGES, _PAGE, stream(_TEXT), font, packed_stream(cmap)])


def _protected() -> Iterator[tuple[str, bytes]]:
    sample = ROOT / "samples" / "mixed" / "gazette_deux_colonnes.pdf"
    for algorithm in ("RC4-40", "RC4-128", "AES-128", "AES-256"):
        for user in ("", "secret"):
            writer = PdfWriter(clone_from=PdfReader(sample))
            writer.encrypt(user, "owner", algorithm=algorithm)
            buffer = io.BytesIO()
            writer.write(buffer)
            yield f"{algorithm}-{'open' if not user else 'closed'}.pdf", buffer.getvalue()
