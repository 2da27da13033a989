"""Train the judge of cuts of one language: ``python -m models.recipes.cuts --language fr --data ../shared/data``.

Taught by ``models/annotations/cuts_{language}.jsonl``; prints what readers said of the dev cuts above each sureness. Writes
``models/cuts_{language}.json`` and ``models/cuts_grams_{language}.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.recipes.judges import Example, annotated, teach
from models.recipes.ranking.articles import ANNOTATIONS, article_of, texts_of
from summarizer import Digester, Options, analysis
from summarizer.compression.candidates import survey
from summarizer.compression.reading import Reading
from summarizer.compression.refusals import is_refused
from summarizer.compression.seams import seam_grams
from summarizer.compression.traits import CUT_FEATURES, Judged, measure_cuts
from summarizer.languages import get_language
from summarizer.results import Deletion
from summarizer.types import Span

TREES = 500


def examples(lang: str, data: Path) -> Iterator[Example]:
    """Yield the judged cuts of *lang*, measured in their sentences; the texts come from the folder *data*."""
    rows = annotated(ANNOTATIONS / f"cuts_{lang}.jsonl")
    texts, language = texts_of(rows, data), get_language(lang)
    digester = Digester(Options(language=lang))
    for row in rows:
        text = texts[row["set"], row["id"]]["text"]
        document = digester.prepare(article_of(text))
        doc, sentences = digester.analyse(document)
        by_text = {sentence.text: sentence for sentence in sentences}
        for marked in row["sentences"]:
            first, last = marked["span"]
            sentence = by_text.get(text[first:last])
            if sentence is None:
                continue
            reading, judged = survey(sentence.text, analysis.tree(doc, sentence, language=lang), language=language)
            if reading is None:
                continue
            by_span = {one.cut.span: one for one in judged}
            for start, end, rule, verdict in marked["cuts"]:
                span = Span(start - first, end - first)
                one = by_span.get(span) or _proposed(Deletion(rule, span), reading)
                (measures,) = measure_cuts([one], reading)
                yield Example(measures, seam_grams(one.cut, reading), verdict, f"{row['set']} {row['id']}", row["split"])


def _proposed(cut: Deletion, reading: Reading) -> Judged:
    """Return a cut that the rules and the tree alone do not find."""
    return Judged(cut, False, is_refused(cut, text=reading.text, reading=reading, language=reading.language))


if __name__ == "__main__":
    teach("cuts", examples, CUT_FEATURES, trees=TREES, about=__doc__)
