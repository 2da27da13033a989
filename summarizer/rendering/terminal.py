"""The terminal: headings and colour through rich."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarizer.languages import Language, get_language
from summarizer.rendering import wording
from summarizer.results import Digest, GlossaryEntry, Translation

# Long lines are hard to read on a wide terminal.
_WIDTH = 100
# Below so many columns a label beside its text would leave it less than half of them.
_NARROW = 44


def print_digest(digest: Digest, console: Console) -> None:
    """Print *digest* on *console*, at most 100 columns wide."""
    if isinstance(console.file, io.TextIOWrapper):
        # A letter that the terminal's character set lacks becomes a question mark.
        console.file.reconfigure(errors="replace")
    width = min(console.width, _WIDTH)
    console.print(_page(digest, is_narrow=width < _NARROW), width=width)


def _page(digest: Digest, *, is_narrow: bool) -> RenderableType:
    parts: list[RenderableType] = [
        Text(wording.heading(digest), style="bold"),
        Text(wording.figures(digest), style="dim"),
        *_parts(digest, get_language(digest.document.language.code), digest.document.text, is_narrow=is_narrow),
    ]
    if digest.translation is not None:
        parts += [
            Text(f"\n{digest.translation.title or wording.heading(digest)}", style="bold"),
            Text(wording.translated(digest.translation), style="dim"),
            *_parts(digest.translation, get_language(digest.translation.lang), digest.document.text, is_narrow=is_narrow),
        ]
    return Group(*parts)


def _parts(digest: Digest | Translation, language: Language, text: str, *, is_narrow: bool) -> Iterator[RenderableType]:
    if digest.key_points:
        yield _heading(language.phrases["key_points"])
        yield from _stacked_points(digest) if is_narrow else (_key_points(digest),)
    if digest.summary.sentences:
        yield from (_heading(language.phrases["summary"]), Padding(Text(digest.summary.text), (0, 2)))
    if digest.glossary.entries:
        yield _heading(language.phrases["glossary"])
        yield from (Padding(_entry(entry, text), (0, 2)) for entry in digest.glossary.entries)
    if digest.notes:
        yield _heading(language.phrases["notes"])
        yield from (Padding(Text(note.message, style="yellow"), (0, 2)) for note in digest.notes)


def _heading(text: str) -> RenderableType:
    return Text(f"\n{text}", style="bold cyan")


def _key_points(digest: Digest | Translation) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold green")
    table.add_column()
    for point in digest.key_points:
        table.add_row(Text(f"  {point.label}"), Text(point.text))
    return table


def _stacked_points(digest: Digest | Translation) -> Iterator[RenderableType]:
    """Yield each label on a line of its own above its text."""
    for point in digest.key_points:
        yield Text(point.label, style="bold green")
        yield Padding(Text(point.text), (0, 0, 0, 2))


def _entry(entry: GlossaryEntry, text: str) -> RenderableType:
    language = get_language(entry.lang)
    line = Text(wording.capital(entry.term), style="bold")
    aside = wording.aside(entry, text)
    if aside:
        line.append(f" ({aside})", style="not bold")
    line.append(language.colon, style="not bold")
    line.append(wording.definition(entry) or language.phrases["undefined"], style="not bold")
    if entry.origin:
        line.append(f" ({language.origin_labels[entry.origin]})", style="not bold dim italic")
    return line
