"""The language records: French and English have the same shape, and all that they hold can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import get_args

import pytest

from summarizer.errors import LanguageError
from summarizer.languages import KNOWN, Language, get_language, name_list
from summarizer.types import ENTITY_LABELS, ROLES, Origin

CODES = sorted(KNOWN)
# What the reader sees, and so no pattern.
SHOWN = {
    "code",
    "name",
    "colon",
    "quotes",
    "role_labels",
    "origin_labels",
    "entity_labels",
    "domain_labels",
    "phrases",
    "page_words",
    "form_words",
    "months",
}
# Mappings whose keys are words of the language.
OWN_KEYS = {"contrary_titles", "decades", "place_aliases", "plurals", "spellings"}
MAPPINGS = [
    field.name
    for field in fields(Language)
    if isinstance(getattr(KNOWN["fr"], field.name), Mapping) and field.name not in OWN_KEYS
]


def word_sets(language: Language) -> Iterator[tuple[str, frozenset[str]]]:
    for field in fields(Language):
        value = getattr(language, field.name)
        if isinstance(value, frozenset):
            yield field.name, value
        elif field.name == "label_cues":
            yield from ((f"label_cues[{label}]", words) for label, words in value.items())


def patterns(language: Language) -> Iterator[tuple[str, str]]:
    for field in fields(Language):
        value = getattr(language, field.name)
        if field.name in SHOWN | OWN_KEYS or isinstance(value, frozenset) or field.name == "label_cues":
            continue
        groups = value if isinstance(value, Mapping) else {"": value}
        for key, group in groups.items():
            yield from ((f"{field.name}[{key}]", pattern) for pattern in ((group,) if isinstance(group, str) else group))


# What only one of the languages has: words that lean on a verb, "en parlant"; "so the road was closed", "to win", "as he left".
ONE_SIDED = {"fr": {"clitics", "gerund_marks"}, "en": {"result_marks", "aim_marks", "occasion_marks"}}
OF_THE_OTHER = {"fr": ONE_SIDED["en"], "en": ONE_SIDED["fr"]}
ALL_WORDS = [
    pytest.param(words, id=f"{code}-{name}")
    for code in CODES
    for name, words in word_sets(KNOWN[code])
    if name not in OF_THE_OTHER[code]
]
ALL_PATTERNS = [
    pytest.param(pattern, id=f"{code}-{name}-{number}")
    for code in CODES
    for number, (name, pattern) in enumerate(patterns(KNOWN[code]))
]


@pytest.mark.parametrize("field", MAPPINGS)
def test_mappings_have_the_same_keys_in_both_languages(field: str) -> None:
    keys = {code: sorted(getattr(KNOWN[code], field)) for code in CODES}
    assert keys["fr"] == keys["en"]
    assert keys["fr"]


def test_keys_are_those_that_the_stages_know() -> None:
    for language in KNOWN.values():
        assert set(language.role_labels) == set(ROLES)
        assert set(language.role_cues) <= set(ROLES)
        assert set(language.origin_labels) == set(get_args(Origin))
        assert set(language.entity_labels) == set(ENTITY_LABELS)
        assert len(language.months) == 12
        assert set(language.label_cues) <= set(ENTITY_LABELS)
        assert set(language.definition_patterns) == set(KNOWN["fr"].definition_patterns)
        assert set(language.definition_cues) <= set(language.definition_patterns)
        assert set(language.definition_traits) == set(KNOWN["fr"].definition_traits)


def test_no_field_is_filled_in_one_language_only() -> None:
    filled = {code: {field.name for field in fields(Language) if getattr(KNOWN[code], field.name)} for code in CODES}
    assert filled["fr"] - filled["en"] == ONE_SIDED["fr"]
    assert filled["en"] - filled["fr"] == ONE_SIDED["en"]


def test_sentences_of_the_output_have_the_same_blanks_to_fill() -> None:
    for field in ("phrases", "page_words", "form_words"):
        for key, phrase in getattr(KNOWN["fr"], field).items():
            texts = (phrase, getattr(KNOWN["en"], field)[key])
            blanks = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts]
            assert blanks[0] == blanks[1], key


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "field", ["role_labels", "origin_labels", "entity_labels", "domain_labels", "phrases", "page_words", "form_words"]
)
def test_no_two_labels_read_the_same(code: str, field: str) -> None:
    labels = [label.lower() for label in getattr(KNOWN[code], field).values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("words", ALL_WORDS)
def test_words_are_lower_case_and_bare(words: frozenset[str]) -> None:
    assert words
    assert {word for word in words if not word or word != word.lower() or word != word.strip()} == set()


def test_frequent_words_tell_the_languages_apart() -> None:
    assert KNOWN["fr"].frequent_words & KNOWN["en"].frequent_words == set()


@pytest.mark.parametrize("code", CODES)
def test_small_words_of_the_detector_are_function_words(code: str) -> None:
    language = KNOWN[code]
    assert {word for word in language.frequent_words - language.stop_words if "'" not in word} == set()


@pytest.mark.parametrize("pattern", ALL_PATTERNS)
def test_patterns_compile_and_never_match_nothing(pattern: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    assert compiled.search("") is None


@pytest.mark.parametrize("code", CODES)
def test_patterns_have_the_groups_that_the_stages_read(code: str) -> None:
    language = KNOWN[code]
    for name, pattern in language.definition_patterns.items():
        assert {"term", "definition"} == set(re.compile(pattern).groupindex), name


@pytest.mark.parametrize("code", CODES)
def test_clitics_can_stand_behind_a_token_border(code: str) -> None:
    for pattern in (*KNOWN[code].clitics, *KNOWN[code].enclitics):
        assert re.compile(rf"(?=\b{pattern}\b)")
    for pattern in KNOWN[code].clitics:
        assert re.compile(rf"(?<=\b{pattern})")


@pytest.mark.parametrize("pattern", ALL_PATTERNS)
def test_patterns_know_both_apostrophes(pattern: str) -> None:
    without_classes = re.sub(r"\[[^\]]*\]", lambda match: "" if {"'", "’"} <= set(match.group()) else match.group(), pattern)
    assert not re.search(r"\w['’]|['’]\w", without_classes)


@pytest.mark.parametrize("name", ["places", "first_names", "first_names_m", "first_names_f", "surnames", "cities"])
def test_name_lists_hold_names(name: str) -> None:
    names = name_list(name)
    assert len(names) > 300
    assert {each for each in names if not each[0].isupper() or each != " ".join(each.split())} == set()


def test_an_unknown_language_names_the_known_ones() -> None:
    assert get_language("fr") is KNOWN["fr"]
    with pytest.raises(LanguageError, match="de: not a supported language; known: en, fr"):
        get_language("de")
