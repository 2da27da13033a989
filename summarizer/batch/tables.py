"""All digests in one file: a row an article, its path and the columns of ``digest/1``.

``TABLES`` maps the suffix of the file to the function that writes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from summarizer.batch.records import Record, full_name, to_line
from summarizer.batch.worker import output_path
from summarizer.errors import MissingExtraError
from summarizer.files import replace_atomically, write_lines_atomically

Row = Mapping[str, Any]

# Rows of a Parquet row group: some megabytes, which is what is held in memory.
_GROUP = 500


def rows_of(parts: Path, records: Iterable[Record]) -> Iterator[Row]:
    """Yield the row of each article of *records* whose digest stands under *parts*."""
    for record in records:
        for entry in record.entries:
            path = output_path(parts, entry.output, "json")
            if entry.status == "done" and path.exists():
                yield {"path": full_name(record.path, entry.name), **json.loads(path.read_bytes())}


def as_jsonl(rows: Iterable[Row], path: Path) -> None:
    """Write *rows* to *path*, a JSON object a line."""
    write_lines_atomically(path, map(to_line, rows))


def as_parquet(rows: Iterable[Row], path: Path) -> None:
    """Write *rows* to *path* as Parquet, nested as in the JSON. Raises MissingExtraError without pyarrow."""
    arrow, parquet = _arrow()
    schema = _schema(arrow)
    found = iter(rows)

    def write(temporary: Path) -> None:
        with parquet.ParquetWriter(temporary, schema, compression="zstd") as writer:
            while group := list(islice(found, _GROUP)):
                writer.write_table(arrow.Table.from_pylist(group, schema=schema))

    replace_atomically(path, write)


def check_installed(suffix: str) -> None:
    """Raise MissingExtraError where the library that writes files ending in *suffix* is not installed, before the work starts."""
    if suffix == ".parquet":
        _arrow()


TABLES: Mapping[str, Callable[[Iterable[Row], Path], None]] = MappingProxyType({".jsonl": as_jsonl, ".parquet": as_parquet})


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        message = "Parquet: needs pyarrow; install it with pip install 'article-summarizer[parquet]', or write .jsonl"
        raise MissingExtraError(message) from error
    return pyarrow, parquet


def _schema(arrow: Any) -> Any:
    """Return ``digest/1`` in the types of Arrow; a test holds it to docs/digest.schema.json."""
    text, spans = arrow.string(), arrow.list_(arrow.list_(arrow.int32()))
    span = arrow.list_(arrow.int32())
    line = {
        "text": text,
        "evidence": spans,
        "deletions": arrow.list_(_record(arrow, rule=text, span=span)),
        "replacements": arrow.list_(_record(arrow, span=span, antecedent=span)),
        "origin": text,
    }
    parts = _parts(arrow, line)
    return arrow.schema(
        {
            **dict.fromkeys(("path", "schema"), text),
            "source": _texts(arrow, "name media_type url published author"),
            "language": _record(arrow, code=text, confidence=arrow.float64()),
            **dict.fromkeys(("title", "text"), text),
            **parts,
            "entities": arrow.list_(_record(arrow, name=text, label=text, mentions=spans)),
            "translation": _record(arrow, lang=text, title=text, **_parts(arrow, {"text": text, "evidence": spans})),
        }
    )


def _parts(arrow: Any, line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that a digest and its translation share, with the columns of a *line*."""
    text, span = arrow.string(), arrow.list_(arrow.int32())
    glossary = _record(
        arrow,
        **dict.fromkeys(("id", "term", "lang", "expansion", "definition", "origin", "domain"), text),
        designations=arrow.list_(_texts(arrow, "text lang kind status")),
        mentions=arrow.list_(span),
        evidence=span,
    )
    return {
        "summary": _record(arrow, text=text, sentences=arrow.list_(_record(arrow, **line))),
        "key_points": arrow.list_(_record(arrow, role=text, label=text, **line)),
        "glossary": arrow.list_(glossary),
        "notes": arrow.list_(_texts(arrow, "code message")),
    }


def _texts(arrow: Any, names: str) -> Any:
    return _record(arrow, **dict.fromkeys(names.split(), arrow.string()))


def _record(arrow: Any, **fields: Any) -> Any:
    return arrow.struct(list(fields.items()))
