"""Ranking: scores that are the sum of their reasons, roles that are probabilities, sections for very long articles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from summarizer import Digester, digest
from summarizer.forest import build_forest
from summarizer.languages import get_language
from summarizer.ranking import SECTION
from summarizer.ranking.features import FAMILIES, FEATURES
from summarizer.ranking.named_roles import as_named
from summarizer.rendering.explanation import explain
from summarizer.results import RankedSentence
from summarizer.types import ROLES, Block, BlockKind, Role, Sentence, Span
from tests.conftest import SAMPLES, document_of


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_score_is_the_sum_of_its_reasons_and_roles_sum_to_one(path: Path) -> None:
    ranking = digest(path).ranking
    for item in ranking:
        assert item.score == pytest.approx(sum(reason.value for reason in item.reasons), abs=1e-6)
        assert {reason.feature for reason in item.reasons} <= {"base", "value", *FAMILIES}
        assert set(item.roles) == set(ROLES)
        assert sum(item.roles.values()) == pytest.approx(1)
        assert all(0 <= share <= 1 for share in item.words.values())
    assert [item.sentence.index for item in ranking] == sorted(item.sentence.index for item in ranking)


def test_a_feature_belongs_to_one_family() -> None:
    assert len(FEATURES) == len(set(FEATURES))


def test_the_news_counts_more_than_a_caption() -> None:
    ranking = digest(SAMPLES[0]).ranking
    first = ranking[0]
    assert first.value > min(item.value for item in ranking)
    assert first.score > min(item.score for item in ranking)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_very_long_article_is_ranked_by_sections(lang: str) -> None:
    sentence = {"fr": "La digue numéro {} sera réparée au printemps.", "en": "Dyke number {} will be mended in spring."}[lang]
    text = "\n\n".join(sentence.format(number) for number in range(2 * SECTION + 10))
    ranking = Digester().digest_document(document_of(text, lang)).ranking
    assert len(ranking) == 2 * SECTION + 10
    assert [item.traits["index"] for item in ranking] == list(range(len(ranking)))


def test_an_explanation_has_a_row_for_every_ranked_sentence() -> None:
    result = digest(SAMPLES[0])
    table = explain(result)
    assert table.row_count == len(result.ranking)
    used = list(table.columns[1].cells)
    assert sum("synthesis" in str(cell) for cell in used) == len(result.summary.sentences)


def test_a_forest_adds_up_what_each_split_says() -> None:
    tree = [[0, 2.5, 1, 2, 1.0], [-1, 0, 0, 0, 0.5], [1, 1.0, 3, 4, 2.0], [-1, 0, 0, 0, 1.5], [-1, 0, 0, 0, 4.0]]
    forest = build_forest(("words", "names"), [tree, [[-1, 0, 0, 0, 0.25]]])
    rows = [[1.0, 0.0], [3.0, 0.0], [3.0, 2.0]]
    assert forest.predict(rows).tolist() == [0.75, 1.75, 4.25]
    added = forest.contributions(np.array(rows))
    assert (added.sum(axis=1) + forest.base).tolist() == [0.75, 1.75, 4.25]
    assert added[2].tolist() == [1.0, 2.0]


def named(lang: str, blocks: list[tuple[BlockKind, str, int]]) -> list[dict[Role, float]]:
    """Return the roles of each sentence, a paragraph each, of an article whose sentences are of every role alike."""
    even = dict.fromkeys(ROLES, 1 / len(ROLES))
    texts = [(number, kind, text) for number, (kind, text, _) in enumerate(blocks) if kind == "paragraph"]
    sentences = [Sentence(i, Span(0, 1), number, kind, "body", text) for i, (number, kind, text) in enumerate(texts)]
    ranked = [RankedSentence(sentence, 0.0, (), roles=even) for sentence in sentences]
    found = as_named(ranked, [Block(kind, text, level) for kind, text, level in blocks], get_language(lang))
    return [dict(item.roles) for item in found]


@pytest.mark.parametrize(
    ("lang", "heading", "role"),
    [
        ("fr", "Pourquoi ce revirement ?", "cause"),
        ("fr", "Q2 : Pourquoi maintenant ?", "cause"),
        ("fr", "Les raisons du retrait", "cause"),
        ("fr", "Quelles conséquences pour les riverains ?", "consequence"),
        ("fr", "Ce que cela change", "consequence"),
        ("fr", "Et maintenant ?", "next"),
        ("fr", "Les prochaines étapes", "next"),
        ("fr", "Les leçons à tirer", "takeaway"),
        ("fr", "Conclusion", "takeaway"),
        ("fr", "Un chantier hors norme", None),
        ("fr", "Le port en travaux", None),
        ("en", "Why the council stepped in", "cause"),
        ("en", "What went wrong", "cause"),
        ("en", "What this means for tenants", "consequence"),
        ("en", "The fallout", "consequence"),
        ("en", "What happens next", "next"),
        ("en", "Why it matters", "takeaway"),
        ("en", "The lesson", "takeaway"),
        ("en", "A harbour under repair", None),
    ],
)
def test_a_heading_makes_the_role_that_it_names_likelier(lang: str, heading: str, role: Role | None) -> None:
    (roles,) = named(lang, [("heading", heading, 2), ("paragraph", "Le quai. The quay.", 0)])
    assert sum(roles.values()) == pytest.approx(1)
    likelier = [each for each in ROLES if roles[each] > 1 / len(ROLES) + 1e-9]
    assert likelier == ([role] if role else [])


def test_a_heading_holds_to_the_next_of_its_rank() -> None:
    parts: list[tuple[BlockKind, str, int]] = [
        ("paragraph", "One.", 0),
        ("heading", "The consequences", 2),
        ("paragraph", "Two.", 0),
        ("heading", "The ferry", 3),
        ("paragraph", "Three.", 0),
        ("heading", "The quay", 2),
        ("paragraph", "Four.", 0),
    ]
    assert [roles["consequence"] > 0.2 for roles in named("en", parts)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("lang", "before", "text", "is_cause"),
    [
        ("fr", "", "En cause, une vanne laissée ouverte par l'équipe de nuit.", True),
        ("fr", "", "La panne s'explique par une vanne laissée ouverte.", True),
        ("fr", "", "Remis en cause par les élus, le projet est abandonné.", False),
        ("fr", "", "La cause animale a gagné les villes de la côte.", False),
        ("fr", "Pourquoi ce retard ?", "La vanne du bassin est restée ouverte.", True),
        ("fr", "Combien de temps ?", "La vanne du bassin est restée ouverte.", False),
        ("en", "", "The reason given is a valve left open by the night shift.", True),
        ("en", "", "The flood was caused by a valve left open.", True),
        ("en", "", "The cause of the poor was dear to her.", False),
    ],
)
def test_a_sentence_that_says_it_tells_the_reason_is_likelier_to(lang: str, before: str, text: str, is_cause: bool) -> None:
    roles = named(lang, [("paragraph", part, 0) for part in (before, text) if part])[-1]
    assert (roles["cause"] > 0.2) == is_cause
