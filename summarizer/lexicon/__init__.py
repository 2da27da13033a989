"""The built-in bilingual lexicon and users' termbases: concepts, and where an article names them."""

from summarizer.lexicon.finder import Lexicon, built_in_lexicon
from summarizer.lexicon.store import COLUMNS, built_in, read_table

__all__ = ["COLUMNS", "Lexicon", "built_in", "built_in_lexicon", "read_table"]
