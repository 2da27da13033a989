"""CSV (RFC 4180): commas, UTF-8, a header line.

A cell that starts with ``= + - @`` gets an apostrophe before it, so that no spreadsheet takes it for a formula; ``--termbase``
takes it off again.
"""

from __future__ import annotations

import csv
import io
import re

from summarizer.concepts import CollectionGlossary
from summarizer.rendering.glossaries.rows import COLUMNS, Cell, rows

# What a spreadsheet takes for the start of a formula, with the apostrophes that already guard it.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def as_csv(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as comma-separated values."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(row[name]) for name in COLUMNS] for row in rows(glossary))
    return stream.getvalue().encode("utf-8", "replace")


def guarded(cell: Cell) -> Cell:
    """Return *cell* so that a spreadsheet takes it for text.

    >>> guarded("=1+1"), guarded("API"), guarded(-1)
    ("'=1+1", 'API', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
