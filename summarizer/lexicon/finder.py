"""Find the names of concepts in a text, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from summarizer.types import Concept, Designation, LexiconMention, Span
from summarizer.words import WORD, fold, is_shouted

_Key = tuple[str, ...]


class Lexicon:
    """An index of concepts by their names, for texts in one language.

    Names in the text's own language and acronyms are found always; names in the other language only where they are proper
    names or have several words, so that French "bail" (a lease) is not English *bail*.
    """

    def __init__(self, concepts: Iterable[Concept], *, lang: str) -> None:
        self.lang = lang
        self._names: dict[_Key, list[tuple[Concept, Designation]]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for concept in concepts:
            for name in concept.designations:
                if _is_searched(concept, name, lang):
                    self._add(concept, name)

    def _add(self, concept: Concept, name: Designation) -> None:
        key = tuple(fold(word) for word in WORD.findall(name.text))
        if not key:
            return
        if all(known.id != concept.id for known, _ in self._names[key]):
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

    def lookup(self, name: str, *, context: str = "") -> Concept | None:
        """Return the concept that *name* designates, by context when there are several; None when there is none."""
        key = tuple(fold(word) for word in WORD.findall(name))
        matching = [(concept, form) for concept, form in self._names.get(key, ()) if _same_case(form, name)]
        words = frozenset(fold(word) for word in WORD.findall(context))
        return _by_context(matching, words)[0] if matching else None

    def _match(
        self, text: str, words: Sequence[tuple[str, int, int]], folded: Sequence[str], index: int, context: frozenset[str]
    ) -> tuple[LexiconMention | None, int]:
        for size in range(min(self._longest.get(folded[index], 0), len(words) - index), 0, -1):
            named = self._names.get(tuple(folded[index : index + size]))
            if not named:
                continue
            span = Span(words[index][1], words[index + size - 1][2])
            surface = span.of(text)
            fitting = [(concept, name) for concept, name in named if _fits(concept, name, surface, text, span)]
            if fitting and _is_unbroken(surface):
                concept, name = _by_context(fitting, context)
                return LexiconMention(concept, name, span), size
        return None, 1


def _is_searched(concept: Concept, name: Designation, lang: str) -> bool:
    return name.lang == lang or name.kind == "acronym" or concept.label is not None or len(WORD.findall(name.text)) > 2


def _is_unbroken(surface: str) -> bool:
    """Tell whether nothing but spaces, hyphens and apostrophes stands between the words of a name."""
    return not re.search(r"[.;:!?()\n«»\"“”]\s|, ", surface)


def _fits(concept: Concept, name: Designation, surface: str, text: str, span: Span) -> bool:
    if not _same_case(name, surface) or (surface.isupper() and is_shouted(text, span.start)):
        return False
    if concept.label is None or " " in name.text:
        return True
    return not _inside_longer_name(text, span)


def _same_case(name: Designation, surface: str) -> bool:
    """Tell whether the capitals agree: letter for letter in a short form, at the start in a proper name."""
    if name.kind == "acronym" or name.text.isupper():
        return surface == name.text or surface == f"{name.text}s"
    if name.text[0].isupper() and " " not in name.text:
        return surface[0].isupper()
    return True


def _inside_longer_name(text: str, span: Span) -> bool:
    """Tell whether a capitalised word stands directly before or after, as in "Claude Monet"."""
    after = re.match(r"[ -]([A-ZÀ-Ý][a-zà-ÿ]+)", text[span.end : span.end + 40])
    before = re.search(r"(?<![.!?«\"“\n] )(?<!^)\b([A-ZÀ-Ý][a-zà-ÿ]+) $", text[max(0, span.start - 40) : span.start])
    return after is not None or before is not None


def _by_context(named: Sequence[tuple[Concept, Designation]], context: frozenset[str]) -> tuple[Concept, Designation]:
    """Return the concept whose definitions and other names share the most words with the article."""

    def shared(pair: tuple[Concept, Designation]) -> int:
        concept = pair[0]
        texts = [text for _, text in concept.definitions] + [name.text for name in concept.designations]
        return len({fold(word) for text in texts for word in WORD.findall(text) if len(word) > 3} & context)

    return max(named, key=shared)
