"""Which media an article names only as the source of what it says: these need no entry."""

from __future__ import annotations

import re

from summarizer.languages.record import Language
from summarizer.results import GlossaryEntry
from summarizer.types import Concept, Document, Span

# The words of a definition that say what kind of thing it is of, and characters before a name that tell how it is used.
_KIND_WORDS, _BEFORE, _BEHIND = 9, 70, 40
# What the lexicon labels the names of media.
_LABELS = ("ORG", "WORK")
# A medium that is spoken of more often than this, other than as a source, is part of the news.
_MOST_USES = 1
# What follows a medium that says something, up to the verb: "BFMTV rapporte", "the BBC has reported".
_VERB_WITHIN = 4


def is_source_only(entry: GlossaryEntry, concept: Concept | None, document: Document, *, language: Language) -> bool:
    """Tell whether *entry* is of a medium that the article has words from but does not speak of."""
    text, title = document.text, len(document.title)
    is_name = concept is None or concept.label in _LABELS
    if entry.origin == "termbase" or not is_name or not is_medium(entry.definition or "", language):
        return False
    uses = [span for span in entry.mentions if not _is_source(span, text, language)]
    return len(uses) <= _MOST_USES and not any(span.start < title for span in uses)


def is_medium(definition: str, language: Language) -> bool:
    """Tell whether *definition* begins as that of a newspaper, a channel or a news agency does.

    "An app that sells daily passes" does not.
    """
    opening = re.split(language.noun_phrase_ends, " ".join(definition.split()[:_KIND_WORDS]), maxsplit=1)[0]
    return re.search(language.media_kinds, opening, re.IGNORECASE) is not None


def _is_source(span: Span, text: str, language: Language) -> bool:
    """Tell whether the name at *span* stands behind words that quote it, or before a verb that reports speech."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    if re.search(rf"(?:^|(?<=\W)){language.source_openers}", before, re.IGNORECASE):
        return True
    behind = re.split(r"[.;:!?\n]", text[span.end : span.end + _BEHIND])[0]
    following = {word.lower() for word in re.findall(r"\w+", behind)[:_VERB_WITHIN]}
    return not following.isdisjoint(language.report_verbs | language.further_report_verbs)
