"""Dates and languages, as pages, feeds, mails and documents write them -> ISO 8601 and ISO 639-1."""

from __future__ import annotations

import re

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")


def iso_date(text: str) -> str | None:
    """Return the ISO 8601 date or date and time at the start of *text*, if there is a possible one.

    >>> iso_date("2025-06-17 18:42:00+02:00"), iso_date("2025-17-06")
    ('2025-06-17T18:42:00+02:00', None)
    """
    match = _ISO.match(text.strip())
    if match is None:
        return None
    date = match.group().replace(" ", "T")
    month, day = int(date[5:7]), int(date[8:10])
    return date if 1 <= month <= 12 and 1 <= day <= 31 else None


def language_code(tag: str) -> str | None:
    """Return the primary subtag of a language tag (BCP 47).

    >>> language_code("fr-FR"), language_code("en_GB"), language_code("")
    ('fr', 'en', None)
    """
    match = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", tag)
    return match.group(1).lower() if match else None
