"""The fix that makes headings of subheadings which stand inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.background import load_background
from summarizer.cleaning.plan import Changed
from summarizer.languages.record import Language
from summarizer.types import Block, BlockKind
from summarizer.words import fold, is_balanced

# An agency's subheading set between dashes inside a paragraph: 'avant l'été.- "Plan B" -Les voyageurs'.
_SUBHEADING = re.compile(r"(?<=[.!?…»\"”])\s*-\s?(?=\S)([^-–.\n]{2,70}?)\s?-\s?(?=[«\"“A-ZÀ-Ý])")
# One that lost its line break: "Accusation de viol collectifCes cinq jeunes gens".
_GLUED_SUBHEADING = re.compile(
    r"(?:^|(?<=[.!?…»\"”)] )|(?<=[.!?…][-–—•] ))"
    r"([«\"“]?[A-ZÀ-Ý0-9][^.!?…;:\n]{0,80}?\b[A-ZÀ-Ý]?[a-zà-ÿ]{3,}(?:[»\"”]| \([a-zà-ÿ ]{3,30}\))?)"
    r"(?=((?:[A-ZÀ-Ý][a-zà-ÿ]+|[AÀ])\b|[CDJLMNS]['’]))"
)
# One that is a quotation: 'a-t-elle insisté. "Une feuille blanche"Le leader', but not one that is a sentence with its stop.
_GLUED_QUOTATION = re.compile(
    r"(?:^|(?<=[.!?…»\"”)] ))((?:[\"“]|« ?)[A-ZÀ-Ý][^\"«»“”]{4,120}(?:[^\s.!?…\"«»“”][\"”]|[^\s.!?…\"«»“”] ?»))"
    r"(?=(?:[\"“]|« ?)?[A-ZÀ-Ý][a-zà-ÿ’'])"
)
# One in capitals: "LES SOUTIENS DE LA MAIREAu soir du vote".
_GLUED_CAPITALS = re.compile(
    r"(?:^|(?<=[.!?…»\"”)•] ))([A-ZÀ-Ý0-9][A-ZÀ-Ý0-9’'-]*(?:[ ,:&]{1,3}[A-ZÀ-Ý0-9’'-]+){1,16}(?<=[A-ZÀ-Ý0-9]))"
    r"(?=[A-ZÀ-Ý](?:[a-zà-ÿ]|['’][a-zà-ÿ]))"
)
# One that ends on a quotation, with a space left: 'Des mots "mal compris" Les mots du maire ont…'.
_SPACED_QUOTATION = (
    r"(?:^|(?<=[.!?…»\"”)] ))"
    r"((?:[A-ZÀ-Ý][^.!?…;:,\"«»“”\n]{{0,40}} )?(?:[\"“]|« ?)[^\"«»“”.!?…]{{8,80}}[^\s,\"«»“”.!?…](?:[\"”]| ?»)) "
    r"(?={starts} ?[a-zà-ÿ])"
)
_SUBHEADING_WORDS = 12
# A word with a higher inverse document frequency may be a part of a name.
_COMMON_IDF = 8.0


def split_subheadings(blocks: list[Block], language: Language) -> Changed:
    """Make headings of subheadings that stand inside a paragraph: between dashes, or glued to the sentence after them."""
    split: list[Block] = []
    changes = []
    for block in blocks:
        pieces = _around_subheadings(block.text, language) if block.kind == "paragraph" else []
        if len(pieces) < 3:
            split.append(block)
            continue
        for number, piece in enumerate(pieces):
            kind: BlockKind = "heading" if number % 2 else "paragraph"
            if piece.strip():
                split.append(replace(block, kind=kind, text=piece.strip(), level=2 if number % 2 else 0))
        changes += [(piece, "[heading]") for piece in pieces[1::2]]
    return Changed(split, changes)


def _around_subheadings(text: str, language: Language) -> list[str]:
    """Return *text* in pieces, every second of which is a subheading."""
    pieces = _SUBHEADING.split(text)
    if len(pieces) >= 3 and all(piece.strip() for piece in pieces):
        return pieces
    pieces, start = [], 0
    for match in sorted(_glued(text, language), key=lambda match: match.start(1)):
        if match.start(1) >= start:
            pieces += [text[start : match.start(1)], match.group(1)]
            start = match.end(1)
    return [*pieces, text[start:]]


def _glued(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Yield the subheadings of *text* that are glued to the sentence after them, as the first group of a match."""
    yield from _GLUED_CAPITALS.finditer(text)
    yield from _GLUED_QUOTATION.finditer(text)
    yield from re.finditer(_SPACED_QUOTATION.format(starts=language.sentence_starts), text)
    for match in _GLUED_SUBHEADING.finditer(text):
        heading, last = match.group(1), re.findall(r"\w+", match.group(1))[-1]
        is_short = len(heading.split()) <= _SUBHEADING_WORDS and is_balanced(heading)
        other = match.group(2).rstrip("'’")
        # Behind a name, only a small word starts a sentence: "les FrançaisÀ quelques jours", not "FranceInfo".
        starts_sentence = last.islower() or len(other) == 1 or other.lower() in language.stop_words
        if is_short and starts_sentence and _are_common(last, other, language):
            yield match


def _are_common(one: str, other: str, language: Language) -> bool:
    background = load_background(language.code)
    return all(len(word) < 3 or background.idf(fold(word)) <= _COMMON_IDF for word in (one, other))
