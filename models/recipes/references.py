"""Train the judge of references of one language: ``python -m models.recipes.references --language fr --data ../shared/data``.

Taught by ``models/annotations/references_{language}.jsonl``; prints what readers said of the dev pairs of a pronoun and a person
above each sureness. Writes ``models/references_{language}.json`` and ``models/references_grams_{language}.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from models.recipes.judges import Example, annotated, teach
from models.recipes.ranking.articles import ANNOTATIONS, article_of, texts_of
from summarizer import Digester, Options, analysis
from summarizer.languages import get_language
from summarizer.references.antecedents import REFERENCE_FEATURES, Reader

TREES = 250


def examples(lang: str, data: Path) -> Iterator[Example]:
    """Yield each pronoun with each person named before it, good where it stands for that one; the texts come from *data*."""
    rows = annotated(ANNOTATIONS / f"references_{lang}.jsonl")
    texts, language = texts_of(rows, data), get_language(lang)
    digester = Digester(Options(language=lang))
    for row in rows:
        fields = texts[row["set"], row["id"]]
        title, body = fields.get("title") or "", fields["text"]
        document = digester.prepare(article_of(body, title))
        doc, sentences = digester.analyse(document)
        entities = digester.extract(document, doc, sentences).entities
        parse = cache(partial(analysis.tree, doc, language=lang))
        marked = {(body[start:end], first - start): body[slice(*name)] for start, end, first, *name in row["pronouns"]}
        for question in Reader(sentences, entities, document.text, parse, language).questions():
            key = question.sentence.text, question.span.start - question.sentence.span.start
            if key in marked:
                for person, measures in zip(question.persons, question.rows, strict=True):
                    named = {mention.of(document.text) for mention in person.mentions}
                    is_meant = marked[key] in named or marked[key].split()[-1:] == person.name.split()[-1:]
                    verdict = "g" if is_meant else "b"
                    yield Example(measures, question.grams, verdict, f"{row['set']} {row['id']}", row["split"])


if __name__ == "__main__":
    teach("references", examples, REFERENCE_FEATURES, trees=TREES, about=__doc__)
