"""Stage 9: ranked sentences -> labelled KeyPoints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.captions import has_label
from summarizer.encoder import Opinions
from summarizer.keypoints.options import Option, is_of_one_role, options_of, usable_in
from summarizer.keypoints.roles import RoleChoice, earned, likeliest, surely
from summarizer.keypoints.speakers import with_known_speakers
from summarizer.keypoints.standing import standing
from summarizer.languages.record import Language
from summarizer.needs import leans
from summarizer.results import Deletion, KeyPoint, Line, Need, RankedSentence, Summary, best_of
from summarizer.types import ROLES, Role, Sentence, Span
from summarizer.words import content_words, count_words, finish, is_balanced, overlap

# What a point is worth is multiplied by the role's probability to this power: a sure role counts. On the annotated dev articles
# 0.4 in place of 0.1 makes 1 (FR) and 2 (EN) more roles of 100 right and costs 0.3 of 45 and 0.4 of 59 in worth.
_SURE = 0.4
# The share of its worth that a sentence loses when the synthesis or another point has all of its words; _MOST_LOST at most.
_REPETITION, _MOST_LOST = 1.0, 0.95
# The share that a point loses for needing a line that may not be there, and for each earlier point of its role.
_LEANING, _SAME_ROLE = 0.5, 0.15
# The worth is divided by the number of words to this power: 0 would fill every line, 1 prefer the shortest ones. On the annotated
# dev articles the worth held falls from 0.5 on; at 0.25 it is that of 0, in fewer words.
_BREVITY = 0.25
# What the news loses for each sentence before it: with this and the role 43 for 41 (FR), 67 for 66 (EN) of 100 dev
# articles taken without their title open with a sentence of importance 3.
_LATENESS = 0.02
# A sentence that is worth nothing still counts for this much.
_LEAST_WORTH = 0.02
# A title of fewer words names the subject and tells no news.
_TITLE_WORDS = 5
_SAME = 0.6
# The share of its worth that a line with the label of a caption loses: of 189 such sentences in the English dev articles editors
# gave 158 no importance.
_CAPTIONED = 0.85
# What a point is worth is multiplied by the probability that a reader wants its line below the news, to this power.
_STANDING = 1.5
# A line that is less likely wanted is no point while others are found. On the annotated dev articles 0.4 in place of 0.3 makes
# one more of 100 sentences held useful, for 0.5 of 46 in worth.
_LEAST_STANDING = 0.4
# The same for a line that surely has a seldom role: readers of news seldom want the writer's conclusion, readers of posts do.
_LEAST_STANDING_IF_SURE = 0.15
# Where fewer points are found, roles need not be earned and quotations may have a pronoun for their speaker.
_FEWEST = 4
# Words of a news line whose sentence the synthesis has as well, and how many must be saved by cutting it so far.
_BRIEF, _SAVED = 20, 3
# Sentences that are compared with one another: the best of a long report, all of a news article.
_CANDIDATES = 150


def pick_key_points(
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    title: Sentence | None,
    summary: Summary,
    count: int,
    words: int,
    language: Language,
    needs: Sequence[Need] = (),
    opinions: Opinions | None = None,
) -> tuple[KeyPoint, ...]:
    """Return up to *count* points of at most *words* words each, the news first, then by role.

    *lines* maps a sentence's index to its compressed line; *title* is the article's, where it has one; *needs* are what its
    sentences need of one another. A point is worth what a reader would lose without its sentence, less what the synthesis and
    the other points say already; lines that surely have a seldom role come first, told by the synthesis or not. A sentence that
    leans on another is left out, unless it is a point of the article's own lead, where it leans on the news, or has room in one
    line with the one before it.
    """
    ranked = best_of(ranked, _CANDIDATES + 10 * count)
    usable = usable_in(ranked, lines, words, language)
    if not usable or count == 0:
        return ()
    options = list(options_of(usable, ranked, lines, words, language))
    news = _news(usable, lines, title=title, words=words, language=language, needs=needs)
    chosen: list[tuple[Role, Line]] = [("event", news)]
    if count == 1:
        return (KeyPoint("event", language.role_labels["event"], news),)
    stands = standing(ranked, lines, news, needs=needs, language=language, opinions=opinions)
    spare = options_of(usable_in(ranked, lines, words, language, spoken_by_pronouns=True), ranked, lines, words, language)
    for pool, most, roles_for, told in _pools(options, list(spare), stands, count, summary):
        while len(chosen) < most and (point := _next_point(pool, lines, told, chosen, language, needs, stands, roles_for)):
            chosen.append(point)
    chosen[1:] = sorted(chosen[1:], key=lambda point: (ROLES.index(point[0]), point[1].evidence))
    return tuple(KeyPoint(role, language.role_labels[role], line) for role, line in with_known_speakers(chosen, language))


def with_brief_news(
    points: Sequence[KeyPoint],
    ranked: Sequence[RankedSentence],
    *,
    summary: Summary,
    shorten: Callable[..., Mapping[int, Line]],
) -> tuple[KeyPoint, ...]:
    """Return *points*, the first one cut further where the synthesis has its sentence too: who reads on finds all of it there.

    *shorten* gives the lines of some sentences by their indexes, of at most ``limit`` words where that can be.
    """
    told = {span for line in summary.sentences for span in line.evidence}
    item = next((item for item in ranked if points and points[0].line.evidence == (item.sentence.span,)), None)
    if item is None or item.sentence.span not in told:
        return tuple(points)
    brief = shorten((item,), limit=_BRIEF)[item.sentence.index]
    saved = count_words(points[0].line.text) - count_words(brief.text)
    return (replace(points[0], line=brief), *points[1:]) if saved >= _SAVED else tuple(points)


def _pools(
    options: Sequence[Option], spare: Sequence[Option], stands: Mapping[int, float], count: int, summary: Summary
) -> Iterator[tuple[Sequence[Option], int, RoleChoice, Sequence[Line]]]:
    """Yield what points are taken from, one pool after the other.

    With each come the number of points it may fill up to, their roles, and the lines that no point may repeat.
    """

    def standing_at(least: float) -> list[Option]:
        return [option for option in options if stands[option.items[0].sentence.index] >= least]

    # The reason that the synthesis tells is no less looked for under its label.
    yield standing_at(_LEAST_STANDING_IF_SURE), count, surely, ()
    yield standing_at(_LEAST_STANDING), count, earned, summary.sentences
    yield spare, min(count, _FEWEST), likeliest, summary.sentences


def _next_point(
    options: Sequence[Option],
    lines: Mapping[int, Line],
    told: Sequence[Line],
    chosen: Sequence[tuple[Role, Line]],
    language: Language,
    needs: Sequence[Need],
    stands: Mapping[int, float],
    roles_for: RoleChoice,
) -> tuple[Role, Line] | None:
    """Return the option that is worth most beside the lines *told* and *chosen*, in the role in which it is, or None.

    *stands* gives the probability that a sentence's line stands alone; *roles_for* yields the roles that a sentence may have.
    """
    said = [*told, *(line for _, line in chosen)]
    found = [
        (_worth(option, role, lines, said, chosen, language, needs, stands), -number, -ROLES.index(role))
        for number, option in enumerate(options)
        if all(_is_new(lines[item.sentence.index], said, language) for item in option.items)
        for role in roles_for(option.roles, chosen)
        if is_of_one_role(option, role, lines, language)
    ]
    if not found:
        return None
    _, number, role_index = max(found)
    return ROLES[-role_index], options[-number].line


def _news(
    usable: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    *,
    title: Sentence | None,
    words: int,
    language: Language,
    needs: Sequence[Need],
) -> Line:
    """Return the title where it states something, else the line that a reader would miss most, early ones before late ones."""
    line = _title_line(title, words, language) if title is not None else None

    def worth(item: RankedSentence) -> tuple[float, int]:
        sureness: float = max(0.01, item.roles["event"]) ** _SURE
        standing = _standing(item, lines[item.sentence.index], (), needs=needs, language=language)
        place = item.sentence.index
        return max(_LEAST_WORTH, item.worth) * standing * sureness / (1 + _LATENESS * place), -place

    return line or lines[max(usable, key=worth).sentence.index]


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
        or re.search(language.title_teasers, text, re.IGNORECASE)
    ):
        return None
    deletions = (Deletion("rubric", Span(title.span.start, title.span.start + cut)),) if cut else ()
    return Line(finish(text), (title.span,), deletions)


def _worth(
    option: Option,
    role: Role,
    lines: Mapping[int, Line],
    said: Sequence[Line],
    chosen: Sequence[tuple[Role, Line]],
    language: Language,
    needs: Sequence[Need],
    stands: Mapping[int, float],
) -> float:
    worth = sum(_new_worth(item, lines[item.sentence.index], said, language) for item in option.items)
    stand: float = stands[option.items[0].sentence.index] ** _STANDING
    shown = [line for _, line in chosen]
    worth *= _standing(option.items[0], lines[option.items[0].sentence.index], shown, needs=needs, language=language)
    same = sum(other == role for other, _ in chosen)
    sureness: float = max(0.01, option.roles[role]) ** _SURE
    brevity: float = count_words(option.line.text) ** -_BREVITY
    return worth * stand * sureness * (1 - _SAME_ROLE) ** same * brevity


def _standing(item: RankedSentence, line: Line, shown: Sequence[Line], *, needs: Sequence[Need], language: Language) -> float:
    """Return the share of its worth that a sentence keeps as a line of its own: it may lean or be a caption."""
    is_caption_like = item.sentence.kind == "paragraph" and has_label(line.text)
    return (1 - _LEANING * leans(line, shown, needs=needs, language=language)) * (1 - _CAPTIONED * is_caption_like)


def _new_worth(item: RankedSentence, line: Line, said: Sequence[Line], language: Language) -> float:
    """Return what a sentence is worth for what none of *said* has."""
    words = set(content_words(line.text, language))
    repeated = max((len(words & set(content_words(other.text, language))) / max(1, len(words)) for other in said), default=0.0)
    return max(_LEAST_WORTH, item.worth) * (1 - min(_MOST_LOST, _REPETITION * repeated))


def _is_new(line: Line, said: Sequence[Line], language: Language) -> bool:
    words = set(content_words(line.text, language))
    return all(
        not set(line.evidence) & set(other.evidence) and overlap(words, set(content_words(other.text, language))) < _SAME
        for other in said
    )
