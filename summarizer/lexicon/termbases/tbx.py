"""Termbases in TBX (ISO 30042): versions 2 and 3, data categories as attributes (DCA) or as elements (DCT), by lxml.

Read leniently, entry by entry; no entity is resolved and nothing is fetched. Languages other than French and English are passed
over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

from summarizer.errors import LexiconError
from summarizer.languages import KNOWN
from summarizer.lexicon.termbases.entries import Entry
from summarizer.types import Designation, DesignationKind, DesignationStatus, Origin, SourcedDefinition

# Names of the same things in TBX 3 and TBX 2.
_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS: dict[str, DesignationKind] = {
    "acronym": "acronym",
    "abbreviation": "acronym",
    "initialism": "acronym",
    "variant": "variant",
    "shortForm": "variant",
    "synonym": "variant",
    "phrase": "variant",
}
# An id must not start with a figure in XML; this stands before those that are written here.
ID_PREFIX = "c-"


def read_tbx(path: Path) -> Iterator[Entry]:
    """Yield the entries of a TBX file that have a name in French or English.

    Raises LexiconError, with the line, when the file is not well-formed, declares entities or holds no TBX.
    """
    from lxml import etree

    settings = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    with path.open("rb") as stream:
        try:
            yield from _entries(etree.iterparse(stream, events=("start", "end"), **settings), path)
        except etree.XMLSyntaxError as error:
            raise LexiconError(f"{path}: {error.lineno}: is not well-formed XML ({error.msg})") from error


def _entries(steps: Iterator[tuple[str, Any]], path: Path) -> Iterator[Entry]:
    """Yield the entries that *steps* come past, and forget each once it is read."""
    is_root = True
    for event, element in steps:
        if is_root:
            _check_root(element, path)
            is_root = False
        if event == "end" and _name(element) in _ENTRIES:
            entry = _entry(element)
            if entry is not None:
                yield entry
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]


def _check_root(root: Any, path: Path) -> None:
    document = root.getroottree().docinfo
    if document.internalDTD is not None and next(iter(document.internalDTD.iterentities()), None) is not None:
        raise LexiconError(f"{path}: 1: declares entities, which are not read; save the termbase without them")
    if _name(root) not in ("tbx", "martif", "TBX"):
        raise LexiconError(
            f"{path}: {root.sourceline}: starts with <{_name(root)}>, not with <tbx> or <martif>; export it as TBX"
        )


def _entry(element: Any) -> Entry | None:
    """Return the entry at *element*, with what is wrong about it; nothing where it is in other languages only."""
    where = str(element.sourceline)
    names: list[Designation] = []
    definitions: list[SourcedDefinition] = []
    for section in _inside(element, *_LANGUAGES):
        given = section.get(_LANG) or section.get("lang") or ""
        if not given:
            return Entry(str(section.sourceline), problem="a language section has no xml:lang; write fr or en")
        code = given.replace("_", "-").partition("-")[0].lower()
        if code in KNOWN:
            found = [name for term in _inside(section, *_TERMS) if (name := _designation(term, code)) is not None]
            names += _with_preferred(found)
            definitions += _definitions(section, code)[:1]
    if not names:
        other = [term for term in _inside(element, "term") if _text(term)]
        return None if other else Entry(where, problem="the entry has no term")
    lang = names[0].lang
    if not any(definition.lang == lang for definition in definitions):
        definitions += _definitions(element, lang, outside=_LANGUAGES)[:1]
    domain = next((_text(found) for found in _categories(element, "subjectField")), "")
    usable = [definition for definition in definitions if any(name.lang == definition.lang for name in names)]
    return Entry(where, tuple(names), tuple(usable), (element.get("id") or "").removeprefix(ID_PREFIX), domain)


def _designation(section: Any, code: str) -> Designation | None:
    text = next((_text(term) for term in _inside(section, "term")), "")
    kind = next((_text(found) for found in _categories(section, "termType")), "")
    status = next((_text(found) for found in _categories(section, "administrativeStatus")), "")
    return Designation(text, code, _KINDS.get(kind, "full"), _status(status)) if text else None


def _status(given: str) -> DesignationStatus:
    if given.startswith(("deprecated", "superseded")):
        return "deprecated"
    return "preferred" if given.startswith("preferred") else "admitted"


def _with_preferred(names: list[Designation]) -> list[Designation]:
    """Return *names* with the preferred one first: the first full form where the file names none, a deprecated one at worst."""
    if not names:
        return []
    ranks: dict[DesignationStatus, int] = {"preferred": 0, "admitted": 1, "deprecated": 2}
    first = min(names, key=lambda name: (ranks[name.status], name.kind != "full", names.index(name)))
    rest = [
        Designation(
            name.text,
            name.lang,
            "variant" if name.kind == "full" else name.kind,
            "deprecated" if name.status == "deprecated" else "admitted",
        )
        for name in names
        if name is not first
    ]
    return [Designation(first.text, first.lang, first.kind, "preferred"), *rest]


def _definitions(element: Any, code: str, *, outside: tuple[str, ...] = ()) -> list[SourcedDefinition]:
    """Return the definitions inside *element*, with their sources, but for those inside one of *outside*."""
    found = []
    for category in _categories(element, "definition"):
        text = _text(category)
        if text and not any(_name(parent) in outside for parent in category.iterancestors()):
            group = category.getparent()
            is_group = _name(group) == "descripGrp"
            source = next((_text(each) for each in _categories(group, "source")), "") if is_group else ""
            note = next((_text(each) for each in _inside(group, "note")), "") if is_group else ""
            found.append(_sourced(code, text, source, note))
    return found


def _sourced(code: str, text: str, source: str, note: str) -> SourcedDefinition:
    """Return a definition whose source may say its origin first ("article: port.txt"), as this program writes it."""
    origin, _, name = source.partition(": ")
    if origin in get_args(Origin):
        return SourcedDefinition(code, text, cast(Origin, origin), name or None, note or None)
    return SourcedDefinition(code, text, "termbase", source or None)


def _categories(element: Any, category: str) -> Iterator[Any]:
    """Yield what holds a data category inside *element*: an element of that type, or of that name."""
    for found in element.iter():
        if isinstance(found.tag, str) and category in (found.get("type"), _name(found)):
            yield found


def _inside(element: Any, *names: str) -> Iterator[Any]:
    return (found for found in element.iter() if _name(found) in names)


def _name(element: Any) -> str:
    """Return the name of an element without its namespace; of a comment or an entity nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
