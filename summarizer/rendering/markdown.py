"""Markdown: the form that people see first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.languages import Language, get_language
from summarizer.rendering import wording
from summarizer.results import Digest, GlossaryEntry, Translation
from summarizer.types import Note

_SPECIAL = re.compile(r"([\\`*_<\[\]]|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\d{0,9})(#{1,6} |[-+>] |[.)] )|( )(#+)$", re.MULTILINE)


def as_markdown(digest: Digest) -> str:
    """Return *digest* as Markdown with the headings of its language; a part that is empty has no heading."""
    return "\n".join(_lines(digest)) + "\n"


def escape(text: str) -> str:
    """Return *text* so that Markdown shows it letter for letter."""
    return _LINE_START.sub(_set_apart, _SPECIAL.sub(r"\\\1", text))


def _set_apart(match: re.Match[str]) -> str:
    """Put a backslash before the sign that would make a heading or a list of a line."""
    number, sign, space, closing = match.groups(default="")
    return f"{number}\\{sign}" if sign else f"{space}\\{closing}"


def _lines(digest: Digest) -> Iterator[str]:
    language = get_language(digest.document.language.code)
    yield f"# {escape(wording.heading(digest))}"
    yield f"*{wording.figures(digest)}*"
    yield from _parts(digest, language, digest.document.text)
    if digest.translation is not None:
        yield "\n---"
        yield f"\n# {escape(digest.translation.title or wording.heading(digest))}"
        yield f"*{wording.translated(digest.translation)}*"
        yield from _parts(digest.translation, get_language(digest.translation.lang), digest.document.text)


def _parts(digest: Digest | Translation, language: Language, text: str) -> Iterator[str]:
    if digest.key_points:
        yield f"\n## {language.phrases['key_points']}\n"
        yield from (f"- **{point.label}**{language.colon}{escape(point.text)}" for point in digest.key_points)
    if digest.summary.sentences:
        yield f"\n## {language.phrases['summary']}\n"
        yield escape(digest.summary.text)
    if digest.glossary.entries:
        yield f"\n## {language.phrases['glossary']}\n"
        yield from (_entry(entry, text) for entry in digest.glossary.entries)
    if digest.notes:
        yield f"\n## {language.phrases['notes']}\n"
        yield from (_note(note) for note in digest.notes)


def _entry(entry: GlossaryEntry, text: str) -> str:
    language = get_language(entry.lang)
    aside = wording.aside(entry, text)
    head = f"- **{escape(wording.capital(entry.term))}**" + (f" ({escape(aside)})" if aside else "")
    if not entry.definition or entry.origin is None:
        return f"{head}{language.colon}*{language.phrases['undefined']}*"
    return f"{head}{language.colon}{escape(wording.definition(entry))} *({language.origin_labels[entry.origin]})*"


def _note(note: Note) -> str:
    return f"- {escape(note.message)}"
