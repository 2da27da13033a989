"""Summaries by peers, over the same sentences as ours: sumy's LexRank and TextRank, and the lead."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

from summarizer.types import Sentence
from summarizer.words import WORD

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as PeerSentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer


class _Words:
    """The tokenizer that sumy asks for; its own needs a download."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the lower-cased words of *text*."""
        return tuple(WORD.findall(text.lower()))


def lead(sentences: Sequence[Sentence], count: int) -> str:
    """Return the first *count* sentences of the article proper."""
    return " ".join(sentence.text for sentence in _body(sentences)[:count])


def lexrank(sentences: Sequence[Sentence], count: int) -> str:
    """Return the *count* sentences of the highest LexRank (Erkan and Radev 2004), in order."""
    return _peer(LexRankSummarizer(), sentences, count)


def textrank(sentences: Sequence[Sentence], count: int) -> str:
    """Return the *count* sentences of the highest TextRank (Mihalcea and Tarau 2004), in order."""
    return _peer(TextRankSummarizer(), sentences, count)


def _body(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.part == "body" and sentence.kind in ("paragraph", "item")]


def _peer(summarizer: Callable[..., Sequence[PeerSentence]], sentences: Sequence[Sentence], count: int) -> str:
    words = _Words()
    document = ObjectDocumentModel([Paragraph([PeerSentence(sentence.text, words) for sentence in _body(sentences)])])
    return " ".join(str(sentence) for sentence in summarizer(document, count))
