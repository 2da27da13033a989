"""Short articles in any number, in French and English by turns, made of patterns and of words that go on being new.

Half of the slots take a word of the background vocabulary by its frequency, half an invented name, so that the number of
different words grows with the articles as it does in real news.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from summarizer.resources import model_file

_SYLLABLES = (
    "ba ber bou cha cor da del dou fa fer gar gui hau ja ker la lan ler ma mar mon nan nor pa pel ra ro sa ser ta tou va ver vi"
).split()

_PATTERNS = {
    "fr": (
        "La commune de {name} a annoncé mardi la fermeture de son {word} de {word}, après {number} ans de service.",
        "Selon {name} {name}, qui dirige le conseil, cette décision tient au prix de la {word} et au manque de {word}.",
        "Les habitants de {name} craignent que les travaux ne durent {number} mois et ne coûtent {number} millions d'euros.",
        "« Nous avons besoin de {word} et de {word} », a répondu {name} {name} lors d'une réunion publique à {name}.",
        "Le département versera {number} millions d'euros pour la {word}, le {word} et les {word} de la vallée.",
        "Une association, {name}, a saisi le tribunal administratif de {name} parce que le {word} n'avait pas été consulté.",
        "En {number}, un projet de {word} avait déjà été abandonné à {name} faute de {word}.",
        "Les travaux commenceront en septembre, et la {word} de {name} rouvrira au public avant l'hiver.",
    ),
    "en": (
        "The town of {name} said on Tuesday that it would close its {word} {word} after {number} years of service.",
        "According to {name} {name}, who chairs the council, the decision follows the cost of {word} and a lack of {word}.",
        "People in {name} fear that the repairs will last {number} months and cost {number} million pounds.",
        '"We need {word} and {word}," {name} {name} answered at a public meeting in {name}.',
        "The county will pay {number} million pounds for the {word}, the {word} and the {word} of the valley.",
        "A charity, {name}, has gone to court in {name} because the {word} had not been asked.",
        "In {number}, a plan for {word} had already been dropped in {name} for want of {word}.",
        "Work starts in September, and the {word} of {name} opens again to the public before the winter.",
    ),
}


def articles(count: int, *, seed: int = 1) -> Iterator[str]:
    """Yield *count* articles of about 110 words, always the same ones."""
    for number in range(count):
        code = ("fr", "en")[number % 2]
        rng = random.Random(f"{seed}-{number}")
        sentences = [_filled(pattern, rng, code) for pattern in _PATTERNS[code]]
        first, rest = sentences[0], sentences[1:]
        rng.shuffle(rest)
        yield "\n\n".join((first, " ".join(rest[:3]), " ".join(rest[3:]))) + "\n"


def write_articles(folder: Path, count: int, *, seed: int = 1) -> Path:
    """Write *count* articles into *folder*, a hundred to a subfolder, and return it."""
    for number, text in enumerate(articles(count, seed=seed)):
        path = folder / f"{number // 100:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _filled(pattern: str, rng: random.Random, code: str) -> str:
    words, weights = _vocabulary(code)
    while "{" in pattern:
        pattern = pattern.replace("{name}", _name(rng), 1)
        pattern = pattern.replace("{word}", rng.choices(words, cum_weights=weights)[0], 1)
        pattern = pattern.replace("{number}", str(rng.randrange(2, 2_100)), 1)
    return pattern


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randrange(2, 5))).capitalize()


@cache
def _vocabulary(code: str) -> tuple[list[str], list[int]]:
    counts: dict[str, int] = json.loads(model_file(f"frequencies_{code}.json").read_text(encoding="utf-8"))["counts"]
    words = {word: count for word, count in counts.items() if len(word) > 3 and word.isalpha()}
    return list(words), list(accumulate(words.values()))
