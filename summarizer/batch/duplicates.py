"""Near-duplicates: articles that tell the same story in nearly the same words, as agency copy is reprinted.

An article's signature is the MinHash of its shingles of words (Broder, "On the resemblance and containment of documents", 1997);
the share of equal places in two signatures estimates the share of shingles that two articles have in common. Candidates are found
by bands of the signature (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3).
"""

from __future__ import annotations

import base64
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

# Places of a signature, of 16 bits each: the estimate has a standard error of 0.04, and an article costs 256 bytes.
PLACES = 128
# Words of a shingle: with two, reports written to one pattern come nearer to the threshold, with four, copies with words changed.
SHINGLE = 3
# Articles are near-duplicates from this estimated resemblance on. Of 1,000 news articles with another lead, another paragraph,
# 30 % cut or 5 % of the words changed, 97 % and more are found; no two different ones reach 0.12 (docs/batch.md).
THRESHOLD = 0.5
# Places of a band: of pairs at the threshold, 996 in 1,000 share one of the 42 bands of three places.
_BAND = 3
_BANDS = PLACES // _BAND
# The seed of the permutations; another one makes signatures that cannot be compared with those of earlier runs.
_SEED = 1997
# What signatures are compared within: the method and its settings. Part of the configuration that the state records.
METHOD = f"minhash-{RMinHash.ALGORITHM_VERSION}-{PLACES}-{SHINGLE}-{_SEED}"

Signatures = NDArray[np.uint16]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Repeat:
    """The article at place ``index`` repeats the one at ``first``; ``similarity`` is their estimated resemblance, 0 to 1."""

    index: int
    first: int
    similarity: float


def signature_of(text: str) -> str:
    """Return the signature of *text*, or nothing when it has no words.

    >>> signature_of("Le pont ferme lundi.") == signature_of("le pont ferme lundi")
    True
    """
    words = _WORD.findall(text.lower())
    if not words:
        return ""
    minhash = RMinHash(num_perm=PLACES, seed=_SEED)
    minhash.update([" ".join(words[start : start + SHINGLE]) for start in range(max(len(words) - SHINGLE + 1, 1))])
    values = np.array(minhash.digest(), dtype=np.uint32).astype("<u2")
    return base64.b64encode(values.tobytes()).decode()


def table_of(signatures: Iterable[str]) -> Signatures:
    """Return *signatures* as a table, one row each: [signatures, PLACES]."""
    data = b"".join(map(base64.b64decode, signatures))
    return np.frombuffer(data, dtype="<u2").reshape(-1, PLACES)


def find_repeats(table: Signatures, *, threshold: float = THRESHOLD) -> Iterator[Repeat]:
    """Yield the rows of *table* that repeat an earlier row which repeats none itself, in order.

    Of several such rows the most similar counts, of equally similar ones the first.
    """
    firsts: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, bands in enumerate(_shared_bands(table)):
        candidates = sorted({first for band in bands for first in firsts[band]})
        best = _most_similar(table, index, candidates)
        if best is not None and best.similarity >= threshold:
            yield best
        else:
            for band in bands:
                firsts[band].append(index)


def _most_similar(table: Signatures, index: int, candidates: Sequence[int]) -> Repeat | None:
    if not candidates:
        return None
    shares: NDArray[Any] = (table[list(candidates)] == table[index]).mean(axis=1)
    at = int(shares.argmax())
    return Repeat(index, candidates[at], float(shares[at]))


def _shared_bands(table: Signatures) -> Iterator[list[tuple[int, int]]]:
    """Yield for each row the bands that another row has as well: (number of the band, its values as one number)."""
    places = table[:, : _BANDS * _BAND].reshape(len(table), _BANDS, _BAND)
    values = places @ (np.uint64(1) << np.arange(0, 16 * _BAND, 16, dtype=np.uint64))
    shared = np.zeros(values.shape, dtype=bool)
    for band in range(_BANDS):
        order = np.argsort(values[:, band], kind="stable")
        same = np.diff(values[order, band]) == 0
        shared[order[1:][same], band] = shared[order[:-1][same], band] = True
    for row, marks in zip(values, shared, strict=True):
        yield [(int(band), int(row[band])) for band in np.flatnonzero(marks)]
