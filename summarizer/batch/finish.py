"""What is made of all digests together, once they are there: the index and the glossary of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarizer.collection import digests_of, name_of, write_index
from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.corpus_glossary import CorpusGlossary, article_from_dict
from summarizer.files import write_atomically
from summarizer.lexicon.termbases import read_termbases
from summarizer.options import Options
from summarizer.rendering.glossaries import GLOSSARY_SUFFIXES, render_glossary
from summarizer.rendering.index import GlossaryRow

# For people, for spreadsheets, for programs; `summarizer glossary` writes the other forms.
GLOSSARY_FORMATS = ("html", "csv", "json")


def finish(out: Path, options: Options) -> None:
    """Write ``out/glossary.*`` and ``out/index.html``, reading one digest after the other."""
    corpus = CorpusGlossary(termbase=read_termbases(options.termbases))
    for path, digest in digests_of(out):
        corpus.add(article_from_dict(digest, name=name_of(path, out)))
    glossary = corpus.glossary()
    for form in GLOSSARY_FORMATS:
        write_atomically(out / f"glossary{GLOSSARY_SUFFIXES[form]}", render_glossary(glossary, form))
    write_index(out, glossary=_rows(glossary))


def _rows(glossary: CollectionGlossary) -> Iterator[GlossaryRow]:
    """Yield the defined concepts, those in most articles first."""
    for entry in sorted(glossary.defined, key=lambda entry: (-len(entry.articles), entry.term)):
        yield _row(entry, glossary.lang)


def _row(entry: ConceptEntry, main: str) -> GlossaryRow:
    """Return the row of *entry* in the language *main* where it has a name and a definition in that, else in its own."""
    lang = main if entry.names(main) and entry.definition(main) else entry.lang
    names, definition = entry.names(lang), entry.definition(lang)
    term = entry.term if lang == entry.lang else names[0].text
    expansion = next((name.text for name in names if name.kind == "full" and name.text != term), "")
    is_acronym = any(name.kind == "acronym" and name.text == term for name in names)
    return GlossaryRow(
        term,
        lang,
        expansion if is_acronym else "",
        definition.text if definition else "",
        definition.origin if definition else "",
        len(entry.articles),
    )
