"""Stage 9: ranked sentences -> labelled KeyPoints."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarizer.languages.record import Language
from summarizer.results import Deletion, KeyPoint, Line, RankedSentence, Summary, best_of
from summarizer.types import ROLES, Role, Sentence, Span
from summarizer.words import (
    content_words,
    count_words,
    finish,
    is_balanced,
    is_bare_quotation,
    is_broken_off,
    is_open_ended,
    leans_on_another,
    needs_an_earlier_line,
    overlap,
)

# A role is given to a sentence when the classifier gives it this much.
_EARNED = 0.25
# What a point gains for a sure role, per natural log of the role's probability.
_SURE = 0.1
# What a point loses per share of its words that the synthesis or another point has.
_REPETITION = 1.0
# What a point loses for needing a line that may not be there.
_LEANING = 0.4
# What a point loses for each earlier point of its role.
_SAME_ROLE = 0.15
# A title of fewer words names the subject and tells no news.
_TITLE_WORDS = 5
_SAME = 0.6
# Sentences that are compared with one another: the best of a long report, all of a news article.
_CANDIDATES = 150
# Points of one role at most.
_MOST_OF_A_ROLE = 3


def pick_key_points(
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    title: Sentence | None,
    summary: Summary,
    count: int,
    words: int,
    language: Language,
) -> tuple[KeyPoint, ...]:
    """Return up to *count* points of at most *words* words each, the news first, then by role.

    *lines* maps a sentence's index to its compressed line; *title* is the article's, where it has one. A point is worth what a
    reader would lose without its sentence, less what the synthesis and the other points say already. A sentence that leans on
    another is left out, unless it is a point of the article's own lead, where it leans on the news.
    """
    ranked = best_of(ranked, _CANDIDATES + 10 * count)
    usable = _usable(ranked, lines, words, language)
    if not usable or count == 0:
        return ()
    told = list(summary.sentences)
    chosen: list[tuple[Role, Line]] = [("event", _news(usable, lines, title=title, words=words, language=language))]
    while len(chosen) < count:
        options = [
            (_worth(item, role, lines, chosen, told, language), -item.sentence.index, -ROLES.index(role))
            for item in usable
            if _is_new(lines[item.sentence.index], chosen, told, language)
            for role in _roles_for(item, chosen)
        ]
        if not options:
            break
        _, index, role_index = max(options)
        chosen.append((ROLES[-role_index], lines[-index]))
    chosen[1:] = sorted(chosen[1:], key=lambda point: (ROLES.index(point[0]), point[1].evidence))
    return tuple(KeyPoint(role, language.role_labels[role], line) for role, line in chosen)


def _usable(ranked: Sequence[RankedSentence], lines: Mapping[int, Line], words: int, language: Language) -> list[RankedSentence]:
    """Return the sentences that can stand as a point of their own."""
    first = next((item.sentence.index for item in ranked if item.sentence.kind == "paragraph"), 0)
    return [
        item
        for item in ranked
        if _is_usable(item, lines[item.sentence.index], words)
        and (item.sentence.index < first or not leans_on_another(lines[item.sentence.index].text, language))
    ]


def _is_usable(item: RankedSentence, line: Line, words: int) -> bool:
    return (
        5 <= count_words(line.text) <= words
        and is_balanced(line.text)
        and not is_open_ended(item.sentence.text)
        and not (item.sentence.kind == "paragraph" and is_broken_off(item.sentence.text))
        and not is_bare_quotation(line.text)
        and not item.traits.get("first_person")
    )


def _roles_for(item: RankedSentence, chosen: Sequence[tuple[Role, Line]]) -> Iterator[Role]:
    """Yield the roles that the sentence earns and of which there are not too many points yet; the likeliest left always counts.

    The news is told once.
    """
    taken = Counter(role for role, _ in chosen)
    left = {role: share for role, share in item.roles.items() if role != "event" and taken[role] < _MOST_OF_A_ROLE}
    likeliest = max(left, key=lambda role: left[role], default=None)
    yield from (role for role, share in left.items() if share >= _EARNED or role == likeliest)


def _news(
    usable: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    title: Sentence | None,
    words: int,
    language: Language,
) -> Line:
    """Return the title where it states something, else the line that a reader would miss most."""
    line = _title_line(title, words, language) if title is not None else None
    best = max(usable, key=lambda item: (item.value, -item.sentence.index))
    return line or lines[best.sentence.index]


def _title_line(title: Sentence, words: int, language: Language) -> Line | None:
    """Return the title as a line, without the name of its section ("Video: …"), or None when it states nothing."""
    rubric = re.match(language.rubrics, title.text, re.IGNORECASE)
    cut = rubric.end() if rubric else 0
    text = title.text[cut:]
    if (
        not _TITLE_WORDS <= count_words(text) <= words
        or not is_balanced(text)
        or "?" in text
        or re.match(language.title_questions, text, re.IGNORECASE)
    ):
        return None
    deletions = (Deletion("rubric", Span(title.span.start, title.span.start + cut)),) if cut else ()
    return Line(finish(text), (title.span,), deletions)


def _worth(
    item: RankedSentence,
    role: Role,
    lines: Mapping[int, Line],
    chosen: Sequence[tuple[Role, Line]],
    told: Sequence[Line],
    language: Language,
) -> float:
    text = lines[item.sentence.index].text
    words = set(content_words(text, language))
    said = [set(content_words(line.text, language)) for line in (*told, *(line for _, line in chosen))]
    repeated = max((len(words & other) / max(1, len(words)) for other in said), default=0.0)
    same = sum(other == role for other, _ in chosen)
    worth = item.value + _SURE * math.log(max(0.01, item.roles[role]))
    return worth - _REPETITION * repeated - _SAME_ROLE * same - _LEANING * needs_an_earlier_line(text, language)


def _is_new(line: Line, chosen: Sequence[tuple[Role, Line]], told: Sequence[Line], language: Language) -> bool:
    words = set(content_words(line.text, language))
    return all(
        line.evidence != other.evidence and overlap(words, set(content_words(other.text, language))) < _SAME
        for other in (*told, *(other for _, other in chosen))
    )
