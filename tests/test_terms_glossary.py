"""Candidate terms and the glossary made of them: one entry a concept, each with what it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer.extraction.terms import find_terms
from summarizer.glossary import build_glossary
from summarizer.languages import get_language
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.reading import from_text
from summarizer.results import Glossary, GlossaryEntry
from summarizer.types import Acronym, Definition, Document, Entity, Extraction, Source, Span
from tests.conftest import SAMPLES, cases, document_of

DIGESTER = Digester()
TEXT = (
    "Le port de Morlac\n\nLe FRP aide le port. Une écope est une pelle qui vide l'eau d'une barque. Lina est une amie. "
    "Le FRP, le FRP et le QZX."
)


def extract(document: Document) -> Extraction:
    return DIGESTER.extract(document, *DIGESTER.analyse(document))


def glossary_of(document: Document, limit: int = 10) -> Glossary:
    return build_glossary(document, extract(document), language=get_language(document.language.code), limit=limit)


def shown(entry: GlossaryEntry, text: str, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what *entry* has for the keys of *wanted*."""
    names = [[name.text, name.lang] for name in entry.designations]
    special = {
        "names": [name for name in wanted.get("names", ()) if name in names],
        "mentions": [span.of(text) for span in entry.mentions],
    }
    return {key: special[key] if key in special else getattr(entry, key) for key in wanted}


@pytest.mark.parametrize("case", cases("glossary"))
def test_entries(case: dict[str, Any]) -> None:
    document = document_of(case["text"], case["lang"])
    entries = glossary_of(document).entries
    assert [entry.term for entry in entries] == [wanted["term"] for wanted in case["entries"]]
    for entry, wanted in zip(entries, case["entries"], strict=True):
        assert shown(entry, document.text, wanted) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "terms"),
    [
        ("en", "The teams\n\nHartwell: Marsh, Pelter (Malone 84), Ecuele, Bentley, Da Silva, Noone.", []),
        ("en", "Car fair\n\nLuxury makers: Marsh, Pelter, Ecuele, Bentley, Da Silva, Noone.", ["Bentley"]),
        ("fr", "Un jury\n\nLe jury réunit Marchal, Cartier, Noisel et Hardy.", []),
    ],
)
def test_a_surname_in_a_list_is_no_company(lang: str, text: str, terms: list[str]) -> None:
    assert [term.text for term in extract(document_of(text, lang)).terms] == terms


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_entries_of_the_samples_rest_on_something(path: Path) -> None:
    document = document_of(path.read_text(encoding="utf-8"), path.parent.name)
    entries = glossary_of(document).entries
    assert entries
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert (entry.origin is None) == (entry.definition is None)
        assert (entry.evidence is not None) == (entry.origin == "article")
        assert entry.evidence is None or entry.evidence.of(document.text) == entry.definition
        assert entry.definition or {"full", "acronym"} <= {name.kind for name in entry.designations}
        assert entry.mentions
        assert all(span.of(document.text).strip() for span in entry.mentions)
        preferred = [name.text for name in entry.designations if name.lang == entry.lang and name.status == "preferred"]
        assert preferred == [entry.term]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_name_leads_to_two_entries(path: Path) -> None:
    document = document_of(path.read_text(encoding="utf-8"), path.parent.name)
    entries = glossary_of(document, limit=100).entries
    names = [{entry.term.lower(), (entry.expansion or entry.term).lower()} for entry in entries]
    assert sum(len(each) for each in names) == len(set().union(*names))


def test_the_best_terms_fill_a_short_glossary_and_letters_order_it() -> None:
    text = (
        "Les mots\n\nLe quorum manque. La Fédération des artisans du verre (FAV) vote. La FAV attend. "
        "Une écope est une pelle qui vide l'eau d'une barque.\n\n"
        "Les gens du port en parlent chaque matin au café.\n\n## Glossaire\n\n- Zostère : herbe que la mer couvre et découvre."
    )
    document = document_of(text, "fr")
    assert [entry.term for entry in glossary_of(document).entries] == ["écope", "FAV", "quorum", "Zostère"]
    assert [entry.term for entry in glossary_of(document, limit=1).entries] == ["Zostère"]
    assert [entry.term for entry in glossary_of(document, limit=2).entries] == ["quorum", "Zostère"]
    assert glossary_of(document, limit=0).entries == ()


def span_of(word: str, start: int = 0) -> Span:
    position = TEXT.index(word, start)
    return Span(position, position + len(word))


def defined(term: str, text: str, pattern: str, confidence: float) -> Definition:
    return Definition(term, span_of(term), text, span_of(text), pattern, confidence)


def terms_of(*, acronyms: tuple[Acronym, ...] = (), definitions: tuple[Definition, ...] = ()) -> dict[str, float]:
    people = (Entity("Lina", "PER", (span_of("Lina"),)),)
    document = document_of(TEXT, "fr")
    found = find_terms(
        document, acronyms=acronyms, definitions=definitions, mentions=(), entities=people, language=get_language("fr")
    )
    assert [term.score for term in found] == sorted((term.score for term in found), reverse=True)
    assert all(span.of(document.text) == term.text for term in found for span in term.mentions)
    return {term.text: term.score for term in found}


def test_an_acronym_counts_more_when_explained_and_when_used_often() -> None:
    bare, explained = Acronym("FRP", span_of("FRP")), Acronym("FRP", span_of("FRP"), "port de Morlac", span_of("port de Morlac"))
    rare = Acronym("QZX", span_of("QZX"))
    assert terms_of(acronyms=(explained,))["FRP"] > terms_of(acronyms=(bare,))["FRP"] > terms_of(acronyms=(rare,))["QZX"]


def test_a_sure_definition_makes_a_term_and_a_person_is_none() -> None:
    sure = defined("écope", "une pelle qui vide l'eau", "copula", 0.6)
    unsure = defined("port", "une pelle qui vide l'eau", "copula", 0.5)
    person = defined("Lina", "une amie", "copula", 0.6)
    assert set(terms_of(definitions=(sure, unsure, person))) == {"écope"}


def test_a_line_of_the_articles_glossary_comes_before_all_else() -> None:
    line = defined("écope", "une pelle qui vide l'eau", "glossary", 1.0)
    explained = Acronym("FRP", span_of("FRP"), "port de Morlac", span_of("port de Morlac"))
    assert list(terms_of(acronyms=(explained,), definitions=(line,))) == ["écope", "FRP"]


def test_a_name_with_its_kind_and_the_name_alone_are_one_entry() -> None:
    article = (
        "Un port essaie Claude\n\nLe port de Morlac essaie depuis lundi le modèle Claude, a dit sa directrice. "
        "Claude répond aux dockers en français.\n\nGlossaire\n\n- Modèle Claude : assistant interrogé par écrit."
    )
    entries = Digester(Options(language="fr")).digest(from_text(article, Source("test", "text/plain"))).glossary.entries
    assert [(entry.term, entry.origin) for entry in entries if "Claude" in entry.term] == [("Modèle Claude", "article")]
