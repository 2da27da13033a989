"""A line read as claims: its words, names, figures and dates, and what a sentence of the article holds of them."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.support.dates import Moment, moments
from summarizer.support.figures import Figure, figures
from summarizer.support.grounds import Grounds, Passage
from summarizer.support.names import Name, names
from summarizer.support.tokens import Token, tokens

# Worth of a word of which only the first letters agree.
HALF = 0.7


@dataclass(frozen=True, slots=True)
class Claim:
    """A line read as claims."""

    text: str
    words: tuple[Token, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]

    @property
    def content(self) -> tuple[Token, ...]:
        """The content words."""
        return tuple(token for token in self.words if token.is_content)


def claim_of(line: str, grounds: Grounds) -> Claim:
    """Return *line* read as claims about the article."""
    dates = moments(line, grounds.code)
    numbers = tuple(
        figure for figure in figures(line, grounds.code) if not any(figure.span.overlaps(date.span) for date in dates)
    )
    return Claim(line, tokens(line, grounds.code), names(line, grounds.code, common=grounds.known.small), numbers, dates)


def worth(token: Token, passage: Passage, claim: Claim) -> float:
    """Return how much of a word of *claim* the passage holds: all of its weight, a part for a kindred word, nothing."""
    if token.key in passage.keys or _is_said(token, passage, claim):
        return token.weight
    return token.weight * HALF if token.stems & passage.stems else 0.0


def _is_said(token: Token, passage: Passage, claim: Claim) -> bool:
    """Tell whether *token* belongs to a figure or date that the passage has, written in another way."""
    figure = next((figure for figure in claim.figures if figure.span.overlaps(token.span)), None)
    if figure is not None:
        return any(figure.agrees(other) for other in passage.figures)
    moment = next((moment for moment in claim.moments if moment.span.overlaps(token.span)), None)
    return moment is not None and any(moment.is_said_by(other) for other in passage.moments)
