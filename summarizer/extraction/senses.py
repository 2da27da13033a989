"""Which names of the lexicon stand in the sense of their concept: not as a verb, a clock zone or a piece of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from summarizer.background import load_background
from summarizer.extraction.short_forms import CLOCK
from summarizer.languages import name_list
from summarizer.languages.record import Language
from summarizer.lexicon.fitting import opens_sentence
from summarizer.types import Document, Entity, LexiconMention, Span
from summarizer.words import WORD, fold, is_shouted

# Characters before a name that tell how it is used.
_BEFORE = 24
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:«\"“\n] )(?<!^)\b[A-ZÀ-Ý][\w’'-]*[ -]$")
_LISTED_BEFORE = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: \([^()]*\))?, $")
_LISTED_BEHIND = re.compile(r"(?: \([^()]*\))?(?:, | (?:et|and) )[A-ZÀ-Ý]")
# Letters of a word of a definition that tells of its field.
_CUE = 5
# How rare such a word is in general articles (inverse document frequency), and how many other terms of its domain do as well.
_RARE, _FIELD = 3.0, 2
# What turns a term of several words round, or takes a word from its beginning.
_PREFIX = re.compile(r"\b(?:anti|built|contre|counter|non|post|pr[eé]|pro|semi|sous|sub|un)[-‑]$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_CAPITAL_BEHIND = re.compile(r" (?:[A-ZÀ-Ý][a-zà-ÿ]+|\d)")
# Uses inside sentences, with a capital and no article, from which on a small word of the lexicon is a name of its own here.
_OWN_USES = 2


def in_their_sense(mentions: Sequence[LexiconMention], doc: Doc, *, language: Language) -> tuple[LexiconMention, ...]:
    """Return *mentions* without the general words that are something else here.

    A verb ("en aidant les proches", not "l'aidant"; "a home run by nuns"), the end of a compound ("anti-fasciste"), the zone
    behind a clock time ("10:00 GMT") and a word of a name ("Burnout 3") are no uses of a term. The user's own terms all stand.
    """
    fields = {(each.concept.domain, each.concept.id) for each in mentions}
    # Joined from the tokens each time that it is asked for.
    text = doc.text
    own = _own_names(mentions, text, language)
    return tuple(
        each
        for each in mentions
        if each.concept.origin == "termbase"
        or not (
            each.concept.id in own
            or _is_other(each, doc, text, language)
            or (_is_doubtful(each, text, language) and not _fits(each, text, fields, language))
        )
    )


def _own_names(mentions: Sequence[LexiconMention], text: str, language: Language) -> set[str]:
    """Return the ids of general words that *text* uses as a name of its own: a network called Agora, also where it opens a line.

    Inside sentences such a name always has a capital and no article before it, unlike "l'Église" and "the Chancellor".
    """
    uses: dict[str, list[bool]] = defaultdict(list)
    for each in mentions:
        name = each.span.of(text)
        is_word = each.concept.label is None and each.name.text.islower() and " " not in name
        if is_word and not (opens_sentence(text, each.span) or is_shouted(text, each.span.start)):
            uses[each.concept.id].append(_is_bare_name(each, text, language))
    return {key for key, bare in uses.items() if all(bare) and len(bare) >= _OWN_USES}


def _is_bare_name(mention: LexiconMention, text: str, language: Language) -> bool:
    """Tell whether *mention* has a capital that its concept has in no name, and no article before it."""
    name = mention.span.of(text)
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    word = re.search(r"([^\W\d_]+['’]?)\s*$", before)
    has_article = word is not None and word.group(1).lower() in language.definite_articles | language.name_openers
    is_known = any(name == known.text for known in mention.concept.designations)
    return name[0].isupper() and not has_article and not is_known


def outside_other_names(
    mentions: Iterable[LexiconMention], document: Document, entities: Sequence[Entity], *, language: Language
) -> list[LexiconMention]:
    """Return *mentions* without those that are a piece of a longer name or a person's name, also in a list of names.

    "Christie's office" is that of a Chris Christie, "Zelda" the Zelda Williams whom the article names too.
    """
    people = {word for entity in entities if entity.label == "PER" and " " in entity.name for word in entity.name.split()}
    longer = {span for entity in entities for span in entity.mentions}
    return [
        each
        for each in mentions
        if each.concept.origin == "termbase"
        or not (
            not {name := each.span.of(document.text), _POSSESSIVE.sub("", name)}.isdisjoint(people)
            or _is_piece(each, document.text, longer, language)
            or _is_listed_surname(each, document.text, language)
        )
    ]


def _is_listed_surname(mention: LexiconMention, text: str, language: Language) -> bool:
    """Tell whether *mention*, a family name that a thing bears too, stands in a list of names and nothing tells of the thing."""
    name = mention.span.of(text)
    if mention.concept.label in (None, "PER", "LOC") or not {name, name.removesuffix("s")} & name_list("surnames"):
        return False
    before = text[max(0, mention.span.start - 2 * _BEFORE) : mention.span.start]
    is_listed = _LISTED_BEFORE.search(before) is not None and _LISTED_BEHIND.match(text, mention.span.end) is not None
    return is_listed and not has_cue(mention, text, language)


def _is_doubtful(mention: LexiconMention, text: str, language: Language) -> bool:
    """Tell whether what *mention* is called is as often something else, so that the article must tell of its field."""
    if mention.name.kind == "acronym" and _is_given_by_article(mention.span.of(text), text, language):
        return True
    is_listed = not {mention.span.of(text), mention.name.text}.isdisjoint(name_list("homonyms"))
    return is_listed or _is_called_so(mention, text)


def _is_given_by_article(short: str, text: str, language: Language) -> bool:
    """Tell whether *text* says that *short* is another word for what stands before it ("iron phosphate cells, known as LFP")."""
    return re.search(rf"[a-zà-ÿ], {language.short_form_links} {re.escape(short)}(?!\w)", text) is not None


def _is_called_so(mention: LexiconMention, text: str) -> bool:
    """Tell whether a small word of the lexicon has a capital wherever *text* has it, also inside sentences ("Mr Stringer")."""
    name = mention.span.of(text)
    if mention.concept.label is not None or " " in name or not mention.name.text.islower() or not name[0].isupper():
        return False
    is_also_small = re.search(rf"(?<!\w){re.escape(name.lower())}", text) is not None
    is_own = any(name == known.text for known in mention.concept.designations)
    return not (is_also_small or is_own or opens_sentence(text, mention.span))


def _fits(mention: LexiconMention, text: str, fields: Iterable[tuple[str, str]], language: Language) -> bool:
    """Tell whether *text* has a word of the definition of *mention*, or names some other concepts of its domain."""
    own = sum(domain == mention.concept.domain and key != mention.concept.id for domain, key in fields)
    return own >= _FIELD or has_cue(mention, text, language)


def has_cue(mention: LexiconMention, text: str, language: Language) -> bool:
    """Tell whether *text* has a word of the definition of what *mention* names, or another of its names."""
    definition = mention.concept.definition(language.code) or ""
    words = (fold(word) for word in WORD.findall(definition) if len(word) >= _CUE and word.islower())
    telling = {word for word in words if load_background(language.code).idf(word) >= _RARE}
    names = {name.text for name in mention.concept.designations} - {mention.span.of(text), mention.name.text}
    return not telling.isdisjoint(_small_words(text)) or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names
    )


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    """Return the folded words of *text* that are no names: "constellation du Cancer" is not of the disease."""
    words = WORD.finditer(text)
    return frozenset(fold(w.group()) for w in words if w.group().islower() or opens_sentence(text, Span(*w.span())))


def _is_piece(mention: LexiconMention, text: str, names: Iterable[Span], language: Language) -> bool:
    """Tell whether *mention* stands inside a longer one of *names*, not as the kind that the name is built on."""
    around = next((name for name in names if name.covers(mention.span) and name != mention.span), None)
    if around is None or (mention.concept.label is None and mention.name.kind == "acronym"):
        return False
    if mention.concept.label is None:
        return not _is_kind(mention.span, around, text, language)
    rest = text[around.start : mention.span.start] + text[mention.span.end : around.end]
    return re.search(r"[A-ZÀ-Ý\d]", rest) is not None and rest.strip() not in name_list("places")


def _is_kind(term: Span, name: Span, text: str, language: Language) -> bool:
    """Tell whether *name* is built on *term*: a Ridge County Court is a county court, a Centre for Clean Air no clean air."""
    if language.adjective_side == "after":
        return term.start == name.start
    before = text[name.start : term.start].lower().split()
    return term.end == name.end and language.name_links.isdisjoint(before)


def _is_other(mention: LexiconMention, doc: Doc, text: str, language: Language) -> bool:
    """Tell whether *mention*, of a general concept, is another word or a part of one; *text* is that of *doc*."""
    if mention.concept.label is not None:
        return False
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    if mention.name.kind != "acronym" and _is_of_compound(mention, text, before):
        return True
    if _is_end_of_company(mention, text, before, language):
        return True
    return _is_verb(mention, doc, language) or CLOCK.search(before) is not None or _is_of_name(mention, text, before)


def _is_end_of_company(mention: LexiconMention, text: str, before: str, language: Language) -> bool:
    """Tell whether *mention*, the short form of a legal form, ends the name of a company ("Quarrel Data LLC"), not of a place."""
    if mention.name.kind != "acronym" or mention.span.of(text).lower() not in language.organisation_tails:
        return False
    capital = _CAPITAL_BEFORE.search(before)
    return capital is not None and capital.group().strip() not in name_list("places")


def _is_of_compound(mention: LexiconMention, text: str, before: str) -> bool:
    """Tell whether a hyphen joins *mention* to another word; to a longer term, only what turns it round ("built-in camera")."""
    if " " in mention.name.text:
        return _PREFIX.search(before) is not None
    is_joined_behind = re.match(r"[-‑][a-zà-ÿ]", text[mention.span.end : mention.span.end + 2]) is not None
    return is_joined_behind or re.search(r"\w[-‑]$", before) is not None


def _is_verb(mention: LexiconMention, doc: Doc, language: Language) -> bool:
    """Tell whether *mention* is a verb, or a phrase that ends in one where its noun should stand."""
    span = doc.char_span(mention.span.start, mention.span.end)
    if span is None:
        return False
    if len(span) == 1:
        return span[0].pos_ in ("VERB", "AUX")
    classes = [token.pos_ for token in span]
    ends_in_verb = language.adjective_side == "before" and classes[-1] in ("VERB", "AUX", "ADP")
    return (ends_in_verb and not re.search(r"(?:ing|ed|en)$", mention.name.text)) or not set(classes) - {
        "VERB",
        "AUX",
        "ADP",
        "ADV",
    }


def _is_of_name(mention: LexiconMention, text: str, before: str) -> bool:
    """Tell whether a noun that is written with small letters stands with a capital beside another capital or a figure."""
    if not mention.name.text.islower() or not mention.span.of(text)[0].isupper():
        return False
    behind = _CAPITAL_BEHIND.match(text, mention.span.end)
    return _CAPITAL_BEFORE.search(before) is not None or (behind is not None and " " not in mention.span.of(text))
