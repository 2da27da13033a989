"""Other ways to write summary and key points: what an engine is given, and the draft that it returns."""

from summarizer.engines.draft import Assignment, Draft, DraftPoint, Engine

__all__ = ["Assignment", "Draft", "DraftPoint", "Engine"]
