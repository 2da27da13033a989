"""Points whose speaker is a pronoun: they need a line above them that names somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.results import Line
from summarizer.types import Role
from summarizer.words import is_said_by_a_pronoun

_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w’'-]+")


def with_known_speakers(points: Sequence[tuple[Role, Line]], language: Language) -> list[tuple[Role, Line]]:
    """Return *points*, in their order, without those that a pronoun says ("…", a-t-il dit) before any line names a person."""
    kept: list[tuple[Role, Line]] = []
    for role, line in points:
        if (
            not kept
            or not is_said_by_a_pronoun(line.text, language)
            or any(names_somebody(each.text, language) for _, each in kept)
        ):
            kept.append((role, line))
    return kept


def names_somebody(text: str, language: Language) -> bool:
    """Tell whether *text* has a first name with a capital behind it, or a family name inside a sentence that is no place.

    What is named after somebody (a university, a prize) names nobody.

    >>> from summarizer.languages import get_language
    >>> french = get_language("fr")
    >>> names_somebody("Le maire, Jean Dupont, se tait.", french), names_somebody("Les fêtes de Bayonne sont annulées.", french)
    (True, False)
    """
    text = re.sub(language.named_after, "", text)
    words = list(_CAPITALISED.finditer(text))
    is_full = any(
        word.group() in name_list("first_names") and text[word.end() : other.start()] == " " for word, other in pairwise(words)
    )
    inside = (word.group() for word in words if word.start() > 0 and not re.search(r"[.:!?»\"”] ?$", text[: word.start()]))
    return is_full or any(word in name_list("surnames") and word not in name_list("places") for word in inside)
