"""The header of a table of terms -> which column holds what, and a row -> an entry.

A header is taken in French and English, in any case, with or without accents; ``_fr`` and ``_en`` (or the names of the languages)
before or after a column's name say in which language it is, ``translation`` stands for the other language than ``lang``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import cast, get_args

from summarizer.languages import KNOWN
from summarizer.lexicon.termbases.entries import Entry, named
from summarizer.types import Designation, Origin, SourcedDefinition

# Field and the language it is in: "" is that of the column lang, "other" the other one, else a code.
Column = tuple[str, str]
_FIELDS = (
    *("id", "term", "lang", "acronym", "variants", "deprecated", "definition"),
    *("origin", "source", "sentence", "domain", "status"),
)
_OTHER = "other"
# Columns that a glossary of this program has and that say nothing of the concept: how often and where it was found.
_PASSED_OVER = frozenset({"frequency", "documents", "articles", "context", "context_source"})
# From this likeness on an unknown header is taken for a slip of the pen.
_LIKE = 0.8


def fold_header(text: str) -> str:
    """Return a header in small letters without accents, ``_`` between the words.

    >>> fold_header("Définition (FR)")
    'definition_fr'
    """
    plain = "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def find_columns(header: Sequence[str]) -> dict[int, Column]:
    """Return what each column of *header* that is known holds, the first one where two hold the same."""
    found: dict[int, Column] = {}
    for number, cell in enumerate(header):
        column = _column(fold_header(cell))
        if column is not None and column not in found.values():
            found[number] = column
    return found


def problem_of(header: Sequence[str], columns: Mapping[int, Column]) -> str | None:
    """Return what is wrong with *header*, or nothing."""
    given = ", ".join(cell.strip() for cell in header if cell.strip()) or "none"
    fields = {field for field, _ in columns.values()}
    missing = [field for field in ("term", "definition") if field not in fields]
    if missing:
        return f"no column {' nor '.join(missing)} among {given}; name the columns term and definition, or terme and définition"
    for number, cell in enumerate(header):
        folded = fold_header(cell)
        like = get_close_matches(folded, _FIELDS, 1, _LIKE) if number not in columns and folded not in _PASSED_OVER else []
        if like and _column(folded) is None:
            return f"unknown column {cell.strip()}; did you mean {like[0]}?"
    return None


def entry_of(cells: Mapping[Column, str], where: str) -> Entry:
    """Return the entry in the row at *where*, with what is wrong about it, if anything."""
    slots = {slot for field, slot in cells if field == "term"}
    lang, problem = _language_of(cells, slots)
    problem = problem or _status_problem(cells)
    if problem:
        return Entry(where, problem=problem)
    # A table that this program wrote marks its short forms; one that a person wrote may leave that to the eye.
    by_looks = ("id", "") not in cells
    names: list[Designation] = []
    definitions: list[SourcedDefinition] = []
    for slot in sorted({slot for _, slot in cells}):
        code = _code(slot, lang)
        found = named(
            cells.get(("term", slot), ""),
            lang=code,
            acronyms=split_names(cells.get(("acronym", slot), "")),
            variants=split_names(cells.get(("variants", slot), "")),
            deprecated=split_names(cells.get(("deprecated", slot), "")),
            by_looks=by_looks,
        )
        definition = _definition(cells, slot, code)
        if definition is not None and not found:
            return Entry(where, problem=f"a definition ({definition.text[:40]}) has no term{f' in {code}' if code else ''}")
        names += found
        definitions += [definition] if definition is not None else []
    if not names:
        return Entry(where, problem="the term is empty")
    return Entry(where, tuple(names), tuple(definitions), cells.get(("id", ""), ""), cells.get(("domain", ""), ""))


def split_names(cell: str) -> list[str]:
    r"""Return the names of a cell, which ``|``, ``;`` or a line break part unless a backslash stands before.

    >>> split_names(r"OMS | WHO; a\|b")
    ['OMS', 'WHO', 'a|b']
    """
    parts = re.findall(r"(?:\\.|[^\\|;\n])+", cell)
    names = (" ".join(re.sub(r"\\(.)", r"\1", part).split()) for part in parts)
    return list(dict.fromkeys(name for name in names if name))


def _column(folded: str) -> Column | None:
    """Return what the folded header of a column says that it holds."""
    if folded in _FIELDS:
        return folded, ""
    slot, rest = "", folded
    for name, spellings in _slot_names().items():
        match = re.fullmatch(rf"(?:(.*)_)?(?:{spellings})(?:_(.*))?", folded)
        if match and not slot and (match.group(1) is None or match.group(2) is None):
            slot, rest = name, match.group(1) or match.group(2) or "term"
    field = next((name for name in _FIELDS if re.fullmatch(f"{name}|{_spellings(name)}", rest)), None)
    return (field, slot) if field else None


def _slot_names() -> dict[str, str]:
    codes = {code: f"{code}|{_spellings(code)}" for code in KNOWN}
    return {**codes, _OTHER: f"translation|{_spellings('translation')}"}


def _spellings(name: str) -> str:
    return "|".join(language.column_names[name] for language in KNOWN.values())


def _language_of(cells: Mapping[Column, str], slots: set[str]) -> tuple[str, str]:
    """Return the language of the row, empty where the table does not say, and what is wrong with it."""
    if slots & set(KNOWN) or ("lang", "") not in cells:
        return "", ""
    given = cells[("lang", "")]
    known = " or ".join(KNOWN)
    if not given:
        return "", f"the row has no language; write {known}"
    lang = _language_named(given)
    return lang, "" if lang else f"language {given} is not known; write {known}"


def _status_problem(cells: Mapping[Column, str]) -> str:
    """Return what is wrong with a row whose term is not to be used: it tells no other."""
    given = cells.get(("status", ""), "")
    pattern = "|".join(language.term_marks["deprecated"] for language in KNOWN.values())
    if not re.fullmatch(pattern, fold_header(given)):
        return ""
    term = next((cell for (field, _), cell in cells.items() if field == "term" and cell), "the term")
    return f"{term} is marked {given}; put it into a column deprecated, in the row of the term to use instead"


@lru_cache(maxsize=1_000)
def _language_named(given: str) -> str:
    code = fold_header(given).partition("_")[0]
    return next((known for known in KNOWN if re.fullmatch(f"{known}|{_spellings(known)}", code)), "")


def _code(slot: str, lang: str) -> str:
    if slot == _OTHER:
        return next((code for code in KNOWN if code != lang), "") if lang else ""
    return slot or lang


def _definition(cells: Mapping[Column, str], slot: str, code: str) -> SourcedDefinition | None:
    text = cells.get(("definition", slot), "")
    if not text:
        return None
    origin = cells.get(("origin", slot), "")
    known = cast(Origin, origin) if origin in get_args(Origin) else "termbase"
    return SourcedDefinition(code, text, known, cells.get(("source", slot)) or None, cells.get(("sentence", slot)) or None)
