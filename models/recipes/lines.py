"""Train the judge of lines of one language: ``python -m models.recipes.lines --language fr --data ../shared/data``.

Taught by ``models/annotations/lines_{language}.jsonl``; prints what readers said of the dev lines above each sureness. Writes
``models/lines_{language}.json`` and ``models/lines_grams_{language}.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from models.recipes.judges import Example, annotated, teach
from models.recipes.ranking.articles import ANNOTATIONS, article_of, texts_of
from summarizer import Digester, Options, analysis, references
from summarizer.compression import compress_all
from summarizer.keypoints.standing import LINE_FEATURES, line_grams, line_measures
from summarizer.languages import get_language
from summarizer.leaning import find_needs

TREES = 250


def examples(lang: str, data: Path) -> Iterator[Example]:
    """Yield the judged lines of *lang* as the present compression makes them; the texts come from the folder *data*."""
    rows = annotated(ANNOTATIONS / f"lines_{lang}.jsonl")
    texts, language = texts_of(rows, data), get_language(lang)
    digester = Digester(Options(language=lang, glossary_entries=0, key_points=1))
    for row in rows:
        fields = texts[row["set"], row["id"]]
        title, body = fields.get("title") or "", fields["text"]
        digest = digester.digest(article_of(body, title))
        text, ranked = digest.document.text, digest.ranking
        doc, sentences = digester.analyse(digest.document)
        parse = cache(partial(analysis.tree, doc, language=lang))
        told = [item.sentence for item in ranked]
        names = references.find_references(told, entities=digest.entities, text=text, parse=parse, language=language)
        limit = digester.options.key_point_words
        lines = compress_all(ranked, language=language, limit=limit, parse=parse, names=names, text=text)
        needs = find_needs(sentences, entities=digest.entities, text=text, tags=analysis.tags(doc), language=language)
        by_text = {item.sentence.text: item for item in ranked}
        for start, end, verdict in row["lines"]:
            item = by_text.get(body[start:end])
            if item is None or not digest.key_points:
                continue
            line = lines[item.sentence.index]
            measures = line_measures(item, line, digest.key_points[0].line, needs=needs, language=language)
            yield Example(measures, line_grams(line), verdict, f"{row['set']} {row['id']}", row["split"])


if __name__ == "__main__":
    teach("lines", examples, LINE_FEATURES, trees=TREES, about=__doc__)
