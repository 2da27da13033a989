"""What of a sentence may be cut: the finds of the rules and every piece that the judge is sure of, without what holds a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from summarizer.compression.circumstances import closing_circumstances, opening_phrases, speech_settings
from summarizer.compression.clauses import is_whole, name_appositions, removable_clauses
from summarizer.compression.coordination import second_statements
from summarizer.compression.insertions import ages, follows_noun, inserted_clauses
from summarizer.compression.marks import with_lone_comma
from summarizer.compression.pieces import pieces, stretches
from summarizer.compression.reading import Reading, is_attribution, read
from summarizer.compression.refusals import is_refused
from summarizer.compression.relatives import clauses_of_something
from summarizer.compression.seams import seam_grams
from summarizer.compression.tails import closing_clauses
from summarizer.compression.traits import Judged, measure_cuts
from summarizer.judge import Judge
from summarizer.languages.record import Language
from summarizer.quotations import SINGLE_QUOTED
from summarizer.results import Deletion
from summarizer.types import Node, Span
from summarizer.words import count_words, is_balanced

# "(...)" is what was left out of a quotation.
_BRACKETS = re.compile(r"\s*[(\[](?!\.\.\.|…)[^()\[\]]*[)\]]")
_DASHES = re.compile(r"(?<=[^\W\d]) (?:--|[–—]) ?(?=[^\W\d])[^–—.;«»\"“”]{3,140}? ?(?:--|[–—])(?=[ ,])")
# What patterns alone find and need no tree for.
_MARKED = ("brackets", "aside", "speech circumstance")
# What reads the tree, the surest first.
_RULES: tuple[Callable[[Reading], Iterator[Deletion]], ...] = (
    speech_settings,
    inserted_clauses,
    closing_clauses,
    second_statements,
    opening_phrases,
    closing_circumstances,
    clauses_of_something,
    ages,
)
# What is said there of who speaks must stay.
_LATE = ("closing clause", "adverbial clause", "apposition")
_QUOTED = re.compile(rf"[«\"“][^«»\"“”]*[»\"”]|{SINGLE_QUOTED}")
# How sure a cut is that nothing but a pattern found.
_MARKED_SURE, _BY_PATTERN = 0.97, 0.9
# Rules that a sentence is shortened by only where it comes to its length so, and how sure a cut of theirs is at most.
_LAST_RESORTS = frozenset(
    ("speech setting", "opening", "circumstance", "closing adverbial", "purpose", "closing relative", "small words")
)
_LAST_SURE = 0.88
# What a rule found is made from the first of these on, and counts at least the second; what only the tree proposes must be as
# sure as the third. Of held-out cuts from 0.8 on readers called 7 (FR) and 5 (EN) of 100 bad, from 0.75 on 7 and 8.
_KNOWN_SURE, _KNOWN_COUNTS, _NEW_SURE = 0.75, 0.86, 0.8
# The same for what an editor would likely delete: of such held-out cuts readers called 5 (FR) and 8 (EN) of 100 bad.
_LIKELY_SURE = 0.7
# The judge learned from sentences of more than so many words; in shorter ones the rules are trusted and nothing else is cut.
_LEARNED = 30


# Takes cuts and how sure the judge is of each; gives how sure they are beside another opinion.
Weighing = Callable[[Sequence[Span], Sequence[float]], list[float]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cut, and how sure it is that the sentence without it is printable and says nothing else (0 to 1).

    One that is ``needed`` is made only where it helps to bring the sentence to its length.
    """

    cut: Deletion
    sureness: float
    is_needed: bool


def propose(
    text: str,
    nodes: Sequence[Node],
    *,
    language: Language,
    judge: Judge,
    second: Weighing | None = None,
    likely: Sequence[Span] = (),
) -> list[Candidate]:
    """Return what may be cut from *text*, each with its sureness; positions count from the start of *text*.

    *second* weighs another opinion in with what the judge says of some cuts; *likely* are words that an editor would delete.
    """
    reading, judged = survey(text, nodes, language=language, likely=likely)
    judged = [one for one in judged if one.is_likely or not one.is_refused]
    if reading is None:
        return [_trusted(one.cut, _BY_PATTERN) for one in judged]
    marked = [one for one in judged if one.is_known and one.cut.rule in (*_MARKED, "small words")]
    rest = [one for one in judged if one not in marked]
    found = [_trusted(one.cut, _MARKED_SURE) for one in marked]
    if count_words(text) <= _LEARNED:
        return found + [_trusted(one.cut, _KNOWN_COUNTS) for one in rest if one.is_known]
    shares = judge.sureness(measure_cuts(rest, reading), [seam_grams(one.cut, reading) for one in rest])
    if second is not None:
        shares = second([one.cut.span for one in rest], shares)
    for one, share in zip(rest, shares, strict=True):
        if one.is_known and not one.is_refused and share >= _KNOWN_SURE:
            found.append(_trusted(one.cut, max(share, _KNOWN_COUNTS)))
        elif (one.is_refused or not one.is_known) and share >= (_LIKELY_SURE if one.is_likely else _NEW_SURE):
            found.append(Candidate(one.cut, share, is_needed=True))
    return found


def _trusted(cut: Deletion, sureness: float) -> Candidate:
    is_last = cut.rule in _LAST_RESORTS
    return Candidate(cut, min(sureness, _LAST_SURE) if is_last else sureness, is_needed=is_last)


def survey(
    text: str, nodes: Sequence[Node], *, language: Language, likely: Sequence[Span] = ()
) -> tuple[Reading | None, list[Judged]]:
    """Return the reading of *text*, where there is one, and all pieces that might go, each once, refused ones too.

    *likely* are words that an editor would delete, whatever the tree says of them.
    """
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    reading = read(text, nodes, quoted=quoted, language=language)
    found: dict[Span, Judged] = {}
    known = [(cut, True) for cut in _by_rules(text, nodes, reading, quoted, language)]
    others = [(cut, False) for cut in pieces(reading)] if reading is not None and is_balanced(text) else []
    for cut, is_known in (*known, *others):
        cut = with_lone_comma(cut, reading)
        is_safe = is_known or (_leaves_balance(cut.span, text) and _is_safe(cut.span.of(text), cut.rule, text, language))
        if cut.span in found or not is_safe:
            continue
        refused = is_refused(cut, text=text, reading=reading, language=language)
        found[cut.span] = Judged(cut, is_known, refused)
    if reading is not None and is_balanced(text):
        found |= {one.cut.span: one for one in _likely_cuts(reading, likely, found)}
    return reading, list(found.values())


def _likely_cuts(reading: Reading, likely: Sequence[Span], found: Mapping[Span, Judged]) -> Iterator[Judged]:
    """Yield the cuts of what is *likely* one, those among *found* too."""
    refused = partial(is_refused, text=reading.text, reading=reading, language=reading.language)
    for stretch in stretches(reading, likely):
        cut = with_lone_comma(stretch, reading)
        if has_doubt(cut.span.of(reading.text), reading.language) or not _leaves_balance(cut.span, reading.text):
            continue
        known = found.get(cut.span) or Judged(cut, False, refused(cut))
        yield replace(known, is_likely=not refused(cut, is_likely=True))


def _leaves_balance(span: Span, text: str) -> bool:
    return is_balanced(span.of(text)) and is_balanced(text[: span.start] + text[span.end :])


def _by_rules(
    text: str, nodes: Sequence[Node], reading: Reading | None, quoted: Sequence[Span], language: Language
) -> list[Deletion]:
    """Return what the patterns, the clauses between commas and the rules of the tree would cut."""
    found = _by_pattern(text, quoted, language)
    cuts = [cut for cut in found if cut.rule in (*_MARKED, "small words") or is_whole(nodes, cut.span)]
    for cut in (*removable_clauses(text, nodes, language), *name_appositions(text, nodes)):
        if not any(quote.overlaps(cut.span) for quote in quoted) and _is_safe(cut.span.of(text), cut.rule, text, language):
            cuts.append(cut)
    cuts = [cut for cut in cuts if cut.rule in _MARKED or not nodes or (reading is not None and _is_sound(reading, cut))]
    if reading is not None and is_balanced(text):
        cuts += _by_the_tree(reading)
    return cuts


def _is_sound(reading: Reading, cut: Deletion) -> bool:
    """Tell whether a cut by pattern or subtree neither starts with who says it nor is the subject behind an opening phrase."""
    places = [i for i, node in enumerate(reading.nodes) if cut.span.covers(node.span) and node.pos != "PUNCT"]
    if not places or not cut.span.start:
        return True
    if cut.rule == "inserted clause" and not follows_noun(reading, places[0] - 1):
        return False
    before = [border for border in reading.borders if border < places[0] - 1]
    if cut.rule == "closing clause" and before and reading.nodes[places[0]].pos == "VERB":
        # "Vera Holt, head of the port, signed…": the main verb behind what is said of a name.
        return reading.nodes[before[-1] - 1].pos != "PROPN"
    return not is_attribution(reading, places[0])


def _by_the_tree(reading: Reading) -> Iterator[Deletion]:
    """Yield what the rules of the tree would cut and what holds no doubt."""
    text, language = reading.text, reading.language
    for rule in _RULES:
        for cut in rule(reading):
            piece = cut.span.of(text)
            doubts = language.doubts[2:3] if cut.rule == "added statement" else language.doubts
            bare = re.sub(language.amounts, "", piece, flags=re.IGNORECASE)
            if not is_balanced(piece) or len(piece) * 3 >= len(text) * 2 or any(d.search(bare) for d in compiled(doubts)):
                continue
            if cut.rule != "apposition" or not set(re.findall(r"\w+", piece.lower())) & reading.report_verbs:
                yield cut


def _by_pattern(text: str, quoted: Sequence[Span], language: Language) -> Iterator[Deletion]:
    """Yield what patterns find, the least costly first, leaving out what holds a doubt or stands in a quotation."""
    rules = (
        ("small words", compiled(language.small_words)),
        ("brackets", (_BRACKETS,)),
        ("aside", (_DASHES,)),
        ("speech circumstance", compiled(language.speech_circumstances)),
        ("inserted clause", compiled(language.inserted_clauses)),
        ("closing clause", compiled(language.closing_clauses)),
    )
    for rule, patterns in rules:
        for pattern in patterns:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                if not any(span.overlaps(quote) for quote in quoted) and _is_safe(match.group(), rule, text, language):
                    yield Deletion(rule, span)


def _is_safe(piece: str, rule: str, text: str, language: Language) -> bool:
    """Tell whether cutting *piece* leaves a sentence that says nothing else than before."""
    before = text[: text.find(piece)].rsplit(",", 1)
    if rule == "closing clause" and any(
        part.rsplit(None, 1)[-1:] and part.split()[-1].lower() in language.auxiliaries for part in before[:1]
    ):
        return False
    if rule == "closing clause" and (_goes_on(piece, language) or (";" in piece and ":" in text)):
        return False
    if rule in _LATE and set(re.findall(r"\w+", piece.lower())) & (language.report_verbs | language.further_report_verbs):
        return False
    if rule == "small words" and re.search(language.doubts[0], text, re.IGNORECASE):
        return False
    return not has_doubt(piece, language) and len(piece) * 3 < len(text) * 2


def has_doubt(piece: str, language: Language) -> bool:
    """Tell whether *piece* holds a negation, a condition, a modal, a hedge or the half of a comparison."""
    return any(doubt.search(piece) for doubt in compiled(language.doubts))


def _goes_on(piece: str, language: Language) -> bool:
    """Tell whether a closing clause holds the main verb after all (", formée en mai, a gagné le match")."""
    after_commas = piece[1:].split(",")[1:]
    return any(set(re.findall(r"\w+", part)[:4]) & language.auxiliaries for part in after_commas)


@cache
def compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return *patterns* compiled, without regard to case."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
