"""``summarizer glossary`` as a real process, ``--termbase`` on the commands that take it, and the glossaries in samples/."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.rendering.glossaries import skos_checks, tbx_checks
from tests.conftest import ROOT

GLOSSARIES = ROOT / "samples" / "glossaries"
TERMBASE = GLOSSARIES / "termes_redaction.csv"
NOTE = "# Le quai\n\nLe maire a fermé le quai lundi. Une plateforme agréée (PA) envoie les factures, et un rançongiciel rôde.\n"
OTHER = "# Le port\n\nUn rançongiciel a touché le port de Morlac mardi. Le QZX a été saisi, et le QZX enquête sur les faits.\n"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "summarizer", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "sub").mkdir(parents=True)
    (made / "quai.md").write_text(NOTE, encoding="utf-8")
    (made / "sub" / "port.md").write_text(OTHER, encoding="utf-8")
    return made


def test_markdown_on_stdout_and_a_file_by_its_suffix(folder: Path, tmp_path: Path) -> None:
    result = run("glossary", folder, "--language", "fr")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert text.startswith("# Glossaire du corpus\n*2 articles · ")
    assert "- **Rançongiciel** : " in text
    assert "emplois : 2 · articles : 2" in text
    assert text.index("## Termes à définir") < text.index("**QZX**")
    written = run("glossary", folder, "--language", "fr", "--output", tmp_path / "g.xlsx")
    assert (written.returncode, written.stdout, written.stderr) == (0, b"", b"")
    assert load_workbook(tmp_path / "g.xlsx")["glossary"].max_row > 2


def test_what_most_readers_know_is_counted_where_only_another_article_explains_it(tmp_path: Path) -> None:
    about = "Un satellite en panne\n\nLe satellite perd la base de données des fœtus, dit le directeur.\n"
    aside = (
        "Le conseil municipal de Brévigny\n\nLa mairie a voté lundi le budget du canal, des écluses et des quais. Les élus ont "
        "parlé de la hausse des prix. Une image prise par satellite montre la berge effondrée. Les travaux commencent en mai.\n"
    )
    for name, text in (("about.txt", about), ("aside.txt", aside)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    aside_alone = json.loads(run("digest", tmp_path / "aside.txt", "--format", "json").stdout)
    assert "satellite" not in {entry["term"] for entry in aside_alone["glossary"]}
    entries = json.loads(run("glossary", tmp_path, "--format", "json").stdout)["entries"]
    assert [entry["articles"] for entry in entries if entry["id"] == "satellite"] == [["about.txt", "aside.txt"]]


@pytest.mark.parametrize("command", ["glossary", "terms"])
def test_every_article_of_a_feed_and_an_archive_is_read(command: str) -> None:
    mixed = ROOT / "samples" / "mixed"
    result = run(command, mixed / "harbour_news.rss", mixed / "week.zip", "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert ('"articles": 5' in text) if command == "glossary" else ("kelpworks" in text)
    assert ("harbour_news.rss#002-" in text) if command == "glossary" else ("perrine salvage" in text)


def test_one_article_that_fails_costs_an_exit_code_and_nothing_else(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    result = run("glossary", folder, "--language", "fr", "--format", "csv", "--undefined", "0", "--termbase", TERMBASE)
    assert result.returncode == 1
    assert b"failed: " in result.stderr
    assert b"bad.txt" in result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout.decode())))
    assert {row["status"] for row in rows} == {"defined"}
    found = next(row for row in rows if row["term"] == "plateforme agréée")
    assert (found["origin"], found["source"], found["articles"]) == ("termbase", "termes_redaction.csv", "quai.md")


@pytest.mark.parametrize("command", ["digest", "batch", "glossary", "terms"])
def test_a_bad_termbase_stops_each_command_with_file_and_line(command: str, folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("terme;langue;définition\nquai;;mur\n", encoding="utf-8")
    source = folder / "quai.md" if command == "digest" else folder
    out = ("--out", str(tmp_path / "out")) if command == "batch" else ()
    result = run(command, source, "--termbase", bad, *out)
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.decode() == f"error: {bad}: 2: the row has no language; write fr or en\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_without_articles_and_a_wrong_format_are_bad_usage(tmp_path: Path) -> None:
    empty = run("glossary", tmp_path)
    assert (empty.returncode, empty.stdout) == (2, b"")
    assert b"holds no article" in empty.stderr
    assert run("glossary", tmp_path, "--format", "docx").returncode == 2


def test_digest_defines_by_the_termbase(folder: Path) -> None:
    result = run("digest", folder / "quai.md", "--language", "fr", "--format", "json", "--termbase", TERMBASE)
    entries = {entry["term"]: entry for entry in json.loads(result.stdout)["glossary"]}
    assert (entries["PA"]["origin"], entries["PA"]["expansion"]) == ("termbase", "plateforme agréée")
    assert entries["rançongiciel"]["origin"] == "lexicon"


@pytest.mark.parametrize(("name", "checks"), [("samples.tbx", tbx_checks), ("samples.ttl", skos_checks)])
def test_the_glossaries_in_samples_pass_the_checks_and_are_fresh(name: str, checks: object, tmp_path: Path) -> None:
    data = (GLOSSARIES / name).read_bytes()
    assert list(checks.problems(data)) == []  # type: ignore[attr-defined]
    sources = [str(ROOT / "samples" / lang) for lang in ("fr", "en")]
    made = CliRunner().invoke(app, ["glossary", *sources, "--termbase", str(TERMBASE), "--output", str(tmp_path / name)])
    assert made.exit_code == 0
    assert (tmp_path / name).read_bytes() == data, "write the samples again: make samples"
