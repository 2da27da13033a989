"""The glossary of a collection: one entry a concept, in whatever order the articles come, and back from every format."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Digest, Digester, Options, reading
from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.corpus_glossary import CandidateCounter, CorpusGlossary, GlossaryArticle, article_from_dict, article_of
from summarizer.errors import RenderingError
from summarizer.lexicon.termbases import read_termbase
from summarizer.lexicon.termbases.columns import split_names
from summarizer.lexicon.termbases.tables import unguarded
from summarizer.rendering.glossaries import GLOSSARY_SUFFIXES, render_glossary
from summarizer.rendering.glossaries.rows import joined
from summarizer.rendering.glossaries.table import guarded
from summarizer.rendering.glossaries.wording import aside
from summarizer.types import Concept, Source

TEXTS = {
    "banque.txt": "La banque centrale\n\nLa Réserve fédérale américaine a relevé ses taux mardi. "
    "La morvelline est une herbe marine qui abrite des poissons. Le QZX a voté, selon le QZX.",
    "fed.txt": "La Fed hésite\n\nLa Fed attend le printemps. L'Office municipal des sports (OMS) ouvre un stade. L'OMS paie.",
    "virus.txt": "Un virus\n\nL'Organisation mondiale de la santé (OMS) a parlé d'un virus lundi. L'OMS attend des vaccins.",
    "rates.txt": "The Federal Reserve\n\nThe Federal Reserve raised its rates on Tuesday. "
    "A Zostère is a plant that shelters fish. The World Health Organization (WHO) waits.",
}


@cache
def digest_of(name: str) -> Digest:
    return made_by(Digester(Options(glossary_entries=50)), name)


def made_by(digester: Digester, name: str) -> Digest:
    return digester.digest(reading.from_text(TEXTS[name], Source(name, "text/plain")))


@cache
def articles() -> tuple[GlossaryArticle, ...]:
    return tuple(article_of(digest_of(name)) for name in TEXTS)


def corpus_of(added: tuple[GlossaryArticle, ...], termbase: tuple[Concept, ...] = ()) -> CorpusGlossary:
    corpus = CorpusGlossary(termbase=termbase)
    for article in added:
        corpus.add(article)
    return corpus


def glossary() -> CollectionGlossary:
    return corpus_of(articles()).glossary()


def entry(name: str, found: CollectionGlossary | None = None) -> ConceptEntry:
    (only,) = [each for each in (found or glossary()).entries if name in {known.text for known in each.designations}]
    return only


def test_one_concept_is_one_entry_in_both_languages() -> None:
    fed = entry("Fed")
    assert fed.id == "federal-reserve"
    assert fed.articles == ("banque.txt", "fed.txt", "rates.txt")
    assert {name.text for name in fed.names("en")} >= {"Federal Reserve"}
    assert {definition.lang: definition.origin for definition in fed.definitions} == {"fr": "lexicon", "en": "lexicon"}
    mentions = {name: [each for each in digest_of(name).glossary.entries if each.id == fed.id] for name in fed.articles}
    assert fed.frequency == sum(len(found.mentions) for (found,) in mentions.values())


def test_short_forms_of_two_bodies_are_two_entries() -> None:
    sports = entry("Office municipal des sports")
    health = entry("Organisation mondiale de la santé")
    assert (sports.articles, health.articles) == (("fed.txt",), ("rates.txt", "virus.txt"))
    assert sports.status == "undefined"
    assert health.status == "defined"


def test_the_definition_of_an_article_names_article_and_sentence() -> None:
    found = entry("morvelline")
    french = found.definition("fr")
    assert french is not None
    assert (french.origin, french.source) == ("article", "banque.txt")
    assert french.sentence == "La morvelline est une herbe marine qui abrite des poissons."
    assert french.text in french.sentence


def test_a_short_form_that_nothing_explains_is_listed_with_an_example() -> None:
    found = entry("QZX")
    assert (found.status, found.frequency, found.articles) == ("undefined", 2, ("banque.txt",))
    assert found.context is not None
    assert found.context.text == "Le QZX a voté, selon le QZX."


def test_entries_are_in_order_with_ids_and_names_of_their_own() -> None:
    found = glossary()
    assert [each.id for each in found.entries] == list(dict.fromkeys(each.id for each in found.entries))
    assert set(found.defined) | set(found.undefined) == set(found.entries)
    for each in found.entries:
        assert each.term in {name.text for name in each.names(each.lang)}
        for lang in each.langs:
            names = each.names(lang)
            assert [name.status for name in names] == ["preferred"] + ["admitted"] * (len(names) - 1)
            assert len({name.text for name in names}) == len(names)
    assert (found.articles, found.lang) == (4, "fr")


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    assert corpus_of(tuple(articles()[index] for index in order)).glossary() == glossary()


def test_digests_in_json_give_the_same() -> None:
    from_json = tuple(article_from_dict(json.loads(json.dumps(digest_of(name).to_dict()))) for name in TEXTS)
    assert corpus_of(from_json).glossary() == glossary()
    with pytest.raises(RenderingError, match="does not follow digest/1"):
        article_from_dict({"schema": "digest/1"}, name="x.json")


@given(st.lists(st.text("ab|;\\\\ '", min_size=1), max_size=4))
def test_names_in_one_cell_are_parted_again(names: list[str]) -> None:
    own = list(dict.fromkeys(plain for name in names if (plain := " ".join(name.split()))))
    assert split_names(joined(own)) == own


@given(st.text("=+-@'a\t", min_size=1, max_size=5))
def test_a_guarded_cell_is_text_and_comes_back(cell: str) -> None:
    written = str(guarded(cell))
    assert not re.match(r"[=+\-@\t\r]", written)
    assert unguarded(written) == cell


def test_limits_keep_what_is_most_used() -> None:
    found = corpus_of(articles()).entries(most=1, most_undefined=0)
    assert [each.id for each in found] == ["federal-reserve"]


def analysed(texts: dict[str, str], digester: Digester) -> CandidateCounter:
    counter = CandidateCounter()
    for name, text in texts.items():
        document = digester.prepare(reading.from_text(text, Source(name, "text/plain")))
        doc, sentences = digester.analyse(document)
        counter.add(doc, digester.extract(document, doc, sentences), sentences=sentences, name=name, lang="fr")
    return counter


ROTOR = {
    "a.txt": "Le rotor\n\nLe rotor tourne depuis lundi au large de Morlac. Lina Castaing a réparé le rotor.",
    "b.txt": "La nacelle\n\nLe rotor de Morlac a cassé. Une turbine attend sur le quai de Morlac.",
}


def test_candidates_are_rare_words_used_again_and_no_names_of_persons_or_places() -> None:
    counter = analysed(ROTOR, Digester(Options(language="fr")))
    found = {candidate.term: candidate for candidate in counter.candidates()}
    assert found["rotor"].articles == ("a.txt", "b.txt")
    assert found["rotor"].context is not None
    assert "rotor" in found["rotor"].context.text
    assert not {"lina castaing", "Lina Castaing", "morlac", "Morlac", "lundi", "équipe"} & set(found)
    corpus = CorpusGlossary()
    corpus.add_candidates(counter.candidates(), most=1)
    (only,) = corpus.entries()
    assert (only.term, only.status) == (next(counter.candidates()).term, "undefined")


def test_a_candidate_that_is_letters_has_what_they_stand_for() -> None:
    text = "Une école\n\nLe projet vespéral de scolarisation (PVS) de chaque élève est revu par la direction de l'école."
    corpus = CorpusGlossary()
    corpus.add_candidates(analysed({"a.txt": text}, Digester(Options(language="fr"))).candidates())
    (found,) = corpus.entries()
    assert (found.term, aside(found), found.status) == ("PVS", "projet vespéral de scolarisation", "undefined")


def test_of_two_languages_that_use_a_concept_alike_the_collections_wins() -> None:
    texts = {
        "ia.txt": "La machine\n\nLe port de Morlac installe de l'intelligence artificielle lundi.",
        "port.txt": "Le port\n\nLe port de Morlac reçoit deux navires de plus, a dit le maire mardi.",
        "ai.txt": "The machine\n\nThe harbour of Morlac has been using artificial intelligence since Monday.",
    }
    digester = Digester(Options(glossary_entries=50))
    digests = (digester.digest(reading.from_text(text, Source(name, "text/plain"))) for name, text in texts.items())
    found = corpus_of(tuple(article_of(digest) for digest in digests)).glossary()
    assert entry("intelligence artificielle", found).lang == found.lang == "fr"


def comparable(found: CollectionGlossary) -> list[object]:
    """Return all but the counts, which are of the articles read, the name most used and the choice of the example."""
    return [(each.id, each.lang, each.domain, each.designations, each.definitions, each.articles) for each in found.entries]


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "tbx"])
def test_what_is_written_is_read_back_and_written_again(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"glossary{GLOSSARY_SUFFIXES[form]}"
    first = glossary()
    path.write_bytes(render_glossary(first, form))
    termbase = read_termbase(path)
    assert {concept.id for concept in termbase} == {each.id for each in first.entries}
    for concept in termbase:
        written = next(each for each in first.entries if each.id == concept.id)
        assert sorted(concept.designations, key=str) == sorted(written.designations, key=str)
        assert set(concept.sources) == set(written.definitions)
        assert (concept.domain or None) == written.domain
    again = corpus_with(path)
    assert comparable(again) == comparable(first)
    path.write_bytes(render_glossary(again, form))
    if form == "csv":
        assert render_glossary(corpus_with(path), form) == render_glossary(again, form)


def corpus_with(termbase: Path) -> CollectionGlossary:
    """Return the glossary of the same articles, digested with a termbase."""
    digester = Digester(Options(glossary_entries=50, termbases=(str(termbase),)))
    return corpus_of(tuple(article_of(made_by(digester, name)) for name in TEXTS), digester.termbase).glossary()


def test_an_editor_fills_a_gap_once(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    lines = render_glossary(glossary(), "csv").decode().splitlines()
    empty = "undefined,QZX,fr,QZX,,,,"
    assert [line for line in lines if line.startswith(empty)]
    edited = [line.replace(empty, "undefined,QZX,fr,QZX,,conseil des quais de Morlac,,") for line in lines]
    path.write_text("\n".join(edited), encoding="utf-8-sig")
    digester = Digester(Options(glossary_entries=50, termbases=(str(path),)))
    filled = next(each for each in made_by(digester, "banque.txt").glossary.entries if each.term == "QZX")
    assert (filled.definition, filled.origin) == ("conseil des quais de Morlac", "termbase")
    again = corpus_with(path)
    found = entry("QZX", again).definition("fr")
    assert found is not None
    assert (found.text, found.origin, found.source) == ("conseil des quais de Morlac", "termbase", "glossary.csv")
    assert [each for each in comparable(again) if "QZX" not in str(each)] == [
        each for each in comparable(glossary()) if "QZX" not in str(each)
    ]


def test_an_edited_definition_of_the_lexicon_is_no_longer_the_lexicons(tmp_path: Path) -> None:
    path = tmp_path / "glossary.json"
    values = glossary().to_dict()
    for each in values["entries"]:
        for definition in each["definitions"]:
            definition["text"] += " (corrigé)"
    path.write_text(json.dumps(values), encoding="utf-8")
    assert {definition.origin for concept in read_termbase(path) for definition in concept.sources} == {"termbase"}
