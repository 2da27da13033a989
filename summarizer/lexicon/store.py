"""Lexicon files -> concepts. The format is described in ``data/README.md``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast, get_args

from summarizer.errors import LexiconError
from summarizer.resources import lexicon_folder, without_collection
from summarizer.types import ENTITY_LABELS, Concept, Designation, DesignationKind, EntityLabel, Grade

COLUMNS = (
    "id",
    "label",
    "grade",
    "fr",
    "fr_short",
    "fr_variants",
    "fr_definition",
    "en",
    "en_short",
    "en_variants",
    "en_definition",
)
GRADES: tuple[Grade, ...] = get_args(Grade)


@cache
@without_collection()
def built_in() -> tuple[Concept, ...]:
    """Return the concepts of the shipped lexicon, in the order of files and rows."""
    return tuple(concept for path in sorted(lexicon_folder().glob("*.tsv")) for concept in read_table(path))


def read_table(path: Path) -> tuple[Concept, ...]:
    """Read one tab-separated lexicon file; its name is the domain.

    Raises LexiconError, with file and line, when a row does not follow the format.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise LexiconError(f"{path}:1: the first line must name the columns {', '.join(COLUMNS)}, tab-separated")
    domain = path.stem.replace("_", " ")
    return tuple(_concept(line, f"{path}:{number}", domain) for number, line in enumerate(lines[1:], 2) if line.strip())


def _concept(line: str, where: str, domain: str) -> Concept:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise LexiconError(f"{where}: has {len(cells)} cells, not {len(COLUMNS)}")
    row = dict(zip(COLUMNS, cells, strict=True))
    if not row["id"]:
        raise LexiconError(f"{where}: the column id is empty")
    if row["label"] not in ("", *ENTITY_LABELS):
        raise LexiconError(f"{where}: label {row['label']!r} is not empty nor one of {', '.join(ENTITY_LABELS)}")
    if row["grade"] not in GRADES:
        raise LexiconError(f"{where}: grade {row['grade']!r} is not one of {', '.join(GRADES)}")
    return Concept(
        id=row["id"],
        domain=domain,
        label=cast(EntityLabel, row["label"]) if row["label"] else None,
        grade=row["grade"],
        designations=tuple(name for lang in ("fr", "en") for name in _designations(row, lang, where)),
        definitions=tuple((lang, row[f"{lang}_definition"]) for lang in ("fr", "en") if row[f"{lang}_definition"]),
    )


def _designations(row: dict[str, str], lang: str, where: str) -> list[Designation]:
    if not row[lang]:
        raise LexiconError(f"{where}: the column {lang} is empty")
    columns: tuple[tuple[str, DesignationKind], ...] = (("_short", "acronym"), ("_variants", "variant"))
    names = [Designation(row[lang], lang, "full", "preferred")]
    for suffix, kind in columns:
        names += [Designation(name, lang, kind) for name in row[lang + suffix].split("|") if name]
    return names
