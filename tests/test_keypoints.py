"""Key points: each role to the sentence that earns it; the cases are in cases/keypoints.json."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from summarizer import Digester, Options, digest, reading
from summarizer.captions import is_caption
from summarizer.compression import compress_all
from summarizer.keypoints import pick_key_points, with_brief_news
from summarizer.keypoints.speakers import names_somebody, with_known_speakers
from summarizer.languages import get_language
from summarizer.options import LANGUAGES
from summarizer.results import KeyPoint, Line, RankedSentence, Summary
from summarizer.types import ROLES, Role, Source
from summarizer.words import count_words
from tests.conftest import SAMPLES, cases, sentences_of


@pytest.mark.parametrize("case", cases("keypoints"))
def test_each_role_goes_to_the_sentence_that_earns_it(case: dict[str, Any]) -> None:
    article = reading.from_text("\n\n".join(case["article"]), Source("case", "text/plain"))
    points = Digester(Options(language=case["lang"], key_points=case["count"])).digest(article).key_points
    by_role = {role: " | ".join(point.text for point in points if point.role == role) for role in ROLES}
    assert {role: text for role, text in case.get("roles", {}).items() if text not in by_role[role]} == {}
    assert [(role, by_role[role]) for role in case.get("without", []) if by_role[role]] == []
    assert [point.text for point in points if any(text in point.text for text in case.get("never", []))] == []
    assert points[0].role == "event"
    assert len(points) <= case["count"]
    labels = get_language(case["lang"]).role_labels
    assert all(point.label == labels[point.role] for point in points)


@pytest.mark.parametrize(("count", "words"), [(0, 30), (1, 30), (3, 12), (6, 30), (50, 30)])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_no_more_and_no_longer_points_than_asked(path: Path, count: int, words: int) -> None:
    points = digest(path, key_points=count, key_point_words=words).key_points
    assert len(points) <= count
    assert all(5 <= count_words(point.text) <= words for point in points)
    assert len({point.line.evidence for point in points}) == len(points)
    order = [ROLES.index(point.role) for point in points]
    assert order == sorted(order)
    assert not points or points[0].role == "event"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_four_points_of_three_roles_at_least(path: Path) -> None:
    points = digest(path).key_points
    assert len(points) >= 4
    assert len({point.role for point in points}) >= 3


def test_the_news_is_cut_further_where_the_synthesis_tells_all_of_it() -> None:
    (sentence,) = sentences_of("The ferry to Skell island will stop running in October, the harbour board said on Monday.", "en")
    whole, brief = Line(sentence.text, (sentence.span,)), Line("The ferry to Skell island will stop.", (sentence.span,))
    points = (KeyPoint("event", "The news", whole),)

    def shortened(summary: Summary, line: Line) -> str:
        ranked = (RankedSentence(sentence, 1.0),)
        found = with_brief_news(points, ranked, summary=summary, shorten=lambda items, limit: {sentence.index: line})
        return found[0].text

    assert shortened(Summary((whole,)), brief) == brief.text
    assert shortened(Summary(()), brief) == whole.text
    assert shortened(Summary((whole,)), whole) == whole.text
    assert with_brief_news((), (), summary=Summary((whole,)), shorten=lambda items, limit: {}) == ()


NEWS = (
    "The ferry to Skell island will stop running in October.",
    "The harbour needs a new quay before winter.",
    "It will cost nine million pounds.",
    "The islanders have written to the minister.",
)


def points_of(
    values: tuple[float, ...], *, words: int, text: str = " ".join(NEWS), cause: int | None = None, told: tuple[int, ...] = ()
) -> list[str]:
    """Return two points of *text*, its sentences worth *values*; one surely is a *cause*, the synthesis has those *told*."""
    language = get_language("en")
    roles = {role: 1 / len(ROLES) for role in ROLES}
    surely = {role: 0.9 if role == "cause" else 0.1 / (len(ROLES) - 1) for role in ROLES}
    ranked = [
        RankedSentence(
            sentence,
            value,
            value=value,
            worth=value,
            roles=surely if sentence.index == cause else roles,
            traits={"first_person": " I " in sentence.text},
        )
        for sentence, value in zip(sentences_of(text, "en"), values, strict=True)
    ]
    lines = compress_all(ranked, language=language, limit=words)
    summary = Summary(tuple(lines[index] for index in told))
    points = pick_key_points(ranked, lines, title=None, summary=summary, count=2, words=words, language=language)
    return [point.text for point in points]


def test_a_sentence_that_leans_comes_with_the_one_before_it_where_both_have_room() -> None:
    assert points_of((2.0, 0.9, 0.9, 0.3), words=20) == [NEWS[0], f"{NEWS[1]} {NEWS[2]}"]


def test_the_reason_is_a_point_though_the_synthesis_tells_it_and_other_lines_are_none() -> None:
    text = "The ferry to Skell island will stop running in October. The reason is the quay, which has sunk. The islanders wrote."
    told = "The reason is the quay, which has sunk."
    assert points_of((2.0, 0.9, 0.3), words=20, text=text, cause=1, told=(0, 1))[1] == told
    assert told not in points_of((2.0, 0.9, 0.3), words=20, text=text, told=(0, 1))


def test_a_sentence_that_leans_does_not_come_where_there_is_no_room() -> None:
    assert points_of((2.0, 0.9, 0.9, 0.3), words=12) == [NEWS[0], NEWS[1]]


def test_two_short_sentences_do_not_share_a_line_where_the_second_is_worth_nothing() -> None:
    assert points_of((2.0, 0.9, -0.5, 0.3), words=20) == [NEWS[0], NEWS[1]]


@pytest.mark.parametrize("marks", ['""', "«»", "“”"])
def test_what_somebody_says_in_the_middle_of_a_quotation_is_no_point(marks: str) -> None:
    text = (
        f"{marks[0]}The harbour sold its quays. The coffers are empty since May. The worst is over,{marks[1]} said Luke Vernay."
    )
    assert "The coffers are empty since May." not in points_of((0.5, 2.0, 0.4), words=20, text=text)
    outside = "The harbour sold its quays. The coffers are empty since May. The worst is over, said Luke Vernay."
    assert points_of((0.5, 2.0, 0.4), words=20, text=outside)[0] == "The coffers are empty since May."


def test_a_quotation_that_goes_on_is_not_joined_with_its_next_sentence() -> None:
    text = (
        "The ferry to Skell island will stop running in October. The mayor said: \u201cWe need a new quay. It is too old.\u201d"
        " The islanders have written to the minister."
    )
    assert points_of((2.0, 0.9, 0.9, 0.3), words=20, text=text)[1] == "The mayor said: \u201cWe need a new quay.\u201d"


def test_an_item_of_a_list_of_results_is_no_point() -> None:
    text = " ".join((NEWS[0], "2003 Regatta Skell v Lorne 4.12m.", NEWS[3]))
    assert points_of((2.0, 1.5, 0.5), words=12, text=text) == [NEWS[0], NEWS[3]]


def test_a_sentence_with_the_label_of_a_caption_gives_way() -> None:
    text = " ".join((NEWS[0], "Bitter: The islanders carried lanterns to the harbour.", NEWS[3]))
    assert points_of((2.0, 0.9, 0.5), words=12, text=text) == [NEWS[0], NEWS[3]]


def test_a_quotation_whose_speaker_is_a_pronoun_gives_way() -> None:
    text = " ".join((NEWS[0], "\u201cThe harbour needs a new quay before winter\u201d, he added.", NEWS[3]))
    assert points_of((2.0, 0.9, 0.5), words=12, text=text) == [NEWS[0], NEWS[3]]


@pytest.mark.parametrize(
    ("news", "kept"),
    [
        ("Le maire, Jean Dupont, ferme le pont.", True),
        ("Les fêtes de Bayonne sont annulées.", False),
        ("Neuf ponts sont à refaire, selon l'université Jean Dupont.", False),
    ],
)
def test_a_pronoun_speaks_only_below_a_line_that_names_somebody(news: str, kept: bool) -> None:
    points: list[tuple[Role, Line]] = [("event", Line(news, ())), ("reaction", Line("« Je pars », a-t-il dit.", ()))]
    assert (len(with_known_speakers(points, get_language("fr"))) == 2) == kept


def test_what_somebody_says_of_himself_between_single_quotes_may_be_a_point() -> None:
    said = "The mayor said: \u2018We need a new quay and I will see to it.\u2019"
    assert points_of((2.0, 0.9, 0.3), words=20, text=" ".join((NEWS[0], said, NEWS[3])))[1] == said


def test_the_writer_speaks_of_himself_only_where_nobody_is_named_who_says_it() -> None:
    own, told = "The quay will sink before I leave it in October.", "The quay will sink before I act, the engineers claim."
    assert own not in points_of((2.0, 1.5, 0.3), words=12, text=" ".join((NEWS[0], own, NEWS[3])))
    assert told in points_of((2.0, 1.5, 0.3), words=12, text=" ".join((NEWS[0], told, NEWS[3])))


@pytest.mark.parametrize("text", ["A" * 4_000 + " b", "A-" * 4_000 + "x", "Ab " * 4_000 + "x"], ids=["word", "hyphens", "names"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_of_capitals_is_judged_at_once(lang: str, text: str) -> None:
    started = time.perf_counter()
    is_caption(text, get_language(lang))
    names_somebody(text, get_language(lang))
    assert time.perf_counter() - started < 3


POSTS = {
    "fr": """# La ville de Sarnac abandonne ses vélos en libre-service

La mairie de Sarnac a retiré lundi les 600 vélos en libre-service qu'elle louait depuis 2021 à la société Vélodrive.

## Pourquoi la mairie a-t-elle dit stop ?

La société ne réparait plus les vélos abîmés et refusait de payer les pénalités du contrat.

## Les conséquences

Les étudiants du campus nord devront attendre un bus qui ne passe que toutes les quarante minutes. Vélodrive licenciera 34 de ses
mécaniciens dans la région.

## Ce qu'il faut comprendre

Un service public confié à une seule entreprise dépend entièrement des comptes de cette entreprise.
""",
    "en": """# Sarnock gives up its shared bikes

The town of Sarnock withdrew on Monday the 600 shared bikes that it had rented since 2021 from the firm Bikedrive.

## Why the council said stop

The firm no longer repaired the damaged bikes and refused to pay the penalties of the contract.

## The consequences

Students of the north campus will have to wait for a bus that comes only every forty minutes. Bikedrive will dismiss 34 of its
mechanics in the region.

## The lesson

A public service that is left to a single company depends entirely on the accounts of that company.
""",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_post_whose_sections_say_so_has_its_reason_consequences_and_message(lang: str) -> None:
    made = digest(POSTS[lang], language=lang, summary_words=20)
    found = {point.role: point.text for point in made.key_points}
    assert {"event", "cause", "consequence", "takeaway"} <= set(found)
    assert "contra" in found["cause"]
    assert "entreprise" in found["takeaway"] or "company" in found["takeaway"]
