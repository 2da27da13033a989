"""A collection's glossary in its seven formats: the same bytes each time, nothing lost, and each coded check fails once."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from summarizer import Digester, Options, reading
from summarizer.cli.glossary import GlossaryFormat
from summarizer.concepts import CollectionGlossary, ConceptEntry, Context
from summarizer.errors import RenderingError
from summarizer.lexicon.termbases.columns import find_columns
from summarizer.rendering import render
from summarizer.rendering.glossaries import GLOSSARY_RENDERERS, GLOSSARY_SUFFIXES, render_glossary, skos_checks, tbx_checks
from summarizer.rendering.glossaries.rows import COLUMNS
from summarizer.rendering.glossaries.wording import aside, figures, others
from summarizer.types import Designation, DesignationKind, Source, SourcedDefinition
from tests.conftest import ROOT

SENTENCE = "L'écluse, un bassin <entre> deux « niveaux », a cédé."
LOCK = ConceptEntry(
    id="lock",
    term="écluse",
    lang="fr",
    designations=(
        Designation("écluse", "fr", "full", "preferred"),
        Designation("ECL", "fr", "acronym"),
        Designation("sas|à bateaux", "fr", "variant"),
        Designation("lock", "en", "full", "preferred"),
    ),
    definitions=(
        SourcedDefinition("fr", "un bassin <entre> deux « niveaux »", "article", "port.txt", SENTENCE),
        SourcedDefinition("en", "chamber & gates", "lexicon"),
    ),
    frequency=3,
    articles=("a/port.txt", "quai.md"),
    context=Context("Les bateaux attendent l'écluse.", "fr", "quai.md"),
    domain="law",
)
FORMULA = ConceptEntry("sum", "=1+1", "en", (Designation("=1+1", "en", "full", "preferred"),), (), 2, ("sums.txt",))
EVIL = ConceptEntry(
    "evil",
    "<script>alert(1)</script>",
    "fr",
    (Designation("<script>alert(1)</script>", "fr", "full", "preferred"),),
    (SourcedDefinition("fr", "-2 & *gras* \x01]]>", "termbase", "@t.csv"),),
    1,
    ("b.txt",),
)
GLOSSARY = CollectionGlossary((LOCK, FORMULA, EVIL), 3, "fr")


def test_formats_suffixes_and_choices_are_the_same() -> None:
    assert set(GLOSSARY_RENDERERS) == set(GLOSSARY_SUFFIXES) == {form.value for form in GlossaryFormat}
    with pytest.raises(RenderingError, match=r"docx.*markdown.*skos"):
        render_glossary(GLOSSARY, "docx")


@pytest.mark.parametrize("form", sorted(GLOSSARY_RENDERERS))
def test_the_same_glossary_gives_the_same_bytes_with_origin_and_sentence(form: str) -> None:
    data = render_glossary(GLOSSARY, form)
    assert data == render_glossary(GLOSSARY, form)
    if form != "xlsx":
        text = unescape(re.sub(r"\\(?=[^\w\s])", "", data.decode()))
        assert all(piece in text for piece in (SENTENCE, "port.txt", "un bassin <entre> deux « niveaux »", "chamber"))
        assert "article" in text
        assert "\x01" not in text


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv", "xlsx", "skos"])
def test_a_glossary_without_entries_can_be_written(form: str) -> None:
    assert render_glossary(CollectionGlossary((), 0, "en"), form)


def test_tbx_refuses_an_empty_body() -> None:
    with pytest.raises(RenderingError, match="no empty body"):
        render_glossary(CollectionGlossary((), 0, "en"), "tbx")


def table_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_csv_has_a_row_a_concept_and_no_formula() -> None:
    lock, formula, evil = table_of(render_glossary(GLOSSARY, "csv"))
    assert (lock["status"], lock["term"], lock["acronym"], lock["variants"]) == ("defined", "écluse", "ECL", r"sas\|à bateaux")
    assert (lock["translation"], lock["translation_definition"], lock["documents"]) == ("lock", "chamber & gates", "2")
    assert (formula["status"], formula["term"]) == ("undefined", "'=1+1")
    assert (evil["definition"], evil["source"]) == ("'-2 & *gras* ]]>", "'@t.csv")
    assert not [cell for row in (lock, formula, evil) for cell in row.values() if re.match(r"[=+@\t-]", cell)]


def test_every_column_of_the_table_is_known_to_the_reader() -> None:
    known = find_columns(COLUMNS)
    assert [name for number, name in enumerate(COLUMNS) if number not in known] == [
        "frequency", "documents", "context", "context_source", "articles",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("short", "names", "found"),
    [
        ("AD", (("eczema", "full"), ("atopic dermatitis", "variant")), "atopic dermatitis"),
        ("ATM", (("cash machine", "full"),), None),
        ("RSS", (("RSS feed", "full"),), None),
        ("CO2", (("carbon dioxide", "full"),), "carbon dioxide"),
    ],
)
def test_what_stands_behind_letters_is_what_they_spell(
    short: str, names: tuple[tuple[str, DesignationKind], ...], found: str | None
) -> None:
    each = (Designation(short, "en", "acronym"), *(Designation(text, "en", kind) for text, kind in names))
    entry = ConceptEntry("x", short, "en", each, (), 1, ("a.txt",))
    assert aside(entry) == found
    assert {short, found, *others(entry)} >= {name.text for name in each}


def test_xlsx_holds_texts_under_a_frozen_header() -> None:
    sheet = load_workbook(io.BytesIO(render_glossary(GLOSSARY, "xlsx")))["glossary"]
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:Y4")
    term = sheet.cell(3, 2)
    assert (term.value, term.data_type, sheet.cell(2, COLUMNS.index("frequency") + 1).value) == ("=1+1", "s", 3)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.column_dimensions["F"].width == 60


def test_json_follows_its_schema() -> None:
    schema = json.loads((ROOT / "docs" / "glossary.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    values = json.loads(render_glossary(GLOSSARY, "json"))
    assert list(validator.iter_errors(values)) == []
    assert [entry["status"] for entry in values["entries"]] == ["defined", "undefined", "defined"]
    del values["entries"][0]["definitions"][0]["origin"]
    assert len(list(validator.iter_errors(values))) == 1


def test_markdown_shows_every_letter_and_keeps_the_undefined_apart() -> None:
    text = render_glossary(GLOSSARY, "markdown").decode()
    shown = [token.content for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]
    assert text.index("## Termes à définir") < text.index("**=1+1**")
    assert any(line.startswith(r"**\<script>alert(1)") for line in shown)
    assert "- **Écluse** (ECL) : un bassin \\<entre> deux « niveaux ». *(article, port.txt)*\n" in text
    assert "  - English : lock — chamber & gates. *(lexique)*\n" in text
    assert "  - droit · emplois : 3 · articles : 2\n" in text


def test_html_is_one_well_formed_page_that_loads_nothing() -> None:
    text = render_glossary(GLOSSARY, "html").decode()
    body = text.split("</style>", 1)[1].replace("&", "&amp;")
    ET.fromstring(f"<html><head>{body[:-8]}</html>".replace("</html></html>", "</html>"))
    assert not re.search(r"<script|<link|@import|url\(|https?:|src=", text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert '<b lang="en">lock</b>' in text
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r' id="([^"]+)"', text))
    assert text.index('id="undefined"') < text.index("=1+1")


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("fr", "1 article · 1 notion définie · 1 notion à définir", "2 articles · 2 notions définies · 0 notions à définir"),
        ("en", "1 article · 1 concept defined · 1 concept to define", "2 articles · 2 concepts defined · 0 concepts to define"),
    ],
)
def test_the_figures_are_in_the_singular_and_the_plural(lang: str, one: str, two: str) -> None:
    defined, bare = GLOSSARY.defined[:1], GLOSSARY.undefined[:1]
    assert figures(replace(GLOSSARY, lang=lang, articles=1, entries=(*defined, *bare))) == one
    assert figures(replace(GLOSSARY, lang=lang, articles=2, entries=defined * 2)) == two


def test_tbx_and_skos_pass_their_checks() -> None:
    assert list(tbx_checks.problems(render_glossary(GLOSSARY, "tbx"))) == []
    assert list(skos_checks.problems(render_glossary(GLOSSARY, "skos"))) == []


TBX_FAULTS = {
    "is_tbx_basic": ('type="TBX-Basic"', 'type="TBX-Core"'),
    "says_source": (r"<sourceDesc>.*?</sourceDesc>", "<sourceDesc><p></p></sourceDesc>"),
    "has_entries": (r"<body>.*</body>", "<body/>"),
    "in_order": (r"(<term>[^<]*</term>)\s*(<termNote[^>]*>noun</termNote>)", r"\2\1"),
    "unique_ids": ('id="c-sum"', 'id="c-lock"'),
    "languages_once": ('<langSec xml:lang="en">', '<langSec xml:lang="fr">'),
    "terms_everywhere": ("<term>lock</term>", "<term> </term>"),
    "terms_once": ("<term>ECL</term>", "<term>écluse</term>"),
    "known_categories": ('<descrip type="subjectField">', '<descrip type="context">'),
    "picked_values": (">noun<", ">substantif<"),
    "filled": ('<descrip type="subjectField">law', '<descrip type="subjectField">'),
    "one_definition": (r"(<descripGrp>\s*<descrip type=\"definition\">.*?</descripGrp>)", r"\1\1"),
    "well_formed": ("</tbx>", ""),
}


@pytest.mark.parametrize("name", [*TBX_FAULTS])
def test_each_check_of_tbx_fails_once(name: str) -> None:
    pattern, wrong = TBX_FAULTS[name]
    text = re.sub(pattern, wrong, render_glossary(GLOSSARY, "tbx").decode(), count=1, flags=re.DOTALL)
    assert name in {line.split(":", 1)[0] for line in tbx_checks.problems(text.encode())}


def test_all_checks_are_seen_red() -> None:
    assert {check.__name__ for check in tbx_checks.CHECKS} == set(TBX_FAULTS) - {"well_formed"}
    assert {check.__name__ for check in skos_checks.CHECKS} == set(SKOS_FAULTS) - {"well_formed"}
    assert all((check.__doc__ or "").endswith(".") for check in (*tbx_checks.CHECKS, *skos_checks.CHECKS))


SKOS_FAULTS = {
    "one_scheme": ("a skos:ConceptScheme", "a skos:Collection"),
    "in_scheme": ("skos:inScheme", "skos:related"),
    "scheme_is_no_concept": ("a skos:ConceptScheme", "a skos:ConceptScheme, skos:Concept"),
    "labels_disjoint": ('"ECL"@fr', '"écluse"@fr'),
    "one_preferred_label": ('"lock"@en', '"lock"@en, "sluice"@en'),
    "texts_tagged": ('"ECL"@fr', '"ECL"'),
    "one_definition": ('"chamber & gates"@en', '"chamber & gates"@en, "chamber"@en'),
    "origin_told": ("skos:editorialNote", "skos:note"),
    "well_formed": ("skos:prefLabel", "skos prefLabel"),
}


@pytest.mark.parametrize("name", [*SKOS_FAULTS])
def test_each_check_of_skos_fails_once(name: str) -> None:
    right, wrong = SKOS_FAULTS[name]
    text = render_glossary(GLOSSARY, "skos").decode()
    assert right in text
    assert name in {line.split(":", 1)[0] for line in skos_checks.problems(text.replace(right, wrong).encode())}


@cache
def own_digest(form: str) -> str:
    digester = Digester(Options(language="fr"))
    text = "Une digue pour Sernac\n\nLe maire a annoncé lundi la fermeture du pont par un rançongiciel. La digue tiendra dix ans."
    return render(digester.digest(reading.from_text(text, Source("sernac.txt", "text/plain"))), form)


def test_a_digest_writes_its_own_glossary() -> None:
    (row,) = table_of(own_digest("csv").encode())
    assert (row["term"], row["origin"], row["articles"], row["status"]) == ("rançongiciel", "lexicon", "sernac.txt", "defined")
    assert list(tbx_checks.problems(own_digest("tbx").encode())) == []
    assert list(skos_checks.problems(own_digest("skos").encode())) == []
