"""Reading: pasted text, Markdown, encodings and bad input, by the cases of ``cases/reading.json``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import errors, reading
from summarizer.errors import EmptyArticleError, ReadingError
from summarizer.reading import source as source_module
from summarizer.types import Article, Source
from tests.conftest import cases

# Lines with the marks by which the reader tells blocks apart, between words of any script.
_LINES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["Le", "canal", "rouvre", "12", "3.5", "a)", "—", "« oui »", "why?", "end.", "été,"]), max_size=18
    ).map(" ".join),
    st.sampled_from(
        ["", "- ", "• item", "1. Titre", "(2) deux", "====", "# titre", "12) 5 ponts", "\tretrait", "a\x0bb", "c\u2028d"]
    ),
)


def having(key: str) -> list[Any]:
    return [case for case in cases("reading") if key in case.values[0]]


def read(data: bytes, case: dict[str, Any]) -> Article:
    return reading.read_bytes(data, name="case", suffix=case.get("suffix", ""))


@pytest.mark.parametrize("case", having("lines"))
def test_text_is_split_into_its_blocks(case: dict[str, Any]) -> None:
    article = read("\n".join(case["lines"]).encode(), case)
    if "blocks" in case:
        assert [[block.kind, block.text] for block in article.blocks] == case["blocks"]
    else:
        assert [block.text for block in article.blocks] == case["texts"]


@pytest.mark.parametrize("case", having("encoding"))
def test_text_is_decoded(case: dict[str, Any]) -> None:
    data = (case.get("mark", "") + case["text"]).encode(case["encoding"])
    (block,) = read(data[: len(data) - case.get("cut", 0)], case).blocks
    assert block.text.rstrip("\ufffd") == case.get("keeps", case["text"])


@pytest.mark.parametrize("case", having("error"))
def test_bad_input_is_refused_with_its_cause(case: dict[str, Any]) -> None:
    data = (case["bytes"] * case.get("times", 1)).encode("latin-1")
    with pytest.raises(ReadingError, match=f"^case: .*({case['says']})") as caught:
        read(data, case)
    assert type(caught.value) is getattr(errors, case["error"])


@pytest.mark.parametrize("case", having("source"))
def test_a_string_is_a_path_or_the_text(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if "says" in case:
        with pytest.raises(ReadingError, match=case["says"]):
            reading.read(case["source"])
    else:
        assert [block.text for block in reading.read(case["source"]).blocks] == case["texts"]


def test_a_sentence_too_long_for_a_file_name_is_the_article() -> None:
    sentence = "Le conseil municipal de Vaubrun a voté hier soir " + "la remise en état des berges et " * 10 + "rien d'autre."
    assert [block.text for block in reading.read(sentence).blocks] == [sentence]


@pytest.mark.parametrize("as_type", [str, Path])
def test_a_file_is_read_by_its_path(as_type: type[str] | type[Path], tmp_path: Path) -> None:
    path = tmp_path / "Mon article.MD"
    path.write_text("# Le canal rouvre\n\nLe maire parle.\n", encoding="utf-8")
    article = reading.read(as_type(path))
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
    assert article.source == Source("Mon article.MD", "text/markdown")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"absent\.txt: no such file"):
        reading.read(tmp_path / "absent.txt")
    with pytest.raises(ReadingError, match=r"is a folder; use `summarizer batch"):
        reading.read(str(tmp_path))


def test_input_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_INPUT_BYTES", 2_000_000)
    path = tmp_path / "livre.txt"
    path.write_bytes(b"mot " * 750_000)
    message = "3 MB is more than the 2 MB that are read"
    with pytest.raises(ReadingError, match=message):
        reading.read(path)
    with pytest.raises(ReadingError, match=message):
        reading.read_bytes(path.read_bytes(), name="collé")
    assert len(reading.read_bytes(b"mot " * 500_000, name="collé").blocks) == 1


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not re.search(r"[^\W\d_]", text):
        with pytest.raises(EmptyArticleError):
            reading.from_text(text, Source("any", "text/plain"))
        return
    blocks = reading.from_text(text, Source("any", "text/plain")).blocks
    assert [word for block in blocks for word in re.findall(r"[^\W\d_]{2,}", block.text)] == words
    assert all(block.text == block.text.strip() for block in blocks)
