"""Articles as the ranker sees them, with what a good digest says of them: an abstract, or an editor's marks on every sentence."""

from __future__ import annotations

import gzip
import json
import pickle
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from summarizer import Article, Digester, Options, SummarizerError
from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.ranking import scenes
from summarizer.ranking.features import measure
from summarizer.ranking.salience import measure_words
from summarizer.reading import from_text
from summarizer.types import Block, Document, Entity, LanguageGuess, Role, Sentence, Source, Span
from summarizer.words import count_words

ANNOTATIONS = Path(__file__).resolve().parents[2] / "annotations"
SETS = {"fr": ("fr_orangesum_train",), "en": ("en_cnndm_dev", "en_newts_cnndm", "en_cnndm_train_small")}
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Mark:
    """What an editor said of a sentence: importance 0 to 3, role, and the earlier sentence that it repeats."""

    importance: int
    role: Role | None
    repeats: int | None = None
    also: Role | None = None


@dataclass(slots=True)
class Case:
    """An article measured: features of its words and sentences (the family "word salience" still empty), and what is right."""

    id: str
    sentences: tuple[Sentence, ...]
    bags: list[Counter[str]]
    words: list[str]
    word_rows: Floats
    rows: Floats
    reference: list[str]
    marks: tuple[Mark, ...] = ()
    split: str = "train"

    @property
    def sizes(self) -> list[int]:
        """The number of words of each sentence."""
        return [count_words(sentence.text) for sentence in self.sentences]


def rouge_words(text: str) -> list[str]:
    """Return the words of *text* as the scorer counts them."""
    return re.findall(r"\w+", text.lower())


def case_of(
    name: str,
    doc: Doc,
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    *,
    reference: str = "",
) -> Case | None:
    """Return the article measured (its first section where it is very long), or None where it has no sentence."""
    language = get_language(document.language.code)
    background = load_background(language.code)
    scene = next(scenes(doc, sentences, document=document, entities=entities, language=language), None)
    if scene is None:
        return None
    words, word_rows = measure_words(scene, background=background)
    rows = measure(scene, salience={}, background=background, language=language)
    return Case(
        name,
        tuple(view.sentence for view in scene.views),
        [view.bag for view in scene.views],
        words,
        word_rows.astype(np.float32),
        rows.astype(np.float32),
        rouge_words(reference),
    )


def rows_of(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set of summaries."""
    with gzip.open(data / "summaries" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def load_cases(data: Path, name: str, *, work: Path, processes: int = 2) -> list[Case]:
    """Return the cases of the set *name*, from the folder *work* where they were measured before."""
    path = work / f"{name}.pkl"
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        with Pool(processes) as pool:
            found = [case for case in pool.imap(_measured, ((name[:2], row) for row in rows_of(data, name)), 50) if case]
        path.write_bytes(pickle.dumps(found, protocol=5))
    cases: list[Case] = pickle.loads(path.read_bytes())
    return cases


def _measured(job: tuple[str, dict[str, Any]]) -> Case | None:
    lang, row = job
    digester = Digester(Options(language=lang))
    text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
    try:
        document = digester.prepare(article_of(text))
    except SummarizerError:
        return None
    doc, sentences = digester.analyse(document)
    entities = digester.extract(document, doc, sentences).entities
    return case_of(str(row["id"]), doc, document, sentences, entities, reference=row.get("heading") or row["summary"])


def article_of(text: str, title: str = "") -> Article:
    """Return a pasted text, below its title where it has one, as an Article."""
    return from_text(f"{title}\n\n{text}" if title else text, Source("row", "text/plain"))


def annotated(lang: str, data: Path, *, work: Path) -> list[Case]:
    """Return the annotated articles of *lang*, their texts joined from the folder *data*."""
    path = work / f"annotated_{lang}.pkl"
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(list(_annotated(lang, data)), protocol=5))
    cases: list[Case] = pickle.loads(path.read_bytes())
    return cases


def _annotated(lang: str, data: Path) -> Iterator[Case]:
    for row, doc, document, sentences, entities, marks in analysed(lang, data):
        case = case_of(str(row["id"]), doc, document, sentences, entities)
        if case is not None and len(case.sentences) == len(marks):
            case.marks, case.split = marks, row["split"]
            yield case


def analysed(
    lang: str, data: Path
) -> Iterator[tuple[dict[str, Any], Doc, Document, tuple[Sentence, ...], tuple[Entity, ...], tuple[Mark, ...]]]:
    """Yield each annotated article of *lang*: its row, Doc, document, the annotator's sentences, the entities and the marks."""
    digester = Digester(Options(language=lang))
    rows = marked_rows(lang)
    texts = texts_of(rows, data)
    for row in rows:
        document, sentences, marks = joined(row, texts[row["set"], row["id"]], lang)
        doc, _ = digester.analyse(document)
        yield row, doc, document, sentences, digester.extract(document, doc, sentences).entities, marks


def marked_rows(lang: str) -> list[dict[str, Any]]:
    """Return the annotated articles of *lang*."""
    return [
        json.loads(line)
        for name in ("articles", "salience")
        for line in (ANNOTATIONS / f"{name}_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def texts_of(marked: Iterable[dict[str, Any]], data: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows of the sets in *data* that the annotated articles come from, by set and id."""
    return {(name, row["id"]): row for name in {row["set"] for row in marked} for row in rows_of(data, name)}


def joined(row: dict[str, Any], fields: dict[str, str], lang: str) -> tuple[Document, tuple[Sentence, ...], tuple[Mark, ...]]:
    """Return an annotated article as a Document with the sentences that the annotator saw, and the marks on them."""
    title, body = fields.get("title") or "", fields["text"]
    text = f"{title}\n\n{body}" if title else body
    offset = len(text) - len(body)
    paragraphs = [Block("paragraph", match.group(), start=match.start() + offset) for match in re.finditer(r"[^\n]+", body)]
    blocks = (*([Block("title", title)] if title else []), *paragraphs)
    document = Document(Source("row", "text/plain"), LanguageGuess(lang, 1.0), title, text, blocks)
    starts = [block.start for block in blocks]
    sentences, marks = [], []
    for number, mark in enumerate(row["sentences"], 1):
        start, end = (place + offset for place in mark["span"])
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        span = Span(start, start + len(piece.strip()))
        sentences.append(Sentence(number, span, bisect_right(starts, start) - 1, "paragraph", "body", piece.strip()))
        marks.append(Mark(mark["importance"], mark["role"], mark.get("repeats"), mark.get("also")))
    return document, tuple(sentences), tuple(marks)
