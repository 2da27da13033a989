"""The readers of pages, PDF, Word, feeds, mail, archives and addresses, on the samples and on small inputs."""

from __future__ import annotations

import io
import json
import re
import socket
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Digester, detection, reading
from summarizer.errors import ReadingError, SummarizerError, UndecidedError
from summarizer.reading import pdf, source, url
from summarizer.reading.page_layout import Fragment, layout
from summarizer.types import Article, Block, Source
from tests.conftest import ROOT, cases

MIXED = ROOT / "samples" / "mixed"
PLAIN_PARAGRAPH = (
    "Le conseil municipal a voté lundi la réouverture du canal, fermé depuis dix ans, par vingt voix contre quatre. "
)


def items_of(name: str) -> list[reading.Item]:
    path = MIXED / name
    return list(reading.read_items(path.read_bytes(), name=name, suffix=path.suffix))


def article_of(name: str) -> Article:
    return reading.read(MIXED / name)


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("case", cases("readers"))
def test_blocks_and_facts_are_read(case: dict[str, Any]) -> None:
    data = case["data"] if isinstance(case["data"], str) else "\n".join(case["data"])
    article = reading.read_bytes(data.encode(), name="case", suffix=case["suffix"])
    if "blocks" in case:
        assert [[block.kind, block.text] for block in article.blocks] == case["blocks"]
    for text in case.get("without", []):
        assert not [line for line in texts(article) if text in line]
    known = {"published": article.source.published, "author": article.source.author, "url": article.source.url}
    known["language"] = article.language_hint
    assert {key: known[key] for key in case.get("facts", {})} == case.get("facts", {})


@pytest.mark.parametrize(
    ("name", "title", "published", "author", "hint"),
    [
        ("page_tramway.html", "Le tramway de Vauclerc roulera", "2025-06-17T18:42:00+02:00", "Maëlle Corvisier", "fr"),
        ("gazette_deux_colonnes.pdf", "Les moulins de la Sereine", "2025-11-05T09:30:00Z", "Capucine Darras", "fr"),
        ("ferry_batteries.docx", "Island ferry to run on batteries", "2025-11-05T09:30:00Z", "Rowan Sallow", "en"),
        (
            "lettre_bibliotheque.eml",
            "La bibliothèque de Montreval",
            "2025-11-05T09:30:00+00:00",
            "Bibliothèque de Montreval",
            "fr",
        ),
    ],
)
def test_title_date_author_and_language_are_kept(name: str, title: str, published: str, author: str, hint: str) -> None:
    article = article_of(name)
    assert article.blocks[0].kind == "title"
    assert article.blocks[0].text.startswith(title)
    assert (article.source.published, article.source.author) == (published, author)
    assert article.language_hint in (hint, None)


def test_a_pdf_is_read_column_by_column_and_its_words_are_whole() -> None:
    text = (ROOT / "samples" / "recipe" / "texts" / "moulins.txt").read_text(encoding="utf-8")
    assert texts(article_of("gazette_deux_colonnes.pdf")) == text.strip().split("\n\n")


def test_a_page_is_read_without_the_page_around_it() -> None:
    text = " ".join(texts(article_of("page_tramway.html")))
    assert "Vingt-six conducteurs à recruter" in text
    for around in (
        "cookies",
        "À lire aussi",
        "Commentaires",
        "Studio Belval",
        "Handball",
        "Recevez chaque matin",
        "Lecture 3 min",
    ):
        assert around not in text


def test_feeds_and_archives_are_read_item_by_item() -> None:
    assert [(item.name, item.error) for item in items_of("week.zip")] == [
        ("semaine/marche_couvert.md", None),
        ("semaine/night_buses.txt", None),
    ]
    names = [item.name for item in items_of("harbour_news.rss")]
    assert names[2] == "003-le-vieux-phare-de-strand-devient-un-gite"
    with pytest.raises(ReadingError, match=r"several articles; .*summarizer batch"):
        reading.read(MIXED / "harbour_news.rss")
    (broken,) = items_of("truncated.pdf")
    assert isinstance(broken.error, ReadingError)


@pytest.mark.parametrize("suffix", ["", ".txt", ".pdf", ".zip", ".html", ".eml", ".rss"])
@pytest.mark.parametrize(
    "name", ["page_tramway.html", "gazette_deux_colonnes.pdf", "ferry_batteries.docx", "lettre_bibliotheque.eml"]
)
def test_the_content_decides_and_not_the_suffix(name: str, suffix: str) -> None:
    data = (MIXED / name).read_bytes()
    assert reading.read_bytes(data, name=name, suffix=suffix).blocks == article_of(name).blocks


def test_a_feed_or_archive_of_one_article_is_that_article() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", PLAIN_PARAGRAPH)
    assert texts(reading.read_bytes(buffer.getvalue(), name="a.zip")) == [PLAIN_PARAGRAPH.strip()]


def test_the_digest_says_date_author_and_address() -> None:
    digest = Digester().digest(article_of("page_tramway.html")).to_dict()
    assert digest["source"]["published"] == "2025-06-17T18:42:00+02:00"
    assert digest["source"]["author"] == "Maëlle Corvisier"
    jsonschema.validate(digest, json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8")))


def test_the_language_hint_counts_only_where_the_text_leaves_it_open() -> None:
    short = Article(Source("a", "text/html"), (Block("paragraph", "Qorvex 12 Zanlitho"),))
    with pytest.raises(UndecidedError):
        detection.detect(Article(short.source, (Block("paragraph", "123 456"),)))
    hinted = Article(short.source, (Block("paragraph", "123 456"),), language_hint="fr")
    assert detection.detect(hinted).code == "fr"
    wrong = Article(short.source, (Block("paragraph", PLAIN_PARAGRAPH),), language_hint="en")
    assert detection.detect(wrong).code == "fr"


def test_a_pdf_that_draws_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_OPERATORS", 50)
    with pytest.raises(ReadingError, match="draws more than any article"):
        article_of("gazette_deux_colonnes.pdf")


def test_columns_drawn_row_by_row_are_put_in_order() -> None:
    left = [
        "Le canal rouvre jeudi, après dix",
        "ans de travaux. Les berges sont",
        "ouvertes aux vélos et les écluses",
        "ont toutes été reconstruites.",
    ]
    right = [
        "Le maire espère que les bateaux",
        "reviendront dès cet été. Un bilan",
        "sera fait en octobre, quand les",
        "derniers seront repartis.",
    ]
    rows = zip(left, right, strict=True)
    page = [
        Fragment(text, x, 700.0 - 14 * row, 10)
        for row, pair in enumerate(rows)
        for x, text in zip((50.0, 310.0), pair, strict=True)
    ]
    assert [block.text for block in layout([page])] == [" ".join(left), " ".join(right)]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Il y aura de l'électri-", "cité pour tous."], "Il y aura de l'électricité pour tous."),
        (["Un chef-d'œuvre. Ce chef-", "d'œuvre est à voir."], "Un chef-d'œuvre. Ce chef-d'œuvre est à voir."),
        (["Elle va de Paris-", "Nord à Lille."], "Elle va de Paris-Nord à Lille."),
        (["Il parle au porte-", "parole du port."], "Il parle au porte-parole du port."),
    ],
)
def test_hyphens_at_the_ends_of_lines(lines: list[str], joined: str) -> None:
    (block,) = layout([[Fragment(text, 50, 700 - 12 * i, 10) for i, text in enumerate(lines)]])
    assert block.text == joined


class _Site(BaseHTTPRequestHandler):
    """A site of this machine: a page, redirects, an error."""

    paths: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/page": (
            200,
            "text/html; charset=iso-8859-1",
            f"<html lang=fr><title>Le canal</title><p>{PLAIN_PARAGRAPH * 3}".encode("latin-1"),
        ),
        "/gone": (404, "text/html", b""),
        "/large": (200, "text/plain", b"a" * 3_000),
        "/moved": (302, "/page", b""),
        "/loop": (302, "/loop", b""),
        "/out": (302, "file:///etc/passwd", b""),
    }

    logins: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        status, kind, body = self.paths[self.path]
        self.logins.append(self.headers.get("Authorization"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_address_is_read(site: str) -> None:
    article = reading.read_url(f"{site}/moved", allow_private_addresses=True)
    assert article.source.url == f"{site}/page"
    assert texts(article) == ["Le canal", (PLAIN_PARAGRAPH * 3).strip()]


@pytest.mark.parametrize(
    ("path", "says"),
    [("/gone", "404"), ("/loop", "redirects more than"), ("/out", "is no address of the web"), ("/large", "larger")],
)
def test_an_address_that_cannot_be_read_says_why(site: str, path: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(url, "MAX_CONTAINER_BYTES", 2_000)
    with pytest.raises(ReadingError, match=says):
        reading.read_url(site + path, allow_private_addresses=True)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.1.2.3", "169.254.169.254", "[::ffff:192.168.0.1]", "2130706433"]
)
def test_private_addresses_are_refused(host: str) -> None:
    with pytest.raises(ReadingError, match=r"private address|is not found"):
        reading.read(f"http://{host}/page")


def test_a_name_that_resolves_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    )
    with pytest.raises(ReadingError, match=r"private address 10\.0\.0\.1"):
        reading.read("https://news.example/article")


def test_a_login_in_an_address_goes_to_its_host_and_is_shown_nowhere(site: str) -> None:
    address = site.replace("://", "://ann:secret@")
    article = reading.read_url(f"{address}/moved", allow_private_addresses=True)
    assert _Site.logins[-2:] == ["Basic YW5uOnNlY3JldA=="] * 2
    assert (article.source.name, article.source.url) == (f"{site}/moved", f"{site}/page")
    with pytest.raises(ReadingError) as refusal:
        reading.read_url(f"{address}/gone", allow_private_addresses=True)
    assert "secret" not in str(refusal.value)


def test_the_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def is_public(address: str) -> bool:
        asked.append(address)
        return len(asked) == 1

    monkeypatch.setattr(url, "_is_public", is_public)
    with pytest.raises(ReadingError, match=r"private address 127\.0\.0\.1"):
        reading.read(f"{site}/moved")
    assert len(asked) == 2


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.binary(max_size=300),
    st.sampled_from(sorted(source.SUFFIXES)),
    st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><p>", b"<rss><channel><item>", b"From: a\nSubject: b\nDate: c\n"]
    ),
)
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str, start: bytes) -> None:
    for item in reading.read_items(start + data, name="any", suffix=suffix):
        assert (item.article is None) != (item.error is None)
        assert item.error is None or isinstance(item.error, SummarizerError)


_WORDS = st.sampled_from(["canal", "maire", "écluse", "rouvre", "lundi", "pont"])
_TAGS = st.sampled_from(["p", "div", "h2", "li", "b", "em", "span", "blockquote", "section"])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(_TAGS, st.lists(_WORDS, min_size=1, max_size=8)), min_size=1, max_size=12))
def test_no_word_of_a_fragment_is_lost_or_made_up(pieces: list[tuple[str, list[str]]]) -> None:
    from summarizer.reading.html import from_fragment

    markup = "".join(f"<{tag}>{' '.join(words)}</{tag}> " for tag, words in pieces)
    found = [word for block in from_fragment(markup, name="any") for word in re.findall(r"\w+", block.text)]
    assert found == [word for _, words in pieces for word in words]


def test_the_recipe_makes_the_samples_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from samples.recipe import make_mixed

    monkeypatch.setattr(make_mixed, "OUT", tmp_path)
    make_mixed.main()
    for path in tmp_path.iterdir():
        if path.suffix in (".eml", ".txt", ".docx"):
            assert path.read_bytes() == (MIXED / path.name).read_bytes(), path.name


ACCENTED = "Le maire a annoncé jeudi la fermeture du pont médiéval après la découverte de fissures dans la troisième pile. "


@pytest.mark.parametrize("head", ["<meta charset='utf-8'>", ""])
def test_a_page_that_cannot_be_in_the_charset_it_declares_keeps_its_letters(head: str) -> None:
    page = f"<html><head><title>Le pont fermé</title>{head}</head><body><article><p>{ACCENTED * 3}</p></article></body></html>"
    article = reading.read_bytes(page.encode("cp1252"), name="page", suffix=".html")
    assert texts(article)[1].startswith(ACCENTED.strip())


def test_a_stray_byte_costs_a_text_one_letter() -> None:
    article = reading.read_bytes(ACCENTED.replace("jeudi", "jeudi\x00").encode().replace(b"\0", b"\xa0"), name="text")
    assert texts(article) == [ACCENTED.strip().replace("jeudi", "jeudi\ufffd")]


def test_a_page_that_a_script_fills_is_refused() -> None:
    page = "<html><head><title>Valbrune : les bus gratuits</title></head><body><div id='root'></div></body></html>"
    with pytest.raises(ReadingError, match="save it from a browser"):
        reading.read_bytes(page.encode(), name="page", suffix=".html")


def test_paragraphs_in_content_controls_of_word_are_read() -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    document.add_paragraph(ACCENTED)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    control = (
        f"<w:sdt xmlns:w='{space}'><w:sdtContent><w:p><w:r><w:t>La pile sera refaite.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(1, parse_xml(control))
    data = io.BytesIO()
    document.save(data)
    article = reading.read_bytes(data.getvalue(), name="note.docx", suffix=".docx")
    assert texts(article) == [ACCENTED.strip(), "La pile sera refaite."]
