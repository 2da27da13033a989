"""Occasions, aims and settings of an event or of what somebody said, with or without a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.reading import (
    CORE,
    VERBS,
    Reading,
    children,
    hang_inside,
    has_loose_verb,
    heads_outside,
    is_loose,
    is_plain,
    main_subject,
    span_before,
    tail_end,
)
from summarizer.compression.signs import has_limits, is_event, resumes, words_from
from summarizer.results import Deletion
from summarizer.types import Span

# Fewer words are no occasion; what is left must say something.
_SHORTEST = 3
_LEFT = 6
# How far from the verb the setting of a speech may start, and the text that is searched for it, in characters.
_NEAR = 60
_SEARCHED = 160


def opening_phrases(reading: Reading) -> Iterator[Deletion]:
    """Yield the occasion, the place or the participle that a sentence about one event opens with."""
    subject = main_subject(reading)
    if subject is None:
        return
    is_speech = reading.words[0] in reading.language.speech_starts | reading.language.speech_participles
    says = reading.words[reading.root] in reading.report_verbs
    if not is_speech and not says and not is_event(reading):
        return
    for right in reading.borders[:4]:
        heads = heads_outside(reading, 0, right)
        if right >= subject or right < 2 or reading.words[right] != "," or hang_inside(reading, 0, right) or not heads:
            continue
        bound = (*CORE, "conj")
        if not is_speech and any(reading.nodes[i].relation in bound for i in heads):
            continue
        if _opens_subject(reading, right + 1, subject) and (is_speech or _is_opening(reading, right)):
            yield Deletion("opening", Span(0, reading.nodes[right + 1].span.start))


def _opens_subject(reading: Reading, start: int, subject: int) -> bool:
    """Tell whether the subject's own phrase starts at *start*."""
    between = [i for i in heads_outside(reading, start, subject + 1) if i != subject]
    return not between and reading.nodes[subject].pos in ("NOUN", "PROPN") and reading.nodes[start].pos != "PRON"


def _is_opening(reading: Reading, right: int) -> bool:
    language, first = reading.language, reading.nodes[0]
    if re.match(language.opening_circumstances, " ".join(reading.words[:right]).replace("' ", "'")):
        return True
    participle = first.pos == "VERB" and first.relation in ("advcl", "acl", "amod")
    return participle and re.fullmatch(language.participles, reading.words[0]) is not None


def closing_circumstances(reading: Reading) -> Iterator[Deletion]:
    """Yield the occasion or aim of an event that a sentence ends with: "lors d'une visite", "after talks in Geneva"."""
    language = reading.language
    for start in range(_LEFT, reading.end):
        words = words_from(reading, start)
        if reading.words[start] in language.occasion_marks and reading.words[start] in reading.words[:start]:
            # The other half of "as much for his photographs as…".
            continue
        if (re.match(language.purposes, words) or _is_aim(reading, start)) and is_event(reading):
            rule = "purpose"
        elif re.match(language.closing_circumstances, words) or _is_time_clause(reading, start):
            rule = "circumstance"
        elif _is_gerund(reading, start):
            rule = "added statement"
        else:
            continue
        left = start - 1 if reading.words[start - 1] == "," else start
        end = tail_end(reading, start)
        if end is None or end - start < _SHORTEST or not is_plain(reading, left, end) or not is_loose(reading, left, end):
            continue
        if _can_lose(reading, left, start) and not has_limits(reading, left) and not resumes(reading, start, end):
            if has_loose_verb(reading, start, end):
                continue
            yield Deletion(rule, span_before(reading, left, end))


def _is_aim(reading: Reading, start: int) -> bool:
    """Tell whether "to repair the roof" starts here as an adverbial of the main verb."""
    node = reading.nodes[start]
    if reading.words[start] not in reading.language.aim_marks or node.relation != "mark":
        return False
    verb = reading.nodes[node.head]
    if reading.words[start - 1] == ",":
        return verb.relation in ("advcl", "acl", "xcomp") and start < node.head <= start + 3
    return verb.relation == "advcl" and verb.head == reading.root and bool(children(reading, reading.root, "obj"))


def _is_time_clause(reading: Reading, start: int) -> bool:
    """Tell whether a clause with its own subject starts here that says on what occasion: "as the crowd cheered"."""
    node = reading.nodes[start]
    if reading.words[start] not in reading.language.occasion_marks or node.relation != "mark":
        return False
    return bool(children(reading, node.head, "nsubj")) and reading.nodes[node.head].relation == "advcl"


def _is_gerund(reading: Reading, start: int) -> bool:
    """Tell whether "en rappelant…" starts here behind a verb that reports speech."""
    words, language = reading.words, reading.language
    if words[start] not in language.gerund_marks or words[start + 1 : start + 2] == () or reading.words[start - 1] == ",":
        return False
    return words[start + 1] in language.speech_participles and words[reading.root] in reading.report_verbs


def _can_lose(reading: Reading, left: int, start: int) -> bool:
    """Tell whether the verb before *left* stands without the piece: it has its object, and no measure belongs to the piece."""
    before, language = reading.nodes[left - 1], reading.language
    closed = reading.quoted[left - 1] or (before.pos == "VERB" and children(reading, left - 1, "aux"))
    if (
        not (closed or before.pos in ("NOUN", "PROPN", "ADJ"))
        or reading.words[left - 1] in language.time_nouns
        or reading.quoted[start]
    ):
        return False
    needs = heads_outside(reading, start, reading.end) if left == start else []
    if any(reading.nodes[i].head != reading.root and reading.nodes[reading.nodes[i].head].pos not in VERBS for i in needs):
        return False
    if children(reading, left - 1, "nummod") or re.search(language.bare_verbs, " ".join(reading.words[:left])):
        return False
    objects = [i for i in children(reading, reading.root, "obj", "ccomp", "xcomp", "obl") if i < left]
    passive = {reading.words[i] for i in children(reading, reading.root, "aux")} - language.past_auxiliaries
    return bool(objects or passive)


def speech_settings(reading: Reading) -> Iterator[Deletion]:
    """Yield when, where or in what medium somebody said something, close behind the verb that says that he did."""
    for place, node in enumerate(reading.nodes):
        if node.pos != "VERB" or reading.words[place] not in reading.report_verbs or reading.quoted[place]:
            continue
        start = node.span.end
        for pattern in reading.language.speech_settings:
            match = re.compile(pattern, re.IGNORECASE).search(reading.text, start, start + _SEARCHED)
            if match and _follows_preposition(reading, match.start()):
                continue
            if (
                match
                and not re.search(r"[,:;«»\"“”]| qu[e'’]| that ", reading.text[start : match.start()][:90])
                and match.start() < start + _NEAR
            ):
                start, end = match.span()
                goes_on = re.match(r",(?= (?:qu[e'’]|that ))", reading.text[end:])
                yield Deletion("speech setting", Span(start, end + 1 if goes_on and match.group().startswith(",") else end))


def _follows_preposition(reading: Reading, place: int) -> bool:
    before = [node for node in reading.nodes if node.span.end <= place]
    return bool(before) and before[-1].pos in ("ADP", "DET")
