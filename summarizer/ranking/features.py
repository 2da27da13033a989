"""What can be measured of the sentences of an article: one number per feature and sentence, by families."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from summarizer.background import Background
from summarizer.languages.record import Language
from summarizer.ranking.views import Scene, View
from summarizer.types import ROLES
from summarizer.words import count_words, is_balanced, leans_on_another

Floats = NDArray[np.float64]

# Family -> its features. Reasons are told, and ablations made, by family.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "position": ("index", "relative", "from_end", "length", "block", "in_block", "block_size", "lead_item", "item"),
    "title": ("has_title", "title_cosine", "title_cover", "title_words", "title_names"),
    "lead": ("first_cosine", "lead_cosine"),
    "centrality": ("centre", "spread", "mean_count", "sum_count", "mean_similarity", "after", "most_after", "next_similarity"),
    "novelty": ("new_share", "new_words", "most_before", "previous_similarity"),
    "names": ("names", "new_names", "names_count", "main_name", "top_names"),
    "figures": ("figures", "amount", "year"),
    "quotation": ("quote_start", "quoted", "unbalanced"),
    "form": tuple("""words word_length content rarity commas bracket colon question exclamation ellipsis caption""".split()),
    "grammar": tuple(
        """noun proper_noun verb adjective adverb pronoun determiner preposition punctuation conjunction finite conditional
        past future""".split()
    ),
    "voice": ("first_person", "leans", "next_leans", "reports"),
    "cues": tuple(f"cue_{role}" for role in ROLES),
    "word salience": ("salience_sum", "salience_mean", "salience_top3", "salience_top6", "salience_density"),
}
FEATURES: tuple[str, ...] = tuple(name for names in FAMILIES.values() for name in names)
_FIGURE = re.compile(r"\d[\d.,]*")
_AMOUNT = re.compile(
    r"\d[\d.,]*\s?(?:%|€|\$|£|millions?|milliards?|billions?|euros?|dollars?|pounds?|per ?cent|pour cent)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED = re.compile(r"[«\"“][^«»\"“”]*[»\"”]?")
_CAPTION = re.compile(r"\w \.$|^(?:photo|image|pictured|video)\b", re.IGNORECASE)
_CLASSES = {
    "noun": ("NOUN",),
    "proper_noun": ("PROPN",),
    "verb": ("VERB", "AUX"),
    "adjective": ("ADJ",),
    "adverb": ("ADV",),
    "pronoun": ("PRON",),
    "determiner": ("DET",),
    "preposition": ("ADP",),
    "punctuation": ("PUNCT",),
    "conjunction": ("SCONJ", "CCONJ"),
}
# A word that stands in more sentences than this of one section tells no two of them apart.
_MOST_SENTENCES = 60


def measure(scene: Scene, *, salience: Mapping[str, float], background: Background, language: Language) -> Floats:
    """Return the features [sentences, FEATURES] of the sentences of *scene*; *salience* is that of its words."""
    views = scene.views
    weighted = [{word: count * background.idf(word) for word, count in view.bag.items()} for view in views]
    similar = similarities(weighted)
    parts = zip(
        _place(scene),
        _title(scene, weighted, background),
        _centrality(views, weighted, similar, background),
        _novelty(views, similar),
        _names(scene),
        (_form(view, language) for view in views),
        _voice(views, language),
        (salience_of(view.bag, salience, words=count_words(view.sentence.text)) for view in views),
        strict=True,
    )
    rows = [{name: value for part in found for name, value in part.items()} for found in parts]
    return np.array([[row[name] for name in FEATURES] for row in rows], dtype=np.float64)


def similarities(weighted: Sequence[Mapping[str, float]]) -> Floats:
    """Return the cosines [sentences, sentences] of weighted bags of words, 0 on the diagonal."""
    size = len(weighted)
    similar = np.zeros((size, size))
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, bag in enumerate(weighted):
        for word, value in bag.items():
            places[word].append((number, value))
    for found in places.values():
        if 1 < len(found) < _MOST_SENTENCES:
            numbers = np.array([number for number, _ in found])
            values = np.array([value for _, value in found])
            similar[np.ix_(numbers, numbers)] += np.outer(values, values)
    norms = np.array([math.sqrt(sum(value * value for value in bag.values())) or 1.0 for bag in weighted])
    similar /= np.outer(norms, norms)
    np.fill_diagonal(similar, 0)
    return similar


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two weighted bags of words."""
    product = sum(value * other[word] for word, value in one.items() if word in other)
    if not product:
        return 0.0
    return product / math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))


def _place(scene: Scene) -> Iterator[dict[str, float]]:
    sentences = [view.sentence for view in scene.views]
    sizes, within = Counter(sentence.block for sentence in sentences), Counter[int]()
    first_paragraph = next((s.index for s in sentences if s.kind == "paragraph"), 0)
    for number, sentence in enumerate(sentences):
        yield {
            "index": number + scene.offset,
            "relative": number / max(1, len(sentences) - 1),
            "from_end": len(sentences) - 1 - number,
            "length": math.log(len(sentences)),
            "block": sentence.block - sentences[0].block,
            "in_block": within[sentence.block],
            "block_size": sizes[sentence.block],
            "lead_item": sentence.index < first_paragraph,
            "item": sentence.kind == "item",
        }
        within[sentence.block] += 1


def _title(scene: Scene, weighted: Sequence[Mapping[str, float]], background: Background) -> Iterator[dict[str, float]]:
    title = {word: background.idf(word) for word in scene.title}
    total = sum(title.values())
    for view, bag in zip(scene.views, weighted, strict=True):
        shared = [value for word, value in title.items() if word in bag]
        yield {
            "has_title": bool(title),
            "title_cosine": cosine(bag, title),
            "title_cover": sum(shared) / total if total else -1,
            "title_words": len(shared),
            "title_names": len(scene.title_names & view.names),
        }


def _centrality(
    views: Sequence[View], weighted: Sequence[Mapping[str, float]], similar: Floats, background: Background
) -> Iterator[dict[str, float]]:
    counts, spread = Counter[str](), Counter[str]()
    for view in views:
        counts.update(view.bag)
        spread.update(view.bag.keys())
    centre = {word: count * background.idf(word) for word, count in counts.items()}
    repeated = {word: math.log1p(count) for word, count in spread.items() if count > 1}
    for number, view in enumerate(views):
        later = similar[number, number + 1 :]
        yield {
            "first_cosine": similar[number, 0] if number else 1,
            "lead_cosine": similar[number, :3].max() if number > 2 else 1.5,
            "centre": cosine(weighted[number], centre),
            "spread": cosine(view.bag, repeated),
            "rarity": sum(background.idf(word) for word in view.bag) / max(1, len(view.bag)),
            "mean_count": sum(counts[word] - 1 for word in view.bag) / max(1, len(view.bag)),
            "sum_count": sum(math.log(counts[word]) for word in view.bag),
            "mean_similarity": similar[number].mean(),
            "after": later.sum(),
            "most_after": later.max(initial=0),
            "next_similarity": later[0] if len(later) else 0,
        }


def _novelty(views: Sequence[View], similar: Floats) -> Iterator[dict[str, float]]:
    seen: set[str] = set()
    for number, view in enumerate(views):
        new = len(view.bag.keys() - seen)
        seen |= view.bag.keys()
        yield {
            "new_share": new / max(1, len(view.bag)),
            "new_words": new,
            "most_before": similar[number, :number].max(initial=0),
            "previous_similarity": similar[number, number - 1] if number else 0,
        }


def _names(scene: Scene) -> Iterator[dict[str, float]]:
    mentions = scene.mentions
    order = sorted(mentions, key=lambda name: -mentions[name])
    top, seen = set(order[:3]), set[str]()
    for view in scene.views:
        yield {
            "names": len(view.names),
            "new_names": len(view.names - seen),
            "names_count": sum(mentions[name] for name in view.names),
            "main_name": bool(order) and order[0] in view.names,
            "top_names": len(top & view.names),
        }
        seen |= view.names


def _form(view: View, language: Language) -> dict[str, float]:
    text, tokens = view.sentence.text, view.tokens
    words, size = count_words(text), max(1, len(tokens))
    classes = Counter(token.pos_ for token in tokens)
    closing = text.rstrip(' »"”')[-1:]
    return {
        "figures": len(_FIGURE.findall(text)),
        "amount": bool(_AMOUNT.search(text)),
        "year": bool(_YEAR.search(text)),
        "quote_start": text[:1] in "«\"“‘'",
        "quoted": quoted_share(text),
        "unbalanced": not is_balanced(text),
        "words": words,
        "word_length": len(text) / max(1, words),
        "content": len(view.bag) / size,
        "commas": text.count(","),
        "bracket": "(" in text,
        "colon": ":" in text,
        "question": closing == "?",
        "exclamation": "!" in text,
        "ellipsis": "..." in text or "…" in text,
        "caption": bool(_CAPTION.search(text)),
        **{name: sum(classes[label] for label in labels) / size for name, labels in _CLASSES.items()},
        **{
            f"cue_{role}": sum(bool(pattern.search(text)) for pattern in patterns) / len(patterns)
            for role, cues in language.role_cues.items()
            for patterns in (_compiled(cues),)
        },
    }


def _voice(views: Sequence[View], language: Language) -> Iterator[dict[str, float]]:
    first_person = re.compile(rf"\b{language.first_person}\b")
    leaning = [leans_on_another(view.sentence.text, language) for view in views]
    for number, view in enumerate(views):
        forms = [str(token.morph) for token in view.tokens]
        yield {
            "finite": sum("VerbForm=Fin" in form for form in forms),
            "conditional": any("Mood=Cnd" in form for form in forms),
            "past": any("Tense=Past" in form or "Tense=Imp" in form for form in forms),
            "future": any("Tense=Fut" in form for form in forms),
            "first_person": bool(first_person.search(_QUOTED.sub("", view.sentence.text))),
            "leans": leaning[number],
            "next_leans": number + 1 < len(views) and leaning[number + 1],
            "reports": any(token.text.lower() in language.report_verbs for token in view.tokens),
        }


def quoted_share(text: str) -> float:
    """Return the share of the characters of *text* that stand in quotation marks."""
    return sum(map(len, _QUOTED.findall(text))) / max(1, len(text))


def salience_of(bag: Iterable[str], salience: Mapping[str, float], *, words: int) -> dict[str, float]:
    """Return the features of the family "word salience" of a sentence of *words* words with the content words *bag*."""
    values = sorted((salience.get(word, 0.0) for word in bag), reverse=True)
    total = sum(values)
    return {
        "salience_sum": total,
        "salience_mean": total / max(1, len(values)),
        "salience_top3": sum(values[:3]),
        "salience_top6": sum(values[:6]),
        "salience_density": total / max(1, words),
    }


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
