"""Stage 2: text -> LanguageGuess, for the whole article and for each block.

French against English is decided here, by the letters of the words (``models/language_choice.json``), which is right on a line
of a few words;
every other language is told by langdetect (Shuyo's profiles), seeded so that it always answers the same.
"""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Sequence
from functools import cache, lru_cache

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException

from summarizer.errors import LanguageError, UndecidedError
from summarizer.languages import KNOWN
from summarizer.resources import model_content
from summarizer.types import Article, LanguageGuess

DetectorFactory.seed = 0
# langdetect loads its profiles at the first text; a second thread must not ask it before all are there.
_ASKING = threading.Lock()

# Below this many letters langdetect often guesses (measured on langid_dev: word pairs fr 78 %, en 59 %): it is believed only
# when it is sure and the text has no function word of French or English.
RELIABLE_LETTERS, FEWEST_LETTERS, SURE = 60, 25, 0.99
# Share of French or English function words that speaks against any other language (on langid_dev 99 % of Spanish and Catalan
# sentences stay under the first), and the share that settles a longer text without a further look: the mean of an article is
# 0.30 in French, 0.34 in English, 0.05 in Catalan, 0.03 in Spanish.
SURE_SHARE, CERTAIN_SHARE, CERTAIN_WORDS = 0.38, 0.22, 60
# Characters of a long text that are looked at: three pieces of this size, from its start, middle and end.
_SAMPLE = 3_000
# A block below this many words takes the language of its article.
_SHORT_BLOCK = 6
# A block of so many words without a capital is in a third language where langdetect is so sure and at most this share of its
# words are function words of French or English: of 41,000 sentences of news that takes none (with capitals, line-ups of teams).
_THIRD_WORDS, _THIRD_SURE, _THIRD_SHARE = 12, 0.9, 0.1
# Below this confidence (a line or two of text) the language that the page or feed names of itself is believed, with half a vote.
_UNSURE, _HINT_CONFIDENCE = 0.9, 0.5
# Names of languages that langdetect may answer, for the message that refuses them.
LANGUAGE_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "kn": "Kannada", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
    "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh-cn": "Chinese", "zh-tw": "Chinese",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+['’]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]{1,64}@\S+")
# What one word can say at most, as log odds: names and borrowed words must not outvote the function words.
_MOST, _MOST_OF_A_NAME = 4.0, 1.2


def detect(article: Article) -> LanguageGuess:
    """Return the language of *article*: French or English.

    What the article says of itself counts only where the text leaves it open. Raises LanguageError, naming the language,
    when it is another one.
    """
    hint = article.language_hint if article.language_hint in KNOWN else None
    text = _sample(" \n".join(block.text for block in article.blocks))
    try:
        guess = detect_text(text, name=article.source.name)
    except UndecidedError:
        if hint is None:
            raise
        return LanguageGuess(hint, _HINT_CONFIDENCE)
    if hint is not None and guess.confidence < _UNSURE:
        return LanguageGuess(hint, _HINT_CONFIDENCE)
    return _majority(article) or guess


def detect_text(text: str, *, name: str = "text") -> LanguageGuess:
    """Return the language of *text*, French or English.

    Raises LanguageError when it is another language or no language at all.
    """
    choice = french_or_english(text)
    share = _function_word_share(text, choice.code)
    if share > CERTAIN_SHARE and len(_WORD.findall(text)) > CERTAIN_WORDS:
        return choice
    other = _langdetect(text)
    if other is None and choice.confidence == 0:
        raise UndecidedError(f"{name}: no words to tell a language by; French and English are supported")
    if other is None or other.code in KNOWN or share > SURE_SHARE:
        return _settle(choice, other, text, name)
    if (
        _is_latin(text)
        and _letters(text) < RELIABLE_LETTERS
        and (share > 0 or other.confidence < SURE or _letters(text) < FEWEST_LETTERS)
    ):
        return _settle(choice, other, text, name)
    language = LANGUAGE_NAMES.get(other.code, other.code)
    raise LanguageError(f"{name}: seems to be in {language} ({other.code}); French and English are supported")


def french_or_english(text: str) -> LanguageGuess:
    """Choose between French and English alone, however short *text* is; confidence 0 when nothing speaks for either.

    >>> french_or_english("Qui paie quoi ?").code, french_or_english("Who pays what?").code
    ('fr', 'en')
    """
    logit = math.fsum(map(_word_logit, _LETTERS.findall(_ADDRESS.sub(" ", text.lower()))))
    if logit == 0:
        return LanguageGuess("en", 0.0)
    return LanguageGuess("fr" if logit > 0 else "en", 1 / (1 + math.exp(-min(50.0, abs(logit)))))


@lru_cache(maxsize=50_000)
def _word_logit(word: str) -> float:
    """Return what *word* says for French (above 0) or English."""
    weights = _choice_weights()
    most = _MOST if any(word in language.frequent_words for language in KNOWN.values()) else _MOST_OF_A_NAME
    return max(-most, min(most, sum(weights.get(gram, 0.0) for gram in ngrams_of(word))))


def ngrams_of(word: str) -> list[str]:
    """Return the character n-grams of *word*, from one to four characters, its borders marked.

    >>> ngrams_of("le")
    ['^', 'l', 'e', '$', '^l', 'le', 'e$', '^le', 'le$', '^le$']
    """
    marked = f"^{word}$"
    return [marked[i : i + size] for size in range(1, 5) for i in range(len(marked) - size + 1)]


def block_languages(texts: Sequence[str], *, default: str) -> tuple[str, ...]:
    """Return the language of each of *texts*; a short or undecided one takes *default*.

    It may be any language, so long as another of them is in *default*.
    """
    codes = tuple(_block_language(text, default) for text in texts)
    others = tuple(_third_language(text) or code for text, code in zip(texts, codes, strict=True))
    return others if default in others else codes


def _majority(article: Article) -> LanguageGuess | None:
    """Return the language of most of the text of a page that holds both, or None when the page is in one."""
    letters = dict.fromkeys(KNOWN, 0)
    for block in article.blocks:
        code = _block_language(block.text, "")
        if code:
            letters[code] += len(block.text)
    best = max(letters, key=lambda code: letters[code])
    return LanguageGuess(best, letters[best] / sum(letters.values())) if all(letters.values()) else None


def _block_language(text: str, default: str) -> str:
    if len(_WORD.findall(text)) < _SHORT_BLOCK:
        return default
    guess = french_or_english(text)
    return guess.code if guess.confidence > 0.95 and _function_word_share(text, guess.code) > 0.15 else default


def _third_language(text: str) -> str:
    """Return the language of a paragraph that is surely neither in French nor in English, an empty text for any other."""
    small = [word for word in _WORD.findall(text) if not word[0].isupper()]
    if len(small) < _THIRD_WORDS or max(_function_word_share(text, code) for code in KNOWN) > _THIRD_SHARE:
        return ""
    other = _langdetect(text)
    return other.code if other is not None and other.code not in KNOWN and other.confidence >= _THIRD_SURE else ""


@cache
def _choice_weights() -> dict[str, float]:
    content = model_content("language_choice.json")
    weights: dict[str, float] = content["weights"]
    return weights


def _function_word_share(text: str, code: str) -> float:
    words = _WORD.findall(text.lower().replace("’", "'"))
    return sum(1 for word in words if word in KNOWN[code].frequent_words) / max(1, len(words))


def _settle(choice: LanguageGuess, other: LanguageGuess | None, text: str, name: str) -> LanguageGuess:
    if choice.confidence > 0.5:
        return choice
    if other is not None and other.code in KNOWN:
        return other
    raise UndecidedError(f"{name}: too short to tell its language ({text.strip()[:40]!r}); give --language fr or en")


def _langdetect(text: str) -> LanguageGuess | None:
    try:
        with _ASKING:
            best = detect_langs(text.lower() if text.isupper() else text)[0]
    except LangDetectException:
        return None
    return LanguageGuess(best.lang, best.prob)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _is_latin(text: str) -> bool:
    return sum(char < "\u0250" for char in text if char.isalpha()) * 2 > _letters(text)


def _letters(text: str) -> int:
    return sum(1 for char in text if char.isalpha())
