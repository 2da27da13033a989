"""Stage 7: a sentence -> a shorter one, by deletion only; every deletion is recorded with its rule and its span.

Nothing is cut that carries a negation, a condition, a modal or a hedge, and nothing inside a quotation. What else may go is
proposed by rules and by the tree, and judged by a model that learned from readers (``summarizer.judge``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from summarizer.compression.candidates import Candidate, compiled, has_doubt, propose
from summarizer.compression.choice import choose
from summarizer.compression.joined import best_part
from summarizer.compression.kinds import Piece
from summarizer.compression.marks import even_brackets
from summarizer.compression.need_refusals import is_kept_seam
from summarizer.encoder import Opinions, agreed
from summarizer.judge import load_judge
from summarizer.languages.record import Language
from summarizer.needs import write_name
from summarizer.quotations import blank_quotations
from summarizer.results import Deletion, Line, RankedSentence, Replacement
from summarizer.types import Node, Sentence, Span
from summarizer.words import content_words, count_words, finish, is_balanced

Parser = Callable[[Sentence], Sequence[Node]]


def compress_all(
    ranked: Sequence[RankedSentence],
    *,
    language: Language,
    limit: int,
    parse: Parser | None = None,
    names: Mapping[int, Replacement] = MappingProxyType({}),
    text: str = "",
    opinions: Opinions | None = None,
) -> dict[int, Line]:
    """Return the compressed line of every ranked sentence, by the sentence's index.

    *names* gives, by the same index, the name in the document's *text* for the pronoun that is a sentence's subject.
    """
    lines = {}
    for item in ranked:
        index = item.sentence.index
        line = compress(item.sentence, language=language, limit=limit, parse=parse, words=item.words, opinions=opinions)
        named = write_name(line, names[index], text) if index in names else None
        lines[index] = named or line
    return lines


def compress(
    sentence: Sentence,
    *,
    language: Language,
    limit: int,
    parse: Parser | None = None,
    words: Mapping[str, float] = MappingProxyType({}),
    opinions: Opinions | None = None,
) -> Line:
    """Return *sentence* as a line, with its opener cut, and further pieces while it has more than *limit* words.

    *parse* gives a sentence's dependency tree and is asked only for one that is too long; *words* are the content words with
    their salience, and of cuts that are as sure what holds the least of it goes. The line may stay longer than *limit* when
    nothing more can be cut safely. The text is the sentence's own words in their order; first letter and full stop are put in
    place.
    """
    opening = list(_openers(sentence.text, language))
    echoes = [cut for cut in _echoes(sentence.text, language) if not any(cut.span.overlaps(other.span) for other in opening)]
    deletions = [_moved(cut, sentence) for cut in (*opening, *echoes)]
    if count_words(_apply(sentence, deletions)) > limit:
        part = _only_part(sentence, deletions, language, words)
        second = partial(_second_opinion, part, opinions) if opinions is not None else None
        likely = [_from_start(span, part) for span in opinions.deletions(part.span)] if opinions is not None else []
        judge = load_judge("cuts", language.code)
        nodes = parse(part) if parse else ()
        found = propose(part.text, nodes, language=language, judge=judge, second=second, likely=likely)
        found = [replace(one, cut=_moved(one.cut, part)) for one in found]
        _shorten(sentence, deletions, limit, found, language, words)
    ordered = tuple(sorted(deletions, key=lambda deletion: deletion.span))
    return Line(finish(_apply(sentence, ordered)), (sentence.span,), ordered)


def _second_opinion(sentence: Sentence, opinions: Opinions, cuts: Sequence[Span], shares: Sequence[float]) -> list[float]:
    """Return *shares*, how sure the judge is of *cuts*, with the encoder's opinion weighed in; cuts count from the sentence."""
    start = sentence.span.start
    other = opinions.printable(sentence.span, [Span(start + cut.start, start + cut.end) for cut in cuts])
    return [agreed(own, said, opinions.share) for own, said in zip(shares, other, strict=True)]


def _only_part(sentence: Sentence, deletions: list[Deletion], language: Language, words: Mapping[str, float]) -> Sentence:
    """Return the one sentence to keep of those that a page ran into *sentence*, after adding the rest to *deletions*."""
    kept = best_part(
        sentence.text,
        worth=lambda piece: sum(words.get(word, 0.0) for word in set(content_words(piece, language))),
        language=language,
    )
    if kept is None:
        return sentence
    start, end = sentence.span.start, sentence.span.end
    part = Span(start + kept.start, start + kept.end)
    rest = [Span(start, part.start), Span(part.end, end)]
    deletions[:] = [cut for cut in deletions if part.covers(cut.span)]
    deletions.extend(Deletion("joined sentence", span) for span in rest if span.start < span.end)
    return replace(sentence, text=kept.of(sentence.text), span=part)


def _shorten(
    sentence: Sentence,
    deletions: list[Deletion],
    limit: int,
    found: Sequence[Candidate],
    language: Language,
    words: Mapping[str, float],
) -> None:
    """Add to *deletions* the cuts of *found* that together bring the sentence to *limit* words, or near it."""
    start, length = sentence.span.start, count_words(_apply(sentence, deletions))
    free = [one for one in found if not any(one.cut.span.overlaps(cut.span) for cut in deletions)]

    def held(piece: str) -> float:
        return sum(words.get(word, 0.0) for word in set(content_words(piece, language)))

    whole = held(sentence.text) or 1.0
    cuts = choose(
        free,
        surplus=length - limit,
        size=lambda cut: length - count_words(_apply(sentence, [*deletions, cut])),
        held=lambda cut: held(sentence.text[cut.span.start - start : cut.span.end - start]) / whole,
    )
    moved = [_moved(cut, sentence, back=True) for cut in cuts]
    deletions.extend(_moved(cut, sentence) for cut in even_brackets(sentence.text, moved))


def _openers(text: str, language: Language) -> Iterator[Deletion]:
    """Yield the connective and the opener that *text* starts with, one after the other."""
    start = 0
    if not is_balanced(text):
        # A quotation that opens before the sentence: its words are the speaker's.
        return
    for rule, patterns in (("connective", language.connectives), ("opener", language.discourse_openers)):
        for pattern in compiled(patterns):
            match = pattern.match(text, start)
            if match is None or count_words(text[match.end() :]) < 5:
                continue
            opens_quotation = re.match(r"[«\"“‘']\s*[a-zà-ÿ]", text[match.end() :]) is not None
            claim = re.sub(language.contrast, "", match.group(), flags=re.IGNORECASE)
            piece = Piece("", match.group(), text[match.end() :], rule, language)
            if not opens_quotation and not is_kept_seam(piece) and (rule == "connective" or not has_doubt(claim, language)):
                yield Deletion(rule, Span(*match.span()))
                start = match.end()
                break


def _echoes(text: str, language: Language) -> Iterator[Deletion]:
    """Yield the connecting adverbs inside *text*, outside quotations, that take up what stands before it."""
    bare = blank_quotations(text)
    if not is_balanced(text) or re.search(language.binders, text, re.IGNORECASE):
        return
    for pattern in compiled(language.echoes):
        for match in pattern.finditer(bare):
            yield Deletion("connective", Span(*match.span()))


def _from_start(span: Span, sentence: Sentence) -> Span:
    return Span(span.start - sentence.span.start, span.end - sentence.span.start)


def _moved(deletion: Deletion, sentence: Sentence, *, back: bool = False) -> Deletion:
    start = -sentence.span.start if back else sentence.span.start
    return Deletion(deletion.rule, Span(deletion.span.start + start, deletion.span.end + start))


def _apply(sentence: Sentence, deletions: list[Deletion] | tuple[Deletion, ...]) -> str:
    text, start = sentence.text, sentence.span.start
    for deletion in sorted(deletions, key=lambda cut: cut.span, reverse=True):
        before, after = text[: deletion.span.start - start], text[deletion.span.end - start :]
        space = " " if before[-1:].isalnum() and after[:1].isalnum() else ""
        text = f"{before}{space}{after}"
    return text
