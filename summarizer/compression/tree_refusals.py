"""What the tree speaks against: a cut that parts what belongs together or takes what the rest needs."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.compression.kinds import NAMING, SECOND, SMALL
from summarizer.compression.marks import opens_apposition
from summarizer.compression.reading import NOMINALS, VERBS, Reading, children, is_attribution
from summarizer.compression.signs import first_word, has_limits, is_finite, is_finite_or_past, is_relative
from summarizer.languages.record import Language


def _strips_apposition(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece takes the comma that closes an apposition before it: "One of them, Ann Holt, a nurse, told"."""
    borders = [b for b in reading.borders if b < left]
    if rule not in (*NAMING, "age") or reading.words[right - 1] != ",":
        return False
    bare = right < reading.end and re.fullmatch(reading.language.participles, reading.words[right])
    if rule == "apposition" and bare and reading.nodes[right].relation != "root":
        return True
    if not borders:
        return False
    last = range(borders[-1] + 1, left)
    if reading.nodes[borders[-1] + 1].pos == "CCONJ":
        return False
    verbless = not any(reading.nodes[i].pos in VERBS for i in last)
    return verbless and opens_apposition(reading, borders[-1])


def _hides_subject(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an apposition stands behind an opening phrase and may be the subject: "at sea, the ships, …, sink"."""
    if rule not in ("apposition", "inserted clause") or right >= reading.end:
        return False
    opened = (i + 1 for i in range(left) if i in reading.borders or reading.nodes[i].pos in ("SCONJ", "CCONJ"))
    start = max(opened, default=0)
    return (
        start < left
        and reading.nodes[start].pos in ("ADP", "VERB", "ADJ")
        and not any(is_finite(reading, i) for i in range(start, left))
    )


def _is_main_verb(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece starts with a past form behind the comma that closes a relative clause."""
    borders = [b for b in reading.borders if b < left]
    start = left + 1 if left in reading.borders else left
    if not borders or start >= right or reading.nodes[start].pos not in VERBS or rule in SMALL:
        return False
    after = reading.words[borders[-1] + 1 : borders[-1] + 4]
    return bool(set(after) & reading.language.relative_starts) and not re.fullmatch(
        reading.language.non_finite, reading.words[start]
    )


def _goes_beyond(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a setting goes on behind a second comma with what the sentence may need: ", after X, on Y"."""
    if rule not in ("circumstance", "closing adverbial", "purpose", "adverbial") or left == 0:
        return False
    inner = [b for b in reading.borders if left < b < right - 1]
    joined = [i for i in range(left + 1, right - 1) if reading.nodes[i].pos == "CCONJ" and is_finite_or_past(reading, i + 1)]
    bare = not any(is_finite_or_past(reading, i) for i in range(left, joined[0])) if joined else False
    return bare or any(reading.nodes[b + 1].pos in ("ADP", "SCONJ", *VERBS) for b in inner)


def _leaves_comma(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the comma behind the piece would part a subject from its verb, or set a phrase apart that it governed."""
    if rule in ("small words", "joined sentence") or right + 1 >= reading.end or reading.words[right] != ",":
        return False
    following = reading.nodes[right + 1]
    if following.pos == "ADP":
        return rule in ("relative clause", "participle clause") and not is_attribution(reading, right + 1)
    says = any(node.relation == "nsubj" and node.head == right + 1 for node in reading.nodes[right + 2 : right + 8])
    if following.pos not in VERBS or re.fullmatch(reading.language.non_finite, reading.words[right + 1]):
        return False
    if says or (is_attribution(reading, right + 1) and reading.words[right + 1] in reading.language.auxiliaries):
        return False
    before = [b for b in reading.borders if b < left and _is_outside_brackets(reading, b)]
    # "In May, the ships, …, sank": the comma before the subject closes an opening phrase, not the subject.
    return not before or (
        rule in NAMING
        and reading.nodes[before[-1] + 1].pos in NOMINALS
        and not any(is_finite(reading, i) for i in range(before[-1] + 1, left))
        and not opens_apposition(reading, before[-1])
    )


def _is_outside_brackets(reading: Reading, place: int) -> bool:
    before = reading.text[: reading.nodes[place].span.start]
    return before.count("(") == before.count(")")


def _leaves_no_subject(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece opens the sentence and its main verb follows: the subject was in the piece."""
    if left or rule in SMALL or right >= reading.end:
        return False
    first = next((i for i in range(right, reading.end) if reading.nodes[i].pos != "PUNCT"), right)
    return is_finite(reading, first) or (
        reading.nodes[first].pos in VERBS and re.fullmatch(reading.language.past_forms, reading.words[first]) is not None
    )


def _is_bare_clause(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece holds, at its start or behind a comma, a clause that no word joins: it may be the main one."""
    if rule in SMALL or rule in SECOND or rule == "aside":
        return False
    borders = [b for b in reading.borders if left < b < right - 1]
    starts = [first_word(reading, left), *(b + 1 for b in borders)]
    return any(_is_unjoined(reading, start, end) for start, end in zip(starts, [*borders, right], strict=True))


def _is_unjoined(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a subject and its finite verb stand in ``[start, end)`` with no word before that makes them a side clause."""
    verb = next((i for i in range(start, end) if is_finite(reading, i) and not reading.quoted[i]), end)
    language, node = reading.language, reading.nodes[start]
    if verb == end or node.pos not in (*NOMINALS, "PRON") or set(reading.words[start:verb]) & _side_marks(language):
        return False
    head = reading.nodes[verb].head if reading.nodes[verb].relation in ("aux", "cop") else verb
    return any(start <= i < verb for place in (verb, head) for i in children(reading, place, "nsubj"))


def _side_marks(language: Language) -> frozenset[str]:
    """Return the words that make the clause behind them a side clause."""
    return language.relative_starts | language.complementizers | language.bound_starts | language.occasion_marks


def is_in_relative(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an occasion without a comma belongs to a relative clause that says which thing is meant."""
    if rule != "circumstance" or left in reading.borders:
        return False
    phrase = max((border + 1 for border in reading.borders if border < left), default=0)
    return bool(set(reading.words[phrase:left]) & reading.language.relative_starts)


def _bears_limit(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an aim stands behind a negation or a modal, which may be about the aim alone."""
    start = first_word(reading, left)
    aims = reading.language.infinitive_marks | reading.language.aim_marks
    return rule not in SMALL and left > 0 and reading.words[start] in aims and has_limits(reading, left)


def _holds_dash(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the sentence goes on behind a dash in the piece, or behind the piece with what belongs to it."""
    if rule in SMALL or rule == "aside":
        return False
    inner = [b for b in reading.borders if left < b < right - 1 and reading.words[b] != ","]
    after = right + 1 if right in reading.borders and reading.words[right] != "," else None
    goes_on = after is not None and after < reading.end and reading.nodes[after].pos == "VERB"
    return (bool(inner) and reading.words[left] not in ("-", "–", "—", "--", ";")) or goes_on


def _is_odd_aside(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an aside is a statement that a conjunction joins, or parts an opening phrase from the subject."""
    if rule != "aside":
        return False
    if reading.nodes[left + 1].pos == "CCONJ":
        return True
    phrase = max((border + 1 for border in reading.borders if border < left), default=0)
    opens = reading.nodes[phrase].pos in ("VERB", "ADP", "SCONJ") and not any(is_finite(reading, i) for i in range(phrase, left))
    return opens and right < reading.end and reading.nodes[right].pos in (*NOMINALS, "PRON")


def _is_past_form(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a piece starts with a finite past form taken for a participle: ", saw of her"."""
    start, language = first_word(reading, left), reading.language
    if rule in SMALL or rule in SECOND or start >= right or reading.nodes[start].pos not in VERBS:
        return False
    word = reading.words[start]
    return re.fullmatch(language.past_forms, word) is not None and not re.fullmatch(language.participles, word)


def _parts_attribution(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece takes the comma before who says it."""
    source = " ".join(reading.words[right : right + 4])
    return rule in NAMING and reading.words[right - 1] == "," and bool(re.match(reading.language.attribution_starts, source))


def _holds_object(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether what the verb acts on stands behind a relative clause: "will lead, at Kermor, where he lives, the talks"."""
    start = first_word(reading, left)
    phrase = max((b + 1 for b in reading.borders if b < left), default=0)
    if rule in SMALL or rule in SECOND or right < reading.end:
        return False
    if rule == "apposition" and is_relative(reading, phrase):
        return True
    inner = [b + 1 for b in reading.borders if left < b < right - 1]
    lacks = not any(i < left for i in children(reading, reading.root, "obj", "ccomp", "xcomp", "obl"))
    return is_relative(reading, start) and lacks and any(reading.nodes[i].pos in ("DET", "NUM") for i in inner)


def _is_bare_phrase(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether an adverbial clause is a prepositional phrase that a noun before it needs: "the result, she says, of…"."""
    start = first_word(reading, left)
    if rule != "adverbial clause" or left == 0 or reading.nodes[start].pos != "ADP":
        return False
    return not any(reading.nodes[i].pos in VERBS for i in range(start + 1, min(start + 6, right)))


def _holds_participles(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a relative clause is followed in the piece by what somebody is doing: ", whose…, kicking and shoving"."""
    start = first_word(reading, left)
    if not is_relative(reading, start):
        return False
    after = [b + 1 for b in reading.borders if left < b < right - 1]
    return any(re.fullmatch(reading.language.bare_participles, reading.words[i]) for i in after if reading.nodes[i].pos == "VERB")


def _leaves_second_verb(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a second verb follows that may belong to the piece: "by the port, which prepares X, and has urged Y"."""
    after = right + 1 if right < reading.end and reading.words[right] == "," else right
    if rule not in NAMING or left == 0 or after + 1 >= reading.end or reading.nodes[after].pos != "CCONJ":
        return False
    verb = next((i for i in range(after + 1, min(after + 4, reading.end)) if reading.nodes[i].pos in VERBS), reading.end)
    if verb == reading.end or any(reading.nodes[i].pos not in ("ADV", "PART", "PRON", "AUX") for i in range(after + 1, verb)):
        return False
    second = reading.nodes[verb].head if reading.nodes[verb].relation in ("aux", "cop") else verb
    helpers = [{reading.words[i] for i in children(reading, place, "aux", "cop")} for place in (reading.root, second)]
    # The verb is that of the main subject where the tree says so and an auxiliary does not deny it.
    return reading.nodes[second].head != reading.root or (all(helpers) and not helpers[0] & helpers[1])


def _leaves_a_verb_alone(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a verb follows a side clause while the sentence before it is complete, so that its subject was in the piece.

    "He has pleaded guilty in court, where a prosecutor said one of them, a child, is ill."
    """
    language, start = reading.language, first_word(reading, left)
    is_side = rule == "adverbial clause" or (rule == "relative clause" and reading.words[start] in language.place_relatives)
    if not is_side or left == 0 or right >= reading.end or not is_finite(reading, right) or reading.quoted[right]:
        return False
    verb = next((i for i in range(left) if is_finite(reading, i) and not reading.quoted[i]), left)
    return verb < left and not _side_marks(language) & set(reading.words[:verb])


def _holds_subject(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the subject stands in the piece, behind what is said of an opening phrase or bare noun.

    "In a first clip, seen by thousands, ten men, hooded, pose…", "Singer, who…, her father was held".
    """
    opens = reading.nodes[0].pos in ("NOUN", "ADP", "VERB", "ADJ") and not any(border < left for border in reading.borders)
    if (
        rule not in NAMING
        or left == 0
        or not opens
        or not any(is_finite_or_past(reading, i) for i in range(right, min(right + 3, reading.end)))
    ):
        return False
    inner = [b + 1 for b in reading.borders if left < b < right - 1]
    return any(reading.nodes[i].pos in ("DET", "PROPN", "NUM") for i in inner)


def _leaves_apposition(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether what stands behind a place may be said of it: "At noon, on the quay, the last one, three women wait"."""
    start = right + 1 if right < reading.end and reading.words[right] == "," else right
    end = next((border for border in reading.borders if border > start), reading.end)
    if rule != "circumstance" or end + 1 >= reading.end or any(is_finite(reading, i) for i in (*range(left), *range(start, end))):
        return False
    return reading.nodes[start].pos == "DET" and reading.nodes[end + 1].pos in ("DET", "NUM")


TREE_REFUSALS: tuple[Callable[[Reading, int, int, str], bool], ...] = (
    _strips_apposition,
    _hides_subject,
    _is_main_verb,
    _goes_beyond,
    _leaves_comma,
    _leaves_no_subject,
    _is_bare_clause,
    is_in_relative,
    _bears_limit,
    _holds_dash,
    _is_odd_aside,
    _is_past_form,
    _parts_attribution,
    _holds_object,
    _is_bare_phrase,
    _holds_participles,
    _leaves_second_verb,
    _leaves_a_verb_alone,
    _holds_subject,
    _leaves_apposition,
)
