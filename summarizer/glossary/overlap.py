"""When an entry of the glossary says what another one says."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.glossary.naming import is_derived, key_of
from summarizer.languages.record import Language
from summarizer.results import GlossaryEntry


def is_part_of(entry: GlossaryEntry, other: GlossaryEntry, language: Language) -> bool:
    """Tell whether *other* explains what *entry* is about as well: a kind of it, or the lexicon's thing in longer words.

    So "Cour suprême" goes beside "Cour suprême des États-Unis", and the article's "UK Met Office" beside "Met Office".
    """
    own, words = key_of(entry.term).split(), key_of(other.term).split()
    if len(own) > len(words):
        return (entry.origin, other.origin) == ("article", "lexicon") and words in (own[: len(words)], own[-len(words) :])
    head = words[: len(own)] if language.adjective_side == "after" else words[-len(own) :]
    return len(own) < len(words) and own == head and any(word.islower() for word in entry.term.split())


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
