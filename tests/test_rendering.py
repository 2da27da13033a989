"""Markdown that shows every character of the digest, JSON that gives it back, a terminal page that holds it all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from summarizer import Digest, Digester, Options, digest, reading
from summarizer.errors import RenderingError
from summarizer.rendering import RENDERERS, SUFFIXES, as_json, as_markdown, render
from summarizer.rendering.terminal import print_digest
from summarizer.rendering.wording import aside
from summarizer.results import Glossary, GlossaryEntry, Summary
from summarizer.types import Block, Designation, Note, Source
from tests.conftest import SAMPLES

TEXTS = {
    "fr": "Une digue pour Sernac\n\nLe maire a annoncé lundi la fermeture du pont par un rançongiciel. La digue tiendra dix ans.",
    "en": "A dyke for Sarnock\n\nThe mayor announced on Monday that ransomware has shut the bridge. The dyke stands for years.",
}
HEADINGS = {
    "fr": ["Les points-clés", "La synthèse", "Glossaire des termes clés", "Remarques"],
    "en": ["Key points", "Summary", "Glossary of key terms", "Notes"],
}


@cache
def short_digest(lang: str) -> Digest:
    """Return a digest with a title, one key point at least, a synthesis, one glossary entry and one note."""
    made = Digester(Options(language=lang)).digest(reading.from_text(TEXTS[lang], Source("case", "text/plain")))
    assert made.document.title
    assert made.key_points
    assert [entry.origin for entry in made.glossary.entries] == ["lexicon"]
    return replace(made, notes=(Note("case", "Remarque ou note."),))


def empty_digest(lang: str) -> Digest:
    """Return the same without title, key points, synthesis, glossary and notes."""
    made = short_digest(lang)
    document = replace(made.document, title="")
    return replace(made, document=document, key_points=(), summary=Summary(()), glossary=Glossary(()), notes=())


def shown(markdown: str) -> list[str]:
    """Return what a reader sees of each block, according to a CommonMark parser."""
    blocks = [token.children or [] for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline"]
    return ["".join(" " if child.type == "softbreak" else child.content for child in block) for block in blocks]


PLACES: dict[str, Callable[[Digest, str], Digest]] = {
    "title": lambda made, text: replace(made, document=replace(made.document, title=text)),
    "key point": lambda made, text: replace(
        made, key_points=(replace(made.key_points[0], line=replace(made.key_points[0].line, text=text)),)
    ),
    "synthesis": lambda made, text: replace(made, summary=Summary((replace(made.summary.sentences[0], text=text),))),
    "term": lambda made, text: replace(made, glossary=Glossary((replace(made.glossary.entries[0], term=text),))),
    "definition": lambda made, text: replace(made, glossary=Glossary((replace(made.glossary.entries[0], definition=text),))),
    "expansion": lambda made, text: replace(made, glossary=Glossary((replace(made.glossary.entries[0], expansion=text),))),
    "note": lambda made, text: replace(made, notes=(Note("case", text),)),
}
LITERALS = (
    "Prix 5 * 3 * 2",
    "*Titre* et _titre_",
    "Le champ a_b_c",
    "`rm` et ``ls``",
    "<b>Gras</b> et <http://exemple.fr>",
    "[Lien](http://exemple.fr) et ![image](a.png)",
    "C:\\temp\\*",
    "# Dièse",
    "- Tiret",
    "+ Plus",
    "> Chevron",
    "1945. L'année zéro",
    "3) Troisième",
    "AT&amp;T et &copy;",
    "Le langage C #",
)


@pytest.mark.parametrize(
    ("place", "literal"),
    [(place, literal) for place in PLACES for literal in LITERALS],
)
def test_markdown_shows_every_character_as_it_is(place: str, literal: str) -> None:
    blocks = shown(as_markdown(PLACES[place](short_digest("fr"), literal)))
    assert any(re.search(rf"(?<!\\){re.escape(literal)}", block) for block in blocks)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_markdown_has_the_headings_of_its_language_in_their_order(lang: str) -> None:
    made = short_digest(lang)
    markdown = as_markdown(made)
    assert re.findall(r"^## (.*)$", markdown, re.M) == HEADINGS[lang]
    assert markdown.startswith(f"# {made.document.title}\n*")
    assert markdown.endswith(".\n")
    colon = {"fr": " : ", "en": ": "}[lang]
    assert f"- **{made.key_points[0].label}**{colon}{made.key_points[0].text}\n" in markdown
    assert f"*({ {'fr': 'lexique', 'en': 'lexicon'}[lang] })*" in markdown


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_empty_has_no_heading(lang: str) -> None:
    markdown = as_markdown(empty_digest(lang))
    assert "##" not in markdown
    assert markdown.startswith({"fr": "# Article sans titre\n", "en": "# Untitled article\n"}[lang])
    page = terminal(empty_digest(lang), 80)
    assert not any(heading in page for heading in HEADINGS[lang])


@pytest.mark.parametrize(
    ("lang", "figures"),
    [
        ("fr", "*français · 21 mots, lus en 1 min · résumé en 17 mots*"),
        ("en", "*English · 20 words, read in 1 min · summarised in 16 words*"),
    ],
)
def test_the_second_line_counts_the_words_of_the_article_and_of_the_synthesis(lang: str, figures: str) -> None:
    assert as_markdown(short_digest(lang)).splitlines()[1] == figures


def test_thousands_of_words_are_parted() -> None:
    made = short_digest("fr")
    long = replace(made.document, blocks=(Block("paragraph", "pont " * 63602),))
    assert "63\u202f602 mots, lus en 271 min" in as_markdown(replace(made, document=long))


def test_a_term_without_definition_says_so_and_one_with_a_stop_gets_no_second() -> None:
    entry = short_digest("en").glossary.entries[0]
    bare = replace(entry, definition=None, origin=None)
    assert ": *no definition*" in as_markdown(replace(short_digest("en"), glossary=Glossary((bare,))))
    closed = replace(entry, definition="Software that takes files hostage!")
    assert "hostage! *(lexicon)*" in as_markdown(replace(short_digest("en"), glossary=Glossary((closed,))))
    small = replace(entry, term="mRNA"), replace(entry, term="digue")
    assert re.findall(
        r"^- \*\*(\w+)\*\*", as_markdown(replace(short_digest("fr"), key_points=(), glossary=Glossary(small))), re.M
    ) == [
        "mRNA",
        "Digue",
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_json_gives_back_every_value_in_readable_letters(path: Path) -> None:
    made = digest(path)
    text = as_json(made)
    assert json.loads(text) == json.loads(json.dumps(made.to_dict()))
    assert text.endswith("}\n")
    assert "\\u" not in text
    for piece in (*json.loads(text)["summary"]["sentences"], *json.loads(text)["key_points"]):
        assert piece["text"] in as_markdown(made).replace("\\", "")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(RenderingError, match=r"docx.*markdown.*json"):
        render(short_digest("fr"), "docx")
    assert set(SUFFIXES) == set(RENDERERS)
    assert render(short_digest("fr"), "json") == as_json(short_digest("fr"))


def terminal(made: Digest, width: int) -> str:
    """Return the page that a terminal of *width* columns shows, without colour."""
    page = StringIO()
    print_digest(made, Console(file=page, width=width, color_system=None))
    return page.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_terminal_page_holds_everything_within_its_width(path: Path, width: int) -> None:
    made = digest(path)
    page = terminal(made, width)
    assert max(len(line.rstrip()) for line in page.splitlines()) <= min(width, 100)
    words = set(re.findall(r"\w+", page))
    pieces = [made.summary.text, *(point.text for point in made.key_points)]
    pieces += [entry.definition or "" for entry in made.glossary.entries]
    assert {word for piece in pieces for word in re.findall(r"\w+", piece)} <= words


@pytest.mark.parametrize("width", [20, 30])
def test_a_narrow_terminal_shows_every_letter_of_a_key_point(width: int) -> None:
    made = digest(SAMPLES[0])
    page = re.sub(r"\s", "", terminal(made, width))
    assert [point.text for point in made.key_points if re.sub(r"\s", "", point.label + point.text) not in page] == []


def test_the_terminal_takes_no_markup_from_the_article() -> None:
    literal = "[red]Rouge[/red] [bold] et [/] :smile:"
    for put in PLACES.values():
        assert literal in re.sub(r"\s+", " ", terminal(put(short_digest("fr"), literal), 100))


@pytest.mark.parametrize(("term", "short", "found"), [("test PCR", "PCR", None), ("agence régionale de santé", "ARS", "ARS")])
def test_an_acronym_that_the_term_has_in_it_is_not_set_behind_it(term: str, short: str, found: str | None) -> None:
    names = (Designation(term, "fr", "full", "preferred"), Designation(short, "fr", "acronym"))
    entry = GlossaryEntry("x", term, "fr", None, "ce que c'est", "lexicon", names, ())
    assert aside(entry, f"Une {term}, dite {short}.") == found
