"""Find the names of concepts in a text, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from summarizer.lexicon.store import built_in
from summarizer.types import Concept, Designation, LexiconMention, Span
from summarizer.words import WORD, fold, is_shouted

_Key = tuple[str, ...]


class Lexicon:
    """An index of concepts by their names, for texts in one language.

    Names in the text's own language are found always; full names in the other language only where they are proper names or have
    several words, so that French "bail" (a lease) is not English *bail*; short forms of the other language never.
    """

    def __init__(self, concepts: Iterable[Concept], *, lang: str) -> None:
        self.lang = lang
        self._names: dict[_Key, list[tuple[Concept, Designation]]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        concepts = tuple(concepts)
        definitions = (concept.definition(lang) or "" for concept in concepts)
        self._common = frozenset(word for text in definitions for word in WORD.findall(text) if word.islower())
        for concept in concepts:
            for name in concept.designations:
                if _is_searched(concept, name, lang):
                    self._add(concept, name)

    def _add(self, concept: Concept, name: Designation) -> None:
        key = tuple(fold(word) for word in WORD.findall(name.text))
        if not key:
            return
        self._names[key].append((concept, name))
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, text: str) -> tuple[LexiconMention, ...]:
        """Return where *text* names a concept, in order and without overlap; a name of several concepts goes by context."""
        words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
        folded = [fold(word) for word, _, _ in words]
        context = frozenset(folded)
        mentions: list[LexiconMention] = []
        index = 0
        while index < len(words):
            mention, size = self._match(text, words, folded, index, context)
            if mention is not None:
                mentions.append(mention)
            index += size
        return tuple(mentions)

    def _match(
        self, text: str, words: Sequence[tuple[str, int, int]], folded: Sequence[str], index: int, context: frozenset[str]
    ) -> tuple[LexiconMention | None, int]:
        for size in range(min(self._longest.get(folded[index], 0), len(words) - index), 0, -1):
            named = self._names.get(tuple(folded[index : index + size]))
            if not named:
                continue
            span = Span(words[index][1], words[index + size - 1][2])
            fitting = [(concept, name) for concept, name in named if _fits(concept, name, text, span)]
            if size == 1 and span.of(text).lower() in self._common and _opens_sentence(text, span):
                fitting = [(concept, name) for concept, name in fitting if concept.label is None]
            if fitting:
                concept, name = _by_context(fitting, context)
                plus = 1 if name.text.endswith("+") else 0
                return LexiconMention(concept, name, Span(span.start, span.end + plus)), size
        return None, 1


@cache
def built_in_lexicon(code: str) -> Lexicon:
    """Return the index of the built-in concepts for texts in the language *code*."""
    return Lexicon(built_in(), lang=code)


def _is_searched(concept: Concept, name: Designation, lang: str) -> bool:
    if name.lang == lang:
        return True
    return name.kind != "acronym" and (concept.label is not None or len(WORD.findall(name.text)) > 2)


def _fits(concept: Concept, name: Designation, text: str, span: Span) -> bool:
    """Tell whether the words at *span*, which fold to those of *name*, are set as a use of it would be."""
    surface = span.of(text)
    if not _same_marks(name.text, surface) or (name.text.endswith("+") and text[span.end : span.end + 1] != "+"):
        return False
    if not _same_case(concept, name, surface) or (surface.isupper() and is_shouted(text, span.start)):
        return False
    return concept.label is None or " " in name.text or not _inside_longer_name(text, span)


def _same_marks(name: str, surface: str) -> bool:
    """Tell whether *surface* has no mark that *name* lacks, and a hyphen wherever *name* has one."""
    marks = set(re.findall(r"[^\w\s’'-]", surface))
    hyphens = [gap == "-" for gap in re.findall(r"(?<=\w)[^\w]+(?=\w)", name)]
    found = ["-" in gap for gap in re.findall(r"(?<=\w)[^\w]+(?=\w)", surface)]
    return marks <= set(name) and all(own for own, wanted in zip(found, hyphens, strict=False) if wanted)


def _same_case(concept: Concept, name: Designation, surface: str) -> bool:
    """Tell whether the capitals agree: letter for letter in a short form, at the start of the words of a short proper name."""
    words, used = name.text.split(), surface.split()
    if name.kind == "acronym" or name.text.isupper():
        return surface in (bare := name.text.rstrip("+"), f"{bare}s")
    if len(words) == 1 or (len(words) == 2 and concept.label is not None):
        return all(own[0].isupper() for own, word in zip(used, words, strict=False) if word[0].isupper())
    return True


def _opens_sentence(text: str, span: Span) -> bool:
    """Tell whether *span* opens a sentence or a line, so that its capital says nothing ("Ensemble des droits…")."""
    return re.search(r"(?:^|[\n.!?…:;»”\"«“])\s*(?:[-–—•*]\s*)?$", text[max(0, span.start - 6) : span.start]) is not None


def _inside_longer_name(text: str, span: Span) -> bool:
    """Tell whether a capitalised word stands directly before or after, as in "Claude Monet"."""
    after = re.match(r"[ -]([A-ZÀ-Ý][a-zà-ÿ]+)", text[span.end : span.end + 40])
    before = re.search(r"(?<![.!?«\"“\n] )(?<!^)\b([A-ZÀ-Ý][a-zà-ÿ]+)[ -]$", text[max(0, span.start - 40) : span.start])
    return after is not None or before is not None


def _by_context(named: Sequence[tuple[Concept, Designation]], context: frozenset[str]) -> tuple[Concept, Designation]:
    """Return the concept whose definitions and other names share the most words with the article."""

    def shared(pair: tuple[Concept, Designation]) -> int:
        concept = pair[0]
        texts = [text for _, text in concept.definitions] + [name.text for name in concept.designations]
        return len({fold(word) for text in texts for word in WORD.findall(text) if len(word) > 3} & context)

    return max(named, key=shared)
