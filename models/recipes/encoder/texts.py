"""What the encoder reads and is taught: texts as pieces, sentences with what an abstract holds of them, and readers' verdicts."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from models.recipes.encoder.network import VERDICTS, VOCABULARY
from models.recipes.judges import annotated
from models.recipes.ranking.articles import ANNOTATIONS, SETS, rouge_words, rows_of
from models.recipes.ranking.rouge import rouge
from models.recipes.ranking.train import held_out_ids, worth_of
from summarizer.encoder.pieces import pieces_of
from summarizer.resources import lexicon_folder
from summarizer.types import ROLES, Span
from summarizer.words import WORD

# Named entities and treebanks with running text whose rows may be trained on.
NAMES = {"fr": ("winer_fr", "sequoia_ne"), "en": ("wikigold", "uner_pud", "europarl_ner", "re3d", "crossner")}
TREEBANKS = {"fr": r"fr_(sequoia|rhapsodie|parisstories)-train|fr_(fqb|pud)", "en": r"en_ewt-train|en_pud"}
# Short texts are read so many at a time.
_TOGETHER = 15
_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"»”’)]*(?=\s|$)|$)")
Rows = NDArray[np.float64]


@dataclass(slots=True)
class Text:
    """An article as pieces. Rows hold places among them: ``abstract`` [start, end, share], ``sentence`` [start, end, importance,
    role or -1], ``line`` [start, end, verdict], ``cut`` [sentence start, end, cut start, end, verdict]. ``shortened`` has the
    sentences that editors shortened."""

    lang: str
    key: tuple[str, str]
    ids: NDArray[np.int64]
    split: str = "train"
    rows: dict[str, Rows] = field(default_factory=dict)
    shortened: list[Shortened] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shortened:
    """A sentence and its words as places among the pieces, and the deleted stretches as first and last word."""

    sentence: tuple[int, int]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    deleted: tuple[tuple[int, int], ...]


def raw_texts(data: Path) -> Iterator[tuple[str, tuple[str, str], str, str]]:
    """Yield language, set and id, text and abstract of every article, then of short texts put together, which have none."""
    for lang, sets in SETS.items():
        hidden = held_out_ids(data, lang)
        for name in sets:
            for row in rows_of(data, name):
                if str(row["id"]) not in hidden:
                    yield lang, (name, str(row["id"])), _pasted(row), row.get("heading") or row["summary"]
    for lang in SETS:
        short = list(_short_texts(lang, data))
        for start in range(0, len(short), _TOGETHER):
            yield lang, ("", str(start)), "\n".join(short[start : start + _TOGETHER]), ""


def train_pieces(texts: Sequence[str], work: Path) -> bytes:
    """Return a SentencePiece model of both languages."""
    corpus = work / "pieces.txt"
    corpus.write_text("\n".join(re.sub(r"(?<=[.!?]) ", "\n", text) for text in texts), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus),
        model_prefix=str(work / "pieces"),
        vocab_size=VOCABULARY,
        character_coverage=0.9995,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        user_defined_symbols=["<mask>", "<nl>"],
        input_sentence_size=400_000,
        num_threads=2,
        minloglevel=2,
    )
    return (work / "pieces.model").read_bytes()


def taught_texts(data: Path) -> Iterator[Text]:
    """Yield every text as pieces, with all that is known of it; articles held out for measuring have verdicts alone."""
    verdicts = {lang: _verdicts(lang) for lang in SETS}
    seen = set()
    for lang, key, text, abstract in raw_texts(data):
        known = verdicts[lang].get(key)
        seen.add(key)
        yield _taught(lang, key, text, abstract, known)
    for lang, sets in SETS.items():
        for name in sets:
            for row in rows_of(data, name):
                key = (name, str(row["id"]))
                if key not in seen and key in verdicts[lang]:
                    yield _taught(lang, key, _pasted(row), "", verdicts[lang][key], split="dev")


def _taught(lang: str, key: tuple[str, str], text: str, abstract: str, known: dict[str, list] | None, split: str = "") -> Text:  # type: ignore[type-arg]
    pieces = pieces_of(text)
    offset = len(text) - len(text.split("\n\n", 1)[-1]) if lang == "fr" else 0

    def at(start: int, end: int, moved: int = offset) -> tuple[int, int]:
        first, _ = pieces.bounds(window := pieces.window_of(span := Span(start + moved, end + moved)))
        begin, close = pieces.range(span, window)
        return begin + first, close + first

    found = Text(lang, key, pieces.ids, split or str((known or {}).get("split", "train")))
    words = rouge_words(abstract)
    if words:
        spans = [(offset + m.start(), offset + m.end()) for m in _SENTENCE.finditer(text[offset:]) if m.group().strip()]
        found.rows["abstract"] = np.array([(*at(a, b, 0), worth_of(rouge(rouge_words(text[a:b]), words))) for a, b in spans])
    for kind, rows in (known or {}).items():
        if kind == "shortened":
            found.shortened = [_shortened(text, offset, at, *row) for row in rows]
        elif kind == "cut":
            found.rows[kind] = np.array([(*at(*row[:2]), *at(*row[2:4]), row[4]) for row in rows], dtype=float)
        elif kind != "split":
            found.rows[kind] = np.array([(*at(*row[:2]), *row[2:]) for row in rows], dtype=float)
    return found


def _shortened(
    text: str, offset: int, at: Callable[[int, int], tuple[int, int]], span: Sequence[int], cuts: Sequence[Sequence[int]]
) -> Shortened:
    """Return a sentence at *span* of the article without the pieces at *cuts*; *at* gives the pieces of a span."""
    words = [(m.start() - offset, m.end() - offset) for m in WORD.finditer(text, span[0] + offset, span[1] + offset)]
    inside = [[number for number, word in enumerate(words) if start <= word[0] < end] for start, end in cuts]
    places = [at(*word) for word in words]
    starts, ends = zip(*places, strict=True)
    return Shortened(at(*span), starts, ends, tuple((found[0], found[-1]) for found in inside))


def _verdicts(lang: str) -> dict[tuple[str, str], dict[str, list]]:  # type: ignore[type-arg]
    """Return what readers said of each article: its split, and rows of spans and verdicts by kind."""
    found: dict[tuple[str, str], dict[str, list]] = {}  # type: ignore[type-arg]
    for name in ("articles", "salience", "lines", "cuts", "shortened"):
        for row in annotated(ANNOTATIONS / f"{name}_{lang}.jsonl"):
            known = found.setdefault((row["set"], str(row["id"])), {"split": row["split"]})
            if row["split"] == "dev":
                known["split"] = row["split"]
            if name == "shortened":
                known["shortened"] = [(marked["span"], marked["cuts"]) for marked in row["sentences"]]
                continue
            if name == "lines":
                known.setdefault("line", []).extend((a, b, VERDICTS["line"].index(said)) for a, b, said in row["lines"])
                continue
            for marked in row["sentences"]:
                if name == "cuts":
                    cuts = [(*marked["span"], a, b, VERDICTS["cut"].index(said)) for a, b, _, said in marked["cuts"]]
                    known.setdefault("cut", []).extend(cuts)
                else:
                    role = ROLES.index(marked["role"]) if marked["role"] else -1
                    known.setdefault("sentence", []).append((*marked["span"], marked["importance"], role))
    return found


def _pasted(row: dict[str, str]) -> str:
    """Return an article as pasted text, its title first."""
    title = row.get("title") or ""
    return f"{title}\n\n{row['text']}" if title else row["text"]


def _short_texts(lang: str, data: Path) -> Iterator[str]:
    """Yield sentences of the sets of names and treebanks, the project's own sentences, and the lexicon's definitions."""
    with gzip.open(data / "ner" / f"{lang}_train.jsonl.gz", "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row["source"].startswith(NAMES[lang]):
                yield row.get("text") or " ".join(row["tokens"])
    for path in sorted((data / "ud" / lang).glob("*.conllu.gz")):
        if re.match(TREEBANKS[lang], path.name):
            with gzip.open(path, "rt", encoding="utf-8") as stream:
                yield from (line[9:].strip() for line in stream if line.startswith("# text = "))
    for path in sorted((ANNOTATIONS / "sentences").glob(f"*{lang}*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield re.sub(r"\[[A-Z]+ ([^\]]*)\]", r"\1", line)
    for path in sorted(lexicon_folder().glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row[lang] and row[f"{lang}_definition"]:
                    short = f" ({row[f'{lang}_short']})" if row[f"{lang}_short"] else ""
                    yield f"{row[lang]}{short} : {row[f'{lang}_definition']}."
