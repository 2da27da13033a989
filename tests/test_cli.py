"""The command line as a real process: what goes to stdout, what to stderr, and the exit code."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

from summarizer import __version__
from tests.conftest import ROOT

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix matter")
COMMAND = [sys.executable, "-m", "summarizer"]
FR = ROOT / "samples" / "fr" / "depeche_agence.txt"
EN = ROOT / "samples" / "en" / "agency_news.txt"
NOTE = "Le maire a annoncé lundi la fermeture du pont. Les travaux dureront deux ans parce que la pile est fissurée.\n"
ITALIAN = "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code.\n"
Run = subprocess.CompletedProcess[bytes]


@cache
def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Run:
    """Return the finished run of one command; a second one with the same arguments is not started again."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=os.environ | environment, timeout=60)


def check_refusal(result: Run, code: int, *words: str) -> None:
    """Check an exit code with a message that holds *words*, on one line where the program itself speaks, and nothing else."""
    message = result.stderr.decode()
    assert (result.returncode, result.stdout) == (code, b"")
    assert "Traceback" not in message
    assert [word for word in words if word not in re.sub(r"[\s│]+", " ", message)] == []
    if code == 1:
        assert re.fullmatch(r"error: [^\n]+\n", message)


def test_stdin_dash_and_file_give_the_same_digest() -> None:
    by_name, by_stdin, by_dash = (
        run("digest", FR),
        run("digest", stdin=FR.read_bytes()),
        run("digest", "-", stdin=FR.read_bytes()),
    )
    assert by_name.stdout.startswith(b"# Cyberattaque : Clinaverra refuse de payer")
    assert by_name.stdout == by_stdin.stdout == by_dash.stdout
    assert {(each.returncode, each.stderr) for each in (by_name, by_stdin, by_dash)} == {(0, b"")}


def test_format_json_says_what_markdown_says() -> None:
    result = run("digest", EN, "--format", "json", "--key-points", "2", "--summary-words", "30", "--glossary-entries", "1")
    values = json.loads(result.stdout)
    assert (result.returncode, values["schema"], values["language"]["code"]) == (0, "digest/1", "en")
    assert (len(values["key_points"]), len(values["glossary"])) == (2, 1)
    assert len(values["summary"]["text"].split()) <= 36


@pytest.mark.parametrize(("name", "start"), [("d.json", '{\n "schema"'), ("sub/D.JSON", "{\n"), ("d", "# Cyber")])
def test_output_takes_its_format_from_the_suffix(tmp_path: Path, name: str, start: str) -> None:
    result = run("digest", FR, "--output", tmp_path / name)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_a_format_asked_for_goes_before_the_suffix(tmp_path: Path) -> None:
    assert run("digest", FR, "-f", "markdown", "-o", tmp_path / "d.json").returncode == 0
    assert (tmp_path / "d.json").read_text(encoding="utf-8").startswith("# Cyber")


def test_language_is_taken_as_given() -> None:
    text = b"Radio Sernac : concert vendredi.\n"
    assert b"*English" in run("digest", "--language", "en", stdin=text).stdout
    assert "*français".encode() in run("digest", "-l", "fr", stdin=text).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--language", "de"), ("de", "fr", "en")),
        (("--format", "xml"), ("xml", "markdown", "json")),
        (("--summary-words", "0"), ("summary_words", "from 10 to 5000")),
        (("--key-points", "six"), ("--key-points", "integer")),
        (("--nonsense",), ("--nonsense",)),
        (("--output", str(ROOT)), (str(ROOT), "cannot be written")),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_bad_option_is_refused(arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    check_refusal(run("digest", FR, *arguments, COLUMNS="200"), 2, *words)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, ("missing.txt", "no such file")),
        ("a file.txt", b"", ("a file.txt", "holds no words")),
        ("nulls.txt", b"abc\0\1\2def", ("nulls.txt", "binary")),
        ("letter.docx", b"PK\3\4abc", ("letter.docx", "Word document (DOCX)")),
        ("table.csv", b"a,b", ("table.csv", ".csv", ".mht, .mhtml, .pdf, .rss, .text, .txt")),
        ("comune.txt", ITALIAN.encode(), ("comune.txt", "Italian", "French and English")),
    ],
)
def test_an_article_that_cannot_be_digested_is_one_line(
    tmp_path: Path, name: str, data: bytes | None, words: tuple[str, ...]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    check_refusal(run("digest", tmp_path / name, "--output", tmp_path / "out" / "d.md", COLUMNS="20"), 1, *words)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["www.example.org/a", "ftp://example.org/a", "http://127.0.0.1/a b"])
def test_an_address_that_is_none_says_what_one_is(address: str) -> None:
    check_refusal(run("digest", address), 1, address, "starts with http:// or https://")


def test_the_article_is_not_written_over(tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text(NOTE, encoding="utf-8")
    check_refusal(run("digest", article, "--output", article), 2, "is the article itself")
    assert article.read_text(encoding="utf-8") == NOTE


def test_an_output_of_a_format_that_is_not_written_is_refused_and_a_dash_is_stdout(tmp_path: Path) -> None:
    check_refusal(run("digest", FR, "--output", tmp_path / "d.pdf"), 2, "no format for .pdf files", "--format")
    assert not (tmp_path / "d.pdf").exists()
    assert run("digest", FR, "--output", "-").stdout == run("digest", FR).stdout


def test_an_older_output_stays_when_the_article_fails(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("older", encoding="utf-8")
    check_refusal(run("digest", "-", "-o", tmp_path / "d.md", stdin=ITALIAN.encode()), 1, "standard input", "Italian")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["older"]


def test_a_folder_is_pointed_to_batch(tmp_path: Path) -> None:
    check_refusal(run("digest", tmp_path), 1, "is a folder", "summarizer batch")


def test_bytes_are_utf8_whatever_the_locale() -> None:
    result = run("digest", FR, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (result.returncode, result.stderr) == (0, b"")
    assert "rançon" in result.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_crash() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with subprocess.Popen([*COMMAND, "digest", str(FR)], stdout=writer, stderr=subprocess.PIPE, cwd=ROOT) as process:
        os.close(writer)
        assert process.communicate(timeout=60)[1] == b""


@pytest.mark.parametrize("end", ["<&-", ">&-", ">/dev/full"], ids=["no stdin", "no stdout", "disk full"])
def test_a_stream_that_fails_is_one_line(end: str) -> None:
    source = "" if end == "<&-" else str(FR)
    shell = subprocess.run(f"{' '.join(COMMAND)} digest {source} {end}", shell=True, capture_output=True, cwd=ROOT, timeout=60)
    assert b"Traceback" not in shell.stderr
    assert shell.returncode == 1


def test_output_to_a_named_pipe_leaves_it_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    run("digest", "-o", tmp_path / "pipe", stdin=NOTE.encode())
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_version_and_help() -> None:
    assert run("--version").stdout.decode() == f"summarizer {__version__}\n"
    result = run("--help")
    assert result.returncode == 0
    assert re.findall(r"^│ ([a-z]+) {2}", result.stdout.decode(), re.M) == [
        "digest",
        "batch",
        "glossary",
        "terms",
        "serve",
        "models",
    ]
    assert run().returncode == 2
    for option in ("--format", "--output", "--language", "--summary-words", "--key-points", "--glossary-entries"):
        assert option in run("digest", "--help", COLUMNS="120").stdout.decode()


def paste(text: str, *arguments: str) -> tuple[bytes, bytes]:
    """Return stdout and stderr of a run on a terminal into which *text* is pasted, closed with Ctrl-D."""
    keyboard, terminal = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "digest", *arguments], stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    os.close(terminal)
    assert process.stderr is not None
    hint = process.stderr.readline()
    os.set_blocking(keyboard, False)
    data, end = text.encode() + b"\x04", time.monotonic() + 30
    while data and time.monotonic() < end:
        try:
            os.read(keyboard, 65_536)  # the echo, which would fill the terminal's buffer
        except BlockingIOError:
            time.sleep(0.01)
        try:
            data = data[os.write(keyboard, data[:512]) :]
        except BlockingIOError:
            time.sleep(0.01)
    stdout, stderr = process.communicate(timeout=60)
    os.close(keyboard)
    return stdout, hint + stderr


def test_a_terminal_is_told_how_to_paste() -> None:
    stdout, stderr = paste(NOTE)
    assert re.fullmatch(rb"Paste the article.*Ctrl-D.*\r?\n", stderr)
    assert b"Le maire a annonc" in stdout
    assert run("digest", stdin=NOTE.encode()).stderr == b""


@pytest.mark.xfail(reason="the terminal drops what goes beyond 4,095 bytes of a line, and nothing says so", strict=True)
def test_a_long_line_pasted_into_a_terminal_is_read_whole() -> None:
    line = " ".join(f"Le port numéro {number} a rouvert lundi ses quais aux ferries de la région." for number in range(80))
    stdout, _ = paste(f"{line} Voici la fin.\n", "--format", "json")
    assert json.loads(stdout)["text"].endswith("Voici la fin.")


def test_a_terminal_gets_colour_and_a_pipe_markdown() -> None:
    screen, terminal = pty.openpty()
    process = subprocess.Popen([*COMMAND, "digest", str(FR)], stdout=terminal, cwd=ROOT, env=os.environ | {"TERM": "xterm"})
    os.close(terminal)
    page = b""
    try:
        while piece := os.read(screen, 65_536):
            page += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    assert process.wait(timeout=60) == 0
    assert b"\x1b[1" in page
    assert "Les points-clés".encode() in page
    assert b"## " not in page
    assert b"\x1b" not in run("digest", FR, TERM="xterm").stdout


def test_terms_of_files_and_folders_as_a_table(tmp_path: Path) -> None:
    result = run("terms", "samples/fr", EN, "--output", tmp_path / "terms.csv")
    lines = (tmp_path / "terms.csv").read_text(encoding="utf-8").splitlines()
    assert (result.returncode, result.stdout, lines[0]) == (0, b"", "term,lemma,kind,score,frequency,documents,lang")
    assert {line.rsplit(",", 1)[1] for line in lines[1:]} == {"fr", "en"}
    assert any(line.startswith("rançongiciel,") for line in lines)


def test_terms_goes_on_after_a_bad_file_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("terms", FR, tmp_path / "empty.txt", "--format", "json")
    assert result.returncode == 1
    assert b"failed:" in result.stderr
    assert json.loads(result.stdout)[0]["term"]
    missing = run("terms", tmp_path / "none.txt")
    assert (missing.returncode, missing.stdout.count(b"\n")) == (1, 1)
    (tmp_path / "folder").mkdir()
    check_refusal(run("terms", tmp_path / "folder"), 2, "holds no article")
