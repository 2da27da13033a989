"""What a stretch of a sentence looks like by its words: a relative clause, an event, a sentence that goes on."""

from __future__ import annotations

import re

from summarizer.compression.reading import VERBS, Reading, children

# Words that may stand between a subject and its verb: "n'", "se", "also".
_BEFORE_VERB = ("ADV", "PART", "PRON", "AUX")
# Characters of a piece that the patterns of its start see; "au cours d…" looks for a year or a span of time in them.
_LOOKED_AT = 40


def is_relative(reading: Reading, start: int) -> bool:
    """Tell whether a relative clause starts here: "qui", "à laquelle", "some of whom"."""
    lead = reading.words[start : start + 3]
    place = next((i for i, word in enumerate(lead) if word in reading.language.relative_starts), None)
    if place is None:
        return False
    return place == 0 or (reading.nodes[start].pos in ("ADP", "DET", "NUM") and reading.nodes[start + place - 1].pos == "ADP")


def verb_after(reading: Reading, border: int) -> int | None:
    """Return the verb that goes on right after the comma at *border*."""
    for place in range(border + 1, min(border + 5, reading.end)):
        pos = reading.nodes[place].pos
        if pos == "VERB":
            return place
        if pos == "AUX":
            head = reading.nodes[place].head
            return head if reading.nodes[place].relation in ("aux", "cop") and head > place else place
        if pos not in _BEFORE_VERB:
            return None
    return None


def resumes(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the sentence goes on behind a comma of the piece: with a finite verb, with the other half of "A, …, et B"."""
    words, language = reading.words, reading.language
    for border in reading.borders:
        if not start < border < end - 1:
            continue
        verb = verb_after(reading, border)
        first = next((i for i in range(border + 1, end) if reading.nodes[i].pos in VERBS), end)
        looks_past = first < end and re.fullmatch(language.past_forms, words[first])
        is_bare = first < end and re.fullmatch(rf"{language.participles}|{language.non_finite}", words[first])
        if verb is not None and first < end and (looks_past or not is_bare):
            return True
        if words[border + 1] in language.conjunctions:
            goes_on = re.fullmatch(language.participles, words[border + 2]) if border + 2 < end else None
            if goes_on is None and not is_relative(reading, border + 2):
                return True
    return False


def is_finite(reading: Reading, place: int) -> bool:
    """Tell whether the word is a verb that looks neither like a participle nor like an infinitive."""
    node, language = reading.nodes[place], reading.language
    return node.pos in VERBS and not re.fullmatch(rf"{language.participles}|{language.non_finite}", reading.words[place])


def is_finite_or_past(reading: Reading, place: int) -> bool:
    """Tell whether the word is a verb with a tense, a past form that looks like a participle included."""
    is_past = re.fullmatch(reading.language.past_forms, reading.words[place]) is not None
    return is_finite(reading, place) or (reading.nodes[place].pos in VERBS and is_past)


def is_event(reading: Reading) -> bool:
    """Tell whether the main verb tells what happened once, by its auxiliary or its form."""
    auxiliaries = {reading.words[i] for i in children(reading, reading.root, "aux")}
    verb = reading.words[reading.root]
    return bool(auxiliaries & reading.language.past_auxiliaries) or re.fullmatch(reading.language.past_forms, verb) is not None


def has_limits(reading: Reading, left: int) -> bool:
    """Tell whether a negation or a modal stands before *left*, which may bear on what follows."""
    before = reading.text[: reading.nodes[left].span.start]
    return any(re.search(doubt, before, re.IGNORECASE) for doubt in reading.language.doubts[:2])


def words_from(reading: Reading, start: int) -> str:
    """Return the text from *start* in lower case, as far as a pattern of its first words may look."""
    return reading.text[reading.nodes[start].span.start :][:_LOOKED_AT].lower()


def first_word(reading: Reading, left: int) -> int:
    """Return the first word of a piece that may start with a comma."""
    return left + 1 if left in reading.borders else left
