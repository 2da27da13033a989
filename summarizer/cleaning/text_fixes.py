"""Fixes of one block's text: ``(text, language) -> text``."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from summarizer.languages.record import Language

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8});")
_SPACES = re.compile(r"[^\S\n]+|\n+")
_EMOJI = re.compile(
    "[\u2190-\u21ff\U0001f000-\U0001faff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3]+"
)
_HASHTAG = re.compile(r"(?<!\S)#(?=[^\W\d]\w*)")
# Exchange codes that close a Reuters instrument code; two letters, or one that is no word.
_EXCHANGES = "OQ|PA|DE|MI|MC|AS|BR|SW|VX|ST|CO|HE|OL|HK|SS|SZ|NS|BO|TO|AX|KS|SA|IS|LS|VI|WA|[BFHKLNOPSTVZ]"
# Reuters instrument codes (GOOGL.O, CLVR.PA), and exchange codes in brackets (NASDAQ: XYZ).
_TICKER = re.compile(
    r"\s*(?:\((?:NASDAQ|NYSE|LSE|LON|EPA|ETR|Euronext(?: Paris)?|AMS|TSX|ASX|HKG|TYO) ?: ?[A-Z0-9.]{1,8}\)"
    rf"|[<\[(][A-Z0-9]{{2,6}}\.(?:{_EXCHANGES})[>\])]"
    rf"|\b[A-Z][A-Z0-9]{{1,5}}\.(?:{_EXCHANGES})\b(?![.\w’'-]))"
)
_SPACE_BEFORE_MARK = re.compile(r"(?<=[\w)»\"”]) +(?=[,](?:\s|$))")
_LOOSE_STOP = re.compile(r"(?<=\w) +\.(?=\s|$)")
_GLUE = re.compile(
    r"(?<=[\w%)»\"”’'\]])( ?[!?]|[.…])"
    r"(?:([\"”»“])(?=[A-ZÀ-ÖØ-Ý][\w’'])|(?=(?:« ?)?(?:[A-ZÀ-ÖØ-Ý][\w’']|[AÀ] [a-zà-ÿ])))"
)
# The bullet or dash of a list whose line breaks are lost, glued to the sentence before it: "à un salarié.- Les cadres".
_GLUED_BULLET = re.compile(r"(?:(?<=[^\W_][\w%)][.!?…])|(?<=[.!?…][»\"”])|(?<=[»\"”][.!?…]))(?:\s?[•·]|[-–—])(?=\s|$)")
# A word, and behind it without a space the mark that opens a quotation, the quotation and the mark that closes it. The word is
# no initial (O', D').
_GLUED_QUOTATION = re.compile(
    r"(?<![\w'’-])(a|[a-zà-ÿ]{2,20}|[A-ZÀ-Ý][a-zà-ÿ]{3,20})"
    r"(?=['‘](([A-Za-zÀ-ÿ][\w-]{2,})(?:[^'‘’\n]|(?<=\w)['’](?=[a-z])){0,200}?)['’](?!\w))"
)
_OPENING_STRAIGHT = re.compile(r"(?<![^\s(\[’'])\"(?=[^\s\"])")
# How far back the mark that opened a quotation is looked for, in characters and in mended pieces: a report takes linear time.
_LONGEST_QUOTATION, _LAST_PIECES = 2_000, 20
_LONGEST_WORD = 60
_NAMES_WITH_MARK = {"yahoo"}
# Europe 1, Ligue 2: a stop behind it ends a sentence.
_NUMBERED_NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]+ \d$")
_WEB = re.compile(r"(?:https?://|www\.|@)\S*$|\.[a-z]{2,4}$", re.IGNORECASE)


def decode_references(text: str, language: Language) -> str:
    """Put the signs in the place of character references that a page's source left in its text ("pass&#233;", "R&amp;B").

    Not those of the angle brackets, which a text on markup means as they stand.
    """
    return _REFERENCE.sub(lambda match: _decoded(match.group()), text)


def drop_controls(text: str, language: Language) -> str:
    """Compose accents (NFC), drop control and direction characters and soft hyphens."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    spaced = re.sub(r"[\x0b\x0c\x1c-\x1f\x85]", " ", text)
    return "".join(char for char in spaced if char in "\n\t" or unicodedata.category(char) != "Cc")


def even_spaces(text: str, language: Language) -> str:
    """Make every run of spaces, tabs and line breaks one plain space, and none before a comma."""
    return _SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip()


def drop_hashtags(text: str, language: Language) -> str:
    """Drop the run of hashtags that closes a block, and the sign of a hashtag used as a word."""
    words = text.split()
    kept = len(words)
    while kept and _HASHTAG.match(words[kept - 1]):
        kept -= 1
    closing = len(words) - kept
    return _HASHTAG.sub("", " ".join(words[:kept]) if closing > 1 or (closing and not kept) else text)


def drop_emoji(text: str, language: Language) -> str:
    """Drop emoji, arrows and other pictures."""
    return re.sub(r" (?=[.,](?:\s|$))", "", _SPACES.sub(" ", _EMOJI.sub(" ", text))).strip() if _EMOJI.search(text) else text


def drop_glued_bullets(text: str, language: Language) -> str:
    """Drop the bullet of the next point of a list behind the end of a sentence."""
    return _GLUED_BULLET.sub("", text).strip() if _GLUED_BULLET.search(text) else text


def drop_inline_noise(text: str, language: Language) -> str:
    """Drop pieces of the page inside a paragraph ("opens new tab")."""
    for pattern in language.inline_noise:
        text = re.sub(pattern, "", text, flags=re.IGNORECASE)
    return text.strip()


def drop_tickers(text: str, language: Language) -> str:
    """Drop stock tickers and the space that they leave before a mark."""
    shorter = _TICKER.sub("", text)
    if shorter == text:
        return text
    return _LOOSE_STOP.sub(".", _SPACE_BEFORE_MARK.sub("", shorter)).strip()


def unglue_sentences(text: str, language: Language) -> str:
    """Put the lost space between two sentences ("2014.Les", ``fini".Mercredi``)."""
    pieces: list[str] = []
    last = 0
    for match in _GLUE.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip("\"”»’') !?…")
        word = re.split(r"[\s(«\"“]", before)[-1]
        after = text[match.end() : match.end() + _LONGEST_WORD]
        is_numbered_name = _NUMBERED_NAME.search(before) is not None
        if _keeps_dot(word, match.group(1), after, language) and not match.group(2) and not is_numbered_name:
            continue
        mended = "".join([*pieces[-_LAST_PIECES:], text[last : match.start()]])[-_LONGEST_QUOTATION:]
        end = match.end(1) if _opens(match.group(2) or "", mended) else match.end()
        pieces += [text[last:end], " "]
        last = end
    return "".join([*pieces, text[last:]])


def unglue_quotations(text: str, language: Language) -> str:
    """Put the lost space before a quotation between single marks ("a'straight pride' week")."""

    def spaced(match: re.Match[str]) -> str:
        word, quoted, first = match.groups()
        is_plural = quoted.endswith("s") and text[match.end(2) + 1 :][:2].strip().isalpha()
        # A capital may start a name (Crit'Air), a plural have its apostrophe at the end (the soldiers' homes).
        is_certain = word.lower() in language.stop_words or (word[0].islower() and not is_plural)
        is_one_word = f"{word}'{first}".lower() in language.whole_words
        is_elided = any(re.fullmatch(pattern, f"{word}'", re.IGNORECASE) for pattern in language.clitics)
        return f"{word} " if is_certain and not is_one_word and not is_elided else word

    return _GLUED_QUOTATION.sub(spaced, text)


def _decoded(reference: str) -> str:
    sign = unescape(reference)
    return reference if len(sign) != 1 or sign in "<>" else sign


def _keeps_dot(word: str, mark: str, after: str, language: Language) -> bool:
    """Tell whether the mark after *word* is part of an abbreviation, initials, a name, an address or a file's name."""
    following = re.match(r"\w+", after)
    next_word = following.group() if following else ""
    if mark != ".":
        return word.lower() in _NAMES_WITH_MARK
    if len(word) > 2 and word.islower() and re.match(r"[AÀ] [a-zà-ÿ]", after):
        return False
    return (
        len(word) < 2
        or word.lower() in language.abbreviations | language.number_abbreviations | {"www", "http", "https"}
        or "." in word
        or bool(_WEB.search(word))
        or (0 < len(next_word) < 2 and word.isupper() is False)
        or (next_word.isupper() and len(next_word) <= 4 and not after[len(next_word) :].strip('.,;:!?)»"')[:1].islower())
        or (word.isupper() and next_word.isupper() and len(next_word) > 1)
    )


def _opens(quote: str, before: str) -> bool:
    """Tell whether *quote*, a mark after the full stop behind *before*, opens a quotation.

    A straight mark closes what the last one of *before* opened, which has a space or nothing on its left.
    """
    if quote == '"':
        opened = [match.start() for match in _OPENING_STRAIGHT.finditer(before)]
        return not opened or '"' in before[opened[-1] + 1 :]
    return quote in ("«", "“") or not quote
