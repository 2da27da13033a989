"""Web pages: is the title right, and how much of the text is found, on pages with the article that their site made of them."""

from __future__ import annotations

import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.corpus import Metrics
from summarizer import reading
from summarizer.types import Article


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return the share of pages with the right title, and the mean token F1 of the text, both in per cent.

    An archive holds ``N.html`` and ``N.json`` with title, heading (the lead, which stands in the page) and text. Tokens are
    lower-cased ``\\w+``, counted as often as they stand; the title is right when its tokens are.
    """
    titles, scores = [], []
    for page, gold in list(_pages(path))[:limit]:
        article = reading.read_bytes(page, name=path.name, suffix=".html")
        titles.append(tokens(_title(article)) == tokens(gold["title"]))
        scores.append(token_f1(_text(article), f"{gold.get('heading', '')} {gold['text']}"))
    count = max(1, len(scores))
    return {"title": 100 * sum(titles) / count, "token_f1": round(100 * sum(scores) / count, 2)}


def tokens(text: str) -> list[str]:
    """Return the lower-cased words of *text*."""
    return re.findall(r"\w+", text.lower())


def token_f1(found: str, gold: str) -> float:
    """Return the harmonic mean of precision and recall of the words, counted as often as they stand.

    >>> token_f1("le pont rouvre", "le pont")
    0.8
    """
    have, want = Counter(tokens(found)), Counter(tokens(gold))
    total = sum(have.values()) + sum(want.values())
    return 2 * sum((have & want).values()) / total if total else 0.0


def _pages(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    with tarfile.open(path) as archive:
        files = {member.name: member for member in archive.getmembers() if member.isfile()}
        for name in sorted(name for name in files if name.endswith(".html")):
            page, gold = archive.extractfile(files[name]), archive.extractfile(files[name.removesuffix("html") + "json"])
            if page is not None and gold is not None:
                yield page.read(), json.loads(gold.read())


def _title(article: Article) -> str:
    return next((block.text for block in article.blocks if block.kind == "title"), "")


def _text(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks if block.kind != "title")
