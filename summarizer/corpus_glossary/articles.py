"""What a collection's glossary takes of an article: from a digest, or from the JSON of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.errors import RenderingError
from summarizer.results import Digest, GlossaryEntry
from summarizer.types import Designation, Span


@dataclass(frozen=True, slots=True)
class GlossaryArticle:
    """An article's name in the collection, its language, text and glossary.

    *others* are concepts that it names and does not explain: they are counted where another article has an entry for them.
    """

    name: str
    lang: str
    text: str
    entries: tuple[GlossaryEntry, ...]
    others: tuple[GlossaryEntry, ...] = ()


def article_of(digest: Digest, *, name: str | None = None) -> GlossaryArticle:
    """Return what the glossary takes of *digest*, under the name of its source or another."""
    document = digest.document
    return GlossaryArticle(name or document.source.name, document.language.code, document.text, digest.glossary.entries)


def article_from_dict(digest: Mapping[str, Any], *, name: str | None = None) -> GlossaryArticle:
    """Return the same from a digest in its ``digest/1`` form.

    Raises RenderingError when *digest* does not follow that form.
    """
    try:
        entries = tuple(_entry(row) for row in digest["glossary"])
        return GlossaryArticle(name or digest["source"]["name"], digest["language"]["code"], digest["text"], entries)
    except (KeyError, TypeError, AttributeError) as error:
        raise RenderingError(f"{name or 'digest'}: does not follow digest/1 ({type(error).__name__}: {error})") from error


def _entry(row: Mapping[str, Any]) -> GlossaryEntry:
    return GlossaryEntry(
        id=row["id"],
        term=row["term"],
        lang=row["lang"],
        expansion=row["expansion"],
        definition=row["definition"],
        origin=row["origin"],
        designations=tuple(Designation(**name) for name in row["designations"]),
        mentions=tuple(Span(*span) for span in row["mentions"]),
        domain=row["domain"],
        evidence=None if row["evidence"] is None else Span(*row["evidence"]),
    )
