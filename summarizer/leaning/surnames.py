"""A person who is named by surname or first name alone, where another sentence has the full name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.languages.record import Language
from summarizer.quotations import blank_quotations, open_quotations
from summarizer.results import Need
from summarizer.types import Entity, Sentence, Span

# A full name has at most this many words; what is longer holds a title or a second name.
_MOST_WORDS = 4
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'.-]+(?: (?:(?:de|du|van|von|bin|al|el|ben|la|le|der) )*[A-ZÀ-Ý][\w’'.-]+)+")


def bare_names(
    sentences: Sequence[Sentence], *, entities: Sequence[Entity], text: str, tags: Mapping[int, str], language: Language
) -> Iterator[Need]:
    """Yield the first mention of a person in a sentence that has one word only.

    The full name is its antecedent where nobody else in the article has that word in the name.
    """
    people = [entity for entity in entities if entity.label == "PER"]
    quoted = open_quotations(sentences)
    told = [sentence for sentence in sentences if sentence.kind != "title" and sentence.index not in quoted]
    for person in people:
        full = [span for span in person.mentions if _is_full(span.of(text), language)]
        if not full:
            continue
        givers = tuple(sentence.span for sentence in sentences if any(sentence.span.covers(span) for span in full))
        for sentence in told:
            bare = next((span for span in person.mentions if sentence.span.covers(span)), None)
            if bare is None or bare in full or sentence.span in givers:
                continue
            need = _need(bare, sentence, text=text, language=language)
            if need is not None and not _is_described(need, sentence, text, tags):
                yield Need("name", need, givers, _antecedent(bare, full, people, person, text, language))


def _is_described(need: Span, sentence: Sentence, text: str, tags: Mapping[int, str]) -> bool:
    """Tell whether the word before, in the same sentence, says who is meant ("le ministre Roy")."""
    before = text.rfind(" ", 0, need.start - 1) + 1
    return before >= sentence.span.start and tags.get(before) in ("NOUN", "ADJ", "PROPN")


def _is_full(name: str, language: Language) -> bool:
    words = name.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and bool(_NAME.fullmatch(name))
        and words[0].lower() not in language.person_titles | language.name_links
    )


def _need(bare: Span, sentence: Sentence, *, text: str, language: Language) -> Span | None:
    """Return the words to explain, a courtesy title among them; None in a quotation, behind a trade or inside a longer name."""
    start = sentence.span.start
    quiet = blank_quotations(sentence.text)
    if " " in bare.of(text) or not quiet[bare.start - start : bare.end - start].strip():
        return None
    before, after = quiet[: bare.start - start], quiet[bare.end - start :]
    courtesy = re.search(rf"(?:{language.courtesy})$", before)
    if courtesy is not None:
        return Span(start + courtesy.start(), bare.end)
    if re.search(language.family_marks, before, re.IGNORECASE):
        return None
    last = before.split()[-1:] or [""]
    if last[0].lower() in language.person_titles | language.described_persons or re.search(
        r"(?<![.:] )\b[A-ZÀ-Ý][\w’'-]* $", before[1:]
    ):
        return None
    return None if re.match(r"[-’'](?!s\b)\w|[/&]| [A-ZÀ-Ý\d]", after) or before.endswith(("/", "-")) else bare


def _antecedent(
    bare: Span, full: Sequence[Span], people: Sequence[Entity], person: Entity, text: str, language: Language
) -> Span | None:
    """Return the first full name of which the word is the first or the last, where nobody else's name holds the word."""
    word = bare.of(text)
    names = (span.of(text) for other in people if other is not person for span in other.mentions)
    if any(word in re.findall(r"[\w’'-]+", name) for name in names) or word.isupper():
        return None
    fitting = [span for span in full if word in (span.of(text).split()[0], span.of(text).split()[-1])]
    if len({span.of(text).casefold() for span in full}) != len({span.of(text).casefold() for span in fitting}):
        return None
    particles = {span.of(text).split()[-2].lower() for span in fitting}
    return fitting[0] if fitting and not particles & language.name_links else None
