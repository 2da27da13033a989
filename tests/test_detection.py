"""Language detection: of a text, of a page in two languages, of a few words, by the cases of ``cases/detection.json``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import detection, reading
from summarizer.errors import EmptyArticleError, LanguageError
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.types import Article, LanguageGuess, Source
from tests.conftest import SAMPLES, cases


def having(key: str) -> list[Any]:
    return [case for case in cases("detection") if key in case.values[0]]


def article(*blocks: str) -> Article:
    return reading.from_text("\n\n".join(blocks), Source("case", "text/plain"))


@pytest.mark.parametrize("case", [case for case in having("text") if "refused" not in case.values[0]])
def test_french_and_english_are_told_apart(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(LanguageError, match=f"^case: .*{case['error']}"):
            detection.detect(article(case["text"]))
    else:
        guess = detection.detect(article(case["text"]))
        assert guess.code == case["language"]
        assert 0.5 < guess.confidence <= 1


@pytest.mark.parametrize("case", having("refused"))
def test_another_language_is_refused_by_its_name(case: dict[str, Any]) -> None:
    with pytest.raises(LanguageError, match=rf"^case: .*\b{case['refused']}\b.*French and English"):
        detection.detect(article(case["text"]))


@pytest.mark.parametrize("case", having("page"))
def test_paragraphs_in_the_other_language_are_left_out_and_noted(case: dict[str, Any]) -> None:
    document = Digester().prepare(article(*case["page"]))
    assert document.language.code == case["language"]
    assert [fix.before for fix in document.fixes if fix.code == "foreign-language"] == case["left_out"]
    assert [block.text for block in document.blocks] == [text for text in case["page"] if text not in case["left_out"]]
    assert [note.code for note in document.notes] == ["mixed-language"] * case["note"]


def test_the_note_counts_what_was_left_out_in_the_language_of_the_article() -> None:
    french, english = (
        "La mairie a rouvert mardi le canal, fermé depuis six ans, et les élus des villages voisins s'en félicitent avec elle.",
        "The council will not say what the works have cost so far, or who is going to pay for them when the bill comes in May.",
    )
    (note,) = Digester().prepare(article(french, french.replace("mardi", "lundi"), english)).notes
    assert note.message == "1 paragraphe(s) dans une autre langue que le français (26 mots) n'ont pas été résumés."


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_in_the_language_of_its_folder(path: Any) -> None:
    assert detection.detect(reading.read(path)).code == path.parent.name


def test_the_language_that_the_options_name_is_taken() -> None:
    document = Digester(Options(language="en")).prepare(article("Inflation", "Berlin 2024"))
    assert document.language == LanguageGuess("en", 1.0)


@pytest.mark.xfail(reason="says that the page is nothing but menus and calls to action", strict=True)
def test_an_article_in_another_language_than_the_options_name_is_called_that() -> None:
    french = (
        "La mairie a rouvert mardi le canal, fermé depuis six ans, et les élus des villages voisins s'en félicitent avec elle."
    )
    with pytest.raises((LanguageError, EmptyArticleError), match=r"(?i)french|language"):
        Digester(Options(language="en")).prepare(article(french))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_gets_a_language_or_a_language_error(text: str, default: str) -> None:
    try:
        guess = detection.detect_text(text)
    except LanguageError:
        guess = LanguageGuess(default, 1.0)
    assert guess.code in ("fr", "en")
    assert 0 < guess.confidence <= 1
    assert detection.block_languages([text, ""], default=default)[1] == default
