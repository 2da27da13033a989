"""Named entities: candidate names, labelled by the evidence around all their mentions, one entity per name.

Until a trained recogniser lands in ``models/``, the labels come from the lexicon, lists of places and first names, the words
before a name ("le modèle Claude") and its own form; where the Doc already carries entities, those are candidates as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from summarizer.extraction.names import candidate_names
from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import ENTITY_LABELS, Acronym, Document, Entity, EntityLabel, LexiconMention, Span

# Votes for a label, per mention. Set by hand on the samples and the twenty annotated digests.
_TITLE_VOTE, _FIRST_NAME_VOTE, _PLACE_VOTE, _CUE_VOTE, _FORM_VOTE, _WEAK_VOTE = 30, 25, 40, 20, 15, 4
_PRODUCT_FORM = re.compile(r".*[A-Za-z][ -]?\d+(?:\.\d+)?\w?$|^[a-z]{1,2}[A-Z]\w+$")
_CAMEL = re.compile(r"^[A-Z][a-z]+[A-Z]\w*$")
_SPACY_LABELS: Mapping[str, EntityLabel] = {
    "PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "MISC", "WORK_OF_ART": "WORK",
    **{label: label for label in ENTITY_LABELS},
}  # fmt: skip


def find_entities(
    doc: Doc,
    document: Document,
    *,
    mentions: Sequence[LexiconMention],
    acronyms: Sequence[Acronym],
    language: Language,
) -> tuple[Entity, ...]:
    """Return the entities of *document* in order of first mention; every name has one label and all its mentions."""
    text = document.text
    named = [mention for mention in mentions if mention.concept.label is not None]
    votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for mention in named:
        votes[mention.span.of(text)][_label_of(mention)] += _PLACE_VOTE + 10
    known = SpanIndex(mention.span for mention in mentions)
    for candidate in _candidates(doc, document, language):
        for span in _split_at_known(candidate, known, text, language):
            _vote(span, doc, text, language, votes[_without_title(span.of(text), language)])
    _drop_non_names(votes, language)
    groups = _grouped(votes, _aliases(named, acronyms, text))
    entities = (_entity(names, votes, text, document) for names in groups)
    return tuple(sorted((e for e in entities if e is not None), key=lambda entity: entity.mentions))


def _split_at_known(span: Span, known: SpanIndex, text: str, language: Language) -> Iterator[Span]:
    """Yield what is left of a candidate beside the known names in it ("ChatGPT et …" -> the rest).

    A candidate that goes on right before or after a known name, without a link between them, is a longer name and stays whole.
    """
    inside = known.overlapping(span)
    if not inside:
        yield span
        return
    borders = [span.start, *(edge for other in inside for edge in (other.start, other.end)), span.end]
    links = {link.rstrip("’'") for link in language.name_links}
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        piece = text[start:end]
        words = re.findall(r"[\w-]+", piece)
        if not re.search(r"[A-ZÀ-Ý]", piece):
            continue
        if not {words[0].lower(), words[-1].lower()} & links:
            yield span
            return
        bare = _bare(Span(start, end), text, language)
        if bare is not None:
            yield bare


def _bare(span: Span, text: str, language: Language) -> Span | None:
    """Return *span* without the links at its ends, or None when nothing is left that starts with a capital."""
    links = {link.rstrip("’'") for link in language.name_links}
    words = [m for m in re.finditer(r"[\w.-]+", span.of(text)) if m.group().lower() not in links]
    if not words or not words[0].group()[0].isupper():
        return None
    return Span(span.start + words[0].start(), span.start + words[-1].end())


def _label_of(mention: LexiconMention) -> EntityLabel:
    return mention.concept.label or "MISC"


def _candidates(doc: Doc, document: Document, language: Language) -> list[Span]:
    recognised = [Span(ent.start_char, ent.end_char) for ent in doc.ents]
    rules = candidate_names(doc, document, language=language)
    taken = SpanIndex(recognised)
    return recognised + [span for span in rules if not taken.overlapping(span)]


def _vote(span: Span, doc: Doc, text: str, language: Language, votes: Counter[EntityLabel]) -> None:
    name = span.of(text)
    before = [word.lower() for word in re.findall(r"[\w.-]+['’]?", text[max(0, span.start - 40) : span.start])][-3:]
    after = [word.lower() for word in re.findall(r"\w+|,", text[span.end : span.end + 30])][:3]
    words = re.findall(r"[\w.-]+", name)
    for ent in doc.ents:
        if (ent.start_char, ent.end_char) == (span.start, span.end) and ent.label_ in _SPACY_LABELS:
            votes[_SPACY_LABELS[ent.label_]] += _TITLE_VOTE
    votes.update(_form_votes(name, words, language))
    votes.update(_context_votes(before, words, language))
    if len(words) <= 3 and (set(after) & language.report_verbs or re.match(r", \d\d(?: ans)?,", text[span.end : span.end + 9])):
        votes["PER"] += _CUE_VOTE if " " in name else _WEAK_VOTE


def _form_votes(name: str, words: Sequence[str], language: Language) -> dict[EntityLabel, int]:
    lowered = [word.lower() for word in words]
    if name in name_list("places"):
        return {"LOC": _PLACE_VOTE}
    if lowered[-1] in language.organisation_tails or lowered[0] in language.organisation_heads:
        return {"ORG": _PLACE_VOTE}
    if len(words) > 1 and words[0] in name_list("first_names"):
        return {"PER": _FIRST_NAME_VOTE}
    if len(words) == 1 and name in name_list("first_names"):
        return {"PER": _FORM_VOTE}
    if len(words) > 1 and lowered[0] in language.person_titles:
        return {"PER": _TITLE_VOTE}
    if _PRODUCT_FORM.match(name) or _CAMEL.match(name):
        return {"PRODUCT": _FORM_VOTE, "ORG": _WEAK_VOTE}
    if name.replace(".", "").replace("&", "").isupper():
        return {"ORG": _FORM_VOTE}
    if 2 <= len(words) <= 3 and all(word[0].isupper() for word in words):
        return {"PER": _WEAK_VOTE + 2}
    return {"MISC": _WEAK_VOTE // 2, "ORG": _WEAK_VOTE // 2}


def _context_votes(before: Sequence[str], words: Sequence[str], language: Language) -> Counter[EntityLabel]:
    votes: Counter[EntityLabel] = Counter()
    if before and before[-1] in language.person_titles:
        votes["PER"] += _TITLE_VOTE
    if len(words) == 1 and before and before[-1] in language.place_prepositions:
        votes["LOC"] += _WEAK_VOTE
    for label, cues in language.label_cues.items():
        near = before[-1:] if label != "PRODUCT" else before[-2:]
        if any(word.rstrip("’'") in cues for word in near):
            votes[label] += _CUE_VOTE
        if words[0].lower() in cues and len(words) > 1 and label in ("LAW", "EVENT", "WORK"):
            votes[label] += _CUE_VOTE
    return votes


def _without_title(name: str, language: Language) -> str:
    """Return *name* without the titles of a person at its front ("President Donald Trump")."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in language.person_titles and words[1][0].isupper():
        words = words[1:]
    return " ".join(words).strip(" -–")


def _drop_non_names(votes: dict[str, Counter[EntityLabel]], language: Language) -> None:
    """Drop what is capitalised but names nothing: peoples, days, titles, function words."""
    for name in list(votes):
        lowered = name.lower()
        single = " " not in name
        is_people = single and not name.isupper() and re.fullmatch(rf"[\w-]*{language.demonyms}", lowered)
        is_word = lowered in language.stop_words or lowered in language.calendar or lowered in language.person_titles
        if (
            not name
            or (is_people and name not in name_list("places") and votes[name].total() < _PLACE_VOTE)
            or (single and is_word and not (name.isupper() and "." not in name and len(name) > 2))
        ):
            del votes[name]


def _aliases(named: Sequence[LexiconMention], acronyms: Sequence[Acronym], text: str) -> dict[str, str]:
    """Return name -> fuller name, from the lexicon's concepts and the acronyms that the article explains."""
    aliases: dict[str, str] = {}
    by_concept: dict[str, list[str]] = defaultdict(list)
    for mention in named:
        by_concept[mention.concept.id].append(mention.span.of(text))
    for names in by_concept.values():
        counts = Counter(names)
        head = max(counts, key=lambda name: (not name.isupper(), counts[name], len(name)))
        aliases.update((name, head) for name in names)
    aliases.update((acronym.short, acronym.long) for acronym in acronyms if acronym.long)
    return aliases


def _grouped(votes: Mapping[str, Counter[EntityLabel]], aliases: Mapping[str, str]) -> list[list[str]]:
    """Group names of one entity: a surname with the full name, a short form with the long one."""
    groups: dict[str, list[str]] = defaultdict(list)
    people = [name for name in votes if " " in name and _best(votes[name]) == "PER"]
    for name in votes:
        fuller = aliases.get(name, "")
        if fuller not in votes:
            owners = [person for person in people if person != name and re.search(rf"(?:^| ){re.escape(name)}$", person)]
            fuller = max(owners, key=len) if owners and _best(votes[name]) in ("PER", "MISC", "ORG") else name
            if name.endswith(".com") and name.removesuffix(".com") in votes:
                fuller = name.removesuffix(".com")
        groups[fuller].append(name)
    return [[head, *(name for name in names if name != head)] for head, names in groups.items()]


def _best(votes: Counter[EntityLabel]) -> EntityLabel:
    return max(ENTITY_LABELS, key=lambda label: votes[label])


def _entity(names: Sequence[str], votes: Mapping[str, Counter[EntityLabel]], text: str, document: Document) -> Entity | None:
    total: Counter[EntityLabel] = Counter()
    for name in names:
        total.update(votes.get(name, Counter()))
    spans = _mentions(names, text, document)
    if not spans or not total:
        return None
    return Entity(names[0], _best(total), spans)


def _mentions(names: Iterable[str], text: str, document: Document) -> tuple[Span, ...]:
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    body = SpanIndex(block.span for block in document.blocks if block.part == "body")
    found = (Span(*match.span()) for match in re.finditer(rf"(?<![\w])(?:{pattern})(?!\w)", text))
    return tuple(span for span in found if body.covers(span))
