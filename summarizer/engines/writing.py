"""A draft -> the lines of a digest: what the article supports is shown, the rest gives way to the article's own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.engines.draft import Assignment, Draft, Engine
from summarizer.errors import EngineError
from summarizer.results import KeyPoint, Line, Summary
from summarizer.support import Grounds, Verdict, grounds_of, judge, spans_of
from summarizer.types import Entity, Note, Span
from summarizer.words import content_words, finish, leans_on_another, overlap

# Details of refused lines that a note quotes, and characters of each.
_QUOTED, _LONGEST = 4, 60
# Two lines that share this much of the shorter one's content words say the same.
_SAME = 0.75


@dataclass(frozen=True, slots=True)
class Written:
    """The synthesis and key points of a digest, and what its reader should know of them."""

    summary: Summary
    key_points: tuple[KeyPoint, ...]
    notes: tuple[Note, ...] = ()


def write(
    engine: Engine,
    assignment: Assignment,
    *,
    extractive: Written,
    lines: Mapping[int, Line],
    entities: Sequence[Entity],
) -> Written:
    """Return what *engine* writes about the article, as far as the article supports it.

    A line that is not supported gives way to the sentence of the article that says most of it: *lines* maps a sentence's index
    to its compressed line. Where the engine fails, or nothing of its synthesis stands, *extractive* is returned with a note.
    """
    phrases, name = assignment.language.phrases, assignment.options.engine
    try:
        draft = engine.write(_in_scope(assignment, extractive))
    except EngineError as error:
        return _fallback(extractive, Note("engine-failed", phrases["engine_failed"].format(engine=name, detail=error)))
    desk = _Desk(
        assignment,
        draft,
        lines,
        grounds_of(assignment.document, spans_of(assignment.document, assignment.ranked), entities=entities),
    )
    sentences = [line for text in draft.summary for line in desk.accept(text)]
    if not sentences:
        return _fallback(extractive, Note("engine-unsupported", phrases["engine_unsupported"].format(engine=name)))
    points = [
        KeyPoint(point.role, assignment.language.role_labels[point.role], line)
        for point in draft.key_points
        for line in desk.accept(point.text)
    ]
    notes = (*draft.notes, *desk.notes())
    return Written(Summary(tuple(sentences)), tuple(points) or _unsaid(extractive, sentences), notes)


def _in_scope(assignment: Assignment, extractive: Written) -> Assignment:
    """Return *assignment* with the sentences that the options let the engine read."""
    if assignment.options.engine_scope == "article":
        return assignment
    chosen = [*extractive.summary.sentences, *(point.line for point in extractive.key_points)]
    spans = {span for line in chosen for span in line.evidence}
    kept = tuple(item for item in assignment.ranked if item.sentence.span in spans)
    return replace(assignment, ranked=kept or assignment.ranked)


def _fallback(extractive: Written, note: Note) -> Written:
    return Written(extractive.summary, extractive.key_points, (note,))


def _unsaid(extractive: Written, sentences: Sequence[Line]) -> tuple[KeyPoint, ...]:
    """Return the extractive points, for an engine that writes none, without those that rest on the sentences of a line told."""
    told = {line.evidence for line in sentences}
    return tuple(point for point in extractive.key_points if point.line.evidence not in told)


class _Desk:
    """Decides line by line, and keeps what was refused and which sentences stand already."""

    def __init__(self, assignment: Assignment, draft: Draft, lines: Mapping[int, Line], grounds: Grounds) -> None:
        self._assignment, self._draft, self._lines, self._grounds = assignment, draft, lines, grounds
        self._spans = {item.sentence.index: item.sentence.span for item in assignment.ranked}
        self._told: list[str] = []
        self._refused: list[Verdict] = []
        self._replaced = 0

    def accept(self, text: str) -> Iterator[Line]:
        """Yield *text* as a line where the article supports it, else the article's sentence in its place, else nothing."""
        verdict = judge(text, self._grounds, hints=self._hints(text))
        line: Line | None = Line(finish(text), verdict.evidence, origin="engine")
        if not verdict.is_supported:
            self._refused.append(verdict)
            line = self._substitute(verdict)
            self._replaced += line is not None
        if line is not None and not self._is_told(line.text):
            self._told.append(line.text)
            yield line

    def notes(self) -> Iterator[Note]:
        """Yield a note on the refused lines, where there are any."""
        if not self._refused:
            return
        details = [objection.detail[:_LONGEST] for verdict in self._refused for objection in verdict.objections]
        quoted = ", ".join(f"« {detail} »" for detail in list(dict.fromkeys(details))[:_QUOTED])
        message = self._assignment.language.phrases["engine_lines"].format(
            count=len(self._refused), replaced=self._replaced, detail=quoted
        )
        yield Note("engine-lines", message)

    def _hints(self, text: str) -> tuple[Span, ...]:
        """Return the sentences on which the engine says that *text* rests."""
        return tuple(self._spans[number] for number in self._draft.claims.get(text, ()) if number in self._spans)

    def _substitute(self, verdict: Verdict) -> Line | None:
        """Return the article's own line for the best of the sentences that a refused line is about."""
        if any(objection.code == "unsupported" for objection in verdict.objections):
            return None
        items = [item for item in self._assignment.ranked if item.sentence.span in verdict.evidence]
        for item in sorted(items, key=lambda item: (-item.worth, item.sentence.index)):
            line = self._lines.get(item.sentence.index)
            if line and not leans_on_another(line.text, self._assignment.language) and not self._is_told(line.text):
                return line
        return None

    def _is_told(self, text: str) -> bool:
        words = set(content_words(text, self._assignment.language))
        return any(overlap(words, set(content_words(told, self._assignment.language))) >= _SAME for told in self._told)
