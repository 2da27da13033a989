"""The tokenizer: spaCy's, with the borders that the language's clitics make.

spaCy's class for French compiles its exceptions for two seconds at import; this one says the same in a few patterns.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import cast

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language as Pipeline
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

from summarizer.languages.record import Language
from summarizer.options import MAX_INPUT_BYTES

# Longest run without a space that is tokenized in one piece; a web address has a few hundred characters at most.
_LONG_RUN = re.compile(r"\S{600}(?=\S)")


def build_tokenizer(language: Language) -> Pipeline:
    """Return a pipeline that holds nothing but the tokenizer of *language*."""
    pipeline = spacy.blank("xx")
    pipeline.max_length = MAX_INPUT_BYTES
    tokenizer = cast(Tokenizer, pipeline.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(_infixes(language)).finditer
    tokenizer.suffix_search = compile_suffix_regex([r"[!?]{2,}", *(pipeline.Defaults.suffixes or ())]).search
    for word in sorted(_whole_words(language)):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    pipeline.tokenizer = PatientTokenizer(tokenizer)
    return pipeline


class PatientTokenizer:
    """Cuts runs without a space into pieces before *tokenizer* sees them: it takes quadratic time on a run of signs."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Return *text* as a Doc of tokens."""
        cuts = [match.end() for match in _LONG_RUN.finditer(text)]
        if not cuts:
            return cast(Doc, self.tokenizer(text))
        docs = [self.tokenizer(text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
        tokens = [token for doc in docs for token in doc]
        return Doc(self.tokenizer.vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens])


def _whole_words(language: Language) -> set[str]:
    """Return the words that stay whole, with either apostrophe and capitalised too, and abbreviations with their stop."""
    words = {*language.whole_words, *(word.replace("'", "’") for word in language.whole_words)}
    return words | {f"{word[0].upper()}{word[1:]}" for word in words | {f"{word}." for word in language.abbreviations}}


def _infixes(language: Language) -> list[str]:
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        # Sentences glued together, as deletions on web pages leave them: "le CNPA.Depuis", '(Oclaesp)."Nous', "quoi?Il".
        rf"(?<=[{ALPHA_UPPER}]{{2}})\.(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
        rf"(?<=[)\]»\"”])[.,](?=[{ALPHA}«\"“(•])",
        rf"(?<=[{ALPHA}])[?!…](?=[{ALPHA_UPPER}«\"“(•])",
        rf"(?<=[{ALPHA}])\.(?=[\"“«)•])",
        rf"(?<=[{ALPHA}.!?…])[)\]»\"”](?=[.,{ALPHA}])",
        rf"(?<=[{ALPHA}.!?…)\]'’])[\"“«](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        *(rf"(?<=\b{clitic})(?=[{ALPHA}])" for clitic in language.clitics),
        *(rf"(?<=[{ALPHA}])(?={enclitic}\b)" for enclitic in language.enclitics),
    ]
