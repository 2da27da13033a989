"""The glossary of one digest as that of a collection of one article, so that both are written alike."""

from __future__ import annotations

from summarizer.concepts import CollectionGlossary, ConceptEntry, Context
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.results import Digest, GlossaryEntry
from summarizer.types import Designation, SourcedDefinition
from summarizer.words import sentence_around


def glossary_of(digest: Digest) -> CollectionGlossary:
    """Return the glossary of *digest*, its entries in their order."""
    language = get_language(digest.document.language.code)
    entries = tuple(_entry(entry, digest, language) for entry in digest.glossary.entries)
    return CollectionGlossary(entries, 1, language.code)


def _entry(entry: GlossaryEntry, digest: Digest, language: Language) -> ConceptEntry:
    text, source = digest.document.text, digest.document.source.name
    example = sentence_around(text, entry.mentions[0], language).of(text)
    return ConceptEntry(
        id=entry.id,
        term=entry.term,
        lang=entry.lang,
        designations=_designations(entry),
        definitions=_definitions(entry, digest, language),
        frequency=len(entry.mentions),
        articles=(source,),
        context=Context(example, entry.lang, source),
        domain=entry.domain,
    )


def _definitions(entry: GlossaryEntry, digest: Digest, language: Language) -> tuple[SourcedDefinition, ...]:
    if entry.definition is None or entry.origin is None:
        return ()
    text = digest.document.text
    sentence = sentence_around(text, entry.evidence, language).of(text) if entry.evidence else None
    source = digest.document.source.name if entry.origin == "article" else None
    return (SourcedDefinition(entry.lang, entry.definition, entry.origin, source, sentence),)


def _designations(entry: GlossaryEntry) -> tuple[Designation, ...]:
    """Return the names with the preferred one of each language first: the long form where there is one."""
    found: list[Designation] = []
    for lang in dict.fromkeys((entry.lang, *(name.lang for name in entry.designations))):
        names = [name for name in entry.designations if name.lang == lang]
        full = [name for name in names if name.kind == "full"]
        first = next((name for name in full if name.text == entry.expansion), (full or names)[0])
        found.append(Designation(first.text, lang, first.kind if first.kind == "acronym" else "full", "preferred"))
        rest = [name for name in names if name is not first]
        found += [Designation(name.text, lang, "acronym" if name.kind == "acronym" else "variant") for name in rest]
    return tuple(found)
