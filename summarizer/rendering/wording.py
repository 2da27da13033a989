"""What every form for people says in the same words: headings, the line of figures, how a term is set."""

from __future__ import annotations

import re

from summarizer.languages import Language, get_language
from summarizer.letters import holds
from summarizer.results import Digest, GlossaryEntry, Translation
from summarizer.words import count_words

# Silent reading of news, words per minute (Brysbaert 2019 gives 238 for English prose).
READING_SPEED = 235
_ISO_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)", re.ASCII)


def heading(digest: Digest) -> str:
    """Return the title, or what stands for one where the article has none."""
    return digest.document.title or get_language(digest.document.language.code).phrases["untitled"]


def figures(digest: Digest) -> str:
    """Return the line that tells language, length, reading time and length of the synthesis."""
    language = get_language(digest.document.language.code)
    words = sum(count_words(block.text) for block in digest.document.blocks if block.part == "body")
    return language.phrases["reading"].format(
        language=language.name,
        words=number(words, language),
        minutes=number(max(1, round(words / READING_SPEED)), language),
        summary=number(count_words(digest.summary.text), language),
    )


def translated(translation: Translation) -> str:
    """Return the line that tells the language of a translation."""
    language = get_language(translation.lang)
    return language.phrases["translation"].format(language=language.name)


def capital(text: str) -> str:
    """Return *text* with a capital at the start, unless its first word has one of its own inside (iPhone, mRNA).

    >>> capital("conditions d'utilisation"), capital("mRNA")
    ("Conditions d'utilisation", 'mRNA')
    """
    first = re.match(r"\w+", text)
    return text if first is None or not first.group().islower() else text[0].upper() + text[1:]


def aside(entry: GlossaryEntry, text: str) -> str | None:
    """Return what stands in brackets after the term: its long form, or the acronym that the article's *text* uses for it.

    One that the term has in it ("test PCR") tells nothing more.
    """
    if entry.expansion:
        return entry.expansion
    shorts = (name.text for name in entry.designations if name.kind == "acronym" and name.lang == entry.lang)
    return next((short for short in shorts if not holds(entry.term, short) and re.search(rf"\b{re.escape(short)}\b", text)), None)


def definition(entry: GlossaryEntry) -> str:
    """Return the definition as a sentence, or an empty text."""
    return sentence(entry.definition or "")


def sentence(text: str) -> str:
    """Return *text* with a full stop, unless it ends in a mark of its own or is empty.

    >>> sentence("wall of earth"), sentence("what is it?"), sentence("")
    ('wall of earth.', 'what is it?', '')
    """
    return text if not text or text[-1] in ".!?…" else f"{text}."


def number(count: int, language: Language) -> str:
    """Return *count* with the sign that the language sets between thousands.

    >>> number(12500, get_language("en"))
    '12,500'
    """
    return f"{count:,}".replace(",", language.page_words["thousands"])


def counted(noun: str, count: int, language: Language) -> str:
    """Return *count* of what ``page_words`` has under *noun*, in the singular or plural.

    >>> counted("article", 1, get_language("fr")), counted("article", 2, get_language("fr"))
    ('1 article', '2 articles')
    """
    form = "one" if count == 1 else "many"
    return language.page_words[f"{noun}_{form}"].format(count=number(count, language))


def date(iso: str, language: Language) -> str:
    """Return a date in words, of a day, a month or a year as far as *iso* (ISO 8601) tells it; nothing for what is no date.

    >>> date("2024-03-01T08:00:00Z", get_language("fr")), date("2024-03", get_language("en")), date("soon", get_language("en"))
    ('1er mars 2024', 'March 2024', '')
    """
    match = _ISO_DATE.match(iso)
    if match is None:
        return ""
    year, month, day = match.groups()
    if month is None:
        return year
    name = language.months[int(month) - 1]
    if day is None:
        return f"{name} {year}"
    in_words = language.page_words["first_day"] if int(day) == 1 else str(int(day))
    return language.page_words["date"].format(day=in_words, month=name, year=year)


def firm_colon(language: Language) -> str:
    """Return the colon of *language* so that no line breaks before it."""
    return language.colon.replace(" :", "\N{NO-BREAK SPACE}:")
