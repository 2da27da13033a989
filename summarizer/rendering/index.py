"""The index of a batch: its articles by date with their key points, a search, charts, the glossary of all of them.

A page holds :data:`ROWS_A_PAGE` articles; the first page holds the others too, as data for its search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from urllib.parse import quote

from summarizer.languages import Language, get_language
from summarizer.rendering import wording
from summarizer.rendering.charts import Chart, Series
from summarizer.rendering.pages import asset, render_page

# 500 articles are 1 MB. With the data for the search, the first page of 2,000 is 2.7 MB and opened in 0.7 s, of 20,000 24 MB in
# 2.3 s (Chromium on a shared core, synthetic articles of six points).
ROWS_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What the index tells of one article: ``summary`` is the synthesis, ``page`` and ``data`` are paths below the index."""

    path: str
    title: str
    lang: str
    date: str
    points: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    names: tuple[str, ...]
    page: str
    data: str
    summary: str = ""

    @property
    def scoop(self) -> tuple[str, str]:
        """What stands under the title, label and text: the first point, or the synthesis where that only repeats the title."""
        label, text = self.points[0] if self.points else ("", "")
        is_more = text and not _letters(self.title).endswith(_letters(text))
        return (label, text) if is_more else ("", self.summary)

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """The points that do not stand under the title."""
        return self.points[1:] if self.scoop[0] else self.points


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A concept of the collection; ``articles`` is in how many it is used."""

    term: str
    lang: str
    expansion: str = ""
    definition: str = ""
    origin: str = ""
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """What the index tells of the whole collection; ``files`` are further files of the folder that it links to."""

    lang: str
    languages: Mapping[str, int]
    first: str
    last: str
    names: Chart
    terms: Chart
    glossary: tuple[GlossaryRow, ...] = ()
    concepts: int = 0
    failed: int = 0
    duplicates: int = 0
    files: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """The number of pages that the articles take."""
        return max(1, -(-sum(self.languages.values()) // ROWS_A_PAGE))


def _link(path: str) -> str:
    """Return the address of *path* beside the index, its own bytes where they are not valid Unicode.

    >>> _link("articles/caf\\udce9 1.html")
    'articles/caf%E9%201.html'
    """
    return quote(path, errors="surrogateescape")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def page_name(number: int) -> str:
    """Return the file name of page *number*, counted from 1.

    >>> page_name(1), page_name(3)
    ('index.html', 'index-3.html')
    """
    return "index.html" if number == 1 else f"index-{number}.html"


def index_page(number: int, *, overview: Overview, rows: Iterable[IndexRow], others: Iterable[IndexRow] = ()) -> Iterator[str]:
    """Yield page *number* of the index with *rows* in their order, piece by piece; *others* are only to be searched."""
    language = get_language(overview.lang)
    return render_page(
        "index.html.jinja",
        style=asset("base.css") + asset("index.css") + _filters(overview),
        script=asset("index.js"),
        number=number,
        overview=overview,
        lang=language.code,
        words=language.page_words,
        phrases=language.phrases,
        origins=language.origin_labels,
        colon=wording.firm_colon(language),
        colons={code: wording.firm_colon(get_language(code)) for code in overview.languages},
        languages=_names(overview, language),
        counts=_counts(overview, language),
        charts=[
            _chart_view("names", overview.names, overview, language),
            _chart_view("terms", overview.terms, overview, language),
        ],
        groups=_groups(rows, overview, language),
        others=(_searched(row) for row in others),
        capital=wording.capital,
        sentence=wording.sentence,
        counted=lambda noun, count: wording.counted(noun, count, language),
        date=lambda iso: wording.date(iso, language),
        page_name=page_name,
        quote=_link,
    )


def _counts(overview: Overview, language: Language) -> str:
    """Return the line of figures under the title."""
    parts = [wording.counted("article", sum(overview.languages.values()), language)]
    if len(overview.languages) > 1:
        parts += [
            language.page_words["in_language"].format(count=wording.number(count, language), language=name)
            for count, name in zip(overview.languages.values(), _names(overview, language).values(), strict=True)
        ]
    if overview.first:
        parts.append(_range(overview, language))
    return " · ".join(parts)


def _names(overview: Overview, language: Language) -> dict[str, str]:
    """Return the languages of the articles, each with its name in *language*."""
    return {code: language.page_words[f"language_{code}"] for code in overview.languages}


def _range(overview: Overview, language: Language) -> str:
    first, last = wording.date(overview.first, language), wording.date(overview.last, language)
    return first if first == last else language.page_words["span"].format(first=first, last=last)


def _groups(rows: Iterable[IndexRow], overview: Overview, language: Language) -> Iterator[tuple[str, Iterator[IndexRow]]]:
    """Yield the rows of each month under its name; without any date, all of them under none."""
    for month, members in groupby(rows, key=lambda row: row.date[:7]):
        yield wording.date(month, language) or (language.page_words["undated"] if overview.first else ""), members


def _searched(row: IndexRow) -> list[str]:
    """Return what the search needs of an article on another page: link, title, language, date, and all words to be found."""
    points = [text for _, text in row.points]
    scoop = row.scoop[1]
    return [
        _link(row.page or row.data),
        row.title,
        row.lang,
        row.date[:10],
        scoop,
        " ".join((*(text for text in (*points, row.summary) if text != scoop), *row.terms, *row.names)),
    ]


def _filters(overview: Overview) -> str:
    """Return the style that leaves the articles of the chosen language."""
    rule = (
        ":root:has(#only-{0}:checked) .article:not([data-lang={0}]),\n"
        ":root:has(#only-{0}:checked) .group:not(:has([data-lang={0}])){{display:none}}\n"
    )
    return "".join(rule.format(code) for code in overview.languages)


def _chart_view(kind: str, chart: Chart, overview: Overview, language: Language) -> dict[str, object]:
    words = language.page_words
    text = words["chart_desc"]
    if chart.periods:
        text = words["chart_desc_time"].format(period=words[chart.unit], range=_range(overview, language))
    return {
        "kind": kind,
        "title": words[f"chart_{kind}"],
        "text": text,
        "periods": [wording.date(period, language) for period in chart.periods],
        "rows": [{**asdict(series), "told": _told(series, chart, language)} for series in chart.series],
        "width": chart.width,
        "height": chart.height,
    }


def _told(series: Series, chart: Chart, language: Language) -> str:
    """Return a row of the chart in words, for who does not see it."""
    found = zip(chart.periods, series.counts, strict=False)
    parts = [f"{wording.date(period, language)}{wording.firm_colon(language)}{count}" for period, count in found if count]
    return "; ".join(parts) or wording.counted("article", series.total, language)
