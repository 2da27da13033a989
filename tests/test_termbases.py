"""Users' termbases: what is read, what is refused by file and line, and that they go before lexicon and article."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from summarizer import Digest, Digester, Options, reading
from summarizer.batch import Plan, in_process, run_batch
from summarizer.concepts import CollectionGlossary
from summarizer.corpus_glossary import CorpusGlossary, article_of
from summarizer.errors import LexiconError, OptionError
from summarizer.grounding import check
from summarizer.lexicon import Lexicon, built_in
from summarizer.lexicon.termbases import read_termbase, read_termbases
from summarizer.rendering.glossaries import render_glossary
from summarizer.results import GlossaryEntry
from summarizer.types import Concept, Source
from tests.conftest import ROOT, cases

SAMPLE = ROOT / "samples" / "glossaries" / "termes_redaction.csv"


def put(folder: Path, text: str, name: str = "terms.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("case", cases("termbases"))
def test_files(case: dict[str, Any], tmp_path: Path) -> None:
    path = put(tmp_path, case["text"], f"terms{case['suffix']}", case.get("encoding", "utf-8"))
    if "error" in case:
        with pytest.raises(LexiconError, match=rf"^{re.escape(str(path))}:.*{case['error']}"):
            read_termbase(path)
        return
    found = read_termbase(path)
    assert [[[name.text, name.lang, name.kind] for name in concept.designations] for concept in found] == case["names"]
    assert [[list(pair) for pair in concept.definitions] for concept in found] == case["definitions"]
    assert [concept.domain for concept in found] == case.get("domains", [""] * len(found))
    assert [concept.id for concept in found] == case.get("ids", [concept.id for concept in found])
    assert len({concept.id for concept in found}) == len(found)
    sources = [definition.source for concept in found for definition in concept.sources]
    assert sources == case.get("sources", [path.name] * len(sources))
    assert {concept.origin for concept in found} == {"termbase"}


def workbook(path: Path, *rows: tuple[object, ...], empty_first: bool = False) -> Path:
    book = Workbook()
    sheet = book.create_sheet("Termes") if empty_first else book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_from_the_sheet_that_holds_rows(tmp_path: Path) -> None:
    rows = (("Terme", "Langue", "Définition", "Domaine"), ("écluse", "fr", "bassin", None), (401, "fr", "plan", None))
    first, second = read_termbase(workbook(tmp_path / "t.xlsx", *rows, empty_first=True))
    assert (first.names("fr"), first.definition("fr"), second.names("fr")) == (("écluse",), "bassin", ("401",))


def test_a_bad_row_of_a_workbook_is_named_by_sheet_and_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", ("term", "lang", "definition"), ("lock", "en", "chamber"), ("quay", None, "wall"))
    with pytest.raises(LexiconError, match="Sheet:3: the row has no language"):
        read_termbase(path)


def test_a_workbook_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", ("term", "lang", "definition"), ("lock", "en", "chamber"))
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(stream, "w") as changed:
        for part in package.infolist():
            content = package.read(part).replace(b"<worksheet", b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet", 1)
            changed.writestr(part, content)
    path.write_bytes(stream.getvalue())
    with pytest.raises(LexiconError, match="declares a document type"):
        read_termbase(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "t.xlsx", ("term", "lang", "definition"), ("lock", "en", "chamber"))
    monkeypatch.setattr("summarizer.lexicon.termbases.tables.MAX_UNPACKED", 100)
    with pytest.raises(LexiconError, match="unpacks to more"):
        read_termbase(path)


def test_xml_reads_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, "secret words", "secret.txt")
    text = (
        f"<!DOCTYPE tbx [<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]><tbx><text><body><conceptEntry id='a'>"
        "<langSec xml:lang='en'><termSec><term>&x;</term></termSec></langSec></conceptEntry></body></text></tbx>"
    )
    with pytest.raises(LexiconError, match="declares entities"):
        read_termbase(put(tmp_path, text, "t.tbx"))
    with_dtd = f"<!DOCTYPE tbx SYSTEM '{(tmp_path / 'own.dtd').as_uri()}'>" + text.split("]>", 1)[1].replace("&x;", "lock")
    put(tmp_path, "<!ENTITY y 'secret'><!ATTLIST tbx a CDATA 'secret'>", "own.dtd")
    (concept,) = read_termbase(put(tmp_path, with_dtd, "t.tbx"))
    assert concept.names("en") == ("lock",)


def test_a_million_rows_are_refused_in_seconds(tmp_path: Path) -> None:
    path = put(tmp_path, "term,lang,definition\n" + "".join(f"t{number},en,x\n" for number in range(1_000_000)))
    start = time.monotonic()
    with pytest.raises(LexiconError, match="more than the 100,000 entries"):
        read_termbase(path)
    assert time.monotonic() - start < 60


def test_a_file_too_large_missing_or_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        read_termbase(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(LexiconError, match="is a folder"):
        read_termbase(tmp_path / "folder.csv")
    monkeypatch.setattr("summarizer.lexicon.termbases.MAX_BYTES", 3)
    with pytest.raises(LexiconError, match="split the termbase"):
        read_termbase(SAMPLE)


def test_of_two_termbases_the_first_counts(tmp_path: Path) -> None:
    one = put(tmp_path, "term,lang,definition\nlock,en,first\n", "one.csv")
    two = put(tmp_path, "term,lang,definition\nlock,en,second\nquay,en,wall\n", "two.csv")
    assert [concept.definition("en") for concept in read_termbases([one, two])] == ["first", "wall"]
    assert [concept.definition("en") for concept in read_termbases([two, one])] == ["second", "wall"]


def test_options_name_the_files_in_a_tuple() -> None:
    with pytest.raises(OptionError, match="tuple"):
        Options(termbases="terms.csv")  # type: ignore[arg-type]
    with pytest.raises(LexiconError, match="No such file"):
        Digester(Options(termbases=("none.csv",)))


FR = (
    "# Le port de Morlac\n\nLes Tribunaux locaux ont tranché lundi. Un rançongiciel a touché le port et ses caissons étanches. "
    "La morvelline est une herbe marine qui abrite des poissons. La FVM paie les travaux.\n\n"
    "## Glossaire\n\n- Digue : mur qui protège un port des vagues.\n"
)


def digest_with(folder: Path, rows: str, *, limit: int = 12, text: str = FR, lang: str = "fr") -> Digest:
    path = put(folder, f"term,lang,acronym,definition\n{rows}")
    digester = Digester(Options(language=lang, termbases=(str(path),), glossary_entries=limit))
    return digester.digest(reading.from_markdown(text, Source("case", "text/markdown")))


def entry_of(digest: Digest, term: str) -> GlossaryEntry:
    return next(entry for entry in digest.glossary.entries if entry.term == term)


@pytest.mark.parametrize(
    ("row", "term", "used"),
    [
        ("rançongiciel,fr,,logiciel qui prend en otage", "rançongiciel", "rançongiciel"),
        ("morvelline,fr,,plante à fleurs de nos côtes", "morvelline", "morvelline"),
        ("digue,fr,,ouvrage de pierre", "digue", "Digue"),
        ("tribunal local,fr,,juge de la commune", "tribunal local", "Tribunaux locaux"),
        ("Caisson Étanche,fr,,boîte où l'eau n'entre pas", "Caisson Étanche", "caissons étanches"),
        ("Fonds vert de la mer,fr,FVM,caisse de la région", "FVM", "FVM"),
        ("FVM,fr,,caisse de la région", "FVM", "FVM"),
    ],
)
def test_a_termbase_goes_before_lexicon_and_article(tmp_path: Path, row: str, term: str, used: str) -> None:
    made = digest_with(tmp_path, f"{row}\n", limit=1)
    (entry,) = made.glossary.entries
    assert (entry.term, entry.origin, entry.definition) == (term, "termbase", row.rsplit(",", 1)[1])
    assert used in {span.of(made.document.text) for span in entry.mentions}
    assert made.notes == ()


def test_a_short_form_of_the_user_goes_before_the_long_form_of_the_lexicon(tmp_path: Path) -> None:
    text = "La règle\n\nLe règlement général sur la protection des données (RGPD) vaut pour tous. Le RGPD a dix ans."
    made = digest_with(tmp_path, "RGPD,fr,,loi de la maison\n", text=text)
    entry = entry_of(made, "RGPD")
    assert (entry.origin, entry.definition) == ("termbase", "loi de la maison")
    assert entry.expansion == "règlement général sur la protection des données"


@pytest.mark.parametrize(
    ("lang", "row", "used"),
    [
        ("fr", "clou torsadé,fr,,pointe", "Les clous torsadés tiennent."),
        ("en", "criterion of glim,en,,test", "The criteria of glim hold."),
        ("en", "leaf of tarn,en,,sheet", "The leaves of tarn hold."),
        ("en", "formula of Brunt,en,,rule", "The formulae of Brunt hold."),
    ],
)
def test_irregular_plurals_are_found(tmp_path: Path, lang: str, row: str, used: str) -> None:
    made = digest_with(tmp_path, f"{row}\n", text=f"# Le port de Morlac\n\n{used}\n", lang=lang)
    assert [entry.origin for entry in made.glossary.entries] == ["termbase"]


def test_a_deprecated_name_leads_to_the_preferred_one(tmp_path: Path) -> None:
    table = put(tmp_path, "terme,langue,définition,termes interdits\nherbier marin,fr,plante de mer,morvelline\n")
    glossary = tmp_path / "terms.tbx"
    glossary.write_bytes(render_glossary(glossary_of(table), "tbx"))
    for path in (table, glossary):
        digester = Digester(Options(language="fr", termbases=(str(path),)))
        made = digester.digest(reading.from_markdown(FR, Source("case", "text/markdown")))
        entry = entry_of(made, "herbier marin")
        assert {(name.text, name.status) for name in entry.designations} == {
            ("herbier marin", "preferred"),
            ("morvelline", "deprecated"),
        }
        assert "morvelline" in {span.of(made.document.text) for span in entry.mentions}
        assert check(made, termbase=digester.termbase) == ()


def glossary_of(termbase: Path) -> CollectionGlossary:
    digester = Digester(Options(language="fr", termbases=(str(termbase),)))
    corpus = CorpusGlossary(termbase=digester.termbase)
    corpus.add(article_of(digester.digest(reading.from_markdown(FR, Source("case", "text/markdown")))))
    return corpus.glossary()


def test_two_rows_with_one_term_are_two_senses_told_apart_by_the_article(tmp_path: Path) -> None:
    rows = "morvelline,fr,,danse de bal\nmorvelline,fr,,plante où vivent des poissons\n"
    assert entry_of(digest_with(tmp_path, rows), "morvelline").definition == "plante où vivent des poissons"
    assert (
        entry_of(digest_with(tmp_path, rows, text="Un bal\n\nOn joue la morvelline."), "morvelline").definition == "danse de bal"
    )


def test_terms_that_the_article_does_not_use_get_no_entry(tmp_path: Path) -> None:
    made = digest_with(tmp_path, "écope,fr,,pelle\nport,en,,wine\n")
    assert "termbase" not in {entry.origin for entry in made.glossary.entries}


def test_a_row_without_definition_defines_nothing_and_hides_nothing(tmp_path: Path) -> None:
    made = digest_with(tmp_path, "rançongiciel,fr,,\nport et ses caissons étanches,fr,,\n")
    assert entry_of(made, "rançongiciel").origin == "lexicon"
    assert "termbase" not in {entry.origin for entry in made.glossary.entries}


def test_a_short_form_in_small_letters_is_another_word(tmp_path: Path) -> None:
    text = "Le port\n\nOn rouvre si la mer le veut. Si."
    made = digest_with(tmp_path, "SI,fr,SI,système d'information de la mairie\n", text=text)
    assert made.glossary.entries == ()


@pytest.mark.parametrize(("name", "text", "found"), [("C#", "We teach C# and C.", ["C#"]), ("C#", "We teach C here.", [])])
def test_marks_at_the_end_of_a_name_count(tmp_path: Path, name: str, text: str, found: list[str]) -> None:
    termbase = read_termbase(put(tmp_path, f"term,lang,definition\n{name},en,language\n"))
    mentions = Lexicon((), lang="en", termbase=termbase).find(text)
    assert [mention.span.of(text) for mention in mentions] == found


def test_a_termbase_changes_nothing_where_it_names_nothing(tmp_path: Path) -> None:
    termbase = read_termbase(put(tmp_path, "term,lang,definition\nxyzzy,fr,mot\nplover,fr,\n"))
    with_it, without = Lexicon(built_in(), lang="fr", termbase=termbase), Lexicon(built_in(), lang="fr")
    assert with_it.find(FR) == without.find(FR)


def test_grounding_asks_for_the_definition_in_the_termbase(tmp_path: Path) -> None:
    made = digest_with(tmp_path, "morvelline,fr,,plante à fleurs\n")
    assert [note.code for note in check(made)] == ["ungrounded-termbase-definition"]
    own = Concept("z", "", None, "specialist", (), (("fr", "plante à fleurs"),), "termbase")
    assert check(made, termbase=(own,)) == ()


def test_a_changed_termbase_does_the_batch_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, FR, "port.md")
    path = put(tmp_path, "term,lang,definition\nmorvelline,fr,plante\n")
    plan = Plan(options=Options(language="fr", termbases=(str(path),)), executor=in_process)
    statuses = [list(run_batch(folder, tmp_path / "out", plan)) for _ in range(2)]
    put(tmp_path, "term,lang,definition\nmorvelline,fr,herbe des fonds\n")
    statuses.append(list(run_batch(folder, tmp_path / "out", plan)))
    assert statuses == [["done"], ["unchanged"], ["done"]]
    assert "herbe des fonds" in (tmp_path / "out" / "articles" / "port.json").read_text(encoding="utf-8")
