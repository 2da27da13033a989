"""Tables of terms: CSV and TSV by the standard library, XLSX by openpyxl, read row by row."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from summarizer.errors import LexiconError
from summarizer.lexicon.termbases.columns import Column, entry_of, find_columns, problem_of
from summarizer.lexicon.termbases.entries import Entry

# What parts the cells, the likeliest first: French spreadsheets write semicolons.
_DELIMITERS = (",", ";", "\t", "|")
# A cell that a spreadsheet would take for a formula has an apostrophe before it in CSV (see rendering).
_GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
# Largest unpacked workbook: a compressed file can hold a thousand times its size.
MAX_UNPACKED = 300_000_000
# Where a document type would stand in the parts of a workbook; none has one.
_PROLOGUE = 65_536

Row = tuple[str, Sequence[str]]


def read_csv(path: Path) -> Iterator[Entry]:
    """Yield the entries of a table whose cells commas, semicolons, tabs or bars part, in UTF-8, UTF-16 or Windows-1252.

    Raises LexiconError when the file is no such table.
    """
    text = _decode(path)
    named = re.match(r"sep=(.)\r?\n", text)
    delimiters = (named.group(1),) if named else _DELIMITERS
    first = next((line for line in text.splitlines()[1 if named else 0 :] if line.strip()), "")
    headers = {mark: next(csv.reader([first], delimiter=mark), []) for mark in delimiters}
    best = max(delimiters, key=lambda mark: len(find_columns(headers[mark])))
    yield from _entries(_csv_rows(text, best, path, skipped=1 if named else 0), path)


def read_xlsx(path: Path) -> Iterator[Entry]:
    """Yield the entries of the first sheet of a workbook that has any.

    Raises LexiconError when the file is no workbook, or unpacks to more than is read.
    """
    from openpyxl import load_workbook

    try:
        _check_package(path)
        workbook = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise LexiconError(f"{path}: cannot be read as an XLSX workbook ({error}); save it again as XLSX or CSV") from error
    try:
        sheet = next(
            (sheet for sheet in workbook.worksheets if sheet.max_row is None or sheet.max_row > 1), workbook.worksheets[0]
        )
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        yield from _entries(((f"{sheet.title}:{number}", [_text(cell) for cell in row]) for number, row in rows), path)
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise LexiconError(f"{path}: a sheet cannot be read ({error}); save it again as XLSX or CSV") from error
    finally:
        workbook.close()


def _entries(rows: Iterable[Row], path: Path) -> Iterator[Entry]:
    """Yield the entries of *rows*, the first of which is the header."""
    filled = ((where, cells) for where, cells in rows if any(cell.strip() for cell in cells))
    where, header = next(filled, ("1", []))
    columns = find_columns(header)
    problem = problem_of(header, columns)
    if problem:
        raise LexiconError(f"{path}: {where}: {problem}")
    for where, cells in filled:
        if any(cell.strip() for cell in cells[len(header) :]):
            yield Entry(
                where, problem=f"has {len(cells)} cells under {len(header)} headers; put cells that hold the separator in quotes"
            )
            continue
        yield entry_of(_by_column(cells, columns), where)


def _by_column(cells: Sequence[str], columns: dict[int, Column]) -> dict[Column, str]:
    """Return the cells by what they hold, with single spaces; line breaks part names and stay there."""
    found: dict[Column, str] = {}
    for number, column in columns.items():
        cell = cells[number] if number < len(cells) else ""
        is_list = column[0] in ("acronym", "variants", "deprecated")
        found[column] = "\n".join(" ".join(line.split()) for line in cell.splitlines()) if is_list else " ".join(cell.split())
    return found


def _csv_rows(text: str, delimiter: str, path: Path, *, skipped: int) -> Iterator[Row]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if any(mark in cell for cell in cells for mark in (delimiter, "\n", "\r")):
                _check_quotes(lines[start - 1 : reader.line_num], delimiter)
            if start > skipped:
                yield str(start), [unguarded(cell) for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise LexiconError(
            f"{path}: {start}: a quotation mark opens a cell and nothing closes it where a cell ends ({error}); "
            'close it, or write "" for a mark inside a cell in marks'
        ) from error


def _check_quotes(lines: Sequence[str], delimiter: str) -> None:
    """Raise csv.Error where the marks around a cell with line breaks or delimiters are not closed where it ends."""
    for _ in csv.reader(lines, delimiter=delimiter, strict=True):
        pass


def unguarded(cell: str) -> str:
    """Return *cell* without the apostrophe that keeps a spreadsheet from taking it for a formula.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if _GUARDED.match(cell) else cell


def _decode(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith(b"PK\x03\x04"):
        raise LexiconError(f"{path}: is a ZIP or XLSX file, not a table in text; name it .xlsx")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise LexiconError(f"{path}: {text[: text.index(chr(0))].count(chr(10)) + 1}: is binary, not a table in text")
        return text
    raise LexiconError(f"{path}: is neither in UTF-8 nor in Windows-1252; save it in UTF-8")


def _check_package(path: Path) -> None:
    """Raise LexiconError where a workbook unpacks to too much, or a part of it declares a document type."""
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
            raise LexiconError(
                f"{path}: unpacks to more than the {MAX_UNPACKED // 1_000_000} MB that are read; split the workbook"
            )
        for part in package.infolist():
            if part.filename.endswith((".xml", ".rels")):
                with package.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(_PROLOGUE).replace(b"\0", b""):
                        raise LexiconError(f"{path}: {part.filename}: declares a document type, which no workbook does")


def _text(cell: object) -> str:
    """Return the value of a cell as it is shown: whole numbers without a decimal point, an empty cell as no text."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
