"""Coded checks of the built-in lexicon: what a program can hold of the rules in ``data/README.md``.

Each check is a small function whose docstring is the message; ``python -m summarizer.lexicon.checks`` prints what they find.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from summarizer.lexicon.store import built_in
from summarizer.types import Concept
from summarizer.words import WORD, fold

Check = Callable[[Sequence[Concept]], Iterator[str]]

MOST_WORDS = 30
_ARTICLE = re.compile(r"^(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Tt]he|[Aa]n?) |^[Ll]['’]")
_DATED = re.compile(
    r"\b(?:actuellement|récemment|dernièrement|currently|recently|latest|nowadays|today|aujourd'hui)\b", re.IGNORECASE
)


def unique_id(concepts: Sequence[Concept]) -> Iterator[str]:
    """An id is used twice, or is not kebab-case."""
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", concept.id):
            yield concept.id
        seen.add(concept.id)


def both_languages(concepts: Sequence[Concept]) -> Iterator[str]:
    """A concept lacks a name or a definition in one language."""
    for concept in concepts:
        if not all(concept.names(lang, "full") and concept.definition(lang) for lang in ("fr", "en")):
            yield concept.id


def short_definition(concepts: Sequence[Concept]) -> Iterator[str]:
    """A definition has more than 30 words."""
    for concept in concepts:
        if any(len(text.split()) > MOST_WORDS for _, text in concept.definitions):
            yield concept.id


def noun_phrase(concepts: Sequence[Concept]) -> Iterator[str]:
    """A definition starts with an article, or ends with a full stop."""
    for concept in concepts:
        if any(_ARTICLE.match(text) or text.endswith(".") for _, text in concept.definitions):
            yield concept.id


def not_circular(concepts: Sequence[Concept]) -> Iterator[str]:
    """The definition of a general concept holds the term itself."""
    for concept in concepts:
        for lang, text in concept.definitions:
            names = [name.lower() for name in concept.names(lang, "full")]
            if concept.label is None and any(re.search(rf"\b{re.escape(name)}\b", text.lower()) for name in names):
                yield f"{concept.id} ({lang})"


def lasting(concepts: Sequence[Concept]) -> Iterator[str]:
    """A definition says when it was true."""
    for concept in concepts:
        if any(_DATED.search(text) for _, text in concept.definitions):
            yield concept.id


def clean_cells(concepts: Sequence[Concept]) -> Iterator[str]:
    """A name or definition has spaces at an end, or two in a row."""
    for concept in concepts:
        texts = [name.text for name in concept.designations] + [text for _, text in concept.definitions]
        if any(text != " ".join(text.split()) for text in texts):
            yield concept.id


def one_concept_a_name(concepts: Sequence[Concept]) -> Iterator[str]:
    """Two concepts of one domain have the same full name."""
    owners: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for concept in concepts:
        for lang in ("fr", "en"):
            for name in concept.names(lang, "full"):
                owners[(concept.domain, lang, " ".join(fold(word) for word in WORD.findall(name)))].add(concept.id)
    yield from (", ".join(sorted(ids)) for ids in owners.values() if len(ids) > 1)


CHECKS: tuple[Check, ...] = (
    unique_id,
    both_languages,
    short_definition,
    noun_phrase,
    not_circular,
    lasting,
    clean_cells,
    one_concept_a_name,
)


def problems(concepts: Sequence[Concept]) -> Iterator[str]:
    """Yield a line for everything that breaks a rule."""
    for check in CHECKS:
        for found in check(concepts):
            yield f"{check.__name__}: {found}: {(check.__doc__ or '').strip()}"


if __name__ == "__main__":
    lines = list(problems(built_in()))
    print("\n".join(lines) or f"{len(built_in())} concepts, no problem")
    sys.exit(1 if lines else 0)
