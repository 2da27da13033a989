"""HTML: one page with the digest beside the article, which shows where each line of the digest comes from.

The choice of a line is a link to its first sentence, so that the page works without its script, and can be linked to: the style
lights up everything of the line whose anchor is the page's target. The script adds that a second choice takes the first back.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import urlsplit

from summarizer.languages import Language, get_language
from summarizer.rendering import wording
from summarizer.rendering.article_view import lines_of, view_article
from summarizer.rendering.box import EntryView, view_box, view_translation
from summarizer.rendering.markdown import as_markdown
from summarizer.rendering.pages import asset, render_page, web_address
from summarizer.rendering.plain_json import as_json
from summarizer.results import Digest


def as_html(digest: Digest, *, home: str = "") -> str:
    """Return *digest* as one HTML page that needs nothing from elsewhere, in the language of the article.

    A translation of the digest is a second box, in its own language. Where *home* is the address of a form, a bar leads back to
    it, and holds the digest in the formats that can be taken away.
    """
    language = get_language(digest.document.language.code)
    article = view_article(digest)
    box = view_box(digest, anchors=article.anchors)
    translation = digest.translation and view_translation(digest, digest.translation, anchors=article.anchors)
    names = [name for name, _ in lines_of(digest) if name in article.anchors]
    pages = render_page(
        "digest.html.jinja",
        style=asset("base.css") + asset("digest.css") + (asset("bar.css") if home else "") + _choices(names, box.entries),
        script=asset("digest.js"),
        lang=language.code,
        words=language.page_words,
        form_words=language.form_words,
        home=home,
        downloads=_downloads(digest) if home else (),
        source=_source(digest, language),
        box=box,
        translation=translation,
        labels=_labels(digest, language),
        article=article,
    )
    return "".join(pages)


def _downloads(digest: Digest) -> tuple[tuple[str, str, str], ...]:
    """Return the digest as Markdown and as JSON: what each is called, its file, and an address that is the file itself."""
    forms = (("Markdown", "digest.md", "text/markdown", as_markdown), ("JSON", "digest.json", "application/json", as_json))
    return tuple(
        (name, file, f"data:{kind};charset=utf-8;base64,{b64encode(make(digest).encode('utf-8', 'replace')).decode()}")
        for name, file, kind, make in forms
    )


def _source(digest: Digest, language: Language) -> dict[str, str]:
    """Return what is known of where the article comes from, empty texts for what is not."""
    source = digest.document.source
    url, date = web_address(source.url), wording.date(source.published or "", language)
    return {
        "name": source.name,
        "url": url,
        "site": _site(url),
        "author": source.author or "",
        "published": source.published or "" if date else "",
        "date": date,
    }


def _site(url: str) -> str:
    """Return the site of an address as people name it.

    >>> _site("https://www.gazette.example:8080/a"), _site("https://[broken"), _site("")
    ('gazette.example', '', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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
