"""Under what name an entry of the glossary stands."""

from __future__ import annotations

import re

from summarizer.glossary.naming import is_derived, is_plural, key_of, without_article, without_kind
from summarizer.languages.record import Language
from summarizer.letters import initials_fit
from summarizer.types import Concept, LexiconMention, Origin, Term
from summarizer.words import WORD, fold

# A quotation mark that the article's name has for itself.
_STRAY_QUOTE = re.compile(r"\w['’\"”»] |[\"“«]|(?<= )['‘]")


def headword(
    term: Term,
    acronym: str | None,
    expansion: str | None,
    concept: Concept | None,
    *,
    origin: Origin | None,
    text: str,
    mentions: tuple[LexiconMention, ...],
    language: Language,
) -> str:
    """Return the *acronym* where its letters spell the name; else the name as the lexicon has it, or the article.

    *origin* says whose the definition is: what the article defines stands as it writes it. *text* is the article, *mentions* are
    its names of the lexicon.
    """
    bracket = re.match(r"^(.*?)\s*\([^)]*\)\s*$", term.text)
    full = bracket.group(1) if bracket else term.text
    name = full if _is_name(full, concept, language) else without_article(full, language)
    if term.kind == "lexicon":
        name = _bare(name, concept, language)
    if origin != "article":
        found = (mention.name.text for mention in mentions if mention.concept == concept and mention.span.of(text) == term.text)
        name = in_own_form(name, next(found, None), concept, language)
    if acronym is None:
        return name
    if expansion is None or initials_fit(acronym, expansion):
        return _one(acronym, concept, language) if term.kind != "defined" else name
    is_own = name == acronym and key_of(expansion) in key_of(text)
    return without_article(expansion, language) if is_own else name


def _one(acronym: str, concept: Concept | None, language: Language) -> str:
    """Return *acronym* in the singular, where that is how *concept* is called: STI of STIs."""
    is_plural_of = concept is not None and acronym[-1] == "s" and acronym[:-1] in concept.names(language.code, "acronym")
    return acronym[:-1] if is_plural_of else acronym


def _is_name(full: str, concept: Concept | None, language: Language) -> bool:
    """Tell whether *full*, with its article, is a proper name of *concept*: "La Haye", "Le Télégramme"."""
    return (
        concept is not None
        and concept.label is not None
        and any(key_of(known) == key_of(full) for known in concept.names(language.code))
    )


def _bare(name: str, concept: Concept | None, language: Language) -> str:
    """Return *name* without the noun before it that says what it is, where the concept is known by the rest ("modèle Claude")."""
    rest = name.partition(" ")[2]
    is_known = concept is not None and concept.label is not None and rest in concept.names(language.code)
    return rest if is_known and without_kind(name, language) == key_of(rest) else name


def in_own_form(name: str, found: str | None, concept: Concept | None, language: Language) -> str:
    """Return the form under which *concept* stands in a glossary, for *name* in the article, where it was *found* by that name.

    A termbase's concept has the termbase's own, or its preferred one for a deprecated one. One of the lexicon has the article's
    spelling ("Etats-Unis", "non-profit") in the capitals and the number that the lexicon has ("Transition écologique" of a
    ministry, "filiales", "Golden Globe"). A person, an adjective or a verb goes by the noun that the definition is of
    ("souverainiste", "pleaded guilty").
    """
    if concept is None:
        return name
    names = concept.names(language.code)
    if concept.origin == "termbase":
        is_deprecated = found is not None and names != () and found not in names
        return names[0] if is_deprecated else found or name
    bare = names if concept.label else [without_article(known, language) for known in names]
    own = [known for known in bare if _letters(known) == _letters(name)]
    singular = [found] if found and is_plural(name, found, language) else []
    if any(is_derived(each, names[0], language) for each in (name, *own, *singular)):
        return names[0]
    if name in own or not (own or singular):
        return name
    known = found if found in own else (*own, *singular)[0]
    is_other_number = _plurals(known) != _plurals(name)
    return known if is_other_number or _STRAY_QUOTE.search(name) else _with_capitals_of(known, name)


def _letters(name: str) -> str:
    """Return the key of *name* without what separates its words: immuno-globulines are immunoglobuline."""
    return key_of(name).replace(" ", "")


def _plurals(name: str) -> str:
    """Return *name* in small letters without accents and what separates words, but with what makes plurals."""
    return "".join(fold(f"{word}-")[:-1] for word in WORD.findall(name))


def _with_capitals_of(known: str, name: str) -> str:
    """Return *name* with the capitals of *known*, which has the same letters, and nothing but a space between two words."""
    models = "".join(WORD.findall(known))
    if len(models) != len("".join(WORD.findall(name))):
        return " ".join(name.split())
    letters = iter(models)
    return " ".join(WORD.sub(lambda word: "".join(_recased(char, next(letters)) for char in word.group()), name).split())


def _recased(char: str, model: str) -> str:
    return char.upper() if model.isupper() else char.lower()
