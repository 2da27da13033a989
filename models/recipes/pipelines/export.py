"""Write what the package ships: ``python -m models.recipes.pipelines.export --language fr --data ../shared/data``.

Embedding tables become bytes with a scale per row, everything else half precision. The file is a plain ``.npz`` without pickle.
"""

from __future__ import annotations

import argparse
import io
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch

from models.recipes.listing import enter
from models.recipes.pipelines import corpora
from models.recipes.pipelines.corpora import TAGS, Example
from models.recipes.pipelines.measure import forbidden
from summarizer.analysis.lemmas import LONGEST_ENDING

TABLES = ("words.word.weight", "words.ngram.weight", "words.affix.weight", "words.shape.weight")
DATA = {
    "fr": [
        "WiNER-fr", "Sequoia (entities, UD)", "WikiANN", "UD French GSD dev, Rhapsodie, ParisStories, FQB, PUD",
        "OrangeSum train (raw text)",
    ],
    "en": [
        "Wikigold", "WikiANN", "UNER EWT dev, PUD", "WNUT 17", "Broad Twitter Corpus", "CrossNER", "Europarl NER",
        "UD English EWT, PUD", "CNN/DailyMail train rows (raw text)",
    ],
}  # fmt: skip


def packed(state: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """Return the weights as they are stored: linear maps as [inputs, outputs]."""
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in state.items():
        values = tensor.numpy()
        if name in TABLES:
            scale = np.maximum(np.abs(values).max(axis=1), 1e-8) / 127
            arrays[name] = np.round(values / scale[:, None]).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float32)
        elif name == "transitions":
            arrays[name] = np.where(forbidden(), -1e4, values).astype(np.float32)
        else:
            arrays[name] = (values.T if values.ndim == 2 and name != "arc" else values).astype(np.float16)
    return arrays


def as_bytes(names: list[str]) -> np.ndarray:
    """Return a list of names as one array of bytes, a name a line."""
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def together(examples: list[Example], upos: list[str], feats: list[str]) -> np.ndarray:
    """Return [upos, feats]: 0 where the two were seen on one word, a large negative number elsewhere."""
    seen = np.full((len(upos), len(feats)), -1e4, dtype=np.float16)
    rows, columns = {name: i for i, name in enumerate(upos)}, {name: i for i, name in enumerate(feats)}
    for example in examples:
        for tag, morph in zip(example.upos or (), example.feats or (), strict=True):
            if tag in rows and morph in columns:
                seen[rows[tag], columns[morph]] = 0.0
    seen[:, columns["_"]] = np.where((seen == 0).any(axis=1), seen[:, columns["_"]], 0.0)
    return seen


def lemma_tables(examples: list[Example]) -> dict[str, dict]:
    """Return {"forms": pos -> form -> lemma, "endings": pos -> ending -> (cut, add)} from the treebanks."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for example in examples:
        for word, pos, lemma in zip(example.words, example.upos or (), example.lemmas or (), strict=True):
            if pos and lemma and lemma != "_" and not (example.source == "fr_pud-extra" and pos == "PRON"):
                counts[pos][word if pos == "PROPN" else word.lower()][lemma] += 1
    forms = {pos: {form: seen.most_common(1)[0][0] for form, seen in words.items()} for pos, words in counts.items()}
    return {
        "forms": {
            pos: {form: lemma for form, lemma in known.items() if pos != "PROPN" or form != lemma} for pos, known in forms.items()
        },
        "endings": ending_rules(forms),
    }


def ending_rules(forms: dict[str, dict[str, str]]) -> dict[str, dict[str, tuple[int, str]]]:
    """Return for the open classes the commonest change of each ending; an ending whose shorter one says the same is left out."""
    rules: dict[str, dict[str, tuple[int, str]]] = {}
    for pos in ("NOUN", "VERB", "ADJ", "ADV", "AUX"):
        seen: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
        for form, lemma in forms.get(pos, {}).items():
            kept = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
            change = (len(form) - kept, lemma[kept:])
            for size in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
                if change[0] <= size:
                    seen[form[-size:]][change] += 1
        best = {ending: changes.most_common(1)[0] for ending, changes in seen.items()}
        rules[pos] = {
            ending: change
            for ending, (change, count) in sorted(best.items())
            if count > 1 and (len(ending) == 1 or best.get(ending[1:], (None,))[0] != change)
        }
    return rules


def main() -> None:
    """Write weights and lemma tables and enter them in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("out/pipelines"))
    parser.add_argument("--name", default="", help="suffix of the training run")
    arguments = parser.parse_args()
    lang, tokens, rng = arguments.language, corpora.Tokens(arguments.language), random.Random(0)
    trees = [
        example
        for name in corpora.TREEBANKS[lang]
        for example in corpora.treebank(arguments.data / "ud" / lang / f"{name}.conllu.gz", tokens, rng=rng, held_out=False)
    ]
    saved = torch.load(arguments.work / f"{lang}{arguments.name}.pt", weights_only=True)
    words, upos, feats, deprels = saved["inventory"]
    arrays = packed(saved["state"])
    for name, values in (("words", list(words)), ("upos", upos), ("feats", feats), ("deprels", deprels), ("tags", list(TAGS))):
        arrays[f"inventory.{name}"] = as_bytes(values)
    arrays["together"] = together(trees, upos, feats)
    packed_arrays = io.BytesIO()
    np.savez(packed_arrays, **arrays)
    text = json.dumps(lemma_tables(trees), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    for name, content in ((f"pipeline_{lang}.npz", packed_arrays.getvalue()), (f"lemmas_{lang}.json", text.encode())):
        data = [*DATA[lang], "models/annotations (own sentences and articles)"]
        enter(name, content, licence="CC BY-SA 4.0", data=data, command=f"make pipelines LANGUAGE={lang}")
        print(name, len(content) // 1000, "kB")


if __name__ == "__main__":
    main()
