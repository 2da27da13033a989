"""Whether what a line mentions stands, in the article, among the words among which the line puts it, or something else does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.support.arithmetic import derivation, is_worked_out
from summarizer.support.comparison import Comparison
from summarizer.support.figures import Figure
from summarizer.support.grounds import Passage
from summarizer.support.mentions import Mention, is_rival, is_same, narrowness
from summarizer.support.names import Name
from summarizer.support.reading import Floats, Word

MENTION_MEASURES = (
    *("kind", "label", "weight", "mentions_in_line", "is_absent", "narrowed_by", "narrowness"),
    *("own", "rival", "lead", "own_places", "rivals", "own_head", "rival_head", "head_lead", "has_head", "head_unknown"),
    *("own_paragraph", "other_paragraph", "paragraph_lead", "known", "known_weight", "is_in_best", "is_far", "best"),
    *("is_subject", "is_object", "is_oblique", "is_modifier", "derived", "own_unit", "rival_unit", "is_french"),
)
_KINDS = {"name": 0, "number": 1, "date": 2, "noun": 3, "body": 4}
_LABELS = {"PER": 0, "ORG": 1, "LOC": 2}
_OTHER_LABEL = 3
# What a place counts where a pronoun stands for the thing, one and two sentences behind it.
_POINTED = (0.9, 0.8)
# What a rival counts that is another kind of entity.
_OTHER_KIND = 0.8
# How far two places are apart in the tree, at most, for the one to govern the other.
_GOVERNED = 0.85
# How near a number is that the line gives as worked out: nearer than :func:`derivation` tells.
_SAID_SO = 4
# Most own places and rivals that are told apart; words behind a number among which its unit stands.
_MOST_OWN, _MOST_RIVALS, _UNIT = 6, 20, 4


@dataclass(slots=True)
class _Tally:
    """The best that places of one side have: words around, the head's counterpart beside them; how many there are, and where."""

    around: float = 0.0
    head: float = 0.0
    count: int = 0
    narrowness: float = 0.0
    passages: set[int] = field(default_factory=set)


class Surroundings:
    """The places of the article where what *mention* mentions could stand."""

    def __init__(self, mention: Mention, comparison: Comparison) -> None:
        self.mention, self.comparison = mention, comparison
        self.rows, self.weights = comparison.around(mention)

    def measures(self) -> list[float]:
        """Return the values of MENTION_MEASURES; none where the line says nothing else."""
        if not self.rows:
            return []
        own, rival = self._tallies
        values = {**self._of_mention(own), **self._of_head(own, rival), **self._of_sentences(own), **self._of_number(own)}
        values |= {"own": own.around, "rival": rival.around, "lead": own.around - rival.around}
        values |= {"own_places": min(own.count, _MOST_OWN), "rivals": min(rival.count, _MOST_RIVALS)}
        return [float(values[name]) for name in MENTION_MEASURES]

    @cached_property
    def _tallies(self) -> tuple[_Tally, _Tally]:
        own, rival = _Tally(), _Tally()
        compared = self.comparison
        governor = compared.row_of(self._governor)
        for passage in compared.grounds.passages:
            for other in passage.mentions:
                same = is_same(self.mention, other)
                if not same and not is_rival(self.mention, other, compared.mentions, compared.content):
                    continue
                share = narrowness(self.mention, other) if same else self._rivalry(other)
                tally = own if same else rival
                tally.count += 1
                if same:
                    tally.narrowness = max(tally.narrowness, share)
                    if share > 0.5:
                        tally.passages.add(passage.index)
                for place, where, factor in self._spots(other, passage):
                    tally.around = max(tally.around, factor * share * self._around(where, place))
                    if governor is not None:
                        tally.head = max(tally.head, factor * share * self._beside(governor, where, place))
        return own, rival

    def _rivalry(self, other: Mention) -> float:
        labels = (self.mention.label, other.label)
        return _OTHER_KIND if self.mention.kind == "name" and None not in labels and labels[0] != labels[1] else 1.0

    def _spots(self, other: Mention, passage: Passage) -> Iterator[tuple[int, Passage, float]]:
        """Yield the place of a mention, and those where the sentences behind point back at it."""
        yield other.place, passage, 1.0
        if other.kind in ("number", "date"):
            return
        if other.kind == "name" or passage.reading.words[other.place].relation == "nsubj":
            passages = self.comparison.grounds.passages
            for behind, factor in zip(passages[passage.index + 1 :], _POINTED, strict=False):
                if behind.pointer is None:
                    return
                yield behind.pointer, behind, factor

    def _around(self, passage: Passage, place: int) -> float:
        near = self.comparison.near[passage.index][self.rows, place]
        return float(near @ self.weights / (self.weights.sum() or 1.0))

    def _beside(self, row: int, passage: Passage, place: int) -> float:
        """Return how much of the word number *row* stands at most two steps from a place."""
        governed = passage.reading.nearness[place] >= _GOVERNED
        word = self.comparison.content[row]
        return max(
            (word.likeness(other) for other in passage.reading.words if governed[other.place] and other.is_content), default=0.0
        )

    @property
    def _governor(self) -> Word | None:
        words = self.comparison.line.words
        head = words[self.mention.place].head
        return words[head] if head != self.mention.place else None

    def _of_mention(self, own: _Tally) -> Mapping[str, float]:
        compared, mention = self.comparison, self.mention
        relation = compared.line.words[mention.place].relation
        thing = mention.thing
        return {
            "kind": _KINDS[mention.kind],
            "label": _LABELS.get(mention.label or "", _OTHER_LABEL),
            "weight": sum(word.weight for word in compared.content if word.place in mention.places),
            "mentions_in_line": len(compared.mentions),
            "is_absent": not (compared.grounds.known.knows(thing, compared.claim.text) if isinstance(thing, Name) else own.count),
            "narrowed_by": len(mention.modifiers),
            "narrowness": own.narrowness,
            "is_subject": relation == "nsubj",
            "is_object": relation in ("obj", "iobj"),
            "is_oblique": relation == "obl",
            "is_modifier": relation in ("nmod", "appos", "flat"),
            "is_french": compared.grounds.code == "fr",
        }

    def _of_head(self, own: _Tally, rival: _Tally) -> Mapping[str, float]:
        row = self.comparison.row_of(self._governor)
        unknown = row is not None and not self.comparison.held[:, row].any()
        values = {"own_head": own.head, "rival_head": rival.head, "head_lead": own.head - rival.head}
        return {**values, "has_head": row is not None, "head_unknown": unknown}

    def _of_sentences(self, own: _Tally) -> Mapping[str, float]:
        """Return what the sentences and paragraphs that hold the thing, and the others, have of the words around it."""
        compared = self.comparison
        whole = compared.wholes
        best = int(whole.argmax()) if len(whole) else 0
        holding = own.passages | {
            index + 1
            for index in own.passages
            if index + 1 < len(whole) and compared.grounds.passages[index + 1].pointer is not None
        }
        mine, others = self._paragraphs(own.passages)
        known = compared.held[:, self.rows].max(axis=0, initial=0.0) @ self.weights
        return {
            "own_paragraph": mine,
            "other_paragraph": others,
            "paragraph_lead": mine - others,
            "known": known / (self.weights.sum() or 1.0),
            "known_weight": known,
            "is_in_best": best in holding,
            "is_far": bool(own.passages) and min(abs(index - best) for index in own.passages) > 1,
            "best": whole.max(initial=0.0),
        }

    def _paragraphs(self, holding: set[int]) -> tuple[float, float]:
        found = [0.0, 0.0]
        passages = self.comparison.grounds.passages
        for number in sorted({passage.paragraph for passage in passages}):
            inside = [passage.index for passage in passages if passage.paragraph == number]
            share = self._share(self.comparison.held[inside].max(axis=0))
            side = int(not holding & set(inside))
            found[side] = max(found[side], share)
        return found[0], found[1]

    def _share(self, held: Floats) -> float:
        return float(held[self.rows] @ self.weights / (self.weights.sum() or 1.0))

    def _of_number(self, own: _Tally) -> Mapping[str, float]:
        """Return whether a number can be worked out, and what the own and other numbers count of what it counts."""
        values = {"derived": 0.0, "own_unit": -1.0, "rival_unit": -1.0}
        thing, passages = self.mention.thing, self.comparison.grounds.passages
        if not isinstance(thing, Figure):
            return values
        if not own.count:
            told = is_worked_out(thing, self.comparison.claim, self.comparison.grounds)
            values["derived"] = _SAID_SO if told else derivation(thing, passages)
        unit = _unit(self.mention, self.comparison.line.words)
        for passage in passages if unit is not None else ():
            for other in passage.mentions:
                counted = _unit(other, passage.reading.words) if other.kind == "number" else None
                if counted is not None and unit is not None:
                    side = "own_unit" if is_same(self.mention, other) else "rival_unit"
                    values[side] = max(values[side], unit.likeness(counted))
        return values


def _unit(mention: Mention, words: Sequence[Word]) -> Word | None:
    """Return the noun behind a number."""
    behind = words[mention.places[-1] + 1 : mention.places[-1] + 1 + _UNIT]
    return next((word for word in behind if word.pos in ("NOUN", "PROPN")), None)
