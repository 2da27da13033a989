"""What the lines of a digest still need of sentences that are not shown, and the names that can be put in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from summarizer.languages.record import Language
from summarizer.quotations import blank_quotations
from summarizer.results import KeyPoint, Line, Need, RankedSentence, Replacement, Summary
from summarizer.types import Span
from summarizer.words import count_words, leans_on_another, needs_an_earlier_line


def unmet(line: Line, shown: Sequence[Line], *, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return what *line* needs that neither it nor the lines *shown* before it give.

    *needs* are those of the article, in order. One with an antecedent can be met by :func:`introduce`.
    """
    evidence = {span for other in (*shown, line) for span in other.evidence}
    gone = [*(cut.span for cut in line.deletions), *(edit.span for edit in line.replacements)]
    return tuple(
        need
        for span in line.evidence
        for need in _within(span, needs)
        if not any(given in evidence for given in need.givers) and not any(piece.overlaps(need.span) for piece in gone)
    )


def leans(line: Line, shown: Sequence[Line], *, needs: Sequence[Need], language: Language) -> bool:
    """Tell whether *line* holds a phrase that an earlier line explains, or a description that none of those *shown* does."""
    missing = (need for need in unmet(line, shown, needs=needs) if need.kind == "description")
    return needs_an_earlier_line(line.text, language) or any(need.antecedent is None for need in missing)


def needs_the_one_before(item: RankedSentence, line: Line, language: Language) -> bool:
    """Tell whether a sentence opens with what only the one before it explains, or is said of it without a main verb.

    "Une réponse qui surprend" has the verb of its relative clause alone.
    """
    if leans_on_another(line.text, language):
        return True
    match = re.match(language.nominal_sentences, item.sentence.text)
    return match is not None and item.traits.get("finite", 1) <= (1 if match.group("relative") else 0)


def introduce(lines: Sequence[Line], *, needs: Sequence[Need], text: str, limit: int | None = None) -> tuple[Line, ...]:
    """Return *lines*, in the order in which they are read, with names for what no earlier line explains, where certain.

    *text* is the document's; no line grows beyond *limit* words by it.
    """
    done: list[Line] = []
    named: set[Span] = set()
    for line in lines:
        for need in unmet(line, done, needs=needs):
            if need.antecedent is None or need.antecedent in named:
                continue
            changed = write_name(line, Replacement(need.span, need.antecedent), text)
            if changed is not None and (limit is None or count_words(changed.text) <= limit):
                line = changed
                named.add(need.antecedent)
        done.append(line)
    return tuple(done)


def named_in_full(
    summary: Summary, points: Sequence[KeyPoint], *, needs: Sequence[Need], text: str, limit: int
) -> tuple[Summary, tuple[KeyPoint, ...]]:
    """Return *summary* and *points* with full names where they are first needed; each of the two is read by itself."""
    lines = introduce([point.line for point in points], needs=needs, text=text, limit=limit)
    told = introduce(summary.sentences, needs=needs, text=text)
    return Summary(told), tuple(replace(point, line=line) for point, line in zip(points, lines, strict=True))


def _within(span: Span, needs: Sequence[Need]) -> Iterator[Need]:
    """Yield those of *needs*, which stand in order, whose words *span* covers."""
    for place in range(bisect_left(needs, span.start, key=attrgetter("span.start")), len(needs)):
        if needs[place].span.start >= span.end:
            return
        yield needs[place]


def write_name(line: Line, edit: Replacement, text: str) -> Line | None:
    """Return *line* with the name of *edit* in the document's *text* in the place of the words that it replaces.

    None where the line does not hold these words as often as the article does, or quotes them.
    """
    pattern = re.compile(rf"(?<![\w-]){re.escape(edit.span.of(text))}(?![\w-])", re.IGNORECASE)
    gone = [*(cut.span for cut in line.deletions), *(other.span for other in line.replacements)]
    found = [Span(*match.span()) for span in line.evidence for match in pattern.finditer(text, span.start, span.end)]
    places = [place for place in found if not any(piece.overlaps(place) for piece in gone)]
    printed = list(pattern.finditer(line.text))
    if edit.span not in places or len(places) != len(printed):
        return None
    match = printed[places.index(edit.span)]
    if blank_quotations(line.text)[match.start() : match.end()] != match.group():
        # What somebody said is quoted as it was said.
        return None
    written = f"{line.text[: match.start()]}{edit.antecedent.of(text)}{line.text[match.end() :]}"
    return replace(line, text=written, replacements=tuple(sorted((*line.replacements, edit), key=attrgetter("span"))))
