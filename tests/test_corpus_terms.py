"""The ranked terms of a collection."""

from __future__ import annotations

import csv
import io
import json
import math

import pytest

from summarizer import Digester, Options
from summarizer.corpus_terms import CUTS, CorpusTerm, TermCounter, as_csv, as_json
from summarizer.extraction.phrases import noun_phrases
from summarizer.languages import KNOWN, get_language
from tests.conftest import doc_of, document_of

FR = (
    "La pale du rotor\n\nLe rotor de l'éolienne porte trois pales de carbone. Une pale usée freine le rotor, dit Lina Castaing.",
    "Le mât\n\nLe mât de l'éolienne porte le rotor. La nacelle tourne au sommet du mât, et la nacelle abrite la génératrice.",
)
EN = ("The rotor\n\nThe rotor blade of the wind turbine is made of carbon. A worn rotor blade slows the wind turbine down.",)


def counted(lang: str, texts: tuple[str, ...]) -> TermCounter:
    digester, counter = Digester(Options(language=lang)), TermCounter(get_language(lang))
    for text in texts:
        document = document_of(text, lang)
        doc, sentences = digester.analyse(document)
        counter.add(doc, digester.extract(document, doc, sentences))
    return counter


@pytest.mark.parametrize(
    ("lang", "text", "phrases"),
    [
        ("fr", "Le rotor de l'éolienne tourne.", {"rotor", "rotor de l'éolienne", "éolienne"}),
        ("fr", "Une pale légère tourne.", {"pale", "pale légère"}),
        ("fr", "La puissance installée baisse.", {"puissance", "puissance installée"}),
        ("en", "The rotor blade turns.", {"rotor", "blade", "rotor blade"}),
        ("en", "It turned and fell.", set()),
    ],
)
def test_noun_phrases(lang: str, text: str, phrases: set[str]) -> None:
    found = {phrase.text for phrase in noun_phrases(doc_of(document_of(text, lang)), get_language(lang))}
    assert phrases <= found
    assert not {"le", "the", "it", "turned", "tourne"} & found


def test_no_phrase_goes_from_a_headline_to_the_text() -> None:
    document = document_of("Les sucres de la centrale Vespéra\n\nUsine neuve à Morlac.", "fr")
    found = {phrase.text: phrase.written for phrase in noun_phrases(doc_of(document), get_language("fr"))}
    assert found["centrale vespéra"] == "centrale Vespéra"
    assert not [text for text in found if "vespéra usine" in text]


def test_a_term_is_written_as_the_articles_write_it_most() -> None:
    texts = ("La centrale\n\nCentrale Vespéra en panne. La centrale Vespéra brûle de la paille. Une centrale Vespéra, dit-il.",)
    assert counted("fr", texts).written("centrale vespéra") == "centrale Vespéra"


def test_one_common_word_and_a_formula_count_less_than_a_phrase() -> None:
    counter = counted("en", ("The U2 probe\n\nThe tide probe of the harbour sends data. A tide probe2 and a tide probe rest.",))
    ranked = {term.term: term.score for term in counter.ranked(least=-math.inf)}
    assert ranked["tide probe"] > ranked["tide"]
    assert ranked["probe2"] < ranked["probe"]


def test_special_words_come_before_common_ones_and_counts_are_right() -> None:
    ranked = {term.term: term for term in counted("fr", FR).ranked(least=-math.inf)}
    assert ranked["rotor"].score > ranked["sommet"].score
    assert (ranked["rotor"].frequency, ranked["rotor"].documents) == (4, 2)
    assert ranked["lina castaing"].kind == "name"
    assert {term.lang for term in ranked.values()} == {"fr"}


@pytest.mark.parametrize(("lang", "texts"), [("fr", FR), ("en", EN)])
def test_the_default_cut_is_that_of_the_language_and_the_order_is_by_score(lang: str, texts: tuple[str, ...]) -> None:
    counter = counted(lang, texts)
    every, chosen = counter.ranked(least=-math.inf), counter.ranked()
    assert [term.score for term in every] == sorted((term.score for term in every), reverse=True)
    assert chosen == tuple(term for term in every if term.score >= CUTS[lang])
    assert set(CUTS) == set(KNOWN)


def test_the_tables_hold_every_field() -> None:
    terms = (CorpusTerm("prêt, dit « relais »", "prêt", "phrase", 1.5, 3, 2, "fr"),)
    (row,) = csv.DictReader(io.StringIO(as_csv(terms)))
    assert (row["term"], row["kind"], float(row["score"]), row["documents"]) == ("prêt, dit « relais »", "phrase", 1.5, "2")
    assert json.loads(as_json(terms))[0] == row | {"score": 1.5, "frequency": 3, "documents": 2}
