"""Find the names of concepts in a text, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

from summarizer.languages import get_language, name_list
from summarizer.lexicon.store import built_in
from summarizer.resources import without_collection
from summarizer.spans import SpanIndex
from summarizer.types import Concept, Designation, LexiconMention, Span
from summarizer.words import WORD, fold, irregular_plurals, is_shouted

_Key = tuple[str, ...]
# A word, or a short form with stops, which is the same word without them (U.N.).
_TOKEN = re.compile(rf"(?<![\w.])(?:[A-ZÀ-Ý]\.){{2,6}}(?!\w)|{WORD.pattern}")
# A word with what hyphens join to it.
_HYPHENATED = re.compile(rf"(?:{_TOKEN.pattern})(?:-{WORD.pattern})*")
# Words that a hyphen joins, and letters of the two as one word.
_HALVES, _JOINED = 2, 6
# A longer name is looked for with regular plurals only: each word doubles the forms.
_MOST_INFLECTED = 5
# Articles that names begin with, and those of Arabic names, which some papers write small ("al Qaeda", "el-Nour").
_ARTICLES = frozenset(("la", "le", "les", "the"))
_ARABIC_ARTICLES = frozenset(("al", "el", "an", "ar", "as", "ash"))


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
        words = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        found = self._scan(text, words, defining=True)
        if self._has_undefined:
            found = _with(found, self._scan(text, words, defining=False))
        closed = [(match.group().replace("-", ""), match.start(), match.end()) for match in _HYPHENATED.finditer(text)]
        if any(len(word) < end - start for word, start, end in closed):
            general = (mention for mention in self._scan(text, closed, defining=True) if mention.concept.label is None)
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
            fitting = [(concept, name) for concept, name in named if _fits(concept, name, text, span)]
            if size == 1 and span.of(text).lower() in self._common and opens_sentence(text, span):
                fitting = [(concept, name) for concept, name in fitting if concept.label is None]
            if fitting:
                concept, name = _by_context(_termbase_first(_as_spelled(fitting, span.of(text))), context)
                plus = len(_closing_marks(name.text))
                return LexiconMention(concept, name, Span(span.start, span.end + plus)), size
        return None, 1


def _with(found: list[LexiconMention], others: Iterable[LexiconMention]) -> list[LexiconMention]:
    """Return *found* and those of *others* that overlap none of them."""
    taken = SpanIndex(mention.span for mention in found)
    return found + [mention for mention in others if not taken.overlapping(mention.span)]


def _key(name: str, lang: str) -> _Key:
    return tuple(_folded(word, lang) for word in _TOKEN.findall(name))


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
    words = _TOKEN.findall(name.text)
    if len(words) > _MOST_INFLECTED:
        return [_key(name.text, lang)]
    forms = ((word, *irregular_plurals(word, get_language(lang))) for word in words)
    return list(product(*(dict.fromkeys(_folded(form, lang) for form in each) for each in forms)))


def _closing_marks(name: str) -> str:
    """Return the marks at the end of *name* that are part of it: Canal+, C#, C++."""
    return name[len(name.rstrip("+#")) :]


def _defines(concept: Concept, lang: str) -> bool:
    """Tell whether *concept* has a definition in *lang*; only those of termbases may have none."""
    return concept.origin != "termbase" or concept.definition(lang) is not None


def _termbase_first(named: Sequence[tuple[Concept, Designation]]) -> list[tuple[Concept, Designation]]:
    """Return the pairs of *named* that are the termbase's, or all where none is."""
    return [pair for pair in named if pair[0].origin == "termbase"] or list(named)


def _as_spelled(named: Sequence[tuple[Concept, Designation]], surface: str) -> Sequence[tuple[Concept, Designation]]:
    """Return the pairs of *named* whose name is spelled as *surface* (Labour, not Labor), or all where none is."""
    return [pair for pair in named if _spelled(pair[1].text) == _spelled(surface)] or named


def _spelled(name: str) -> list[str]:
    """Return the folded words of *name* as it spells them."""
    return [fold(word) for word in WORD.findall(name)]


def _fits(concept: Concept, name: Designation, text: str, span: Span) -> bool:
    """Tell whether the words at *span*, which fold to those of *name*, are set as a use of it would be."""
    surface = _without_stops(span.of(text))
    if not _same_marks(concept, name.text, surface) or not text.startswith(_closing_marks(name.text), span.end):
        return False
    if concept.origin == "termbase" and name.kind != "acronym":
        return True
    if not _same_case(concept, name, surface) or (surface.isupper() and is_shouted(text, span.start)):
        return False
    return concept.label is None or " " in name.text or not _inside_longer_name(text, span)


def _without_stops(surface: str) -> str:
    """Return *surface* with its dotted short forms as they are written without stops."""
    return _TOKEN.sub(lambda match: match.group().replace(".", ""), surface)


def _same_marks(concept: Concept, name: str, surface: str) -> bool:
    """Tell whether *surface* has no mark that *name* lacks, and a hyphen wherever *name* has one that is no proper name.

    Nor does it end in an accent that *name* has nowhere: "grimé" is not grime.
    """
    if name.isascii() and re.search(r"[éèêëàâîïôûùç]s?(?=\W|$)", surface.lower()):
        return False
    marks = set(re.findall(r"[^\w\s’'-]", surface))
    if concept.label is not None:
        return marks <= set(name)
    hyphens = [gap == "-" for gap in re.findall(r"(?<=\w)[^\w]+(?=\w)", name)]
    found = ["-" in gap for gap in re.findall(r"(?<=\w)[^\w]+(?=\w)", surface)]
    return marks <= set(name) and all(own for own, wanted in zip(found, hyphens, strict=False) if wanted)


def _same_case(concept: Concept, name: Designation, surface: str) -> bool:
    """Tell whether the capitals agree: letter for letter in a short form, at the start of the words of a short proper name."""
    words = name.text.split()
    if name.kind == "acronym" or name.text.isupper():
        own_capitals = concept.origin == "termbase" and surface.isupper() and surface == name.text.upper()
        return surface in (bare := _without_stops(name.text).rstrip("+#"), f"{bare}s") or own_capitals
    if len(words) == 1 or (len(words) == 2 and concept.label is not None):
        # What is called Morrisons is not Morrison.
        if len(words) == 1 and concept.label is not None and name.text[-1] == "s" and surface[-1] not in "sS":
            return False
        # Nor is Labor Labour.
        if len(words) == 1 and concept.label is not None and _spelled(surface) != _spelled(name.text):
            return False
        # Nor are Stripes the firm Stripe.
        if len(words) == 1 and concept.label == "ORG" and surface[-1] in "sS" and name.text[-1] not in "sSxz":
            return False
        return _has_capitals_of(name.text, surface)
    # "la lettre a été remise" has no La Lettre A.
    if len(words) == 3 and concept.label is not None and words[0].lower() in _ARTICLES:
        return _has_capitals_of(" ".join(words[1:]), surface[len(words[0]) :])
    return True


def _has_capitals_of(name: str, surface: str) -> bool:
    pairs = zip(WORD.findall(surface), WORD.findall(name), strict=False)
    return all(own[0].isupper() or own in _ARABIC_ARTICLES for own, word in pairs if word[0].isupper())


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether *span* opens a sentence or a line, so that its capital says nothing ("Ensemble des droits…")."""
    return re.search(r"(?:^|[\n.!?…:;»”\"«“])\s*(?:[-–—•*]\s*)?$", text[max(0, span.start - 6) : span.start]) is not None


def _inside_longer_name(text: str, span: Span) -> bool:
    """Tell whether a capitalised word stands directly before or after, as in "Claude Monet"."""
    after = re.match(r"[ -]([A-ZÀ-Ý][a-zà-ÿ]+)", text[span.end : span.end + 40])
    if after is not None and text[span.start : span.end].isupper() and after.group(1) in name_list("first_names"):
        return False
    before = re.search(r"(?<![.!?«\"“\n] )(?<!^)\b([A-ZÀ-Ý][a-zà-ÿ]+)[ -]$", text[max(0, span.start - 40) : span.start])
    return after is not None or before is not None


def _by_context(named: Sequence[tuple[Concept, Designation]], context: frozenset[str]) -> tuple[Concept, Designation]:
    """Return the concept whose definitions and other names share the most words with the article."""

    def shared(pair: tuple[Concept, Designation]) -> int:
        concept = pair[0]
        texts = [text for _, text in concept.definitions] + [name.text for name in concept.designations]
        return len({fold(word) for text in texts for word in WORD.findall(text) if len(word) > 3} & context)

    return max(named, key=shared)
