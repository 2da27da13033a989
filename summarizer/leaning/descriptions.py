"""Definite nouns ("le réalisateur", "the group", "l'accident") whose referent another sentence brought in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.languages.record import Language
from summarizer.quotations import blank_quotations, open_quotations
from summarizer.results import Need
from summarizer.types import Entity, EntityLabel, Sentence, Span
from summarizer.words import fold, is_balanced

# What is not introduced by its own noun is explained by what stands in this many sentences before it.
_BACK = 3
# A noun that starts this near the start of its sentence is taken for the subject.
_SUBJECT = 3
# What, behind a noun, narrows it down: "l'incendie criminel", "the company director".
_NARROWING = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))


@dataclass(frozen=True, slots=True)
class _Description:
    """A definite noun in a sentence, by its place in the document."""

    place: int
    span: Span
    noun: str


def described(
    sentences: Sequence[Sentence],
    *,
    entities: Sequence[Entity],
    text: str,
    tags: Mapping[int, str],
    language: Language,
) -> Iterator[Need]:
    """Yield the first bare definite noun of each kind in a sentence that an earlier sentence explains.

    The antecedent is the one name of which the article states the noun, as a title or in an apposition, where it uses the noun of
    nobody else and the sentence does not name it.
    """
    quoted = open_quotations(sentences)
    told = [(place, item) for place, item in enumerate(sentences) if item.kind != "title" and item.index not in quoted]
    found = [item for place, sentence in told for item in _descriptions(place, sentence, tags, language)]
    bare = {item.span.end for item in found}
    known = language.described_persons | language.described_groups | language.described_events
    for item in found:
        if not (item.noun in known or item.noun[0].isdigit() or _opens(item, sentences)):
            continue
        earlier = sentences[: item.place]
        givers = _introductions(item.noun, earlier, language)
        named = [sentence.span for sentence in earlier if _holds_name(sentence, item.noun, entities, text, language)]
        if givers or named:
            antecedent = _holder(item, sentences, bare, entities=entities, text=text, language=language)
            yield Need("description", item.span, (*givers, *named), antecedent)
        else:
            yield from _without_introduction(item, sentences, entities=entities, text=text, language=language)


def _without_introduction(
    item: _Description, sentences: Sequence[Sentence], *, entities: Sequence[Entity], text: str, language: Language
) -> Iterator[Need]:
    """Yield the need of an event, a person or a group that the article tells of in other words before."""
    earlier = sentences[: item.place]
    is_group = item.noun in language.described_groups
    if item.noun in language.described_events:
        near = [sentence.span for sentence in earlier if _tells_event(sentence, language)]
        yield Need("description", item.span, tuple(near) or tuple(sentence.span for sentence in earlier[-_BACK:]))
    elif item.noun in language.described_acts and _opens(item, sentences):
        told = [sentence for sentence in earlier if sentence.kind != "title"]
        near = [sentence.span for sentence in told if item.noun in sentence.text.lower()]
        if told:
            yield Need("description", item.span, tuple(near) or tuple(sentence.span for sentence in told[-_BACK:]))
    elif item.noun in language.described_persons - language.generic_persons or is_group or item.noun[0].isdigit():
        near = [sentence.span for sentence in earlier if _names(sentence, "ORG" if is_group else "PER", entities)]
        if near and (not is_group or _opens(item, sentences) or _closes(item, text)):
            yield Need("description", item.span, tuple(near[-_BACK:]), _aged(item, sentences, entities, text, language))


def _descriptions(place: int, sentence: Sentence, tags: Mapping[int, str], language: Language) -> Iterator[_Description]:
    """Yield the definite nouns of *sentence* that nothing in it identifies, outside quotations, the first of each noun."""
    quiet, start, seen = blank_quotations(sentence.text), sentence.span.start, set()
    for match in re.finditer(language.definite_noun, quiet, re.IGNORECASE):
        noun = match["noun"].lower()
        if noun in seen or noun in language.unique_nouns - language.described_persons - language.described_groups:
            continue
        seen.add(noun)
        if not noun[0].isdigit() and tags.get(start + match.start("noun")) != "NOUN":
            continue
        behind = re.match(r"[’']s? ?| ", quiet[match.end() :])
        tag = tags.get(start + match.end() + behind.end()) if behind else None
        is_narrowed = tag in _NARROWING or (
            tag == "VERB" and re.match(rf" (?:{language.narrowing_participles})\b", quiet[match.end() :])
        )
        if re.match(language.complements, quiet[match.end() :]) or (is_narrowed and quiet[match.end() : match.end() + 1] == " "):
            continue
        if not re.search(language.predicates, quiet[: match.start()]):
            yield _Description(place, Span(start + match.start(), start + match.end()), noun)


def _opens(item: _Description, sentences: Sequence[Sentence]) -> bool:
    return item.span.start - sentences[item.place].span.start <= _SUBJECT


def _closes(item: _Description, text: str) -> bool:
    return text[item.span.end : item.span.end + 1] in (",", ".")


def _introductions(noun: str, earlier: Sequence[Sentence], language: Language) -> list[Span]:
    """Return the sentences that bring in *noun* with an indefinite article."""
    pattern = re.compile(rf"{language.indefinite}{re.escape(noun)}(?![\w-])", re.IGNORECASE)
    return [sentence.span for sentence in earlier if noun in sentence.text.lower() and pattern.search(sentence.text)]


def _stated(noun: str, span: Span, text: str, language: Language) -> bool:
    """Tell whether *noun* stands right before the name at *span* or in an apposition right behind it."""
    before = re.search(
        rf"(?<![\w-]){re.escape(noun)},? (?P<kind>[a-zà-ÿ-]+ )?(?:{language.courtesy})?$",
        text[max(0, span.start - 50) : span.start],
        re.IGNORECASE,
    )
    if before is not None and (before["kind"] or "").strip() not in language.stop_words - {""}:
        return before["kind"] is None or language.adjective_side == "after"
    determiners = "|".join(re.escape(word) for word in sorted(language.definite_articles | language.indefinite_articles))
    apposition = (
        rf"(?: \([^()]*\))?, (?:\d+[^,.]{{0,8}}, )?(?:(?:{determiners}) ?)?(?:[^\W\d][\w-]* ){{0,3}}?{re.escape(noun)}(?![\w-])"
    )
    match = re.match(apposition, text[span.end : span.end + 90], re.IGNORECASE)
    return match is not None and not re.search(r" [A-ZÀ-Ý]| (?:de|du|d['’]|of|and|et) ", match.group())


def _holds_name(sentence: Sentence, noun: str, entities: Sequence[Entity], text: str, language: Language) -> bool:
    return noun in sentence.text.lower() and any(
        sentence.span.covers(span) and _stated(noun, span, text, language)
        for entity in entities
        if entity.label in ("PER", "ORG")
        for span in entity.mentions
    )


def _holder(
    item: _Description,
    sentences: Sequence[Sentence],
    bare: set[int],
    *,
    entities: Sequence[Entity],
    text: str,
    language: Language,
) -> Span | None:
    """Return the name for which alone the description can stand, at the mention of which its noun is stated."""
    label: EntityLabel = "ORG" if item.noun in language.described_groups else "PER"
    of_noun: set[int] = set()
    holders: list[tuple[Entity, Span]] = []
    for entity in (entity for entity in entities if entity.label in ("PER", "ORG")):
        for span in entity.mentions:
            if _stated(item.noun, span, text, language):
                holders.append((entity, span))
                of_noun |= {match.end() for match in _uses(item.noun, text, max(0, span.start - 50), span.end + 90)}
    sentence = sentences[item.place]
    roles = language.described_persons | language.described_groups | language.person_titles
    if item.noun not in roles - language.shared_roles:
        return None
    if len({entity.name for entity, _ in holders}) != 1 or holders[0][0].label != label or holders[0][1].start > item.span.start:
        return None
    entity = holders[0][0]
    if any(match.end() not in of_noun | bare for match in _uses(item.noun, text, 0, item.span.start)):
        return None
    if any(sentence.span.covers(span) for span in entity.mentions) or not is_balanced(sentence.text):
        return None
    return _name_for(item, entity, text, language)


def _uses(noun: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield where *noun* stands in the singular."""
    return re.compile(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", re.IGNORECASE).finditer(text, start, end)


def _name_for(item: _Description, entity: Entity, text: str, language: Language) -> Span | None:
    """Return the fullest mention of *entity* that can take the place of the description, or None."""
    name = max(entity.mentions, key=lambda span: (len(span.of(text)), -span.start))
    words, before = name.of(text), text[: item.span.start]
    articles = "|".join(re.escape(word) for word in sorted(language.definite_articles))
    with_article = any(
        re.search(rf"(?<!\w)(?:{articles}) ?$", text[max(0, s.start - 5) : s.start], re.IGNORECASE) for s in entity.mentions
    )
    if (entity.label == "PER" and " " not in words) or with_article or words.isupper():
        return None
    if fold(words)[:1] in "aeiouhy" and re.search(language.before_vowels, before[-12:]):
        return None
    return name


def _aged(
    item: _Description, sentences: Sequence[Sentence], entities: Sequence[Entity], text: str, language: Language
) -> Span | None:
    """Return the name of the one person of the age that the description tells."""
    age = rf"{language.decades[item.noun]}\d" if item.noun in language.decades else item.noun.split("-")[0]
    if item.noun not in language.decades and not item.noun[0].isdigit():
        return None
    behind, before = re.compile(rf",? \(?{age}(?: ans)?[,.)]"), re.compile(rf"(?<!\d){age}-year-old $")
    holders = {
        entity.name: entity
        for entity in entities
        if entity.label == "PER"
        for span in entity.mentions
        if span.end < item.span.start
        and (behind.match(text, span.end) or before.search(text[max(0, span.start - 14) : span.start]))
    }
    sentence = sentences[item.place]
    entity = next(iter(holders.values()), None)
    if len(holders) != 1 or entity is None or any(sentence.span.covers(span) for span in entity.mentions):
        return None
    return _name_for(item, entity, text, language)


def _tells_event(sentence: Sentence, language: Language) -> bool:
    return bool(set(re.findall(r"[\w-]+", sentence.text.lower())) & language.described_events)


def _names(sentence: Sentence, label: EntityLabel, entities: Sequence[Entity]) -> bool:
    return any(sentence.span.covers(span) for entity in entities if entity.label == label for span in entity.mentions)
