"""What speaks against a cut because the rest needs it: a cause, a complement, a contrast, a speaker, a time limit."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.compression.kinds import NAMING, SECOND, SETTINGS, SMALL, Piece

# A second predicate of so few words is what a sequence comes to ("and went over"), and cutting it saves little.
_SHORT = 4
# How many characters before a cut are searched for a quotation, a feeling or a verb in the future.
_NEAR = 130
_QUOTE = re.compile(r"[«»\"“”’']")


def _near(piece: Piece) -> str:
    return re.split(r"[.;:]", piece.before[-_NEAR:])[-1]


def _bears_focus(piece: Piece) -> bool:
    """Tell whether the clause is why the noun is held up: "Even Ann Holt, who …, lost"."""
    first = re.findall(r"[\w-]+", piece.segment.lower())[:1]
    return piece.rule in NAMING and bool(set(first) & piece.language.focus_marks)


def _gives_cause(piece: Piece) -> bool:
    """Tell whether an occasion says why somebody is furious, or whose father is meant."""
    return (
        piece.rule not in (*SMALL, *SECOND, *NAMING)
        and bool(piece.before)
        and piece.starts_with in piece.language.cause_marks
        and re.search(piece.language.cause_seekers, _near(piece), re.IGNORECASE) is not None
    )


def _is_outcome(piece: Piece) -> bool:
    return piece.rule == "second predicate" and len(piece.piece.split()) <= _SHORT


def _holds_speaker(piece: Piece) -> bool:
    """Tell whether the piece says who "I" and "we" are in what stays."""
    verbs = piece.language.report_verbs | piece.language.further_report_verbs
    if piece.rule in SMALL or not set(re.findall(r"\w+", piece.piece.lower())) & verbs:
        return False
    rest = re.sub(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", "", f"{piece.before} {piece.after}")
    own = re.search(rf"(?<![\w’']){piece.language.first_person}(?![\w’'])", rest)
    return own is not None and _QUOTE.search(piece.piece) is not None


def _parts_statements(piece: Piece) -> bool:
    """Tell whether an aside stands in for the comma before a conjunction: "the crash – … – but they"."""
    following = piece.after.split(None, 1)[:1]
    if piece.rule != "aside" or not following:
        return False
    relative = set(piece.after.lower().split()[:3]) & piece.language.relative_starts
    return (
        bool(relative)
        or following[0].lower() in piece.language.conjunctions
        or re.match(piece.language.contrast, piece.after.strip()) is not None
    )


def _introduces(piece: Piece) -> bool:
    """Tell whether a name that comes again behind the piece is spelled out in it: "the three – Ann Holt and … – …: Holt"."""
    if piece.rule not in (*NAMING, "aside"):
        return False
    names = set(re.findall(r"(?<=\s)[A-ZÀ-Ý][\w-]{3,}", piece.piece))
    return any(re.search(rf"\b{re.escape(name)}\b", piece.after) for name in names)


def _completes_noun(piece: Piece) -> bool:
    """Tell whether the rest would end on a noun that says nothing alone: "will play a key role"."""
    if piece.rule in SMALL or piece.rule in SECOND or not piece.is_final:
        return False
    return re.search(rf"\b(?:{piece.language.needy_nouns})[\s,]*$", piece.before, re.IGNORECASE) is not None


def _is_taken_up(piece: Piece) -> bool:
    """Tell whether a later word adds to what the piece names ("another illness") or stands by who it names ("with him")."""
    if piece.rule in NAMING:
        return re.search(piece.language.further_ones, piece.after, re.IGNORECASE) is not None
    return not piece.before.strip() and re.search(piece.language.company_echoes, piece.after, re.IGNORECASE) is not None


def _leaves_figure(piece: Piece) -> bool:
    """Tell whether the rest would start with a figure, which no sentence does."""
    return piece.rule not in SMALL and not piece.before.strip() and re.match(r"\W*\d", piece.after) is not None


def _leaves_second_half(piece: Piece) -> bool:
    """Tell whether the last member of a list stays that the piece began: "who infected X, then the minister, …"."""
    return piece.rule in NAMING and re.match(rf"[\s,]*{piece.language.list_ends}", piece.after.lower()) is not None


def _is_given_to(piece: Piece) -> bool:
    """Tell whether a verb right before the piece says nothing without whom something was sent to."""
    return piece.rule == "speech circumstance" and bool(re.search(piece.language.sending_verbs, piece.before, re.IGNORECASE))


def _holds_relative(piece: Piece) -> bool:
    """Tell whether the piece holds the clause that says which one is meant: "the road, luckily empty, which …"."""
    language = piece.language
    if piece.rule in SMALL:
        return False
    if piece.starts_with in language.relative_starts:
        inserted = re.search(rf"{language.definite_noun}, (?P<first>\w+) [^,]*$", piece.before)
        other = language.definite_articles | language.indefinite_articles | language.relative_starts | language.auxiliaries
        return inserted is not None and inserted["first"].islower() and inserted["first"] not in other
    behind = re.search(rf", (?:{'|'.join(sorted(language.relative_starts))})\b", piece.piece[1:])
    return behind is not None and re.search(rf"{language.definite_noun}$", piece.before) is not None


def _tells_topic(piece: Piece) -> bool:
    """Tell whether the piece says what a quotation before it is about."""
    is_closing = piece.piece.startswith(",") and piece.starts_with in piece.language.topic_participles
    return is_closing and re.search(r"[»\"”]|’(?!\w)", piece.before) is not None


def _limits_future(piece: Piece) -> bool:
    """Tell whether the piece says from when or until when something to come will hold."""
    return (
        piece.rule in SETTINGS
        and re.match(piece.language.time_limits, piece.piece.strip(" ,"), re.IGNORECASE) is not None
        and re.search(piece.language.futures, _near(piece), re.IGNORECASE) is not None
    )


def _ends_range(piece: Piece) -> bool:
    """Tell whether the piece is the second half of a range: "from the old quay, …, to the new one"."""
    return piece.rule in SETTINGS and re.search(piece.language.ranges, f"{_near(piece)}|{piece.piece}", re.IGNORECASE) is not None


def _ends_pair(piece: Piece) -> bool:
    """Tell whether the piece holds the second half of what a word before it binds: "between his first, …, and his last"."""
    bound = re.search(rf"(?:{piece.language.binders})([^;:]*)$", piece.segment, re.IGNORECASE)
    if bound is None or piece.rule in SMALL:
        return False
    first, second = (set(re.findall(r"\w+", words.lower())) for words in (bound.group(1), piece.piece))
    return bool(second & piece.language.conjunctions) and not first & piece.language.conjunctions


def _is_one_of_dates(piece: Piece) -> bool:
    """Tell whether a day stands against another in the sentence: "one in May, two on Monday and a third on Friday"."""
    if piece.rule != "small words" or not set(piece.segment.lower().split()[:1]) & piece.language.conjunctions:
        return False
    days, others = (set(re.findall(r"[\w’']+", text.lower())) for text in (piece.piece, piece.before))
    return bool(days & piece.language.calendar) and bool(others & piece.language.calendar)


def _bares_participle(piece: Piece) -> bool:
    """Tell whether the piece is the day that alone completes a participle: "in a report published Monday, …".

    The subject may follow at once ("affirme dans une étude publiée lundi Ann Holt").
    """
    last = re.findall(r"\w+", piece.before.lower())[-1:] or [""]
    ends = re.match(r",|\s[A-ZÀ-Ý]", piece.after) is not None
    is_bare = piece.rule == "small words" and ends and re.fullmatch(piece.language.participles, last[0])
    return bool(is_bare) and not set(piece.segment.lower().split()) & piece.language.auxiliaries


def _is_what_is_said(piece: Piece) -> bool:
    """Tell whether the piece is what a verb of saying right before its colon or semicolon announces."""
    last = re.findall(r"[^\W\d]+", piece.before.lower())[-1:] or [""]
    verbs = piece.language.report_verbs | piece.language.further_report_verbs
    said = last[0] in verbs or re.fullmatch(piece.language.bare_participles, last[0]) is not None
    return piece.piece.lstrip()[:1] in (";", ":") and said


def _is_last_member(piece: Piece) -> bool:
    """Tell whether a piece that should tell more of a noun starts with the conjunction of a list."""
    return piece.rule in NAMING and piece.starts_with in piece.language.conjunctions


def _is_list_of_something(piece: Piece) -> bool:
    """Tell whether a clause without a comma is the rest of a list: "a culture of ice taking, drinking and bullying"."""
    words = set(piece.piece.lower().split())
    return piece.rule == "closing relative" and "," in piece.piece and bool(words & piece.language.conjunctions)


def _defines_noun(piece: Piece) -> bool:
    """Tell whether an aim says what an indefinite thing right before it is for: "a bill to raise the fee"."""
    noun = rf"\b(?:{'|'.join(sorted(piece.language.indefinite_articles))}) [\w'’-]+(?: d[e'’] ?[\w-]+)?$"
    return piece.rule == "purpose" and re.search(noun, piece.before, re.IGNORECASE) is not None


def is_kept_seam(piece: Piece) -> bool:
    """Tell whether the words on the sides of the cut need each other: "two ways: A, …, and B", "but for lack of rain, …"."""
    if piece.rule in SMALL and piece.rule != "opener":
        return False
    seam = f"{piece.before}|{piece.piece}|{piece.after}"
    return any(re.search(pattern, seam, re.IGNORECASE) for pattern in piece.language.kept_seams)


NEED_REFUSALS: tuple[Callable[[Piece], bool], ...] = (
    _bears_focus,
    _gives_cause,
    _is_outcome,
    _holds_speaker,
    _parts_statements,
    _introduces,
    _completes_noun,
    _is_taken_up,
    _leaves_figure,
    _leaves_second_half,
    _is_given_to,
    _holds_relative,
    _tells_topic,
    _limits_future,
    _ends_range,
    _ends_pair,
    _is_one_of_dates,
    _bares_participle,
    _defines_noun,
    _is_what_is_said,
    _is_list_of_something,
    _is_last_member,
    is_kept_seam,
)
