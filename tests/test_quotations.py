"""Quotations that go on over several sentences."""

from __future__ import annotations

import pytest

from summarizer.quotations import inside_quotations, open_quotations
from summarizer.types import Sentence, Span


def sentences(*texts: str, blocks: tuple[int, ...] = ()) -> list[Sentence]:
    return [
        Sentence(
            number, Span(number * 1000, number * 1000 + len(text)), blocks[number] if blocks else 0, "paragraph", "body", text
        )
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "opened", "inside"),
    [
        (["Elle dit : « Le canal est vide.", "L'eau manque.", "Il faut pleuvoir. »", "Le maire écoute."], {0, 1, 2}, {1}),
        (['He said: "The lock is dry.', "We need rain.", 'Nobody comes."', "The mayor listens."], {0, 1, 2}, {1}),
        (["He said: 'The lock is dry.", "We need rain.", "Nobody comes.'", "The mayor listens."], set(), {1}),
        (["The 'Heron' lock is dry.", "We need rain.", "'Nobody comes,' he said."], set(), set()),
        (["He said: 'The lock is dry.", "The mayor listens.", "'Nobody comes,' she said."], set(), set()),
        (["He said: 'The lock is dry.", "We need rain.", "'Besides, nobody comes.", "The bank is wet.'"], set(), {1}),
        (['"The lock is dry.', "We need rain.", 'He said: "Nobody comes."', "The mayor listens."], set(), set()),
        (['"The lock is dry.', "We need rain.", "The mayor listens."], set(), set()),
        (["The boatmen's lock is dry.", "We need rain.", "It is the mayors' lock."], set(), set()),
    ],
)
def test_what_stands_between_the_marks(texts: list[str], opened: set[int], inside: set[int]) -> None:
    found = sentences(*texts)
    assert (open_quotations(found), inside_quotations(found)) == (opened, inside)


def test_a_paragraph_closes_what_it_opens() -> None:
    found = sentences("He said: “The lock is dry.", "We need rain.", "Nobody comes.”", blocks=(0, 1, 1))
    assert inside_quotations(found) == set()
    found = sentences("He said: 'The lock is dry.", "We need rain.", "Nobody comes.'", blocks=(0, 1, 1))
    assert inside_quotations(found) == set()


def test_a_quotation_goes_on_over_paragraphs_that_open_it_again() -> None:
    found = sentences("“The lock is dry.", "We need rain.", "“Nobody comes.", "Nobody.”", blocks=(0, 0, 1, 1))
    assert inside_quotations(found) == {1}


def test_a_quotation_between_single_marks_is_not_followed_for_long() -> None:
    found = sentences("He said: 'The lock is dry.", *["We need rain."] * 8, "Nobody comes.'")
    assert inside_quotations(found) == set()
