"""Stage 7: a sentence -> a shorter one, by deletion only; every deletion is recorded with its rule and its span.

Nothing is cut that carries a negation, a condition, a modal or a hedge, and nothing inside a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from summarizer.compression.circumstances import closing_circumstances, opening_phrases, speech_settings
from summarizer.compression.clauses import is_whole, name_appositions, removable_clauses
from summarizer.compression.coordination import second_statements
from summarizer.compression.insertions import ages, follows_noun, inserted_clauses
from summarizer.compression.joined import best_part
from summarizer.compression.marks import even_brackets, with_lone_comma
from summarizer.compression.reading import Reading, is_attribution, read
from summarizer.compression.refusals import is_refused
from summarizer.compression.relatives import clauses_of_something
from summarizer.compression.tails import closing_clauses
from summarizer.languages.record import Language
from summarizer.results import Deletion, Line, RankedSentence, Replacement
from summarizer.types import Node, Sentence, Span
from summarizer.words import SINGLE_QUOTED, content_words, count_words, finish, is_balanced

Parser = Callable[[Sentence], Sequence[Node]]

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DASHES = re.compile(r"(?<=[^\W\d]) (?:--|[–—]) ?(?=[^\W\d])[^–—.;«»\"“”]{3,140}? ?(?:--|[–—])(?=[ ,])")
# What goes before anything else.
_MARKED = ("brackets", "aside", "speech circumstance")
# How safe a rule is: the safer go first; those not named stand between.
_LEVELS = MappingProxyType(
    {
        **dict.fromkeys(_MARKED, 0),
        "second clause": 2,
        "second predicate": 2,
        "second statement": 2,
        "speech setting": 3,
        "opening": 3,
        "circumstance": 3,
        "closing adverbial": 3,
        "purpose": 4,
        "closing relative": 4,
        "small words": 4,
    }
)
_LAST_RESORT = 3
# What reads the tree, the surest first.
_RULES: tuple[Callable[[Reading], Iterator[Deletion]], ...] = (
    speech_settings,
    inserted_clauses,
    closing_clauses,
    second_statements,
    opening_phrases,
    closing_circumstances,
    clauses_of_something,
    ages,
)
# What is said there of who speaks must stay.
_LATE = ("closing clause", "adverbial clause", "apposition")
_QUOTED = re.compile(rf"[«\"“][^«»\"“”]*[»\"”]|{SINGLE_QUOTED}")


def compress_all(
    ranked: Sequence[RankedSentence],
    *,
    language: Language,
    limit: int,
    parse: Parser | None = None,
    names: Mapping[int, tuple[Replacement, str]] = MappingProxyType({}),
) -> dict[int, Line]:
    """Return the compressed line of every ranked sentence, by the sentence's index.

    *names* gives, by the same index, the replacement of the pronoun that a sentence starts with and the name for it.
    """
    lines = {}
    for item in ranked:
        index = item.sentence.index
        line = compress(item.sentence, language=language, limit=limit, parse=parse, words=item.words)
        lines[index] = _named(line, *names[index]) if index in names else line
    return lines


def _named(line: Line, replacement: Replacement, name: str) -> Line:
    """Return *line* with *name* for the pronoun that it starts with, where that was not cut."""
    if any(cut.span.overlaps(replacement.span) for cut in line.deletions):
        return line
    rest = line.text[replacement.span.end - replacement.span.start :]
    return Line(f"{name}{rest}", line.evidence, line.deletions, (replacement,))


def compress(
    sentence: Sentence,
    *,
    language: Language,
    limit: int,
    parse: Parser | None = None,
    words: Mapping[str, float] = MappingProxyType({}),
) -> Line:
    """Return *sentence* as a line, with its opener cut, and further pieces while it has more than *limit* words.

    *parse* gives a sentence's dependency tree and is asked only for one that is too long; *words* are the content words with
    their salience, and what holds the least of it goes first. The line may stay longer than *limit* when nothing more can be
    cut safely. The text is the sentence's own words in their order; first letter and full stop are put in place.
    """
    deletions: list[Deletion] = [_moved(cut, sentence) for cut in _openers(sentence.text, language)]
    if count_words(_apply(sentence, deletions)) > limit:
        part = _only_part(sentence, deletions, language, words)
        _shorten(sentence, deletions, limit, [_moved(cut, part) for cut in _costs(part, language, parse, words)])
    ordered = tuple(sorted(deletions, key=lambda deletion: deletion.span))
    return Line(finish(_apply(sentence, ordered)), (sentence.span,), ordered)


def _only_part(sentence: Sentence, deletions: list[Deletion], language: Language, words: Mapping[str, float]) -> Sentence:
    """Return the one sentence to keep of those that a page ran into *sentence*, after adding the rest to *deletions*."""
    kept = best_part(
        sentence.text,
        worth=lambda piece: sum(words.get(word, 0.0) for word in set(content_words(piece, language))),
        language=language,
    )
    if kept is None:
        return sentence
    start, end = sentence.span.start, sentence.span.end
    part = Span(start + kept.start, start + kept.end)
    rest = [Span(start, part.start), Span(part.end, end)]
    deletions[:] = [cut for cut in deletions if part.covers(cut.span)]
    deletions.extend(Deletion("joined sentence", span) for span in rest if span.start < span.end)
    return replace(sentence, text=kept.of(sentence.text), span=part)


def _shorten(sentence: Sentence, deletions: list[Deletion], limit: int, cuts: Sequence[Deletion]) -> None:
    """Add the cheapest of *cuts* to *deletions* until the sentence has at most *limit* words.

    What is not needed for that is taken back, and the last resorts where they are not enough.
    """
    added: list[Deletion] = []
    for cut in cuts:
        if count_words(_apply(sentence, [*deletions, *added])) <= limit:
            break
        apart = [other for other in added if not cut.span.covers(other.span)]
        if not any(cut.span.overlaps(other.span) for other in (*deletions, *apart)):
            added = [*apart, cut]
    if count_words(_apply(sentence, [*deletions, *added])) > limit:
        added = [cut for cut in added if _LEVELS.get(cut.rule, 1) < _LAST_RESORT]
    for cut in added[::-1]:
        rest = [other for other in added if other is not cut]
        if count_words(_apply(sentence, [*deletions, *rest])) <= limit:
            added = rest
    moved = [_moved(cut, sentence, back=True) for cut in added]
    deletions.extend(_moved(cut, sentence) for cut in even_brackets(sentence.text, moved))


def _costs(sentence: Sentence, language: Language, parse: Parser | None, words: Mapping[str, float]) -> list[Deletion]:
    """Return what may be cut: by how safe the rule is, then the least salience a word first."""
    nodes = parse(sentence) if parse else ()
    text = sentence.text
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    cuts = [cut for cut in _candidates(text, language) if cut.rule in (*_MARKED, "small words") or is_whole(nodes, cut.span)]
    for cut in (*removable_clauses(text, nodes, language), *name_appositions(text, nodes)):
        if not any(quote.overlaps(cut.span) for quote in quoted) and _is_safe(cut.span.of(text), cut.rule, text, language):
            cuts.append(cut)
    reading = read(text, nodes, quoted=quoted, language=language)
    cuts = [cut for cut in cuts if cut.rule in _MARKED or not nodes or (reading is not None and _is_sound(reading, cut))]
    if reading is not None and is_balanced(text):
        cuts += _by_the_tree(reading)
    cuts = [with_lone_comma(cut, reading) for cut in cuts]
    cuts = [cut for cut in cuts if not is_refused(cut, text=text, reading=reading, language=language)]

    def cost(cut: Deletion) -> tuple[int, float, int]:
        piece = cut.span.of(text)
        held = sum(words.get(word, 0.0) for word in set(content_words(piece, language)))
        return _LEVELS.get(cut.rule, 1), held / max(1, count_words(piece)), cut.span.start

    return sorted(cuts, key=cost)


def _is_sound(reading: Reading, cut: Deletion) -> bool:
    """Tell whether a cut by pattern or subtree neither starts with who says it nor is the subject behind an opening phrase."""
    places = [i for i, node in enumerate(reading.nodes) if cut.span.covers(node.span) and node.pos != "PUNCT"]
    if not places or not cut.span.start:
        return True
    if cut.rule == "inserted clause" and not follows_noun(reading, places[0] - 1):
        return False
    before = [border for border in reading.borders if border < places[0] - 1]
    if cut.rule == "closing clause" and before and reading.nodes[places[0]].pos == "VERB":
        # "Vera Holt, head of the port, signed…": the main verb behind what is said of a name.
        return reading.nodes[before[-1] - 1].pos != "PROPN"
    return not is_attribution(reading, places[0])


def _by_the_tree(reading: Reading) -> Iterator[Deletion]:
    """Yield what the rules of the tree would cut and what holds no doubt."""
    text, language = reading.text, reading.language
    for rule in _RULES:
        for cut in rule(reading):
            piece = cut.span.of(text)
            doubts = language.doubts[2:3] if cut.rule == "added statement" else language.doubts
            bare = re.sub(language.amounts, "", piece, flags=re.IGNORECASE)
            if not is_balanced(piece) or len(piece) * 3 >= len(text) * 2 or any(d.search(bare) for d in _compiled(doubts)):
                continue
            if cut.rule != "apposition" or not set(re.findall(r"\w+", piece.lower())) & reading.report_verbs:
                yield cut


def _openers(text: str, language: Language) -> Iterator[Deletion]:
    """Yield the connective and the opener that *text* starts with, one after the other."""
    start = 0
    if not is_balanced(text):
        # A quotation that opens before the sentence: its words are the speaker's.
        return
    for rule, patterns in (("connective", language.connectives), ("opener", language.discourse_openers)):
        for pattern in _compiled(patterns):
            match = pattern.match(text, start)
            if match is None or count_words(text[match.end() :]) < 5:
                continue
            opens_quotation = re.match(r"[«\"“‘']\s*[a-zà-ÿ]", text[match.end() :]) is not None
            claim = re.sub(language.contrast, "", match.group(), flags=re.IGNORECASE)
            if not opens_quotation and (rule == "connective" or not _has_doubt(claim, language)):
                yield Deletion(rule, Span(*match.span()))
                start = match.end()
                break


def _candidates(text: str, language: Language) -> Iterator[Deletion]:
    """Yield what may be cut, the least costly first, leaving out what holds a doubt or stands in a quotation."""
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    rules = (
        ("small words", _compiled(language.small_words)),
        ("brackets", (_BRACKETS,)),
        ("aside", (_DASHES,)),
        ("speech circumstance", _compiled(language.speech_circumstances)),
        ("inserted clause", _compiled(language.inserted_clauses)),
        ("closing clause", _compiled(language.closing_clauses)),
    )
    for rule, patterns in rules:
        for pattern in patterns:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                if not any(span.overlaps(quote) for quote in quoted) and _is_safe(match.group(), rule, text, language):
                    yield Deletion(rule, span)


def _is_safe(piece: str, rule: str, text: str, language: Language) -> bool:
    """Tell whether cutting *piece* leaves a sentence that says nothing else than before."""
    before = text[: text.find(piece)].rsplit(",", 1)
    if rule == "closing clause" and any(
        part.rsplit(None, 1)[-1:] and part.split()[-1].lower() in language.auxiliaries for part in before[:1]
    ):
        return False
    if rule == "closing clause" and (_goes_on(piece, language) or (";" in piece and ":" in text)):
        return False
    if rule in _LATE and set(re.findall(r"\w+", piece.lower())) & (language.report_verbs | language.further_report_verbs):
        return False
    if rule == "small words" and re.search(language.doubts[0], text, re.IGNORECASE):
        return False
    return not _has_doubt(piece, language) and len(piece) * 3 < len(text) * 2


def _has_doubt(piece: str, language: Language) -> bool:
    return any(doubt.search(piece) for doubt in _compiled(language.doubts))


def _goes_on(piece: str, language: Language) -> bool:
    """Tell whether a closing clause holds the main verb after all (", formée en mai, a gagné le match")."""
    after_commas = piece[1:].split(",")[1:]
    return any(set(re.findall(r"\w+", part)[:4]) & language.auxiliaries for part in after_commas)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _moved(deletion: Deletion, sentence: Sentence, *, back: bool = False) -> Deletion:
    start = -sentence.span.start if back else sentence.span.start
    return Deletion(deletion.rule, Span(deletion.span.start + start, deletion.span.end + start))


def _apply(sentence: Sentence, deletions: list[Deletion] | tuple[Deletion, ...]) -> str:
    text, start = sentence.text, sentence.span.start
    for deletion in sorted(deletions, key=lambda cut: cut.span, reverse=True):
        before, after = text[: deletion.span.start - start], text[deletion.span.end - start :]
        space = " " if before[-1:].isalnum() and after[:1].isalnum() else ""
        text = f"{before}{space}{after}"
    return text
