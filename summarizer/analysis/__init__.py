"""Stage 4: Document -> spaCy Doc and Sentences. The only module that loads a pipeline.

The Doc covers the whole ``document.text``, so a token's ``idx`` is a position in the document. Until trained pipelines
stand in the manifest of ``models/``, a blank pipeline with rules serves; any installed spaCy pipeline can take its place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language as Pipeline
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from summarizer import resources
from summarizer.errors import AnalysisError
from summarizer.languages import get_language
from summarizer.languages.record import Language
from summarizer.options import MAX_INPUT_BYTES
from summarizer.types import Block, Document, Sentence, Span

# A stop, its closing quotes and brackets, a space, and something that can start a sentence.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[»\"”’')\]]*(?: ?»)?\s+(?=[«\"“‘'(\[–—-]{0,2}\s?[\"“‘(\[]?[A-ZÀ-ÖØ-ÝŒ0-9$€£])")
_INITIALS = re.compile(r"(?:^|[\s(«\"“'’.-])[A-ZÀ-Ý]$")
# How much of the text before a full stop tells whether it ends a sentence.
_LOOK_BACK = 40
_LAST_WORD = re.compile(r"[\w.’'-]+$")


@cache
def load_pipeline(code: str, spacy_model: str | None = None) -> Pipeline:
    """Return the spaCy pipeline for the language *code*, loaded once per process.

    *spacy_model* is the name or folder of an installed pipeline; without it the built-in one is taken.
    Raises AnalysisError when it cannot be loaded or is for another language.
    """
    if spacy_model is not None:
        return _installed(code, spacy_model)
    folder = resources.manifest()["pipelines"].get(code)
    if folder is not None:
        return spacy.load(resources.models_folder() / folder)
    return _blank(get_language(code))


def analyse(document: Document, *, pipeline: Pipeline) -> Doc:
    """Return the document's text as a Doc with tokens, sentence starts and whatever *pipeline* adds."""
    tokens = pipeline.make_doc(document.text)
    starts = {sentence.start for block in document.blocks for sentence in _sentence_spans(block, document.language.code)}
    doc = Doc(
        pipeline.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[token.i == 0 or _first_char(token.idx, token.text) in starts for token in tokens],
    )
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the document's sentences in order; none crosses the border of a block."""
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        for span in _sentence_spans(block, document.language.code):
            text = span.of(document.text)
            found.append(Sentence(len(found), span, number, block.kind, block.part, text))
    return tuple(found)


def split_sentences(text: str, code: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, in the language *code*.

    >>> [span.of("M. Roy part. Il rit.") for span in split_sentences("M. Roy part. Il rit.", "fr")]
    ['M. Roy part.', 'Il rit.']
    """
    language = get_language(code)
    borders = [0]
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        after = text[match.end() : match.end() + _LOOK_BACK]
        if _ends_sentence(before, match.group(), after, at_start=match.start() <= 3, language=language):
            borders.append(match.end())
    spans = (Span(start, end) for start, end in zip(borders, [*borders[1:], len(text)], strict=True))
    return tuple(_trimmed(span, text) for span in spans if span.of(text).strip())


def _ends_sentence(before: str, end: str, after: str, *, at_start: bool, language: Language) -> bool:
    if not end.startswith(".") or end.startswith("..") or len(end.strip()) > 1:
        return True
    word = _LAST_WORD.search(before)
    last = word.group().strip("’'-") if word else ""
    names = {last.lower(), last.lower().rpartition("'")[2], last.lower().rpartition("’")[2]}
    if names & language.abbreviations:
        return False
    if re.search(r"(?:^|\s)\w{1,2}\. \w{1,3}$", before) and names & language.number_abbreviations:
        return False
    if names & language.number_abbreviations or (_INITIALS.search(before[-4:]) and not before[-2:-1].isdigit()):
        following = re.match(r"\W*([^\W\d_]+['’]?)", after)
        return following is not None and following.group(1).lower() in language.stop_words and len(following.group(1)) > 1
    return not (last.isdigit() and len(last) <= 2 and at_start)


def _sentence_spans(block: Block, code: str) -> tuple[Span, ...]:
    spans = split_sentences(block.text, code) if block.kind in ("paragraph", "item") else (Span(0, len(block.text)),)
    return tuple(Span(span.start + block.start, span.end + block.start) for span in spans)


def _trimmed(span: Span, text: str) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _first_char(position: int, text: str) -> int:
    """Return where the token's first visible character stands."""
    return position + len(text) - len(text.lstrip())


def _installed(code: str, spacy_model: str) -> Pipeline:
    try:
        pipeline = spacy.load(spacy_model)
    except (OSError, ValueError, ImportError) as error:
        raise AnalysisError(f"{spacy_model}: spaCy cannot load this pipeline ({error}); leave --spacy-model out") from error
    if pipeline.lang != code:
        raise AnalysisError(f"{spacy_model}: is a pipeline for {pipeline.lang}, the article is in {code}")
    return pipeline


def _blank(language: Language) -> Pipeline:
    """Build a tokenizer from the language's clitics.

    spaCy's class for French compiles its exceptions for two seconds at import; this one says the same in two patterns.
    """
    pipeline = spacy.blank("xx")
    pipeline.max_length = MAX_INPUT_BYTES
    tokenizer = cast(Tokenizer, pipeline.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(_infixes(language)).finditer
    for word in ("aujourd'hui", "aujourd’hui", "quelqu'un", "quelqu’un"):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return pipeline


def _infixes(language: Language) -> list[str]:
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        *(rf"(?<=\b{clitic})(?=[{ALPHA}])" for clitic in language.clitics),
        *(rf"(?<=[{ALPHA}])(?={enclitic}\b)" for enclitic in language.enclitics),
    ]
