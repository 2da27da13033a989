"""Static word vectors of both languages together, by floret: ``python -m models.recipes.pipelines.vectors --data
../shared/data``.

floret (fastText with hashed rows) was chosen because it trains on two cores in minutes. French and English news are trained as
one corpus: a name that French articles mention a hundred times is then known to the English pipeline too. The vectors only
start the embedding tables of the network and are not shipped.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import floret
import numpy as np

from models.recipes.pipelines import corpora

DIM, EPOCHS, LEAST_COUNT, SEED = 96, 4, 3, 11


def write_corpus(data: Path, path: Path) -> Counter[str]:
    """Write the raw text of both languages, a paragraph a line in random order, and return the counts of its words."""
    lines = []
    for lang in ("fr", "en"):
        tokens = corpora.Tokens(lang)
        lines += [" ".join(tokens.of(text)[0]) for text in corpora.raw_paragraphs(lang, data)]
        lines += [" ".join(example.words) for example in corpora.own_sentences(lang, tokens, "train")]
        lines += [" ".join(e.words) for e in corpora.public_entities(data / "ner" / f"{lang}_train.jsonl.gz", tokens)]
        rng = random.Random(SEED)
        for tree in sorted((data / "ud" / lang).glob("*.conllu.gz")):
            if tree.name.split(".")[0] in corpora.TREEBANKS[lang]:
                lines += [" ".join(e.words) for e in corpora.treebank(tree, tokens, rng=rng, held_out=False)]
    random.Random(SEED).shuffle(lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Counter(word for line in lines for word in line.split())


def main() -> None:
    """Train and save ``vectors.npz``: the words by falling frequency and a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("out/pipelines"), help="folder for what is not shipped")
    parser.add_argument("--threads", type=int, default=1, help="with more than one, two runs differ a little")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    text = arguments.work / "corpus.txt"
    counts = write_corpus(arguments.data, text)
    model = floret.train_unsupervised(
        str(text), model="skipgram", dim=DIM, epoch=EPOCHS, minCount=LEAST_COUNT, minn=4, maxn=5, mode="fasttext",
        bucket=100_000, thread=arguments.threads, neg=5, ws=3,
    )  # fmt: skip
    words = [word for word, count in counts.most_common() if count >= LEAST_COUNT]
    rows = np.stack([model.get_word_vector(word) for word in words]).astype(np.float16)
    np.savez(arguments.work / "vectors.npz", words=np.array(words), counts=np.array([counts[w] for w in words]), rows=rows)
    print(len(words), "words,", counts.total(), "tokens")


if __name__ == "__main__":
    main()
