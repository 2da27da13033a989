"""Coded checks of a SKOS concept scheme in Turtle: the integrity conditions of the recommendation (S9 to S46), and ours.

Each check is a small function whose docstring is the message; :func:`problems` yields what they find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

Check = Callable[["Graph"], Iterator[str]]
_TEXTS = ("prefLabel", "altLabel", "hiddenLabel", "definition", "example", "editorialNote", "scopeNote")


def one_scheme(graph: Graph) -> Iterator[str]:
    """There is not exactly one concept scheme with a title."""
    from rdflib import DCTERMS, RDF, SKOS

    schemes = list(graph.subjects(RDF.type, SKOS.ConceptScheme))
    if len(schemes) != 1 or not graph.value(schemes[0], DCTERMS.title):
        yield f"{len(schemes)} schemes"


def in_scheme(graph: Graph) -> Iterator[str]:
    """A concept is in no scheme, or there is no concept."""
    from rdflib import RDF, SKOS

    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    yield from ([] if concepts else ["no concept"])
    for concept in sorted(concepts, key=str):
        if not {scheme for scheme in graph.objects(concept, SKOS.inScheme) if (scheme, RDF.type, SKOS.ConceptScheme) in graph}:
            yield str(concept)


def scheme_is_no_concept(graph: Graph) -> Iterator[str]:
    """A resource is both a concept and a concept scheme (S9)."""
    from rdflib import RDF, SKOS

    both = set(graph.subjects(RDF.type, SKOS.Concept)) & set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    yield from sorted(map(str, both))


def labels_disjoint(graph: Graph) -> Iterator[str]:
    """A label is preferred and alternative or hidden at once (S13)."""
    from rdflib import SKOS

    for one, two in combinations((SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel), 2):
        yield from (
            f"{concept} {label}"
            for concept, label in sorted(graph.subject_objects(one), key=str)
            if (concept, two, label) in graph
        )


def one_preferred_label(graph: Graph) -> Iterator[str]:
    """A concept has no preferred label, or two in one language (S14)."""
    from rdflib import RDF, SKOS

    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept), key=str):
        counts = Counter(getattr(label, "language", None) for label in graph.objects(concept, SKOS.prefLabel))
        if not counts or max(counts.values()) > 1:
            yield str(concept)


def texts_tagged(graph: Graph) -> Iterator[str]:
    """A label, definition or note is empty or has no language tag."""
    from rdflib import SKOS, Literal

    for name in _TEXTS:
        for concept, text in sorted(graph.subject_objects(SKOS[name]), key=str):
            if not isinstance(text, Literal) or not text.language or not str(text).strip():
                yield f"{concept} {name}"


def one_definition(graph: Graph) -> Iterator[str]:
    """A concept has two definitions in one language, or one in a language in which it has no label."""
    from rdflib import SKOS

    for concept in sorted(set(graph.subjects(SKOS.definition)), key=str):
        counts = Counter(getattr(text, "language", None) for text in graph.objects(concept, SKOS.definition))
        labels = {getattr(label, "language", None) for label in graph.objects(concept, SKOS.prefLabel)}
        if max(counts.values()) > 1 or not set(counts) <= labels:
            yield str(concept)


def origin_told(graph: Graph) -> Iterator[str]:
    """A definition has no editorial note in its language that tells its origin."""
    from rdflib import SKOS

    for concept, text in sorted(graph.subject_objects(SKOS.definition), key=str):
        notes = {getattr(note, "language", None) for note in graph.objects(concept, SKOS.editorialNote)}
        if getattr(text, "language", None) not in notes:
            yield str(concept)


CHECKS: tuple[Check, ...] = (
    one_scheme,
    in_scheme,
    scheme_is_no_concept,
    labels_disjoint,
    one_preferred_label,
    texts_tagged,
    one_definition,
    origin_told,
)


def problems(data: bytes) -> Iterator[str]:
    """Yield a line for everything in the Turtle file *data* that breaks a rule."""
    from rdflib import Graph

    graph = Graph()
    try:
        graph.parse(data=data, format="turtle", publicID="urn:glossary")
    except SyntaxError as error:
        yield f"well_formed: {error}: The file is not Turtle."
        return
    for check in CHECKS:
        for found in check(graph):
            yield f"{check.__name__}: {found}: {(check.__doc__ or '').strip()}"
