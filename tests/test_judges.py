"""The judges that readers taught: what they see, what they are sure of, and what is made of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import analysis, digest
from summarizer.compression.candidates import Candidate, propose, survey
from summarizer.compression.choice import choose
from summarizer.compression.traits import CUT_FEATURES
from summarizer.forest import build_forest, load_forest
from summarizer.judge import Judge, gram_values, load_judge
from summarizer.keypoints.standing import LINE_FEATURES, line_grams, line_measures
from summarizer.languages import get_language
from summarizer.ranking.features import FEATURES
from summarizer.references.antecedents import REFERENCE_FEATURES
from summarizer.results import Deletion, Line
from summarizer.types import Span
from tests.conftest import ROOT, SAMPLES, doc_of, document_of

ANNOTATIONS = ROOT / "models" / "annotations"
LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_artefacts_were_trained_on_what_is_measured(lang: str) -> None:
    assert load_forest(f"cuts_{lang}.json", "cuts").features == (*CUT_FEATURES, "grams")
    assert load_forest(f"lines_{lang}.json", "lines").features == (*LINE_FEATURES, "grams")
    assert load_forest(f"references_{lang}.json", "references").features == (*REFERENCE_FEATURES, "grams")
    assert LINE_FEATURES[-len(FEATURES) :] == FEATURES


def test_sureness_is_a_probability_of_measures_and_words() -> None:
    stump = [[1, 0.0, 1, 2, 0.0], [-1, 0, 0, 0, -2.0], [-1, 0, 0, 0, 2.0]]
    judge = Judge(-0.1, {"good": 1.0}, build_forest(("words", "grams"), [stump]))
    low, high = judge.sureness([[3.0], [3.0]], [{"bad"}, {"good"}])
    assert low == pytest.approx(0.1192, abs=1e-4)
    assert high == pytest.approx(0.8808, abs=1e-4)
    assert judge.sureness([], []) == []
    assert sum(value**2 for value in gram_values({"a", "b", "c"}).values()) == pytest.approx(1)


def candidate(start: int, end: int, sureness: float, *, is_needed: bool = True) -> Candidate:
    return Candidate(Deletion("circumstance", Span(start, end)), sureness, is_needed)


def test_the_surest_cuts_that_reach_the_length_are_made_and_no_more() -> None:
    found = [candidate(0, 4, 0.95), candidate(3, 9, 0.9), candidate(10, 30, 0.86)]

    def made(surplus: int) -> list[tuple[int, int]]:
        cuts = choose(found, surplus=surplus, size=lambda cut: cut.span.end - cut.span.start, held=lambda cut: 0.0)
        return sorted((cut.span.start, cut.span.end) for cut in cuts)

    assert made(3) == [(0, 4)]
    assert made(6) == [(3, 9)]
    assert made(22) == [(0, 4), (10, 30)]
    assert made(40) == []


def test_where_the_length_is_out_of_reach_only_what_needs_no_reason_goes() -> None:
    found = [candidate(0, 4, 0.95), candidate(6, 9, 0.97, is_needed=False)]
    cuts = choose(found, surplus=50, size=lambda cut: cut.span.end - cut.span.start, held=lambda cut: 0.0)
    assert [cut.span for cut in cuts] == [Span(6, 9)]


LONG = {
    "fr": (
        "Le port de Larmont, dont les onze grues datent du siècle dernier, a signé mardi un accord avec trois armateurs danois "
        "qui promettent de rénover les quais, de former quarante apprentis et de rouvrir la ligne de nuit vers Kermor."
    ),
    "en": (
        "The port of Hartlow, whose eleven cranes date from the last century, signed a deal on Tuesday with three Danish owners "
        "who promise to repair the quays, to train forty apprentices and to reopen the night line to Skelt before the winter."
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_piece_leaves_the_main_verb_and_whole_quotations(lang: str) -> None:
    text = LONG[lang]
    document = document_of(text, lang)
    doc = doc_of(document)
    (sentence,) = analysis.sentences(document, doc)
    nodes = analysis.tree(doc, sentence, language=lang)
    reading, judged = survey(text, nodes, language=get_language(lang))
    assert reading is not None
    main = nodes[reading.root].span
    assert len(judged) > 3
    assert not any(one.cut.span.overlaps(main) for one in judged)
    assert len({one.cut.span for one in judged}) == len(judged)
    found = propose(text, nodes, language=get_language(lang), judge=load_judge("cuts", lang))
    assert all(0.5 < one.sureness <= 1 for one in found)
    assert {one.cut.span for one in found} <= {one.cut.span for one in judged if not one.is_refused}


@pytest.mark.parametrize(
    ("lang", "text", "likely", "barred"),
    [
        (
            "fr",
            "Le port de Larmont, dont les onze grues datent du siècle dernier, a signé mardi avec trois armateurs danois un "
            "accord qui pourrait, selon le maire, rouvrir avant l'hiver la ligne de nuit vers Kermor sans que la ville "
            "débourse un euro.",
            ["avec trois armateurs danois"],
            ["pourrait", "sans que la ville débourse un euro", "a signé mardi"],
        ),
        (
            "en",
            "The port of Hartlow, whose eleven cranes date from the last century, signed a deal on Tuesday with three Danish "
            "owners who may, the mayor said, reopen the night line to Skelt before the winter without any money from the town.",
            ["whose eleven cranes date from the last century", "with three Danish owners who may"],
            ["may", "without any money from the town", "signed a deal on Tuesday"],
        ),
        (
            "fr",
            "Le parc d'Orvin est en travaux et seules ses tribunes nord et ouest, qui accueillent 4.000 et 6.000 personnes, "
            "restent ouvertes au public jusqu'à la fin du chantier, attendue par la mairie pour le mois de mai.",
            ["par la mairie"],
            ["qui accueillent 4.000 et 6.000 personnes, restent ouvertes au public jusqu'à la fin du chantier"],
        ),
        (
            "en",
            "Harwick Park is being rebuilt on Tuesdays by a Danish firm, and only its west and north stands, which hold around "
            "4,000 and 6,000 people each, currently remain open to visitors of the matches that the town has announced.",
            ["by a Danish firm"],
            ["which hold around 4,000 and 6,000 people each, currently remain open to visitors"],
        ),
    ],
)
def test_words_that_an_editor_would_delete_are_judged_unless_they_hold_a_doubt_or_the_verb(
    lang: str, text: str, likely: list[str], barred: list[str]
) -> None:
    document = document_of(text, lang)
    (sentence,) = analysis.sentences(document, doc := doc_of(document))
    nodes = analysis.tree(doc, sentence, language=lang)
    spans = [Span(start := text.index(piece), start + len(piece)) for piece in (*likely, *barred)]
    _, judged = survey(text, nodes, language=get_language(lang), likely=spans)
    found = [one.cut.span.of(text) for one in judged if one.is_likely]
    assert found[0].strip(" ,") == likely[0]
    assert not any(piece in one for one in found for piece in barred)
    assert len({one.cut.span for one in judged}) == len(judged)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_statement_stands_better_below_the_news_than_a_caption_or_a_reply(lang: str) -> None:
    path = next(path for path in SAMPLES if digest(path).document.language.code == lang)
    item = digest(path).ranking[1]
    language = get_language(lang)
    texts = {
        "fr": ("Le port de Larmont a rouvert la ligne de nuit vers Kermor.", '"Il y tenait beaucoup", dit-elle aussi.'),
        "en": ("The port of Hartlow reopened the night line to Skelt.", "Proud: She poses here with the old captain."),
    }[lang]
    news = Line(LONG[lang], (Span(0, 1),))
    lines = [Line(text, (Span(5, 9),)) for text in texts]
    rows = [line_measures(item, line, news, needs=(), language=language) for line in lines]
    statement, other = load_judge("lines", lang).sureness(rows, [line_grams(line) for line in lines])
    assert statement > other + 0.1


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ANNOTATIONS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("lang", "count"), [("fr", 33_051), ("en", 11_896)])
def test_judged_cuts_lie_inside_their_sentences(lang: str, count: int) -> None:
    rows = rows_of(f"cuts_{lang}.jsonl")
    assert sum(len(sentence["cuts"]) for row in rows for sentence in row["sentences"]) == count
    assert {row["split"] for row in rows} == {"train", "dev"}
    for row in rows:
        for sentence in row["sentences"]:
            first, last = sentence["span"]
            assert all(first <= start < end <= last and verdict in "gqb" for start, end, _, verdict in sentence["cuts"])


@pytest.mark.parametrize(("lang", "count"), [("fr", 7_388), ("en", 7_162)])
def test_judged_lines_are_sentences_with_a_verdict(lang: str, count: int) -> None:
    rows = rows_of(f"lines_{lang}.jsonl")
    assert sum(len(row["lines"]) for row in rows) == count
    assert all(start < end and verdict in "glxd" for row in rows for start, end, verdict in row["lines"])


@pytest.mark.parametrize(("lang", "count"), [("fr", 1_478), ("en", 962)])
def test_judged_pronouns_lie_inside_their_sentences(lang: str, count: int) -> None:
    rows = rows_of(f"references_{lang}.jsonl")
    assert sum(len(row["pronouns"]) for row in rows) == count
    assert {row["split"] for row in rows} == {"train", "dev"}
    for row in rows:
        assert all(start <= pronoun < end and first <= last for start, end, pronoun, first, last in row["pronouns"])
