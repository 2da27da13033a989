"""A cut is refused where the rest needs what it takes; the cases, with their like, are in cases/needs_of_the_rest.json."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.compression.joined import best_part
from summarizer.compression.marks import even_brackets
from summarizer.compression.refusals import is_refused
from summarizer.languages import get_language
from summarizer.quotations import close_quotation
from summarizer.results import Deletion
from summarizer.types import Span
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("needs_of_the_rest"))
def test_a_cut_is_refused_where_the_rest_needs_it(case: dict[str, Any]) -> None:
    start = len(case["before"])
    cut = Deletion(case["rule"], Span(start, start + len(case["piece"])))
    text = case["before"] + case["piece"] + case["after"]
    assert is_refused(cut, text=text, reading=None, language=get_language(case["lang"])) is case["refused"]


def test_the_mark_that_closes_a_quotation_stands_before_who_said_it() -> None:
    assert close_quotation('Luc, "on le voit dire : Assez, a-t-elle lancé.') == 'Luc, "on le voit dire : Assez", a-t-elle lancé.'
    assert close_quotation('Luc a dit : "Assez, nous partons.') == 'Luc a dit : "Assez, nous partons."'
    assert close_quotation('Luc, lui, a-t-il dit : "Nous partons demain.') == 'Luc, lui, a-t-il dit : "Nous partons demain."'


def test_a_heading_with_the_credit_glued_to_it_is_no_line() -> None:
    text = (
        "Que dit la loi de mai sur les quais du port de Kermor ?par portinfo"
        "La mairie de Kermor a fermé mardi le quai aux thoniers du port."
    )
    kept = best_part(text, worth=lambda piece: float("loi" in piece), language=get_language("fr"))
    assert kept is not None
    assert kept.of(text) == "La mairie de Kermor a fermé mardi le quai aux thoniers du port."


def test_brackets_that_open_alike_go_together_or_stay() -> None:
    text = "les marins nés après 1985 (pour les pêcheurs) et 1980 (pour les mécaniciens)"
    places = [Span(text.index("(") - 1, text.index(")") + 1), Span(text.rindex("(") - 1, len(text))]
    cuts = [Deletion("brackets", place) for place in places]
    assert even_brackets(text, cuts[1:]) == []
    assert even_brackets(text, cuts) == cuts
