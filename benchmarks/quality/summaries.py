"""ROUGE-1, 2 and L F1 of the synthesis, beside the lead of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any

from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import Tokenizer

from benchmarks.quality import peers
from benchmarks.quality.corpus import Metrics, name_of, percent, rows
from models.recipes.folds import is_measured
from summarizer import Article, Digester, Options, SummarizerError
from summarizer.languages import get_language
from summarizer.reading import from_text
from summarizer.results import Digest, Line
from summarizer.types import Source
from summarizer.words import count_words, is_balanced, leans_on_another

MEASURES = {"rouge1": "r1", "rouge2": "r2", "rougeL": "rl"}
# Words asked for, by language: French abstracts have about 32 words, the English highlights about 55.
WORDS = {"fr": 50, "en": 60}
# Sentences that the graph-based peers give, which is about as many words.
SENTENCES = {"fr": 2, "en": 3}


class _Words(Tokenizer):  # type: ignore[misc]
    """Lower-cased ``\\w+`` tokens: the scorer's own tokenizer splits words at accents."""

    def tokenize(self, text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return the scores of the synthesis and of the lead (``lead2``, ``lead3``) and of peers, and faults in percent."""
    lang = "fr" if name_of(path).startswith("fr") else "en"
    digester = Digester(Options(language=lang, summary_words=WORDS[lang], glossary_entries=0))
    scorer = RougeScorer(list(MEASURES), tokenizer=_Words())
    collected: dict[str, list[float]] = defaultdict(list)
    measured = (row for number, row in enumerate(rows(path)) if is_measured(name_of(path), number))
    for row in islice(measured, limit):
        _score_row(row, digester, scorer, collected)
    return {name: round(fmean(values), 2) for name, values in sorted(collected.items())}


def _score_row(row: dict[str, Any], digester: Digester, scorer: RougeScorer, collected: dict[str, list[float]]) -> None:
    references = row.get("references") or [row.get("heading") or row["summary"]]
    try:
        digest = digester.digest(_article(row))
    except SummarizerError:
        collected["failed"].append(100.0)
        return
    lines = [*digest.summary.sentences, *(point.line for point in digest.key_points)]
    collected["failed"].append(0.0)
    collected["words"].append(float(count_words(digest.summary.text)))
    collected["faulty_lines"] += [percent(_is_faulty(line, digest)) for line in lines]
    collected["ungrounded"].append(percent(any(note.code.startswith("ungrounded") for note in digest.notes)))
    _, sentences = digester.analyse(digest.document)
    candidates = {
        "": digest.summary.text,
        "lead2_": peers.lead(sentences, 2),
        "lead3_": peers.lead(sentences, 3),
        "lexrank_": peers.lexrank(sentences, SENTENCES[digest.document.language.code]),
        "textrank_": peers.textrank(sentences, SENTENCES[digest.document.language.code]),
    }
    for prefix, text in candidates.items():
        for name, value in _rouge(scorer, references, text).items():
            collected[prefix + name].append(value)


def _is_faulty(line: Line, digest: Digest) -> bool:
    """Tell whether a line has an unbalanced quotation mark or bracket, or leans on a sentence that the digest leaves out.

    In the synthesis the sentence before it in the article must be the one before it there.
    """
    language = get_language(digest.document.language.code)
    if not is_balanced(line.text):
        return True
    held = {item.sentence.span: item.sentence.index for item in digest.ranking}
    told = {held[span] for other in digest.summary.sentences for span in other.evidence if span in held}
    index = held.get(line.evidence[0])
    antecedent = index is not None and line in digest.summary.sentences and index - 1 in told
    return leans_on_another(line.text, language) and not antecedent


def _article(row: dict[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
    return from_text(text, Source(str(row.get("id", "row")), "text/plain"))


def _rouge(scorer: RougeScorer, references: Iterable[str], text: str) -> Metrics:
    scores = [scorer.score(reference, text) for reference in references]
    return {short: 100 * fmean(score[name].fmeasure for score in scores) for name, short in MEASURES.items()}
