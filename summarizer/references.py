"""Stage 7a: the pronoun that a sentence starts with -> the person whom it stands for, where no other can be meant.

With the name in its place such a sentence can stand in a digest without the one before it. The edit is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from summarizer.languages.record import Language
from summarizer.results import Replacement
from summarizer.types import Entity, Node, Sentence, Span
from summarizer.words import is_balanced

# Words after the pronoun among which French wants a verb of speech: "elle" may be a thing, but things do not speak.
_NEAR = 4


def find_references(
    sentences: Sequence[Sentence],
    *,
    entities: Sequence[Entity],
    text: str,
    parse: Callable[[Sentence], Sequence[Node]],
    language: Language,
) -> dict[int, Replacement]:
    """Return, by the index of the sentence, the replacement of the pronoun that it starts with.

    Certain means: the sentence before it is of the same paragraph or the one before, names one person, who is the subject of
    its main clause, or starts with the same pronoun for that person and names nobody, and speaks of nobody else by title or
    trade; the sentence itself names no other person. *parse* gives the dependency tree of a sentence.
    """
    people = [entity for entity in entities if entity.label == "PER"]
    found: dict[int, Replacement] = {}
    known: dict[int, tuple[str, Entity]] = {}
    for before, sentence in pairwise(sentences):
        pronoun = re.match(rf"(?:{language.person_pronouns})(?=\s)", sentence.text)
        if pronoun is None or sentence.block - before.block > 1 or not _fits(sentence.text, pronoun.end(), language):
            continue
        if _is_spoken(before.text) or not is_balanced(sentence.text):
            continue
        person, goes_on = _antecedent(_named(before, people), known.get(before.index), pronoun.group())
        named = {entity.name for entity in _named(sentence, people)}
        if person is None or _has_other_gender(person, pronoun.group(), text, language):
            continue
        if named - {person.name} or _speaks_of_others(before.text, person, text, language):
            continue
        if goes_on or _is_subject(before, person, parse(before)):
            known[sentence.index] = pronoun.group(), person
            span = Span(sentence.span.start, sentence.span.start + pronoun.end())
            found[sentence.index] = Replacement(span, _fullest(person, text))
    return found


def _antecedent(named: list[Entity], told: tuple[str, Entity] | None, pronoun: str) -> tuple[Entity | None, bool]:
    """Return the person whom the sentence before is about, and whether it starts with *pronoun* for that person itself.

    *named* are the persons whom that sentence names, *told* is the pronoun that it starts with and the one for whom it stands.
    """
    if not named and told is not None and told[0] == pronoun:
        return told[1], True
    return (named[0] if len(named) == 1 else None), False


def _is_spoken(text: str) -> bool:
    """Tell whether *text* may be, or leave open, a quotation: a name must not be written into somebody's words."""
    return bool(re.search(r"^[«\"“‘']|[:,] ?[«\"“‘']", text)) or not is_balanced(text)


def _has_other_gender(person: Entity, pronoun: str, text: str, language: Language) -> bool:
    """Tell whether a title before the person's name speaks against the pronoun."""
    pattern = re.compile(rf"(?:{language.contrary_titles[pronoun]}) $")
    return any(pattern.search(text[max(0, span.start - 12) : span.start]) for span in person.mentions)


def _named(sentence: Sentence, people: Sequence[Entity]) -> list[Entity]:
    """Return the persons whom *sentence* names."""
    return [entity for entity in people if any(sentence.span.covers(span) for span in entity.mentions)]


def _speaks_of_others(text: str, person: Entity, document: str, language: Language) -> bool:
    """Tell whether a title or trade stands in *text* that is neither before the person's name nor set behind it by a comma."""
    names = {word for span in person.mentions for word in span.of(document).split()}
    known = "|".join(map(re.escape, sorted(names)))
    for word in re.finditer(r"[\w.-]+", text):
        if word.group().lower() in language.person_titles:
            following = text[word.end() :].split()[:3]
            behind = re.search(rf"(?:{known}), [^,.;]{{0,40}}$", text[: word.start()])
            if behind is None and not names & {name.strip(",.;:") for name in following}:
                return True
    return False


def _fits(text: str, end: int, language: Language) -> bool:
    if not re.fullmatch(language.pronouns_of_things, text[:end]):
        return True
    following = re.findall(r"[\w’'-]+", text[end:].lower())[:_NEAR]
    return any(word in language.report_verbs for word in following)


def _is_subject(sentence: Sentence, person: Entity, nodes: Sequence[Node]) -> bool:
    """Tell whether a mention of *person* is the subject of the main verb of *sentence*."""
    start = sentence.span.start
    for span in person.mentions:
        for node in nodes:
            named = span.overlaps(Span(node.span.start + start, node.span.end + start))
            if named and node.relation == "nsubj" and nodes[node.head].relation == "root":
                return True
    return False


def _fullest(person: Entity, text: str) -> Span:
    """Return the longest mention, the first of those."""
    return max(person.mentions, key=lambda span: (len(span.of(text)), -span.start))
