"""XLSX by openpyxl: one sheet, header frozen, every text a text; the same bytes for the same glossary."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from summarizer.concepts import CollectionGlossary
from summarizer.rendering.glossaries.rows import COLUMNS, Cell, rows

# Widths of the columns in characters: texts that are read get room, what is looked up little.
_WIDE, _MIDDLE, _NARROW = 60, 28, 11
_WIDTHS = {"definition": _WIDE, "sentence": _WIDE, "context": _WIDE, "term": _MIDDLE, "translation": _MIDDLE, "articles": _MIDDLE}
_LONGEST = 32_767
# The earliest time that a ZIP file can name: the time of writing would make other bytes of the same glossary.
_DATE = (1980, 1, 1, 0, 0, 0)


def as_xlsx(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as a workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "glossary"
    sheet.append(COLUMNS)
    for number, row in enumerate(rows(glossary), 2):
        for column, name in enumerate(COLUMNS, 1):
            _set(sheet.cell(number, column), row[name])
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    for column, name in enumerate(COLUMNS, 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="DDE6F0")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name.removeprefix("translation_"), _NARROW)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    workbook.save(stream)
    return _undated(stream.getvalue())


def _set(cell: Any, value: Cell) -> None:
    """Set a number as a number and all else as text, whatever it starts with."""
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = value[:_LONGEST]
        cell.data_type = "s"
        cell.style = "Normal"
        cell.quotePrefix = True


def _undated(data: bytes) -> bytes:
    """Return the package *data* without the time at which it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for part in package.infolist():
            content = package.read(part)
            if part.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            written.writestr(zipfile.ZipInfo(part.filename, _DATE), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
