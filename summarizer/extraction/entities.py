"""Named entities of a document: what the recogniser found, made consistent over all mentions.

The recogniser reads a few words around each name. Here the whole article decides: one name keeps one label, by the votes of all
its mentions, the words before them ("le modèle Claude") and the lexicon; its other occurrences become mentions; names of one
thing ("Scott Bessent", "Bessent") become one entity.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from summarizer.extraction.aliases import grouped, label_of
from summarizer.extraction.names import is_personal, name_spans
from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import ENTITY_LABELS, Acronym, Document, Entity, EntityLabel, LexiconMention, Span

# What speaks for a label, beside one for each mention that the recogniser labels so. Set by hand on the own dev sets and
# the digests.
_LEXICON_VOTE, _CUE_VOTE, _TITLE_VOTE, _FIRST_NAME_VOTE, _NEIGHBOUR_VOTE, _SPEAKER_VOTE = 2.0, 1.5, 3.0, 0.8, 0.5, 0.4
# What the kind at the end of a name ("Halvorsen Bank") says outweighs all mentions of its short form.
_KIND_VOTE = 10.0
# A name is dropped when the recogniser saw it in less than this share of at least so many places.
_LEAST_SHARE, _MANY_PLACES = 0.25, 4
# Labels of concepts whose name in the lexicon may hold the noun that says what they are.
_WITH_NOUN = ("PRODUCT", "EVENT", "MISC", "WORK")
# Names of the label sets of other pipelines.
_OTHER_LABELS: Mapping[str, EntityLabel] = {
    "PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "WORK_OF_ART": "WORK", **{label: label for label in ENTITY_LABELS},
}  # fmt: skip

Votes = dict[EntityLabel, float]
# Start, end, label and weight of one vote.
_Vote = tuple[Span, EntityLabel, float]


def find_entities(
    doc: Doc,
    document: Document,
    *,
    mentions: Sequence[LexiconMention],
    acronyms: Sequence[Acronym],
    language: Language,
) -> tuple[Entity, ...]:
    """Return the entities of *document* in order of first mention; no place in the text is a mention of two."""
    text = document.text
    named = [mention for mention in mentions if mention.concept.label is not None]
    common = {mention.span for mention in mentions if mention.concept.label is None}
    recognised = _longest_first(list(_recognised(doc, text, common, language)))
    seen = _in_body(_longest_first([*recognised, *_listed(named, recognised, text)]), document)
    votes = _votes(seen, text, language)
    for name in [name for name in votes if _names_no_thing(name, votes, acronyms, language)]:
        del votes[name]
    seen = [vote for vote in seen if _normal(vote[0].of(text)) in votes]
    places = _places(votes, {span for span, _, _ in seen}, document)
    votes = {name: found for name, found in votes.items() if name in places}
    groups = grouped(votes, named=named, acronyms=acronyms, text=text, language=language)
    entities = [_entity(names, votes, places) for names in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions))


def _recognised(doc: Doc, text: str, common: set[Span], language: Language) -> Iterator[_Vote]:
    for ent in doc.ents:
        label = _OTHER_LABELS.get(ent.label_)
        if label is not None and not _opens_as_word(ent):
            end = next((token.idx for token in ent[1:] if token.is_sent_start), ent.end_char)
            for span in name_spans(Span(ent.start_char, end), label, text, language):
                if span not in common and not _opens_in_doubt(span, text):
                    yield span, label, 1.0


def _opens_as_word(ent: DocSpan) -> bool:
    """Tell whether *ent* is one word that opens a sentence and that the tagger takes for no noun."""
    first = ent[0]
    return len(ent) == 1 and bool(first.is_sent_start) and first.pos_ not in ("PROPN", "NOUN", "X", "NUM", "SYM", "")


def _listed(named: Sequence[LexiconMention], recognised: Sequence[_Vote], text: str) -> Iterator[_Vote]:
    """Yield the names of the lexicon; a common noun beside the recognised name ("char Leopard 2") stays out."""
    spans = SpanIndex({span for span, _, _ in recognised})
    for mention in named:
        span, label = mention.span, mention.concept.label
        inside = [other for other in spans.overlapping(span) if span.covers(other) and other != span]
        if label in _WITH_NOUN and len(inside) == 1 and _is_noun(text, span, inside[0]):
            span = inside[0]
        if label is not None and re.search(r"[^\W\d_]", span.of(text)):
            yield span, label, _LEXICON_VOTE


def _is_noun(text: str, span: Span, name: Span) -> bool:
    """Tell whether what *span* has beside *name* is in small letters."""
    return not re.search(r"[A-ZÀ-Ý\d]", text[span.start : name.start] + text[name.end : span.end])


def _longest_first(found: Sequence[_Vote]) -> list[_Vote]:
    """Return the votes whose spans do not overlap a longer one; several may stand on one span."""
    kept: list[_Vote] = []
    taken: dict[int, Span] = {}
    for vote in sorted(found, key=lambda v: (v[0].start - v[0].end, v[0].start)):
        span = vote[0]
        others = {taken[i] for i in range(span.start, span.end) if i in taken}
        if others <= {span}:
            kept.append(vote)
            taken.update(dict.fromkeys(range(span.start, span.end), span))
    return kept


def _in_body(votes: Sequence[_Vote], document: Document) -> list[_Vote]:
    body = _body(document)
    return sorted(vote for vote in votes if body.covers(vote[0]))


def _body(document: Document) -> SpanIndex:
    return SpanIndex(block.span for block in document.blocks if block.part == "body")


def _votes(seen: Sequence[_Vote], text: str, language: Language) -> dict[str, Votes]:
    """Return name -> label -> weight over all mentions."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for span, label, weight in [*seen, *_coordinated(seen, text, language)]:
        votes[_normal(span.of(text))][label] += weight
    for span in {span for span, _, _ in seen}:
        for label, weight in _cues(span, text, language):
            votes[_normal(span.of(text))][label] += weight
    for name, used in _platforms(seen, text, language).items():
        votes[name] = used
    for name in votes:
        if is_personal(name, language):
            votes[name]["PER"] += _FIRST_NAME_VOTE
        ends_in_kind = " " in name and name.split()[-1].lower() in language.organisation_tails
        if ends_in_kind and label_of(votes[name]) in ("PER", "LOC", "PRODUCT", "ORG"):
            votes[name]["ORG"] += _KIND_VOTE
        if name in language.place_aliases:
            votes[name]["LOC"] += _LEXICON_VOTE
    return {name: dict(found) for name, found in votes.items()}


def _platforms(seen: Sequence[_Vote], text: str, language: Language) -> dict[str, Votes]:
    """Return the votes for every platform that bears its company's name: a product where it is used, else the company."""
    votes: dict[str, Votes] = {}
    for span in {span for span, _, _ in seen if span.of(text) in name_list("platforms")}:
        before = re.findall(r"\w+", text[max(0, span.start - 30) : span.start])[-1:]
        used = bool(before) and before[0].lower() in language.service_cues
        own = votes.setdefault(span.of(text), defaultdict(float))
        own["PRODUCT" if used else "ORG"] += 1.0
    return votes


def _coordinated(seen: Sequence[_Vote], text: str, language: Language) -> Iterator[_Vote]:
    """Yield for a name in an enumeration the labels of its neighbours: "Facebook, Google et Twitter" are of one kind."""
    for (one, label, _), (other, other_label, _) in pairwise(seen):
        between = text[one.end : other.start].strip().lower()
        if between == "," or between in language.conjunctions:
            yield one, other_label, _NEIGHBOUR_VOTE
            yield other, label, _NEIGHBOUR_VOTE


def _names_no_thing(name: str, votes: Mapping[str, Votes], acronyms: Sequence[Acronym], language: Language) -> bool:
    """Tell whether *name* is the short form of a common noun (OTP), a pair of names, or a law called by its author alone."""
    parts, words = name.split("-"), name.split()
    is_pair = len(parts) == 2 and all(part in votes for part in parts)
    if len(words) > 2 and words[0].islower() and words[-2] in language.name_links and label_of(votes[name]) == "LAW":
        return any(other.split()[-1] == words[-1] and "PER" in found for other, found in votes.items())
    return is_pair or any(acronym.short == name and (acronym.long or "X").islower() for acronym in acronyms)


def _normal(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def _cues(span: Span, text: str, language: Language) -> Iterator[tuple[EntityLabel, float]]:
    """Yield the labels for which the words right before and after the name speak."""
    before = re.search(r"(?:([\w-]+)[ .]+)?([\w-]+)[.,]?\s*[«\"“]?\s*$", text[max(0, span.start - 40) : span.start])
    if before is not None:
        words = [word.lower() for word in before.groups() if word]
        if words[-1] in language.person_titles:
            yield "PER", _TITLE_VOTE
        for label, cues in language.label_cues.items():
            if words[-1] in cues or (label == "PRODUCT" and words[0] in cues):
                yield label, _CUE_VOTE
    after = re.match(r"\s+(\w+)(?:\s+(\w+))?", text[span.end : span.end + 40])
    if after is not None and {word.lower() for word in after.groups() if word} & language.report_verbs:
        yield "ORG", _SPEAKER_VOTE


def _places(votes: Mapping[str, Votes], seen: set[Span], document: Document) -> dict[str, tuple[Span, ...]]:
    """Return name -> its mentions: where it was seen, and wherever else the body has it outside other names."""
    text, body = document.text, _body(document)
    taken = SpanIndex(seen)
    found: dict[str, list[Span]] = defaultdict(list)
    if not votes:
        return {}
    longest = sorted(votes, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    for match in re.finditer(rf"(?<![\w@#])(?:{pattern})(?![\w])", text):
        span = Span(*match.span())
        if span in seen or (body.covers(span) and not taken.overlapping(span) and not _opens_in_doubt(span, text)):
            found[_normal(match.group())].append(span)
    for span in seen:
        name = _normal(span.of(text))
        if span not in found[name]:
            found[name].append(span)
    return {name: tuple(sorted(spans)) for name, spans in found.items() if not _is_rare(name, spans, seen, votes)}


def _opens_in_doubt(span: Span, text: str) -> bool:
    """Tell whether a single word opens a sentence and stands in small letters elsewhere, so that it may be a common word."""
    word = span.of(text)
    opens = re.search(r"(?:^|[.!?…:»\"”]\s+|\n\s*[-–—•«\"“]?\s*)$", text[max(0, span.start - 6) : span.start])
    return " " not in word and opens is not None and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


def _is_rare(name: str, spans: Sequence[Span], seen: set[Span], votes: Mapping[str, Votes]) -> bool:
    share = sum(span in seen for span in spans) / len(spans)
    return len(spans) >= _MANY_PLACES and share < _LEAST_SHARE and max(votes[name].values()) < _LEXICON_VOTE


def _entity(names: Sequence[str], votes: Mapping[str, Votes], places: Mapping[str, tuple[Span, ...]]) -> Entity:
    total: Counter[EntityLabel] = Counter()
    for name in names:
        total.update(votes[name])
    spans = sorted({span for name in names for span in places[name]})
    apart = [span for before, span in pairwise([Span(-1, -1), *spans]) if before.end <= span.start]
    return Entity(names[0], label_of(total), tuple(apart))
