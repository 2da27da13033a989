"""Texts and mails that are hard to read."""

from __future__ import annotations

import random
from collections.abc import Iterator

PROSE = "Le conseil a voté lundi la réouverture du canal. The council voted on Monday to reopen the canal, after ten years. "
# Pieces that make a parser of Markdown or plain text work hard when there are very many of them.
_PIECES = {
    "quotes": "> ",
    "brackets": "[",
    "closed": "[a](b) ![",
    "stars": "*a **b ",
    "ticks": "`a``b ",
    "lists": "- ",
    "numbers": "1. ",
    "headings": "# a\n",
    "tables": "|a|b|\n|-|-|\n",
    "pipes": "|",
    "rules": "---\n",
    "colons": "title: a\n",
    "tags": "<a><b>",
    "openers": "<!--<![CDATA[<?",
    "entities": "&amp;&#x41;&notanentity;",
    "underscores": "_a_ __b",
    "dots": ". . . ",
    "points": "U.S.A.F.",
    "capitals": "A",
    "capital-words": "PARIS-LYON/",
    "capital-lines": "A" * 300 + "\n\n",
    "joined-capitals": "AbCdEf",
    "spaced-capitals": "A B, C ",
    "newlines": "\n",
    "spaces": " \t",
    "short-lines": "a\n",
    "bars": "a · b | c • ",
    "hashtags": "#mot #word ",
    "guillemets": "« ",
    "digits": "1234567890",
    "datelines": "PARIS, LONDON, ",
    "addresses": "www.a.fr a@b.c https://x.y/ ",
    "emoji": "\U0001f600\U0001f469\u200d\U0001f4bb",
    "accents": "e\u0301",
    "marks": "\u0301",
    "directions": "\u202e\u2066a\u2069\u200f",
    "controls": "a\x01\x02b\x7f\x85c ",
    "feeds": "a\x0c\x0b\x1c\u2028",
    "private": "\ue0b0\ue000\uf8ff",
    "hyphens": "a-\nb",
}
_MOST = 25_000


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the texts."""
    for name, piece in _PIECES.items():
        many = piece * (_MOST // len(piece))
        yield f"many-{name}.md", (PROSE + many).encode()
        yield f"many-{name}.txt", (PROSE + "\n\n" + many + "\n\n" + PROSE).encode()
    yield "line-50-mb.txt", b"mot " * 12_500_000
    yield "line-1-mb.txt", PROSE.encode() * 8_000
    yield "word-5-mb.txt", b"a" * 4_900_000
    yield "word-5-mb.md", b"a" * 4_900_000
    yield "lines-4000.txt", (PROSE + "\n").encode() * 4_000
    yield from _encodings()
    yield from _mails()


def _encodings() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(1)
    for size in (0, 1, 2, 3, 7, 100, 5_000, 300_000):
        yield f"random-{size}.txt", bytes(rng.randrange(256) for _ in range(size))
    bad = {
        "nuls": b"\0" * 10_000,
        "newline": b"\n",
        "spaces": b" \t\r\n" * 500,
        "bom": b"\xef\xbb\xbf",
        "boms": b"\xef\xbb\xbf" * 300 + PROSE.encode(),
        "utf16-bom": b"\xff\xfe",
        "utf16-odd": b"\xff\xfe" + PROSE.encode("utf-16-le")[:-1],
        "utf16-lone": b"\xff\xfe" + b"\x00\xd8" * 300 + PROSE.encode("utf-16-le"),
        "utf32": PROSE.encode("utf-32"),
        "utf32-bad": b"\xff\xfe\0\0" + b"\xff" * 40,
        "overlong": b"\xc0\xaf\xe0\x80\xaf" * 200 + PROSE.encode(),
        "surrogates": "\ud83d".encode("utf-8", "surrogatepass") * 50 + PROSE.encode(),
        "latin-and-utf8": PROSE.encode() + PROSE.encode("cp1252") * 20,
        "ebcdic": (PROSE * 5).encode("cp500"),
        "bell": b"\x07" * 2_000 + PROSE.encode(),
        "escape": ("\x1b[31m" + PROSE).encode() * 20,
    }
    for name, data in bad.items():
        yield f"{name}.txt", data


def _mails() -> Iterator[tuple[str, bytes]]:
    head = b"From: A <a@b.example>\r\nSubject: Le canal\r\nDate: Mon, 3 Nov 2025 08:15:00 +0000\r\nMIME-Version: 1.0\r\n"
    text = PROSE.encode()
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(2_000))
    parts = b"".join(b"--x\r\nContent-Type: text/plain\r\n\r\na\r\n" for _ in range(3_000))
    mails = {
        "header-1-mb": head + b"X-Long: " + b"a " * 500_000 + b"\r\n\r\n" + text,
        "headers-many": head + b"X-A: b\r\n" * 100_000 + b"\r\n" + text,
        "subject-words": head + b"Subject: " + b"=?utf-8?q?=C3=A9?= " * 150 + b"\r\n\r\n" + text,
        "subject-bad": b"Subject: =?utf-8?b?!!!?= =?none?q?a?=\r\nFrom: <<<>>>\r\nDate: yesterday\r\nMessage-ID: <\r\n\r\n"
        + text,
        "from-bad": b"From: (((((((((((((((" + b"(" * 3_000 + b"\r\nSubject: a\r\nMIME-Version: 1.0\r\n\r\n" + text,
        "to-many": head + b"To: " + b"a@b.example, " * 10_000 + b"\r\n\r\n" + text,
        "date-bad": head.replace(b"2025", b"99999") + b"\r\n" + text,
        "nested": head + nested + text,
        "parts-many": head + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + parts + b"--x--",
        "no-boundary": head + b"Content-Type: multipart/alternative\r\n\r\n" + text,
        "base64-bad": head + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"!!@@##" * 300,
        "charset-none": head + b"Content-Type: text/plain; charset=klingon\r\n\r\n" + text,
        "charset-wrong": head + b"Content-Type: text/plain; charset=utf-16\r\n\r\n" + text,
        "html-nul": head + b"Content-Type: text/html\r\n\r\n<p>\0" + text,
        "only-head": head,
        "html-deep": head + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 20_000 + text,
    }
    for name, data in mails.items():
        yield f"{name}.eml", data
