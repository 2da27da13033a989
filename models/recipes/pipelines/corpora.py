"""Every training source as examples of one form: words as the project's own tokenizer makes them, with what the source knows.

A source marks only some of the entity types and says nothing of the others, so an example holds for each word the *set* of tags
that it allows: a word outside the names of a PER/LOC/ORG source may still be part of a PRODUCT.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conllu import parse_incr
from conllu.models import TokenList

from models.recipes.folds import RUN, TRAINED_ON, is_held_out
from summarizer.analysis.borders import punctuated_starts
from summarizer.analysis.tokenizer import build_tokenizer
from summarizer.languages import get_language
from summarizer.types import ENTITY_LABELS

ANNOTATIONS = Path(__file__).resolve().parents[2] / "annotations"
TAGS = ("O", *(f"{place}-{label}" for label in ENTITY_LABELS for place in "BI"))
TAG = {name: number for number, name in enumerate(TAGS)}
ALL_TAGS = (1 << len(TAGS)) - 1
MARKED = re.compile(rf"\[({'|'.join(ENTITY_LABELS)}) ([^\[\]]+)\]")
CharSpan = tuple[int, int, str]
Row = dict[str, Any]


@dataclass(slots=True)
class Example:
    """One stretch of running text. ``None`` stands for "the source does not say"; -1 for "not for this word"."""

    words: list[str]
    source: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    starts: list[int] | None = None
    tags: list[int] | None = None


class Tokens:
    """The project's tokenizer for one language: text -> words and their character spans."""

    def __init__(self, lang: str) -> None:
        self.language = get_language(lang)
        self._make = build_tokenizer(self.language).make_doc

    def of(self, text: str) -> tuple[list[str], list[tuple[int, int]]]:
        """Return the words of *text* that are not white space, with their character spans."""
        tokens = [token for token in self._make(text) if not token.is_space]
        return [token.text for token in tokens], [(token.idx, token.idx + len(token.text)) for token in tokens]


def allowed_tags(words: int, spans: Sequence[CharSpan], at: Sequence[tuple[int, int]], marked: frozenset[str]) -> list[int]:
    """Return for each word the bit set of tags that the source allows.

    *marked* are the labels whose every mention the source marks; a span whose label is not among ``ENTITY_LABELS`` is a name of
    a kind that *marked* does not hold.
    """
    other = sum(1 << TAG[f"{place}-{label}"] for label in ENTITY_LABELS if label not in marked for place in "BI")
    tags = [(1 << TAG["O"]) | other] * words
    for start, end, label in spans:
        inside = [i for i, (first, last) in enumerate(at) if first < end and start < last]
        for number, i in enumerate(inside):
            tags[i] = 1 << TAG[f"{'I' if number else 'B'}-{label}"] if label in ENTITY_LABELS else (1 << TAG["O"]) | other
    return tags


# ---- the project's own annotations


def own_sentences(lang: str, tokens: Tokens, split: str) -> Iterator[Example]:
    """Yield the project's own annotated sentences; of the first file every fourth is dev, the others are train."""
    first = ANNOTATIONS / f"sentences_{lang}.txt"
    for path in [first, *sorted((ANNOTATIONS / "sentences").glob(f"{lang}_*.txt"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            is_dev = path == first and is_held_out(number)
            if line.strip() and is_dev == (split == "dev"):
                yield _marked_line(line, tokens, path.stem)


def _marked_line(line: str, tokens: Tokens, source: str) -> Example:
    """Return a line as an example; its sentences start where the punctuation says so, which is right in such plain text."""
    text, spans, last = "", [], 0
    for match in MARKED.finditer(line):
        text += line[last : match.start()]
        spans.append((len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
        last = match.end()
    text += line[last:]
    words, at = tokens.of(text)
    borders = punctuated_starts(text, tokens.language)
    starts = [int(not i or borders.get(start, False)) for i, (start, _) in enumerate(at)]
    return Example(words, source, at, starts=starts, tags=allowed_tags(len(words), spans, at, frozenset(ENTITY_LABELS)))


def own_articles(lang: str, tokens: Tokens, data: Path, split: str) -> Iterator[Example]:
    """Yield the annotated articles, a paragraph an example, joined with their texts in *data*."""
    rows = [json.loads(line) for line in (ANNOTATIONS / f"articles_{lang}.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["split"] == split]
    texts = {name: _texts(data / "summaries" / f"{name}.jsonl.gz") for name in {row["set"] for row in rows}}
    for row in rows:
        for name in ("title", "text"):
            yield from _field_examples(row, name, texts[row["set"]][row["id"]].get(name) or "", tokens)


def _field_examples(row: Row, name: str, text: str, tokens: Tokens) -> Iterator[Example]:
    spans = [
        (start, end, entity["label"]) for entity in row["entities"] for where, start, end in entity["mentions"] if where == name
    ]
    borders = {sentence["span"][0] for sentence in row["sentences"]} if name == "text" else {0}
    for paragraph in re.finditer(r"[^\n]+", text):
        words, at = tokens.of(paragraph.group())
        at = [(start + paragraph.start(), end + paragraph.start()) for start, end in at]
        if words:
            starts = [int(not i or any(start <= b < end for b in borders)) for i, (start, end) in enumerate(at)]
            tags = allowed_tags(len(words), spans, at, frozenset(ENTITY_LABELS))
            yield Example(words, "own_articles", at, starts=starts, tags=tags)


def _texts(path: Path) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in jsonl(path)}


# ---- public entity sets

_FOUR = frozenset(("PER", "LOC", "ORG", "MISC"))
_THREE = frozenset(("PER", "LOC", "ORG"))
# Source -> the labels of ours that it marks. Their MISC is wider than ours and means "a name of another kind or an adjective".
MARKS: dict[str, frozenset[str]] = {
    "winer_fr": frozenset(("PER", "LOC", "ORG", "EVENT")),
    "sequoia_ne": frozenset(("PER", "LOC", "ORG", "EVENT")),
    "wikiann": _THREE,
    "wikigold": _THREE,
    "uner_pud": _THREE,
    "uner_ewt": _THREE,
    "wnut17": frozenset(("PER", "LOC", "ORG", "PRODUCT", "WORK")),
    "europarl_ner": _THREE,
    "btc_a": _THREE,
    "btc_b": _THREE,
    "btc_e": _THREE,
    "btc_g": _THREE,
    "crossner_politics": frozenset(("PER", "LOC", "ORG", "EVENT")),
    "crossner_literature": frozenset(("PER", "LOC", "ORG", "EVENT", "WORK")),
    "crossner_music": frozenset(("PER", "LOC", "ORG", "EVENT", "WORK")),
    "crossner_science": _THREE,
    "crossner_ai": _THREE,
}
# Never trained on, only measured.
MEASURED = {"wikineural": _THREE}


def public_entities(
    path: Path, tokens: Tokens, *, held_out: bool | None = None, sources: Collection[str] = tuple(MARKS)
) -> Iterator[Example]:
    """Yield the rows of a ``ner/*.jsonl.gz`` file that come from *sources*.

    *held_out* picks the fold of a source of which a part is trained on: True the fold held out, False the others, None all.
    """
    numbers: dict[str, int] = {}
    for row in jsonl(path):
        source = row["source"]
        number = numbers[source] = numbers.get(source, -1) + 1
        if source in sources and held_out in (None, is_held_out(number)):
            yield _entity_row(row, tokens)


def _entity_row(row: Row, tokens: Tokens) -> Example:
    text, at = "", []
    for token in row["tokens"]:
        at.append((len(text), len(text) + len(token)))
        text += token + " "
    spans: list[CharSpan] = []
    for (start, end), tag in zip(at, row["ner"], strict=True):
        if tag.startswith("I-") and spans and spans[-1][2] == tag[2:]:
            spans[-1] = (spans[-1][0], end, tag[2:])
        elif tag != "O":
            spans.append((start, end, tag[2:]))
    marked = (MARKS | MEASURED)[row["source"]]
    spans = [(start, end, label if label in marked else "other") for start, end, label in spans]
    words, own = tokens.of(text)
    return Example(words, row["source"], own, tags=allowed_tags(len(words), spans, own, marked))


# ---- treebanks

# What is trained on.
TREEBANKS = {
    "fr": ("fr_sequoia-train", "fr_gsd-dev", "fr_rhapsodie-train", "fr_parisstories-train", "fr_fqb-extra", "fr_pud-extra"),
    "en": ("en_ewt-train", "en_pud-extra"),
}


def treebank(
    path: Path, tokens: Tokens, *, rng: random.Random, held_out: bool | None = None, most: int = 10
) -> Iterator[Example]:
    """Yield the sentences of a CoNLL-U file in runs of one to *most*, joined to running text.

    *held_out* picks the fold of a file of which a part is trained on, as in ``public_entities``.
    """
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        trees = [tree for tree in parse_incr(stream) if "text" in tree.metadata]
    blocks = [trees[at : at + RUN] for at in range(0, len(trees), RUN)]
    held_out = held_out if path.name.split(".")[0] in TRAINED_ON else None
    for number, block in enumerate(blocks):
        if held_out in (None, is_held_out(number)):
            while block:
                size = rng.randint(1, most)
                run, block = block[:size], block[size:]
                yield joined([_tree_example(tree, tokens, path.name.split(".")[0]) for tree in run])


def joined(parts: Sequence[Example]) -> Example:
    """Return *parts* as one stretch of text; it knows what all of them know."""
    whole = Example([], parts[0].source)
    for name in ("upos", "feats", "lemmas", "deprels", "starts", "tags", "heads"):
        if all(getattr(part, name) is not None for part in parts):
            setattr(whole, name, [])
    for part in parts:
        offset = len(whole.words)
        whole.words += part.words
        for name in ("upos", "feats", "lemmas", "deprels", "starts", "tags"):
            if getattr(whole, name) is not None:
                setattr(whole, name, getattr(whole, name) + getattr(part, name))
        if whole.heads is not None:
            whole.heads += [head + offset if head >= 0 else -1 for head in part.heads or ()]
    return whole


def gold_words(tree: TokenList) -> list[tuple[int, int, Row]]:
    """Return (start, end, word) for each syntactic word that has a place of its own in the text.

    A contraction ("du" = de + le) is one word, with what its first part says; where the parts spell it out ("don't" = do + n't)
    each is a word. A word's ``own`` is the set of ids that it stands for.
    """
    text, position, words, skip = tree.metadata["text"], 0, [], 0
    by_id = {token["id"]: token for token in tree if isinstance(token["id"], int)}
    for token in tree:
        number = token["id"]
        if isinstance(number, int) and number <= skip:
            continue
        parts = [dict(token, own={number})]
        if isinstance(number, tuple):
            if number[1] == ".":
                continue
            skip = number[2]
            inner = [by_id[i] for i in range(number[0], number[2] + 1)]
            if "".join(part["form"] for part in inner) == token["form"]:
                parts = [dict(part, own={part["id"]}) for part in inner]
            else:
                parts = [contracted(token, inner)]
        for part in parts:
            start = text.find(part["form"], position)
            if start >= 0:
                position = start + len(part["form"])
                words.append((start, position, part))
    return words


def contracted(token: Row, inner: Sequence[Row]) -> Row:
    """Return a contraction as one word: tag, features and lemma of its first part, head of the part that leads outside."""
    own = {part["id"] for part in inner}
    outward = next((part for part in inner if part["head"] not in own), inner[0])
    return dict(inner[0], form=token["form"], own=own, head=outward["head"], deprel=outward["deprel"])


def feature_string(word: Row) -> str:
    """Return a word's features as CoNLL-U writes them."""
    return "|".join(f"{name}={value}" for name, value in sorted((word["feats"] or {}).items())) or "_"


def _tree_example(tree: TokenList, tokens: Tokens, source: str) -> Example:
    words, at = tokens.of(tree.metadata["text"])
    place = {span: i for i, span in enumerate(at)}
    position_of: dict[int, int] = {0: -1}
    found: list[tuple[int, Row]] = []
    for start, end, word in gold_words(tree):
        i = place.get((start, end))
        around = next((i for i, (first, last) in enumerate(at) if first <= start < last), -1) if i is None else i
        position_of.update(dict.fromkeys(word["own"], around))
        if i is not None:
            found.append((i, word))
    count = len(words)
    upos, feats, lemmas, deprels, heads = [""] * count, [""] * count, [""] * count, [""] * count, [-1] * count
    for i, word in found:
        upos[i], feats[i], lemmas[i] = word["upos"], feature_string(word), word["lemma"]
        heads[i] = i if word["head"] == 0 else position_of.get(word["head"], -1)
        deprels[i] = word["deprel"].split(":")[0] if heads[i] >= 0 else ""
    starts = [int(not i) for i in range(count)]
    return Example(words, source, at, upos, feats, lemmas, heads, deprels, starts)


# ---- raw text


def jsonl(path: Path) -> Iterator[Row]:
    """Yield the objects of a ``.jsonl.gz`` file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


RAW = {"fr": ("fr_orangesum_train",), "en": ("en_newts_cnndm", "en_cnndm_train_small", "en_cnndm_dev")}


def raw_paragraphs(lang: str, data: Path) -> Iterator[str]:
    """Yield the paragraphs of the news articles that may be trained on, without the dev articles of the annotations."""
    lines = (ANNOTATIONS / f"articles_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    dev = {(row["set"], row["id"]) for row in map(json.loads, lines) if row["split"] == "dev"}
    for name in RAW[lang]:
        for row in jsonl(data / "summaries" / f"{name}.jsonl.gz"):
            if (name, row["id"]) not in dev:
                yield from _paragraphs(row)


def _paragraphs(row: Row) -> Iterable[str]:
    pieces = [row.get("title") or "", row.get("heading") or "", *row["text"].split("\n")]
    return (piece.strip() for piece in pieces if piece.strip())
