"""ROUGE-1, 2 and L F1 of the synthesis, beside the lead of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import Tokenizer

from benchmarks.quality.corpus import Metrics, name_of, percent, rows
from summarizer import Article, Digester, Options, SummarizerError
from summarizer.reading import from_text
from summarizer.types import Sentence, Source
from summarizer.words import count_words, is_balanced

MEASURES = {"rouge1": "r1", "rouge2": "r2", "rougeL": "rl"}
# Words asked for, by language: French abstracts have about 32 words, the English highlights about 55.
WORDS = {"fr": 50, "en": 60}


class _Words(Tokenizer):  # type: ignore[misc]
    """Lower-cased ``\\w+`` tokens: the scorer's own tokenizer splits words at accents."""

    def tokenize(self, text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return the scores of the synthesis and of the lead (``lead2``, ``lead3``), and faults per hundred digests."""
    lang = "fr" if name_of(path).startswith("fr") else "en"
    digester = Digester(Options(language=lang, summary_words=WORDS[lang], glossary_entries=0))
    scorer = RougeScorer(list(MEASURES), tokenizer=_Words())
    collected: dict[str, list[float]] = defaultdict(list)
    for number, row in enumerate(rows(path)):
        if limit is not None and number >= limit:
            break
        _score_row(row, digester, scorer, collected)
    return {name: round(fmean(values), 2) for name, values in sorted(collected.items())}


def _score_row(row: dict[str, Any], digester: Digester, scorer: RougeScorer, collected: dict[str, list[float]]) -> None:
    references = row.get("references") or [row.get("heading") or row["summary"]]
    try:
        digest = digester.digest(_article(row))
    except SummarizerError:
        collected["failed"].append(100.0)
        return
    collected["failed"].append(0.0)
    collected["words"].append(float(count_words(digest.summary.text)))
    collected["unbalanced"].append(percent(not is_balanced(digest.summary.text)))
    collected["ungrounded"].append(percent(any(note.code.startswith("ungrounded") for note in digest.notes)))
    _, sentences = digester.analyse(digest.document)
    candidates = {"": digest.summary.text, "lead2_": lead(sentences, 2), "lead3_": lead(sentences, 3)}
    for prefix, text in candidates.items():
        for name, value in _rouge(scorer, references, text).items():
            collected[prefix + name].append(value)


def _article(row: dict[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
    return from_text(text, Source(str(row.get("id", "row")), "text/plain"))


def lead(sentences: Sequence[Sentence], count: int) -> str:
    """Return the first *count* sentences of the article proper."""
    body = [s for s in sentences if s.part == "body" and s.kind in ("paragraph", "item")]
    return " ".join(sentence.text for sentence in body[:count])


def _rouge(scorer: RougeScorer, references: Iterable[str], text: str) -> Metrics:
    scores = [scorer.score(reference, text) for reference in references]
    return {short: 100 * fmean(score[name].fmeasure for score in scores) for name, short in MEASURES.items()}
