"""What a sentence can lose at its end or between its subject and its verb, by how the piece starts and where it hangs.

The start of the piece says what it is, the tree that the sentence stays whole without it (after Jing, ANLP 2000: what the
verb needs is never cut). Pieces may hold whole quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.compression.reading import (
    CORE,
    NOMINALS,
    VERBS,
    Reading,
    after,
    children,
    hang_inside,
    heads_outside,
    is_loose,
    is_plain,
    main_subject,
    span_before,
    tail_end,
)
from summarizer.results import Deletion
from summarizer.types import Span

# Fewer words are no clause; what is left must say something.
_SHORTEST = 3
_LEFT = 6
# What starts with these words is what it says it is, whatever the tree calls it.
_CLAUSES = ("relative clause", "participle clause", "added statement", "examples")
# What a sentence goes on with behind a clause between commas.
_GOING_ON = ("VERB", "AUX", "ADP", "SCONJ")
_SURE = ("added statement", "examples")
# Words that may stand between a subject and its verb: "n'", "se", "also".
_BEFORE_VERB = ("ADV", "PART", "PRON", "AUX")


def closing_clauses(reading: Reading) -> Iterator[Deletion]:
    """Yield the relative and participle clauses behind a comma at the end, or before a closing attribution."""
    for border in reading.borders:
        start, end = border + 1, tail_end(reading, border + 1)
        if border < _LEFT or end is None or end - start < _SHORTEST or not reading.root < border:
            continue
        rule = _kind(reading, start)
        strong = rule in _SURE
        if rule == "closing adverbial" and any(border < other < end for other in reading.borders):
            continue
        if rule == "apposition" and not _is_apposition(reading, border, end):
            continue
        if rule and is_loose(reading, border, end, sure=strong) and is_plain(reading, border, end) and not resumes(reading, start, end):
            yield Deletion(rule, span_before(reading, border, end))
        elif rule in _CLAUSES:
            yield from _clauses_inside(reading, border, end, rule)


def _clauses_inside(reading: Reading, border: int, end: int, rule: str) -> Iterator[Deletion]:
    """Yield the clause that starts behind *border* where it ends at a later comma and the sentence goes on; that comma stays."""
    nodes = reading.nodes
    for right in reading.borders:
        if not border + _SHORTEST < right < end - 2 or nodes[right + 1].pos not in _GOING_ON:
            continue
        heads = heads_outside(reading, border, right)
        verbs = [i for i in range(border + 1, right) if nodes[i].pos in VERBS]
        if len(heads) != 1 or (heads[0] not in verbs and rule != "examples") or nodes[right + 1].pos == "ADP" and nodes[nodes[right + 1].head].head in verbs:
            continue
        if is_loose(reading, border, right) and is_plain(reading, border, right) and not resumes(reading, border + 1, right):
            goes_on = nodes[right + 1].pos in VERBS
            if goes_on and rule == "added statement":
                continue
            yield Deletion(rule, span_before(reading, border, right + 1 if goes_on else right))


def resumes(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the sentence goes on behind a comma of the piece: with a finite verb, or with the other half of "A, …, et B"."""
    words, language = reading.words, reading.language
    for border in reading.borders:
        if not start < border < end - 1:
            continue
        verb = _verb_after(reading, border)
        first = next((i for i in range(border + 1, end) if reading.nodes[i].pos in VERBS), end)
        looks_past = bool(language.past_forms) and first < end and re.fullmatch(language.past_forms, words[first])
        is_bare = first < end and re.fullmatch(rf"{language.participles}|{language.non_finite}", words[first])
        if verb is not None and first < end and (looks_past or not is_bare):
            return True
        if words[border + 1] in language.conjunctions:
            goes_on = re.fullmatch(language.participles, words[border + 2]) if border + 2 < end else None
            if goes_on is None and not is_relative(reading, border + 2):
                return True
    return False


def _kind(reading: Reading, start: int) -> str:
    """Return the rule by which a clause that starts so may go, or "" for none."""
    words, nodes, language = reading.words, reading.nodes, reading.language
    is_gerund = words[start] in language.gerund_marks and re.fullmatch(language.non_finite, words[start + 1]) is not None
    first = start + 1 if is_gerund else start
    if words[first] in language.speech_participles:
        return "added statement"
    if re.match(language.example_marks, _words_from(reading, start)):
        return "examples"
    if is_relative(reading, start):
        return "relative clause"
    if is_gerund:
        return "participle clause"
    if set(words[start : start + 6]) & language.absolute_marks and nodes[start].pos in NOMINALS:
        return "participle clause"
    if _is_adverbial(reading, start):
        return "closing adverbial"
    if nodes[start].pos in ("DET", "NOUN") and nodes[start - 2].pos in ("NOUN", "PROPN") and words[start] not in language.bound_starts:
        return "apposition"
    is_participle = nodes[first].pos == "VERB" and nodes[first].relation in ("acl", "advcl")
    return "participle clause" if is_participle and re.fullmatch(language.participles, words[first]) else ""


def _is_apposition(reading: Reading, border: int, end: int) -> bool:
    """Tell whether the piece names the thing before the comma another way and is no member of a list."""
    heads, nodes = heads_outside(reading, border, end), reading.nodes
    if len(heads) != 1 or nodes[heads[0]].relation != "appos" or nodes[nodes[heads[0]].head].pos not in ("NOUN", "PROPN"):
        return False
    before = [node.relation for node in nodes[max(reading.root, border - 14) : border]]
    inside = reading.words[border + 1 : heads[0] + 1]
    joined = any(nodes[i].relation == "conj" for i in children(reading, heads[0], "conj"))
    return not joined and not {"conj", "appos"} & set(before) and not set(inside) & reading.language.conjunctions


def _is_adverbial(reading: Reading, start: int) -> bool:
    """Tell whether a place, time or occasion starts here that is no member of a list of such."""
    words, language = reading.words, reading.language
    if words[start] not in language.closing_prepositions or reading.nodes[start].pos != "ADP":
        return False
    tail = set(words[start + 1 : reading.end])
    listed = words[start] in words[max(0, start - 14) : start] or (words[start] in tail and tail & language.conjunctions)
    return not listed and not re.search(language.doubts[0], reading.text[: reading.nodes[start].span.start], re.IGNORECASE)


def is_relative(reading: Reading, start: int) -> bool:
    """Tell whether a relative clause starts here: "qui", "à laquelle", "some of whom"."""
    lead = reading.words[start : start + 3]
    place = next((i for i, word in enumerate(lead) if word in reading.language.relative_starts), None)
    if place is None:
        return False
    return place == 0 or (reading.nodes[start].pos in ("ADP", "DET", "NUM") and reading.nodes[start + place - 1].pos == "ADP")


def inserted_clauses(reading: Reading) -> Iterator[Deletion]:
    """Yield what stands between commas between a subject and its verb: ", réélue en mai,"."""
    for left in reading.borders:
        for right in list(after(reading, left))[:4]:
            verb = _verb_after(reading, right)
            if verb is None or right - left <= 2 or right >= reading.end:
                continue
            subject = _subject_before(reading, verb, left)
            if subject is None and is_relative(reading, left + 1):
                subject = _bare_subject(reading, left, verb)
            if subject is not None and _is_insertion(reading, left, right, subject):
                set_off = any(border in reading.borders for border in range(subject, left))
                end = right if set_off else right + 1
                yield Deletion("inserted clause", span_before(reading, left, end))


def _verb_after(reading: Reading, border: int) -> int | None:
    """Return the verb that goes on right after the comma at *border*."""
    for place in range(border + 1, min(border + 5, reading.end)):
        pos = reading.nodes[place].pos
        if pos == "VERB":
            return place
        if pos == "AUX":
            head = reading.nodes[place].head
            return head if reading.nodes[place].relation in ("aux", "cop") else place
        if pos not in _BEFORE_VERB:
            return None
    return None


def _subject_before(reading: Reading, verb: int, left: int) -> int | None:
    """Return the subject of *verb* that ends at the comma *left*."""
    subjects = [i for i in children(reading, verb, "nsubj") if i < left]
    if not subjects or subjects[-1] + 14 < left:
        return None
    between = reading.nodes[subjects[-1] + 1 : left]
    clean = all(node.relation not in ("nsubj", "root", "ccomp") for node in between)
    return subjects[-1] if clean and reading.nodes[subjects[-1]].pos in ("NOUN", "PROPN") else None


def _bare_subject(reading: Reading, left: int, verb: int) -> int | None:
    """Return the noun that the clause or sentence starts with where no verb stands between it and the comma *left*."""
    start = max((border + 1 for border in reading.borders if border < left), default=0)
    nodes = reading.nodes[start:left]
    if not nodes or nodes[0].pos not in NOMINALS or any(node.pos in VERBS for node in nodes):
        return None
    if any(left < i < verb and i > reading.borders[-1] for i in children(reading, verb, "nsubj")):
        return None
    return next((start + i for i, node in enumerate(nodes) if node.pos in ("NOUN", "PROPN")), None)


def _is_insertion(reading: Reading, left: int, right: int, subject: int) -> bool:
    start, nodes, language = left + 1, reading.nodes, reading.language
    words = reading.words[start:right]
    if words[0] in language.bound_starts or words[0] in language.conjunctions or left <= reading.root < right:
        return False
    if is_relative(reading, start) or (nodes[start].pos == "VERB" and re.fullmatch(language.participles, words[0])):
        return not any(i > right for i in hang_inside(reading, left, right))
    if words[0] in language.closing_prepositions and nodes[start].pos == "ADP":
        return not any(_is_finite(reading, i) for i in range(start, right)) and not any(i > right for i in hang_inside(reading, left, right))
    if nodes[start].pos not in NOMINALS or set(words) & language.conjunctions or children(reading, subject, "conj"):
        return False
    if any(node.relation in ("conj", "nsubj") or _is_finite(reading, i) for i, node in enumerate(nodes[start:right], start)):
        return False
    heads = heads_outside(reading, left, right)
    return len(heads) == 1 and nodes[heads[0]].relation == "appos" and not hang_inside(reading, left, right)


def _is_finite(reading: Reading, place: int) -> bool:
    node, language = reading.nodes[place], reading.language
    return node.pos in VERBS and not re.fullmatch(rf"{language.participles}|{language.non_finite}", reading.words[place])


def opening_phrases(reading: Reading) -> Iterator[Deletion]:
    """Yield the occasion, the place or the participle that a sentence about one event opens with."""
    subject = main_subject(reading)
    if subject is None:
        return
    is_speech = reading.words[0] in reading.language.speech_starts | reading.language.speech_participles
    says = reading.words[reading.root] in reading.report_verbs
    if not is_speech and not says and not _is_event(reading):
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


def _is_event(reading: Reading) -> bool:
    """Tell whether the main verb tells what happened once, by its auxiliary or its form."""
    auxiliaries = {reading.words[i] for i in children(reading, reading.root, "aux")}
    verb = reading.words[reading.root]
    return bool(auxiliaries & reading.language.past_auxiliaries) or (
        bool(reading.language.past_forms) and re.fullmatch(reading.language.past_forms, verb) is not None
    )


def _is_opening(reading: Reading, right: int) -> bool:
    language, first = reading.language, reading.nodes[0]
    if re.match(language.opening_circumstances, " ".join(reading.words[:right]).replace("' ", "'")):
        return True
    participle = first.pos == "VERB" and first.relation in ("advcl", "acl", "amod")
    return participle and re.fullmatch(language.participles, reading.words[0]) is not None


def closing_circumstances(reading: Reading) -> Iterator[Deletion]:
    """Yield the occasion or purpose of an event that a sentence ends with: "lors d'une visite au port", "after talks in Geneva"."""
    language = reading.language
    for start in range(_LEFT, reading.end):
        words = _words_from(reading, start)
        if (re.match(language.purposes, words) or _is_aim(reading, start)) and _is_event(reading):
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
        if _can_lose(reading, left, start) and not _has_limits(reading, left) and not resumes(reading, start, end):
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


def clauses_of_something(reading: Reading) -> Iterator[Deletion]:
    """Yield the clause that a sentence about one event ends with where it tells more of "a" thing: "une lettre dénonçant…"."""
    nodes, language = reading.nodes, reading.language
    for start in range(_LEFT, reading.end) if _is_event(reading) else ():
        starts = reading.words[start] in language.relative_starts or (
            nodes[start].pos == "VERB" and nodes[start].relation == "acl" and re.fullmatch(language.participles, reading.words[start])
        )
        end = tail_end(reading, start) if starts and reading.root < start - 2 and nodes[start - 1].pos != "PUNCT" else None
        if end is None or end - start < _SHORTEST or not is_loose(reading, start, end) or not is_plain(reading, start, end):
            continue
        heads = heads_outside(reading, start, end)
        noun = nodes[heads[0]].head
        determiners = {reading.words[i] for i in children(reading, noun, "det", "nummod")}
        governor, relation = nodes[noun].head, nodes[noun].relation
        is_complement = governor == reading.root and relation in ("obj", "obl")
        is_complement = is_complement or (relation == "nsubj" and governor < noun and reading.words[governor] in reading.report_verbs)
        if len(heads) == 1 and nodes[noun].pos == "NOUN" and is_complement and noun > reading.root and determiners & language.indefinite_articles:
            if not _has_limits(reading, start) and not resumes(reading, start, end) and not reading.quoted[start - 1]:
                yield Deletion("closing relative", span_before(reading, start, end))


def _is_gerund(reading: Reading, start: int) -> bool:
    """Tell whether "en rappelant…" starts here behind a verb that reports speech."""
    words, language = reading.words, reading.language
    if words[start] not in language.gerund_marks or words[start + 1 : start + 2] == () or reading.words[start - 1] == ",":
        return False
    return words[start + 1] in language.speech_participles and words[reading.root] in reading.report_verbs


def _has_limits(reading: Reading, left: int) -> bool:
    """Tell whether a negation or a modal stands before *left*, which may bear on what follows."""
    before = reading.text[: reading.nodes[left].span.start]
    return any(re.search(doubt, before, re.IGNORECASE) for doubt in reading.language.doubts[:2])


def _words_from(reading: Reading, start: int) -> str:
    return reading.text[reading.nodes[start].span.start :][:40].lower()


def _can_lose(reading: Reading, left: int, start: int) -> bool:
    """Tell whether the verb before *left* stands without the piece: it has its object, and no measure belongs to the piece."""
    before, language = reading.nodes[left - 1], reading.language
    closed = reading.quoted[left - 1] or (before.pos == "VERB" and children(reading, left - 1, "aux"))
    if not (closed or before.pos in ("NOUN", "PROPN", "ADJ")) or reading.words[left - 1] in language.time_nouns or reading.quoted[start]:
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
            match = re.compile(pattern, re.IGNORECASE).search(reading.text, start, start + 160)
            if match and not re.search(r"[,:;«»\"“”]| qu[e'’]| that ", reading.text[start : match.start()][:90]) and match.start() < start + 60:
                start, end = match.span()
                goes_on = re.match(r",(?= (?:qu[e'’]|that ))", reading.text[end:])
                yield Deletion("speech setting", Span(start, end + 1 if goes_on and match.group().startswith(",") else end))


def ages(reading: Reading) -> Iterator[Deletion]:
    """Yield how old somebody is, between commas behind the name."""
    for left in reading.borders:
        match = re.match(reading.language.ages, reading.text[reading.nodes[left].span.start :])
        if match is None or reading.nodes[left - 1].pos != "PROPN" or left == 0:
            continue
        start, end = reading.nodes[left].span.start, reading.nodes[left].span.start + match.end()
        following = next((i for i, node in enumerate(reading.nodes) if node.span.start > end), None)
        # The comma behind stays where something else than the verb or a conjunction follows.
        drops = following is not None and (reading.nodes[following].pos in (*VERBS, "CCONJ", "ADP", "ADV"))
        yield Deletion("age", Span(start, end + 1 if drops else end))


def clauses_of_names(reading: Reading) -> Iterator[Deletion]:
    """Yield a relative clause right behind a name, which the name does not need, at the end or before the verb."""
    for start in range(2, reading.end):
        if reading.words[start] not in reading.language.relative_starts or reading.nodes[start - 1].pos != "PROPN":
            continue
        before = [i for i in (reading.nodes[start - 1].head, start - 1) if reading.nodes[i].pos == "PROPN" and i < start]
        end = tail_end(reading, start)
        if not before or end is None or end - start < _SHORTEST or not reading.root < start:
            continue
        heads = heads_outside(reading, start, end)
        if len(heads) == 1 and reading.nodes[heads[0]].head in before and is_loose(reading, start, end):
            if is_plain(reading, start, end) and not resumes(reading, start, end):
                yield Deletion("relative clause", span_before(reading, start, end))
