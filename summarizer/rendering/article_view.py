"""The article as a page shows it: blocks, the passages of each and the runs of text in a passage, marks and anchors placed.

A line of the digest has a name: ``k1`` the first key point, ``y1`` the first sentence of the synthesis, ``d1`` the sentence in
which the article defines the first glossary entry, ``t1`` the entry itself. Its name is the class of all its text in the
article and the anchor before the first of it; the second mention of ``t1`` has the anchor ``t1-2``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.languages import get_language
from summarizer.rendering.marking import Mark, Piece, between, cut_at_marks
from summarizer.results import Digest, Line
from summarizer.types import Block, Span

# The page's own headings are of level 1 and 2; those of the article go below.
_HIGHEST, _LOWEST = 3, 6


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look: ``entry`` is the glossary entry it leads to, ``hint`` what kind of name it is."""

    text: str
    classes: str = ""
    entry: str = ""
    hint: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs that are evidence of the same ``lines`` of the digest, or of none."""

    lines: tuple[str, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the article: its element, its class, the white space before it, its passages."""

    tag: str
    name: str
    gap: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The article in groups of blocks, items of a list together, and what white space is left after them."""

    groups: tuple[tuple[BlockView, ...], ...]
    rest: str

    @property
    def anchors(self) -> frozenset[str]:
        """The names that a link can lead to; evidence outside of every block has none."""
        passages = (passage for group in self.groups for view in group for passage in view.passages)
        return frozenset(name for passage in passages for run in passage.runs for name in run.anchors)


def view_article(digest: Digest) -> ArticleView:
    """Return the text of *digest* with everything marked in it that the digest speaks of; joined, it is the text again."""
    document = digest.document
    blocks = sorted(document.blocks, key=lambda block: block.start)
    borders = [edge for block in blocks for edge in (block.span.start, block.span.end)]
    pieces = cut_at_marks(Span(0, len(document.text)), marks_of(digest), borders=borders)
    anchors = anchors_of(digest)
    language = get_language(document.language.code)
    ends = [0, *(block.span.end for block in blocks)]
    views = [
        BlockView(
            _tag(block),
            f"{block.kind} part-{block.part}",
            document.text[end : block.start],
            tuple(_passages(between(pieces, block.span), document.text, anchors, language.entity_labels)),
        )
        for block, end in zip(blocks, ends, strict=False)
    ]
    groups = tuple(
        group
        for is_item, members in groupby(views, key=lambda view: view.tag == "li")
        for group in _split(tuple(members), is_item)
    )
    return ArticleView(groups, document.text[ends[-1] :])


def _split(views: tuple[BlockView, ...], is_list: bool) -> Iterator[tuple[BlockView, ...]]:
    yield from (views,) if is_list else ((view,) for view in views)


def lines_of(digest: Digest) -> Iterator[tuple[str, Line]]:
    """Yield the key points and the sentences of the synthesis, each with its name."""
    yield from ((f"k{number}", point.line) for number, point in enumerate(digest.key_points, start=1))
    yield from ((f"y{number}", line) for number, line in enumerate(digest.summary.sentences, start=1))


def marks_of(digest: Digest) -> Iterator[Mark]:
    """Yield all that is to be marked in the text of *digest*."""
    for name, line in lines_of(digest):
        yield from (Mark(span, "evidence", name) for span in line.evidence)
        yield from (Mark(deletion.span, "cut", name) for deletion in line.deletions)
        yield from (Mark(edit.span, "cut", name) for edit in line.replacements)
        yield from (Mark(edit.antecedent, "evidence", name) for edit in line.replacements)
    for number, entry in enumerate(digest.glossary.entries, start=1):
        yield from (Mark(span, "term", f"t{number}") for span in entry.mentions)
        if entry.evidence is not None:
            yield Mark(entry.evidence, "evidence", f"d{number}")
    for entity in digest.entities:
        yield from (Mark(span, "entity", entity.label) for span in entity.mentions)


def anchors_of(digest: Digest) -> dict[int, list[str]]:
    """Return the names of the anchors that stand at each position of the text."""
    anchors: dict[int, list[str]] = defaultdict(list)
    for name, line in lines_of(digest):
        if line.evidence:
            anchors[min(line.evidence).start].append(name)
    for number, entry in enumerate(digest.glossary.entries, start=1):
        for count, span in enumerate(sorted(entry.mentions), start=1):
            anchors[span.start].append(f"t{number}-{count}")
        if entry.evidence is not None:
            anchors[entry.evidence.start].append(f"d{number}")
    return dict(anchors)


def _tag(block: Block) -> str:
    if block.kind == "item":
        return "li"
    if block.kind in ("heading", "question"):
        return f"h{min(_LOWEST, max(_HIGHEST, block.level + 1))}"
    return "p"


def _passages(
    pieces: Sequence[Piece], text: str, anchors: Mapping[int, Sequence[str]], labels: Mapping[str, str]
) -> Iterator[Passage]:
    for lines, members in groupby(pieces, key=lambda piece: piece.refs("evidence")):
        runs = (_run(piece, text, tuple(anchors.get(piece.span.start, ())), labels) for piece in members)
        yield Passage(lines, tuple(runs))


def _run(piece: Piece, text: str, anchors: tuple[str, ...], labels: Mapping[str, str]) -> Run:
    entities, terms = piece.refs("entity"), piece.refs("term")
    classes = [f"x-{name}" for name in piece.refs("cut")]
    classes += [f"name {label.lower()}" for label in entities[-1:]]
    classes += ["term", *terms] if terms else []
    hint = labels[entities[-1]] if entities else ""
    return Run(piece.span.of(text), " ".join(classes), f"g{terms[-1][1:]}" if terms else "", hint, anchors)
