"""What speaks for a person being the one for whom a pronoun stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.quotations import open_quotations
from summarizer.references.pronouns import subject_pronoun
from summarizer.types import Entity, Node, Sentence, Span
from summarizer.words import leans_on_another

REFERENCE_FEATURES: tuple[str, ...] = tuple(
    """back chain in_anchor root_subject subject first_named last_named persons_in_anchor fitting_in_anchor in_second
    persons_in_second share share_all most persons in_title in_lead gender fitting others_title same_block block_gap
    reports anchor_reports anchor_quotes position feminine named_here recency full aged anchor_words others_kinds
    alone starts index unknown_names unknown_here trades trades_here surname_here""".split()
)
# The persons named last that a pronoun may stand for, and how far back a person counts as near, in sentences.
_MOST, _FAR = 6, 8
# Words behind the pronoun among which a verb of speech tells that a person is meant.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun of a sentence, the persons named before it, the last one first, the features of each, and words around it."""

    sentence: Sentence
    span: Span
    persons: tuple[Entity, ...]
    rows: tuple[tuple[float, ...], ...]
    grams: frozenset[str]


@dataclass
class Reader:
    """An article whose sentences are read in order: who is named in which, who is a subject, and what a pronoun may mean."""

    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    text: str
    parse: Callable[[Sentence], Sequence[Node]]
    language: Language
    _pronouns: dict[int, Span | None] = field(default_factory=dict)

    def questions(self) -> Iterator[Question]:
        """Yield the pronouns for which a sentence leans on another, that names no person before them, outside quotations."""
        quoted = open_quotations(self.sentences)
        for place, sentence in enumerate(self.sentences):
            span = self._pronoun(place) if place and sentence.kind != "title" and sentence.index not in quoted else None
            if span is None or not leans_on_another(sentence.text, self.language):
                continue
            start = sentence.span.start
            follows = sentence.text[span.end :].lstrip()
            if self._names_somebody(sentence.text[: span.start]) or re.match(self.language.verbs_of_things, follows):
                continue
            if any(mention.end <= start + span.start for mention, _ in self._persons_in(place)):
                continue
            persons = self._named_before(start)[:_MOST]
            if persons:
                rows = tuple(self._measure(person, rank, persons, place, span) for rank, person in enumerate(persons))
                pronoun = Span(start + span.start, start + span.end)
                yield Question(sentence, pronoun, tuple(persons), rows, _grams(sentence.text, span))

    def _names_somebody(self, opening: str) -> bool:
        """Tell whether the words before a pronoun may name whom it means ("Selon l'expert, il…", "Glancy said she…")."""
        names = re.finditer(r"(?<=\s)[A-ZÀ-Ý]\w+|\w['’][A-ZÀ-Ý]\w+", opening)
        calendar = self.language.calendar
        is_named = any(re.split(r"['’]", name.group())[-1].lower() not in calendar for name in names)
        words = set(re.findall(r"[\w-]+", opening.lower()))
        is_clause = bool(words & (self.language.report_verbs | self.language.relative_starts))
        return is_named or is_clause or self._trades(opening) > 0

    @cached_property
    def _people(self) -> list[Entity]:
        return [entity for entity in self.entities if entity.label == "PER"]

    @cached_property
    def _named(self) -> list[list[tuple[Span, Entity]]]:
        """The mentions of names in each sentence, in order."""
        named: list[list[tuple[Span, Entity]]] = [[] for _ in self.sentences]
        for span, entity in sorted(((s, e) for e in self.entities for s in e.mentions), key=lambda found: found[0]):
            place = bisect_right(self._starts, span.start) - 1
            if place >= 0 and self.sentences[place].span.covers(span):
                named[place].append((span, entity))
        return named

    @cached_property
    def _places(self) -> list[int]:
        """Where persons are named, in order."""
        return sorted(span.start for person in self._people for span in person.mentions)

    @cached_property
    def _genders(self) -> Mapping[str, str]:
        return {person.name: _gender(person, self.text, self.language) for person in self._people}

    def _pronoun(self, place: int) -> Span | None:
        if place not in self._pronouns:
            self._pronouns[place] = subject_pronoun(self.sentences[place].text, self.language)
        return self._pronouns[place]

    def _named_before(self, start: int) -> list[Entity]:
        """Return the persons named before *start*, the last one first."""
        known = [person for person in self._people if person.mentions[0].start < start]
        return sorted(known, key=lambda person: -_last(person, start).start)

    def _persons_in(self, place: int) -> list[tuple[Span, Entity]]:
        """Return the mentions of persons in the sentence at *place*, in order."""
        return [(span, entity) for span, entity in self._named[place] if entity.label == "PER"] if place >= 0 else []

    def _anchor(self, place: int, pronoun: str) -> tuple[int, int]:
        """Return the last sentence before *place* that is not about the same pronoun, and how many are between."""
        chain, anchor = 0, place - 1
        while anchor > 0:
            span = self._pronoun(anchor)
            if span is None or span.of(self.sentences[anchor].text).lower() != pronoun or self._persons_in(anchor):
                break
            chain, anchor = chain + 1, anchor - 1
        return anchor, chain

    def _measure(self, person: Entity, rank: int, persons: Sequence[Entity], place: int, span: Span) -> tuple[float, ...]:
        pronoun = span.of(self.sentences[place].text).lower()
        wanted = "f" if pronoun in ("she", "elle") else "m"
        anchor, chain = self._anchor(place, pronoun)
        known = self._genders[person.name]
        values = {
            **self._in_article(person, self.sentences[place].span.start),
            **self._in_anchor(person, anchor, wanted),
            **self._in_sentence(person, place, span),
            "back": min(_FAR, max(0, anchor - self._place_of(person, self.sentences[place].span.start))),
            "chain": chain,
            "recency": rank,
            "persons": len(persons),
            "alone": len(persons) == 1,
            "gender": 0 if not known else 1 if known == wanted else -1,
            "fitting": sum(self._genders[other.name] in (wanted, "") for other in persons),
            "feminine": wanted == "f",
            "same_block": self.sentences[place].block == self.sentences[max(0, anchor)].block,
            "block_gap": min(9, self.sentences[place].block - self.sentences[max(0, anchor)].block),
        }
        return tuple(float(values[name]) for name in REFERENCE_FEATURES)

    def _in_article(self, person: Entity, start: int) -> dict[str, float]:
        """Return how often and where the article names *person*, up to *start* and on the whole."""
        mine = [span for span in person.mentions if span.start < start]
        first = self.sentences[0]
        return {
            "share": len(mine) / max(1, bisect_left(self._places, start)),
            "share_all": len(person.mentions) / len(self._places),
            "most": len(person.mentions) == self._most_mentions,
            "in_title": first.kind == "title" and any(first.span.covers(span) for span in mine),
            "in_lead": any(span.start < self._lead_end for span in mine),
        }

    def _in_anchor(self, person: Entity, anchor: int, wanted: str) -> dict[str, float]:
        """Return what the sentence before the pronoun, and the one before that, say of *person* and of others."""
        sentence = self.sentences[max(0, anchor)]
        named, second = self._persons_in(anchor), self._persons_in(anchor - 1)
        own = [span for span, other in named if other is person]
        others = {other.name for _, other in named if other is not person}
        words = set(re.findall(r"\w+", sentence.text.lower()))
        return {
            "in_anchor": bool(own),
            "root_subject": any(self._is_subject(anchor, span, root=True) for span in own),
            "subject": any(self._is_subject(anchor, span, root=False) for span in own),
            "first_named": bool(named) and named[0][1] is person,
            "last_named": bool(named) and named[-1][1] is person,
            "persons_in_anchor": len({other.name for _, other in named}),
            "fitting_in_anchor": sum(self._genders[name] in (wanted, "") for name in others),
            "in_second": any(other is person for _, other in second),
            "persons_in_second": len({other.name for _, other in second}),
            "others_title": self._speaks_of_others(sentence.text, person),
            "anchor_reports": bool(words & self.language.report_verbs),
            "anchor_quotes": bool(re.search(r"[«\"“‘]", sentence.text)),
            "anchor_words": len(sentence.text.split()),
            "full": any(" " in span.of(self.text) for span in own),
            "aged": any(re.match(r", \(?\d\d(?: ans)?[,.)]", self.text[span.end : span.end + 10]) for span in own),
            "others_kinds": sum(entity.label != "PER" for _, entity in self._named[max(0, anchor)]),
            "unknown_names": self._unknown_names(max(0, anchor)),
            "trades": self._trades(sentence.text),
        }

    def _in_sentence(self, person: Entity, place: int, span: Span) -> dict[str, float]:
        """Return what the sentence of the pronoun at *span* says of *person* and of others."""
        sentence = self.sentences[place]
        following = re.findall(r"[\w’'-]+", sentence.text[span.end :].lower())[:_NEAR]
        return {
            "reports": any(word in self.language.report_verbs for word in following),
            "position": span.start,
            "starts": span.start == 0,
            "index": min(30, place),
            "named_here": len({other.name for _, other in self._persons_in(place)} - {person.name}),
            "surname_here": person.name.split()[-1] in sentence.text,
            "unknown_here": self._unknown_names(place),
            "trades_here": self._trades(sentence.text),
        }

    def _place_of(self, person: Entity, start: int) -> int:
        """Return the place of the sentence that names *person* last before *start*."""
        return max(0, bisect_right(self._starts, _last(person, start).start) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _most_mentions(self) -> int:
        return max(len(person.mentions) for person in self._people)

    @cached_property
    def _lead_end(self) -> int:
        first = next((sentence for sentence in self.sentences if sentence.kind != "title"), self.sentences[0])
        return first.span.end

    def _is_subject(self, place: int, span: Span, *, root: bool) -> bool:
        """Tell whether the name at *span* is a subject in the sentence at *place*, of its main verb or of any."""
        sentence = self.sentences[place]
        nodes, start = self.parse(sentence), sentence.span.start
        return any(
            node.relation == "nsubj"
            and span.overlaps(Span(node.span.start + start, node.span.end + start))
            and (not root or nodes[node.head].relation == "root")
            for node in nodes
        )

    def _unknown_names(self, place: int) -> int:
        """Return how many capitalised words of the sentence at *place* belong to no known name: one may be a person's."""
        sentence = self.sentences[place]
        start, known = sentence.span.start, [span for span, _ in self._named[place]]
        words = re.finditer(r"(?<![.!?:] )(?<!^)(?<![«\"“‘'’])\b[A-ZÀ-Ý][a-zà-ÿ]{2,}", sentence.text)
        return sum(not any(span.start <= start + word.start() < span.end for span in known) for word in words)

    def _trades(self, text: str) -> int:
        """Return how many nouns for a person stand in *text*."""
        nouns = self.language.described_persons | self.language.generic_persons
        words = re.findall(r"[\w-]+", text.lower())
        return sum(word in nouns or bool(re.match(r"\d+-year-old", word)) for word in words)

    def _speaks_of_others(self, text: str, person: Entity) -> int:
        """Return how many titles or trades stand in *text* that are neither before the person's name nor behind it by a comma."""
        names = {word for span in person.mentions for word in span.of(self.text).split()}
        known = "|".join(map(re.escape, sorted(names)))
        count = 0
        for word in re.finditer(r"[\w.-]+", text):
            if word.group().lower() in self.language.person_titles:
                following = {name.strip(",.;:") for name in text[word.end() :].split()[:3]}
                behind = re.search(rf"(?:{known}), [^,.;]{{0,40}}$", text[: word.start()])
                count += behind is None and not names & following
        return count


def _last(person: Entity, start: int) -> Span:
    """Return the last mention of *person* before *start*, where there is one."""
    return person.mentions[bisect_left(person.mentions, start, key=lambda span: span.start) - 1]


def _grams(text: str, span: Span) -> frozenset[str]:
    """Return the words around a pronoun: those behind it tell whether a person or a thing is meant."""
    behind = re.findall(r"[\w’'-]+", text[span.end :].lower())[:5]
    before = re.findall(r"[\w’'-]+", text[: span.start].lower())[-2:]
    pairs = (f"{one} {other}" for one, other in pairwise(behind))
    return frozenset((*behind, *pairs, *(f"< {word}" for word in before), f"first {' '.join(behind[:1])}"))


def _gender(person: Entity, text: str, language: Language) -> str:
    """Return ``m`` or ``f`` by the title before a mention or by the first name, else the empty string."""
    for span in person.mentions:
        before = text[max(0, span.start - 12) : span.start]
        for pronoun, titles in language.contrary_titles.items():
            if re.search(rf"(?<!\w)(?:{titles}) $", before):
                return "m" if pronoun.lower() in ("she", "elle") else "f"
    for span in person.mentions:
        first = span.of(text).split()[0]
        if " " in span.of(text):
            for gender in ("m", "f"):
                if first in name_list(f"first_names_{gender}"):
                    return gender
    return ""
