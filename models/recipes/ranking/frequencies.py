"""Count in how many articles each word stands: ``python -m models.recipes.ranking.frequencies --data ../shared/data``.

Writes ``models/frequencies_{fr,en}.json``: ``{"documents": number, "counts": {folded word: articles}}``. Rows marked
*train* only.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from models.recipes.listing import enter
from summarizer.words import WORD, fold

SETS = {"fr": ("fr_orangesum_train",), "en": ("en_cnndm_dev", "en_newts_cnndm", "en_cnndm_train_small")}
NAMES = {"fr": ["OrangeSum train"], "en": ["CNN/DailyMail (en_cnndm_dev, en_newts_cnndm, en_cnndm_train_small)"]}
# Rarer words are left out; they count as never seen.
LEAST = {"fr": 3, "en": 2}


def count(data: Path, lang: str) -> tuple[int, dict[str, int]]:
    """Return the number of articles and, for each folded word, in how many of them it stands."""
    counts: Counter[str] = Counter()
    documents = 0
    for name in SETS[lang]:
        with gzip.open(data / "summaries" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                documents += 1
                counts.update({fold(word) for word in WORD.findall(f"{row.get('title') or ''}\n{row['text']}".lower())})
    return documents, {word: number for word, number in sorted(counts.items()) if number >= LEAST[lang]}


def main() -> None:
    """Write both tables and enter them in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    for lang in SETS:
        documents, counts = count(data, lang)
        text = json.dumps({"documents": documents, "counts": counts}, ensure_ascii=False, separators=(",", ":"))
        command = "python -m models.recipes.ranking.frequencies --data ../shared/data"
        enter(f"frequencies_{lang}.json", text.encode(), licence="CC BY-SA 4.0", data=NAMES[lang], command=command)
        print(lang, documents, "articles,", len(counts), "words")


if __name__ == "__main__":
    main()
