"""Long articles: cut at sentence ends, every sentence once; the partial summaries merged by salience. No library needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.engines.seq2seq.chunks import LEAST_WORDS, Unit, cut, merge, shares, units_of
from summarizer.languages import get_language

ENGLISH = get_language("en")
UNITS = st.lists(
    st.builds(Unit, st.text("ab", min_size=1), st.integers(1, 30), st.floats(0, 2), st.integers(0, 4)), min_size=1, max_size=40
)


@given(UNITS, st.integers(30, 80))
def test_every_unit_stands_in_exactly_one_chunk_and_none_is_too_long(units: list[Unit], room: int) -> None:
    chunks = cut(units, room=room)
    assert [unit for chunk in chunks for unit in chunk] == units
    assert all(sum(unit.tokens for unit in chunk) <= room for chunk in chunks)


@given(UNITS, st.integers(30, 80))
def test_there_are_no_more_chunks_than_needed(units: list[Unit], room: int) -> None:
    needed, left = 0, 0
    for unit in units:
        if unit.tokens > left:
            needed, left = needed + 1, room
        left -= unit.tokens
    assert len(cut(units, room=room)) == needed


def test_a_border_falls_between_paragraphs() -> None:
    units = [Unit(str(number), 10, 1.0, block) for number, block in enumerate((0, 0, 1, 1, 1))]
    assert [len(chunk) for chunk in cut(units, room=30)] == [2, 3]


def test_a_border_parts_no_two_salient_sentences() -> None:
    units = [Unit(str(number), 10, weight, 0) for number, weight in enumerate((0.1, 2.0, 2.0, 0.1))]
    assert [len(chunk) for chunk in cut(units, room=30)] in ([1, 3], [3, 1])


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(1, 20))
def test_a_sentence_longer_than_the_room_is_split_and_nothing_of_it_is_lost(words: list[str], room: int) -> None:
    units = list(units_of(" ".join(words), weight=1.0, block=0, room=room, count=lambda text: len(text.split())))
    assert " ".join(unit.text for unit in units).split() == words
    assert all(unit.tokens <= room for unit in units)


def test_words_are_asked_of_chunks_by_their_salience() -> None:
    heavy, light = (Unit("a", 1, 3.0, 0),), (Unit("b", 1, 1.0, 1),)
    assert shares([heavy], words=60) == (60,)
    assert shares([heavy, light], words=60) == (68, 22)
    assert shares([heavy, (Unit("c", 1, 0.0, 2),)], words=60) == (90, LEAST_WORDS)


def test_the_most_salient_sentences_are_kept_in_their_order() -> None:
    chunks = [
        (Unit("The harbour wall was painted green.", 1, 0.1, 0), Unit("The ferry company Ardelle sank in debt.", 1, 1.5, 0)),
        (Unit("Its last boat sails on Friday.", 1, 1.0, 1),),
    ]
    partial = [["The harbour wall was painted.", "Ferry company Ardelle sank in debt."], ["The last boat sails on Friday."]]
    assert merge(partial, chunks, words=10, language=ENGLISH) == (
        "Ferry company Ardelle sank in debt.",
        "The last boat sails on Friday.",
    )
    assert merge(partial, chunks, words=60, language=ENGLISH) == (*partial[0], *partial[1])


def test_what_says_the_same_is_said_once_and_something_is_always_said() -> None:
    chunks = [(Unit("Ardelle sank in debt.", 1, 1.0, 0),)] * 2
    assert merge([["Ardelle sank in debt."], ["Ardelle sank in debts."]], chunks, words=60, language=ENGLISH) == (
        "Ardelle sank in debt.",
    )
    assert merge([["Ardelle sank in debt."], []], chunks, words=1, language=ENGLISH) == ("Ardelle sank in debt.",)
    assert merge([[], []], chunks, words=60, language=ENGLISH) == ()


@pytest.mark.parametrize("count", [400, 3000])
def test_long_articles_are_cut_quickly(count: int) -> None:
    units = [Unit(str(number), 30, float(number % 7), number // 5) for number in range(count)]
    assert sum(len(chunk) for chunk in cut(units, room=1000)) == count
