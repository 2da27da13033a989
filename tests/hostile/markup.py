"""Pages and feeds that are hard to read: deep, endless, unclosed, with entities that grow or reach out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.texts import PROSE

_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
_BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}<!ENTITY out SYSTEM "file:///etc/passwd">]>'
_DEEP_TAGS = (
    "div",
    "b",
    "ul><li",
    "table><tr><td",
    "font",
    "blockquote",
    "a href=x",
    "span class=date",
    "svg",
    "article",
    "p",
    "strong",
)


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the pages and feeds."""
    yield from _deep_pages()
    yield from _odd_pages()
    yield from _feeds()


def _deep_pages() -> Iterator[tuple[str, bytes]]:
    for tag in _DEEP_TAGS:
        name = tag.split(">")[0].split(" ")[0]
        for depth in (240, 10_000, 100_000):
            yield f"deep-{name}-{depth}.html", f"<html><body>{f'<{tag}>' * depth}<p>{PROSE * 5}</p></body></html>".encode()


def _odd_pages() -> Iterator[tuple[str, bytes]]:
    page = f"<html lang=fr><head><title>Le canal</title></head><body><article><p>{PROSE * 8}</p>%s</article></body></html>"
    odd = {
        "comment": page % ("<!--" + "-" * 100_000),
        "script": page % ("<script>" + "if (a < b && '</p>') {" * 20_000),
        "less": page % ("<" * 500_000),
        "tags": page % ("<a " * 200_000),
        "attributes": page % ("<p " + " ".join(f"a{i}=b" for i in range(30_000)) + ">"),
        "attribute": page % (f"<p class='{'date ' * 200_000}'>a</p>"),
        "entities": page % ("&#0;&#x110000;&#55296;&amp;&lt;" * 20_000),
        "paragraphs": page % ("<p>a</p>" * 60_000),
        "breaks": page % ("a<br>" * 60_000),
        "bold": page % ("<b>a</b> " * 14_000),
        "links": page % ("<a href=x>Un lien vers une page</a> " * 4_000),
        "items": page % ("<li>a" * 60_000),
        "tables": page % ("<table>" * 3_000 + "a"),
        "headings": page % ("<h1>Un titre</h1>" * 4_000),
        "meta": "<html><head>" + "<meta name=author content=a>" * 20_000 + page,
        "json": page % f'<script type="application/ld+json">{"[" * 100_000}</script>',
        "json-wide": page % f'<script type="application/ld+json">[{",".join(["{}"] * 50_000)}]</script>',
        "json-types": page
        % '<script type="application/ld+json">{"@type": ["Article", 3], "headline": 4, "author": [[["x"]]], "datePublished": {}}</script>',
        "title-long": f"<title>{'mot ' * 100_000}</title><p>{PROSE * 8}",
        "charset-none": f"<meta charset=klingon><p>{PROSE * 8} \xe9".encode("latin-1").decode("latin-1"),
        "no-body": "<html></html>",
        "frameset": "<html><frameset><frame src=a></frameset></html>",
        "plaintext": page % "<plaintext>",
        "controls": page % "\x01\x02\x0b\x1f\u202e\ufffe\uffff",
        "processing": page % ("<?php echo '</p>'; ?>" * 5_000),
        "cdata": page % ("<![CDATA[" * 5_000),
        "dates": page % "<time datetime='99999-99-99'></time><meta itemprop=datePublished content=2025-99-99>",
        "laughs": f"<?xml version='1.0'?>{_BOMB}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&l11; &out; {PROSE * 8}</p></body></html>",
    }
    for name, text in odd.items():
        yield f"{name}.html", text.encode("utf-8", "replace")
    yield "utf16.html", (page % "").encode("utf-16")
    yield "charset-latin.html", f"<meta charset=latin1><p>{PROSE * 8} été".encode("latin-1")
    yield "charset-lie.html", f"<meta charset=utf-16><p>{PROSE * 8} \xe9\xe8".encode("latin-1")


def _feeds() -> Iterator[tuple[str, bytes]]:
    item = f"<item><title>Le canal %d</title><description>{PROSE}</description></item>"
    rss = "<?xml version='1.0'?>%s<rss version='2.0'><channel><title>Le flux</title>%s</channel></rss>"
    feeds = {
        "items-10000": rss % ("", "".join(item % i for i in range(10_000))),
        "laughs": rss % (_BOMB, f"<item><title>&l11;</title><description>{PROSE}</description></item>"),
        "external": rss
        % (
            '<!DOCTYPE r [<!ENTITY o SYSTEM "file:///etc/passwd">]>',
            f"<item><title>&o;</title><description>&o; {PROSE}</description></item>",
        ),
        "parameter": rss % ('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'.replace("%", "%%") % (), item % 1),
        "dtd": rss % ("<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>", item % 1),
        "deep": rss % ("", "<a>" * 20_000),
        "deep-item": rss % ("", "<item><description>" + "&lt;div&gt;" * 50_000 + PROSE + "</description></item>"),
        "unclosed": rss[:60] % "" + item % 1 * 50,
        "no-items": rss % ("", ""),
        "empty-items": rss % ("", "<item></item>" * 500),
        "names": rss
        % (
            "",
            "".join(
                f"<item><title>{name}</title><description>{PROSE}</description></item>"
                for name in ("../..", "a/b", "\u202e", "CON", "", "é" * 500)
            ),
        ),
        "dates": rss % ("", f"<item><title>a</title><pubDate>99 Foo 99999</pubDate><description>{PROSE}</description></item>"),
        "encoding-lie": (rss % ("", item % 1)).replace("?>", " encoding='utf-16'?>", 1),
        "encoding-none": (rss % ("", item % 1)).replace("?>", " encoding='klingon'?>", 1),
        "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>&lt;b&gt;Le canal</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>"
        + PROSE,
        "not-a-feed": "<?xml version='1.0'?><catalogue><livre>a</livre></catalogue>",
        "svg": "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>",
        "only-declaration": "<?xml version='1.0'?>",
        "comment": "<!--" * 50_000,
        "ampersands": rss % ("", "<item><title>a & b &</title><description>" + "&" * 100_000 + "</description></item>"),
    }
    for name, text in feeds.items():
        yield f"{name}.xml", text.encode("utf-8", "replace")
