"""Stage 4: Document -> spaCy Doc and Sentences. The only package that loads a pipeline.

The Doc covers the whole ``document.text``, so a token's ``idx`` is a position in the document. The built-in pipelines are
trained by ``models/recipes/pipelines``; any installed spaCy pipeline can take their place.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from summarizer.analysis.components import COMPONENTS, network_of, with_values
from summarizer.analysis.tokenizer import build_tokenizer
from summarizer.analysis.trees import parse as _parse
from summarizer.errors import AnalysisError
from summarizer.languages import get_language
from summarizer.types import Document, Node, Sentence, Span

# Blocks that are several sentences where their text is; a title, heading or question is always one.
_RUNNING_TEXT = ("paragraph", "item")
# Strings that a pipeline takes into its vocabulary before it is built anew, in a tenth of a second: those of some 2,000 articles.
# spaCy never forgets one, and a batch may go over a hundred thousand articles.
NEW_STRINGS = 20_000


def load_pipeline(code: str, spacy_model: str | None = None) -> Pipeline:
    """Return the spaCy pipeline for the language *code*, kept until its vocabulary has grown by NEW_STRINGS.

    *spacy_model* is the name or folder of an installed pipeline; without it the built-in one is taken.
    Raises AnalysisError when it cannot be loaded or is for another language, ResourceError when built-in weights are damaged.
    """
    pipeline, strings = _loaded(code, spacy_model)
    if len(pipeline.vocab.strings) > strings + NEW_STRINGS:
        _loaded.cache_clear()
        pipeline, _ = _loaded(code, spacy_model)
    return pipeline


def analyse(document: Document, *, pipeline: Pipeline) -> Doc:
    """Return the document's text as a Doc with tokens, sentence starts and whatever *pipeline* adds.

    Every block starts a sentence, and a title, heading or question is one sentence, whatever the pipeline thinks.
    """
    doc = pipeline.make_doc(document.text)
    if not len(doc):
        return doc
    borders = [block.start for block in document.blocks]
    starts = np.zeros(len(doc), dtype=np.int64)
    current = -1
    for token in doc:
        number = bisect_right(borders, token.idx) - 1
        if token.is_space or number < 0:
            continue
        if number != current:
            starts[token.i], current = 1, number
        elif document.blocks[number].kind not in _RUNNING_TEXT:
            starts[token.i] = -1
    return pipeline(with_values(doc, (SENT_START,), starts))


def sentences(document: Document, doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences of *doc* in order, without the white space around them; none crosses the border of a block."""
    borders = [block.start for block in document.blocks]
    found: list[Sentence] = []
    for span in _sentence_spans(doc):
        number = bisect_right(borders, span.start) - 1
        block = document.blocks[number]
        found.append(Sentence(len(found), span, number, block.kind, block.part, span.of(document.text)))
    return tuple(found)


def split_sentences(text: str, code: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, in the language *code*.

    >>> [span.of("M. Roy part. Il rit.") for span in split_sentences("M. Roy part. Il rit.", "fr")]
    ['M. Roy part.', 'Il rit.']
    """
    pipeline = load_pipeline(code)
    doc = pipeline.make_doc(text)
    for name in ("article_encoder", "sentence_starts"):
        doc = pipeline.get_pipe(name)(doc)
    return tuple(_sentence_spans(doc))


def parse(doc: Doc, sentence: Sentence, *, language: str) -> tuple[tuple[int, str], ...]:
    """Return (position of its head in the sentence, relation) for each token of *sentence*; the root is its own head.

    Needs a Doc of the built-in pipeline.
    """
    span = doc.char_span(sentence.span.start, sentence.span.end, alignment_mode="expand")
    return _parse(span, network_of(language)) if span is not None else ()


def tree(doc: Doc, sentence: Sentence, *, language: str) -> tuple[Node, ...]:
    """Return the tokens of *sentence* with their places in its dependency tree; none where *doc* is of another pipeline."""
    span = doc.char_span(sentence.span.start, sentence.span.end, alignment_mode="expand")
    if span is None or not doc.tensor.size:
        return ()
    start = sentence.span.start
    return tuple(
        Node(Span(token.idx - start, token.idx - start + len(token.text)), token.pos_, head, relation)
        for token, (head, relation) in zip(span, _parse(span, network_of(language)), strict=True)
    )


def tags(doc: Doc) -> dict[int, str]:
    """Return the part of speech of each word of *doc*, as Universal Dependencies names it, by the word's position."""
    return {token.idx: token.pos_ for token in doc}


def _sentence_spans(doc: Doc) -> list[Span]:
    if not len(doc):
        return []
    words = [token for token in doc if not token.is_space]
    groups: list[list[int]] = []
    for token in words:
        if token.is_sent_start or not groups:
            groups.append([token.idx, 0])
        groups[-1][1] = token.idx + len(token.text)
    return [Span(start, end) for start, end in groups]


@cache
def _loaded(code: str, spacy_model: str | None) -> tuple[Pipeline, int]:
    """Return a pipeline and the number of strings that its vocabulary starts with."""
    if spacy_model is not None:
        pipeline = _installed(code, spacy_model)
    else:
        pipeline = build_tokenizer(get_language(code))
        for name in COMPONENTS:
            pipeline.add_pipe(name, config={"code": code})
    return pipeline, len(pipeline.vocab.strings)


def _installed(code: str, spacy_model: str) -> Pipeline:
    try:
        pipeline = spacy.load(spacy_model)
    except (OSError, ValueError, ImportError) as error:
        raise AnalysisError(f"{spacy_model}: spaCy cannot load this pipeline ({error}); leave --spacy-model out") from error
    if pipeline.lang != code:
        raise AnalysisError(f"{spacy_model}: is a pipeline for {pipeline.lang}, the article is in {code}")
    if not {"parser", "senter", "sentencizer"} & set(pipeline.pipe_names):
        pipeline.add_pipe("sentencizer", first=True)
    return pipeline
