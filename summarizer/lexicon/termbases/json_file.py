"""Termbases in JSON: the ``glossary/1`` form that this program writes, or a list of objects with the columns of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast, get_args

from summarizer.errors import LexiconError
from summarizer.languages import KNOWN
from summarizer.lexicon.termbases.columns import Column, entry_of, find_columns, problem_of
from summarizer.lexicon.termbases.entries import Entry
from summarizer.types import Designation, DesignationKind, DesignationStatus, Origin, SourcedDefinition


def read_json(path: Path) -> Iterator[Entry]:
    """Yield the entries of a glossary in JSON, or of a list of objects such as ``{"term": …, "lang": …, "definition": …}``.

    Raises LexiconError when the file is neither.
    """
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not in UTF-8; save it in UTF-8") from error
    except ValueError as error:
        raise LexiconError(f"{path}: {getattr(error, 'lineno', 1)}: is not JSON ({error})") from error
    except RecursionError as error:
        raise LexiconError(f"{path}: nests too deep to be a termbase") from error
    rows = content.get("entries") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        raise LexiconError(f"{path}: holds neither a list of terms nor a glossary with entries")
    for number, row in enumerate(rows, 1):
        where = f"entry {number}"
        if not isinstance(row, dict):
            yield Entry(where, problem="is no object with term and definition")
        elif "designations" in row:
            yield _entry(row, where)
        else:
            yield _row(row, where)


def _row(row: Mapping[str, object], where: str) -> Entry:
    keys = list(row)
    columns = find_columns(keys)
    cells: dict[Column, str] = {column: _cell(row[keys[number]]) for number, column in columns.items()}
    problem = problem_of([*keys, "definition"], {**columns, len(keys): ("definition", "")})
    return Entry(where, problem=problem) if problem else entry_of(cells, where)


def _cell(value: object) -> str:
    """Return a value as the cell of a table: a list as names between bars."""
    if isinstance(value, list):
        return "|".join(" ".join(str(each).split()).replace("|", "\\|") for each in value)
    return "" if value is None else " ".join(str(value).split())


def _entry(row: Mapping[str, Any], where: str) -> Entry:
    try:
        names = tuple(_designation(name) for name in row["designations"])
        definitions = tuple(_definition(definition) for definition in row.get("definitions", ()))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return Entry(where, problem=f"does not follow glossary/1 ({type(error).__name__}: {error})")
    if not names:
        return Entry(where, problem="has no designation")
    return Entry(where, names, definitions, str(row.get("id") or ""), str(row.get("domain") or ""))


def _designation(name: Mapping[str, str]) -> Designation:
    kind = _choice(name.get("kind", "full"), get_args(DesignationKind))
    status = _choice(name.get("status", "admitted"), get_args(DesignationStatus))
    return Designation(
        _filled(name["text"]), _choice(name["lang"], tuple(KNOWN)), cast(DesignationKind, kind), cast(DesignationStatus, status)
    )


def _definition(row: Mapping[str, Any]) -> SourcedDefinition:
    origin = cast(Origin, _choice(row.get("origin", "termbase"), get_args(Origin)))
    lang = _choice(row["lang"], tuple(KNOWN))
    return SourcedDefinition(lang, _filled(row["text"]), origin, row.get("source") or None, row.get("sentence") or None)


def _choice(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is not one of {', '.join(known)}")
    return value


def _filled(text: str) -> str:
    plain = " ".join(text.split())
    if not plain:
        raise ValueError("a text is empty")
    return plain
