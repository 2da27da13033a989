"""TBX-Basic v3 (ISO 30042:2019), data categories as attributes (DCA), by lxml.

A definition stands with its language, its source as ``admin`` ("article: port.txt") and its source sentence as a note beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from summarizer.concepts import CollectionGlossary, ConceptEntry, Context
from summarizer.errors import RenderingError
from summarizer.languages import get_language
from summarizer.rendering.glossaries.rows import plain
from summarizer.rendering.glossaries.wording import figures
from summarizer.types import Designation, SourcedDefinition

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
TERM_TYPES: Mapping[str, str] = MappingProxyType({"full": "fullForm", "acronym": "acronym", "variant": "variant"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
# An XML id must not start with a figure.
_ID_PREFIX = "c-"


def as_tbx(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as a TBX-Basic file; one without entries has no concept to show and a body that says nothing.

    Raises RenderingError when the glossary is empty, which TBX cannot say.
    """
    from lxml import etree

    if not glossary.entries:
        raise RenderingError("tbx: the glossary has no entry, and TBX allows no empty body; choose another format")
    root = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: glossary.lang}, nsmap={None: NAMESPACE}
    )
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    phrases = get_language(glossary.lang).phrases
    _add(_add(description, "titleStmt"), "title", phrases["collection"])
    _add(
        _add(description, "sourceDesc"),
        "p",
        figures(glossary),
    )
    body = _add(_add(root, "text"), "body")
    for entry in glossary.entries:
        _concept(body, entry)
    etree.indent(root, " ")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _concept(body: Any, entry: ConceptEntry) -> None:
    concept = _add(body, "conceptEntry", id=f"{_ID_PREFIX}{entry.id}")
    if entry.domain:
        _add(concept, "descrip", entry.domain, type="subjectField")
    for lang in entry.langs:
        section = _add(concept, "langSec")
        section.set(_LANG, lang)
        definition = entry.definition(lang)
        if definition is not None:
            _definition(section, definition)
        for number, name in enumerate(entry.names(lang)):
            is_first = number == 0 and entry.context is not None and entry.context.lang == lang
            _term(section, name, entry.context if is_first else None)


def _definition(section: Any, definition: SourcedDefinition) -> None:
    group = _add(section, "descripGrp")
    _add(group, "descrip", definition.text, type="definition")
    _add(group, "admin", ": ".join(part for part in (definition.origin, definition.source) if part), type="source")
    if definition.sentence:
        _add(group, "note", definition.sentence)


def _term(section: Any, name: Designation, context: Context | None) -> None:
    term = _add(section, "termSec")
    _add(term, "term", name.text)
    _add(term, "termNote", "noun", type="partOfSpeech")
    _add(term, "termNote", TERM_TYPES[name.kind], type="termType")
    _add(term, "termNote", _STATUS[name.status], type="administrativeStatus")
    if context is not None:
        group = _add(term, "descripGrp")
        _add(group, "descrip", context.text, type="context")
        _add(group, "admin", context.source, type="source")


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    element.text = plain(text) or None
    return element
