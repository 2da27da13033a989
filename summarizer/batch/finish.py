"""What is made of all digests together, once they are there."""

from __future__ import annotations

from pathlib import Path


def finish(out: Path) -> None:
    """Make what stands beside ``out/articles``, reading one digest after the other."""
