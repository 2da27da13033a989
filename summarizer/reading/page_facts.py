"""What a page says of itself: title, date, author, language and address, from its metadata (JSON-LD, Open Graph, HTML)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from summarizer.languages import KNOWN
from summarizer.reading.facts import iso_date, language_code

# Types of schema.org that are articles.
_ARTICLE_TYPES = re.compile(r"Article$|BlogPosting$|Report$|LiveBlogPosting$|^Posting$")
# " - The Daily" or " | Le Journal" behind the title of a page.
_SITE_TAIL = re.compile(r"\s+(?:[-–—|·•«»:]|::)\s+[^-–—|·•]{2,60}$")
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "publication_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_BYLINE_OPENERS = re.compile(rf"^(?:{'|'.join(language.byline_openers for language in KNOWN.values())})", re.IGNORECASE)
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_MOST_JSON = 500_000
_MOST_NODES = 5_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; ``body`` is the text of the article where the page carries it as data."""

    title: str | None
    published: str | None
    author: str | None
    language: str | None
    url: str | None
    body: str | None


def page_facts(tree: HtmlElement, scripts: list[str]) -> PageFacts:
    """Return the facts of the page *tree*; *scripts* are the texts of its JSON-LD elements."""
    linked = [node for script in scripts for node in _articles(script)]
    meta = _meta(tree)
    return PageFacts(
        title=_title(tree, meta, linked),
        published=_date(tree, meta, linked),
        author=_author(tree, meta, linked),
        language=_language(tree, meta),
        url=_address(tree, meta),
        body=next((str(node["articleBody"]) for node in linked if isinstance(node.get("articleBody"), str)), None),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the meta elements by lower-cased name or property, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _line(element.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                found.setdefault(str(element.get(key)).strip().lower(), content)
    return found


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """Yield the article objects of a JSON-LD text, wherever they are nested."""
    try:
        waiting: list[Any] = [json.loads(script, strict=False)] if len(script) <= _MOST_JSON else []
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            kinds = node.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in named):
                yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += node


def _title(tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """Return the headline: what most of JSON-LD, Open Graph, h1 and title element agree on, the site's name cut off."""
    headings = [_line(heading.text_content()) for heading in tree.iter("h1")]
    site = meta.get("og:site_name", "")
    tag = next((_line(element.text_content()) for element in tree.iter("title")), None)
    data = next((_line(node["headline"]) for node in linked if isinstance(node.get("headline"), str)), None)
    named_in_tag = [text for text in headings if text and tag and text in tag]
    heading = headings[0] if len(headings) == 1 else max(named_in_tag, key=len, default=None)
    named = [heading, meta.get("og:title"), data, meta.get("twitter:title"), tag]
    candidates = [without_site(text, site=site) for text in named if text]
    if not candidates:
        return None
    votes = Counter(_letters(text) for text in candidates)
    return max(candidates, key=lambda text: votes[_letters(text)])


def without_site(title: str, *, site: str = "") -> str:
    """Cut the name of the site off a page's title.

    >>> without_site("Le pont rouvre | Le Journal de Brévigny")
    'Le pont rouvre'
    """
    tail = _SITE_TAIL.search(title)
    if tail is None:
        return title
    cut = title[: tail.start()]
    is_site = bool(site) and _letters(site) in _letters(tail.group())
    is_bar = "|" in tail.group() or "·" in tail.group()
    # Without the site's name at hand a dash may belong to the headline: only a tail much shorter than it goes.
    is_short = not tail.group().strip().startswith(":") and len(tail.group().split()) <= 5 and len(cut.split()) >= 5
    return cut if is_site or is_bar or is_short else title


def _date(tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    named = [str(node.get("datePublished") or "") for node in linked]
    named += [meta.get(name, "") for name in _DATE_NAMES]
    named += [element.get("datetime") or element.get("content") or "" for element in tree.xpath("//*[@itemprop='datePublished']")]
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    return next((date for date in map(iso_date, named + times[:1]) if date), None)


def _author(tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    names = [name for node in linked for name in _names(node.get("author"))]
    names = names or [meta[name] for name in _AUTHOR_NAMES if name in meta and "://" not in meta[name]][:1]
    if not names:
        found = tree.xpath("//*[@rel='author' or @itemprop='author']")[:1]
        names = [name for element in found if (name := _line(element.text_content()))]
    names = [_BYLINE_OPENERS.sub("", name) for name in names]
    return ", ".join(dict.fromkeys(name for name in names if 1 < len(name) <= 100)) or None


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [_line(value)] if "://" not in value else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [name for item in value[:10] for name in _names(item) if not isinstance(item, list)] if isinstance(value, list) else []


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    return language_code(tree.get("lang") or meta.get("og:locale") or meta.get("content-language") or "")


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [link.get("href") or "" for link in tree.xpath("//link[@rel='canonical']")]
    return next((url for url in [*links, meta.get("og:url", "")] if re.match(r"https?://[^\s\"<>]+$", url)), None)


def _line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def _letters(text: str) -> str:
    return re.sub(r"[^\w]+", "", text.lower())
