"""Find the names of concepts in a text, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

from summarizer.background import load_background
from summarizer.languages import get_language
from summarizer.lexicon.fitting import TOKEN, closing_marks, fits, opens_sentence, spelled
from summarizer.lexicon.store import built_in
from summarizer.resources import without_collection
from summarizer.spans import SpanIndex
from summarizer.types import Concept, Designation, LexiconMention, Span
from summarizer.words import WORD, fold, irregular_plurals

_Key = tuple[str, ...]
# A word with what hyphens join to it.
_HYPHENATED = re.compile(rf"(?:{TOKEN.pattern})(?:-{WORD.pattern})*")
# Words that a hyphen joins, and letters of the two as one word.
_HALVES, _JOINED = 2, 6
# A longer name is looked for with regular plurals only: each word doubles the forms.
_MOST_INFLECTED = 5
# Letters of a word that may tell of which of two things an article speaks.
_TELLING = 4
# How much more must speak for the less known of two bodies, or two products, with one name (ABC, CDC), in inverse document
# frequencies.
_RARER = 3.0
# What stands between two paragraphs: no name goes from one to the next.
_PARAGRAPHS = "\n\n"


class Lexicon:
    """An index of concepts by their names, for texts in one language.

    Names in the text's own language are found always; full names in the other language only where they are proper names or have
    several words, so that French "bail" (a lease) is not English *bail*; short forms of the other language never. General terms
    are found in the plural and with or without a hyphen inside, all names in the spellings of the language. Concepts of
    the *termbase*, whose names are found in any case and in the plural, go before those of the lexicon where they define the
    name in the language of the text, and behind them where they do not; the earlier goes before the later.
    """

    def __init__(self, concepts: Iterable[Concept], *, lang: str, termbase: Iterable[Concept] = ()) -> None:
        self.lang = lang
        self._names: dict[_Key, list[tuple[Concept, Designation]]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        concepts = tuple(concepts)
        definitions = (concept.definition(lang) or "" for concept in concepts)
        self._common = frozenset(word for text in definitions for word in WORD.findall(text) if word.islower())
        for concept in concepts:
            for name in concept.designations:
                if _is_searched(concept, name, lang):
                    for key in _general_keys(name, lang) if _is_term(concept, name, lang) else (_key(name.text, lang),):
                        self._add(concept, name, key)
        termbase = tuple(termbase)
        self._has_undefined = not all(_defines(concept, lang) for concept in termbase)
        for concept in termbase:
            for name in concept.designations:
                if name.lang == lang:
                    for key in _inflected(name, lang):
                        self._add(concept, name, key)

    def _add(self, concept: Concept, name: Designation, key: _Key) -> None:
        if not key:
            return
        self._names[key].append((concept, name))
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, text: str) -> tuple[LexiconMention, ...]:
        """Return where *text* names a concept, in order and without overlap; a name of several concepts goes by context."""
        words = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]
        found = self._scan(text, words, defining=True)
        if self._has_undefined:
            found = _with(found, self._scan(text, words, defining=False))
        closed = [(match.group().replace("-", ""), match.start(), match.end()) for match in _HYPHENATED.finditer(text)]
        if any(len(word) < end - start for word, start, end in closed):
            general = [mention for mention in self._scan(text, closed, defining=True) if mention.concept.label is None]
            # A "sur-mortalité" is no "mortalité".
            longer = SpanIndex(mention.span for mention in general)
            found = [mention for mention in found if not longer.covers(mention.span)]
            found = _with(found, general)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def _scan(self, text: str, words: Sequence[tuple[str, int, int]], *, defining: bool) -> list[LexiconMention]:
        """Return where *text* with these *words* and their places names a concept with a definition, or one without."""
        folded = [_folded(word, self.lang) for word, _, _ in words]
        context = frozenset(folded)
        mentions: list[LexiconMention] = []
        index = 0
        while index < len(words):
            mention, size = self._match(text, words, folded, index, context, defining)
            if mention is not None:
                mentions.append(mention)
            index += size
        return mentions

    def _match(
        self,
        text: str,
        words: Sequence[tuple[str, int, int]],
        folded: Sequence[str],
        index: int,
        context: frozenset[str],
        defining: bool,
    ) -> tuple[LexiconMention | None, int]:
        for size in range(min(self._longest.get(folded[index], 0), len(words) - index), 0, -1):
            named = self._names.get(tuple(folded[index : index + size]))
            if self._has_undefined and named:
                named = [pair for pair in named if _defines(pair[0], self.lang) == defining]
            if not named:
                continue
            span = Span(words[index][1], words[index + size - 1][2])
            if _PARAGRAPHS in span.of(text):
                continue
            fitting = [(concept, name) for concept, name in named if fits(concept, name, text, span)]
            if size == 1 and span.of(text).lower() in self._common and opens_sentence(text, span):
                fitting = [(concept, name) for concept, name in fitting if concept.label is None]
            if fitting:
                concept, name = _by_context(_termbase_first(_as_spelled(fitting, span.of(text))), context, self.lang)
                plus = len(closing_marks(name.text))
                return LexiconMention(concept, name, Span(span.start, span.end + plus)), size
        return None, 1


def _with(found: list[LexiconMention], others: Iterable[LexiconMention]) -> list[LexiconMention]:
    """Return *found* and those of *others* that overlap none of them."""
    taken = SpanIndex(mention.span for mention in found)
    return found + [mention for mention in others if not taken.overlapping(mention.span)]


def _key(name: str, lang: str) -> _Key:
    return tuple(_folded(word, lang) for word in TOKEN.findall(name))


@lru_cache(maxsize=50_000)
def _folded(word: str, lang: str) -> str:
    """Return *word* as names in the language *lang* are compared: without stops, plural and what spellings differ in."""
    plain = fold(word.replace(".", ""))
    if _differing(lang).search(plain):
        for pattern, usual in get_language(lang).spellings.items():
            plain = re.sub(pattern, usual, plain)
    return plain


@cache
def _differing(lang: str) -> re.Pattern[str]:
    """Return the pattern of the words that the language *lang* spells in several ways."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in get_language(lang).spellings))


@cache
@without_collection()
def built_in_lexicon(code: str) -> Lexicon:
    """Return the index of the built-in concepts for texts in the language *code*."""
    return Lexicon(built_in(), lang=code)


def _is_searched(concept: Concept, name: Designation, lang: str) -> bool:
    if name.lang == lang:
        return True
    return name.kind != "acronym" and (concept.label is not None or len(WORD.findall(name.text)) > 2)


def _is_term(concept: Concept, name: Designation, lang: str) -> bool:
    """Tell whether *name* is a general term that an article in *lang* may inflect, not a proper name or a short form."""
    return concept.label is None and name.lang == lang and name.kind != "acronym"


def _general_keys(name: Designation, lang: str) -> list[_Key]:
    """Return the keys of the general term *name*: in the singular and plural, and in one word if it has a hyphen ("bylaw")."""
    keys = _inflected(name, lang)
    joined = ("".join(key) for key in keys if len(key) == _HALVES and "-" in name.text)
    return [*keys, *((word,) for word in joined if len(word) >= _JOINED)]


def _inflected(name: Designation, lang: str) -> list[_Key]:
    """Return the keys of *name* as it is and with the irregular plurals of its words ("tribunal local", "tribunaux locaux")."""
    words = TOKEN.findall(name.text)
    if len(words) > _MOST_INFLECTED:
        return [_key(name.text, lang)]
    forms = ((word, *irregular_plurals(word, get_language(lang))) for word in words)
    return list(product(*(dict.fromkeys(_folded(form, lang) for form in each) for each in forms)))


def _defines(concept: Concept, lang: str) -> bool:
    """Tell whether *concept* has a definition in *lang*; only those of termbases may have none."""
    return concept.origin != "termbase" or concept.definition(lang) is not None


def _termbase_first(named: Sequence[tuple[Concept, Designation]]) -> list[tuple[Concept, Designation]]:
    """Return the pairs of *named* that are the termbase's, or all where none is."""
    return [pair for pair in named if pair[0].origin == "termbase"] or list(named)


def _as_spelled(named: Sequence[tuple[Concept, Designation]], surface: str) -> Sequence[tuple[Concept, Designation]]:
    """Return the pairs of *named* whose name is spelled as *surface* (Labour, not Labor), or all where none is."""
    return [pair for pair in named if spelled(pair[1].text) == spelled(surface)] or named


def _by_context(named: Sequence[tuple[Concept, Designation]], context: frozenset[str], lang: str) -> tuple[Concept, Designation]:
    """Return the concept whose definition and names share the most telling words with the article, the rare ones above all."""
    if len(named) == 1:
        return named[0]
    background = load_background(lang)
    are_alike = len({concept.label for concept, _ in named}) == 1

    def shared(pair: tuple[Concept, Designation]) -> float:
        concept = pair[0]
        texts = (concept.definition(lang) or "", *(name.text for name in concept.designations))
        words = {fold(word) for text in texts for word in WORD.findall(text) if len(word) >= _TELLING}
        told = sum(background.idf(word) for word in words & context)
        return told - _RARER if are_alike and concept.grade == "specialist" else told

    return max(named, key=shared)
