"""Where the shipped models and lexicon live, and whether they are whole."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from summarizer.errors import ResourceError


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the cyclic garbage collector off while many objects that stay are made: it would look through them time and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def models_folder() -> Path:
    """Return the folder of trained artefacts (``models/`` in the repository, ``summarizer/models`` when installed)."""
    return Path(str(files("summarizer.models")))


def lexicon_folder() -> Path:
    """Return the folder of the built-in lexicon's data files."""
    return Path(str(files("summarizer.lexicon"))) / "data"


def languages_folder() -> Path:
    """Return the folder of the languages' data."""
    return Path(str(files("summarizer.languages")))


def lexicon_hash() -> str:
    """Return the SHA-256 of the built-in lexicon's data files, one after the other."""
    content = hashlib.sha256()
    for path in sorted(lexicon_folder().glob("*.tsv")):
        content.update(path.read_bytes())
    return content.hexdigest()


def names_folder() -> Path:
    """Return the folder of the lists of first names and places."""
    return languages_folder() / "names"


def manifest() -> dict[str, Any]:
    """Return the manifest of trained artefacts: file name -> {sha256, licence, data, command}.

    Raises ResourceError when it is missing or not JSON.
    """
    path = models_folder() / "manifest.json"
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path}: the manifest of models cannot be read; reinstall the package") from error
    return content


def model_file(name: str) -> Path:
    """Return the path of the artefact *name* after comparing its SHA-256 with the manifest.

    Raises ResourceError when it is not listed, missing or changed.
    """
    listed = manifest()["files"]
    if name not in listed:
        raise ResourceError(f"{name}: no such model; known: {', '.join(sorted(listed)) or 'none'}")
    path = models_folder() / name
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != listed[name]["sha256"]:
        raise ResourceError(f"{path}: missing or damaged (checksum differs from the manifest); reinstall the package")
    return path


@without_collection()
def model_content(name: str) -> Any:
    """Return what the JSON artefact *name* holds. Raises ResourceError as :func:`model_file` does."""
    return json.loads(model_file(name).read_text(encoding="utf-8"))
