"""What the tests share: samples, the shared seeds where they are at hand, short ways to a document."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from summarizer import analysis, cleaning, detection, reading
from summarizer.types import Document, LanguageGuess, Sentence, Source

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path for lang in ("en", "fr") for path in (ROOT / "samples" / lang).glob("*.*"))
SHARED = ROOT.parent / "shared"
CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """Return the cases of ``cases/<name>.json`` as parameters; one with a ``fails`` reason is a strict known failure."""
    rows: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(row, id=row["id"], marks=[pytest.mark.xfail(reason=row["fails"], strict=True)] if "fails" in row else [])
        for row in rows
    ]


def document_of(text: str, lang: str) -> Document:
    """Return *text* read and cleaned as an article in *lang*."""
    article = reading.from_text(text, Source("test", "text/plain"))
    languages = detection.block_languages([block.text for block in article.blocks], default=lang)
    return cleaning.clean(article, LanguageGuess(lang, 1.0), languages)


def sentences_of(text: str, lang: str) -> tuple[Sentence, ...]:
    """Return the sentences of *text* as an article in *lang*."""
    document = document_of(text, lang)
    return analysis.sentences(document, doc_of(document))


def doc_of(document: Document) -> Doc:
    """Return *document* analysed by the built-in pipeline."""
    return analysis.analyse(document, pipeline=analysis.load_pipeline(document.language.code))


def require(*libraries: str) -> None:
    """Skip the module where one of these optional *libraries* is missing; fail where CI says that all must be there."""
    missing = [name for name in libraries if importlib.util.find_spec(name) is None]
    if missing and os.environ.get("REQUIRE_NEURAL"):
        raise ImportError(f"{', '.join(missing)}: not installed, and REQUIRE_NEURAL is set; run `make neural`")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}; run `make neural`", allow_module_level=True)


def shared(name: str) -> Path:
    """Return a path of the shared material, or skip the test where it is not at hand."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared material is not at hand: {name}")
    return path
