"""Markdown: one line a concept with its definition, the rest below it; what is to be defined in a section of its own."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.languages import get_language
from summarizer.rendering.glossaries import wording
from summarizer.rendering.glossaries.rows import plain
from summarizer.rendering.markdown import escape
from summarizer.rendering.wording import capital, sentence


def as_markdown(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as Markdown in the language of most articles."""
    return (plain("\n".join(_lines(glossary))) + "\n").encode("utf-8")


def _lines(glossary: CollectionGlossary) -> Iterator[str]:
    phrases = get_language(glossary.lang).phrases
    yield f"# {phrases['collection']}"
    yield f"*{wording.figures(glossary)}*"
    for heading, entries in ((phrases["glossary"], glossary.defined), (phrases["to_define"], glossary.undefined)):
        if entries:
            yield f"\n## {heading}\n"
            for entry in entries:
                yield from _entry(entry, glossary.lang)


def _entry(entry: ConceptEntry, lang: str) -> Iterator[str]:
    language = get_language(lang)
    aside = wording.aside(entry)
    definition = entry.definition(entry.lang)
    head = f"- **{escape(capital(entry.term))}**" + (f" ({escape(aside)})" if aside else "")
    if definition is not None:
        head += f"{language.colon}{escape(sentence(definition.text))} *({escape(wording.origin(definition, lang))})*"
    yield head
    yield from (f"  - {line}" for line in _details(entry, lang))


def _details(entry: ConceptEntry, lang: str) -> Iterator[str]:
    language, definition = get_language(lang), entry.definition(entry.lang)
    if definition is not None and definition.sentence and definition.sentence != definition.text:
        yield f"{language.phrases['in_article']}{language.colon}{escape(definition.sentence)}"
    names = wording.others(entry)
    if names:
        yield f"{language.phrases['also']}{language.colon}{escape(', '.join(names))}"
    for code in entry.langs[1:]:
        other = entry.definition(code)
        named = ", ".join(name.text for name in entry.names(code))
        said = f" — {escape(sentence(other.text))} *({escape(wording.origin(other, lang))})*" if other else ""
        yield f"{capital(get_language(code).name)}{language.colon}{escape(named)}{said}"
    if definition is None and entry.context is not None:
        yield f"{language.phrases['example']}{language.colon}{escape(entry.context.text)} *({escape(entry.context.source)})*"
    yield escape(" · ".join(filter(None, (wording.domain(entry, lang), wording.uses(entry, lang)))))
