"""The digests of a folder -> its index. They are read one at a time and kept on disk, so that their number does not matter."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.files import write_lines_atomically
from summarizer.languages import KNOWN
from summarizer.lexicon.proper_names import thing_of
from summarizer.rendering.charts import Chart, chart_of_totals, chart_over_time, periods_of
from summarizer.rendering.index import ROWS_A_PAGE, GlossaryRow, IndexRow, Overview, index_page, page_name
from summarizer.words import fold, in_order

# Names told of an article, and rows of a chart: as many as are taken in at a glance.
_NAMES, _CHART_ROWS = 6, 10
# Concepts on the index itself; all of them are in the glossary's own files.
_GLOSSARY_ROWS = 100
_TOLD = ("expansion", "definition", "origin")

_TABLES = """
CREATE TABLE articles (date TEXT, path TEXT, lang TEXT, row TEXT);
CREATE INDEX newest ON articles (date DESC, path);
CREATE TABLE counts (kind TEXT, key TEXT, lang TEXT, name TEXT, date TEXT, n INTEGER,
    PRIMARY KEY (kind, key, lang, name, date)) WITHOUT ROWID;
CREATE TABLE translations (kind TEXT, key TEXT, lang TEXT, name TEXT, PRIMARY KEY (kind, key, lang)) WITHOUT ROWID;
CREATE TABLE concepts (key TEXT, lang TEXT, term TEXT, expansion TEXT, definition TEXT, origin TEXT, n INTEGER,
    PRIMARY KEY (key, lang, term, expansion, definition, origin)) WITHOUT ROWID;
"""
# One row a concept: in the language of the index where it is there, defined where it is defined, else as most articles have it.
_BEST_CONCEPTS = """
SELECT term, lang, expansion, definition, origin, articles FROM (
    SELECT *, SUM(n) OVER (PARTITION BY key) AS articles, ROW_NUMBER() OVER (
        PARTITION BY key ORDER BY lang = ? DESC, definition <> '' DESC, n DESC, term, definition) AS place FROM concepts)
WHERE place = 1 ORDER BY articles DESC, term LIMIT ?
"""
# A name in the language of the index where the articles or the lexicon have one, else as most articles have it.
_TOP_NAMES = """
SELECT key, CASE WHEN lang = ?1 THEN name ELSE COALESCE(
    (SELECT translations.name FROM translations WHERE (kind, key, lang) = (?2, best.key, ?1)), name) END AS shown FROM (
    SELECT key, name, lang, SUM(SUM(n)) OVER (PARTITION BY key) AS articles, ROW_NUMBER() OVER (
        PARTITION BY key ORDER BY lang = ?1 DESC, SUM(n) DESC, name) AS place
    FROM counts WHERE kind = ?2 AND date >= ?3 GROUP BY key, lang, name) AS best
WHERE place = 1 ORDER BY articles DESC, shown LIMIT ?4
"""


def write_index(out: Path, *, glossary: Iterable[GlossaryRow] | None = None) -> tuple[Path, ...]:
    """Write ``out/index.html``, and ``index-2.html`` and so on where there are many articles; return what was written.

    The index tells of the digests in ``out/articles`` and links to their pages, or to their JSON where they have none; of
    ``out/errors.jsonl``, ``out/duplicates.jsonl`` and ``out/glossary.*`` where they exist. *glossary* takes the place of the
    concepts that the digests name, the most important first.
    """
    with closing(sqlite3.connect("")) as shelf:
        shelf.executescript(_TABLES)
        for path, value in digests_of(out):
            _put(shelf, _row(value, path, out), value)
        overview = _overview(shelf, out, glossary)
        written = tuple(out / page_name(number) for number in range(1, overview.pages + 1))
        for number, path in enumerate(written, start=1):
            rows = _rows(shelf, ROWS_A_PAGE, (number - 1) * ROWS_A_PAGE)
            others = _rows(shelf, -1, ROWS_A_PAGE) if number == 1 else ()
            write_lines_atomically(path, index_page(number, overview=overview, rows=rows, others=others))
    for path in out.glob("index-*.html"):
        if path not in written:
            path.unlink()
    return written


def rows_of(out: Path) -> Iterator[IndexRow]:
    """Yield what the index tells of each digest in ``out/articles``, in the order of their paths."""
    return (_row(value, path, out) for path, value in digests_of(out))


def digests_of(out: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each digest in ``out/articles`` in its JSON form, with its file, in the order of their paths."""
    for folder, folders, names in os.walk(out / "articles"):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix == ".json" and not name.startswith("."):
                value = _read(path)
                if value.get("schema") == "digest/1":
                    yield path, value


def name_of(path: Path, out: Path) -> str:
    """Return the name of the article whose digest is the file *path*, with what is not valid Unicode in it replaced."""
    name = path.relative_to(out / "articles").as_posix().removesuffix(".json")
    return os.fsencode(name).decode("utf-8", "replace")


def _read(path: Path) -> dict[str, Any]:
    """Return the JSON object of *path*, an empty one where it holds none: digests are written whole, so that it is no digest."""
    try:
        value = json.loads(path.read_bytes())
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _row(value: dict[str, Any], path: Path, out: Path) -> IndexRow:
    page = path.with_name(f"{path.name.removesuffix('.json')}.html")
    names = sorted(value["entities"], key=lambda entity: -len(entity["mentions"]))
    return IndexRow(
        path=name_of(path, out),
        title=value["title"],
        lang=value["language"]["code"],
        date=_day(value["source"].get("published")),
        points=tuple((point["label"], point["text"]) for point in value["key_points"]),
        terms=tuple(entry["term"] for entry in value["glossary"]),
        names=tuple(entity["name"] for entity in names[:_NAMES]),
        page=page.relative_to(out).as_posix() if page.exists() else "",
        data=path.relative_to(out).as_posix(),
        summary=value["summary"]["text"],
    )


def _day(published: str | None) -> str:
    """Return the day of an ISO date, nothing where there is none.

    >>> _day("2024-03-01T08:00:00+01:00"), _day("2024-02-31"), _day(None)
    ('2024-03-01', '', '')
    """
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return ""


def _put(shelf: sqlite3.Connection, row: IndexRow, value: dict[str, Any]) -> None:
    shelf.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (row.date, row.path, row.lang, json.dumps(_values(row))))
    entries = {entry["id"]: entry for entry in value["glossary"]}
    counted = {("terms", key): entry["term"] for key, entry in entries.items()}
    other = [("terms", key, name["lang"], name["text"]) for key, entry in entries.items() for name in _translations(entry)]
    for entity in value["entities"]:
        name = entity["name"]
        thing = thing_of(name, lang=row.lang, label=entity["label"])
        # Etats-Unis is another spelling of États-Unis, UK another name.
        shown = thing.names[row.lang] if thing and fold(thing.names[row.lang]) == fold(name) else name
        counted.setdefault(("names", thing.key if thing else name.casefold()), shown)
        other += [("names", thing.key, lang, usual) for lang, usual in thing.names.items()] if thing else []
    shelf.executemany(
        "INSERT INTO counts VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
        ((kind, key, row.lang, name, row.date) for (kind, key), name in counted.items()),
    )
    shelf.executemany("INSERT OR IGNORE INTO translations VALUES (?, ?, ?, ?)", other)
    shelf.executemany(
        "INSERT INTO concepts VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
        ((key, row.lang, entry["term"], *(entry[field] or "" for field in _TOLD)) for key, entry in entries.items()),
    )


def _translations(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the preferred names of a glossary entry in other languages than its own."""
    return [name for name in entry["designations"] if name["lang"] != entry["lang"] and name["status"] == "preferred"]


def _values(row: IndexRow) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _rows(shelf: sqlite3.Connection, count: int, offset: int) -> Iterator[IndexRow]:
    """Yield *count* articles, all of them where it is negative, from place *offset* on: the newest first, the undated last."""
    query = "SELECT row FROM articles ORDER BY date DESC, path LIMIT ? OFFSET ?"
    for (text,) in shelf.execute(query, (count, offset)):
        values = json.loads(text)
        points = tuple((label, point) for label, point in values.pop("points"))
        yield IndexRow(**{**values, "terms": tuple(values["terms"]), "names": tuple(values["names"])}, points=points)


def _overview(shelf: sqlite3.Connection, out: Path, glossary: Iterable[GlossaryRow] | None) -> Overview:
    found = dict(shelf.execute("SELECT lang, COUNT(*) FROM articles GROUP BY lang ORDER BY COUNT(*) DESC, lang DESC"))
    lang = next(iter(found), next(iter(KNOWN)))
    first, last, dated = shelf.execute("SELECT MIN(date), MAX(date), COUNT(*) FROM articles WHERE date <> ''").fetchone()
    period = (first, last) if first != last and 2 * dated > sum(found.values()) else None
    if glossary is None:
        concepts = shelf.execute("SELECT COUNT(DISTINCT key) FROM concepts").fetchone()[0]
        best = tuple(GlossaryRow(*row) for row in shelf.execute(_BEST_CONCEPTS, (lang, _GLOSSARY_ROWS)))
    else:
        given = tuple(glossary)
        concepts, best = len(given), given[:_GLOSSARY_ROWS]
    return Overview(
        lang=lang,
        languages=found,
        first=first or "",
        last=last or "",
        names=_chart(shelf, "names", lang, period),
        terms=_chart(shelf, "terms", lang, period),
        glossary=tuple(sorted(best, key=lambda row: in_order(row.term))),
        concepts=concepts,
        failed=_count_lines(out / "errors.jsonl"),
        duplicates=_count_lines(out / "duplicates.jsonl"),
        files=tuple(sorted(path.name for path in out.glob("glossary.*"))),
    )


def _chart(shelf: sqlite3.Connection, kind: str, lang: str, period: tuple[str, str] | None) -> Chart:
    """Return the chart of the names or terms that most articles have; of the dated ones over the *period* where there is one."""
    top = shelf.execute(_TOP_NAMES, (lang, kind, period[0] if period else "", _CHART_ROWS)).fetchall()
    query = "SELECT date, SUM(n) FROM counts WHERE kind = ? AND key = ? GROUP BY date"
    counts = [(name, dict(shelf.execute(query, (kind, key)))) for key, name in top]
    if period:
        unit, periods = periods_of(*period)
        return chart_over_time(counts, unit=unit, periods=periods)
    return chart_of_totals([(name, sum(by_day.values())) for name, by_day in counts])


def _count_lines(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(1 for _ in stream)
