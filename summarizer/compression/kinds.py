"""The rules of compression by kind, as refusals ask for them."""

from __future__ import annotations

# Rules that cut no clause of its own: a word, a bracket, a setting of speech.
SMALL = ("small words", "brackets", "age", "speech setting", "speech circumstance", "connective", "opener", "joined sentence")
SECOND = ("second clause", "second predicate", "second statement")
OPENINGS = ("opening", "adverbial", "opener")
NAMING = ("apposition", "inserted clause", "relative clause", "participle clause")
SETTINGS = ("circumstance", "closing adverbial", "purpose", "adverbial", "closing clause")
