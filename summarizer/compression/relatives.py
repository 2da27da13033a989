"""Participle clauses without a comma that a thing does not need to be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.reading import Reading, children, heads_outside, is_loose, is_plain, span_before, tail_end
from summarizer.compression.signs import has_limits, is_event, resumes
from summarizer.results import Deletion

# Fewer words are no clause; what is left must say something.
_SHORTEST = 3
_LEFT = 6


def clauses_of_something(reading: Reading) -> Iterator[Deletion]:
    """Yield the clause that a sentence about one event ends with where it tells more of "a" thing: "une lettre dénonçant…"."""
    nodes, language = reading.nodes, reading.language
    for start in range(_LEFT, reading.end) if is_event(reading) else ():
        starts = (
            nodes[start].pos == "VERB"
            and nodes[start].relation == "acl"
            and re.fullmatch(language.participles, reading.words[start])
        )
        end = tail_end(reading, start) if starts and reading.root < start - 2 and nodes[start - 1].pos != "PUNCT" else None
        if end is None or end - start < _SHORTEST or not is_loose(reading, start, end) or not is_plain(reading, start, end):
            continue
        heads = heads_outside(reading, start, end)
        noun = nodes[heads[0]].head
        determiners = {reading.words[i] for i in children(reading, noun, "det", "nummod")}
        governor, relation = nodes[noun].head, nodes[noun].relation
        is_complement = governor == reading.root and relation in ("obj", "obl")
        is_complement = is_complement or (
            relation == "nsubj" and governor < noun and reading.words[governor] in reading.report_verbs
        )
        is_complement = is_complement and not determiners & language.definite_articles
        if (
            len(heads) == 1
            and nodes[noun].pos == "NOUN"
            and is_complement
            and noun > reading.root
            and determiners & language.first_mentions
        ):
            figures = any(node.pos == "NUM" for node in nodes[start:end]) and end - start < 8
            if not (figures or has_limits(reading, start) or resumes(reading, start, end) or reading.quoted[start - 1]):
                yield Deletion("closing relative", span_before(reading, start, end))
