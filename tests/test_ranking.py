"""Ranking: scores that are the sum of their reasons, roles that are probabilities, sections for very long articles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from summarizer import Digester, digest
from summarizer.forest import build_forest
from summarizer.ranking import SECTION
from summarizer.ranking.features import FAMILIES, FEATURES
from summarizer.rendering.explanation import explain
from summarizer.types import ROLES
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
