"""A digest -> the same digest in the other language, beside the original.

Terms are the lexicon's, definitions as well; names, figures and dates are checked in every line, and a line that lost one stays
in its own language, with a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.engines.translator import Translator
from summarizer.errors import EngineError
from summarizer.languages import get_language
from summarizer.results import Digest, Glossary, KeyPoint, Line, Summary, Translation
from summarizer.translation import fidelity, terms
from summarizer.types import Note
from summarizer.words import in_order


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a line: its text in the other language or as it was, and the notes on it."""

    text: str
    notes: tuple[Note, ...] = ()


def translate_digest(digest: Digest, *, to: str, translator: Translator) -> Digest:
    """Return *digest* with its translation into the language *to*; as it is where it is in that language.

    A translator that fails altogether costs the translation, not the digest: a note says so.
    """
    source = digest.document.language.code
    if source == to:
        return digest
    texts = list(dict.fromkeys(_texts(digest, to)))
    try:
        outcomes = _translated(texts, digest, to=to, translator=translator)
    except EngineError as error:
        message = get_language(source).phrases["untranslated"].format(detail=error)
        return replace(digest, notes=(*digest.notes, Note("untranslated", message)))
    return replace(digest, translation=_assembled(digest, outcomes, to))


def _texts(digest: Digest, to: str) -> Iterator[str]:
    """Yield all that must be translated."""
    if digest.document.title:
        yield digest.document.title
    yield from (line.text for line in digest.summary.sentences)
    yield from (point.text for point in digest.key_points)
    yield from (entry.definition or "" for entry in digest.glossary.entries if terms.needs_translation(entry, to))


def _translated(texts: Sequence[str], digest: Digest, *, to: str, translator: Translator) -> Mapping[str, _Outcome]:
    source, known = digest.document.language.code, terms.known_terms(digest.glossary.entries, to)
    first = dict(zip(texts, translator.translate(texts, source, to), strict=True))
    wrong = {text: pairs for text in texts if (pairs := terms.missing_terms(text, first[text], known, target=to))}
    given = [terms.with_terms(text, pairs) for text, pairs in wrong.items()]
    second = dict(zip(wrong, translator.translate(given, source, to) if given else (), strict=True))
    return {text: _settle(text, first[text], second.get(text), digest=digest, to=to, known=known) for text in texts}


def _settle(text: str, first: str, second: str | None, *, digest: Digest, to: str, known: terms.Terms) -> _Outcome:
    """Choose the translation with the right terms where it kept all figures and names, else the plain one, else the original."""
    source, phrases = digest.document.language.code, get_language(to).phrases
    lost: tuple[str, ...] = ()
    for candidate in (second, first):
        if not candidate or not fidelity.is_translation(text, candidate, target=to):
            continue
        spelled = fidelity.respell_figures(candidate, text, source=source, target=to)
        lost = fidelity.lost(text, spelled, entities=digest.entities, text=digest.document.text, source=source, target=to)
        if lost:
            continue
        missing = terms.missing_terms(text, spelled, known, target=to)
        notes = tuple(Note("term", phrases["term_not_kept"].format(term=own, name=name, line=spelled)) for own, name in missing)
        return _Outcome(spelled, notes)
    detail = ", ".join(lost) or phrases["nothing_whole"]
    return _Outcome(text, (Note("line-untranslated", phrases["line_untranslated"].format(line=text, detail=detail)),))


def _assembled(digest: Digest, outcomes: Mapping[str, _Outcome], to: str) -> Translation:
    labels = get_language(to).role_labels
    entries = [
        terms.translated_entry(
            entry, to, outcomes[entry.definition].text if entry.definition and entry.definition in outcomes else None
        )
        for entry in digest.glossary.entries
    ]
    return Translation(
        lang=to,
        title=outcomes[digest.document.title].text if digest.document.title else "",
        summary=Summary(tuple(Line(outcomes[line.text].text, line.evidence) for line in digest.summary.sentences)),
        key_points=tuple(
            KeyPoint(point.role, labels[point.role], Line(outcomes[point.text].text, point.line.evidence))
            for point in digest.key_points
        ),
        glossary=Glossary(tuple(sorted(entries, key=lambda entry: in_order(entry.term)))),
        notes=tuple(note for outcome in outcomes.values() for note in outcome.notes),
    )
