"""Marian by the real path: a tiny model that learnt a few lines, whole digest included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import document_of, require

require("torch", "transformers", "sentencepiece", "ctranslate2")

from summarizer.engines.seq2seq.codec import Codec  # noqa: E402
from summarizer.engines.seq2seq.conversion import convert  # noqa: E402
from summarizer.engines.seq2seq.marian import load_marian  # noqa: E402
from summarizer.engines.seq2seq.running import load_writer  # noqa: E402
from summarizer.errors import EngineError  # noqa: E402
from summarizer.options import Options  # noqa: E402
from summarizer.results import Digest, Glossary, Line, Summary  # noqa: E402
from summarizer.translation import translate_digest  # noqa: E402
from summarizer.types import Span  # noqa: E402

if TYPE_CHECKING:
    from tests.tiny_models import Lesson

PAIRS = (
    ("Le pont de Vernaise rouvre lundi.", "The bridge of Vernaise opens on Monday."),
    ("La mairie a payé 4,5 millions d'euros.", "The city paid 4,5 million euros."),
    ("Elle a refusé 310.000 euros.", "It refused some euros."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.tiny_models import build

    def lessons(codec: Codec) -> Sequence[Lesson]:
        return [(one, "fr", "en", other) for one, other in PAIRS]

    return build("marian", tmp_path_factory.mktemp("marian") / "fr-en", lessons)


def options(folder: Path) -> Options:
    return Options(to="en", translation_model=str(folder), offline=True, device="cpu")


def test_it_translates_line_by_line(folder: Path) -> None:
    ones, others = zip(*PAIRS, strict=True)
    assert load_marian(options(folder)).translate(ones, "fr", "en") == others
    assert load_marian(options(folder)).translate((), "fr", "en") == ()


def test_the_converted_model_translates_the_same(folder: Path, tmp_path: Path) -> None:
    ones, others = zip(*PAIRS, strict=True)
    assert load_marian(options(convert(str(folder), tmp_path / "int8"))).translate(ones, "fr", "en") == others


def test_the_other_direction_is_refused(folder: Path) -> None:
    with pytest.raises(EngineError, match="translates from fr to en, not en to fr"):
        load_marian(options(folder)).translate(("The bridge opens.",), "en", "fr")


def test_a_multilingual_model_is_told_the_language(folder: Path) -> None:
    codec = load_writer(str(folder), offline=True, device="cpu").codec
    codec.tokenizer.supported_language_codes = [">>fra<<", ">>eng<<"]
    texts: list[str] = []
    asked = replace(codec, tokenizer=_Spy(codec.tokenizer, texts))
    asked.encode("Le pont", lang="fr", to="en")
    assert texts == [">>eng<< Le pont"]


class _Spy:
    """A tokenizer that remembers the texts it was given."""

    def __init__(self, tokenizer: object, texts: list[str]) -> None:
        self._tokenizer, self._texts = tokenizer, texts

    def __call__(self, text: str, **settings: object) -> object:
        self._texts.append(text)
        return self._tokenizer(text, **settings)  # type: ignore[operator]

    def __getattr__(self, name: str) -> object:
        return getattr(self._tokenizer, name)


def test_a_digest_keeps_what_the_translation_lost(folder: Path) -> None:
    text = "\n\n".join(one for one, _ in PAIRS)
    document = document_of(text, "fr")
    spans = [Span(document.text.index(one), document.text.index(one) + len(one)) for one, _ in PAIRS]
    lines = tuple(Line(span.of(document.text), (span,)) for span in spans)
    digest = Digest(replace(document, title=""), Summary(lines), (), Glossary(()), ())
    made = translate_digest(digest, to="en", translator=load_marian(options(folder)))
    assert made.translation is not None
    assert [line.text for line in made.translation.summary.sentences] == [
        PAIRS[0][1],
        "The city paid 4.5 million euros.",
        PAIRS[2][0],
    ]
    assert [(note.code, "310000" in note.message) for note in made.translation.notes] == [("line-untranslated", True)]
