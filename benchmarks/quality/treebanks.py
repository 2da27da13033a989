"""Tokens, sentences, parts of speech, lemmas and trees against Universal Dependencies treebanks."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path
from typing import Any

from conllu import parse_incr
from conllu.models import TokenList

from benchmarks.quality.corpus import Metrics, name_of, percent, prf
from models.recipes.folds import RUN, is_measured
from models.recipes.pipelines.corpora import gold_words
from summarizer import analysis
from summarizer.types import Block, Document, LanguageGuess, Source

Words = list[tuple[int, int, dict[str, Any]]]


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Score running text: every ten sentences are joined to a paragraph and analysed as an article would be.

    ``token_f`` and ``sentence_f`` compare character spans. ``upos`` and ``lemma`` are accuracies over the words whose borders are
    right, as spaCy's scorer has them; ``upos_f`` counts the others as wrong. ``uas`` and ``las`` are taken over sentences whose
    borders are right. A contraction such as "du" is one word with the tag of its first part.
    """
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        trees = [tree for tree in parse_incr(stream) if "text" in tree.metadata][:limit]
    runs = [trees[at : at + RUN] for at in range(0, len(trees), RUN)]
    counts: Counter[str] = Counter()
    tokens, sentences = [], []
    for number, run in enumerate(runs):
        if is_measured(name_of(path), number):
            found, gold = _score_run(run, path.name[:2], counts)
            tokens.append((found["tokens"], gold["tokens"]))
            sentences.append((found["sentences"], gold["sentences"]))
    metrics = {"token_f": prf(tokens)["f"], "sentence_f": prf(sentences)["f"]}
    for name in ("upos", "lemma", "uas", "las"):
        metrics[name] = percent(counts[name] / max(1, counts[f"{name}_all"]))
    metrics["upos_f"] = percent(2 * counts["upos"] / max(1, counts["found"] + counts["gold"]))
    return metrics


def _score_run(run: list[TokenList], code: str, counts: Counter[str]) -> tuple[dict[str, set[Any]], dict[str, set[Any]]]:
    text = " ".join(tree.metadata["text"] for tree in run)
    document = Document(Source("row", "text/plain"), LanguageGuess(code, 1.0), "", text, (Block("paragraph", text),))
    doc = analysis.analyse(document, pipeline=analysis.load_pipeline(code))
    own = {(sentence.span.start, sentence.span.end): sentence for sentence in analysis.sentences(document, doc)}
    tokens = {(token.idx, token.idx + len(token.text)): token for token in doc if not token.is_space}
    counts["found"] += len(tokens)
    gold_tokens: set[tuple[int, int]] = set()
    gold_sentences, offset = set(), 0
    for tree in run:
        words = [(start + offset, end + offset, word) for start, end, word in gold_words(tree)]
        counts["gold"] += len(words)
        gold_tokens |= {(start, end) for start, end, _ in words}
        span = (offset, offset + len(tree.metadata["text"]))
        gold_sentences.add(span)
        _count_tags(words, tokens, counts)
        if span in own:
            heads = analysis.parse(doc, own[span], language=code)
            _count_arcs(words, doc.char_span(*span, alignment_mode="expand"), heads, counts)
        offset = span[1] + 1
    return {"tokens": set(tokens), "sentences": set(own)}, {"tokens": gold_tokens, "sentences": gold_sentences}


def _count_tags(words: Words, tokens: dict[tuple[int, int], Any], counts: Counter[str]) -> None:
    for start, end, word in words:
        token = tokens.get((start, end))
        if token is None:
            continue
        counts.update({"upos": int(token.pos_ == word["upos"]), "upos_all": 1})
        if word["lemma"] not in (None, "_"):
            counts.update({"lemma": int(token.lemma_.lower() == word["lemma"].lower()), "lemma_all": 1})


def _count_arcs(words: Words, sentence: Any, heads: tuple[tuple[int, str], ...], counts: Counter[str]) -> None:
    """Compare the heads where both the word and its head have the same borders in both analyses."""
    place = {(token.idx, token.idx + len(token.text)): i for i, token in enumerate(sentence)}
    at = {number: place.get((start, end)) for start, end, word in words for number in word["own"]}
    for start, end, word in words:
        own, head = place.get((start, end)), at.get(word["head"])
        if own is None or (word["head"] != 0 and head is None):
            continue
        right = heads[own][0] == (own if word["head"] == 0 else head)
        relation = right and heads[own][1] == word["deprel"].split(":")[0]
        counts.update({"uas": int(right), "uas_all": 1, "las": int(relation), "las_all": 1})
