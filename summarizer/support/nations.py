"""The countries that a text names, by whatever name, capital or adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.languages.claims import countries
from summarizer.support.tokens import tokens
from summarizer.words import fold


def nations(text: str) -> Iterator[str]:
    """Yield the countries that *text* names, by whatever name, capital or adjective."""
    keys = f" {' '.join(token.key for token in tokens(text, 'fr'))} "
    for key, country in _nation_index():
        if f" {key} " in keys:
            yield country
    for token in tokens(text, "fr"):
        yield from (country for stem, country in _adjective_index() if token.key.startswith(stem))


@cache
def _nation_index() -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(token.key for token in tokens(name, "fr")), country.names[0])
        for country in countries()
        for name in (*country.names, *(word for word in country.adjectives if len(word) < 6 or re.search("[ -]", word)))
    )


@cache
def _adjective_index() -> tuple[tuple[str, str], ...]:
    return tuple((fold(word)[:-1], country.names[0]) for country in countries() for word in country.adjectives if len(word) >= 6)


@cache
def is_national(key: str) -> bool:
    """Tell whether a folded word is part of a country's names or one of its adjectives."""
    words = {word for name, _ in _nation_index() for word in name.split()}
    return key in words or any(key.startswith(stem) for stem, _ in _adjective_index())
