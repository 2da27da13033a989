"""The box of a page: its lines, entries and notes in words, each line with the name that leads to its evidence.

A digest has one box, its translation another. A translated line has the name of the line that it translates, so that choosing
either shows the same sentences of the article.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.languages import KNOWN, Language, get_language
from summarizer.rendering import wording
from summarizer.results import Digest, GlossaryEntry, Line, Translation

# Mentions of a term that get a link of their own; the others are marked all the same.
_LINKED_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: the name of its evidence in the article, if it has any there; its role and label, if it is a key point."""

    name: str
    text: str
    is_generated: bool
    role: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A glossary entry in words; ``number`` is its place in the digest.

    ``mentions`` are the numbers of those that are linked, ``further`` is how many the article has where those are not all.
    """

    number: int
    term: str
    aside: str
    definition: str
    origin: str
    sentence: str
    mentions: tuple[int, ...]
    further: str
    foreign: str


@dataclass(frozen=True, slots=True)
class BoxView:
    """All that a box says, in the words of its language; ``foreign`` is the other language."""

    language: Language
    colon: str
    heading: str
    figures: str
    points: tuple[LineView, ...]
    summary: tuple[LineView, ...]
    entries: tuple[EntryView, ...]
    notes: tuple[str, ...]
    foreign: str

    @property
    def is_generated(self) -> bool:
        """Tell whether a model wrote any of its lines."""
        return any(line.is_generated for line in (*self.points, *self.summary))

    @property
    def is_chosen_from(self) -> bool:
        """Tell whether any of its lines leads to the article."""
        return any(line.name for line in (*self.points, *self.summary))


def view_box(digest: Digest, *, anchors: frozenset[str]) -> BoxView:
    """Return the box of *digest* in the language of the article; *anchors* are the names that can be led to."""
    text = digest.document.text
    entries = (
        _entry(number, entry, text=text, anchors=anchors, foreign=_foreign_name(entry))
        for number, entry in enumerate(digest.glossary.entries, start=1)
    )
    return _box(
        digest,
        get_language(digest.document.language.code),
        anchors=anchors,
        heading=wording.heading(digest),
        figures=wording.figures(digest),
        entries=tuple(entries),
    )


def view_translation(digest: Digest, translation: Translation, *, anchors: frozenset[str]) -> BoxView:
    """Return the box of the *translation* of *digest*, in its own order of entries, with the names of the digest's lines."""
    originals = {entry.id: (number, entry) for number, entry in enumerate(digest.glossary.entries, start=1)}
    entries = (
        _entry(number, entry, text=digest.document.text, anchors=anchors, foreign=_other_than(entry, original.term))
        for entry in translation.glossary.entries
        for number, original in (originals.get(entry.id, (0, entry)),)
    )
    return _box(
        translation,
        get_language(translation.lang),
        anchors=anchors,
        heading=translation.title or wording.heading(digest),
        figures=wording.translated(translation),
        entries=tuple(entries),
    )


def _box(
    told: Digest | Translation,
    language: Language,
    *,
    anchors: frozenset[str],
    heading: str,
    figures: str,
    entries: tuple[EntryView, ...],
) -> BoxView:
    points = (
        _line(f"k{number}", point.line, anchors, role=point.role, label=point.label)
        for number, point in enumerate(told.key_points, start=1)
    )
    summary = (_line(f"y{number}", line, anchors) for number, line in enumerate(told.summary.sentences, start=1))
    return BoxView(
        language,
        wording.firm_colon(language),
        heading,
        figures,
        tuple(points),
        tuple(summary),
        entries,
        tuple(note.message for note in told.notes),
        next(code for code in KNOWN if code != language.code),
    )


def _line(name: str, line: Line, anchors: frozenset[str], *, role: str = "", label: str = "") -> LineView:
    return LineView(name if name in anchors else "", line.text, line.origin == "engine", role, label)


def _entry(number: int, entry: GlossaryEntry, *, text: str, anchors: frozenset[str], foreign: str) -> EntryView:
    language = get_language(entry.lang)
    mentions = [count for count in range(1, len(entry.mentions) + 1) if f"t{number}-{count}" in anchors]
    return EntryView(
        number,
        wording.capital(entry.term),
        wording.aside(entry, text) or "",
        wording.definition(entry),
        language.origin_labels[entry.origin] if entry.origin else "",
        f"d{number}" if f"d{number}" in anchors else "",
        tuple(mentions[:_LINKED_MENTIONS]),
        wording.number(len(mentions), language) if len(mentions) > _LINKED_MENTIONS else "",
        foreign,
    )


def _foreign_name(entry: GlossaryEntry) -> str:
    """Return the preferred name of *entry* in the other language, where it says something new."""
    names = [name.text for name in entry.designations if name.lang != entry.lang and name.status == "preferred"]
    return _other_than(entry, *names[:1])


def _other_than(entry: GlossaryEntry, *names: str) -> str:
    """Return the first of *names* unless it is the term of *entry* or its long form."""
    known = {entry.term.lower(), (entry.expansion or "").lower()}
    return next((name for name in names if name.lower() not in known), "")
