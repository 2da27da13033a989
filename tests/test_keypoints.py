"""Key points: each role to the sentence that earns it; the cases are in cases/keypoints.json."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer import Digester, Options, digest, reading
from summarizer.languages import get_language
from summarizer.types import ROLES, Source
from summarizer.words import count_words
from tests.conftest import SAMPLES, cases


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
