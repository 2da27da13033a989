"""Write an artefact into ``models/`` and enter it in the manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MODELS = Path(__file__).resolve().parents[1]


def enter(name: str, content: bytes, *, licence: str, data: list[str], command: str) -> None:
    """Write *content* as the artefact *name* and record its SHA-256, licence, training data and training command."""
    (MODELS / name).write_bytes(content)
    path = MODELS / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"][name] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "licence": licence,
        "data": data,
        "command": command,
    }
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
