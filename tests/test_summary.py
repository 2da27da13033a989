"""The synthesis: about as long as asked, in the article's order, no sentence twice, none that hangs in the air."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from summarizer import digest
from summarizer.compression import compress_all
from summarizer.forest import Forest
from summarizer.languages import get_language
from summarizer.results import RankedSentence, Summary
from summarizer.summary import summarise
from summarizer.words import content_words
from tests.conftest import SAMPLES, sentences_of

FR = (
    "Le port de Sernac fermera son quai nord au printemps.",
    "Les grues du quai datent de 1961.",
    "Elles seront démontées une par une.",
    "La criée attend quarante chalutiers chaque matin.",
    "Au printemps, le port de Sernac fermera le quai nord.",
)
EN = (
    "The port of Sarnock will close its north quay in spring.",
    "The cranes on the quay date from 1961.",
    "They will be taken down one by one.",
    "The fish market expects forty trawlers every morning.",
    "In spring, the port of Sarnock will close the north quay.",
)


def summary_of(texts: Sequence[str], scores: Sequence[float], *, lang: str, words: int, no_points: Sequence[int] = ()) -> Summary:
    """Return the synthesis of the sentences *texts*, each a paragraph with the score at its place; *no_points* are places."""
    sentences = sentences_of("\n\n".join(texts), lang)
    assert [sentence.text for sentence in sentences] == list(texts)
    language = get_language(lang)
    ranked = [
        RankedSentence(sentence, score, worth=score, words=dict.fromkeys(content_words(sentence.text, language), 0.5))
        for sentence, score in zip(sentences, scores, strict=True)
    ]
    told_here = [sentences[place].index for place in no_points]
    lines = compress_all(ranked, language=language, limit=30)
    return summarise(ranked, lines, words=words, language=language, no_points=told_here)


def chosen(texts: Sequence[str], scores: Sequence[float], *, lang: str, words: int) -> list[int]:
    """Return the places of the chosen sentences, in the order of the synthesis."""
    return [texts.index(line.text) for line in summary_of(texts, scores, lang=lang, words=words).sentences]


def test_what_cannot_be_a_point_is_rather_told_here_in_french() -> None:
    def held(no_points: Sequence[int]) -> set[str]:
        found = summary_of(FR, (2.0, 1.0, 0.1, 2.0, 0.1), lang="fr", words=20, no_points=no_points)
        return {line.text for line in found.sentences}

    for place in (0, 3):
        assert FR[place] in held([place])
    assert held([0]) != held([3])


@pytest.mark.parametrize(("texts", "lang"), [(FR, "fr"), (EN, "en")])
class TestChoice:
    def test_the_best_come_in_the_order_of_the_article(self, texts: tuple[str, ...], lang: str) -> None:
        assert chosen(texts, (1.0, 2.0, -0.1, 3.0, -0.1), lang=lang, words=500) == [0, 1, 3]

    @pytest.mark.parametrize("words", [10, 16, 25])
    def test_a_combination_is_near_the_length_and_in_order(self, texts: tuple[str, ...], lang: str, words: int) -> None:
        places = chosen(texts, (1.0, 2.0, 0.1, 3.0, 0.1), lang=lang, words=words)
        assert places == sorted(places)
        assert 0.5 * words <= sum(len(texts[place].split()) for place in places) <= 1.4 * words

    @pytest.mark.parametrize("words", [16, 25, 33])
    def test_a_combination_holds_no_pronoun_alone_and_nothing_twice(self, texts: tuple[str, ...], lang: str, words: int) -> None:
        places = chosen(texts, (2.0, 0.1, 9.0, 1.0, 2.0), lang=lang, words=words)
        assert 2 not in places or 1 in places
        assert not {0, 4} <= set(places)

    def test_what_says_the_same_again_does_not_come(self, texts: tuple[str, ...], lang: str) -> None:
        assert chosen(texts, (3.0, 1.0, 0.1, 1.0, 2.9), lang=lang, words=500).count(4) == 0

    def test_a_pronoun_comes_only_with_what_it_stands_for(self, texts: tuple[str, ...], lang: str) -> None:
        assert chosen(texts, (2.0, -1.0, 9.0, 1.0, -1.0), lang=lang, words=500) == [0, 3]
        assert chosen(texts, (2.0, 1.0, 9.0, 1.0, -1.0), lang=lang, words=500) == [0, 1, 2, 3]

    def test_what_speaks_against_a_sentence_keeps_it_out(self, texts: tuple[str, ...], lang: str) -> None:
        assert chosen(texts, (2.0, -0.1, -0.1, 1.0, -0.1), lang=lang, words=500) == [0, 3]

    def test_one_sentence_comes_even_when_all_are_too_long(self, texts: tuple[str, ...], lang: str) -> None:
        assert len(chosen(texts, (3.0, 0.1, 0.1, 0.1, 2.0), lang=lang, words=3)) == 1

    def test_no_pronoun_comes_alone_even_when_all_are_too_long(self, texts: tuple[str, ...], lang: str) -> None:
        assert chosen(texts, (2.0, 1.0, 9.0, 1.0, 1.0), lang=lang, words=3) != [2]

    def test_a_quotation_that_goes_on_is_closed(self, texts: tuple[str, ...], lang: str) -> None:
        opened = {"fr": "Le maire a dit : « le quai du port fermera.", "en": "The mayor said: “the quay of the port will close."}
        closed = {"fr": f"{opened['fr']} »", "en": f"{opened['en']}”"}
        summary = summary_of((opened[lang], *texts[1:4]), (9.0, 1.0, -1.0, 1.0), lang=lang, words=20)
        assert closed[lang] in [line.text for line in summary.sentences]

    def test_a_quotation_left_open_without_its_speaker_does_not_come(self, texts: tuple[str, ...], lang: str) -> None:
        opened = {"fr": "« Le quai du port fermera en mai.", "en": "“The quay of the port will close in May."}
        summary = summary_of((opened[lang], *texts[1:4]), (9.0, 1.0, -1.0, 1.0), lang=lang, words=20)
        assert not any("fermera" in line.text or "close" in line.text for line in summary.sentences)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_sentence_gives_no_line(lang: str) -> None:
    assert summarise([], {}, words=60, language=get_language(lang)) == Summary(())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les marchands de Lorvance posent trois conditions au départ du marché :"),
        ("en", "The traders of Lorvance set three conditions for moving the market:"),
    ],
)
def test_the_announcement_of_a_list_does_not_come_alone(lang: str, text: str) -> None:
    texts = (text, *(FR if lang == "fr" else EN)[1:4])
    summary = summary_of(texts, (9.0, 1.0, 0.1, 1.0), lang=lang, words=20)
    assert summary.sentences[0].text.rstrip(".") != text.rstrip(": ")


def test_what_a_pronoun_says_gives_way_where_the_ranker_has_no_preference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Forest, "predict", lambda _, rows: np.zeros(len(rows)))
    texts = (
        "\u201cThe quay is old and nobody has mended the northern wall\u201d, he added.",
        "The ferry to Skell island stops in October for good.",
    )
    assert chosen(texts, (2.0, 1.0), lang="en", words=12) == [1]


@pytest.mark.parametrize("words", [30, 60, 120])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_summarised_in_about_as_many_words_as_asked(path: Path, words: int) -> None:
    result = digest(path, summary_words=words)
    length = len(result.summary.text.replace("«", "").replace("»", "").replace(" : ", " ").split())
    assert 0.7 * words <= length <= 1.25 * words
    evidence = [line.evidence for line in result.summary.sentences]
    assert evidence == sorted(set(evidence))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_question_and_no_unclosed_quotation_in_the_summary_of_a_sample(path: Path) -> None:
    for line in digest(path, summary_words=120).summary.sentences:
        assert not line.text.rstrip('»”" ').endswith("?")
        assert line.text.count("«") == line.text.count("»")
        assert line.text.count("“") == line.text.count("”")
        assert line.text.count('"') % 2 == 0
