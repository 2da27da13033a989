"""The lexicon: what its files may hold, what its checks refuse, where the finder sees a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import COLUMNS, Lexicon, built_in, read_table
from summarizer.lexicon.checks import CHECKS, Check, problems
from summarizer.resources import lexicon_folder
from summarizer.types import Concept, Designation
from tests.conftest import cases

HEADER = "\t".join(COLUMNS)
GOOD = (
    "low-tide\t\tknown\tmarée basse\t\tbasse mer\tmoment où la mer est au plus bas\tlow tide\tLT\t\tmoment when the sea is lowest"
)
# id, label, French name, short, variants, definition, English name, short, variants, definition
HARBOUR = """
low-tide||marée basse|||moment où la mer est au plus bas|low tide|||moment when the sea is lowest
low-tide-reserve||réserve de marée basse|||parc que la mer découvre|low tide reserve|||park that the sea uncovers
barge||chaland||péniche de mer|bateau plat|barge||flat boat|flat vessel
sluice||écluse|||ouvrage à deux portes|sluice|||work with two gates
canal-ferry||bachot de canal|||passage sur l'eau|canal ferry|||passage over water
rural-canal||canal rural|||voie d'eau des champs|rural canal|||waterway of the fields
stain||tache|||marque sale|stain|||dirty mark
anchor-group|ORG|Ancre|||entreprise de quincaillerie|Ancre|||hardware company
tide-watch|ORG|Veille des tempêtes|VDT||association de guetteurs|Watch Over Tides|WOT||charity of lookouts
breakwater||brise-lames|||mur contre la houle|breakwater|||wall against the swell
tide-lock||sas de flot|||porte du port|tide-lock|||gate of the port
estran-plus|ORG|Estran+|||chaîne de télévision|Estran+|||television channel
mooring-right||droit d'amarre|||somme due par un bateau au port|mooring right|||sum that a boat owes the port
estuarine||estuarine|||protéine d'algue|estuarin|||protein of seaweed
river-ferry||bac|||bateau qui transporte voitures et passants d'une rive du fleuve à l'autre|river ferry|||boat over a river
school-exam||bac|||examen que passent les élèves à la fin du lycée|school leaving exam|||test at the end of school
riverside||berge|||bord d'un fleuve|bank|||land along the water of a river
money-house||établissement de crédit|||entreprise qui prête|bank|||company that keeps savings and lends money to its customers
lease||bail|||contrat de location|lease|||contract to rent
dock-labour||travail des quais|||emploi au port|dock labour|||work at the port
gulf-guard|ORG|Al-Khalij|||milice du golfe|Al-Khalij|||militia of the gulf
harbour-party|ORG|Parti du port|||parti anglais|Harbour Party|||English party
harbor-party|ORG|Parti de la rade|||parti américain|Harbor Party|||American party
mud-treatment||cure de vase|||soin par la boue de mer|mud anaesthesia|||numbing by sea mud
quay-centre|ORG|Cabinet des quais|||bureau d'études|Centre|||office for studies
quay-pass||carte d'accès|||badge du port|e-ID|||badge of the port
port-page|WORK|La Page P|||journal du port|La Page P|||paper of the port
sail-shop|ORG|Mervin's|||marchand de voiles|Mervin's|||seller of sails
pensioner||retraité|||ancien marin|pensioner|||former sailor
surety||caution pénale|||somme versée pour sortir de prison|bail|||sum paid to leave jail before a trial
"""


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "sea_words.tsv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Concept, ...]:
    cells = [line.split("|") for line in HARBOUR.strip().splitlines()]
    return read_table(write(tmp_path_factory.mktemp("lexicon"), *("\t".join([*row[:2], "known", *row[2:]]) for row in cells)))


@pytest.mark.parametrize("case", cases("lexicon"))
def test_finder_sees_the_names(case: dict[str, Any], harbour: tuple[Concept, ...]) -> None:
    found = Lexicon(harbour, lang=case["lang"]).find(case["text"])
    assert [[mention.span.of(case["text"]), mention.concept.id] for mention in found] == case["mentions"]


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        pytest.param(
            "fr",
            "Dans le conte, la licorne galope dans la forêt avec la princesse.",
            "unicorn",
            marks=pytest.mark.xfail(reason="the only concept of a name is taken whatever the text is about", strict=True),
        ),
        pytest.param(
            "fr",
            "Le salon a un parquet en chêne que le menuisier a ciré.",
            "public-prosecutors-office",
            marks=pytest.mark.xfail(reason="the only concept of a name is taken whatever the text is about", strict=True),
        ),
        ("fr", "Le mot pib, écrit sans capitales, est le cri d'un oiseau.", "gross-domestic-product"),
        ("en", "They told us that it was the who of the band.", "world-health-organization"),
        ("fr", "Il pleut. Ensemble, ils ont nagé : aides, repas, rires.", "ensemble-coalition"),
        ("fr", "Les régions de France comptent leurs canaux.", "regions-de-france"),
        ("en", "Shops gave the police their CCTV footage. Gemma saw it.", "china-central-television"),
        ("en", "Gemma Forbes works at the Department of Foreign Affairs.", "foreign-affairs"),
    ],
)
def test_shipped_lexicon_sees_no_concept_in_another_sense(lang: str, text: str, wrong: str) -> None:
    assert wrong in {concept.id for concept in built_in()}
    assert wrong not in {mention.concept.id for mention in Lexicon(built_in(), lang=lang).find(text)}


def test_table_gives_every_cell_its_place(tmp_path: Path) -> None:
    (concept,) = read_table(write(tmp_path, GOOD.replace("basse mer", "basse mer|bas de l'eau")))
    assert (concept.id, concept.domain, concept.label, concept.grade) == ("low-tide", "sea words", None, "known")
    assert concept.designations == (
        Designation("marée basse", "fr", "full", "preferred"),
        Designation("basse mer", "fr", "variant"),
        Designation("bas de l'eau", "fr", "variant"),
        Designation("low tide", "en", "full", "preferred"),
        Designation("LT", "en", "acronym"),
    )
    assert concept.definition("fr") == "moment où la mer est au plus bas"
    assert concept.definition("de") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (GOOD.rpartition("\t")[0], "has 10 cells, not 11"),
        (GOOD + "\tmore", "has 12 cells, not 11"),
        (GOOD.replace("\t\tknown", "\tSEA\tknown"), "label 'SEA' is not empty nor one of PER, ORG, LOC"),
        (GOOD.replace("known", "famous"), "grade 'famous' is not one of everyday, known, specialist"),
        (GOOD.replace("marée basse", ""), "the column fr is empty"),
        (GOOD.replace("low tide", ""), "the column en is empty"),
        pytest.param(
            GOOD.replace("low-tide", ""),
            "the column id is empty",
        ),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = write(tmp_path, GOOD, "", row)
    with pytest.raises(LexiconError) as error:
        read_table(path)
    assert str(error.value).startswith(f"{path}:4: ")
    assert message in str(error.value)


@pytest.mark.parametrize("content", [b"", b"id,label\n", "identifier".encode("utf-16"), HEADER.replace("grade", "rank").encode()])
def test_a_file_that_is_no_table_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.tsv"
    path.write_bytes(content)
    with pytest.raises(LexiconError) as error:
        read_table(path)
    assert str(error.value).startswith(f"{path}:")


def test_a_missing_file_is_a_lexicon_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.tsv: cannot be read"):
        read_table(tmp_path / "none.tsv")


def test_a_table_saved_by_a_spreadsheet_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sea.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{GOOD}\r\n".encode())
    assert [concept.id for concept in read_table(path)] == ["low-tide"]


def made_up(**changes: Any) -> Concept:
    names = (Designation("marée basse", "fr", "full", "preferred"), Designation("low tide", "en", "full", "preferred"))
    texts = (("fr", "moment où la mer est au plus bas"), ("en", "moment when the sea is lowest"))
    return replace(Concept("low-tide", "sea", None, "known", names, texts), **changes)


def english(text: str) -> tuple[tuple[str, str], ...]:
    return (("fr", "moment où la mer est au plus bas"), ("en", text))


OTHER_NAMES = (Designation("Marées basses", "fr", "full", "preferred"), Designation("low water", "en", "full", "preferred"))
# The check that must speak, and the concepts that break its rule.
BROKEN: list[tuple[str, tuple[Concept, ...]]] = [
    ("unique_id", (made_up(), made_up(domain="land"))),
    ("unique_id", (made_up(id="Low_Tide"),)),
    ("both_languages", (made_up(definitions=(("fr", "moment où la mer est au plus bas"),)),)),
    ("both_languages", (made_up(designations=(Designation("marée basse", "fr", "full", "preferred"),)),)),
    ("short_definition", (made_up(definitions=english(" ".join(["word"] * 31))),)),
    ("noun_phrase", (made_up(definitions=english("the moment when the sea is lowest")),)),
    ("noun_phrase", (made_up(definitions=english("moment when the sea is lowest.")),)),
    ("noun_phrase", (made_up(definitions=(("fr", "l'heure où la mer est au plus bas"), ("en", "moment of the sea"))),)),
    ("not_circular", (made_up(definitions=english("moment of Low tide in a port")),)),
    ("lasting", (made_up(definitions=english("moment of the sea that was recently measured")),)),
    ("clean_cells", (made_up(definitions=english("moment when  the sea is lowest")),)),
    ("clean_cells", (made_up(definitions=english(" moment when the sea is lowest")),)),
    ("one_concept_a_name", (made_up(), made_up(id="other-tide", designations=OTHER_NAMES))),
]
# Concepts that come close to breaking a rule.
SOUND: list[tuple[Concept, ...]] = [
    (made_up(), made_up(id="other-tide", domain="land")),
    (made_up(definitions=english(" ".join(["word"] * 30))),),
    (made_up(label="ORG", definitions=english("club of friends of low tide")),),
    (made_up(definitions=english("anchor of a boat, then another")),),
    (made_up(definitions=english("UN agency for the sea")),),
]


def speaking(concepts: tuple[Concept, ...]) -> list[str]:
    return [check.__name__ for check in CHECKS if list(check(concepts))]


@pytest.mark.parametrize(("name", "concepts"), BROKEN)
def test_check_speaks_of_what_breaks_its_rule_alone(name: str, concepts: tuple[Concept, ...]) -> None:
    assert speaking(concepts) == [name]
    (line,) = problems(concepts)
    assert line.startswith(f"{name}: ")
    assert concepts[0].id in line


@pytest.mark.parametrize("concepts", SOUND)
def test_checks_are_silent_on_what_keeps_the_rules(concepts: tuple[Concept, ...]) -> None:
    assert speaking(concepts) == []


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_is_tried_and_the_shipped_lexicon_passes(check: Check) -> None:
    assert check.__name__ in {name for name, _ in BROKEN}
    assert list(check(built_in())) == []


@pytest.mark.parametrize("path", sorted(lexicon_folder().glob("*.tsv")), ids=lambda path: path.stem)
def test_rows_of_a_shipped_file_are_sorted(path: Path) -> None:
    ids = [concept.id for concept in read_table(path)]
    assert ids == sorted(ids)
