"""README and the other pages tell the truth: the output shown is the output, commands and options exist, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = (
    sorted(ROOT.glob("*.md"))
    + sorted((ROOT / "docs").glob("*.md"))
    + [ROOT / "models" / "README.md", ROOT / "samples" / "README.md"]
)


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "summarizer", *arguments], capture_output=True, cwd=ROOT, check=True)
    return done.stdout.decode()


def test_the_output_shown_is_the_output() -> None:
    shown = re.search(r"<!-- output -->\n(.*?)<!-- end of output -->", README, re.DOTALL)
    assert shown is not None
    quoted = "".join(line.removeprefix("> ").removeprefix(">") for line in shown.group(1).strip().splitlines(keepends=True))
    expected = run("digest", "samples/fr/depeche_agence.txt")
    assert (
        re.sub(r"^#+ ", "**", quoted, flags=re.MULTILINE).strip() == re.sub(r"^#+ ", "**", expected, flags=re.MULTILINE).strip()
    )


def test_every_option_named_exists() -> None:
    helps = "".join(run(command, "--help") for command in ("digest", "batch", "serve"))
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - {"--help", "--json", "--data-binary"}:
        assert option in helps


def test_the_python_example_runs() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    done = subprocess.run([sys.executable, "-c", example.group(1)], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.decode().count("|") >= 4


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8"))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
