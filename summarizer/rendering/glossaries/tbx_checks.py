"""Coded checks of a TBX-Basic v3 file in DCA style: what the core schema and the dialect's rules ask.

Each check is a small function whose docstring is the message; :func:`problems` yields what they find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.rendering.glossaries.tbx import NAMESPACE

Check = Callable[[Any], Iterator[str]]

# Data category -> the elements at whose level it may stand, alone or in a descripGrp (TBX-Basic v3).
LEVELS: dict[tuple[str, str], tuple[str, ...]] = {
    ("descrip", "subjectField"): ("conceptEntry",),
    ("descrip", "definition"): ("conceptEntry", "langSec"),
    ("descrip", "context"): ("termSec",),
    ("termNote", "partOfSpeech"): ("termSec",),
    ("termNote", "grammaticalGender"): ("termSec",),
    ("termNote", "termType"): ("termSec",),
    ("termNote", "administrativeStatus"): ("termSec",),
    ("termNote", "geographicalUsage"): ("termSec",),
    ("termNote", "termLocation"): ("termSec",),
    ("admin", "source"): ("conceptEntry", "langSec", "termSec"),
    ("admin", "customerSubset"): ("conceptEntry", "termSec"),
    ("admin", "projectSubset"): ("conceptEntry", "termSec"),
}
PICK_LISTS = {
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
    "administrativeStatus": {
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
}
# What each element may hold, in this order (ISO 30042:2019, core structure).
CHILDREN: dict[str, tuple[str, ...]] = {
    "tbx": ("tbxHeader", "text"),
    "tbxHeader": ("fileDesc", "encodingDesc", "revisionDesc"),
    "fileDesc": ("titleStmt", "publicationStmt", "sourceDesc"),
    "text": ("body", "back"),
    "body": ("conceptEntry",),
    "conceptEntry": ("descrip descripGrp admin adminGrp transacGrp note ref xref", "langSec"),
    "langSec": ("descrip descripGrp admin adminGrp transacGrp note ref xref", "termSec"),
    "termSec": ("term", "termNote termNoteGrp", "descrip descripGrp admin adminGrp transacGrp note ref xref"),
    "descripGrp": ("descrip", "descripNote admin adminGrp transacGrp note ref xref"),
}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_tbx_basic(root: Any) -> Iterator[str]:
    """The root is not <tbx type="TBX-Basic" style="dca"> with xml:lang, in the namespace of ISO 30042:2019."""
    is_one = root.tag == f"{{{NAMESPACE}}}tbx" and (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    if not is_one or not _CODE.fullmatch(root.get(_LANG, "")):
        yield root.tag


def says_source(root: Any) -> Iterator[str]:
    """The header does not say where the file is from (fileDesc with sourceDesc)."""
    if not any(_text(found) for found in _all(root, "sourceDesc")):
        yield "tbxHeader"


def has_entries(root: Any) -> Iterator[str]:
    """The body is empty."""
    if not any(True for _ in _all(root, "conceptEntry")):
        yield "body"


def in_order(root: Any) -> Iterator[str]:
    """An element stands where the core structure has none, or in another order."""
    for element in root.iter():
        groups = CHILDREN.get(_name(element))
        if groups is not None:
            places = [next((n for n, names in enumerate(groups) if _name(child) in names.split()), -1) for child in element]
            if -1 in places or places != sorted(places):
                yield f"{_name(element)} ({', '.join(_name(child) for child in element)})"


def unique_ids(root: Any) -> Iterator[str]:
    """An id is missing from a concept, used twice, or no XML name."""
    counts = Counter(element.get("id") for element in root.iter() if element.get("id") is not None)
    yield from (found for found, count in counts.items() if count > 1 or not re.fullmatch(r"[A-Za-z_][\w.-]*", found))
    yield from ("conceptEntry" for entry in _all(root, "conceptEntry") if not entry.get("id"))


def languages_once(root: Any) -> Iterator[str]:
    """A concept has no language section, one without xml:lang, or two for one language."""
    for entry in _all(root, "conceptEntry"):
        codes = [section.get(_LANG, "") for section in entry if _name(section) == "langSec"]
        if not codes or len(set(codes)) < len(codes) or not all(_CODE.fullmatch(code) for code in codes):
            yield f"{entry.get('id')} ({', '.join(codes)})"


def terms_everywhere(root: Any) -> Iterator[str]:
    """A language section has no term, or a term section not exactly one that is filled."""
    for section in _all(root, "langSec"):
        if not any(_name(child) == "termSec" for child in section):
            yield f"langSec {section.get(_LANG)}"
    for section in _all(root, "termSec"):
        terms = [child for child in section if _name(child) == "term"]
        if len(terms) != 1 or not _text(terms[0]):
            yield f"termSec in {_entry_id(section)}"


def terms_once(root: Any) -> Iterator[str]:
    """A language section has the same term twice, or more than one preferred term."""
    for section in _all(root, "langSec"):
        terms = [_text(term) for term in _all(section, "term")]
        preferred = [note for note in _all(section, "termNote") if _text(note) == "preferredTerm-admn-sts"]
        if len(set(terms)) < len(terms) or len(preferred) > 1:
            yield f"{_entry_id(section)} ({', '.join(terms)})"


def known_categories(root: Any) -> Iterator[str]:
    """A data category is not one of TBX-Basic, or stands at a level that it must not stand at."""
    for element in root.iter():
        name = _name(element)
        if name in ("descrip", "termNote", "admin"):
            allowed = LEVELS.get((name, element.get("type", "")))
            if allowed is None or _level(element) not in allowed:
                yield f"{name} {element.get('type')} at {_level(element)} in {_entry_id(element)}"


def picked_values(root: Any) -> Iterator[str]:
    """A value is not in the pick list of its data category."""
    for element in root.iter():
        values = PICK_LISTS.get(element.get("type", "")) if isinstance(element.tag, str) else None
        if values is not None and _text(element) not in values:
            yield f"{element.get('type')} {_text(element)}"


def filled(root: Any) -> Iterator[str]:
    """A data category or note has no text."""
    for element in root.iter():
        if _name(element) in ("descrip", "termNote", "admin", "note", "title", "p") and not _text(element):
            yield f"{_name(element)} {element.get('type', '')} in {_entry_id(element)}"


def one_definition(root: Any) -> Iterator[str]:
    """A language section has two definitions."""
    for section in _all(root, "langSec"):
        if sum(found.get("type") == "definition" for found in _all(section, "descrip")) > 1:
            yield f"{_entry_id(section)} ({section.get(_LANG)})"


CHECKS: tuple[Check, ...] = (
    is_tbx_basic,
    says_source,
    has_entries,
    in_order,
    unique_ids,
    languages_once,
    terms_everywhere,
    terms_once,
    known_categories,
    picked_values,
    filled,
    one_definition,
)


def problems(data: bytes) -> Iterator[str]:
    """Yield a line for everything in the TBX file *data* that breaks a rule."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        yield f"well_formed: {error}: The file is not well-formed XML."
        return
    for check in CHECKS:
        for found in check(root):
            yield f"{check.__name__}: {found}: {(check.__doc__ or '').strip()}"


def _all(element: Any, name: str) -> Iterator[Any]:
    return (found for found in element.iter() if _name(found) == name)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _level(element: Any) -> str:
    """Return the element at whose level a data category stands."""
    parents = (_name(parent) for parent in element.iterancestors())
    return next((name for name in parents if name in ("conceptEntry", "langSec", "termSec")), "")


def _entry_id(element: Any) -> str:
    entry = next((parent for parent in element.iterancestors() if _name(parent) == "conceptEntry"), None)
    return str(entry.get("id")) if entry is not None else "header"
