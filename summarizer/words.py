"""Words as the stages compare and count them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from summarizer.languages.record import Language
from summarizer.quotations import blank_quotations, close_quotation, leaves_single_quotes_open
from summarizer.types import Span

WORD = re.compile(r"[^\W_]+")
# A pronoun among the first words of a sentence, with no name before it, stands for somebody in an earlier one.
_START_WORDS = 9
# Where a sentence ends as far as the eye can tell, and the word before.
_STOP = re.compile(r"[.!?…]+[»\"”’')\]]*(?: ?»)?\s+(?=[«\"“‘'(\[–—-]{0,2}\s?[A-ZÀ-ÖØ-ÝŒ0-9])")
_LAST_WORD = re.compile(r"[^\W_]+$")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_COUNTED = re.compile(r"[^\W_][\w’'.,-]*")


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return *word* without case, accents and plural ending, as names and contents are compared.

    >>> fold("États"), fold("cigarettes"), fold("GDP")
    ('etat', 'cigarette', 'gdp')
    """
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    is_plural = (plain[-1:] == "s" and plain[-2] not in "su") or plain[-2:] == "ux" if len(plain) > 3 else False
    return plain[:-1] if is_plural else plain


def in_order(term: str) -> tuple[str, str]:
    """Return the key that puts terms in alphabetical order, without case and accents, œ and æ as two letters.

    >>> sorted(["zinc", "Œstrogène", "offre", "étang"], key=in_order)
    ['étang', 'Œstrogène', 'offre', 'zinc']
    """
    return fold(term.lower().replace("œ", "oe").replace("æ", "ae")), term


def irregular_plurals(word: str, language: Language) -> tuple[str, ...]:
    """Return what *word* may be in the plural, by its ending alone, beside what :func:`fold` takes back ("tribunaux")."""
    lower = word.lower()
    return tuple(f"{word[: -len(end)]}{plural}" for end, plural in language.plurals.items() if lower.endswith(end))


def content_words(text: str, language: Language) -> list[str]:
    """Return the folded words of *text* that are not function words; numbers count as content."""
    words = (word for word in WORD.findall(text) if word.lower() not in language.stop_words)
    return [fold(word) for word in words if len(word) > 2 or word.isdigit() or word.isupper()]


def count_words(text: str) -> int:
    """Return how many words a reader would count: "l'État" is one, "3,6" is one, a dash is none.

    >>> count_words("L'État – 3,6 %")
    2
    """
    return len(_COUNTED.findall(text))


def word_pairs(text: str) -> list[tuple[str, str]]:
    """Return each two words of *text* that follow one another, in lower case.

    >>> word_pairs("Le pont rouvre.")
    [('le', 'pont'), ('pont', 'rouvre')]
    """
    return list(pairwise(word.lower() for word in WORD.findall(text)))


def overlap(one: set[str], other: set[str]) -> float:
    """Return the share of the smaller set's words that the other has, from 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def leans_on_another(text: str, language: Language) -> bool:
    """Tell whether a sentence starts with what only an earlier one explains ("Cette action…", "In 1974 she…")."""
    bare = text.lstrip("«\"“‘' ")
    if any(re.match(pattern, bare, re.IGNORECASE) for pattern in language.anaphoric_openers):
        return True
    if re.match(rf"{language.own_subjects}(?![\w])|{language.own_subjects}(?<=['’])", bare, re.IGNORECASE):
        return False
    words = bare.split()
    if _names_its_subject(words, language):
        return False
    start = " ".join(words[:_START_WORDS])
    pronoun = re.search(rf"(?<![\w-]){language.subject_pronouns}(?![\w’'-])", " ".join(words[: _START_WORDS + 4]))
    if pronoun is None or pronoun.end() > len(start):
        return False
    opening = start[: pronoun.start()]
    # "En France, elle…", "From September 2027 it…": where or when, not who.
    is_frame = re.fullmatch(language.opening_frames, opening, re.IGNORECASE) is not None
    return is_frame or not re.search(r"(?<=\s)[A-ZÀ-Ý]|\w['’][A-ZÀ-Ý]", opening)


def _names_its_subject(words: list[str], language: Language) -> bool:
    """Tell whether the first word is a name ("Wenger says he…", "Drogba, 37, insists he…") or opens "a man was…"."""
    if len(words) < 3:
        return False
    verbs = language.auxiliaries | language.report_verbs
    if words[0].lower() in language.indefinite_articles:
        return words[2].lower() in verbs and words[1].islower()
    is_name = words[0][:1].isupper() and words[0].rstrip(",").lower() not in language.stop_words and not words[0].endswith("s")
    aged = words[0].endswith(",") and re.fullmatch(r"\d+,", words[1]) is not None
    return is_name and (words[2] if aged else words[1]).lower() in verbs


def needs_an_earlier_line(text: str, language: Language) -> bool:
    """Tell whether a sentence holds, outside quotations, what only an earlier one explains ("…", he added; the day before).

    >>> from summarizer.languages import get_language
    >>> needs_an_earlier_line("“We knew”, she added.", get_language("en"))
    True
    >>> needs_an_earlier_line("Mary Oldacre said “we knew”, she added.", get_language("en"))
    False
    """
    return next(leaning_phrases(text, language), None) is not None


def is_said_by_a_pronoun(text: str, language: Language) -> bool:
    """Tell whether the speaker of a sentence is a pronoun for somebody whom it does not name ("…", he added).

    >>> from summarizer.languages import get_language
    >>> is_said_by_a_pronoun("“We knew”, she added.", get_language("en"))
    True
    """
    bare = blank_quotations(text)
    found = (pattern.search(bare) for pattern in _compiled(language.pronoun_speakers))
    return any(match is not None and not re.search(r"\s[A-ZÀ-Ý]\w", bare[: match.start()]) for match in found)


def leaning_phrases(text: str, language: Language) -> Iterator[Span]:
    """Yield where, outside quotations, the phrases stand that make a sentence need an earlier one.

    A name before one of them in the sentence explains it, and a year a time that is counted from another.
    """
    bare = blank_quotations(text)
    for pattern in _compiled(language.leaning_phrases):
        for match in pattern.finditer(bare):
            if not re.search(r"\s[A-ZÀ-Ý]\w", bare[: match.start()]):
                yield Span(*match.span())
    for pattern in _compiled(language.leaning_times):
        yield from (Span(*match.span()) for match in pattern.finditer(bare) if not _YEAR.search(bare, 0, match.start()))


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def is_balanced(text: str) -> bool:
    """Tell whether every quotation mark and bracket that opens also closes.

    >>> is_balanced('Il a dit "oui".'), is_balanced('Il a dit "oui.'), is_balanced("‘We knew. It's late.")
    (True, False, False)
    """
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    if leaves_single_quotes_open(text):
        return False
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in pairs)


def is_open_ended(text: str) -> bool:
    """Tell whether a sentence is a question, the announcement of what follows, or breaks off.

    >>> is_open_ended("Pourquoi ?"), is_open_ended("Trois raisons :"), is_open_ended("C'est tout.")
    (True, True, False)
    """
    return text.rstrip(' »"”').endswith(("?", ":", "…", "..."))


def is_broken_off(text: str) -> bool:
    """Tell whether a sentence of a paragraph lacks its end: the article was cut there, or a caption runs into it.

    >>> is_broken_off("Le pont, rouvert"), is_broken_off("« Le pont est rouvert. »")
    (True, False)
    """
    return not re.search(r"[.!?…][»\"”’')\]]*(?: »)?\s*$", text)


def finish(text: str) -> str:
    """Return *text* with a capital at the start, even spaces and a sentence end.

    >>> finish("le pont , rouvert,"), finish("iPhone sales fell")
    ('Le pont, rouvert.', 'iPhone sales fell.')
    """
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r" {2,}", " ", text)).strip(" ,;:–—")
    text = close_quotation(re.sub(r"^-(?!\d)\s*|\s*-$", "", re.sub(r"[,;:]+(?=[.!?…])", "", text)))
    first = re.match(r"\w+", text)
    if first is None or first.group().islower():
        text = text[:1].upper() + text[1:]
    return text if re.search(r"[.!?…][»\"”’')\]]*(?: »)?$", text) else f"{text}."


def is_shouted(text: str, start: int) -> bool:
    """Tell whether the words around the token at *start* are mostly in capitals, as in a headline.

    >>> is_shouted("WHO SAYS NO TO THIS", 0), is_shouted("The WHO says no to this", 4)
    (True, False)
    """
    before, after = text[:start].rsplit(None, 1)[-1:], text[start:].split(None, 2)[1:2]
    if any(word.isupper() and word.isalpha() and len(word) > 3 for word in before + after):
        return True
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start) % (len(text) + 1)
    around = text[max(line_start, start - 45) : min(line_end, start + 50)]
    words = [word for word in WORD.findall(around) if len(word) > 1 and word.isalpha()]
    return len(words) >= 3 and sum(word.isupper() for word in words) * 2 > len(words)


def sentence_around(text: str, span: Span, language: Language) -> Span:
    """Return the sentence of *text* in which *span* starts, by stops and abbreviations alone, without spaces around it.

    >>> from summarizer.languages import get_language
    >>> text = "M. Roy part. Il rit. Fin."
    >>> sentence_around(text, Span(16, 19), get_language("fr")).of(text)
    'Il rit.'
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    for stop in _STOP.finditer(text, start, end):
        last = _LAST_WORD.search(text, start, stop.start())
        word = last.group().lower() if last else ""
        if stop.group().startswith(".") and (word in language.abbreviations or len(word) == 1):
            continue
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.start() >= span.start:
            end = stop.end()
            break
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
