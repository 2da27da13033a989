"""Which role a sentence plays in its article: a linear classifier over words, word forms, cue words and place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from summarizer import resources
from summarizer.ranking.views import View
from summarizer.types import ROLES, Role

# Measured features that speak for a role, each divided by its spread in the training data.
TRAITS: tuple[str, ...] = (
    *"""index relative from_end words quoted quote_start unbalanced figures amount year title_cosine title_cover
    first_cosine centre names new_names names_count main_name leans first_person finite conditional past future
    reports most_before previous_similarity after in_block rarity mean_count question colon noun proper_noun verb
    pronoun adjective adverb""".split(),
    *(f"cue_{role}" for role in ROLES),
)
# No measured feature counts for more than this.
_MOST = 20.0
_NEAR = (*(f"cue_{role}" for role in ROLES), "quoted", "leans")


def role_features(views: Sequence[View], traits: Sequence[Mapping[str, float]], number: int) -> Iterator[tuple[str, float]]:
    """Yield the features of sentence *number* for the role classifier, with their values before scaling."""
    view = views[number]
    forms = [token.text.lower() for token in view.tokens]
    yield from ((f"w={form}", 1.0) for form in set(forms))
    yield from ((f"l={token.lemma_.lower()}", 1.0) for token in {t.lemma_: t for t in view.tokens}.values())
    bounded = ["<s>", *forms, "</s>"]
    yield from ((f"b={one} {other}", 1.0) for one, other in set(pairwise(bounded)))
    if len(forms) > 1:
        yield f"t={forms[0]} {forms[1]}", 1.0
    yield from ((feature, 1.0) for feature in sorted({found for token in view.tokens for found in _verb(token)}))
    own = traits[number]
    yield from ((f"f={name}", min(_MOST, float(own[name]))) for name in TRAITS)
    yield f"place={min(int(own['index']), 6)}", 1.0
    yield f"part={int(own['relative'] * 5)}", 1.0
    for step in (-1, 1):
        if 0 <= number + step < len(views):
            other = traits[number + step]
            yield from ((f"n{step}={name}", 0.5 * float(other[name])) for name in _NEAR)


def _verb(token: Any) -> Iterator[str]:
    if token.pos_ in ("VERB", "AUX"):
        tense, mood = (token.morph.get(name, ["-"])[0] for name in ("Tense", "Mood"))
        yield f"v={tense} {mood} {token.morph.get('VerbForm', ['-'])[0]}"
        yield f"vl={token.lemma_.lower()} {tense}"


class RoleModel:
    """Multinomial logistic regression (weights by feature, one per role)."""

    def __init__(self, bias: Sequence[float], scale: Mapping[str, float], weights: Mapping[str, Sequence[float]]) -> None:
        self._bias, self._scale, self._weights = tuple(bias), dict(scale), dict(weights)

    def probabilities(self, features: Iterator[tuple[str, float]]) -> dict[Role, float]:
        """Return the probability of each role."""
        sums = list(self._bias)
        for name, value in features:
            weights = self._weights.get(name)
            if weights is not None and value:
                value /= self._scale.get(name, 1.0)
                for place, weight in enumerate(weights):
                    sums[place] += weight * value
        highest = max(sums)
        shares = [math.exp(value - highest) for value in sums]
        return {role: share / sum(shares) for role, share in zip(ROLES, shares, strict=True)}


@cache
def load_roles(code: str) -> RoleModel:
    """Return the role classifier of the language *code*. Raises ResourceError when the file is missing or damaged."""
    content = resources.model_content(f"roles_{code}.json")
    return RoleModel(content["bias"], content["scale"], content["weights"])


def roles_of(views: Sequence[View], traits: Sequence[Mapping[str, float]], *, code: str) -> list[dict[Role, float]]:
    """Return for each sentence the probability of each role."""
    model = load_roles(code)
    return [model.probabilities(role_features(views, traits, number)) for number in range(len(views))]
