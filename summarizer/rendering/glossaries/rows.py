"""One row a concept, in the columns that tables of terms have; ``--termbase`` reads them back (docs/termbases.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.languages import KNOWN

Cell = str | int
# What a person reads and fills comes first, what tells where it is from after it.
_NAMES = ("term", "acronym", "variants", "definition", "origin", "source", "sentence", "deprecated")
COLUMNS = (
    "status",
    "term",
    "lang",
    *_NAMES[1:],
    "translation",
    *(f"translation_{name}" for name in _NAMES[1:]),
    "domain",
    "frequency",
    "documents",
    "context",
    "context_source",
    "articles",
    "id",
)
# Characters that XML and spreadsheets cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def rows(glossary: CollectionGlossary) -> list[dict[str, Cell]]:
    """Return the rows of *glossary*, the cells by the names of ``COLUMNS``."""
    return [_row(entry) for entry in glossary.entries]


def plain(text: str) -> str:
    """Return *text* without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def joined(names: Iterable[str]) -> str:
    r"""Return *names* in one cell, parted by bars; a mark that parts names has a backslash before it.

    >>> joined(["OMS", "a|b"])
    'OMS|a\\|b'
    """
    return "|".join(re.sub(r"([\\|;])", r"\\\1", name) for name in names)


def _row(entry: ConceptEntry) -> dict[str, Cell]:
    other = next(code for code in KNOWN if code != entry.lang)
    found: dict[str, Cell] = {"status": entry.status, "lang": entry.lang, **_names(entry, entry.lang)}
    found |= {f"translation_{name}" if name != "term" else "translation": cell for name, cell in _names(entry, other).items()}
    found |= {"domain": entry.domain or "", "frequency": entry.frequency, "documents": len(entry.articles)}
    context = entry.context
    found |= {"context": context.text if context else "", "context_source": context.source if context else ""}
    found |= {"articles": joined(entry.articles), "id": entry.id}
    return {name: plain(cell) if isinstance(cell, str) else cell for name, cell in ((name, found[name]) for name in COLUMNS)}


def _names(entry: ConceptEntry, lang: str) -> dict[str, str]:
    names, definition = entry.names(lang), entry.definition(lang)
    usable = [name for name in names if name.status != "deprecated"]
    return {
        "term": names[0].text if names else "",
        "acronym": joined(name.text for name in usable if name.kind == "acronym"),
        "variants": joined(name.text for name in usable[1:] if name.kind != "acronym"),
        "definition": definition.text if definition else "",
        "origin": definition.origin if definition else "",
        "source": (definition.source or "") if definition else "",
        "sentence": (definition.sentence or "") if definition else "",
        "deprecated": joined(name.text for name in names if name.status == "deprecated"),
    }
