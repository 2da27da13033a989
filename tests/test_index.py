"""The index of a batch: every digest is there, by date, to be searched; charts tell what they show; hostile text is harmless."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Digester, collection, reading
from summarizer.collection import rows_of, write_index
from summarizer.rendering import as_html, as_json, charts
from summarizer.rendering.index import GlossaryRow
from tests.conftest import SAMPLES
from tests.pages import check
from tests.test_html import HOSTILE


def named(name: str, label: str = "ORG") -> dict[str, Any]:
    return {"name": name, "label": label, "mentions": [[0, len(name)]]}


def term(key: str, lang: str, text: str, **others: str) -> dict[str, Any]:
    """Return a glossary entry with its preferred names in *others*, the other languages."""
    names = [{"text": name, "lang": code, "kind": "full", "status": "preferred"} for code, name in {lang: text, **others}.items()]
    told = {"expansion": None, "definition": None, "origin": None}
    return {"id": key, "term": text, "lang": lang, "designations": names, **told}


def digest(number: int, *, lang: str = "fr", published: str | None = None, text: str = "", **parts: object) -> dict[str, Any]:
    """Return what the index reads of a digest/1 object."""
    label = {"fr": "Le scoop", "en": "The news"}[lang]
    told = {"definition": text or "mur.", "origin": "lexicon"}
    return {
        "schema": "digest/1",
        "source": {"name": f"{number}.txt", "published": published},
        "language": {"code": lang},
        "title": text or f"Titre {number}",
        "key_points": [{"label": label, "text": text or f"Point {number}."}, {"label": label, "text": text or "Le reste."}],
        "glossary": [term("dyke", lang, text or "digue") | told],
        "entities": [named(text or "Sernac")],
        "summary": {"text": text or f"Synthèse {number}."},
        **parts,
    }


def fill(out: Path, *digests: dict[str, Any]) -> Path:
    for number, value in enumerate(digests):
        path = out / "articles" / f"{number:04}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    return out


def index(out: Path) -> str:
    return write_index(out)[0].read_text(encoding="utf-8")


def titles(page: str) -> list[str]:
    return [item.one("h3").text for item in check(page).all("li", **{"class": "article"})]


def test_real_digests_are_listed_with_their_points_and_linked_to_their_pages(tmp_path: Path) -> None:
    digester = Digester()
    for number, path in enumerate(SAMPLES[:3]):
        made = digester.digest(reading.read(path))
        stem = tmp_path / "articles" / "dossier d'été #1" / path.name
        stem.parent.mkdir(parents=True, exist_ok=True)
        stem.with_name(f"{path.name}.json").write_text(as_json(made), encoding="utf-8")
        if number:
            stem.with_name(f"{path.name}.html").write_text(as_html(made), encoding="utf-8")
    rows = list(rows_of(tmp_path))
    root = check(index(tmp_path))
    items = root.all("li", **{"class": "article"})
    assert [item.one("h3").text for item in items] == [row.title for row in rows]
    for row, item in zip(rows, items, strict=True):
        assert all(text in item.text and label in item.text for label, text in row.points)
        assert all(name in item.text for name in (*row.terms, *row.names))
    links = [item.one("h3").one("a").attributes["href"] for item in items]
    folder = "articles/dossier%20d%27%C3%A9t%C3%A9%20%231"
    names = (f"{SAMPLES[0].name}.json", f"{SAMPLES[1].name}.html", f"{SAMPLES[2].name}.html")
    assert links == [f"{folder}/{name}" for name in names]


def test_the_newest_article_comes_first_and_the_undated_last(tmp_path: Path) -> None:
    days = ["2024-02-29T10:00:00Z", None, "2024-03-02", "soon", "2024-02-30", "2023-12-31"]
    page = index(fill(tmp_path, *(digest(number, published=day) for number, day in enumerate(days))))
    assert titles(page) == ["Titre 2", "Titre 0", "Titre 5", "Titre 1", "Titre 3", "Titre 4"]
    assert [each.text for each in check(page).all("h3", **{"class": "month"})] == [
        "Mars 2024",
        "Février 2024",
        "Décembre 2023",
        "Sans date",
    ]
    assert "6 articles · du 31 décembre 2023 au 2 mars 2024" in page


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "3 articles · 2 en français · 1 en anglais"), ("en", "3 articles · 2 in English")]
)
def test_the_index_speaks_the_language_of_most_articles(lang: str, words: str, tmp_path: Path) -> None:
    other = {"fr": "en", "en": "fr"}[lang]
    page = index(fill(tmp_path, digest(1, lang=lang), digest(2, lang=other), digest(3, lang=lang)))
    assert words in page
    assert check(page).one("html").attributes["lang"] == lang
    assert [each.attributes["lang"] for each in check(page).all("li", **{"class": "article", "data-lang": other})] == [other]


@pytest.mark.parametrize(
    ("title", "point", "shown", "folded"),
    [
        ("Le pont ferme", "Le pont rouvrira.", "Le scoop\xa0: Le pont rouvrira.", "Les autres points"),
        ("Le pont ferme", "Le pont ferme.", "Synthèse 1.", "Les points-clés"),
        ("Travaux : le pont ferme !", "Le pont ferme.", "Synthèse 1.", "Les points-clés"),
        ("", "Le pont ferme.", "Le scoop\xa0: Le pont ferme.", "Les autres points"),
    ],
)
def test_what_stands_under_a_title_says_more_than_the_title(
    title: str, point: str, shown: str, folded: str, tmp_path: Path
) -> None:
    points = [{"label": "Le scoop", "text": point}, {"label": "La suite", "text": "Le reste."}]
    item = check(index(fill(tmp_path, digest(1, title=title, key_points=points)))).one("li", **{"class": "article"})
    assert item.one("p", **{"class": "scoop"}).text == shown
    assert item.one("summary").text == folded
    rest = ["La suite\xa0: Le reste."] if "scoop" in shown else [f"Le scoop\xa0: {point}", "La suite\xa0: Le reste."]
    assert [each.text for each in item.one("ul").all("li")] == rest


def test_an_empty_folder_has_an_index_that_says_so(tmp_path: Path) -> None:
    assert "Aucun article." in index(tmp_path)


def test_what_is_no_digest_is_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, digest(1))
    for name, text in (
        ("a.json", "[1]"),
        ("b.json", '{"schema": "glossary/1"}'),
        ("c.json", '{"schema": "dig'),
        (".d.json", "{}"),
    ):
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    assert titles(index(tmp_path)) == ["Titre 1"]


def test_failures_duplicates_and_glossary_files_are_told_and_linked(tmp_path: Path) -> None:
    fill(tmp_path, digest(1))
    assert "errors.jsonl" not in index(tmp_path)
    (tmp_path / "errors.jsonl").write_text('{"file": "a"}\n{"file": "b"}\n', encoding="utf-8")
    (tmp_path / "duplicates.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "glossary.tbx").write_text("", encoding="utf-8")
    root = check(index(tmp_path))
    assert root.one("a", href="errors.jsonl").text == "2 fichiers n'ont pas pu être traités"
    assert root.one("a", href="duplicates.jsonl").text == "1 groupe d'articles presque identiques"
    assert root.one("a", href="glossary.tbx").text == "glossary.tbx"


def test_a_concept_is_told_once_in_the_language_of_the_index(tmp_path: Path) -> None:
    english = term("dyke", "en", "dyke") | {"definition": "wall.", "origin": "lexicon"}
    bare = term("xyz", "en", "XYZ") | {"expansion": "Xylo"}
    fill(tmp_path, digest(1), digest(2), digest(3, lang="en", glossary=[english, bare]))
    (glossary,) = check(index(tmp_path)).all("dl")
    assert [each.text for each in glossary.all("div")] == [
        "Digue\xa0: mur. lexique 3 articles",
        "XYZ (Xylo)\xa0: sans définition 1 article",
    ]


def test_a_given_glossary_takes_the_place_of_the_digests_own(tmp_path: Path) -> None:
    fill(tmp_path, digest(1))
    rows = [GlossaryRow(f"terme {number}", "fr", "", "chose", "termbase", 2) for number in range(collection._GLOSSARY_ROWS + 1)]
    page = write_index(tmp_path, glossary=rows)[0].read_text(encoding="utf-8")
    (glossary,) = check(page).all("dl")
    assert len(glossary.all("div")) == len(rows) - 1
    assert "Les 100 termes les plus présents sur 101." in page
    assert "Terme 0\xa0: chose. terminologie 2 articles" in glossary.text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.rendering.index.ROWS_A_PAGE", 1)
    monkeypatch.setattr(collection, "ROWS_A_PAGE", 1)
    kinds = [
        {each.tag for each in check(index(fill(tmp_path, digest(1, text=word), digest(2, text=word)))).all()}
        for word in ("a", text)
    ]
    assert kinds[0] == kinds[1]
    root = check(index(tmp_path))
    assert text in root.one("h3", dir="auto").text
    data = root.one("script", id="others").text
    assert "<" not in data
    assert [row[1] for row in json.loads(data)] == [text]


def test_many_articles_take_several_pages_and_the_first_has_all_to_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.rendering.index.ROWS_A_PAGE", 3)
    monkeypatch.setattr(collection, "ROWS_A_PAGE", 3)
    fill(tmp_path, *(digest(number) for number in range(7)))
    pages = write_index(tmp_path)
    assert [path.name for path in pages] == ["index.html", "index-2.html", "index-3.html"]
    texts = [path.read_text(encoding="utf-8") for path in pages]
    assert [title for text in texts for title in titles(text)] == [f"Titre {number}" for number in range(7)]
    assert [row[1] for row in json.loads(check(texts[0]).one("script", id="others").text)] == [
        f"Titre {number}" for number in (3, 4, 5, 6)
    ]
    assert [[link.attributes["href"] for link in check(text).one("nav", **{"class": "pages"}).all("a")] for text in texts] == [
        ["index-2.html"],
        ["index.html", "index-3.html"],
        ["index-2.html"],
    ]
    for path in sorted((tmp_path / "articles").iterdir())[2:]:
        path.unlink()
    assert write_index(tmp_path) == (tmp_path / "index.html",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "index.html"]


def test_the_index_is_the_same_every_time(tmp_path: Path) -> None:
    fill(tmp_path, *(digest(number, published=f"2024-0{number + 1}-01") for number in range(5)))
    assert index(tmp_path) == index(tmp_path)


def test_the_chart_counts_articles_by_period(tmp_path: Path) -> None:
    other = [named("Orlac")]
    days = ["2024-01-01", "2024-01-03", "2024-01-03", None]
    fill(
        tmp_path,
        *(
            digest(number, published=day, entities=other if number == 1 else digest(0)["entities"])
            for number, day in enumerate(days)
        ),
    )
    root = check(index(tmp_path))
    table = root.one("section", **{"aria-labelledby": "chart-names"}).one("table", **{"class": "data"})
    rows = [[cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in table.all("tr")]
    assert rows == [
        ["nom", "1er janvier 2024", "2 janvier 2024", "3 janvier 2024", "total"],
        ["Sernac", "1", "0", "1", "2"],
        ["Orlac", "0", "0", "1", "1"],
    ]
    drawings = root.one("section", **{"aria-labelledby": "chart-names"}).all("svg")
    assert [(each.one("title").text, each.one("desc").text) for each in drawings] == [
        ("Sernac", "1er janvier 2024\xa0: 1; 3 janvier 2024\xa0: 1"),
        ("Orlac", "3 janvier 2024\xa0: 1"),
    ]


def test_without_dates_the_chart_has_one_bar_a_name(tmp_path: Path) -> None:
    fill(tmp_path, digest(1), digest(2), digest(3, entities=[named("Orlac")]))
    root = check(index(tmp_path))
    chart = root.one("section", **{"aria-labelledby": "chart-names"})
    assert [(each.one("title").text, each.one("rect").attributes["width"]) for each in chart.all("svg")] == [
        ("Sernac", "100.0"),
        ("Orlac", "50.0"),
    ]
    assert [each.text for each in chart.all("td", **{"class": "count"})] == ["2", "1"]


def test_where_few_articles_are_dated_all_are_counted(tmp_path: Path) -> None:
    dated = [digest(number, published=f"2024-01-0{number}", entities=[named("Orlac")]) for number in (1, 2)]
    assert chart(index(fill(tmp_path, *dated, *(digest(number) for number in range(3)))), "names") == {"Sernac": 3, "Orlac": 2}


def test_accents_do_not_put_a_term_last(tmp_path: Path) -> None:
    words = ("zinc", "écluse", "digue")
    fill(tmp_path, digest(1, glossary=[term(word, "fr", word) | {"definition": "mur."} for word in words]))
    found = [each.text[:5] for each in check(index(tmp_path)).one("dl").all("div")]
    assert found == ["Digue", "Éclus", "Zinc\xa0"]


def chart(page: str, kind: str) -> dict[str, int]:
    """Return the names of a chart with their totals."""
    rows = check(page).one("section", **{"aria-labelledby": f"chart-{kind}"}).one("table", **{"class": "bars"}).one("tbody")
    return {row.one("th").text: int(row.one("td", **{"class": "count"}).text) for row in rows.all("tr")}


def test_names_of_one_thing_are_counted_together_in_the_language_of_the_index(tmp_path: Path) -> None:
    places = ("États-Unis", "Etats-Unis", "USA", "États-Unis", "Royaume-Uni", "OTAN", "Valmorel")
    french = [named(name, "ORG" if name == "OTAN" else "LOC") for name in places]
    # The spelling without accent counts as the one with it.
    french[0] = french[3] = named("Etats-Unis", "LOC")
    english = [named("United States", "LOC"), named("US", "ORG"), named("UK", "LOC"), named("NATO"), named("Sernac")]
    also = [named("Germany", "LOC"), named("Jordan", "PER")]
    fill(
        tmp_path,
        *(digest(number, entities=[entity]) for number, entity in enumerate(french)),
        digest(7, lang="en", entities=english),
        digest(8, lang="en", entities=also),
    )
    assert chart(index(tmp_path), "names") == {
        "États-Unis": 5,
        "OTAN": 2,
        "Royaume-Uni": 2,
        "Allemagne": 1,
        "Jordan": 1,
        "Sernac": 1,
        "Valmorel": 1,
    }


def test_terms_are_named_in_the_language_of_the_index_where_it_has_a_name(tmp_path: Path) -> None:
    entries = [term("dyke", "en", "dyke", fr="digue"), term("xyz", "en", "XYZ")]
    fill(tmp_path, digest(1, glossary=[]), digest(2, glossary=[]), digest(3, lang="en", glossary=entries))
    assert chart(index(tmp_path), "terms") == {"digue": 1, "XYZ": 1}


@given(st.dates(), st.integers(0, 20_000))
def test_periods_follow_one_another_and_are_few(first: date, days: int) -> None:
    last = first + timedelta(days=min(days, (date.max - first).days))
    unit, periods = charts.periods_of(first.isoformat(), last.isoformat())
    assert 1 <= len(periods) <= charts.MOST_PERIODS
    assert list(periods) == sorted(set(periods))
    length = {"day": 10, "month": 7, "year": 4}[unit]
    assert periods[-1] == last.isoformat()[:length]
    assert {len(period) for period in periods} == {length}


@given(st.lists(st.dictionaries(st.sampled_from(["2024-01-01", "2024-01-02", "2024-01-04"]), st.integers(1, 9)), max_size=4))
def test_bars_are_as_high_as_their_counts(found: list[dict[str, int]]) -> None:
    unit, periods = charts.periods_of("2024-01-01", "2024-01-04")
    chart = charts.chart_over_time([("x", by_day) for by_day in found], unit=unit, periods=periods)
    most = max((count for by_day in found for count in by_day.values()), default=1)
    for by_day, series in zip(found, chart.series, strict=True):
        assert (series.total, sum(series.counts)) == (sum(by_day.values()),) * 2
        assert [bar.height for bar in series.bars] == [round(chart.height * by_day[day] / most, 1) for day in sorted(by_day)]
        assert all(0 <= bar.y <= chart.height and 0 <= bar.x < chart.width for bar in series.bars)


def test_script_and_style_name_no_other_place() -> None:
    folder = Path(collection.__file__).parent / "rendering" / "templates"
    for path in folder.iterdir():
        assert not re.search(r"https?:|//[a-z]", path.read_text(encoding="utf-8")), path.name
