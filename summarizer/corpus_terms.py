"""Articles -> the ranked candidate terms of the whole collection, and the table of them."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Literal

from spacy.tokens import Doc

from summarizer.background import load_background
from summarizer.extraction.phrases import noun_phrases
from summarizer.languages.record import Language
from summarizer.types import Extraction
from summarizer.words import WORD, fold

Kind = Literal["acronym", "name", "lexicon", "defined", "phrase", "word"]
# Candidates from this score on are terms: the best common cut on the three domains of ACTER in each language (tuned there,
# nothing else is).
CUTS: Mapping[str, float] = {"fr": -0.2, "en": -0.7}
# What a candidate gains for being an acronym, a name of the lexicon or defined by the article, and for being a name.
_KNOWN, _NAMED = 3.0, 1.0
# What it loses for more than three content words, for being one word that is no name, for a digit (a formula, a label), and for
# being a name that one document has.
_LONG, _ALONE, _DIGIT, _ONCE = 0.5, 0.75, 2.0, 0.5
_MANY_WORDS = 3


@dataclass(frozen=True, slots=True)
class CorpusTerm:
    """A candidate term of a collection, with how often it stands and in how many documents; a higher score is better."""

    term: str
    lemma: str
    kind: Kind
    score: float
    frequency: int
    documents: int
    lang: str


class TermCounter:
    """Counts the candidates of articles in one language, then ranks them.

    A candidate is as good as its least special word is rarer in general articles than here (weirdness; Ahmad, Gillam and
    Tostevin 1999), as it is frequent, and as it stands outside longer candidates (C-value; Frantzi, Ananiadou and Mima 2000).
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._counts: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._lemmas: dict[str, str] = {}
        self._capitals: dict[str, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[str, Kind] = {}
        self._names: set[str] = set()

    def add(self, doc: Doc, extraction: Extraction) -> Mapping[str, int]:
        """Count the candidates of one article, and return how often each stands in it."""
        self._words.update(fold(token.text.lower()) for token in doc if not token.is_space)
        here: Counter[str] = Counter()
        for phrase in noun_phrases(doc, self.language):
            here[phrase.text] += 1
            self._lemmas.setdefault(phrase.text, phrase.lemma)
            if phrase.written != phrase.text:
                self._capitals[phrase.text][phrase.written] += 1
        for entity in extraction.entities:
            self._learn(entity.name, "name", len(entity.mentions), here)
        for term in extraction.terms:
            self._learn(term.text, term.kind, len(term.mentions), here)
        self._counts.update(here)
        self._documents.update(here.keys())
        return here

    def ranked(self, *, least: float | None = None) -> tuple[CorpusTerm, ...]:
        """Return the candidates with a score of at least *least* (by default the language's cut), the best first."""
        least = CUTS[self.language.code] if least is None else least
        nesting, code = self._nesting(), self.language.code
        found = []
        for text, count in self._counts.items():
            score = self._score(text, count, nesting)
            if score is not None and score >= least:
                kind = self._kinds.get(text, "phrase" if " " in text else "word")
                lemma = self._lemmas.get(text, text)
                found.append(CorpusTerm(text, lemma, kind, round(score, 3), count, self._documents[text], code))
        return tuple(sorted(found, key=lambda term: (-term.score, term.term)))

    def written(self, text: str) -> str:
        """Return the candidate *text* as the articles write it most often, with as few capitals as they do."""
        forms = dict(self._capitals.get(text, ()))
        forms[text] = self._counts[text] - sum(forms.values())
        return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))

    def _learn(self, name: str, kind: Kind, count: int, here: Counter[str]) -> None:
        text = name.lower().replace("’", "'")
        here[text] = max(here[text], count)
        if kind == "name":
            self._names.add(text)
        if self._kinds.get(text, "name") == "name":
            self._kinds[text] = kind

    def _nesting(self) -> dict[str, list[int]]:
        """Return the counts of the longer candidates that each candidate stands in."""
        nesting: dict[str, list[int]] = defaultdict(list)
        for text, count in self._counts.items():
            words = text.split()
            for start in range(len(words)):
                for end in range(start + 1, len(words) + 1):
                    if end - start < len(words):
                        nesting[" ".join(words[start:end])].append(count)
        return nesting

    def _score(self, text: str, count: int, nesting: Mapping[str, list[int]]) -> float | None:
        background, total = load_background(self.language.code), sum(self._words.values())
        content = [fold(word) for word in WORD.findall(text) if word not in self.language.stop_words and len(word) > 1]
        if not content:
            return None
        special = min(math.log((self._words[word] + 1) / total) + background.idf(word) for word in content)
        around = nesting.get(text)
        alone = count - (sum(around) / len(around) if around else 0.0)
        kind = self._kinds.get(text)
        score = 0.5 * (special + math.log(count) + math.log(max(alone, 0.3)))
        if text in self._names:
            # Well-known names are as common elsewhere, and names all the same.
            score = max(score, 0.0) + _NAMED - _ONCE * (self._documents[text] == 1)
        score += _KNOWN * (kind not in (None, "name")) - _ALONE * (len(content) == 1 and kind is None)
        return score - _LONG * (len(content) > _MANY_WORDS) - _DIGIT * bool(re.search(r"\d", text))


def as_csv(terms: Sequence[CorpusTerm]) -> str:
    """Return *terms* as comma-separated values (RFC 4180) with a header line."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, [field.name for field in fields(CorpusTerm)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(asdict, terms))
    return stream.getvalue()


def as_json(terms: Sequence[CorpusTerm]) -> str:
    """Return *terms* as a JSON array."""
    return json.dumps([asdict(term) for term in terms], ensure_ascii=False, indent=1) + "\n"
