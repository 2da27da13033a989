"""What a word shows by itself: the rows of the embedding tables that its letters select.

A word's features depend on its spelling alone, so the network keeps its vector once computed. Character n-grams are hashed
into a table of fixed size, as in fastText (Bojanowski et al., TACL 2017), so that an unknown word has a vector too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from zlib import crc32

from summarizer.languages import name_list

# Sizes of the hashed tables, and the n-grams that go into them; a very long word gives only its first n-grams.
NGRAM_ROWS, AFFIX_ROWS, SHAPE_ROWS = 30_000, 6_000, 600
NGRAM_SIZES = (3, 4, 5)
MOST_NGRAMS = 48
# Longest run of the same kind of character that a shape shows.
_SHAPE_RUN = 3


def _as_name(word: str) -> str:
    """Return *word* as the lists write it: one in capitals with small letters."""
    return word.title() if word.isupper() and len(word) > 3 else word


@cache
def _parts(name: str) -> frozenset[str]:
    """Return the capitalised words of the names of several words in a list, and of ``places`` its single words too."""
    least = 1 if name == "places" else 2
    return frozenset(
        word
        for entry in name_list(name)
        if len(words := entry.replace("-", " ").split()) >= least
        for word in words
        if word[0].isupper()
    )


FLAGS: tuple[Callable[[str], bool], ...] = (
    str.isupper,
    str.istitle,
    str.islower,
    str.isalpha,
    str.isdigit,
    lambda word: any(char.isdigit() for char in word),
    lambda word: "." in word,
    lambda word: "-" in word,
    lambda word: len(word) == 1,
    lambda word: not any(char.isalnum() for char in word),
    lambda word: "'" in word or "’" in word,
    lambda word: any(char.isupper() for char in word[1:]) and not word.isupper(),
    lambda word: _as_name(word) in name_list("first_names"),
    lambda word: _as_name(word) in name_list("surnames"),
    lambda word: _as_name(word) in name_list("cities"),
    lambda word: _as_name(word) in _parts("cities"),
    lambda word: _as_name(word) in _parts("places"),
)


def ngram_rows(word: str) -> list[int]:
    """Return the rows of the word's character n-grams, with its borders, in lower case and with digits alike."""
    text = f"<{''.join('0' if char.isdigit() else char for char in word.lower())}>"
    grams = [text[at : at + size] for size in NGRAM_SIZES for at in range(len(text) - size + 1)]
    return [_row(gram, NGRAM_ROWS) for gram in grams[:MOST_NGRAMS]] or [_row(text, NGRAM_ROWS)]


def affix_rows(word: str) -> list[int]:
    """Return the rows of the word's first and last letters (two, three), case kept."""
    return [
        _row(f"{place}{piece}", AFFIX_ROWS)
        for place, piece in zip("ppss", (word[:2], word[:3], word[-2:], word[-3:]), strict=True)
    ]


def shape_row(word: str) -> int:
    """Return the row of the word's shape: capitals, letters, digits and signs, runs cut after three."""
    kinds = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not kinds.endswith(kind * _SHAPE_RUN):
            kinds += kind
    return _row(kinds, SHAPE_ROWS)


def flags(word: str) -> list[float]:
    """Return 1.0 or 0.0 for each of ``FLAGS``."""
    return [float(test(word)) for test in FLAGS]


def _row(text: str, rows: int) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) % rows
