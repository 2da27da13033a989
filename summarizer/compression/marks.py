"""The commas and brackets that go with a cut or stay with the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.compression.reading import NOMINALS, VERBS, Reading, is_attribution
from summarizer.compression.signs import is_finite
from summarizer.results import Deletion
from summarizer.types import Span


def with_lone_comma(cut: Deletion, reading: Reading | None) -> Deletion:
    """Return *cut* with the comma behind it where that would part a subject from its verb."""
    if reading is None or cut.rule in ("joined sentence", "small words", "brackets"):
        return cut
    text = reading.text
    left, right = places(reading, cut.span)
    comma = right if right < reading.end and reading.words[right] == "," else None
    if left >= right or comma is None or text[cut.span.end : cut.span.end + 1] != ",":
        return cut
    if _parts_complement(reading, left, comma, cut.rule) or _parts_main_verb(reading, left, comma, cut.rule):
        return replace(cut, span=Span(cut.span.start, cut.span.end + 1))
    start = max((i + 1 for i in range(left) if i in reading.borders or reading.nodes[i].pos == "SCONJ"), default=0)
    while start < left and reading.nodes[start].pos == "CCONJ":
        start += 1
    phrase = range(start, left)
    opened = start > 0 and (start - 1) in reading.borders and opens_apposition(reading, start - 1)
    if not phrase or opened or is_attribution(reading, comma + 1) or not _goes_on(reading, comma + 1):
        return cut
    # Words that open a sentence before its subject do not hide it: "At the end of the clip Rilie, …, leans in".
    is_subject = reading.nodes[start].pos in (*NOMINALS, "PRON") or any(reading.nodes[i].relation == "nsubj" for i in phrase)
    has_verb = any(is_finite(reading, i) and reading.nodes[i].relation not in ("acl", "acl:relcl") for i in phrase)
    subject = any(reading.nodes[i].relation.split(":")[0] in ("nsubj", "dislocated", "conj", "obl", "nmod") for i in phrase)
    if is_subject and subject and (not has_verb or _subject_of_next(reading, phrase, comma + 1)):
        return replace(cut, span=Span(cut.span.start, cut.span.end + 1))
    return cut


def _parts_complement(reading: Reading, left: int, comma: int, rule: str) -> bool:
    """Tell whether the comma would stand alone in front of what a verb before it needs: "accuse the head, of hiding it"."""
    following = reading.nodes[comma + 1] if comma + 1 < reading.end else None
    bare = not any(border < left for border in reading.borders) and rule in ("apposition", "inserted clause", "relative clause")
    return bare and following is not None and following.pos == "ADP" and not is_attribution(reading, comma + 1)


def _parts_main_verb(reading: Reading, left: int, comma: int, rule: str) -> bool:
    """Tell whether the comma would stand alone between all that comes before the verb of a statement and that verb."""
    following = range(comma + 1, min(comma + 5, reading.end))
    verb = next((i for i in following if i == reading.root or _opens_statement(reading, i, left) is not None), None)
    if rule != "relative clause" or verb is None or not _goes_on(reading, comma + 1):
        return False
    start = 0 if verb == reading.root else _opens_statement(reading, verb, left) or 0
    lead = (reading.text[: reading.nodes[b].span.start] for b in reading.borders if start <= b < left)
    if any(before.count("(") == before.count(")") for before in lead):
        return False
    return not any(node.relation == "nsubj" and node.head == verb for node in reading.nodes[comma + 1 :])


def _opens_statement(reading: Reading, verb: int, left: int) -> int | None:
    """Return the conjunction before *left* that joins the statement of *verb* to the main one, or None."""
    if reading.nodes[verb].relation != "conj" or reading.nodes[verb].head != reading.root:
        return None
    joins = [i for i in range(reading.root + 1, left) if reading.nodes[i].pos == "CCONJ"]
    return joins[-1] if joins and reading.nodes[joins[-1] + 1].pos in NOMINALS else None


def even_brackets(text: str, cuts: Sequence[Deletion]) -> list[Deletion]:
    """Return *cuts* without the brackets that have one of their kind among those that stay."""
    kinds: dict[str, list[Span]] = {}
    for match in re.finditer(r"\([^()]*\)", text):
        kinds.setdefault(_kind_of_bracket(match.group()), []).append(Span(*match.span()))
    kept = {kind for kind, spans in kinds.items() if not all(any(cut.span.covers(span) for cut in cuts) for span in spans)}
    return [cut for cut in cuts if cut.rule != "brackets" or _kind_of_bracket(cut.span.of(text).strip()) not in kept]


def _kind_of_bracket(bracket: str) -> str:
    inside = bracket.strip("()[] ")
    if re.fullmatch(r"[A-Z0-9&.-]{2,}", inside):
        return "acronym"
    if re.match(r"\d", inside):
        return "figure"
    if re.fullmatch(r"[\w-]+", inside) and inside.islower():
        return "word"
    # "1985 (pour les roulants) et 1980 (pour les sédentaires)"
    opener = re.match(r"[a-zà-ÿ]{1,4}(?= )", inside)
    return opener.group() if opener else inside


def places(reading: Reading, span: Span) -> tuple[int, int]:
    """Return the first token of *span* and the one behind its last."""
    inside = [i for i, node in enumerate(reading.nodes) if span.covers(node.span)]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def opens_apposition(reading: Reading, border: int) -> bool:
    """Tell whether the comma at *border* stands behind a noun phrase without a verb, so that another closes what it opens."""
    start = max((other + 1 for other in reading.borders if other < border), default=0)
    nodes = reading.nodes[start:border]
    times = reading.language.adverbial_starts if start else reading.language.adverbial_starts | reading.language.time_nouns
    if set(reading.words[start:border]) & times:
        # "Six months later, …", "When they came, on Monday at six, …"
        return False
    return bool(nodes) and nodes[0].pos in (*NOMINALS, "PRON") and not any(is_finite(reading, i) for i in range(start, border))


def _goes_on(reading: Reading, start: int) -> bool:
    """Tell whether a finite verb follows at once."""
    for i in range(start, min(start + 4, reading.end)):
        if reading.nodes[i].pos in VERBS:
            return not re.fullmatch(reading.language.non_finite, reading.words[i])
        if reading.nodes[i].pos not in ("ADV", "PART", "PRON"):
            return False
    return False


def _subject_of_next(reading: Reading, phrase: range, start: int) -> bool:
    return any(reading.nodes[i].relation == "nsubj" and start <= reading.nodes[i].head < start + 5 for i in phrase)
