"""JSON: the ``glossary/1`` form, for other programs (``docs/glossary.schema.json``)."""

from __future__ import annotations

import json

from summarizer.concepts import CollectionGlossary


def as_json(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as indented JSON, keys in the order of the schema."""
    return f"{json.dumps(glossary.to_dict(), ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")
