"""What may be a key point: a sentence that can stand alone, or two neighbours that have room in one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.captions import has_label, is_caption
from summarizer.keypoints.roles import lifted
from summarizer.languages.record import Language
from summarizer.needs import needs_the_one_before
from summarizer.quotations import blank_quotations, inside_quotations, is_bare_quotation
from summarizer.results import Line, RankedSentence
from summarizer.types import Role
from summarizer.words import (
    count_words,
    is_balanced,
    is_broken_off,
    is_open_ended,
    is_said_by_a_pronoun,
)

# A line without a small word is an item of a list ("2003 Skell v Lorne 4.12m."), no sentence.
_SMALL_WORD = re.compile(r"\b[a-zà-ÿ]{3}")
# The second sentence of a line must have at least this much of the line's role, or lean on the first.
_FITS = 0.1


@dataclass(frozen=True, slots=True)
class Option:
    """What may be a point: a sentence, or two that follow one another and have room in one line."""

    items: tuple[RankedSentence, ...]
    line: Line

    @property
    def roles(self) -> Mapping[Role, float]:
        """The roles of the first sentence, each with its weight; they sum to 1."""
        return lifted(self.items[0].roles)


def options_of(
    usable: Sequence[RankedSentence],
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    words: int,
    language: Language,
) -> Iterator[Option]:
    """Yield each of *usable* alone, and with the sentence behind it where both have room in *words* words.

    The second may lean on the first.
    """
    following = {
        item.sentence.index - 1: item for item in ranked if _is_usable(item, lines[item.sentence.index], words, language)
    }
    sizes = Counter(item.sentence.block for item in ranked)
    long_blocks = {block for block, size in sizes.items() if size > 1}
    for item in usable:
        line = lines[item.sentence.index]
        yield Option((item,), line)
        other = following.get(item.sentence.index)
        if other is None or other.sentence.kind != item.sentence.kind or other.sentence.block - item.sentence.block > 1:
            continue
        # A new paragraph goes on from one of a single sentence, as agencies write, not from a longer one.
        if other.sentence.block != item.sentence.block and item.sentence.block in long_blocks:
            continue
        # A caption does not go on from the sentence before it.
        if any(has_label(one.sentence.text) or not is_balanced(one.sentence.text) for one in (item, other)):
            continue
        joined = line.followed_by(lines[other.sentence.index])
        if count_words(joined.text) <= words:
            yield Option((item, other), joined)


def is_of_one_role(option: Option, role: Role, lines: Mapping[int, Line], language: Language) -> bool:
    """Tell whether the second sentence of *option*, where there is one, earns *role* too or leans on the first."""
    return all(
        item.roles[role] >= _FITS or needs_the_one_before(item, lines[item.sentence.index], language) for item in option.items[1:]
    )


def usable_in(
    ranked: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    words: int,
    language: Language,
    *,
    spoken_by_pronouns: bool = False,
) -> list[RankedSentence]:
    """Return the sentences that can stand as a point of their own, on demand with those that a pronoun says."""
    first = next((item.sentence.index for item in ranked if item.sentence.kind == "paragraph"), 0)
    spoken = inside_quotations(sorted((item.sentence for item in ranked), key=lambda sentence: sentence.index))
    return [
        item
        for item in ranked
        if item.sentence.index not in spoken
        and _is_usable(item, lines[item.sentence.index], words, language)
        and (item.sentence.index < first or not needs_the_one_before(item, lines[item.sentence.index], language))
        and (spoken_by_pronouns or not is_said_by_a_pronoun(lines[item.sentence.index].text, language))
    ]


def _is_usable(item: RankedSentence, line: Line, words: int, language: Language) -> bool:
    return (
        5 <= count_words(line.text) <= words
        and is_balanced(line.text)
        and _SMALL_WORD.search(line.text) is not None
        and not is_open_ended(item.sentence.text)
        and not (item.sentence.kind == "paragraph" and is_broken_off(item.sentence.text))
        and not is_bare_quotation(line.text)
        and not is_caption(item.sentence.text, language)
        and not _is_of_the_writer(item, language)
    )


def _is_of_the_writer(item: RankedSentence, language: Language) -> bool:
    """Tell whether the first person speaks outside quotations, single ones too, which the measures of the ranker do not know."""
    text = blank_quotations(item.sentence.text)
    if not item.traits.get("first_person") or not re.search(rf"\b{language.first_person}\b", text):
        return False
    # "…if we do nothing, scientists claim."
    said = re.search(r", (?:[^\s,]+ ){1,4}(\w+)\W*$", text)
    # The plural of a present ("claim") is a noun more often elsewhere; behind a comma and a subject it is none.
    forms = {said.group(1).lower() + ending for ending in ("", "s")} if said else set()
    return forms.isdisjoint(language.report_verbs | language.further_report_verbs)
