"""What a reader of many articles yields."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from summarizer.errors import SummarizerError
from summarizer.types import Article

_SLUG_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an input, or the error that it cannot be read for. ``name`` is empty where the input is one article.

    A name is a relative path with ``/`` between its parts, none of which is hidden or leads upward.
    """

    name: str
    article: Article | None
    error: SummarizerError | None = None


def slug(text: str) -> str:
    """Return *text* as part of a file name: letters and digits of ASCII, joined by hyphens.

    >>> slug("L'été à Brévigny : trois écluses !")
    'l-ete-a-brevigny-trois-ecluses'
    """
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    short = ""
    for word in words:
        if short and len(short) + len(word) + 1 > _SLUG_LIMIT:
            break
        short = f"{short}-{word}" if short else word[:_SLUG_LIMIT]
    return short
