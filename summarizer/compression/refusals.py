"""What speaks against a cut, however it was found: a line that stays long is better than a faulty one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.compression.marks import opens_apposition, places
from summarizer.compression.reading import NOMINALS, VERBS, Reading, is_attribution
from summarizer.compression.signs import is_finite
from summarizer.languages.record import Language
from summarizer.results import Deletion
from summarizer.words import is_balanced

_DASH = re.compile(r" (?:-|--|–|—)(?= )")
_QUOTES = re.compile(r"[«»\"“”‘’]")
_MARKS = ",-–—"
# Rules that cut no clause of its own: a word, a bracket, a setting of speech.
_SMALL = ("small words", "brackets", "age", "speech setting", "speech circumstance", "connective", "opener", "joined sentence")
_SECOND = ("second clause", "second predicate", "second statement")
_OPENINGS = ("opening", "adverbial", "opener")
_NAMING = ("apposition", "inserted clause", "relative clause", "participle clause")
_SETTINGS = ("circumstance", "closing adverbial", "purpose", "adverbial", "closing clause")
# How many characters before a cut are searched for a list or a verb that needs what follows.
_NEAR = 130


@dataclass(frozen=True, slots=True)
class Piece:
    """What a cut takes out of a text, with the words before and after it."""

    before: str
    piece: str
    after: str
    rule: str
    language: Language

    @property
    def starts_with(self) -> str:
        """The first word of the piece in lower case."""
        return next(iter(re.findall(r"[dlq]u?['’]|[\w-]+", self.piece.lower())), "")

    @property
    def is_final(self) -> bool:
        """Whether no word follows."""
        return re.search(r"\w", self.after) is None

    @property
    def segment(self) -> str:
        """The words between the last comma or dash before the piece and the piece."""
        return re.split(r"[,;:]| [-–—] ", self.before)[-1].strip()


def is_refused(cut: Deletion, *, text: str, reading: Reading | None, language: Language) -> bool:
    """Tell whether *cut* would leave a faulty sentence or one that claims something else.

    The positions of *cut* count from the start of *text*; *reading* may be missing where the sentence has no tree.
    """
    start, end = cut.span.start, cut.span.end
    piece = Piece(text[:start], text[start:end], text[end:], cut.rule, language)
    if any(refusal(piece) for refusal in _BY_WORDS):
        return True
    if reading is None:
        return False
    left, right = places(reading, cut.span)
    return left < right and any(refusal(reading, left, right, cut.rule) for refusal in _BY_TREE)


def _is_hedge(piece: Piece) -> bool:
    return piece.rule not in ("connective", "opener") and bool(re.search(piece.language.hedges, piece.piece, re.IGNORECASE))


def _leaves_relative(piece: Piece) -> bool:
    """Tell whether a relative clause follows that would hang on another noun."""
    if piece.rule in _SMALL or piece.rule in _OPENINGS:
        return False
    relatives = "|".join(sorted(piece.language.relative_starts | piece.language.complementizers))
    return re.match(rf"[\s,]*(?:\w+ |d['’]\s?)?(?:{relatives})\b", piece.after) is not None


def _leaves_inclusion(piece: Piece) -> bool:
    return piece.rule not in _SMALL and re.match(piece.language.inclusions, piece.after, re.IGNORECASE) is not None


def _takes_speaker(piece: Piece) -> bool:
    """Tell whether the piece is all that follows a quotation."""
    if not piece.is_final or not re.search(r"[»\"”’]\s?$", piece.before) or piece.rule in _SMALL:
        return False
    return piece.rule != "added statement" and piece.starts_with not in piece.language.relative_starts


def _has_odd_marks(piece: Piece) -> bool:
    """Tell whether the piece opens with another mark than it closes with, or an odd dash or quotation mark stays."""
    bare = piece.piece.strip()
    rest, whole = piece.before + piece.after, piece.before + piece.piece + piece.after
    if len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS and bare[0] != bare[-1]:
        return True
    if bare[:1] in "-–—" and bare[:1] and (piece.is_final or bare[-1:] not in "-–—"):
        return True
    if not len(_DASH.findall(whole)) % 2 and len(_DASH.findall(rest)) % 2:
        return True
    if piece.piece.count("‘") > len(re.findall(r"’(?!\w)", piece.piece)):
        return True
    return piece.rule != "joined sentence" and is_balanced(whole) and not (is_balanced(piece.piece) and is_balanced(rest))


def _is_named_later(piece: Piece) -> bool:
    return piece.rule in _NAMING and re.search(piece.language.referring_nouns, piece.after, re.IGNORECASE) is not None


def _is_announced(piece: Piece) -> bool:
    """Tell whether a demonstrative before the noun announces the clause that would go."""
    first = piece.segment.split(" ")[0].lower()
    return piece.rule not in (*_SMALL, *_SECOND, *_SETTINGS) and first in piece.language.demonstratives


def _is_time_of_something(piece: Piece) -> bool:
    """Tell whether the rest needs the time or the occasion: a total, a share, a word that points back to it."""
    language, rest = piece.language, piece.before + piece.after
    if piece.rule in _OPENINGS and re.search(language.totals, piece.after, re.IGNORECASE):
        return True
    if piece.rule in ("circumstance", "small words") and not piece.piece.startswith(","):
        if piece.rule == "circumstance" and re.search(language.shares, piece.before, re.IGNORECASE):
            return True
        named = piece.piece.strip()[:1].isupper() and piece.before.split()[-1:] and piece.before.split()[-1][0].isupper()
        return bool(named) or re.search(language.time_echoes, rest, re.IGNORECASE) is not None
    return piece.rule in (*_OPENINGS, "speech setting") and bool(re.search(language.time_echoes, rest, re.IGNORECASE))


def _is_vouched_for(piece: Piece) -> bool:
    """Tell whether a source behind the piece vouches for a quotation or a figure in it."""
    source = re.match(rf"[\s,]*(?:{piece.language.attribution_starts})", piece.after.lower().replace("'", "' "))
    claim = _QUOTES.search(piece.piece) or re.search(r"\d", piece.piece)
    return (
        piece.rule not in _SMALL and source is not None and (claim is not None or piece.rule in ("closing adverbial", "purpose"))
    )


def _is_listed(piece: Piece) -> bool:
    """Tell whether the piece may be one of several charges or of a list."""
    near = re.split(r"[.;:]", piece.before[-_NEAR:])[-1]
    if piece.rule in _SMALL or piece.rule in _OPENINGS or piece.starts_with in piece.language.relative_starts:
        return False
    is_article = piece.starts_with in piece.language.definite_articles | piece.language.indefinite_articles
    return not is_article and re.search(piece.language.listing_words, near, re.IGNORECASE) is not None


def _completes(piece: Piece) -> bool:
    """Tell whether a verb before the piece needs it beside its object."""
    if piece.rule not in _SETTINGS or piece.starts_with not in piece.language.completions:
        return False
    near = re.split(r"[.;:]", piece.before[-_NEAR:])[-1]
    return re.search(piece.language.needy_verbs, near, re.IGNORECASE) is not None


def _is_bare_relative(piece: Piece) -> bool:
    is_open = piece.piece.strip()[:1] not in _MARKS
    return is_open and piece.rule not in (*_OPENINGS, "brackets") and piece.starts_with in piece.language.relative_starts


def _is_cleft(piece: Piece) -> bool:
    """Tell whether the piece is the second half of "c'est là, qu'il…"."""
    return piece.starts_with in piece.language.complementizers and piece.rule not in _SMALL


def _is_in_reason(piece: Piece) -> bool:
    if not piece.is_final or piece.rule in _SMALL or piece.rule in _SECOND:
        return False
    return re.search(piece.language.reasons, piece.segment, re.IGNORECASE) is not None


def _leaves_bracket_comma(piece: Piece) -> bool:
    return piece.rule == "age" and re.match(r"\s*,?\s*\(", piece.after) is not None


def _strips_apposition(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece takes the comma that closes an apposition before it: "One of them, Ann Holt, a nurse, told"."""
    borders = [b for b in reading.borders if b < left]
    if rule not in (*_NAMING, "age") or reading.words[right - 1] != ",":
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


def _is_last_of_three(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the second statement is the third of a series that a bare comma begins, or has no verb before it."""
    if rule not in _SECOND:
        return False
    nodes = reading.nodes
    if nodes[left - 1].pos == "PRON":
        return True
    marks = [i for i in range(left) if nodes[i].relation == "mark" and nodes[i].pos in ("SCONJ", "ADP")]
    if marks and not any(node.pos in VERBS for node in nodes[marks[-1] + 1 : left]):
        return True
    first = next((i for i in range(left) if is_finite(reading, i)), left)
    commas = [b for b in reading.borders if first < b < left]
    bare = nodes[left].pos == "CCONJ"
    return any((bare and comma > reading.root) or _is_statement(reading, comma + 1, left) for comma in commas)


def _is_statement(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a clause with a subject and no conjunction starts here, or another member of a list of verbs."""
    nodes, words, language = reading.nodes, reading.words, reading.language
    if nodes[start].pos in VERBS and not re.fullmatch(language.non_finite, words[start]):
        return start > reading.root or nodes[start].pos == "VERB"
    opened = language.relative_starts | language.complementizers | language.bound_starts | language.conjunctions
    if words[start] in opened or nodes[start].pos not in (*NOMINALS, "PRON"):
        return False
    verb = next((i for i in range(start, end) if nodes[i].pos in VERBS), end)
    return verb < end and not set(words[start:verb]) & opened


def _is_main_verb(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether the piece starts with a past form behind the comma that closes a relative clause."""
    borders = [b for b in reading.borders if b < left]
    start = left + 1 if left in reading.borders else left
    if not borders or start >= right or reading.nodes[start].pos not in VERBS or rule in _SMALL:
        return False
    after = reading.words[borders[-1] + 1 : borders[-1] + 4]
    return bool(set(after) & reading.language.relative_starts) and not re.fullmatch(
        reading.language.non_finite, reading.words[start]
    )


def _goes_beyond(reading: Reading, left: int, right: int, rule: str) -> bool:
    """Tell whether a setting goes on behind a second comma with what the sentence may need: ", after X, on Y"."""
    if rule not in ("circumstance", "closing adverbial", "purpose"):
        return False
    inner = [b for b in reading.borders if left < b < right - 1]
    return any(reading.nodes[b + 1].pos in ("ADP", "SCONJ", *VERBS) for b in inner)


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
    return not before


def _is_outside_brackets(reading: Reading, place: int) -> bool:
    before = reading.text[: reading.nodes[place].span.start]
    return before.count("(") == before.count(")")


_BY_WORDS: tuple[Callable[[Piece], bool], ...] = (
    _is_hedge,
    _leaves_relative,
    _leaves_inclusion,
    _takes_speaker,
    _has_odd_marks,
    _is_named_later,
    _is_announced,
    _is_time_of_something,
    _is_vouched_for,
    _is_listed,
    _completes,
    _is_bare_relative,
    _is_cleft,
    _is_in_reason,
    _leaves_bracket_comma,
)
_BY_TREE: tuple[Callable[[Reading, int, int, str], bool], ...] = (
    _strips_apposition,
    _hides_subject,
    _is_last_of_three,
    _is_main_verb,
    _goes_beyond,
    _leaves_comma,
)
