"""Stage 6: sentences -> the same sentences with two scores, each of which is the sum of named parts.

``score`` says how much a sentence belongs in a short abstract, ``value`` how much a reader of the whole digest loses without
it. Both are ensembles of trees over the features of :mod:`summarizer.ranking.features`, trained by ``models/recipes/ranking``;
on the value and the roles of a sentence the encoder has an opinion too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc

from summarizer.background import load_background
from summarizer.encoder import Opinions, agreed_roles
from summarizer.forest import Forest, load_forest
from summarizer.languages.record import Language
from summarizer.ranking.features import FAMILIES, FEATURES, measure
from summarizer.ranking.named_roles import as_named
from summarizer.ranking.roles import roles_of
from summarizer.ranking.salience import pair_salience, word_salience
from summarizer.ranking.views import Scene, look
from summarizer.ranking.wording import load_wording
from summarizer.results import RankedSentence, Reason
from summarizer.types import Document, Entity, Sentence
from summarizer.words import word_pairs

# Sentences that are measured together: all of a news article, a section of a report (its cost grows with their square).
SECTION = 150


def rank(
    doc: Doc,
    sentences: Sequence[Sentence],
    *,
    document: Document,
    entities: Sequence[Entity],
    language: Language,
    opinions: Opinions | None = None,
) -> tuple[RankedSentence, ...]:
    """Return the sentences of the article proper, in document order, each with its scores and the reasons for them.

    Titles, headings, questions and the article's own summary and glossary are not ranked.
    """
    ranked: list[RankedSentence] = []
    for scene in scenes(doc, sentences, document=document, entities=entities, language=language):
        ranked += rank_scene(scene, language=language)
    weighed = ranked if opinions is None else list(_weighed(ranked, opinions))
    return as_named(weighed, document.blocks, language)


def _weighed(ranked: Sequence[RankedSentence], opinions: Opinions) -> Iterator[RankedSentence]:
    """Yield the sentences with the value and the roles on which the trees and the encoder agree."""
    spans = [item.sentence.span for item in ranked]
    for item, worth, roles in zip(ranked, opinions.worths(spans), opinions.roles(spans), strict=True):
        agreed = item.value if worth is None else (1 - opinions.share) * item.value + opinions.share * worth
        yield replace(item, worth=agreed, roles=agreed_roles(item.roles, roles, opinions.share))


def is_prose(sentence: Sentence) -> bool:
    """Tell whether a sentence can stand in a digest: of the article proper, and not a title, heading or question."""
    return sentence.part == "body" and sentence.kind in ("paragraph", "item")


def scenes(
    doc: Doc, sentences: Sequence[Sentence], *, document: Document, entities: Sequence[Entity], language: Language
) -> Iterator[Scene]:
    """Yield what is measured together: the whole article, or the sections of a very long one."""
    prose = [sentence for sentence in sentences if is_prose(sentence)]
    views, title, title_names = look(doc, prose, document=document, entities=entities, language=language)
    mentions = {entity.name: len(entity.mentions) for entity in entities}
    for start in range(0, len(views), SECTION):
        yield Scene(views[start : start + SECTION], title, title_names, mentions, start)


def rank_scene(scene: Scene, *, language: Language) -> list[RankedSentence]:
    """Return the sentences of *scene* with their scores."""
    model = f"ranking_{language.code}.json"
    background = load_background(language.code)
    salience = word_salience(scene, background=background, forest=load_forest(model, "words"))
    rows = measure(scene, salience=salience, background=background, language=language)
    wording = load_wording(language.code).columns([view.sentence.text for view in scene.views])
    valued = load_forest(model, "values").predict(np.hstack((rows, wording)))
    score, rows = load_forest(model, "sentences"), np.hstack((rows, valued[:, None]))
    scored, reasons = score.predict(rows), _reasons(score, score.contributions(rows))
    pairs = pair_salience(
        [view.sentence.text for view in scene.views],
        salience=salience,
        scores=scored.tolist(),
        background=background,
        forest=load_forest(model, "pairs"),
    )
    traits = [dict(zip(FEATURES, row.tolist(), strict=False)) for row in rows]
    roles = roles_of(scene.views, traits, code=language.code)
    return [
        RankedSentence(
            sentence=view.sentence,
            score=float(scored[number]),
            reasons=reasons[number],
            value=float(valued[number]),
            worth=float(valued[number]),
            words={word: salience.get(word, 0.0) for word in sorted(view.bag)},
            traits=traits[number],
            roles=roles[number],
            pairs={pair: pairs[pair] for pair in word_pairs(view.sentence.text)},
        )
        for number, view in enumerate(scene.views)
    ]


def _reasons(forest: Forest, added: np.ndarray) -> list[tuple[Reason, ...]]:
    """Return the parts of each prediction by family of features, the constant part first."""
    base = Reason("base", forest.base)
    families = {**FAMILIES, "value": ("value",)}
    columns = {family: [forest.features.index(name) for name in names] for family, names in families.items()}
    return [
        (base, *(Reason(family, float(row[places].sum())) for family, places in columns.items() if row[places].any()))
        for row in added
    ]
