"""The digest page: the article letter for letter, everything marked that the digest speaks of, hostile text harmless."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Digest, Digester, Options, reading
from summarizer.languages import get_language
from summarizer.rendering import as_html
from summarizer.rendering.article_view import lines_of, marks_of
from summarizer.rendering.marking import Mark, MarkKind, between, cut_at_marks
from summarizer.rendering.pages import asset
from summarizer.results import Deletion, Glossary, GlossaryEntry, KeyPoint, Line, Replacement, Summary, Translation
from summarizer.types import Block, BlockKind, Document, Entity, LanguageGuess, Note, Part, Source, Span
from tests.conftest import ROOT, SAMPLES
from tests.pages import Element, check

ENGLISH = ROOT / "samples" / "en" / "agency_news.txt"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script></style></title></textarea>-->",
    "a\u2028b\u2029c",
    "{{ 7 * 7 }}{% raw %}{# no #}",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
)


@cache
def sample(path: Path) -> Digest:
    return Digester().digest(reading.read(path))


@cache
def page(path: Path) -> str:
    return as_html(sample(path))


def of_class(root: Element, name: str) -> str:
    """Return all text of the class *name*."""
    return "".join(each.text for each in root.all() if name in each.attributes.get("class", "").split())


def covered(spans: Iterable[Span], text: str) -> str:
    """Return what *spans* cover of *text*, each character once."""
    return "".join(text[place] for place in sorted({place for span in spans for place in range(span.start, span.end)}))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_page_shows_the_article_and_where_each_line_comes_from(path: Path) -> None:
    made = sample(path)
    text = made.document.text
    root = check(page(path))
    shown = root.one(id="text")
    assert shown.text == text
    for name, line in lines_of(made):
        sources = [*line.evidence, *(edit.antecedent for edit in line.replacements)]
        cuts = [*(deletion.span for deletion in line.deletions), *(edit.span for edit in line.replacements)]
        assert root.one("a", href=f"#{name}").text.endswith(line.text)
        assert of_class(shown, name) == covered(sources, text)
        assert of_class(shown, f"x-{name}") == covered(cuts, text)
    for number, entry in enumerate(made.glossary.entries, start=1):
        assert of_class(shown, f"t{number}") == covered(entry.mentions, text)
        assert all(shown.one("span", id=f"t{number}-{count}") for count in range(1, len(entry.mentions) + 1))
    assert of_class(shown, "name") == covered((span for entity in made.entities for span in entity.mentions), text)
    hints = {each.attributes.get("title", "") for each in shown.all() if "name" in each.attributes.get("class", "").split()}
    assert hints <= {"", *get_language(made.document.language.code).entity_labels.values()}
    assert any(hints) == any(entity.mentions for entity in made.entities)
    assert root.one("html").attributes["lang"] == made.document.language.code


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_page_is_small_and_the_same_every_time(path: Path) -> None:
    assert page(path) == as_html(sample(path))
    words = len(sample(path).document.text.split())
    assert len(page(path).encode()) < 25_000 + 120 * words


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
KINDS: tuple[BlockKind, ...] = ("title", "heading", "paragraph", "item", "question")
PARTS: tuple[Part, ...] = ("body", "summary", "glossary")


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    """Make a digest of any text whose annotations stand anywhere, across one another and across blocks."""
    blocks: list[Block] = []
    text = draw(st.sampled_from(["", "\n"]))
    for piece in draw(st.lists(TEXT, max_size=5)):
        blocks.append(
            Block(draw(st.sampled_from(KINDS)), piece, draw(st.integers(0, 7)), draw(st.sampled_from(PARTS)), len(text))
        )
        text += piece + draw(st.sampled_from(["", "\n", "\n\n"]))
    several = st.lists(spans(len(text)), max_size=3).map(tuple)
    cuts = several.map(lambda found: tuple(Deletion("rule", span) for span in found))
    edits = several.map(lambda found: tuple(Replacement(span, found[0]) for span in found))
    lines = st.builds(Line, TEXT, several, cuts, edits, st.sampled_from(["article", "engine"]))
    entry = st.builds(
        GlossaryEntry,
        TEXT,
        TEXT,
        st.just("fr"),
        st.none(),
        TEXT,
        st.just("article"),
        st.just(()),
        several,
        st.none(),
        spans(len(text)),
    )
    made = Digest(
        Document(Source("any", "text/plain"), LanguageGuess("fr", 1.0), "", text, tuple(blocks)),
        Summary(tuple(draw(st.lists(lines, max_size=2)))),
        tuple(KeyPoint("event", "Le scoop", line) for line in draw(st.lists(lines, max_size=2))),
        Glossary(tuple(draw(st.lists(entry, max_size=2)))),
        tuple(draw(st.lists(st.builds(Entity, TEXT, st.sampled_from(["PER", "ORG"]), several), max_size=2))),
    )
    return replace(made, translation=translated(made, "en") if draw(st.booleans()) else None)


@settings(max_examples=40)
@given(digests())
def test_whatever_is_marked_the_article_stays_the_same(made: Digest) -> None:
    root = check(as_html(made))
    assert root.one(id="text").text == made.document.text


@given(st.data(), st.integers(0, 30))
def test_pieces_are_the_whole_and_carry_the_marks_over_them(data: st.DataObject, length: int) -> None:
    marks = [
        Mark(span, kind, str(number))
        for number, span in enumerate(data.draw(st.lists(spans(length + 5), max_size=6)))
        for kind in data.draw(st.sets(st.sampled_from(get_args(MarkKind)), max_size=2))
    ]
    whole = Span(data.draw(st.integers(0, length)), length)
    pieces = cut_at_marks(whole, marks)
    places = [whole.start, *(piece.span.end for piece in pieces)]
    assert [piece.span for piece in pieces] == [Span(start, end) for start, end in pairwise(places)]
    assert places[-1] == whole.end
    for piece in pieces:
        assert piece.span.start < piece.span.end
        assert set(piece.marks) == {mark for mark in marks if mark.span.covers(piece.span)}
    for mark in marks:
        inside = max(0, min(mark.span.end, whole.end) - max(mark.span.start, whole.start))
        assert sum(piece.span.end - piece.span.start for piece in pieces if mark in piece.marks) == inside
    assert between(pieces, whole) == pieces


def test_what_a_pronoun_stands_for_is_evidence_and_the_pronoun_is_not() -> None:
    text = "Mme Orlac est partie. Elle reviendra."
    line = Line("Mme Orlac reviendra.", (Span(22, 37),), (), (Replacement(Span(22, 26), Span(0, 9)),))
    document = Document(Source("x", "text/plain"), LanguageGuess("fr", 1.0), "", text, (Block("paragraph", text),))
    shown = check(as_html(Digest(document, Summary(()), (KeyPoint("event", "Le scoop", line),), Glossary(()), ()))).one(id="text")
    assert of_class(shown, "k1") == "Mme OrlacElle reviendra."
    assert [each.text for each in shown.all("span") if each.attributes.get("class") == "x-k1"] == ["Elle"]
    marks = shown.all("mark")
    assert [each.all("span", id="k1") == [] for each in marks] == [True, False]


PLACES: dict[str, Callable[[Digest, str], Digest]] = {
    "title": lambda made, text: replace(made, document=replace(made.document, title=text)),
    "source": lambda made, text: replace(made, document=replace(made.document, source=Source(text, "text/plain", text))),
    "point": lambda made, text: replace(
        made, key_points=(replace(made.key_points[0], line=replace(made.key_points[0].line, text=text)),)
    ),
    "label": lambda made, text: replace(made, key_points=(replace(made.key_points[0], label=text),)),
    "summary": lambda made, text: replace(made, summary=Summary((Line(text, ()),))),
    "term": lambda made, text: replace(made, glossary=Glossary((replace(made.glossary.entries[0], term=text, expansion=text),))),
    "definition": lambda made, text: replace(made, glossary=Glossary((replace(made.glossary.entries[0], definition=text),))),
    "note": lambda made, text: replace(made, notes=(Note("case", text),)),
    "author": lambda made, text: replace(made, document=replace(made.document, source=Source("x", "text/html", author=text))),
    "translation": lambda made, text: replace(
        made, translation=Translation("en", text, Summary((Line(text, ()),)), (), Glossary(()), (Note("case", text),))
    ),
    "text": lambda made, text: replace(
        made,
        document=replace(made.document, text=text, blocks=(Block("paragraph", text),)),
        key_points=(),
        summary=Summary(()),
        glossary=Glossary(()),
        entities=(),
    ),
}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_is_shown_and_does_nothing(place: str, text: str) -> None:
    plain = check(as_html(PLACES[place](sample(SAMPLES[-1]), "plain")))
    root = check(as_html(PLACES[place](sample(SAMPLES[-1]), text)))
    assert text.lower() in root.one("body").text.lower()
    assert [each.tag for each in root.all()] == [each.tag for each in plain.all()]
    assert not any(each.attributes["href"].startswith("javascript") for each in root.all("a"))


@pytest.mark.parametrize(
    ("source", "byline"),
    [
        (Source("gazette", "text/html"), None),
        (Source("gazette", "text/html", "https://www.gazette.example/a?b=1&c=2"), "gazette.example"),
        (Source("gazette", "text/html", None, "2024-03-01T08:00:00Z"), "1 March 2024"),
        (Source("gazette", "text/html", None, None, "Ines Orlac"), "by Ines Orlac"),
        (
            Source("gazette", "text/html", "https://gazette.example/a?b=1&c=2", "2024-03", "Ines Orlac"),
            "March 2024 · by Ines Orlac · gazette.example",
        ),
        (Source("gazette", "text/html", "javascript:alert(1)", "soon", ""), None),
        (Source("gazette", "text/html", "https://[broken", "2024-13-01"), "2024"),
    ],
)
def test_what_the_source_tells_is_shown_and_linked(source: Source, byline: str | None) -> None:
    made = sample(ENGLISH)
    root = check(as_html(replace(made, document=replace(made.document, source=source))))
    assert [each.text for each in root.all("p", **{"class": "byline"})] == ([byline] if byline else [])
    links = [each for each in root.all("a") if not each.attributes["href"].startswith("#")]
    assert {each.attributes["href"] for each in links} == {source.url for _ in links}
    assert root.one("footer").text == "Source: gazette"
    assert [each.attributes["datetime"] for each in root.all("time")] == [source.published] * ("20" in (byline or ""))


def translated(made: Digest, lang: str) -> Translation:
    """Return a translation of *made* that says of each of its texts which language it is in."""

    def said(line: Line) -> Line:
        return Line(f"[{lang}] {line.text}", line.evidence)

    entries = (
        replace(entry, lang=lang, term=f"{lang}:{entry.term}", expansion=None, designations=())
        for entry in reversed(made.glossary.entries)
    )
    labels = get_language(lang).role_labels
    return Translation(
        lang,
        f"[{lang}] {made.document.title}",
        Summary(tuple(said(line) for line in made.summary.sentences)),
        tuple(KeyPoint(point.role, labels[point.role], said(point.line)) for point in made.key_points),
        Glossary(tuple(entries)),
        (Note("line-untranslated", f"[{lang}] note"),),
    )


def test_a_translation_is_a_box_of_its_own_that_leads_to_the_same_evidence() -> None:
    made = replace(sample(ENGLISH), translation=translated(sample(ENGLISH), "fr"))
    root = check(as_html(made))
    box, other = root.one(id="box"), root.one(id="translation")
    assert (root.one("html").attributes["lang"], other.attributes["lang"]) == ("en", "fr")
    assert root.one("a", href="#translation").text == "Traduction : français"
    assert [each.text for each in other.all() if each.tag in ("h2", "h3")] == [
        f"[fr] {made.document.title}",
        "Les points-clés",
        "La synthèse",
        "Glossaire des termes clés",
        "Remarques",
    ]
    lines = [(each.attributes["href"], each.text) for each in box.all("a", **{"class": "line"})]
    found = [(each.attributes["href"], each.text) for each in other.all("a", **{"class": "line"})]
    labels = [f"{point.label}\xa0: " for point in translated(sample(ENGLISH), "fr").key_points]
    texts = [line.text for _, line in lines_of(made)]
    assert [href for href, _ in found] == [href for href, _ in lines]
    assert [text for _, text in found] == [
        f"{label}[fr] {text}" for label, text in zip([*labels, *[""] * len(made.summary.sentences)], texts, strict=True)
    ]
    heads = [each.attributes["href"] for each in box.all("a", **{"class": "head"})]
    assert [each.attributes["href"] for each in other.all("a", **{"class": "head"})] == heads[::-1]
    assert {each.attributes["lang"] for each in other.all("span") if "lang" in each.attributes} == {"en"}
    assert other.all("ul", **{"class": "notes"})[0].text.strip() == "[fr] note"
    assert root.one(id="text").text == made.document.text


@pytest.mark.parametrize(("lang", "tag"), [("fr", "modèle"), ("en", "model")])
def test_lines_of_an_engine_say_that_a_model_wrote_them(lang: str, tag: str) -> None:
    text = "Orlac 3 2031."
    lines = (Line("Une ligne.", (Span(0, 5),), origin="engine"), Line("Orlac 3.", (Span(0, 7),)))
    document = Document(Source("x", "text/plain"), LanguageGuess(lang, 1.0), "", text, (Block("paragraph", text),))
    made = Digest(
        document, Summary(lines), (KeyPoint("event", "-", lines[0]), KeyPoint("cause", "-", lines[1])), Glossary(()), ()
    )
    box = check(as_html(made)).one(id="box")
    assert [tag in each.text for each in box.all("li")] == [True, False]
    assert [each.text for each in box.one("p", **{"class": "summary"}).all("span")] == [tag]
    told = get_language(lang).page_words["generated_lines"]
    assert told in box.text
    own = replace(made, summary=Summary(lines[1:]), key_points=made.key_points[1:])
    assert told not in check(as_html(own)).one("body").text


def test_more_mentions_than_are_linked_are_counted() -> None:
    made = sample(SAMPLES[0])
    places = [Span(match.start(), match.end()) for match in re.finditer(r"\b\w{4,}", made.document.text)][:25]
    entry = replace(made.glossary.entries[0], mentions=tuple(places))
    root = check(as_html(replace(made, glossary=Glossary((entry,)))))
    assert of_class(root, "mentions").endswith("11 12 … (25)")
    few = replace(entry, mentions=tuple(places[:12]))
    assert of_class(check(as_html(replace(made, glossary=Glossary((few,))))), "mentions").endswith("11 12")


def test_an_empty_digest_has_its_article_alone() -> None:
    made = sample(SAMPLES[0])
    bare = replace(made, key_points=(), summary=Summary(()), glossary=Glossary(()), entities=(), notes=())
    root = check(as_html(bare))
    assert [each.text for each in root.all("h2")] == [get_language(made.document.language.code).page_words["article"]]
    assert list(marks_of(bare)) == []
    assert root.one(id="text").text == made.document.text


def test_the_words_are_those_of_the_language() -> None:
    text = "The mayor of Sarnock announced on Monday that the bridge will close. The repairs last for two years."
    made = Digester(Options(language="en")).digest(reading.from_text(text, Source("case", "text/plain")))
    body = check(as_html(made)).one("body")
    assert "The article" in body.text
    assert not re.search(r"[éàê]|L'article", body.text)


PAIRS = (
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "card", "faint")),
    ("ink", "chosen"),
    ("muted", "chosen"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "faint"),
    ("accent", "chosen"),
    ("link", "paper"),
    ("link", "card"),
    ("paper", "ink"),
)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: str, ink: str, ground: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 at least."""
    light, dark, *_ = re.findall(r":root \{(.*?)\}", asset("base.css"), re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w+)", light if scheme == "light" else dark))
    bright, dim = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
