"""How the letters of a short form are made of the words of its long form, after Schwartz and Hearst (PSB 2003)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from summarizer.languages.record import Language
from summarizer.words import WORD

# What a letter inside a word is worth beside one at its start, and what a content word without a letter costs.
_INSIDE, _SKIPPED = 0.5, 1.2
# Least worth of a long form, a letter of its short form.
_FIT = 0.55
# Least share of the letters that start words of a name when they stand in another order: the short form is that of another
# language (UNODC, MINURSO); a word of the name without a letter costs this much.
_SHUFFLED, _IDLE = 0.6, 0.25
# Words of a name whose short form is that of another language, letters of that short form.
_WORDS_OF_NAME, _LETTERS_OF_NAME = 16, 3
# Least share of the letters that it starts words with all the same.
_RELATED = 0.4
# Characters before a name that tell whether it starts there.
_BEFORE = 80
# Words between the first letter's small word and the capital at which a name really starts.
_NAME_WORDS = 8


def start_of_name(first: int, words: Sequence[tuple[str, int]], letters: str) -> int:
    """Return where the name starts whose small word *first* gives the first letter (Centre contre le cancer Jean Rey)."""
    if words[first][0][:1].isupper() or not any(word[:1].isupper() for word, _ in words[first:]):
        return first
    before = range(first - 1, max(-1, first - 1 - _NAME_WORDS), -1)
    capital = next((i for i in before if words[i][0][:1].isupper()), first)
    return capital if plain(words[capital][0]).startswith(letters[:1]) else first


def in_one_word(letters: str, words: Sequence[tuple[str, int]], language: Language) -> int | None:
    """Return the place of the last word where it alone spells *letters* in order ("hydrofluorocarbures (HFC)").

    A word before it that gives a letter as well belongs to it ("authentification multifacteur
    (MFA)").
    """
    last = plain(words[-1][0]) if words else ""
    if len(letters) < 2 or not last:
        return None
    initials = "".join(char for char in words[-1][0] if char.isupper()).lower()
    if (last.startswith(letters) and not words[-1][0].isupper()) or (initials == letters and " " not in last):
        return len(words) - 1
    if len(letters) == 2 or len(last) < 2 * len(letters) or not has_in_order(last, letters):
        return None
    before = words[-2][0].lower() if len(words) > 1 else ""
    helps = bool(before) and before not in language.stop_words and plain(before)[0] in letters[1:]
    return len(words) - (2 if helps else 1)


def has_in_order(word: str, letters: str) -> bool:
    """Tell whether *word* starts with the first of *letters* and has the others behind it in their order."""
    rest = iter(word)
    return word[:1] == letters[:1] and all(letter in rest for letter in letters)


def shuffled(letters: str, words: Sequence[tuple[str, int]], language: Language) -> int | None:
    """Return the place of the first word of a capitalised name whose initials are most of *letters*, in any order.

    So are the names of international bodies whose short form is that of another language.
    """
    best: tuple[float, int] | None = None
    for first, (word, _) in enumerate(words):
        initials = Counter(plain(name)[0] for name, _ in words[first:] if name.lower() not in language.stop_words)
        shared = sum((initials & Counter(letters)).values())
        if not word[:1].isupper() or word.lower() in language.stop_words or len(letters) < 3 or len(words) - first < 3:
            continue
        if plain(word)[0] in letters and shared >= _SHUFFLED * len(letters):
            worth = shared - _IDLE * (sum(initials.values()) - shared)
            best = max(best or (worth, -first), (worth, -first))
    return -best[1] if best else None


def named_otherwise(letters: str, words: Sequence[tuple[str, int]], text: str, language: Language) -> int | None:
    """Return the place of the first word of the name at the end of *words*, whose short form has letters of another language.

    The name starts at a capital behind an article or a sign ("l'Union internationale des transports routiers (IRU)") and runs
    through small words only.
    """
    if len(letters) < _LETTERS_OF_NAME:
        return None
    for place in range(len(words) - 2, max(-1, len(words) - 1 - _WORDS_OF_NAME), -1):
        word, start = words[place]
        between = text[start + len(word) : words[place + 1][1]]
        if not re.fullmatch(r"[ ’',-]+", between):
            return None
        is_start = (
            word[:1].isupper()
            and not word.isupper()
            and "," not in between
            and word.lower() not in language.stop_words
            and _starts_name(text[max(0, start - _BEFORE) : start], language)
        )
        if is_start and plain(word)[0] in letters and _shared(letters, words[place:], language) >= _RELATED * len(letters):
            return place
    return None


def _shared(letters: str, words: Sequence[tuple[str, int]], language: Language) -> int:
    """Return how many of *letters* the words start with, in any order."""
    initials = Counter(plain(word)[0] for word, _ in words if word.lower() not in language.stop_words)
    return sum((initials & Counter(letters)).values())


def _starts_name(before: str, language: Language) -> bool:
    article = re.search(r"(?:([^\W\d_]+['’]|[^\W\d_]+) ?|([,:;(«\"“–-] ?)|(?:^|[.\n]\s*))$", before)
    if article is None or article.group(1) is None:
        return article is not None
    return article.group(1).lower() in language.definite_articles | language.name_openers


def capitals_of(short: str) -> str:
    """Return the capitals of a short form of mixed letters (UNWomen), by which alone it may be spelled."""
    return "".join(char for char in short if char.isupper()).lower()


def fit(letters: str, words: Sequence[tuple[str, int]], language: Language, least: float) -> float | None:
    """Return how well *letters* are made of *words*, or None when they are not, or not as well as *least*.

    A letter at the start of a word counts one, a letter inside one less; a content word that gives no letter costs. The first
    word must give the first letter, and half of the letters must start words.
    """
    folded = [plain(word) for word, _ in words]
    small = [word.lower() in language.stop_words for word, _ in words]

    @cache
    def best(letter: int, word: int) -> tuple[float, int] | None:
        if word == len(folded):
            return (0.0, 0) if letter == len(letters) else None
        options = []
        skipped = best(letter, word + 1) if word else None
        if skipped is not None:
            options.append((skipped[0] - (0.0 if small[word] else _SKIPPED), skipped[1]))
        for used in _uses(letters, letter, folded[word]):
            rest = best(letter + used, word + 1)
            if rest is not None:
                options.append((rest[0] + 1 + _INSIDE * (used - 1), rest[1] + 1))
        return max(options, default=None)

    found = best(0, 0)
    if found is None or found[0] < least or found[1] < min(2, len(letters)):
        return None
    return found[0]


def _uses(letters: str, start: int, word: str) -> Iterator[int]:
    """Yield how many of the letters from *start* on *word* can give: its first letter, and more of it in order."""
    if not word.startswith(letters[start : start + 1]) or start >= len(letters):
        return
    yield 1
    position, used = 1, 1
    while start + used < len(letters):
        position = word.find(letters[start + used], position) + 1
        if not position:
            return
        used += 1
        yield used


def least_fit(short: str) -> float:
    """Return the least worth of a long form of *short*, whose small letters are expected inside words (MaxEnt)."""
    small = sum(char.islower() for char in _bare(short))
    return _FIT * (len(letters_of(short)) - small + _INSIDE * small)


def letters_of(short: str) -> str:
    """Return the letters that a long form has to give; of a word after a hyphen (UN-Women) only the first."""
    return "".join(char for char in plain(re.sub(r"(?<=-[A-Z])[a-z]{2,}", "", _bare(short))) if char.isalnum())


def _bare(short: str) -> str:
    """Return *short* without the ending of a plural (PMEs, TAG's)."""
    short = re.sub(r"['’]s$", "", short)
    return short.removesuffix("s") if short[:-1].isupper() else short


def words_of(text: str, offset: int = 0) -> list[tuple[str, int]]:
    """Return the words of *text* with their places in the text in which it stands at *offset*."""
    return [(match.group(), match.start() + offset) for match in WORD.finditer(text)]


def key_of(short: str) -> str:
    """Return *short* without stops and plural, by which its uses are known as one."""
    return _bare(short).replace(".", "")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return *text* in lower case without accents, letter for letter at the same positions."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
