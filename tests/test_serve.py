"""The local page: what it answers to people and to programs, whom it refuses, and the command that serves it."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from base64 import b64decode
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from summarizer import Article, Digest, Digester, Options, __version__, reading, web
from summarizer.errors import MissingExtraError, OptionError, UndecidedError
from summarizer.rendering import as_json, as_markdown
from summarizer.rendering.form import Fault
from summarizer.types import Source
from summarizer.web import asked, server
from summarizer.web.app import build_app
from summarizer.web.desk import Desk
from summarizer.web.faults import fault_of, status_of
from tests.conftest import ROOT
from tests.pages import Element, check, parse
from tests.test_html import HOSTILE

NOTE = "Le maire a annoncé lundi la fermeture du pont. Les travaux dureront deux ans parce que la pile est fissurée."
ITALIAN = "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code."
FR = (ROOT / "samples" / "fr" / "depeche_agence.txt").read_text(encoding="utf-8")
MIXED = ROOT / "samples" / "mixed"
SCHEMA = json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8"))
JSON = {"Content-Type": "application/json"}


def ask(method: str, path: str, *, desk: Desk | None = None, is_local: bool = True, **request: Any) -> httpx.Response:
    """Return the answer of the application, as a browser on this machine would get it."""

    async def answer() -> httpx.Response:
        app = build_app(desk or Desk(Digester()), is_local=is_local)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            return await client.request(method, path, **request)

    return asyncio.run(answer())


def send(fields: dict[str, str], path: str = "/digest?lang=fr", **request: Any) -> httpx.Response:
    """Return the answer to the page's form, sent as browsers do: with an empty file where none is chosen."""
    return ask("POST", path, data=fields, **{"files": {"file": ("", b"")}, **request})


def made(text: str) -> Digest:
    return Digester().digest(reading.read_bytes(text.encode(), name="text"))


def fault(page: str) -> Element:
    return check(page, may_send=True).one("div", id="fault")


@pytest.mark.parametrize(
    ("path", "accepted", "lang", "title"),
    [
        ("/", "fr-FR,fr;q=0.9,en;q=0.8", "fr", "Résumer un article"),
        ("/", "de,en-GB;q=0.7,fr;q=0.3", "en", "Digest an article"),
        ("/", "de", "en", "Digest an article"),
        ("/?lang=en", "fr", "en", "Digest an article"),
        ("/?lang=fr", "en", "fr", "Résumer un article"),
        ("/?lang=xx", "fr;q=0.5,en;q=0", "fr", "Résumer un article"),
    ],
)
def test_the_form_speaks_the_language_of_its_reader(path: str, accepted: str, lang: str, title: str) -> None:
    answer = ask("GET", path, headers={"Accept-Language": accepted})
    page = check(answer.text, may_send=True)
    assert (answer.status_code, page.one("html").attributes["lang"], page.one("h1").text) == (200, lang, title)
    assert [each.attributes["href"] for each in page.one("nav").all("a")] == ["/?lang=fr", "/?lang=en"]
    assert page.one("form").attributes["action"] == f"/digest?lang={lang}"
    names = {each.attributes["id"]: each.attributes["name"] for tag in ("input", "textarea", "select") for each in page.all(tag)}
    assert set(names) == {each.attributes["for"] for each in page.all("label")}
    assert list(names.values()) == list(names)
    assert page.one("input", id="summary_words").attributes["value"] == str(Options().summary_words)


def test_every_answer_says_what_it_may_do() -> None:
    answers = [ask("GET", "/"), send({"text": NOTE}), send({}), ask("GET", "/health"), ask("GET", "/none"), ask("PUT", "/")]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert [name for name in answer.headers if name.startswith("access-control")] == []
    assert "form-action 'self'" in answers[0].headers["content-security-policy"]
    assert "form-action 'none'" in answers[1].headers["content-security-policy"]


@pytest.mark.parametrize("request_form", [{}, {"files": None}], ids=["multipart", "urlencoded"])
def test_a_text_becomes_a_page_with_its_digest(request_form: dict[str, Any]) -> None:
    answer = send({"text": FR, "summary_words": "65", "key_points": "6", "language": "", "address": ""}, **request_form)
    page, digest = check(answer.text), made(FR)
    assert answer.status_code == 200
    assert [each.text for each in page.one("ul", **{"class": "points"}).all("a")] == [
        f"{point.label}\xa0: {point.text}" for point in digest.key_points
    ]
    home, *downloads = page.one("nav", **{"class": "bar"}).all("a")
    assert home.attributes["href"] == "/?lang=fr"
    data = {each.attributes["download"]: b64decode(each.attributes["href"].split(",")[1]).decode() for each in downloads}
    assert data == {"digest.md": as_markdown(digest), "digest.json": as_json(digest)}


def test_settings_and_language_are_those_of_the_form() -> None:
    answer = send({"text": FR, "summary_words": "20", "key_points": "2", "language": "fr"})
    assert len(check(answer.text).one("ul", **{"class": "points"}).all("li")) == 2
    assert "Radio Sernac" in send({"text": "Radio Sernac : concert vendredi.", "language": "fr"}).text


@pytest.mark.parametrize(
    "path", sorted(path for path in MIXED.glob("*.*") if path.suffix in (".pdf", ".docx", ".html", ".eml", ".md"))
)
def test_a_file_of_every_kind_is_read(path: Path) -> None:
    answer = send({}, files={"file": (f"C:\\..\\{path.name}", path.read_bytes())})
    if answer.status_code != 200:
        with pytest.raises(Exception, match=re.escape(path.name)) as refused:
            reading.read(path)
        assert str(refused.value) in fault(answer.text).text
        return
    assert check(answer.text).one("h1").text == Digester().digest(reading.read(path)).document.title
    assert ".." not in check(answer.text).one("footer").text


@pytest.mark.parametrize(
    ("fields", "name", "status", "said", "detail"),
    [
        ({}, "", 400, "Il manque l'article", ""),
        ({"text": " \n"}, "", 400, "Il manque l'article", ""),
        ({"text": NOTE, "address": "https://example.org/a"}, "", 400, "Un seul article à la fois", ""),
        ({"text": NOTE}, "a.txt", 400, "Un seul article à la fois", ""),
        ({"text": NOTE, "summary_words": "3"}, "", 400, "Un des réglages", "summary_words: 3 is out of range"),
        ({"text": NOTE, "key_points": "six"}, "", 400, "Un des réglages", "key_points: 'six' is out of range"),
        ({"text": NOTE, "language": "de"}, "", 400, "Un des réglages", "language: 'de' is not known"),
        ({"text": "12 345"}, "", 422, "Il n'y a pas de texte", "holds no words"),
        ({"text": ITALIAN}, "", 422, "ni en français ni en anglais", "Italian"),
        ({}, "table.csv", 415, "Ce genre de fichier", "table.csv: no reader for .csv files"),
        ({}, "broken.pdf", 422, "n'a pas pu être lu", "broken.pdf"),
        ({"address": "http://127.0.0.1:1/a"}, "", 422, "n'a pas pu être lu", "private address 127.0.0.1"),
        ({"text": "http://127.0.0.1:1/a"}, "", 422, "n'a pas pu être lu", "private address 127.0.0.1"),
        ({"address": "file:///etc/passwd"}, "", 422, "n'a pas pu être lu", "is no address of the web"),
        ({"text": "x" * 5_000_001}, "", 413, "trop long", "more than the 5 MB"),
    ],
)  # fmt: skip
def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(
    fields: dict[str, str], name: str, status: int, said: str, detail: str
) -> None:
    answer = send(fields, files={"file": (name, b"%PDF-1.7 broken" if name.endswith("pdf") else b"un, deux" if name else b"")})
    page = check(answer.text, may_send=True)
    assert answer.status_code == status
    assert said in fault(answer.text).text
    assert detail in fault(answer.text).text
    assert page.one("textarea").text.removeprefix("\n") == fields.get("text", "")
    for each in ("address", "summary_words", "key_points"):
        assert page.one("input", id=each).attributes["value"] == fields.get(each, "")


def test_a_language_that_cannot_be_told_is_asked_for() -> None:
    error = UndecidedError("text: no words to tell a language by")
    assert (fault_of(error), status_of(error)) == (Fault("undecided", str(error)), 422)


def test_the_english_form_says_it_in_english() -> None:
    assert "The article is in neither English nor French." in fault(send({"text": ITALIAN}, "/digest?lang=en").text).text


@pytest.mark.parametrize("hostile", [*HOSTILE, "\n</textarea><script>alert(1)</script>"])
def test_what_was_typed_is_shown_and_never_run(hostile: str) -> None:
    answer = send({"text": ITALIAN + hostile, "address": hostile, "language": hostile}, "/digest?lang=fr")
    page = check(answer.text, may_send=True)
    assert page.one("textarea").text.removeprefix("\n") == ITALIAN + hostile
    assert page.one("input", id="address").attributes["value"] == hostile
    named = send({}, files={"file": (f"{hostile.strip()}.txt", NOTE.encode())})
    shown = check(named.text, may_send=named.status_code != 200)
    assert len(shown.all("script")) == 1


def test_a_body_that_is_too_large_is_refused_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MAX_BODY_BYTES", 1_000)
    for path, request in (
        ("/digest?lang=fr", {"data": {"text": "x" * 1_000}, "files": {"file": ("", b"")}}),
        ("/digest?lang=fr", {"data": {"text": "x" * 1_000}}),
        ("/api/digest", {"content": b"x" * 1_001}),
        ("/api/digest", {"json": {"text": "x" * 1_001}}),
    ):
        answer = ask("POST", path, **request)
        assert answer.status_code == 413
        assert "the request is larger" in answer.text
    assert ask("POST", "/api/digest", content=NOTE.encode()).status_code == 200


def test_an_upload_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("written to disk")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    answer = send({}, files={"file": ("a.txt", b"\0\1\2" * 1_000_000)})
    assert (answer.status_code, "binary" in answer.text) == (422, True)


@pytest.mark.parametrize(
    "extra", [{"text": "%00" * 40}, {f"f{number}": "" for number in range(30)}], ids=["nulls", "many fields"]
)
@pytest.mark.parametrize("files", [None, {"file": ("", b"")}], ids=["urlencoded", "multipart"])
def test_a_strange_form_is_an_error_of_its_sender(extra: dict[str, str], files: Any) -> None:
    assert 400 <= ask("POST", "/digest", data=extra, files=files).status_code < 500


def test_a_form_of_another_kind_or_damaged_is_refused() -> None:
    assert ask("POST", "/digest", content=b"{}", headers=JSON).status_code == 415
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        assert ask("POST", "/digest", content=b"no part", headers={"Content-Type": kind}).status_code == 400


def test_json_gives_the_digest_that_the_schema_describes() -> None:
    answer = ask("POST", "/api/digest", json={"text": FR, "language": "fr", "summary_words": 30, "key_points": 2})
    values = answer.json()
    jsonschema.validate(values, SCHEMA)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert (len(values["key_points"]), len(values["summary"]["text"].split()) < 40) == (2, True)
    plain = ask("POST", "/api/digest", content=FR.encode(), headers={"Content-Type": "text/plain"})
    assert plain.json() == {**made(FR).to_dict(), "source": plain.json()["source"]}


@pytest.mark.parametrize("text", [NOTE, f"Le pont ferme\n\n{NOTE}", f"# Le port ferme\n\n{NOTE}"])
def test_a_title_that_is_given_is_the_title(text: str) -> None:
    values = ask("POST", "/api/digest", json={"text": text, "title": "Le pont ferme"}).json()
    assert values["title"] == "Le pont ferme"
    assert values["text"].count("Le pont ferme") == 1


@pytest.mark.parametrize(
    ("name", "kind"), [("page_tramway.html", "text/html; charset=utf-8"), ("page_tramway.html", "application/octet-stream")]
)
def test_a_body_of_any_kind_is_the_article(name: str, kind: str) -> None:
    answer = ask("POST", "/api/digest?key_points=1", content=(MIXED / name).read_bytes(), headers={"Content-Type": kind})
    assert (answer.status_code, len(answer.json()["key_points"])) == (200, 1)
    assert answer.json()["title"] == Digester().digest(reading.read(MIXED / name)).document.title


def test_a_body_is_in_the_character_set_that_it_names() -> None:
    body = NOTE.encode("cp1252")
    answer = ask("POST", "/api/digest", content=body, headers={"Content-Type": "text/plain; charset=windows-1252"})
    assert "annoncé" in answer.json()["text"]


@pytest.mark.parametrize(
    ("path", "accept", "kind", "start"),
    [
        ("/api/digest", "*/*", "application/json", "{"),
        ("/api/digest", "text/markdown", "text/markdown; charset=utf-8", "# "),
        ("/api/digest", "application/json;q=0.5,text/html", "text/html; charset=utf-8", "<!DOCTYPE html>"),
        ("/api/digest?format=markdown", "application/json", "text/markdown; charset=utf-8", "# "),
        ("/api/digest?format=html", "", "text/html; charset=utf-8", "<!DOCTYPE html>"),
        ("/api/digest?format=csv", "", "text/csv; charset=utf-8", ""),
        ("/api/digest?format=skos", "", "text/turtle; charset=utf-8", "@prefix"),
    ],
)
def test_the_answer_has_the_format_that_is_asked_for(path: str, accept: str, kind: str, start: str) -> None:
    answer = ask("POST", path, json={"text": FR}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.text.startswith(start)


@pytest.mark.parametrize(
    ("path", "body", "kind", "status", "words"),
    [
        ("/api/digest", b"{", "application/json", 400, "no JSON"),
        ("/api/digest", b"\xff", "application/json", 400, "no JSON"),
        ("/api/digest", b"[" * 100_000, "application/json", 400, "no JSON"),
        ("/api/digest", b"[]", "application/json", 400, "must be an object"),
        ("/api/digest", b"{}", "application/json", 400, "either text or url"),
        ("/api/digest", b'{"text": "a", "url": "b"}', "application/json", 400, "either text or url"),
        ("/api/digest", b'{"text": 1}', "application/json", 400, "text: must be a text"),
        ("/api/digest", b'{"text": "a", "engine": "chat"}', "application/json", 400, "engine: is not known"),
        ("/api/digest", b'{"text": "a", "summary_words": true}', "application/json", 400, "summary_words"),
        ("/api/digest", b'{"text": "a", "language": ["fr"]}', "application/json", 400, "language"),
        ("/api/digest", b'{"url": "/etc/passwd"}', "application/json", 422, "is no address of the web"),
        ("/api/digest", b'{"url": "http://169.254.169.254/"}', "application/json", 422, "private address"),
        ("/api/digest?format=xml", b'{"text": "a"}', "application/json", 400, "markdown"),
        ("/api/digest?termbase=a", NOTE.encode(), "text/plain", 400, "termbase: is not known"),
        ("/api/digest?key_points=x", NOTE.encode(), "text/plain", 400, "key_points"),
        ("/api/digest", b"\x89PNG", "image/png", 415, "image/png: has no reader"),
        ("/api/digest", b"", "text/plain", 422, "request"),
        ("/api/digest", ITALIAN.encode(), "text/plain", 422, "Italian"),
        ("/api/digest", b"%PDF-1.7", "application/pdf", 422, "request"),
    ],
)  # fmt: skip
def test_programs_get_errors_as_json(path: str, body: bytes, kind: str, status: int, words: str) -> None:
    answer = ask("POST", path, content=body, headers={"Content-Type": kind})
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert words in answer.json()["error"]


def test_other_addresses_and_methods() -> None:
    assert ask("GET", "/health").json() == {"status": "ok", "version": __version__}
    assert ask("GET", "/api/digest").status_code == 405
    assert list(ask("GET", "/none").json()) == ["error"]
    page = ask("GET", "/none?lang=fr", headers={"Accept": "text/html"})
    assert (page.status_code, fault(page.text).text.strip()) == (404, "Cette page n'existe pas.")
    again = ask("GET", "/digest?lang=fr")
    assert (again.status_code, again.headers["location"]) == (303, "/?lang=fr")


@pytest.mark.parametrize("path", ["/api/digest", "/digest?lang=fr"])
def test_a_fault_of_the_program_is_no_secret_and_no_trace(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> Digest:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Digester, "digest", break_down)
    answer = ask("POST", path, data={"text": NOTE}) if "lang" in path else ask("POST", path, content=NOTE.encode())
    assert (answer.status_code, "secret" in answer.text, answer.headers["x-content-type-options"]) == (500, False, "nosniff")


@pytest.mark.parametrize(
    ("host", "is_local", "status"),
    [
        ("localhost:8000", True, 200),
        ("127.0.0.1:9", True, 200),
        ("[::1]:8000", True, 200),
        ("evil.example:8000", True, 403),
        ("127.0.0.1.evil.example", True, 403),
        ("", True, 403),
        ("desk.example:8000", False, 200),
    ],
)
def test_only_names_of_this_machine_are_answered(host: str, is_local: bool, status: int) -> None:
    assert ask("GET", "/health", is_local=is_local, headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 200),
        ({"Origin": "https://evil.example"}, 403),
    ],
)
def test_no_other_site_may_send_an_article(headers: dict[str, str], status: int) -> None:
    assert ask("POST", "/api/digest", content=NOTE.encode(), headers=headers).status_code == status


@pytest.mark.parametrize("is_allowed", [True, False])
def test_private_addresses_are_read_where_that_is_allowed(is_allowed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(url: str, *, allow_private_addresses: bool) -> Article:
        assert (url, allow_private_addresses) == ("http://10.0.0.1/a", is_allowed)
        return reading.from_text(NOTE, Source(url, "text/plain", url))

    monkeypatch.setattr(reading, "read_url", read)
    desk = Desk(Digester(), allow_private_addresses=is_allowed)
    assert (
        ask("POST", "/api/digest", desk=desk, json={"url": " http://10.0.0.1/a"}).json()["source"]["url"] == "http://10.0.0.1/a"
    )


def test_one_article_at_a_time_and_pages_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, at_once, most = threading.Event(), threading.Event(), 0, 0
    digest = Digester.digest

    def slowly(self: Digester, article: Article) -> Digest:
        nonlocal at_once, most
        at_once, most = at_once + 1, max(most, at_once + 1)
        begun.set()
        assert go_on.wait(20)
        at_once -= 1
        return digest(self, article)

    async def answers() -> list[httpx.Response]:
        transport = httpx.ASGITransport(build_app(Desk(Digester()), is_local=True))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            tasks = [asyncio.create_task(client.post("/api/digest", content=NOTE.encode())) for _ in range(3)]
            await asyncio.to_thread(begun.wait, 20)
            health = await asyncio.wait_for(client.get("/health"), 5)
            assert not any(task.done() for task in tasks)
            go_on.set()
            return [health, *await asyncio.gather(*tasks)]

    monkeypatch.setattr(Digester, "digest", slowly)
    assert [each.status_code for each in asyncio.run(answers())] == [200] * 4
    assert most == 1


def test_settings_of_one_request_are_not_those_of_the_next() -> None:
    desk = Desk(Digester(Options(key_points=3)))
    counts = [
        len(ask("POST", f"/api/digest{query}", desk=desk, content=FR.encode()).json()["key_points"])
        for query in ("?key_points=1", "")
    ]
    assert counts == [1, 3]


COMMAND = [sys.executable, "-m", "summarizer", "serve"]


def test_the_command_serves_until_it_is_interrupted() -> None:
    with subprocess.Popen(
        [*COMMAND, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True
    ) as process:
        assert process.stderr is not None
        said = re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+) \(Ctrl-C to stop\)\n", process.stderr.readline())
        try:
            assert said is not None
            assert httpx.get(f"{said.group(1)}/health", trust_env=False).json()["status"] == "ok"
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, ("", ""))


def test_a_port_in_use_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [*COMMAND, "--port", str(port)], capture_output=True, cwd=ROOT, text=True, timeout=60, env=os.environ
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: port {port}: is in use; choose another with --port\n"


def test_a_port_that_is_not_allowed_and_a_host_of_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(OptionError, match=r"192\.0\.2\.1: is no address of this machine.*--host"):
        server.listen("192.0.2.1", 0)
    with pytest.raises(OptionError, match="no address of this machine"):
        server.listen("no host", 0)
    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(OptionError, match=r"port 80: is not allowed.*--port"):
        server.listen("127.0.0.1", 80)


@pytest.mark.parametrize("library", ["python_multipart", "starlette", "uvicorn"])
def test_without_its_libraries_the_extra_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("summarizer.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    for name in [name for name in sys.modules if name.startswith(f"{library}.")]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=rf"{library}: is not installed.*article-summarizer\[web\]"):
        web.serve(Options(), host="127.0.0.1", port=0, ready=lambda _: None)


def test_half_a_character_is_no_fault_of_the_program() -> None:
    for format_name in ("json", "html", "markdown"):
        body = json.dumps({"text": f"{NOTE} Le mot \ud800 manque."})
        assert ask("POST", f"/api/digest?format={format_name}", content=body, headers=JSON).status_code == 200


def test_the_static_page_has_no_bar() -> None:
    assert parse(ask("POST", "/api/digest?format=html", content=NOTE.encode()).text).all("nav") == []
