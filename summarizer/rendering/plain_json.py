"""JSON: the ``digest/1`` form, for other programs (``docs/digest.schema.json``)."""

from __future__ import annotations

import json

from summarizer.results import Digest


def as_json(digest: Digest) -> str:
    """Return *digest* as indented JSON, keys in the order of the schema."""
    return json.dumps(digest.to_dict(), ensure_ascii=False, indent=1) + "\n"
