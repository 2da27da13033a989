"""Where the text has names: runs of capitalised tokens, and institutions that go on in lower case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.spans import SpanIndex
from summarizer.types import Block, Document, Span

# Above this share of capitalised words a line is set in title case or capitals and shows no names.
_TITLE_CASE = 0.6
_MAX_TOKENS = 9


def candidate_names(doc: Doc, document: Document, *, language: Language) -> tuple[Span, ...]:
    """Return the spans of what may be names, in order and without overlap; institutions win over the runs inside them."""
    institutions = tuple(_institutions(document.text, language))
    runs = [Span(run[0].idx, run[-1].idx + len(run[-1])) for run in _runs(doc, document, language)]
    taken = SpanIndex(institutions)
    free = (run for run in runs if not taken.overlapping(run))
    return tuple(sorted((*institutions, *free)))


def _institutions(text: str, language: Language) -> Iterator[Span]:
    """Yield names such as "Agence fédérale de financement du logement" or "Bank of England"."""
    last = 0
    for match in _institution_pattern(language.institutions, language.organisation_heads).finditer(text):
        if match.start() >= last and (match.group("head")[0].isupper() or re.search(r"[A-ZÀ-Ý]", match.group("rest"))):
            last = match.end()
            yield Span(*match.span())


@cache
def _institution_pattern(pattern: str, heads: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted((form for head in heads for form in {head, head.capitalize()}), key=lambda h: (-len(h), h))
    return re.compile(pattern.replace("HEADS", "|".join(map(re.escape, longest_first))))


def _runs(doc: Doc, document: Document, language: Language) -> Iterator[list[Token]]:
    capitals = _capitals_inside(doc)
    for block in document.blocks:
        if block.part != "body" or _is_title_case(block):
            continue
        run: list[Token] = []
        for token in _tokens_of(doc, block):
            if _extends(run, token, language):
                run.append(token)
                continue
            yield from _finished(run, language, capitals)
            run = [token] if _starts_name(token) else []
        yield from _finished(run, language, capitals)


def _tokens_of(doc: Doc, block: Block) -> Iterator[Token]:
    span = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    return iter(span) if span is not None else iter(())


def _capitals_inside(doc: Doc) -> Counter[str]:
    """Count the words that stand capitalised where no sentence starts."""
    return Counter(token.text for token in doc if _starts_name(token) and not token.is_sent_start and not _after_mark(token))


def _after_mark(token: Token) -> bool:
    previous = token.nbor(-1) if token.i else None
    return previous is None or (previous.is_sent_start and not previous.is_alpha) or previous.text in '«"“‘:–—-•('


def _starts_name(token: Token) -> bool:
    text = token.text
    return (text[0].isupper() and any(char.isalpha() for char in text)) or bool(re.fullmatch(r"[a-z]{1,2}[A-Z]\w+", text))


def _extends(run: list[Token], token: Token, language: Language) -> bool:
    if not run or len(run) >= _MAX_TOKENS or token.is_sent_start:
        return False
    previous = run[-1]
    if _starts_name(token) or (token.text[0].isdigit() and previous.text[0].isupper() and token.is_digit and len(token) < 3):
        return bool(previous.whitespace_) or previous.text[-1] in "’'-" or previous.text == "-"
    return token.lower_ in language.name_links and bool(previous.whitespace_) and _starts_name(previous)


def _finished(run: list[Token], language: Language, capitals: Counter[str]) -> Iterator[list[Token]]:
    """Yield *run* without the function words at its ends, unless it is only a sentence's first word."""
    starts_sentence = bool(run) and (bool(run[0].is_sent_start) or _after_mark(run[0]))
    while run and (run[-1].lower_ in language.name_links or run[-1].lower_ in language.stop_words):
        run = run[:-1]
    while run and run[0].lower_.rstrip("’'") in language.stop_words and not (run[0].text.isupper() and run[0].text[1:].isalpha()):
        run, starts_sentence = run[1:], False
    if sum(token.text.isupper() and len(token) > 3 for token in run) > 1:
        return
    border = next((i for i, token in enumerate(run[:-1]) if i and _starts_person(run, i, language)), 0)
    if border:
        before = [token for token in run[:border] if token.lower_ not in language.person_titles]
        yield from _finished(before, language, capitals)
        run, starts_sentence = run[border:], False
    if not run or all(token.lower_ in language.calendar for token in run):
        return
    if len(run) == 1 and ((starts_sentence and not _is_known(run[0], capitals)) or len(run[0].text.strip(".'’-")) < 2):
        return
    yield run


def _starts_person(run: list[Token], index: int, language: Language) -> bool:
    """Tell whether a person's name starts at *index*, after something that is no name of the same person."""
    before = run[index - 1]
    if before.lower_ in language.person_titles:
        return index > 1
    return (
        run[index].text in name_list("first_names")
        and run[index + 1].text[0].isupper()
        and before.text not in name_list("first_names")
        and before.lower_ not in language.name_links
        and len(before) > 2
    )


def _is_known(token: Token, capitals: Counter[str]) -> bool:
    """Tell whether a sentence's first word is a name: listed, capitalised elsewhere, or with capitals inside."""
    return token.text in name_list("places") or capitals[token.text] > 0 or sum(char.isupper() for char in token.text) > 1


def _is_title_case(block: Block) -> bool:
    words = re.findall(r"[^\W\d_]{3,}", block.text)
    capitalised = sum(word[0].isupper() for word in words)
    return block.kind in ("title", "heading", "question") and len(words) > 2 and capitalised / len(words) > _TITLE_CASE
