"""Digests in the other language: figures, names and dates held, terms the lexicon's, both languages kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from summarizer import pipeline, reading
from summarizer.engines.draft import Assignment, Draft
from summarizer.engines.translator import load_translator
from summarizer.errors import EngineError, OptionError
from summarizer.lexicon import built_in
from summarizer.options import Options
from summarizer.rendering import as_json, as_markdown
from summarizer.rendering.terminal import print_digest
from summarizer.results import Digest
from summarizer.translation import fidelity, terms, translate_digest
from summarizer.types import Entity, Span
from tests.conftest import ROOT, cases

SCHEMA = json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8"))
ARTICLE = """Le pont de Vernaise rouvre mardi

Le rançongiciel qui a bloqué les feux du pont de Vernaise a coûté 4,5 millions d'euros, a annoncé lundi le maire, Ignace Pellorce.

La mairie de Vernaise a refusé de payer. Elle a porté plainte parce que le rançongiciel a touché 310.000 habitants.

Les travaux du pont avaient commencé après la crue éclair de 2031.
Ils ont été arrêtés pendant quatre mois, et les commerçants de la rive gauche réclament une aide à la région.

Le conseil municipal votera mardi un plan pour protéger ses machines.
« Nous ne voulons plus dépendre d'un seul mot de passe », a dit le maire.
"""


@dataclass
class Scripted:
    """A translator that knows some lines by heart, marks all others, and remembers what it was asked."""

    known: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        self.asked += texts
        return tuple(self.known.get(text, f"[{target}] {text}") for text in texts)


@cache
def digest() -> Digest:
    return pipeline.digest(reading.from_text(ARTICLE, reading_source()))


def reading_source() -> Any:
    from summarizer.types import Source

    return Source("test", "text/plain")


@pytest.mark.parametrize("case", cases("fidelity"))
def test_what_a_translation_lost(case: dict[str, Any]) -> None:
    text = case["text"] + " " + " ".join(name for name, _ in case["names"])
    entities = [Entity(name, label, (Span(text.index(name), text.index(name) + len(name)),)) for name, label in case["names"]]
    found = fidelity.lost(
        case["text"], case["translated"], entities=entities, text=text, source=case["source"], target=case["target"]
    )
    assert sorted(found) == sorted(case["lost"])


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["fr", "en"]))
def test_a_figure_that_is_spelled_anew_is_the_same_figure(value: Any, target: str) -> None:
    source = "en" if target == "fr" else "fr"
    written = f"{value:.2f}".replace(".", "," if source == "fr" else ".")
    spelled = fidelity.respell_figures(written, written, source=source, target=target)
    assert fidelity.figures(spelled, target) == fidelity.figures(written, source)


def test_every_line_and_the_title_are_translated_with_their_evidence() -> None:
    original = digest()
    made = translate_digest(original, to="en", translator=Lenient())
    assert made.translation is not None
    assert replace(made, translation=None) == original
    assert made.translation.lang == "en"
    assert [line.evidence for line in made.translation.summary.sentences] == [
        each.evidence for each in original.summary.sentences
    ]
    assert [(p.role, p.line.evidence) for p in made.translation.key_points] == [
        (p.role, p.line.evidence) for p in original.key_points
    ]
    assert {p.label for p in made.translation.key_points} <= {"The news", "The reason", "The consequences", "The figures",
        "The reactions", "The context", "What's next", "The takeaway"}  # fmt: skip
    assert made.translation.title.startswith("The bridge of Vernaise opens again on Tuesday")


# Beginning of a line of the digest -> what a good translator makes of it.
ENGLISH = {
    "Le pont de Vernaise": "The bridge of Vernaise opens again on Tuesday",
    "Le rançongiciel": "The ransomware that blocked the lights of the bridge of Vernaise cost 4,5 million euros, "
    "the mayor, Ignace Pellorce, said on Monday.",
    "La mairie": "The city of Vernaise refused to pay.",
    "Elle a porté": "It filed a complaint because the ransomware hit 310.000 inhabitants.",
    "Les travaux": "The work on the bridge had started after the flood of 2031.",
    "Ils ont été": "It stood still for four months, and the shops on the left bank want help from the region.",
    "Le conseil": "The city council will vote on Tuesday on a plan to protect its machines.",
    "« Nous": "“We do not want to depend on a single password any more”, the mayor said.",
}


class Lenient(Scripted):
    """A good translator of the article above."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        self.asked += texts
        return tuple(" ".join(map(self._sentence, re.split(r"(?<=[.!?]) (?=[A-ZÀ-Ý])", text))) for text in texts)

    @staticmethod
    def _sentence(text: str) -> str:
        return next((english for start, english in ENGLISH.items() if text.startswith(start)), "")


def test_the_glossary_takes_names_and_definitions_of_the_lexicon_untranslated() -> None:
    translator = Lenient()
    made = translate_digest(digest(), to="en", translator=translator)
    assert made.translation is not None
    entry = next(entry for entry in made.translation.glossary.entries if entry.term.lower() == "ransomware")
    concept = next(concept for concept in built_in() if concept.id == entry.id)
    assert (entry.lang, entry.definition, entry.origin) == ("en", concept.definition("en"), "lexicon")
    assert (entry.designations[0].lang, entry.designations[0].status) == ("en", "preferred")
    assert concept.definition("fr") not in translator.asked
    assert any(name.lang == "fr" and name.text == "rançongiciel" for name in entry.designations)


RIGHT = ENGLISH["Le rançongiciel"].replace("4,5", "4.5")
WRONG = RIGHT.replace("ransomware", "malicious program")


def test_a_line_without_the_terms_name_is_translated_again_with_it() -> None:
    line = next(line.text for line in digest().summary.sentences if "rançongiciel" in line.text)
    second = line.replace("rançongiciel", "ransomware")
    translator = Scripted({line: WRONG, second: RIGHT})
    made = translate_digest(digest(), to="en", translator=translator)
    assert made.translation is not None
    assert RIGHT in [each.text for each in made.translation.summary.sentences]
    assert second in translator.asked


def test_a_term_that_does_not_come_is_noted_and_the_line_kept() -> None:
    line = next(line.text for line in digest().summary.sentences if "rançongiciel" in line.text)
    translator = Scripted({line: WRONG, line.replace("rançongiciel", "ransomware"): WRONG})
    made = translate_digest(digest(), to="en", translator=translator)
    assert made.translation is not None
    assert WRONG in [each.text for each in made.translation.summary.sentences]
    assert any(note.code == "term" and "ransomware" in note.message for note in made.translation.notes)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "The mayor.",
        RIGHT.replace("4.5", "5.4"),
        RIGHT.replace("Pellorce", "Pell"),
        "Le rançongiciel qui a bloqué " + RIGHT[:9],
    ],
)
def test_a_line_that_lost_something_stays_as_it_is_with_a_note(answer: str) -> None:
    line = next(line.text for line in digest().summary.sentences if "4,5" in line.text)

    class Forgetful(Scripted):
        def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
            return tuple(answer for _ in texts)

    made = translate_digest(digest(), to="en", translator=Forgetful())
    assert made.translation is not None
    assert line in [each.text for each in made.translation.summary.sentences]
    assert any(note.code == "line-untranslated" and line in note.message for note in made.translation.notes)


def test_a_translator_that_fails_costs_the_translation_only() -> None:
    class Broken(Scripted):
        def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
            raise EngineError("no answer")

    made = translate_digest(digest(), to="en", translator=Broken())
    assert made.translation is None
    assert next(note for note in made.notes if note.code == "untranslated").message.endswith("no answer.")
    assert replace(made, notes=digest().notes) == digest()


def test_nothing_is_done_where_the_article_is_in_that_language() -> None:
    translator = Scripted()
    assert translate_digest(digest(), to="fr", translator=translator) == digest()
    assert translator.asked == []


def test_both_languages_stand_in_every_format() -> None:
    made = translate_digest(digest(), to="en", translator=Lenient())
    values = json.loads(as_json(made))
    jsonschema.validate(values, SCHEMA)
    assert values["translation"]["lang"] == "en"
    assert "translation" not in json.loads(as_json(digest()))
    markdown = as_markdown(made)
    assert markdown.startswith(as_markdown(digest()).rstrip("\n"))
    assert "\n---\n" in markdown
    assert [line for line in markdown.splitlines() if line.startswith("## ")][-3:] == [
        "## Key points",
        "## Summary",
        "## Glossary of key terms",
    ]
    console = Console(file=StringIO(), width=100)
    print_digest(made, console)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Translation: English" in shown
    assert "Les points-clés" in shown


def test_something_that_translates_must_be_named() -> None:
    class Engine(Scripted):
        def write(self, assignment: Assignment) -> Draft:
            raise AssertionError

    with pytest.raises(OptionError, match="give --translation-model"):
        load_translator(Options(to="en"))
    engine = Engine()
    assert load_translator(Options(to="en"), engine=engine) is engine


def test_terms_are_found_by_any_of_their_names() -> None:
    known = terms.known_terms(digest().glossary.entries, "en")
    assert terms.missing_terms("Un Rançongiciel frappe.", "A virus strikes.", known, target="en") == (
        ("Rançongiciel", "ransomware"),
    )
    assert terms.missing_terms("Un rançongiciel frappe.", "Ransomware strikes.", known, target="en") == ()
    assert terms.missing_terms("La crue éclair de 2031.", "The flash flooding of 2031.", known, target="en") == ()
    assert terms.missing_terms("La crue éclair de 2031.", "The storm of 2031.", known, target="en") == (
        ("crue éclair", "flash flood"),
    )
    assert terms.missing_terms("Un virus frappe.", "A virus strikes.", known, target="en") == ()


def test_samples_are_translated_in_both_directions(tmp_path: Path) -> None:
    for path, to in ((ROOT / "samples/fr/breve_glossaire.md", "en"), (ROOT / "samples/en/agency_news.txt", "fr")):
        made = translate_digest(pipeline.digest(path), to=to, translator=Scripted())
        assert made.translation is not None
        jsonschema.validate(made.to_dict(), SCHEMA)
        assert {entry.lang for entry in made.translation.glossary.entries} == {to}
