"""A sentence with its dependency tree, as the rules of what may be cut read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.languages.record import Language
from summarizer.types import Node, Span

VERBS = ("VERB", "AUX")
NOMINALS = ("NOUN", "PROPN", "DET", "NUM", "ADJ")
# What may close at the end of a sentence.
_CLOSERS = re.compile(r"[.!?…]?[’')\]]+")
# A sentence that ends inside the text, where a block was badly cut.
_STOP = re.compile(r"[.!?…][»\"”’]?(?: ?[-–•]|\s+[«\"“‘]?\s?[A-ZÀ-Ý])")
# Signs that set a piece off as a comma does when they stand between spaces.
_DASHES = ("-", "--", "–", "—", "‚")
# Relations without which a verb or its clause is not whole.
CORE = (
    "nsubj",
    "csubj",
    "obj",
    "iobj",
    "xcomp",
    "ccomp",
    "cop",
    "aux",
    "expl",
    "root",
    "parataxis",
    "case",
    "mark",
    "det",
    "fixed",
)
# How many words may stand between the comma and the verb of ", a-t-il déclaré" or ", the minister said".
_ATTRIBUTION_WORDS = 7


@dataclass(frozen=True, slots=True)
class Reading:
    """The text, its tokens in lower case and their tree; places are token numbers, ``end`` is after the last word."""

    text: str
    nodes: Sequence[Node]
    words: tuple[str, ...]
    borders: tuple[int, ...]
    """Commas and spaced dashes outside quotations."""
    quoted: tuple[bool, ...]
    """Whether a token stands between quotation marks."""
    root: int
    end: int
    language: Language

    @property
    def report_verbs(self) -> frozenset[str]:
        """All forms of verbs that report speech."""
        return self.language.report_verbs | self.language.further_report_verbs


def read(text: str, nodes: Sequence[Node], *, quoted: Sequence[Span], language: Language) -> Reading | None:
    """Return *text* for the rules, or None where there is no tree or none with one main verb."""
    roots = [i for i, node in enumerate(nodes) if node.head == i and node.relation == "root"]
    words = tuple(node.span.of(text).lower() for node in nodes)
    if len(roots) != 1 or _is_no_verb(nodes, words, roots[0], language):
        return None
    inside = tuple(any(quote.overlaps(node.span) for quote in quoted) for node in nodes)
    borders = tuple(i for i, word in enumerate(words) if not inside[i] and _is_border(text, nodes[i].span, word))
    end = len(nodes)
    while end and nodes[end - 1].pos == "PUNCT" and not inside[end - 1]:
        end -= 1
    return Reading(text, nodes, words, borders, inside, _claim(nodes, words, roots[0], borders, language), end, language)


def _is_no_verb(nodes: Sequence[Node], words: Sequence[str], root: int, language: Language) -> bool:
    """Tell whether the root is a bare participle, which is the main verb of no sentence: the tree is wrong."""
    helped = any(node.head == root and node.relation in ("aux", "cop") for node in nodes)
    if nodes[root].pos != "VERB" or helped or re.fullmatch(language.past_forms, words[root]):
        return False
    return re.fullmatch(language.bare_participles, words[root]) is not None


def _claim(nodes: Sequence[Node], words: Sequence[str], root: int, borders: Sequence[int], language: Language) -> int:
    """Return the main verb of what is said where who says it closes the sentence (", the mayor said"), *root* elsewhere."""
    last = max((border for border in borders if border < root), default=-1)
    claims = [i for i, n in enumerate(nodes) if n.head == root and n.relation in ("ccomp", "parataxis") and i < last]
    return (
        claims[-1]
        if claims and words[root] in language.report_verbs | language.further_report_verbs and root - last < _ATTRIBUTION_WORDS
        else root
    )


def _is_border(text: str, span: Span, word: str) -> bool:
    return word in (",", ";") or (
        word in _DASHES and text[span.start - 1 : span.start] == " " and text[span.end : span.end + 1] == " "
    )


def heads_outside(reading: Reading, start: int, end: int) -> list[int]:
    """Return the words of ``[start, end)`` that hang on a word outside it."""
    nodes = reading.nodes
    return [i for i in range(start, end) if nodes[i].pos != "PUNCT" and not start <= nodes[i].head < end]


def hang_inside(reading: Reading, start: int, end: int) -> list[int]:
    """Return the words outside ``[start, end)`` that hang on a word of it."""
    nodes = reading.nodes
    return [i for i, n in enumerate(nodes) if not start <= i < end and n.pos != "PUNCT" and start <= n.head < end]


def children(reading: Reading, place: int, *relations: str) -> list[int]:
    """Return the words that hang on the one at *place* by one of *relations*."""
    return [i for i, n in enumerate(reading.nodes) if n.head == place and i != place and n.relation in relations]


def is_loose(reading: Reading, start: int, end: int, *, sure: bool = False) -> bool:
    """Tell whether what stands in ``[start, end)`` hangs on words before it, needs no verb outside and holds nothing of the rest.

    A tail may hang by several words: the tree is wrong about one arc in five, and its start says what it is. Where that is
    *sure*, what the tree calls the relation does not count.
    """
    heads = heads_outside(reading, start, end)
    # A closing attribution may hang where it does not belong.
    hanging = [
        i for i in hang_inside(reading, start, end) if i < start or end not in reading.borders or not _attributes(reading, end)
    ]
    if start <= reading.root < end or not heads or hanging:
        return False
    return all(reading.nodes[i].head < start and (sure or reading.nodes[i].relation not in CORE) for i in heads)


def _attributes(reading: Reading, border: int) -> bool:
    return tail_end(reading, border - 1) == border


def has_loose_verb(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a finite verb or a subject of ``[start, end)`` belongs to the rest: its subject or its verb stands outside."""
    nodes, language = reading.nodes, reading.language
    bare = rf"{language.participles}|{language.non_finite}"
    for i in range(start, end):
        if nodes[i].relation == "nsubj" and not start <= nodes[i].head < end:
            return True
        if nodes[i].pos == "AUX" and reading.words[i] in language.auxiliaries:
            verb = nodes[i].head if nodes[i].relation in ("aux", "cop") else i
        elif nodes[i].pos == "VERB" and (not re.fullmatch(bare, reading.words[i]) or _is_active(reading, i)):
            verb = i
        else:
            continue
        heads = (verb, nodes[verb].head) if nodes[verb].relation == "conj" else (verb,)
        if reading.quoted[i] or any(
            start <= j < end for head in heads for j in children(reading, head, "nsubj", "csubj", "expl")
        ):
            continue
        if not set(reading.words[start:i]) & (language.relative_starts | language.complementizers):
            return True
    return False


def _is_active(reading: Reading, place: int) -> bool:
    """Tell whether a form that may be a participle has an object behind a noun: "a refusal … violated the law"."""
    past = re.fullmatch(reading.language.past_forms, reading.words[place])
    follows_noun = place > 0 and reading.nodes[place - 1].pos in ("NOUN", "PROPN")
    return past is not None and follows_noun and any(i > place for i in children(reading, place, "obj"))


def tail_end(reading: Reading, start: int) -> int | None:
    """Return where the piece that starts at *start* ends: before a closing attribution or at the end; None inside one."""
    for border in reading.borders:
        if border > start and is_attribution(reading, border + 1):
            return border
    return None if is_attribution(reading, start) else reading.end


def is_attribution(reading: Reading, start: int) -> bool:
    """Tell whether who says it starts at *start*: ", a déclaré le maire", ", according to the police", ", the mayor said"."""
    words, border = reading.words[start : start + _ATTRIBUTION_WORDS], start - 2
    if border >= 0 and reading.quoted[border] and words and reading.nodes[start].pos in VERBS:
        # What follows a quotation with its verb first is who said it.
        return not re.fullmatch(reading.language.non_finite, words[0])
    if any(re.match(reading.language.attribution_starts, " ".join(words[i:])) for i in (0, 1)):
        return True
    stop = next((i for i, word in enumerate(words) if word in (",", ".", ";", '"', "«")), len(words))
    return any(
        word in reading.report_verbs and reading.nodes[start + i].pos == "VERB" and not _is_clause(reading, start, start + i)
        for i, word in enumerate(words[:stop])
    )


def _is_clause(reading: Reading, start: int, verb: int) -> bool:
    """Tell whether the words before *verb* make it a clause of its own kind: a relative, a conjunction."""
    before = reading.words[start:verb]
    return bool(
        set(before) & (reading.language.relative_starts | reading.language.conjunctions | reading.language.complementizers)
    )


def is_plain(reading: Reading, start: int, end: int) -> bool:
    """Tell whether no border of ``[start, end)`` stands inside a quotation and no sentence ends between them."""
    quoted = (False, *reading.quoted, False)
    if _STOP.search(reading.text[reading.nodes[start].span.start : reading.nodes[end - 1].span.end]):
        return False
    return not (quoted[start] and quoted[start + 1]) and not (quoted[end] and quoted[end + 1])


def span_before(reading: Reading, start: int, end: int) -> Span:
    """Return the words of ``[start, end)`` with the space before them."""
    text, first, last = reading.text, reading.nodes[start].span.start, reading.nodes[end - 1].span.end
    while first and text[first - 1] == " ":
        first -= 1
    # Marks that close what was opened in the piece go with it.
    closers = _CLOSERS.match(text, last)
    if end == reading.end and closers and (text[first:last].count("(") > text[first:last].count(")") or "‘" in text[first:last]):
        last = closers.end()
    return Span(first, last)


def main_subject(reading: Reading) -> int | None:
    """Return the subject of the main verb, where it stands before it."""
    return next((i for i in children(reading, reading.root, "nsubj") if i < reading.root), None)


def after(reading: Reading, start: int) -> Iterator[int]:
    """Yield the borders behind *start*, and the end."""
    yield from (border for border in reading.borders if border > start)
    yield reading.end
