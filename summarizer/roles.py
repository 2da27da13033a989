"""How often each role of a key point is given."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from summarizer.types import Role

FREQUENCY: Mapping[Role, float] = MappingProxyType(
    {
        "event": 22,
        "cause": 5.5,
        "consequence": 4,
        "figures": 6,
        "reaction": 22.5,
        "context": 32.5,
        "next": 5.5,
        "takeaway": 2,
    }
)
