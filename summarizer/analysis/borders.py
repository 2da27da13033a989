"""Where punctuation says that a sentence starts: stops, abbreviations, initials, numbers, quotation marks.

The network has the last word (``SentenceStarts``); this is the evidence that it cannot learn from the few abbreviations and
quotations of the treebanks.
"""

from __future__ import annotations

import re

from summarizer.languages.record import Language

# A stop, its closing quotes and brackets, a space, and something that can start a sentence.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[»\"”’')\]]*(?: ?»)?\s+(?=[«\"“‘'(\[–—-]{0,2}\s?[\"“‘(\[]?[A-ZÀ-ÖØ-ÝŒ0-9$€£])")
# A closing quotation mark or three points, or the stop of a short word, before a small letter.
_GOES_ON = re.compile(r"(?:[»”…]|\.\.\.|(?<![\w.])(?P<word>[\w.]{1,6})\.)\s+(?=[a-zà-ÿ])")
# A dash between the words of one quotation: '"Crise au port - Made in Orvin"'.
_QUOTED_DASH = re.compile(r"[«\"“][^«»\"“”.!?…]{1,80} (?=([-–—] )[A-ZÀ-Ý][^«»\"“”.!?…]{0,80}[»\"”])")
_INITIALS = re.compile(r"(?:^|[\s(«\"“'’.-])[A-ZÀ-Ý]$")
# How much of the text before a full stop tells whether it ends a sentence.
_LOOK_BACK = 40
_LAST_WORD = re.compile(r"[\w.’'-]+$")


def punctuated_starts(text: str, language: Language) -> dict[int, bool]:
    """Return the positions in *text* after a stop and a space, and whether the stop ends a sentence; the start of a line is
    left out.

    >>> from summarizer.languages import get_language
    >>> punctuated_starts("M. Roy part. Il rit.", get_language("fr"))
    {3: False, 13: True}
    """
    found: dict[int, bool] = {}
    for line in re.finditer(r"[^\n]+", text):
        for match in _SENTENCE_END.finditer(line.group()):
            before = line.group()[max(0, match.start() - _LOOK_BACK) : match.start()]
            after = line.group()[match.end() : match.end() + _LOOK_BACK]
            ends = _ends_sentence(before, match.group(), after, at_start=match.start() <= 3, language=language)
            found[line.start() + match.end()] = ends
        for match in _GOES_ON.finditer(line.group()):
            if not match.group("word") or match.group("word").lower() in language.abbreviations | language.number_abbreviations:
                found[line.start() + match.end()] = False
        for match in _QUOTED_DASH.finditer(line.group()):
            found |= {line.start() + match.start(1): False, line.start() + match.end(1): False}
    return found


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
