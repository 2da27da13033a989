"""Words that a line's end breaks: whether the hyphen there is the word's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.background import load_background
from summarizer.languages import KNOWN
from summarizer.words import fold

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(lines: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in *lines*, in lower case, one with hyphens inside it as one."""
    return Counter(word for line in lines for word in _WORD.findall(line.lower()))


def join_lines(lines: Sequence[str], vocabulary: Counter[str]) -> str:
    """Join the lines of a paragraph, a word that is broken at a line's end as *vocabulary* or the language has it.

    >>> join_lines(["Trois granu-", "lés pour le porte-", "parole"], Counter())
    'Trois granulés pour le porte-parole'
    """
    text = lines[0]
    for line in lines[1:]:
        if not _HYPHEN.search(text):
            text = f"{text} {line}"
        elif line[:1].islower() and _is_one_word(text, line, vocabulary):
            text = text[:-1] + line
        else:
            text += line
    return text.replace("\u00ad", "")


def _is_one_word(before: str, after: str, vocabulary: Counter[str]) -> bool:
    """Tell whether the hyphen goes: the text writes the word without it, or knows neither and two words it does not part."""
    head, tail = re.split(r"\W", before[:-1].lower())[-1], re.split(r"[^\w-]", after.lower())[0]
    whole, compound = vocabulary[head + tail], vocabulary[f"{head}-{tail}"]
    if before.endswith("\u00ad") or whole != compound:
        return before.endswith("\u00ad") or whole > compound
    return _is_known(head + tail) or not (_is_known(head) and _is_known(tail.split("-")[0]))


def _is_known(word: str) -> bool:
    return any(load_background(code).count(fold(word)) for code in KNOWN)
