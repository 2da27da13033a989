"""Every piece of a sentence that might go, by its tree and its commas: what the judge of cuts chooses from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.compression.bonds import holds_main_verb, is_bound, parts_complement
from summarizer.compression.reading import VERBS, Reading, is_plain, span_before
from summarizer.results import Deletion
from summarizer.types import Span

# The relation by which a piece hangs on the rest -> the rule under which it may go.
_RULES = {
    "acl": "relative clause",
    "advcl": "adverbial clause",
    "appos": "apposition",
    "obl": "circumstance",
    "nmod": "complement",
    "conj": "second predicate",
    "parataxis": "aside",
    "advmod": "circumstance",
}
# Words of the least piece, words that must stay, the greatest share of the characters that may go.
_SHORTEST, _LEFT, _SHARE = 2, 7, 0.62
# How many commas a piece between two of them may span.
_SPANNED = 3


def pieces(reading: Reading) -> Iterator[Deletion]:
    """Yield subtrees, what stands between commas and what a conjunction or a subordinator starts, each once."""
    seen: set[Span] = set()
    for start, end in sorted({*_subtrees(reading), *_between_borders(reading), *_started(reading)}):
        cut = _cut(reading, start, end)
        if cut is not None and cut.span not in seen:
            seen.add(cut.span)
            yield cut


def _subtrees(reading: Reading) -> Iterator[tuple[int, int]]:
    nodes = reading.nodes
    first, last = list(range(len(nodes))), list(range(len(nodes)))
    size = [1] * len(nodes)
    for place in range(len(nodes)):
        above, steps = place, 0
        while nodes[above].head != above and steps < len(nodes):
            above, steps = nodes[above].head, steps + 1
            first[above], last[above] = min(first[above], place), max(last[above], place)
            size[above] += 1
    for place, node in enumerate(nodes):
        is_whole = size[place] == last[place] - first[place] + 1
        if node.relation in _RULES and is_whole:
            start, end = first[place], last[place] + 1
            while start < end and nodes[start].pos == "PUNCT" and not reading.quoted[start]:
                start += 1
            while end > start and nodes[end - 1].pos == "PUNCT" and not reading.quoted[end - 1]:
                end -= 1
            yield start, end


def _between_borders(reading: Reading) -> Iterator[tuple[int, int]]:
    stops = [-1, *reading.borders, reading.end]
    for i, left in enumerate(stops):
        for right in stops[i + 1 : i + 1 + _SPANNED]:
            yield left + 1, right


def _started(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield what a conjunction, a subordinator or a relative starts, to each of the next commas and to the end."""
    language = reading.language
    opens = language.relative_starts | language.complementizers | language.occasion_marks | language.aim_marks
    for place in range(1, reading.end):
        if reading.nodes[place].pos in ("CCONJ", "SCONJ") or reading.words[place] in opens:
            stops = [border for border in reading.borders if border > place][:2]
            yield from ((place, stop) for stop in (*stops, reading.end))


def stretches(reading: Reading, likely: Sequence[Span]) -> Iterator[Deletion]:
    """Yield the cuts of the words of *likely*, places in the text, with the marks that go with them."""
    for words in likely:
        places = [i for i, node in enumerate(reading.nodes) if node.span.overlaps(words)]
        if not places or holds_main_verb(reading, places[0], places[-1] + 1):
            continue
        start, end = places[0], places[-1] + 1
        if start and reading.nodes[start - 1].pos == "CCONJ" and (end >= reading.end or end in reading.borders):
            start -= 1  # a conjunction goes with the last that it joins
        cut = _marked(reading, start, end)
        if cut is not None and cut.span.start <= words.start and words.end <= cut.span.end:
            yield cut


def _cut(reading: Reading, start: int, end: int) -> Deletion | None:
    """Return the cut of the words ``[start, end)``, or None where the tree speaks against it."""
    cut = _marked(reading, start, end) if start or end in reading.borders else None
    first = start - 1 if start - 1 in reading.borders else start
    if cut is None or not is_plain(reading, first, end) or is_bound(reading, start, end):
        return None
    return cut


def _marked(reading: Reading, start: int, end: int) -> Deletion | None:
    """Return the cut of the words ``[start, end)`` with the marks that go with them, or None where it cannot be one."""
    text, nodes = reading.text, reading.nodes
    words = sum(node.pos != "PUNCT" for node in nodes[start:end])
    left = sum(node.pos != "PUNCT" for node in nodes) - words
    if words < _SHORTEST or left < _LEFT or start <= reading.root < end or _splits_quotation(reading, start, end):
        return None
    before = start - 1 if start - 1 in reading.borders else None
    behind = end if end < reading.end and end in reading.borders else None
    if start == 0:
        span = Span(0, nodes[end if behind is None else end + 1].span.start)
    elif before is not None and behind is not None and _go_together(reading, before, behind):
        span = Span(span_before(reading, before, end).start, nodes[behind].span.end)
    else:
        span = span_before(reading, start if before is None else before, end)
    if span.end - span.start > len(text) * _SHARE:
        return None
    return Deletion(_rule(reading, start, end), span)


def _go_together(reading: Reading, before: int, behind: int) -> bool:
    """Tell whether both marks around a piece go with it: two dashes, or commas that part a verb from what it acts on."""
    same = reading.words[before] == reading.words[behind]
    return same and (reading.words[before] != "," or parts_complement(reading, before, behind))


def _splits_quotation(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the piece lies inside a quotation or holds a part of one."""
    quoted = (False, *reading.quoted, False)
    return (quoted[start] and quoted[start + 1]) or (quoted[end] and quoted[end + 1])


def _rule(reading: Reading, start: int, end: int) -> str:
    nodes = reading.nodes
    heads = [i for i in range(start, end) if nodes[i].pos != "PUNCT" and not start <= nodes[i].head < end]
    if not heads:
        return "aside"
    head = heads[0]
    if nodes[head].relation == "acl" and nodes[start].pos in VERBS:
        return "participle clause"
    if nodes[start].pos == "CCONJ":
        return "second clause" if any(nodes[i].relation == "nsubj" for i in range(start, end)) else "second predicate"
    return _RULES.get(nodes[head].relation, "closing clause")
