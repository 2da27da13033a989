"""Quotations: what stands between marks, in one sentence or over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from summarizer.types import Sentence

# What stands between single marks, too long to be a word between two apostrophes.
SINGLE_QUOTED = r"‘[^’]{12,}’(?!\w)|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){12,}'(?!\w)"
_QUOTATION = re.compile(rf"«[^»]*»|“[^”]*”|\"[^\"]*\"|{SINGLE_QUOTED}")
_MARKS, _OPENING = re.compile(r"[«»“”\"]"), '«“"'
# Single quotation marks, which are apostrophes elsewhere: before a capital at the start of what is said, behind its last sign.
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s:(]))[‘'](?=[A-Z])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
# Who says it behind a quotation, by the linking t of an inverted verb: ", a-t-elle lancé."
_INVERTED_TAG = re.compile(r", \w+-t-\w+ [^,:«“\"]{2,60}$")
# Between single marks, which are apostrophes as well, at most so many sentences without one count as quoted; and where that ends.
_MOST_BETWEEN = 6
_SINGLE_END = re.compile(r"(?<=[.,!?…])[’'](?!\w)")


def blank_quotations(text: str) -> str:
    """Return *text* with a space for every character of its quotations.

    >>> blank_quotations("Il dit « oui ».")
    'Il dit        .'
    """
    return _QUOTATION.sub(lambda match: " " * len(match.group()), text)


def open_quotations(sentences: Sequence[Sentence]) -> set[int]:
    """Return the indexes of the *sentences* that stand in a quotation which another one opens or closes.

    They are in the order of the article; a paragraph closes what it opens.
    """
    return {sentence.index for sentence, was_open, is_open in _states(sentences) if was_open or is_open}


def inside_quotations(sentences: Sequence[Sentence]) -> set[int]:
    """Return the indexes of the *sentences* in a quotation that starts before and ends behind them, so that no mark tells it.

    They are in the order of the article.
    """
    double = {sentence.index for sentence, was_open, _ in _states(sentences) if was_open and not _MARKS.search(sentence.text)}
    return double | _inside_single_marks(sentences)


def _states(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool, bool]]:
    """Yield each sentence, and whether a quotation between double marks is open before it and behind it."""
    blocks = [list(block) for _, block in groupby(sentences, key=lambda sentence: sentence.block)]
    for block, following in zip_longest(blocks, blocks[1:]):
        # A paragraph that opens a quotation and the next one as well: the words of one speaker, closed in the last.
        goes_on = following is not None and all(each[0].text[:1] in _OPENING for each in (block, following))
        is_open = _open_behind(block, goes_on=goes_on)
        yield from zip(block, [False, *is_open], is_open, strict=False)


def _open_behind(block: Sequence[Sentence], *, goes_on: bool) -> list[bool]:
    """Return for each sentence of a paragraph whether a quotation is open behind it.

    A mark that opens one, and before the next that does or the end of the paragraph none that closes it, is a slip: what it
    opens ends with its sentence, unless the quotation *goes_on* in the next paragraph.
    """
    marks = [
        (number, _is_opening(sentence.text, match))
        for number, sentence in enumerate(block)
        for match in _MARKS.finditer(sentence.text)
    ]
    behind = [False] * len(block)
    is_open = False
    for (number, opens), (end, next_opens) in zip(marks, [*marks[1:], (len(block), not goes_on)], strict=False):
        is_open = not is_open if opens is None else opens
        if is_open and not next_opens:
            behind[number:end] = [True] * (end - number)
    return behind


def _is_opening(text: str, mark: re.Match[str]) -> bool | None:
    """Tell whether *mark* opens a quotation, or None where a straight one may open and close."""
    if mark.group() != '"':
        return mark.group() in _OPENING
    before, behind = text[: mark.start()][-1:], text[mark.end() :][:1]
    if before.strip(" (") == "":
        return None if behind.strip() == "" else True
    return False if re.match(r"[\s.,;:!?)…]|$", behind) else None


def _inside_single_marks(sentences: Sequence[Sentence]) -> set[int]:
    """Return the indexes of the sentences that a quotation between single marks goes on over.

    The marks are apostrophes as well, so both its ends must be seen, a few sentences apart, or behind a colon the mark with which
    the next paragraph of a long one begins anew.
    """
    found: set[int] = set()
    between: list[int] = []
    block = -1
    is_open = is_told = False
    for sentence in sentences:
        opening, closing = _SINGLE_OPEN.search(sentence.text), _SINGLE_END.search(sentence.text)
        if sentence.block != block or len(between) > _MOST_BETWEEN:
            is_open = False
        block = sentence.block
        if opening is None and closing is None:
            between.append(sentence.index)
            continue
        is_end = closing is not None and (opening is None or closing.start() < opening.start())
        goes_on = opening is not None and opening.start() == 0 and leaves_single_quotes_open(sentence.text)
        if is_open and (is_end or (is_told and goes_on)):
            found.update(between)
        between = []
        is_open = leaves_single_quotes_open(sentence.text)
        is_told = opening is not None and sentence.text[: opening.start()].rstrip().endswith(":")
    return found


def is_bare_quotation(text: str) -> bool:
    """Tell whether *text* is somebody's words from end to end, without a word on whose they are.

    >>> is_bare_quotation("“We knew.”"), is_bare_quotation("“We knew”, she said.")
    (True, False)
    """
    return bool(re.fullmatch(r"«[^»]*»\W*|“[^”]*”\W*|\"[^\"]*\"\W*|[‘'].*[.!?,][’']", text.strip()))


def close_quotation(text: str) -> str:
    """Return *text* with the quotation mark at its start or end that stands in the sentence before or after it.

    Only where who speaks is told: a sentence that is a quotation from end to end stays open.

    >>> close_quotation('Nous partons", a dit Luc.'), close_quotation('Luc a dit: "Nous partons.')
    ('"Nous partons", a dit Luc.', 'Luc a dit: "Nous partons."')
    """
    for left, right, space in (("«", "»", " "), ("“", "”", ""), ('"', '"', "")):
        marks = [match.start() for match in re.finditer(f"[{left}{right}]", text)]
        before, after = (text[: marks[0]], text[marks[0] + 1 :]) if len(marks) == 1 else ("", "")
        if not (re.search(r"\w.*\w", before) and re.search(r"\w.*\w", after)):
            continue
        opens = before[-1] in " (" if left == right else text[marks[0]] == left
        said = tag.start() if (tag := _INVERTED_TAG.search(text)) else len(text)
        return f"{text[:said]}{space}{right}{text[said:]}" if opens else f"{left}{space}{text}"
    if leaves_single_quotes_open(text) and re.match(r"\w", text):
        return f"{text}{'’' if '‘' in text else chr(39)}"
    return text


def leaves_single_quotes_open(text: str) -> bool:
    """Tell whether a quotation between single marks starts with a capital in *text* and does not end there."""
    opening = list(_SINGLE_OPEN.finditer(text))
    return bool(opening) and _SINGLE_CLOSE.search(text, opening[-1].end()) is None
