"""Users' termbases: CSV, TSV, JSON, XLSX or TBX -> concepts that go before the lexicon.

``READERS`` maps a suffix to its reader, which yields the entries of a file one after the other. ``docs/termbases.md`` says how a
file may look. What cannot be used is an error that names the file and the lines; nothing of such a file is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from summarizer.errors import LexiconError
from summarizer.lexicon.termbases.entries import Entry, concepts_of
from summarizer.lexicon.termbases.json_file import read_json
from summarizer.lexicon.termbases.tables import read_csv, read_xlsx
from summarizer.lexicon.termbases.tbx import read_tbx
from summarizer.types import Concept

Reader = Callable[[Path], Iterator[Entry]]
READERS: Mapping[str, Reader] = MappingProxyType(
    {".csv": read_csv, ".tsv": read_csv, ".json": read_json, ".xlsx": read_xlsx, ".tbx": read_tbx, ".xml": read_tbx}
)
# Largest file read: a termbase of 100,000 entries with definitions takes about 30 MB.
MAX_BYTES = 50_000_000


def read_termbases(paths: Iterable[str | Path]) -> tuple[Concept, ...]:
    """Return the concepts of several termbases; of those with the same id the first one's.

    Raises LexiconError as :func:`read_termbase` does.
    """
    found: dict[str, Concept] = {}
    for path in paths:
        for concept in read_termbase(Path(path)):
            found.setdefault(concept.id, concept)
    return tuple(found.values())


def read_termbase(path: Path) -> tuple[Concept, ...]:
    """Return the concepts of one termbase, in the order of the file; rows without a definition are kept and define nothing.

    Raises LexiconError, with the file and the lines, when the file is missing, of another kind, too large or empty, or when a
    row of it cannot be used.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise LexiconError(f"{path}: a termbase ends in one of {known}; save it as one of these")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            raise LexiconError(f"{path}: {size // 1_000_000} MB is more than the {limit} MB that are read; split the termbase")
        if path.is_dir() or size == 0:
            raise LexiconError(f"{path}: {'is a folder' if size else 'is empty'}; give a file with terms and definitions")
        return concepts_of(reader(path), path=path)
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror or error}") from error


__all__ = ["MAX_BYTES", "READERS", "read_termbase", "read_termbases"]
