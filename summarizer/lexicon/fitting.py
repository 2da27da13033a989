"""Whether words of a text are set as a use of a name would be: its capitals, hyphens, accents and surroundings."""

from __future__ import annotations

import re

from summarizer.languages import name_list
from summarizer.types import Concept, Designation, Span
from summarizer.words import WORD, fold, is_shouted

# A word, or a short form with stops, which is the same word without them (U.N.).
TOKEN = re.compile(rf"(?<![\w.])(?:[A-ZÀ-Ý]\.){{2,6}}(?!\w)|{WORD.pattern}")
# Articles that names begin with, and those of Arabic names, which some papers write small ("al Qaeda", "el-Nour").
_ARTICLES = frozenset(("la", "le", "les", "the"))
_ARABIC_ARTICLES = frozenset(("al", "el", "an", "ar", "as", "ash"))


def fits(concept: Concept, name: Designation, text: str, span: Span) -> bool:
    """Tell whether the words at *span*, which fold to those of *name*, are set as a use of it would be."""
    surface = _without_stops(span.of(text))
    if not _same_marks(concept, name.text, surface) or not text.startswith(closing_marks(name.text), span.end):
        return False
    if concept.origin == "termbase" and name.kind != "acronym":
        return True
    if not _same_case(concept, name, surface) or (surface.isupper() and is_shouted(text, span.start)):
        return False
    return concept.label is None or " " in name.text or not _inside_longer_name(text, span)


def closing_marks(name: str) -> str:
    """Return the marks at the end of *name* that are part of it: Canal+, C#, C++."""
    return name[len(name.rstrip("+#")) :]


def spelled(name: str) -> list[str]:
    """Return the folded words of *name* as it spells them."""
    return [fold(word) for word in WORD.findall(name)]


def _without_stops(surface: str) -> str:
    """Return *surface* with its dotted short forms as they are written without stops."""
    return TOKEN.sub(lambda match: match.group().replace(".", ""), surface)


def _same_marks(concept: Concept, name: str, surface: str) -> bool:
    """Tell whether *surface* has no mark that *name* lacks, and a hyphen wherever *name* has one that is no proper name.

    Nor does it end in an accent that *name* has nowhere ("grimé" is not grime), nor have a space for an apostrophe
    ("Christie s'est" is not Christie's).
    """
    if concept.label is None and _is_accented_otherwise(name, surface):
        return False
    if any(own in ("'", "’") and gap == " " for own, gap in zip(_gaps(name), _gaps(surface), strict=False)):
        return False
    if name.isascii() and re.search(r"[éèêëàâîïôûùç]s?(?=\W|$)", surface.lower()):
        return False
    marks = set(re.findall(r"[^\w\s’'-]", surface))
    if concept.label is not None:
        return marks <= set(name)
    hyphens = [gap == "-" for gap in _gaps(name)]
    found = ["-" in gap for gap in _gaps(surface)]
    return marks <= set(name) and all(own for own, wanted in zip(found, hyphens, strict=False) if wanted)


def _is_accented_otherwise(name: str, surface: str) -> bool:
    """Tell whether an accent makes a word of *surface* another than that of *name*: sur and sûr, retraite and retraité."""
    own, words = WORD.findall(name), WORD.findall(surface)
    pairs = zip(own, words, strict=True) if len(own) == len(words) else ()
    return any(word.islower() and _telling_accents(known) != _telling_accents(word) for known, word in pairs)


def _telling_accents(word: str) -> tuple[bool, bool]:
    """Return whether *word* has an accent that tells it from another word, at its end and inside."""
    return re.search(r"és?$", word) is not None, "û" in word


def _gaps(name: str) -> list[str]:
    """Return what stands between the words of *name*."""
    return re.findall(r"(?<=\w)[^\w]+(?=\w)", name)


def _same_case(concept: Concept, name: Designation, surface: str) -> bool:
    """Tell whether the capitals agree: letter for letter in a short form, at the start of the words of a short proper name."""
    words = name.text.split()
    if name.kind == "acronym" or name.text.isupper():
        own_capitals = concept.origin == "termbase" and surface.isupper() and surface == name.text.upper()
        return surface in (bare := _without_stops(name.text).rstrip("+#"), f"{bare}s") or own_capitals
    if len(words) == 1 or (len(words) == 2 and concept.label is not None):
        # What is called Morrisons is not Morrison.
        if len(words) == 1 and concept.label is not None and name.text[-1] == "s" and surface[-1] not in "sS":
            return False
        # Nor is Labor Labour.
        if len(words) == 1 and concept.label is not None and spelled(surface) != spelled(name.text):
            return False
        # Nor are Stripes the firm Stripe.
        if len(words) == 1 and concept.label == "ORG" and surface[-1] in "sS" and name.text[-1] not in "sSxz":
            return False
        return _has_capitals_of(name.text, surface)
    # "la lettre a été remise" has no La Lettre A.
    if len(words) == 3 and concept.label is not None and words[0].lower() in _ARTICLES:
        return _has_capitals_of(" ".join(words[1:]), surface[len(words[0]) :])
    # A "département de France" is not the body Départements de France, nor a "scène de ménage" the series.
    is_small = concept.label is not None and surface[0].islower() and name.text[0].isupper()
    return not is_small or (concept.label != "WORK" and _plurals(surface) == _plurals(name.text))


def _plurals(name: str) -> list[bool]:
    """Return of each word of *name* whether it ends as plurals do."""
    return [word[-1] in "sxSX" for word in WORD.findall(name)]


def _has_capitals_of(name: str, surface: str) -> bool:
    pairs = zip(WORD.findall(surface), WORD.findall(name), strict=False)
    return all(own[0].isupper() or own in _ARABIC_ARTICLES for own, word in pairs if word[0].isupper())


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether *span* opens a sentence or a line, so that its capital says nothing ("Ensemble des droits…")."""
    return re.search(r"(?:^|[\n.!?…:;»”\"«“])\s*(?:[-–—•*]\s*)?$", text[max(0, span.start - 6) : span.start]) is not None


def _inside_longer_name(text: str, span: Span) -> bool:
    """Tell whether a capitalised word stands directly before or after, as in "Claude Monet"."""
    after = re.match(r"[ -]([A-ZÀ-Ý][a-zà-ÿ]+)", text[span.end : span.end + 40])
    if after is not None and text[span.start : span.end].isupper() and after.group(1) in name_list("first_names"):
        return False
    before = re.search(r"(?<![.!?«\"“\n] )(?<!^)\b([A-ZÀ-Ý][a-zà-ÿ]+)[ -]$", text[max(0, span.start - 40) : span.start])
    return after is not None or before is not None
