"""Near-duplicates: which texts are, and which stand for their group."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.batch.duplicates import PLACES, Repeat, find_repeats, signature_of, table_of
from summarizer.batch.groups import Groups
from summarizer.batch.records import Entry, Record
from tests.conftest import cases

LETTERS = st.lists(st.sampled_from("abcd"), max_size=12)


def repeats(*texts: str) -> list[Repeat]:
    return list(find_repeats(table_of(map(signature_of, texts))))


@pytest.mark.parametrize("case", cases("duplicates"))
def test_near_duplicates(case: dict[str, Any]) -> None:
    found = repeats(case["one"], case["other"])
    assert [(repeat.index, repeat.first) for repeat in found] == ([(1, 0)] if case["near"] else [])


def test_a_text_without_words_has_no_signature() -> None:
    assert (signature_of(""), signature_of(" ?! "), len(table_of([]))) == ("", "", 0)
    assert table_of([signature_of("un"), signature_of("un deux trois")]).shape == (2, PLACES)


def text_of(letters: list[str]) -> str:
    """Return a text of four paragraphs, one for each letter that is not in *letters* too often."""
    return " ".join(f"{letter}{number} {letter}{number + 1} {letter}" for letter in letters or "z" for number in range(9))


@given(st.lists(LETTERS, max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_repeat_is_near_an_earlier_text_that_repeats_none(made: list[list[str]]) -> None:
    texts = [text_of(letters) for letters in made]
    found = repeats(*texts)
    late = {repeat.index for repeat in found}
    assert [repeat.index for repeat in found] == sorted(late)
    for repeat in found:
        assert repeat.first < repeat.index
        assert repeat.first not in late
        assert repeat.similarity >= 0.5
    kept = [text for number, text in enumerate(texts) if number not in late]
    assert repeats(*kept) == []
    assert len(set(texts)) >= len(kept)


def test_the_first_of_a_group_is_the_first_file() -> None:
    same, other = signature_of("Le pont ferme lundi pour deux ans."), signature_of("Il pleut sur la côte depuis hier.")
    records = [
        Record("a.txt", "", "", (Entry("", "done", signature=other),)),
        Record("b.xml", "", "", (Entry("1", "done", signature=same), Entry("2", "failed"), Entry("3", "done", signature=same))),
        Record("c.txt", "", "", (Entry("", "done", signature=same),)),
    ]
    groups = Groups.of(records)
    assert groups.firsts == {"b.xml": {"3": "b.xml#1"}, "c.txt": {"": "b.xml#1"}}
    (line,) = groups.lines()
    assert line == (
        '{"file": "b.xml#1", "duplicates": [{"file": "b.xml#3", "similarity": 1.0}, {"file": "c.txt", "similarity": 1.0}]}\n'
    )
    marked = [[entry.duplicate_of for entry in record.entries] for record in groups.marked(records)]
    assert marked == [[""], ["", "", "b.xml#1"], ["b.xml#1"]]
