"""What speaks against a cut, however it was found: a line that stays long is better than a faulty one."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from summarizer.compression.kinds import NAMING, OPENINGS, SECOND, SETTINGS, SMALL, Piece
from summarizer.compression.list_refusals import LIST_REFUSALS
from summarizer.compression.marks import places
from summarizer.compression.need_refusals import NEED_REFUSALS
from summarizer.compression.reading import Reading
from summarizer.compression.tree_refusals import TREE_REFUSALS, is_in_relative
from summarizer.languages.record import Language
from summarizer.results import Deletion
from summarizer.words import is_balanced

_DASH = re.compile(r" (?:-|--|–|—)(?= )")
_QUOTES = re.compile(r"[«»\"“”‘’]")
_MARKS = ",-–—"
# What may stand behind the only dash of a sentence and say no more than it would behind a comma.
_AFTER_DASH = ("participle clause", "relative clause", "examples", "closing adverbial")
# How many characters before a cut are searched for a list or a verb that needs what follows.
_NEAR = 130
# How many characters before a relative clause hold the noun that it belongs to.
_CLOSE = 50


def is_refused(cut: Deletion, *, text: str, reading: Reading | None, language: Language, is_likely: bool = False) -> bool:
    """Tell whether *cut* would leave a faulty sentence or one that claims something else.

    The positions of *cut* count from the start of *text*; *reading* may be missing where the sentence has no tree. Less speaks
    against a cut that *is_likely* one of an editor.
    """
    outweighed = _OUTWEIGHED if is_likely else ()
    start, end = cut.span.start, cut.span.end
    piece = Piece(text[:start], text[start:end], text[end:], cut.rule, language)
    if any(refusal(piece) for refusal in (*_BY_WORDS, *NEED_REFUSALS) if refusal not in outweighed):
        return True
    if reading is None:
        return False
    left, right = places(reading, cut.span)
    by_tree = [refusal for refusal in (*TREE_REFUSALS, *LIST_REFUSALS) if refusal not in outweighed]
    return left < right and any(refusal(reading, left, right, cut.rule) for refusal in by_tree)


def _is_hedge(piece: Piece) -> bool:
    return piece.rule not in ("connective", "opener") and bool(re.search(piece.language.hedges, piece.piece, re.IGNORECASE))


def _leaves_relative(piece: Piece) -> bool:
    """Tell whether a relative clause follows that would hang on another noun."""
    if piece.rule in SMALL or piece.rule in OPENINGS:
        return False
    relatives = "|".join(sorted(piece.language.relative_starts | piece.language.complementizers))
    return re.match(rf"[\s,]*(?:\w+ |d['’]\s?)?(?:{relatives})\b", piece.after) is not None


def _leaves_inclusion(piece: Piece) -> bool:
    return piece.rule not in SMALL and re.match(piece.language.inclusions, piece.after, re.IGNORECASE) is not None


def _takes_speaker(piece: Piece) -> bool:
    """Tell whether the piece is all that follows a quotation."""
    if not piece.is_final or not re.search(r"[»\"”’]\s?$", piece.before) or piece.rule in SMALL:
        return False
    return piece.rule != "added statement" and piece.starts_with not in piece.language.relative_starts


def _has_odd_marks(piece: Piece) -> bool:
    """Tell whether the piece opens with another mark than it closes with, or an odd dash or quotation mark stays."""
    bare = piece.piece.strip()
    rest, whole = piece.before + piece.after, piece.before + piece.piece + piece.after
    if len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS and bare[0] != bare[-1]:
        return True
    if piece.is_final and piece.before.rstrip()[-1:] in ("-", "–", "—"):
        return True
    lone = piece.is_final and piece.rule in _AFTER_DASH and len(_DASH.findall(whole)) == 1
    if bare[:1] in "-–—" and bare[:1] and not lone and (piece.is_final or bare[-1:] not in "-–—"):
        return True
    if not len(_DASH.findall(whole)) % 2 and len(_DASH.findall(rest)) % 2:
        return True
    if piece.piece.count("‘") > len(re.findall(r"’(?!\w)", piece.piece)):
        return True
    return piece.rule != "joined sentence" and is_balanced(whole) and not (is_balanced(piece.piece) and is_balanced(rest))


def _is_named_later(piece: Piece) -> bool:
    return piece.rule in NAMING and re.search(piece.language.referring_nouns, piece.after, re.IGNORECASE) is not None


def _is_announced(piece: Piece) -> bool:
    """Tell whether a demonstrative before the noun announces the clause that would go."""
    if piece.rule in (*SMALL, *SECOND):
        return False
    words = re.findall(r"[\w-]+", piece.segment.lower())
    pairs = pairwise(words)
    said = any(one in piece.language.demonstratives and two in piece.language.relative_starts for one, two in pairs)
    return said or bool(set(words[:2]) & piece.language.demonstratives)


def _is_time_of_something(piece: Piece) -> bool:
    """Tell whether the rest needs the time or the occasion: a total, a share, a word that points back to it."""
    language, rest = piece.language, piece.before + piece.after
    if piece.rule in OPENINGS and re.search(language.totals, piece.after, re.IGNORECASE):
        return True
    if piece.rule in ("circumstance", "small words") and not piece.piece.startswith(","):
        if piece.rule == "circumstance" and re.search(language.shares, piece.before, re.IGNORECASE):
            return True
        named = piece.piece.strip()[:1].isupper() and piece.before.split()[-1:] and piece.before.split()[-1][0].isupper()
        return bool(named) or re.search(language.time_echoes, rest, re.IGNORECASE) is not None
    return piece.rule in (*OPENINGS, "speech setting") and bool(re.search(language.time_echoes, rest, re.IGNORECASE))


def _is_vouched_for(piece: Piece) -> bool:
    """Tell whether a source behind the piece vouches for a quotation or a figure in it."""
    source = re.match(rf"[\s,]*(?:{piece.language.attribution_starts})", piece.after.lower().replace("'", "' "))
    claim = _QUOTES.search(piece.piece) or re.search(r"\d", piece.piece)
    return (
        piece.rule not in SMALL and source is not None and (claim is not None or piece.rule in ("closing adverbial", "purpose"))
    )


def _is_listed(piece: Piece) -> bool:
    """Tell whether the piece may be one of several charges or of a list."""
    near = re.split(r"[.;:]", piece.before[-_NEAR:])[-1]
    if piece.rule in SMALL or piece.rule in OPENINGS or piece.starts_with in piece.language.relative_starts:
        return False
    is_article = piece.starts_with in piece.language.definite_articles | piece.language.indefinite_articles
    listed = list(re.finditer(piece.language.listing_words, near, re.IGNORECASE))
    # A verb of its own behind the list ends it.
    ended = bool(listed) and bool(set(re.findall(r"\w+", near[listed[-1].end() :].lower())) & piece.language.auxiliaries)
    return not is_article and bool(listed) and not ended


def _completes(piece: Piece) -> bool:
    """Tell whether a verb before the piece needs it beside its object."""
    if piece.rule not in SETTINGS or piece.starts_with not in piece.language.completions:
        return False
    near = re.split(r"[.;:]", piece.before[-_NEAR:])[-1]
    if piece.piece.startswith(",") and "," not in near:
        # A complement stands behind a comma only where that closes an insertion.
        return False
    return re.search(piece.language.needy_verbs, near, re.IGNORECASE) is not None


def _is_bare_relative(piece: Piece) -> bool:
    is_open = piece.piece.strip()[:1] not in _MARKS
    return is_open and piece.rule not in (*OPENINGS, "brackets") and piece.starts_with in piece.language.relative_starts


def _is_cleft(piece: Piece) -> bool:
    """Tell whether the piece is the second half of "c'est là, qu'il…"."""
    return piece.starts_with in piece.language.complementizers and piece.rule not in SMALL


def _says_who(piece: Piece) -> bool:
    """Tell whether the piece ends with a verb that reports speech: ", the document states,"."""
    words = re.findall(r"\w+", piece.piece.lower())
    verbs = piece.language.report_verbs | piece.language.further_report_verbs
    is_relative = piece.starts_with in piece.language.relative_starts
    return piece.rule == "inserted clause" and not is_relative and bool(words) and words[-1] in verbs


def _bounds_all(piece: Piece) -> bool:
    """Tell whether a relative clause says which "all" are meant."""
    is_relative = piece.starts_with in piece.language.relative_starts
    return is_relative and re.search(piece.language.totalities, piece.before[-_CLOSE:], re.IGNORECASE) is not None


def _is_cleft_relative(piece: Piece) -> bool:
    """Tell whether the piece is the claim of "c'est X qui…"."""
    near = re.split(r"[.;:]", piece.before)[-1]
    starts = piece.starts_with in piece.language.relative_starts | piece.language.complementizers
    return starts and re.search(piece.language.clefts, near, re.IGNORECASE) is not None


def _is_in_reason(piece: Piece) -> bool:
    if not piece.is_final or piece.rule in SMALL or piece.rule in SECOND:
        return False
    return re.search(piece.language.reasons, piece.segment, re.IGNORECASE) is not None


def _is_bound_bracket(piece: Piece) -> bool:
    """Tell whether a bracket belongs to a quotation or to half a word before it."""
    if piece.rule != "brackets":
        return False
    return re.search(r"[»\"”-]\s?$", piece.before) is not None or piece.piece.strip(" ()[]").endswith("-")


def _leaves_bracket_comma(piece: Piece) -> bool:
    return piece.rule == "age" and re.match(r"\s*,?\s*\(", piece.after) is not None


def _takes_main_clause(piece: Piece) -> bool:
    """Tell whether a sentence that opens in a subordinate clause would lose all behind it: the cut runs over its comma."""
    opens = re.match(rf"\W*{piece.language.clause_openers}", piece.before, re.IGNORECASE) is not None
    return opens and "," not in piece.before and "," in piece.piece.strip(" ,") and not piece.after.strip(" .!?")


def _leaves_date(piece: Piece) -> bool:
    """Tell whether the day of the week goes and its number stays ("ce samedi 22 février")."""
    words = re.findall(r"\w+", piece.piece.lower())
    return bool(words) and words[-1] in piece.language.calendar and re.match(r"\s?\d", piece.after) is not None


def _leaves_marks_together(piece: Piece) -> bool:
    """Tell whether a comma would follow a colon or a bracket at once: "a surprise: in May, the port opened"."""
    return re.search(r"[:;(]\s*$", piece.before) is not None and piece.after.lstrip().startswith(",")


def _leaves_open_end(piece: Piece) -> bool:
    """Tell whether the rest would end, or come to a comma, on a word that governs what the piece says: "near the quay and."."""
    if not piece.before.strip() or not re.match(r"\W*$|\s*[,;:)]", piece.after):
        return False
    last = piece.before.lower().replace("’", "'").split()[-1]
    return last in piece.language.open_words and piece.piece.lstrip()[:1] not in _MARKS


_BY_WORDS: tuple[Callable[[Piece], bool], ...] = (
    _is_hedge,
    _leaves_date,
    _takes_main_clause,
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
    _says_who,
    _bounds_all,
    _is_cleft_relative,
    _is_in_reason,
    _is_bound_bracket,
    _leaves_bracket_comma,
    _leaves_marks_together,
    _leaves_open_end,
)
# Of 22 likely cuts against which only these speak, and of which the judges were sure, readers called none bad.
_OUTWEIGHED = (_completes, is_in_relative)
