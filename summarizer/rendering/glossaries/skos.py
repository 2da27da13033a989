"""SKOS (W3C 2009) in Turtle, by rdflib.

A concept stands at ``#id`` of the file itself. Who gives a definition, and the sentence of the article, is an editorial note in
the language of the definition.
"""

from __future__ import annotations

from typing import Any

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.languages import get_language
from summarizer.rendering.glossaries import wording
from summarizer.rendering.glossaries.rows import plain

_SCHEME = "#glossary"


def as_skos(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as a concept scheme in Turtle, statements in alphabetical order."""
    from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    scheme = URIRef(_SCHEME)
    phrases = get_language(glossary.lang).phrases
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, DCTERMS.title, Literal(phrases["collection"], lang=glossary.lang)))
    graph.add((scheme, DCTERMS.description, Literal(wording.figures(glossary), lang=glossary.lang)))
    for entry in glossary.entries:
        concept = URIRef(f"#{entry.id}" if entry.id != _SCHEME[1:] else f"#{entry.id}-concept")
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.inScheme, scheme))
        graph.add((concept, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, concept))
        for name, text, lang in _statements(entry):
            graph.add((concept, _term(name), Literal(plain(text), lang=lang)))
    return graph.serialize(format="turtle", encoding="utf-8")


def _term(name: str) -> Any:
    from rdflib import DCTERMS, SKOS

    return DCTERMS.subject if name == "subject" else SKOS[name]


def _statements(entry: ConceptEntry) -> list[tuple[str, str, str]]:
    """Return what is said of a concept: property, text and language; the first name of a language is its preferred label."""
    found: list[tuple[str, str, str]] = []
    for lang in entry.langs:
        first, *rest = entry.names(lang)
        found.append(("prefLabel", first.text, lang))
        found += [
            ("hiddenLabel" if name.status == "deprecated" else "altLabel", name.text, lang)
            for name in rest
            if name.text != first.text
        ]
        definition = entry.definition(lang)
        if definition is not None:
            found.append(("definition", definition.text, lang))
            phrases, colon = get_language(lang).phrases, get_language(lang).colon
            note = phrases["definition_from"].format(origin=wording.origin(definition, lang))
            quoted = f" · {phrases['in_article']}{colon}{definition.sentence}" if definition.sentence else ""
            found.append(("editorialNote", f"{note}{quoted}", lang))
    if entry.definition(entry.lang) is None:
        found.append(("editorialNote", get_language(entry.lang).phrases["undefined"], entry.lang))
    if entry.context is not None:
        found.append(("example", f"{entry.context.text} ({entry.context.source})", entry.context.lang))
    if entry.domain:
        found.append(("subject", entry.domain, "en"))
    return found
