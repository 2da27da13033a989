"""Fit the wording model of ``summarizer.ranking.wording``: ridge regression (scikit-learn) on the marks of editors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from summarizer.judge import grams

# Sentences that a gram must stand in, the strength of the penalty, and how many grams keep their weight: measured on the dev
# articles, where 15,000 are as good as all.
LEAST, PENALTY, KEPT = 6, 2.0, 15_000


def fit_wording(texts: Sequence[str], worth: Sequence[float]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights of the grams that foretell the *worth* of the sentences *texts*."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import Ridge

    found = [sorted(grams(text)) for text in texts]
    counts = Counter(gram for one in found for gram in one)
    columns = {gram: place for place, gram in enumerate(sorted(gram for gram, count in counts.items() if count >= LEAST))}
    rows, places, values = [], [], []
    for number, one in enumerate(found):
        known = [columns[gram] for gram in one if gram in columns]
        rows += [number] * len(known)
        places += known
        values += [1 / math.sqrt(len(one))] * len(known)
    table = csr_matrix((values, (rows, places)), shape=(len(texts), len(columns)))
    model = Ridge(alpha=PENALTY, solver="sag", max_iter=60, random_state=7).fit(table, worth)
    strongest = set(np.argsort(-np.abs(model.coef_), kind="stable")[:KEPT].tolist())
    weights = {gram: round(float(model.coef_[place]), 3) for gram, place in columns.items() if place in strongest}
    return round(float(model.intercept_), 4), weights
