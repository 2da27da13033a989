"""The rules of docs/architecture.md, read off the source with ast."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

import pytest

import summarizer
from tests.conftest import ROOT

PACKAGE = ROOT / "summarizer"
FILES = sorted(PACKAGE.rglob("*.py"))
# Each layer may import those before it, and itself only where the layer is one package.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("types", "errors"),
    ("results", "concepts", "resources", "options", "spans", "quotations", "extras", "files"),
    ("languages",),
    ("words", "captions", "forest", "logistic", "background"),
    ("judge", "encoder", "letters"),
    ("needs",),
    ("lexicon",),
    (
        "reading",
        "detection",
        "cleaning",
        "analysis",
        "extraction",
        "ranking",
        "references",
        "leaning",
        "compression",
        "summary",
        "keypoints",
        "glossary",
        "rendering",
    ),
    ("support",),
    ("grounding",),
    ("corpus_terms", "engines", "collection"),
    ("translation",),
    ("corpus_glossary",),
    ("pipeline",),
    ("batch",),
    ("distributed",),
    ("web",),
    ("cli",),
    ("__main__", "__init__"),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
# Third-party library -> where it may be imported.
BORDERS = {
    "spacy": ("analysis", "extraction", "ranking", "corpus_terms", "corpus_glossary", "pipeline"),
    "numpy": ("analysis", "batch", "encoder", "forest", "judge", "ranking", "support"),
    "langdetect": ("detection",),
    "charset_normalizer": ("reading",),
    "markdown_it": ("reading",),
    "filelock": ("batch",),
    "pyarrow": ("batch",),
    "ray": ("distributed",),
    "rensa": ("batch",),
    "threadpoolctl": ("batch",),
    "trafilatura": ("reading",),
    "pypdf": ("reading",),
    "docx": ("reading",),
    "feedparser": ("reading",),
    "typer": ("cli",),
    "torch": ("engines",),
    "transformers": ("engines",),
    "huggingface_hub": ("engines",),
    "ctranslate2": ("engines",),
    "babel": ("translation",),
    "httpx": ("engines", "reading"),
    "json_repair": ("engines",),
    "rich": ("cli", "rendering"),
    "jinja2": ("rendering",),
    "lxml": ("lexicon", "reading", "rendering"),
    "openpyxl": ("lexicon", "rendering"),
    "rdflib": ("rendering",),
    "anyio": ("web",),
    "python_multipart": ("web",),
    "starlette": ("web",),
    "uvicorn": ("web",),
}
MOST_LINES = 300
MOST_FUNCTION_LINES = 40


def room(path: Path) -> str:
    """Return the module or subpackage directly under the package in which *path* stands."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            modules = (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "summarizer" else {str(node.module)}
            )
            names |= modules
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downward(path: Path) -> None:
    own = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "summarizer":
            assert own in BORDERS.get(parts[0], (own,)), f"{name} is imported outside its module"
        elif own != "__init__" and len(parts) > 1 and parts[1] not in (own, "__version__"):
            assert parts[1] in LEVEL, f"{name}: name the layer of this module"
            assert LEVEL[parts[1]] < LEVEL[own], f"{own} imports {parts[1]}, which does not stand below it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if room(path) != "languages":
        assert source.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and room(path) != "cli":
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, f"{node.name} is too long"


def test_all_names_of_the_package_exist_and_are_documented() -> None:
    assert sorted(summarizer.__all__) == summarizer.__all__
    for name in summarizer.__all__:
        assert getattr(summarizer, name).__doc__


def test_the_library_prints_nothing_and_asserts_nothing() -> None:
    for path in FILES:
        if room(path) in ("cli", "__main__") or path.name == "checks.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.Assert), f"{path}: assert"
            assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"), f"{path}: print"


def test_the_wheel_lists_every_package() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert listed == found | {"summarizer.models"}
