"""An article longer than a model's input -> chunks that end where sentences end; what they yield -> one synthesis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.languages.record import Language
from summarizer.words import content_words, count_words, overlap

# What a border inside a paragraph costs, beside up to 1 for parting two salient neighbours and up to 1 for uneven chunks.
_INSIDE_PARAGRAPH = 0.5
# Fewest words asked of a chunk, and how many more all chunks give together than are wanted, so that there is a choice.
LEAST_WORDS, _CHOICE = 15, 1.5
# Share of the smaller sentence's words from which two sentences say the same; how much longer than asked the synthesis may be.
_SAME, _MOST_FILLED = 0.7, 1.25


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a piece of one too long for the model, with its length in tokens, its salience and its paragraph."""

    text: str
    tokens: int
    weight: float
    block: int


Chunk = tuple[Unit, ...]


def units_of(text: str, *, weight: float, block: int, room: int, count: Callable[[str], int]) -> Iterator[Unit]:
    """Yield the sentence *text* as one unit, or in halves at a space where it has more than *room* tokens."""
    tokens, words = count(text), text.split()
    if tokens <= room or len(words) < 2:
        yield Unit(text, tokens, weight, block)
        return
    for half in (words[: len(words) // 2], words[len(words) // 2 :]):
        yield from units_of(" ".join(half), weight=weight, block=block, room=room, count=count)


def cut(units: Sequence[Unit], *, room: int) -> tuple[Chunk, ...]:
    """Return *units* in as few runs of at most *room* tokens as can be, every unit in exactly one.

    Of the ways to do it, that one is taken whose borders fall between paragraphs, part no two salient sentences, and leave
    the runs even in length.

    >>> [len(chunk) for chunk in cut([Unit("a", 4, 0, 0), Unit("b", 4, 0, 0), Unit("c", 4, 0, 1)], room=8)]
    [2, 1]
    """
    top = max((unit.weight for unit in units), default=0.0) or 1.0
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(units) + 1):
        options: list[tuple[int, float, int]] = []
        tokens = 0
        for start in range(end - 1, -1, -1):
            tokens += units[start].tokens
            if tokens > room and start < end - 1:
                break
            uneven = (tokens / room) ** 2
            border = _border(units[start - 1], units[start], top) if start else 0.0
            options.append((best[start][0] + 1, best[start][1] + uneven + border, start))
        best.append(min(options))
    chunks: list[Chunk] = []
    end = len(units)
    while end:
        start = best[end][2]
        chunks.append(tuple(units[start:end]))
        end = start
    return tuple(reversed(chunks))


def shares(chunks: Sequence[Chunk], *, words: int) -> tuple[int, ...]:
    """Return how many words to ask of each chunk: by its share of the salience, never fewer than LEAST_WORDS."""
    if len(chunks) == 1:
        return (words,)
    weights = [sum(unit.weight for unit in chunk) for chunk in chunks]
    total = sum(weights) or 1.0
    return tuple(max(min(LEAST_WORDS, words), round(_CHOICE * words * weight / total)) for weight in weights)


def merge(partial: Sequence[Sequence[str]], chunks: Sequence[Chunk], *, words: int, language: Language) -> tuple[str, ...]:
    """Return the sentences that the chunks yielded, in order; where they are more than *words* words, the most salient ones.

    A sentence is as salient as the article's sentence whose words it shares most. What repeats a better one is left out.
    """
    found = [
        (_salience(text, chunk, language), number, text)
        for number, (text, chunk) in enumerate(
            (text, chunk) for texts, chunk in zip(partial, chunks, strict=True) for text in texts
        )
    ]
    chosen: list[tuple[int, str]] = []
    left = words * _MOST_FILLED
    for _, number, text in sorted(found, key=lambda item: (-item[0], item[1])):
        contents = set(content_words(text, language))
        if any(overlap(contents, set(content_words(other, language))) >= _SAME for _, other in chosen):
            continue
        if not chosen or count_words(text) <= left:
            chosen.append((number, text))
            left -= count_words(text)
    return tuple(text for _, text in sorted(chosen))


def _border(left: Unit, right: Unit, top: float) -> float:
    return (_INSIDE_PARAGRAPH if left.block == right.block else 0.0) + min(left.weight, right.weight) / top


def _salience(text: str, chunk: Chunk, language: Language) -> float:
    contents = set(content_words(text, language))
    return max(overlap(contents, set(content_words(unit.text, language))) * unit.weight for unit in chunk)
