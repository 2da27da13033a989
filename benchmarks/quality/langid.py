"""Language of sentences, word pairs and single words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.quality.corpus import Metrics, percent, rows
from summarizer.detection import detect_text, french_or_english
from summarizer.errors import LanguageError


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return accuracy by language and kind: French and English among all (``all``) and against each other (``pair``).

    For the other languages, ``refused`` is the share of texts that are not taken for French or English.
    """
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row in list(rows(path))[:limit]:
        lang, kind = row["lang"], row["kind"].replace(" ", "_")
        answer = _answer(row["text"])
        names = [f"{lang}_{kind}_all"] if lang in ("fr", "en") else [f"other_{kind}_refused"]
        right[names[0]] += answer == lang if lang in ("fr", "en") else answer not in ("fr", "en")
        if lang in ("fr", "en"):
            names.append(f"{lang}_{kind}_pair")
            right[names[1]] += french_or_english(row["text"]).code == lang
        seen.update(names)
    return {name: percent(right[name] / seen[name]) for name in sorted(seen)}


def _answer(text: str) -> str | None:
    try:
        return detect_text(text).code
    except LanguageError:
        return None
