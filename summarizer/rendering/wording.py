"""What every form for people says in the same words: headings, the line of figures, how a term is set."""

from __future__ import annotations

import re

from summarizer.languages import get_language
from summarizer.results import Digest, GlossaryEntry
from summarizer.words import count_words

# Silent reading of news, words per minute (Brysbaert 2019 gives 238 for English prose).
READING_SPEED = 235


def heading(digest: Digest) -> str:
    """Return the title, or what stands for one where the article has none."""
    return digest.document.title or get_language(digest.document.language.code).phrases["untitled"]


def figures(digest: Digest) -> str:
    """Return the line that tells language, length, reading time and length of the synthesis."""
    language = get_language(digest.document.language.code)
    words = sum(count_words(block.text) for block in digest.document.blocks if block.part == "body")
    return language.phrases["reading"].format(
        language=language.name,
        words=words,
        minutes=max(1, round(words / READING_SPEED)),
        summary=count_words(digest.summary.text),
    )


def capital(text: str) -> str:
    """Return *text* with a capital at the start, unless its first word has one of its own inside (iPhone, mRNA).

    >>> capital("conditions d'utilisation"), capital("mRNA")
    ("Conditions d'utilisation", 'mRNA')
    """
    first = re.match(r"\w+", text)
    return text if first is None or not first.group().islower() else text[0].upper() + text[1:]


def aside(entry: GlossaryEntry, text: str) -> str | None:
    """Return what stands in brackets after the term: its long form, or the acronym that the article's *text* uses for it."""
    if entry.expansion:
        return entry.expansion
    shorts = (name.text for name in entry.designations if name.kind == "acronym" and name.lang == entry.lang)
    return next((short for short in shorts if short != entry.term and re.search(rf"\b{re.escape(short)}\b", text)), None)


def definition(entry: GlossaryEntry) -> str:
    """Return the definition as a sentence, or an empty text."""
    text = entry.definition or ""
    return text if not text or text[-1] in ".!?…" else f"{text}."
