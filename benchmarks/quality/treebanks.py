"""Tokens and sentences of running text against Universal Dependencies treebanks."""

from __future__ import annotations

import gzip
from pathlib import Path

from conllu import parse_incr
from conllu.models import TokenList

from benchmarks.quality.corpus import Metrics, prf
from summarizer.analysis import load_pipeline, split_sentences


def score(path: Path, *, limit: int | None = None) -> Metrics:
    """Return F1 of tokens (surface words, within each sentence) and of sentences (paragraphs joined to running text)."""
    code = path.name[:2]
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        trees = [tree for tree in parse_incr(stream) if "text" in tree.metadata][:limit]
    pipeline = load_pipeline(code)
    tokens = prf((_own_tokens(pipeline, tree.metadata["text"]), _gold_tokens(tree)) for tree in trees)
    sentences = prf(_sentence_pairs([tree.metadata["text"] for tree in trees], code))
    return {**{f"token_{k}": v for k, v in tokens.items()}, **{f"sentence_{k}": v for k, v in sentences.items()}}


def _own_tokens(pipeline: object, text: str) -> set[tuple[int, int]]:
    doc = pipeline.make_doc(text)  # type: ignore[attr-defined]
    return {(token.idx, token.idx + len(token)) for token in doc if not token.is_space}


def _gold_tokens(tree: TokenList) -> set[tuple[int, int]]:
    text, position, spans = tree.metadata["text"], 0, set()
    inside: set[int] = set()
    for token in tree:
        if token["id"] in inside:
            continue
        if isinstance(token["id"], tuple):
            if token["id"][1] == ".":
                continue
            inside |= set(range(token["id"][0], token["id"][2] + 1))
        start = text.find(token["form"], position)
        if start >= 0:
            spans.add((start, start + len(token["form"])))
            position = start + len(token["form"])
    return spans


def _sentence_pairs(texts: list[str], code: str, size: int = 10) -> list[tuple[set[tuple[int, int]], set[tuple[int, int]]]]:
    """Join every ten sentences to a paragraph and compare the spans found in it."""
    pairs = []
    for start in range(0, len(texts), size):
        gold, position = set(), 0
        for text in texts[start : start + size]:
            gold.add((position, position + len(text)))
            position += len(text) + 1
        found = {(s.start, s.end) for s in split_sentences(" ".join(texts[start : start + size]), code)}
        pairs.append((found, gold))
    return pairs
