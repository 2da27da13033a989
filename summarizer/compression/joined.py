"""Two sentences that a page runs into one, with or without a heading between them: which of them to keep."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.languages.record import Language
from summarizer.types import Span
from summarizer.words import count_words, is_balanced, leans_on_another

# "…fin.- Titre -Suite", "…fin. • Suite", "…en 2014.Cette", "- Titre -Suite", never "J.-C."; the pieces are what stands between.
_JOINTS = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)[\"»”]?(?:[-–•]+ ?(?=\W{0,3}\w)| [-–•]+ ?(?=\W{0,3}[A-ZÀ-Ý0-9]))"
    r"|(?<=[a-zà-ÿ0-9)][a-zà-ÿ0-9)\"»”])(?<!www)[.!?](?=[\"«“]?[A-ZÀ-Ý][a-zà-ÿ'’])"
    r"| -(?=[\"«“]?[A-ZÀ-Ý][a-zà-ÿ'’ ])"
)
# A piece of fewer words is a heading or a stub.
_SHORTEST = 9


def best_part(text: str, *, worth: Callable[[str], float], language: Language) -> Span | None:
    """Return the one sentence of *text* that says most, or None where *text* is one sentence or no part stands alone.

    Only the first may lean on what comes before it. *worth* gives the salience of a piece.
    """
    parts = _parts(text, language)
    if len(parts) < 2:
        return None
    whole = [part for i, part in enumerate(parts) if _stands_alone(part.of(text), language, first=i == 0)]
    return max(whole, key=lambda part: worth(part.of(text)), default=None)


def _stands_alone(piece: str, language: Language, *, first: bool) -> bool:
    if '""' in piece or re.search(language.captions, piece) or re.fullmatch(r"\s*[\"«“][^\"«»“”]*[\"»”]\W*", piece):
        # A heading in quotation marks glued to a quotation, a caption, a quotation without who says it.
        return False
    if count_words(piece) < _SHORTEST or not is_balanced(piece) or not re.match(r"\W*[A-ZÀ-Ý0-9]", piece):
        return False
    return first or not leans_on_another(piece, language)


def _parts(text: str, language: Language) -> list[Span]:
    """Return the pieces of *text* between its joints, a stop or a closing mark with the piece before."""
    borders = [(0, 0)]
    for match in _JOINTS.finditer(text):
        end = match.end()
        closing = re.match(r"[.!?\"»”]", match.group())
        borders.append((match.start() + (1 if closing else 0), end))
    joint = r"(?:(?<=[a-zà-ÿ0-9!?)])|(?<=[A-Z]{3})(?=[A-ZÀ-Ý][a-zà-ÿ]))"
    for match in re.finditer(rf"{joint}[\"»]?(?={language.sentence_starts},? ?[\w«\"])", text):
        closes = match.group() == "»" or (match.group() == '"' and text[: match.start()].count('"') % 2 == 1)
        place = match.end() if closes else match.start()
        borders.append((place, place))
    borders = sorted(set(borders))
    starts = [end for _, end in borders]
    ends = [start for start, _ in borders[1:]] + [len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
