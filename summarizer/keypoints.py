"""Stage 9: ranked sentences -> labelled KeyPoints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from summarizer.languages.record import Language
from summarizer.results import Deletion, KeyPoint, Line, RankedSentence, Summary, best_of
from summarizer.types import ROLES, Role, Sentence, Span
from summarizer.words import content_words, count_words, finish, is_balanced, leans_on_another, overlap

# A role is given when a sentence has this much of its cues; one cue family of two counts half.
_EARNED = 0.5
# Where in the article a role tends to stand, from 0 (start) to 1 (end): a point is worth less the farther it is from there.
_PLACE: Mapping[Role, float] = {"event": 0.0, "takeaway": 1.0, "next": 0.8, "context": 0.6}
_PLACE_WEIGHT = 0.5
_CUE_WEIGHT = 0.9
# What a point loses when the synthesis already holds its sentence.
_IN_SUMMARY = 2.0
# A title of fewer words names the subject and tells no news.
_TITLE_WORDS = 5
_KICKER = re.compile(r"[\w’'-]+(?: [\w’'-]+)? ?: ")
_SAME = 0.6
# Sentences that are compared with one another: the best of a long report, all of a news article.
_CANDIDATES = 150
# Points of one role, when there are not enough roles to fill the list.
_MOST_OF_A_ROLE = 2


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

    *lines* maps a sentence's index to its compressed line; *title* is the article's, where it has one. A role without a
    sentence that earns it is left out; every role is given once before any is given twice. A sentence that leans on another is
    left out too, unless it is a point of the article's own lead, where it leans on the news.
    """
    ranked = best_of(ranked, _CANDIDATES + 10 * count)
    usable = _usable(ranked, lines, words, language)
    if not usable or count == 0:
        return ()
    used = {span for line in summary.sentences for span in line.evidence}
    chosen: list[tuple[Role, Line]] = [("event", _news(ranked, usable, lines, title=title, language=language))]
    for most in (1, _MOST_OF_A_ROLE):
        while len(chosen) < count:
            options = [
                (_worth(item, role, used, len(ranked), language), -item.sentence.index, -ROLES.index(role))
                for item in usable
                if _is_new(lines[item.sentence.index], chosen, language)
                for role in _roles_for(item, chosen, most, language)
            ]
            if not options:
                break
            _, index, role_index = max(options)
            chosen.append((ROLES[-role_index], lines[-index]))
    chosen.sort(key=lambda point: (ROLES.index(point[0]), point[1].evidence))
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


def _roles_for(item: RankedSentence, chosen: Sequence[tuple[Role, Line]], most: int, language: Language) -> Iterator[Role]:
    """Yield the roles that the sentence earns and of which there are not *most* points yet."""
    taken = Counter(role for role, _ in chosen)
    for role in ROLES[1:]:
        if taken[role] < most and _cues(item.sentence.text, role, language) >= _EARNED:
            yield role


def _is_usable(item: RankedSentence, line: Line, words: int) -> bool:
    return (
        5 <= count_words(line.text) <= words
        and is_balanced(line.text)
        and not item.sentence.text.rstrip(' »"”').endswith(("?", ":", "…", "..."))
        and item.score > 0
    )


def _news(
    ranked: Sequence[RankedSentence],
    usable: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    title: Sentence | None,
    language: Language,
) -> Line:
    """Return the most salient line; where the article's most salient sentence is too long for a line, its title says the news."""
    best, short = (max(items, key=lambda item: (item.score, -item.sentence.index)) for items in (ranked, usable))
    line = _title_line(title, language) if title is not None and best.sentence.index != short.sentence.index else None
    return line or lines[short.sentence.index]


def _title_line(title: Sentence, language: Language) -> Line | None:
    """Return the title as a line, without the word of its subject ("Virements : …"), or None when it states nothing."""
    kicker = _KICKER.match(title.text)
    cut = kicker.end() if kicker else 0
    text = title.text[cut:]
    if count_words(text) < _TITLE_WORDS or not is_balanced(text) or "?" in text or re.match(language.title_questions, text, re.I):
        return None
    deletions = (Deletion("kicker", Span(title.span.start, title.span.start + cut)),) if cut else ()
    return Line(finish(text), (title.span,), deletions)


def _worth(item: RankedSentence, role: Role, used: set[Span], total: int, language: Language) -> float:
    place = item.sentence.index / max(1, total)
    distance = abs(place - _PLACE[role]) if role in _PLACE else 0.0
    repeated = _IN_SUMMARY if item.sentence.span in used else 0.0
    return item.score + _CUE_WEIGHT * _cues(item.sentence.text, role, language) - _PLACE_WEIGHT * distance - repeated


def _cues(text: str, role: Role, language: Language) -> float:
    """Return the share of the role's cue families that *text* has, from 0 to 1."""
    patterns = _compiled(language.role_cues[role])
    return sum(bool(pattern.search(text)) for pattern in patterns) / len(patterns)


def _is_new(line: Line, chosen: Sequence[tuple[Role, Line]], language: Language) -> bool:
    words = set(content_words(line.text, language))
    return all(
        line.evidence != other.evidence and overlap(words, set(content_words(other.text, language))) < _SAME
        for _, other in chosen
    )


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
