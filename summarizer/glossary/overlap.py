"""When an entry of the glossary says what another one says."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.glossary.naming import is_derived, key_of
from summarizer.languages.record import Language
from summarizer.results import GlossaryEntry


def is_part_of(entry: GlossaryEntry, other: GlossaryEntry, language: Language) -> bool:
    """Tell whether *other* explains what *entry* is about as well: a kind of it, or the lexicon's thing in longer or fewer words.

    So "Cour suprême" goes beside "Cour suprême des États-Unis", the article's "UK Met Office" beside "Met Office", its
    "James-Webb" beside "télescope spatial James-Webb"; "Kubernetes Cost Guard" stays beside "Kubernetes".
    """
    own, words = key_of(entry.term).split(), key_of(other.term).split()
    is_of_lexicon = (entry.origin, other.origin) == ("article", "lexicon")
    if len(own) > len(words):
        is_longer = words == own[-len(words) :] or (words == own[: len(words)] and own[len(words)] in language.stop_words)
        return is_of_lexicon and is_longer and other.term[0].isupper()
    if len(own) == len(words):
        return False
    head = words[: len(own)] if language.adjective_side == "after" else words[-len(own) :]
    is_kind = own == head and any(word.islower() for word in entry.term.split())
    is_its_name = own == words[-len(own) :] and entry.term.istitle()
    return is_kind or (is_of_lexicon and language.adjective_side == "after" and is_its_name)


def is_known(entry: GlossaryEntry, entries: Mapping[str, GlossaryEntry], language: Language) -> bool:
    """Tell whether the same concept, one of the same names or the same line of the article has an entry already.

    Who does a thing goes beside the thing, and the other way round: a reinsurer, reinsurance.
    """
    names = {key_of(entry.term), key_of(entry.expansion or entry.term)}
    return entry.id in entries or any(
        names & {key_of(other.term), key_of(other.expansion or other.term)}
        or (entry.evidence is not None and entry.evidence == other.evidence)
        or _are_kin(entry, other, language)
        for other in entries.values()
    )


def _are_kin(entry: GlossaryEntry, other: GlossaryEntry, language: Language) -> bool:
    """Tell whether the lexicon explains with two words of one stem and one domain a thing and who does it."""
    terms = entry.term.lower(), other.term.lower()
    is_lexicon = entry.origin == other.origin == "lexicon" and all(term.isalpha() for term in terms)
    is_derivation = is_derived(*terms, language) or is_derived(terms[1], terms[0], language)
    return is_lexicon and entry.domain == other.domain and is_derivation
