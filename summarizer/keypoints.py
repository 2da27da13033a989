"""Stage 9: ranked sentences -> labelled KeyPoints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.languages.record import Language
from summarizer.needs import leans
from summarizer.results import Deletion, KeyPoint, Line, Need, RankedSentence, Summary, best_of
from summarizer.types import ROLES, Role, Sentence, Span
from summarizer.words import (
    content_words,
    count_words,
    finish,
    is_balanced,
    is_bare_quotation,
    is_broken_off,
    is_caption,
    is_open_ended,
    is_said_by_a_pronoun,
    leans_on_another,
    overlap,
)

# A role is given to a sentence when the classifier gives it this much: the roles that are seldom right below it must be surer,
# context takes what earns nothing else. Against 0.25 for all and the likeliest where none has it, 1.2 (FR) and 2.8 (EN) more
# roles of 100 are right on the annotated dev articles.
_EARNED: Mapping[Role, float] = {"cause": 0.3, "consequence": 0.3, "next": 0.3, "context": 0.0}
_EARNED_OTHERWISE = 0.25
# A second line is called news only when it is surely news: of important sentences with this much 8 of 10 are.
_SURELY_NEWS = 0.75
# The second sentence of a line must have at least this much of the line's role, or lean on the first.
_FITS = 0.1
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
# What opens a caption ("Clash: Ozil helped…"), which does not go on from the sentence before it, and the share of its worth
# that it loses: of 189 such sentences in the English dev articles editors gave 158 no importance.
_CAPTIONED = 0.85
_LABEL = re.compile(r"[^\W_][^:.,«»\"“”]{0,40}: [A-ZÀ-Ý]")
# Sentences that are compared with one another: the best of a long report, all of a news article.
_CANDIDATES = 150
_QUOTATION_MARKS = re.compile(r"[«»“”\"]")
# Points of one role at most. Readers of forty digests found fifteen of twenty second lines called news, however sure, to be
# something else.
_MOST_OF_A_ROLE, _MOST_NEWS = 3, 2


@dataclass(frozen=True, slots=True)
class _Option:
    """What may be a point: a sentence, or two that follow one another and have room in one line."""

    items: tuple[RankedSentence, ...]
    line: Line

    @property
    def roles(self) -> Mapping[Role, float]:
        """The roles of the first sentence, each with its probability."""
        return self.items[0].roles


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
) -> tuple[KeyPoint, ...]:
    """Return up to *count* points of at most *words* words each, the news first, then by role.

    *lines* maps a sentence's index to its compressed line; *title* is the article's, where it has one; *needs* are what its
    sentences need of one another. A point is worth what a reader would lose without its sentence, less what the synthesis and
    the other points say already. A sentence that leans on another is left out, unless it is a point of the article's own lead,
    where it leans on the news, or has room in one line with the sentence before it.
    """
    ranked = best_of(ranked, _CANDIDATES + 10 * count)
    usable = _usable(ranked, lines, words, language)
    if not usable or count == 0:
        return ()
    told = list(summary.sentences)
    options = list(_options(usable, ranked, lines, words, language))
    chosen: list[tuple[Role, Line]] = [("event", _news(usable, lines, title=title, words=words, language=language, needs=needs))]
    while len(chosen) < count and (point := _next_point(options, lines, told, chosen, language, needs)):
        chosen.append(point)
    chosen[1:] = sorted(chosen[1:], key=lambda point: (ROLES.index(point[0]), point[1].evidence))
    return tuple(KeyPoint(role, language.role_labels[role], line) for role, line in chosen)


def _next_point(
    options: Sequence[_Option],
    lines: Mapping[int, Line],
    told: Sequence[Line],
    chosen: Sequence[tuple[Role, Line]],
    language: Language,
    needs: Sequence[Need],
) -> tuple[Role, Line] | None:
    """Return the option that is worth most beside the lines *told* and *chosen*, in the role in which it is, or None."""
    said = [*told, *(line for _, line in chosen)]
    found = [
        (_worth(option, role, lines, said, chosen, language, needs), -number, -ROLES.index(role))
        for number, option in enumerate(options)
        if all(_is_new(lines[item.sentence.index], said, language) for item in option.items)
        for role in _roles_for(option.roles, chosen)
        if _is_of_one_role(option, role, lines, language)
    ]
    if not found:
        return None
    _, number, role_index = max(found)
    return ROLES[-role_index], options[-number].line


def _options(
    usable: Sequence[RankedSentence],
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    words: int,
    language: Language,
) -> Iterator[_Option]:
    """Yield each of *usable* alone, and with the sentence behind it where both have room in *words* words.

    The second may lean on the first.
    """
    following = {
        item.sentence.index - 1: item for item in ranked if _is_usable(item, lines[item.sentence.index], words, language)
    }
    for item in usable:
        line = lines[item.sentence.index]
        yield _Option((item,), line)
        other = following.get(item.sentence.index)
        if other is None or other.sentence.kind != item.sentence.kind or other.sentence.block - item.sentence.block > 1:
            continue
        if any(_LABEL.match(one.sentence.text) or not is_balanced(one.sentence.text) for one in (item, other)):
            continue
        joined = line.followed_by(lines[other.sentence.index])
        if count_words(joined.text) <= words:
            yield _Option((item, other), joined)


def _is_of_one_role(option: _Option, role: Role, lines: Mapping[int, Line], language: Language) -> bool:
    """Tell whether the second sentence of *option*, where there is one, earns *role* too or leans on the first."""
    return all(
        item.roles[role] >= _FITS or leans_on_another(lines[item.sentence.index].text, language) for item in option.items[1:]
    )


def _usable(ranked: Sequence[RankedSentence], lines: Mapping[int, Line], words: int, language: Language) -> list[RankedSentence]:
    """Return the sentences that can stand as a point of their own."""
    first = next((item.sentence.index for item in ranked if item.sentence.kind == "paragraph"), 0)
    spoken = _inside_quotations(ranked)
    return [
        item
        for item in ranked
        if item.sentence.index not in spoken
        and _is_usable(item, lines[item.sentence.index], words, language)
        and (item.sentence.index < first or not leans_on_another(lines[item.sentence.index].text, language))
        and not is_said_by_a_pronoun(lines[item.sentence.index].text, language)
    ]


def _inside_quotations(ranked: Sequence[RankedSentence]) -> set[int]:
    """Return the sentences that stand in a quotation which starts before and ends behind them, so that no mark tells it."""
    inside, block, is_open = set(), -1, False
    for item in sorted(ranked, key=lambda item: item.sentence.index):
        is_open = is_open and item.sentence.block == block
        block = item.sentence.block
        marks = _QUOTATION_MARKS.findall(item.sentence.text)
        if is_open and not marks:
            inside.add(item.sentence.index)
        for mark in marks:
            is_open = not is_open if mark == '"' else mark in "«“"
    return inside


def _is_usable(item: RankedSentence, line: Line, words: int, language: Language) -> bool:
    return (
        5 <= count_words(line.text) <= words
        and is_balanced(line.text)
        and not is_open_ended(item.sentence.text)
        and not (item.sentence.kind == "paragraph" and is_broken_off(item.sentence.text))
        and not is_bare_quotation(line.text)
        and not is_caption(item.sentence.text, language)
        and not item.traits.get("first_person")
    )


def _roles_for(roles: Mapping[Role, float], chosen: Sequence[tuple[Role, Line]]) -> Iterator[Role]:
    """Yield the roles that a sentence with these probabilities earns and of which there are not too many points yet."""
    taken = Counter(role for role, _ in chosen)
    for role, share in roles.items():
        is_news = role == "event"
        needed = _SURELY_NEWS if is_news else _EARNED.get(role, _EARNED_OTHERWISE)
        if share >= needed and taken[role] < (_MOST_NEWS if is_news else _MOST_OF_A_ROLE):
            yield role


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
        return max(_LEAST_WORTH, item.value) * standing * sureness / (1 + _LATENESS * place), -place

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
    ):
        return None
    deletions = (Deletion("rubric", Span(title.span.start, title.span.start + cut)),) if cut else ()
    return Line(finish(text), (title.span,), deletions)


def _worth(
    option: _Option,
    role: Role,
    lines: Mapping[int, Line],
    said: Sequence[Line],
    chosen: Sequence[tuple[Role, Line]],
    language: Language,
    needs: Sequence[Need],
) -> float:
    worth = sum(_new_worth(item, lines[item.sentence.index], said, language) for item in option.items)
    shown = [line for _, line in chosen]
    worth *= _standing(option.items[0], lines[option.items[0].sentence.index], shown, needs=needs, language=language)
    same = sum(other == role for other, _ in chosen)
    sureness: float = max(0.01, option.roles[role]) ** _SURE
    brevity: float = count_words(option.line.text) ** -_BREVITY
    return worth * sureness * (1 - _SAME_ROLE) ** same * brevity


def _standing(item: RankedSentence, line: Line, shown: Sequence[Line], *, needs: Sequence[Need], language: Language) -> float:
    """Return the share of its worth that a sentence keeps as a line of its own: it may lean or be a caption."""
    is_caption_like = item.sentence.kind == "paragraph" and _LABEL.match(line.text) is not None
    return (1 - _LEANING * leans(line, shown, needs=needs, language=language)) * (1 - _CAPTIONED * is_caption_like)


def _new_worth(item: RankedSentence, line: Line, said: Sequence[Line], language: Language) -> float:
    """Return what a sentence is worth for what none of *said* has."""
    words = set(content_words(line.text, language))
    repeated = max((len(words & set(content_words(other.text, language))) / max(1, len(words)) for other in said), default=0.0)
    return max(_LEAST_WORTH, item.value) * (1 - min(_MOST_LOST, _REPETITION * repeated))


def _is_new(line: Line, said: Sequence[Line], language: Language) -> bool:
    words = set(content_words(line.text, language))
    return all(
        not set(line.evidence) & set(other.evidence) and overlap(words, set(content_words(other.text, language))) < _SAME
        for other in said
    )
