"""Stage 7: a sentence -> a shorter one, by deletion only; every deletion is recorded with its rule and its span.

Nothing is cut that carries a negation, a condition, a modal or a hedge, and nothing inside a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.languages.record import Language
from summarizer.results import Deletion, Line, RankedSentence
from summarizer.types import Sentence, Span
from summarizer.words import count_words, finish

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DASHES = re.compile(r"(?<=[^\W\d]) (?:--|[–—]) ?(?=[^\W\d])[^–—.;«»\"“”]{3,140}? ?(?:--|[–—])(?=[ ,])")
_QUOTED = re.compile(r"[«\"“][^«»\"“”]*[»\"”]|‘[^’]{12,}’(?!\w)|(?<!\w)'[^']{12,}'(?!\w)")


def compress_all(ranked: Sequence[RankedSentence], *, language: Language, limit: int) -> dict[int, Line]:
    """Return the compressed line of every ranked sentence, by the sentence's index."""
    return {item.sentence.index: compress(item.sentence, language=language, limit=limit) for item in ranked}


def compress(sentence: Sentence, *, language: Language, limit: int) -> Line:
    """Return *sentence* as a line, with its opener cut, and further pieces while it has more than *limit* words.

    The line may stay longer than *limit* when nothing more can be cut safely. The text is the sentence's own words in their
    order; first letter and full stop are put in place.
    """
    deletions: list[Deletion] = [_moved(cut, sentence) for cut in _openers(sentence.text, language)]
    for cut in _candidates(sentence.text, language):
        if count_words(_apply(sentence, deletions)) <= limit:
            break
        moved = _moved(cut, sentence)
        if not any(moved.span.overlaps(other.span) for other in deletions):
            deletions.append(moved)
    ordered = tuple(sorted(deletions, key=lambda deletion: deletion.span))
    return Line(finish(_apply(sentence, ordered)), (sentence.span,), ordered)


def _openers(text: str, language: Language) -> Iterator[Deletion]:
    for pattern in _compiled(language.discourse_openers):
        match = pattern.match(text)
        if match and count_words(text[match.end() :]) >= 5 and not _has_doubt(match.group(), language):
            yield Deletion("opener", Span(*match.span()))
            return


def _candidates(text: str, language: Language) -> Iterator[Deletion]:
    """Yield what may be cut, the least costly first, leaving out what holds a doubt or stands in a quotation."""
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    rules = (
        ("brackets", (_BRACKETS,)),
        ("aside", (_DASHES,)),
        ("inserted clause", _compiled(language.inserted_clauses)),
        ("closing clause", _compiled(language.closing_clauses)),
    )
    for rule, patterns in rules:
        for pattern in patterns:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                if not any(span.overlaps(quote) for quote in quoted) and _is_safe(match.group(), rule, text, language):
                    yield Deletion(rule, span)


def _is_safe(piece: str, rule: str, text: str, language: Language) -> bool:
    """Tell whether cutting *piece* leaves a sentence that says nothing else than before."""
    if rule == "closing clause" and (_goes_on(piece, language) or (";" in piece and ":" in text)):
        return False
    return not _has_doubt(piece, language) and len(piece) * 3 < len(text) * 2


def _has_doubt(piece: str, language: Language) -> bool:
    return any(doubt.search(piece) for doubt in _compiled(language.doubts))


def _goes_on(piece: str, language: Language) -> bool:
    """Tell whether a closing clause holds the main verb after all (", formée en mai, a gagné le match")."""
    after_commas = piece[1:].split(",")[1:]
    return any(set(re.findall(r"\w+", part)[:4]) & language.auxiliaries for part in after_commas)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _moved(deletion: Deletion, sentence: Sentence) -> Deletion:
    start = sentence.span.start
    return Deletion(deletion.rule, Span(deletion.span.start + start, deletion.span.end + start))


def _apply(sentence: Sentence, deletions: list[Deletion] | tuple[Deletion, ...]) -> str:
    text, start = sentence.text, sentence.span.start
    for deletion in sorted(deletions, key=lambda cut: cut.span, reverse=True):
        before, after = text[: deletion.span.start - start], text[deletion.span.end - start :]
        space = " " if before[-1:].isalnum() and after[:1].isalnum() else ""
        text = f"{before}{space}{after}"
    return text
