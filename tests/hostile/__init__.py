"""Hostile files: what may not stop a reader, made on the spot. ``hostile_files()`` yields name, bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.conftest import ROOT
from tests.hostile import containers, markup, pdfs, texts

# Samples that are cut, bent and renamed.
_SAMPLES = (
    "gazette_deux_colonnes.pdf",
    "ferry_batteries.docx",
    "week.zip",
    "page_tramway.html",
    "harbour_news.rss",
    "lettre_bibliotheque.eml",
    "school_garden.md",
    "depeche_cp1252.txt",
)
_CUTS, _BENT = 14, 14


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield the corpus, the same at every run: names are unique, the suffix is what the reader is told."""
    samples = {name: (ROOT / "samples" / "mixed" / name).read_bytes() for name in _SAMPLES}
    yield from _cut(samples)
    yield from _bent(samples, random.Random(6))
    yield from _renamed(samples)
    for module in (texts, markup, containers, pdfs):
        yield from module.files()


def _cut(samples: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in samples.items():
        for number in range(_CUTS):
            yield f"cut{number}-{name}", data[: len(data) * number // _CUTS + number]


def _bent(samples: dict[str, bytes], rng: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield samples with bytes changed, pieces repeated, left out or put elsewhere."""
    for name, data in samples.items():
        for number in range(_BENT):
            bent = bytearray(data)
            for _ in range(1 + number * 3):
                place, other = rng.randrange(len(bent)), rng.randrange(len(bent))
                length = rng.randrange(1, 400)
                kind = rng.randrange(4)
                if kind == 0:
                    bent[place] = rng.randrange(256)
                elif kind == 1:
                    bent[place:place] = bent[other : other + length]
                elif kind == 2 and len(bent) > 1_000:
                    del bent[place : place + length]
                else:
                    bent[place : place + length] = bytes(rng.randrange(256) for _ in range(length))
            yield f"bent{number}-{name}", bytes(bent)


def _renamed(samples: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    suffixes = [name.rpartition(".")[2] for name in samples]
    for name, data in samples.items():
        for suffix in suffixes:
            if not name.endswith(suffix):
                yield f"renamed-{name}.{suffix}", data
