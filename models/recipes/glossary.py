"""Train which terms get a glossary entry: ``python -m models.recipes.glossary --language fr --data FOLDER``.

Logistic regression (scikit-learn) on the candidates of the articles whose entries readers marked (``entries_*.jsonl``) and of
the annotated training articles (``articles_*.jsonl``); a candidate is right wholly (2) or in part (1). Prints what the dev
articles of both get: precision over the marked terms, recall of the sure ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from models.recipes.listing import enter
from models.recipes.ranking.articles import ANNOTATIONS, article_of, joined, texts_of
from summarizer import Digester, Options
from summarizer.glossary import candidates
from summarizer.glossary.worth import LEAST, Candidate, features
from summarizer.languages import get_language
from summarizer.logistic import Logistic
from summarizer.results import GlossaryEntry
from summarizer.types import Document, Extraction, Span

# Inverse strength of the penalty, and what a term that may have an entry counts.
STRENGTH, ACCEPTABLE = 0.1, 0.65
# A marked term and a candidate are the same when their spans differ by at most so many characters (an article, a plural).
_SLACK = 4
# What the readers of entries saw of an article.
_FIELDS = ("title", "heading", "text")
_LIMIT = 15
Item = tuple[dict[str, float], str, set[int]]


def items(document: Document, extraction: Extraction, terms: Sequence[dict[str, Any]], offsets: dict[str, int]) -> Iterator[Item]:
    """Yield the features of each candidate, the id of its entry and the places of the marked *terms* that it is."""
    marked = [{Span(start + offsets[field], end + offsets[field]) for field, start, end in term["spans"]} for term in terms]
    for candidate, entry in candidates(document, extraction, language=get_language(document.language.code)):
        spans = spans_of(candidate, entry)
        same = {place for place, wanted in enumerate(marked) if any(_is_same(one, other) for one in wanted for other in spans)}
        yield dict(features(candidate, document, extraction)), entry.id, same


def spans_of(candidate: Candidate, entry: GlossaryEntry) -> set[Span]:
    """Return all places where the article names the candidate."""
    return {*candidate.term.mentions, *entry.mentions}


def _is_same(one: Span, other: Span) -> bool:
    inside = one.covers(other) or other.covers(one)
    return inside and abs((one.end - one.start) - (other.end - other.start)) <= _SLACK


def main() -> None:
    """Train, write the weights and say what the dev articles get."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    given = parser.parse_args()
    found = [*_marked(given.language, given.data), *_measured(given.language, given.data)]
    examples = [example for split, *marked in found if split == "train" for example in _examples(*marked)]
    rows, right, weights = zip(*examples, strict=True)
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(vectors.fit_transform(rows), right, sample_weight=weights)
    names = vectors.get_feature_names_out()
    learned = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True) if abs(weight) > 0.01}
    content = json.dumps({"bias": round(float(model.intercept_[0]), 3), "weights": learned}, ensure_ascii=False, indent=0) + "\n"
    enter(
        f"glossary_{given.language}.json",
        content.encode(),
        licence="CC BY-SA 4.0",
        data=["models/annotations (entries, terms of articles)", "summaries (the texts of the annotated articles)"],
        command=f"python -m models.recipes.glossary --language {given.language} --data FOLDER",
    )
    print(f"glossary_{given.language}.json", len(rows) // 2, "candidates,", len(learned), "weights")
    trained = Logistic(round(float(model.intercept_[0]), 3), learned)
    print(_report([marked for split, *marked in found if split == "dev"], trained))


def _marked(lang: str, data: Path) -> Iterator[tuple[str, list[int], list[Item]]]:
    """Yield each article whose entries readers marked: its split, the marks, its candidates."""
    digester = Digester(Options(language=lang))
    for article, fields in _annotated(f"entries_{lang}.jsonl", data):
        document = digester.prepare(article_of("\n\n".join(fields[name] for name in _FIELDS if fields.get(name))))
        extraction = digester.extract(document, *digester.analyse(document))
        places = {name: place for place, name in enumerate(article["entries"])}
        measured = [
            (dict(features(candidate, document, extraction)), entry.id, {places[entry.id]})
            for candidate, entry in candidates(document, extraction, language=get_language(lang))
            if entry.id in places
        ]
        yield article["split"], list(article["entries"].values()), measured


def _measured(lang: str, data: Path) -> Iterator[tuple[str, list[int], list[Item]]]:
    """Yield each annotated article: its split, the grades of its marked terms, its candidates."""
    digester = Digester(Options(language=lang))
    for article, fields in _annotated(f"articles_{lang}.jsonl", data):
        document, _, _ = joined(article, fields, lang)
        offsets = {"title": 0, "text": len(document.text) - len(fields["text"])}
        extraction = digester.extract(document, *digester.analyse(document))
        measured = list(items(document, extraction, article["terms"], offsets))
        yield article["split"], [term["grade"] for term in article["terms"]], measured


def _annotated(name: str, data: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield the articles of the annotations *name*, each with the row of *data* that it comes from."""
    articles = [json.loads(line) for line in (ANNOTATIONS / name).read_text(encoding="utf-8").splitlines()]
    texts = texts_of(articles, data)
    yield from ((article, texts[article["set"], article["id"]]) for article in articles)


def _examples(grades: list[int], measured: list[Item]) -> Iterator[tuple[dict[str, float], int, float]]:
    """Yield each candidate as right and as wrong, weighted by how right it is."""
    for row, _, same in measured:
        share = {2: 1.0, 1: ACCEPTABLE, 0: 0.0}[max((grades[place] for place in same), default=0)]
        yield row, 1, share
        yield row, 0, 1 - share


def _report(articles: list[Any], model: Logistic) -> str:
    entries = right = hit = 0
    for grades, measured in articles:
        chosen: dict[str, set[int]] = {}
        scored = [(model.probability(row.items()), name, same) for row, name, same in measured]
        for probability, name, same in sorted(scored, key=lambda item: -item[0]):
            if probability >= LEAST and len(chosen) < _LIMIT:
                chosen.setdefault(name, same)
        entries += len(chosen)
        right += sum(any(grades[place] for place in same) for same in chosen.values())
        hit += len({place for same in chosen.values() for place in same if grades[place] == 2})
    sure = sum(grades.count(2) for grades, _ in articles)
    return f"dev: {entries} entries, precision {right / max(1, entries):.3f}, recall of sure terms {hit / max(1, sure):.3f}"


if __name__ == "__main__":
    main()
