"""Noun phrases that may be terms, by their word classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summarizer.languages.record import Language

# Words of the longest phrase.
_MOST_WORDS = 6
_NOUNS = ("NOUN", "PROPN")
_INSIDE = ("NOUN", "PROPN", "ADJ", "NUM")
_SINGLE = ("NOUN", "PROPN", "ADJ")
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in lower case, with its words in their dictionary form, and as the text writes it."""

    text: str
    lemma: str
    written: str


def noun_phrases(doc: Doc, language: Language) -> Iterator[Phrase]:
    """Yield every noun phrase of *doc* of at most six words, shorter ones inside longer ones too, and single adjectives.

    The patterns are those of Justeson and Katz (1995) for English, of Daille (1994) for French. No phrase goes from one
    paragraph to the next.
    """
    for tokens in _paragraphs(doc):
        yield from _in_paragraph(tokens, language)


def _paragraphs(doc: Doc) -> Iterator[list[Token]]:
    paragraph: list[Token] = []
    for token in doc:
        if not token.is_space:
            paragraph.append(token)
        elif "\n\n" in token.text:
            yield paragraph
            paragraph = []
    yield paragraph


def _in_paragraph(tokens: Sequence[Token], language: Language) -> Iterator[Phrase]:
    for start in range(len(tokens)):
        for size in range(1, _MOST_WORDS + 1):
            words = tokens[start : start + size]
            if len(words) < size or not re.match(r"[^\W_]", words[-1].text):
                break
            if _is_phrase(words, language):
                written = _joined([word.text for word in words])
                yield Phrase(written.lower(), _joined([word.lemma_ or word.text for word in words]).lower(), written)


def _is_phrase(words: Sequence[Token], language: Language) -> bool:
    first, last = words[0], words[-1]
    if len(words) == 1:
        return first.pos_ in _SINGLE and len(first.text) >= _LEAST_LETTERS
    outer = {"before": first, "after": last}[language.adjective_side]
    if any(word.pos_ not in _NOUNS and not (word is outer and _is_adjective(word)) for word in (first, last)):
        return False
    return all(word.pos_ in _INSIDE or _is_adjective(word) or word.text.lower() in language.phrase_links for word in words[1:-1])


def _is_adjective(word: Token) -> bool:
    """Tell whether *word* is an adjective or a past participle in the place of one ("puissance installée")."""
    forms = str(word.morph)
    return word.pos_ == "ADJ" or (word.pos_ == "VERB" and "VerbForm=Part" in forms and "Tense=Pres" not in forms)


def _joined(words: Sequence[str]) -> str:
    text = " ".join(word.replace("’", "'") for word in words)
    return text.replace("' ", "'").replace(" - ", "-")
