"""What a sentence needs of another one, and the names that the lines of a digest get; the cases are in cases/leaning.json."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Digester, Options, analysis
from summarizer.languages import get_language
from summarizer.leaning import find_needs
from summarizer.needs import introduce, needs_the_one_before, unmet
from summarizer.results import Deletion, Line, Need, RankedSentence
from summarizer.types import Sentence, Span
from summarizer.words import leans_on_another, needs_an_earlier_line
from tests.conftest import cases, document_of

TEXT = "La réalisatrice Claire Vasseur présente lundi son film. Hier, la réalisatrice a quitté Lorne. Vasseur revient."


def found_in(text: str, lang: str) -> tuple[str, tuple[Sentence, ...], tuple[Need, ...]]:
    digester = Digester(Options(language=lang))
    document = document_of(text, lang)
    doc, sentences = digester.analyse(document)
    entities = digester.extract(document, doc, sentences).entities
    tags, language = analysis.tags(doc), get_language(lang)
    return document.text, sentences, find_needs(sentences, entities=entities, text=document.text, tags=tags, language=language)


@pytest.mark.parametrize("case", cases("leaning"))
def test_needs_are_those_that_a_reader_has(case: dict[str, Any]) -> None:
    text, _, needs = found_in(case["text"], case["lang"])
    found = [[need.kind, need.span.of(text), need.antecedent and need.antecedent.of(text)] for need in needs]
    assert found == case["needs"]


@pytest.mark.parametrize(
    ("lang", "text", "leans"),
    [
        ("fr", "Tel est le constat de la meunière de Lorne.", True),
        ("fr", "Telles sont les craintes du bourg.", True),
        ("fr", "Voilà qui devrait ravir les meuniers.", True),
        ("fr", "A cette occasion, Claire Vasseur parlera.", True),
        ("fr", "Parmi eux, trois meuniers attendent.", True),
        ("fr", "Parmi les meuniers, trois attendent.", False),
        ("fr", "Il s'agit de la troisième crue de l'année.", True),
        ("fr", "Il s'agit de réparer le moulin.", False),
        ("fr", "Ce lundi, le moulin rouvre.", False),
        ("fr", "Ce mois-ci, le moulin rouvre.", False),
        ("fr", "Cette nuit-là, le moulin a brûlé.", True),
        ("fr", "Depuis ce week-end, le moulin tourne.", False),
        ("fr", "Avec cette roue, le moulin tourne.", True),
        ("fr", "Si Claire Vasseur part, le moulin ferme.", False),
        ("fr", "De quoi ravir les meuniers de Lorne.", True),
        ("fr", "D'autant que le moulin tourne depuis lundi.", True),
        ("fr", "En particulier les deux derniers moulins du bourg.", True),
        ("fr", "En particulier dans le bourg, les moulins tournent.", False),
        ("fr", "Tel père, tel fils, dit le dicton.", False),
        ("fr", "En Lorraine, elle prendra la forme d'une roue.", True),
        ("fr", "En Lorraine, le moulin a rouvert et il tourne.", False),
        ("fr", "Dans ces vallées-là, le moulin tourne.", True),
        ("en", "Of those mills, 18 stand still.", True),
        ("en", "Of the mills of Lorne, 18 stand still.", False),
        ("en", "From September 2027 it will extend to older mills.", True),
        ("en", "In Lorne, the miller says it will reopen.", False),
        ("en", "In Lorne it is illegal to fish from the wall.", False),
        ("en", "The second is the wheel of the upper mill.", True),
        ("en", "The second mill is older.", False),
        ("en", "Three were hurt when the wheel broke.", True),
        ("en", "Three millers were hurt when the wheel broke.", False),
        ("en", "Among them is the miller.", True),
        ("en", "Here’s why the mill closed.", True),
        ("en", "The mill closed on Friday.", False),
        ("en", "Some of them spoke on Friday.", True),
        ("en", "Most of these were built by hand.", True),
        ("en", "Most of those who work there are paid by the day.", False),
        ("fr", "Certains d'entre eux ont témoigné jeudi.", True),
        ("fr", "La plupart d’entre elles sont rouvertes.", True),
        ("fr", "Problème, la meunière ne l'a jamais dit.", True),
        ("fr", "Problème de taille au moulin de Lorne, fermé lundi.", False),
        ("en", "This week the mill reopens.", False),
        ("en", "This mill reopens.", True),
        ("en", "No workers were hurt.", False),
        ("en", "No, the mill stays shut.", True),
        ("en", "Both the miller and the council agree.", False),
        ("en", "Both deny the charges and want an appeal.", True),
    ],
)
def test_openers_that_only_an_earlier_sentence_explains(lang: str, text: str, leans: bool) -> None:
    assert leans_on_another(text, get_language(lang)) is leans


@pytest.mark.parametrize(
    ("lang", "text", "needs"),
    [
        ("fr", "Claire Vasseur a répondu à ce sujet lundi.", False),
        ("fr", "La meunière a répondu à ce sujet lundi.", True),
        ("fr", "La meunière, Claire Vasseur, a repris cette même idée mercredi.", True),
        ("fr", "Claire Vasseur arrive ce même jour à Lorne.", False),
        ("en", "Claire Oldacre repeated this same idea on Friday.", True),
        ("fr", "Une semaine plus tard, le moulin brûlait.", True),
        ("fr", "Une semaine après la crue, le moulin brûlait.", False),
        ("fr", "Fermé en 2019, le moulin a rouvert deux ans plus tard.", False),
        ("fr", "L'exécutif régional l'estime à 1 900 euros par moulin.", True),
        ("fr", "Plusieurs meuniers qui l'ont consulté jugent le plan trop cher.", True),
        ("fr", "Le maire l'a annoncé lundi : le moulin rouvre.", False),
        ("fr", "Le maire de Lorne l'a emporté de peu.", False),
        ("fr", "Le fabricant coréen pourrait en profiter.", True),
        ("fr", "Le moulin devrait en rester là.", False),
        ("fr", "Le nombre de roues y a reculé de 40 %.", True),
        ("fr", "Le moulin de Lorne y a gagné une roue.", False),
        ("fr", "En 2005, on en comptait 37 pour 100 moulins.", True),
        ("fr", "La mairie a refusé un tel projet.", True),
        ("fr", "Un tel projet que celui de Lorne coûte cher.", False),
        ("en", "When that mill moved to Lorne in 2018, the council paid.", True),
        ("en", "The wheel is older than that of the upper mill.", False),
        ("en", "Threadwell earns 78 million dollars a year from such contracts.", True),
        ("en", "Oldacre signed such contracts as nobody else had.", False),
        ("en", "The mill took in such a way of working.", False),
        ("en", "A week later, the mill burnt down.", True),
        ("en", "The mill burnt down a week ago.", False),
    ],
)
def test_phrases_and_times_that_count_from_an_earlier_sentence(lang: str, text: str, needs: bool) -> None:
    assert needs_an_earlier_line(text, get_language(lang)) is needs


def lines_and_needs() -> tuple[list[Line], tuple[Need, ...]]:
    ends = [TEXT.index(". ") + 1, TEXT.index("Lorne.") + 6, len(TEXT)]
    starts = [0, ends[0] + 1, ends[1] + 1]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    role, surname = TEXT.index("la réalisatrice"), TEXT.index("Vasseur revient")
    name = Span(TEXT.index("Claire"), TEXT.index("Claire") + len("Claire Vasseur"))
    needs = (
        Need("description", Span(role, role + len("la réalisatrice")), (spans[0],), name),
        Need("name", Span(surname, surname + len("Vasseur")), (spans[0],), name),
    )
    return [Line(span.of(TEXT), (span,)) for span in spans], needs


def test_a_line_needs_what_no_line_before_it_gives() -> None:
    lines, needs = lines_and_needs()
    assert unmet(lines[1], [], needs=needs) == needs[:1]
    assert unmet(lines[1], lines[:1], needs=needs) == ()
    assert unmet(lines[0], [], needs=needs) == ()


def test_words_that_were_cut_need_nothing() -> None:
    lines, needs = lines_and_needs()
    cut = Line("A quitté Lorne.", lines[1].evidence, (Deletion("opener", needs[0].span),))
    assert unmet(cut, [], needs=needs) == ()


def test_a_name_is_put_where_it_is_first_needed_and_recorded() -> None:
    lines, needs = lines_and_needs()
    named = introduce(lines[1:], needs=needs, text=TEXT)
    assert [line.text for line in named] == ["Hier, Claire Vasseur a quitté Lorne.", "Vasseur revient."]
    assert [edit.span for edit in named[0].replacements] == [needs[0].span]
    assert introduce(lines, needs=needs, text=TEXT) == tuple(lines)


def test_what_somebody_said_is_quoted_as_it_was_said() -> None:
    lines, needs = lines_and_needs()
    quoted = Line(f"« {lines[2].text} »", lines[2].evidence)
    assert introduce([quoted], needs=needs, text=TEXT) == (quoted,)


def test_no_name_makes_a_line_too_long() -> None:
    lines, needs = lines_and_needs()
    assert introduce(lines[2:], needs=needs, text=TEXT, limit=2) == tuple(lines[2:])
    assert introduce(lines[2:], needs=needs, text=TEXT, limit=3)[0].text == "Claire Vasseur revient."


def test_the_name_in_a_digest_is_grounded() -> None:
    text = (
        "Oliver Brandt took over the port of Lorne in 2019. The council of the town closed the old harbour wall on Monday.\n\n"
        "Brandt announced a new wall of nine million pounds for the fishing fleet of the region."
    )
    digest = Digester(Options(language="en", summary_words=16)).digest_document(document_of(text, "en"))
    assert not [note for note in digest.notes if note.code.startswith("ungrounded")]


@pytest.mark.parametrize(
    ("text", "finite", "needs"),
    [
        ("Une crue qui a surpris la meunière de Lorne.", 1, True),
        ("Une crue qui a surpris la meunière a emporté le moulin.", 2, False),
        ("Une crue vue de trois bourgs en une nuit.", 0, True),
        ("Une crue emporte le moulin de Lorne.", 1, False),
        ("Une équipe de onze meuniers dont un boulanger la suivra.", 1, False),
        ("Une fois le moulin fermé, le bourg se tait.", 1, False),
    ],
)
def test_what_has_no_main_verb_is_said_of_the_sentence_before(text: str, finite: int, needs: bool) -> None:
    item = RankedSentence(Sentence(0, Span(0, len(text)), 0, "paragraph", "body", text), 1.0, traits={"finite": float(finite)})
    assert needs_the_one_before(item, Line(text, (item.sentence.span,)), get_language("fr")) is needs
