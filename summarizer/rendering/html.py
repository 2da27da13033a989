"""HTML: one page with the digest beside the article, which shows where each line of the digest comes from.

The choice of a line is a link to its first sentence, so that the page works without its script, and can be linked to: the style
lights up everything of the line whose anchor is the page's target. The script adds that a second choice takes the first back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.languages import KNOWN, Language, get_language
from summarizer.rendering import wording
from summarizer.rendering.article_view import lines_of, view_article
from summarizer.rendering.pages import asset, render_page, web_address
from summarizer.results import Digest, GlossaryEntry

# Mentions of a term that get a link of their own; the others are marked all the same.
_LINKED_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class EntryView:
    """A glossary entry in words; ``number`` is its place, ``mentions`` are the numbers of those that are linked."""

    number: int
    term: str
    aside: str
    definition: str
    origin: str
    sentence: str
    mentions: tuple[int, ...]
    foreign: tuple[str, ...]


def as_html(digest: Digest) -> str:
    """Return *digest* as one HTML page that needs nothing from elsewhere, in the language of the article."""
    document = digest.document
    language = get_language(document.language.code)
    article = view_article(digest)
    entries = [
        _entry(number, entry, text=document.text, anchors=article.anchors)
        for number, entry in enumerate(digest.glossary.entries, start=1)
    ]
    names = [name for name, _ in lines_of(digest) if name in article.anchors]
    pages = render_page(
        "digest.html.jinja",
        style=asset("base.css") + asset("digest.css") + _choices(names, entries),
        script=asset("digest.js"),
        lang=language.code,
        words=language.page_words,
        phrases=language.phrases,
        colon=wording.firm_colon(language),
        heading=wording.heading(digest),
        figures=wording.figures(digest),
        source=_source(digest, language),
        chosen=frozenset(names),
        points=digest.key_points,
        summary=digest.summary.sentences,
        entries=entries,
        foreign=next(code for code in KNOWN if code != language.code),
        notes=digest.notes,
        labels=_labels(digest, language),
        article=article,
    )
    return "".join(pages)


def _entry(number: int, entry: GlossaryEntry, *, text: str, anchors: frozenset[str]) -> EntryView:
    language = get_language(entry.lang)
    known = {entry.term.lower(), (entry.expansion or "").lower()}
    foreign = [name.text for name in entry.designations if name.lang != entry.lang and name.status == "preferred"]
    mentions = [count for count in range(1, len(entry.mentions) + 1) if f"t{number}-{count}" in anchors]
    return EntryView(
        number,
        wording.capital(entry.term),
        wording.aside(entry, text) or "",
        wording.definition(entry),
        language.origin_labels[entry.origin] if entry.origin else "",
        f"d{number}" if f"d{number}" in anchors else "",
        tuple(mentions[:_LINKED_MENTIONS]),
        tuple(name for name in foreign[:1] if name.lower() not in known),
    )


def _source(digest: Digest, language: Language) -> dict[str, str]:
    """Return what is known of where the article comes from, empty texts for what is not."""
    known: dict[str, Any] = digest.to_dict()["source"]
    published = str(known.get("published") or "")
    return {
        "name": known["name"],
        "url": web_address(known["url"]),
        "author": str(known.get("author") or ""),
        "published": published if wording.date(published, language) else "",
        "date": wording.date(published, language),
    }


def _labels(digest: Digest, language: Language) -> list[tuple[str, str]]:
    """Return the labels of the article's names, in the order of the closed set, with their class and word."""
    used = {entity.label for entity in digest.entities}
    return [(label.lower(), word) for label, word in language.entity_labels.items() if label in used]


def _choices(names: Sequence[str], entries: Sequence[EntryView]) -> str:
    """Return the style that lights up a line's evidence, its cuts and its own link where its anchor is the target."""
    all_names = [*names, *(entry.sentence for entry in entries if entry.sentence)]
    terms = [f"t{entry.number}" for entry in entries if entry.mentions]
    rules = (
        (all_names, ":root:has(#{0}:target) mark.{0}", "background:var(--chosen)"),
        (names, ":root:has(#{0}:target) .x-{0}", "text-decoration:line-through;color:var(--muted)"),
        (all_names, ':root:has(#{0}:target) a[href="#{0}"]', "background:var(--chosen)"),
        (terms, ':root:has([id|="{0}"]:target) .term.{0}', "background:var(--chosen)"),
        (terms, ':root:has([id|="{0}"]:target) a[href^="#{0}-"].head', "background:var(--chosen)"),
    )
    return "".join(",\n".join(rule.format(name) for name in group) + f"{{{look}}}\n" for group, rule, look in rules if group)
