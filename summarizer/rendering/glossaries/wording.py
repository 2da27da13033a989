"""What the pages for people say in the same words."""

from __future__ import annotations

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.languages import get_language
from summarizer.letters import holds, spelled_out
from summarizer.rendering.wording import counted
from summarizer.types import SourcedDefinition


def figures(glossary: CollectionGlossary) -> str:
    """Return the line that tells how many articles there are, and how many concepts are defined and are not."""
    language = get_language(glossary.lang)
    counts = {"article": glossary.articles, "defined": len(glossary.defined), "undefined": len(glossary.undefined)}
    return " · ".join(counted(noun, count, language) for noun, count in counts.items())


def aside(entry: ConceptEntry) -> str | None:
    """Return what stands in brackets after the term: what the letters of an acronym spell, or the acronym of a long form.

    One that the term has in it ("PCR test") tells nothing more.
    """
    langs = (entry.lang, *(lang for lang in entry.langs if lang != entry.lang))
    names = [name for lang in langs for name in entry.names(lang) if name.text != entry.term and name.status != "deprecated"]
    if any(name.text == entry.term and name.kind == "acronym" for name in entry.names(entry.lang)):
        return spelled_out(entry.term, [name.text for name in names if name.kind != "acronym"])
    shorts = (name.text for name in names if name.kind == "acronym" and name.lang == entry.lang)
    return next((short for short in shorts if not holds(entry.term, short)), None)


def origin(definition: SourcedDefinition, lang: str) -> str:
    """Return who gives a definition, with the article or file where there is one, in the words of *lang*."""
    label = get_language(lang).origin_labels[definition.origin]
    return f"{label}, {definition.source}" if definition.source else label


def others(entry: ConceptEntry) -> list[str]:
    """Return the names in the entry's language that are neither its term nor in brackets after it."""
    shown = {entry.term, aside(entry)}
    return [name.text for name in entry.names(entry.lang) if name.text not in shown and name.status != "deprecated"]


def uses(entry: ConceptEntry, lang: str) -> str:
    """Return how often and in how many articles the concept is named."""
    return get_language(lang).phrases["uses"].format(frequency=entry.frequency, articles=len(entry.articles))


def domain(entry: ConceptEntry, lang: str) -> str | None:
    """Return the entry's domain in the words of *lang*; that of a termbase as it is."""
    return get_language(lang).domain_labels.get(entry.domain, entry.domain) if entry.domain else None
