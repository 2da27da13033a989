"""What a translated line must keep: figures, names, dates. What it lost is named, so that the reader can be told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from summarizer.detection import french_or_english
from summarizer.extras import needed_from
from summarizer.lexicon import built_in
from summarizer.types import Entity, EntityLabel
from summarizer.words import WORD, count_words, fold

# A number: groups of three digits parted by a space, point or comma, then decimals.
_NUMBER = re.compile(r"\d+(?:[\s\u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?")
# How alike two spellings of a place are (Londres, London: 0.77; Genève, Geneva: 0.83; Paris, Prague: 0.55).
_ALIKE = 0.7
# How many times as long or as short as the original a translation may be (French runs a fifth longer); the fewest words that
# say something of their language, and the certainty from which on it counts.
_LONGER, _FEWEST, _SURE = 2.5, 4, 0.95
# The sign before the decimals in each language.
_DECIMAL = {"fr": ",", "en": "."}


def figures(text: str, lang: str) -> Counter[str]:
    """Return the numbers of *text* as plain digits with a decimal point, as the language *lang* reads them.

    >>> figures("310.000 euros, 4,50 %", "fr") == figures("310,000 euros, 4.5%", "en")
    True
    """
    return Counter(_plain(match.group(), lang) for match in _NUMBER.finditer(text))


def respell_figures(text: str, original: str, *, source: str, target: str) -> str:
    """Return *text* with the numbers that it took over from *original* letter for letter set as the language *target* does.

    >>> respell_figures("It costs 4,5 million.", "Il coûte 4,5 millions.", source="fr", target="en")
    'It costs 4.5 million.'
    """
    wanted = {match.group(): _plain(match.group(), source) for match in _NUMBER.finditer(original)}

    def spell(match: re.Match[str]) -> str:
        value = wanted.get(match.group())
        return match.group() if value is None or value == _plain(match.group(), target) else _set(value, target)

    return _NUMBER.sub(spell, text)


def is_translation(original: str, translated: str, *, target: str) -> bool:
    """Tell whether *translated* may be *original* in the language *target* by its length and its language.

    >>> is_translation("Le maire de la ville a annoncé sa démission lundi.", "The mayor of the town resigned.", target="en")
    True
    >>> is_translation("Le maire de la ville a annoncé sa démission lundi.", "The mayor.", target="en")
    False
    """
    words, own = count_words(translated), count_words(original)
    if words < _FEWEST:
        return words > 0 and own < _FEWEST * _LONGER
    guess = french_or_english(translated)
    is_other = guess.code != target and guess.confidence > _SURE
    return own / _LONGER <= words <= own * _LONGER + _FEWEST and not is_other


def lost(original: str, translated: str, *, entities: Sequence[Entity], text: str, source: str, target: str) -> tuple[str, ...]:
    """Return the figures, names and dates of *original* that *translated* does not have, and the figures that it adds.

    *entities* are those of the article *text*.
    """
    own, other = figures(original, source), figures(translated, target)
    missing = [*(own - other), *(other - own)]
    missing += [
        name for name, label in _names_in(original, entities, text) if not _has_name(translated, name, label, source, target)
    ]
    missing += [
        word for word, names in _dates(source, target).items() if _has_word(original, word) and not _has_any(translated, names)
    ]
    return tuple(dict.fromkeys(missing))


def _plain(number: str, lang: str) -> str:
    decimal = _DECIMAL[lang]
    whole, sign, rest = number.rpartition(decimal)
    if not sign or (lang == "en" and decimal in whole):
        whole, rest = number, ""
    thousands = "," if lang == "en" else "."
    if thousands in (rest or whole) and not re.fullmatch(r"\d{1,3}(?:[\s\u00a0\u202f.,]\d{3})+", whole):
        return number
    digits = re.sub(r"\D", "", whole)
    return f"{digits}.{rest.rstrip('0')}".rstrip(".")


def _set(value: str, lang: str) -> str:
    with needed_from("translation"):
        from babel.numbers import format_decimal
    from decimal import Decimal

    text: str = format_decimal(Decimal(value), locale=lang, decimal_quantization=False)
    return text


def _names_in(line: str, entities: Iterable[Entity], text: str) -> list[tuple[str, EntityLabel]]:
    found = {span.of(text): entity.label for entity in entities for span in entity.mentions}
    return [(name, label) for name, label in found.items() if _has_word(line, name)]


def _has_name(translated: str, name: str, label: EntityLabel, source: str, target: str) -> bool:
    if _covers(translated, name) or any(_covers(translated, each) for each in _equivalents(source, target).get(_key(name), ())):
        return True
    if label == "PER":
        return False
    if label == "LOC":
        found = [fold(word) for word in WORD.findall(translated) if word[:1].isupper()]
        own = [fold(word) for word in WORD.findall(name) if word[:1].isupper()]
        return all(any(SequenceMatcher(None, word, each).ratio() >= _ALIKE for each in found) for word in own)
    # A name that is a description (Agence nationale de santé) is translated word by word; what is no word of it must stay.
    return " " in name.strip() and all(_is_kept(word, translated) for word in WORD.findall(name) if word.isupper())


def _is_kept(word: str, translated: str) -> bool:
    return len(word) < 2 or _has_word(translated, word)


def _covers(text: str, name: str) -> bool:
    return f" {_key(name)} " in f" {_key(text)} "


def _key(text: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(text))


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _has_any(text: str, words: Iterable[str]) -> bool:
    return any(_has_word(text.lower(), word.lower()) for word in words)


@cache
def _equivalents(source: str, target: str) -> Mapping[str, frozenset[str]]:
    """Return the known names in *target* by their folded names in *source*: the lexicon's, then countries and cities."""
    known: dict[str, set[str]] = {}
    for concept in built_in():
        for name in concept.names(source):
            known.setdefault(_key(name), set()).update(concept.names(target))
    for one, other in _places(source, target):
        known.setdefault(_key(one), set()).add(other)
    return {name: frozenset(names) for name, names in known.items()}


def _places(source: str, target: str) -> Iterable[tuple[str, str]]:
    """Yield the countries and cities that CLDR names in both languages."""
    with needed_from("translation"):
        from babel import Locale
    one, other = Locale(source), Locale(target)
    yield from ((name, other.territories[code]) for code, name in one.territories.items() if code in other.territories)
    for zone in {*one.time_zones, *other.time_zones}:
        plain = zone.rpartition("/")[2].replace("_", " ")
        names = [dict(locale.time_zones.get(zone, {})).get("city", plain) for locale in (one, other)]
        yield names[0], names[1]


@cache
def _dates(source: str, target: str) -> Mapping[str, tuple[str, ...]]:
    """Return the months and days of *source*, as they are written there, with their names in *target*."""
    with needed_from("translation"):
        from babel.dates import get_day_names, get_month_names
    found: dict[str, tuple[str, ...]] = {}
    for names in (get_month_names, get_day_names):
        for number, name in names("wide", locale=source).items():
            found[name] = (names("wide", locale=target)[number], names("abbreviated", locale=target)[number].rstrip("."))
    return found
