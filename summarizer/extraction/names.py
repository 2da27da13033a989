"""What a recognised span really covers, and whether that can be a name at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.types import EntityLabel, Span

_OPENING, _CLOSING = " \n\t«»\"“”'‘’([{-–—:;,.!?*#@•", r"(?:['’]s)?(?:\.?[-–—]+)?[\s«»\"“”'‘’()\[\]{}–—:;,!?*]*$"
_LAST_WORD = re.compile(r"[\s(«\"“]+(\w+|[dl]['’]?)$")
_FIRST_WORD = re.compile(r"([\w.-]+['’]?)\s*(?=\w)")


def name_spans(span: Span, label: EntityLabel, text: str, language: Language) -> Iterator[Span]:
    """Yield the names in a recognised *span*: places parted at their commas, without what does not belong to the name."""
    borders = [span.start]
    if label == "LOC":
        borders += [match.end() + span.start for match in re.finditer(r", (?=[A-ZÀ-Ý])", span.of(text))]
    for start, end in zip(borders, [*borders[1:], span.end], strict=True):
        trimmed = _trimmed(_within_brackets(Span(start, end), text), label, text, language)
        if trimmed is not None and _is_name(trimmed.of(text), label, language):
            yield trimmed


def is_personal(name: str, language: Language) -> bool:
    """Tell whether *name* has the form of a person's: a first name, then capitalised words, with links between them."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and words[0] in name_list("first_names")
        and name not in name_list("cities")
        and words[-1].lower() not in language.organisation_tails
        and words[-1][0].isupper()
        and all(re.fullmatch(r"[A-ZÀ-Ý][\w’'.-]+", word) or word in language.name_links for word in words)
    )


def _within_brackets(span: Span, text: str) -> Span:
    """Return the longest part of *span* on one side of a bracket that opens or closes alone."""
    name = span.of(text)
    if name.count("(") == name.count(")"):
        return span
    pieces = [Span(span.start + match.start(), span.start + match.end()) for match in re.finditer(r"[^()]+", name)]
    return max(pieces, key=lambda piece: piece.end - piece.start, default=span)


def _trimmed(span: Span, label: EntityLabel, text: str, language: Language) -> Span | None:
    """Return *span* without signs and function words at its ends and a person's titles; None when nothing is left."""
    piece = re.sub(_CLOSING, "", span.of(text))
    if label == "PER":
        piece = re.sub(r"(?<=\w{3})\.$", "", piece)
    while label != "WORK" and (match := _LAST_WORD.search(piece)) and _is_behind_name(match.group(1), label, language):
        piece = piece[: match.start()]
    start, end = span.start, span.start + len(piece)
    start += len(piece) - len(piece.lstrip(_OPENING))
    while (match := _FIRST_WORD.match(text[start:end])) and _is_before_name(match, label, language):
        start += match.end()
    return Span(start, end) if start < end else None


def _is_behind_name(word: str, label: EntityLabel, language: Language) -> bool:
    """Tell whether the last *word* is no part of the name: a function word, or after a person's name any small word."""
    return word.islower() and (word in language.stop_words or label == "PER")


def _is_before_name(match: re.Match[str], label: EntityLabel, language: Language) -> bool:
    """Tell whether the first word is no part of the name: a small function word, or before a person a title."""
    word, following = match.group(1), match.string[match.end() :]
    if word.islower() and word in language.stop_words:
        return True
    is_title = word.lower().rstrip(".") in language.person_titles and match.group().endswith(" ")
    return label == "PER" and is_title and following[:1].isupper()


def _is_name(name: str, label: EntityLabel, language: Language) -> bool:
    """Tell whether *name* can be one: it has a letter, and is no pronoun, day, title, people, lower-case word or shouted line."""
    lowered = name.lower()
    if not re.search(r"[^\W_]", name) or name.isdigit() or name.startswith(("http", "www.")):
        return False
    if len(name) < 2:
        return name.isupper() and label in ("ORG", "PRODUCT")
    if name.islower():
        return label in ("EVENT", "PRODUCT") and re.search(r"[-\d]", name) is not None
    first = re.split(r"[ '’]", name)[0]
    if first.islower() and first != name and label in ("EVENT", "WORK", "PRODUCT", "MISC"):
        return first in language.label_cues.get(label, ())
    if name[0].isdigit() and label in ("PER", "ORG", "LOC") and not re.search(r"[a-zà-ÿ]", name):
        return False
    if name.isupper() and len(re.findall(r"[^\W\d_]{4,}", name)) > 1:
        return False
    if name.isupper() and name.isalpha():
        return lowered.rstrip(".") not in language.person_titles
    is_day = lowered in language.calendar and label != "PER"
    return not (
        lowered in language.stop_words
        or is_day
        or lowered.rstrip(".") in language.person_titles
        or (label in ("LOC", "MISC") and _is_people(name, language))
    )


def _is_people(name: str, language: Language) -> bool:
    """Tell whether *name* is the word for a people: a plural that ends as such words do and is no place."""
    is_place = name in name_list("places") or name in name_list("cities")
    ends_so = re.fullmatch(rf"[\w-]*{language.demonyms}", name.lower()) is not None
    return name.endswith("s") and " " not in name and not is_place and ends_so
