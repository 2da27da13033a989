"""``summarizer glossary``: the concepts of a collection."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.batch import find_sources, full_name
from summarizer.cli import shared
from summarizer.corpus_glossary import MOST_UNDEFINED, CandidateCounter, CorpusGlossary, GlossaryArticle
from summarizer.errors import OptionError
from summarizer.glossary import build_glossary, candidates
from summarizer.languages import get_language
from summarizer.pipeline import Digester
from summarizer.rendering.glossaries import GLOSSARY_SUFFIXES, render_glossary
from summarizer.types import Article

# An article may bring as many entries as are worth one: the whole collection is limited, not the article.
_ENTRIES_PER_ARTICLE = 500


class GlossaryFormat(str, Enum):
    """Output formats of a collection's glossary."""

    markdown = "markdown"
    html = "html"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    tbx = "tbx"
    skos = "skos"


def glossary_command(
    sources: Annotated[list[Path], typer.Argument(metavar="FILES_OR_FOLDERS", help="Articles, and folders of articles.")],
    form: Annotated[
        GlossaryFormat | None,
        typer.Option("--format", "-f", help="By default by the output's suffix (.ttl is skos), else markdown."),
    ] = None,
    output: shared.OutputOption = None,
    termbases: shared.TermbaseOption = None,
    language: shared.LanguageOption = None,
    entries: Annotated[
        int | None, typer.Option("--entries", metavar="N", min=0, help="Most defined entries, the most used; all when left out.")
    ] = None,
    undefined: Annotated[
        int, typer.Option("--undefined", metavar="N", min=0, help="Most terms listed that nothing defines.")
    ] = MOST_UNDEFINED,
    spacy_model: shared.SpacyOption = None,
) -> None:
    """Write the glossary of a collection: a concept an entry, its definitions and where they are from, what is to be defined."""
    name = _format(form, output)
    if name == "xlsx" and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise OptionError("xlsx: is no text for a terminal; give a file with --output")
    files = find_sources(sources)
    digester = Digester(shared.options_of(language=language, termbases=termbases, spacy_model=spacy_model))
    corpus, counter = CorpusGlossary(termbase=digester.termbase), CandidateCounter()
    names = _names(files, sources)

    def add(path: Path, item: str, article: Article) -> None:
        _add(article, full_name(names[path], item), digester=digester, corpus=corpus, counter=counter)

    failed = shared.each_article(files, add)
    corpus.add_candidates(counter.candidates(), most=undefined)
    glossary = corpus.glossary(most=entries, most_undefined=undefined)
    shared.write(render_glossary(glossary, name), output)
    if failed:
        raise typer.Exit(1)


def _add(article: Article, name: str, *, digester: Digester, corpus: CorpusGlossary, counter: CandidateCounter) -> None:
    document = digester.prepare(article)
    doc, sentences = digester.analyse(document)
    extraction = digester.extract(document, doc, sentences)
    language = get_language(document.language.code)
    wanted = build_glossary(document, extraction, language=language, limit=_ENTRIES_PER_ARTICLE).entries
    ids = {entry.id for entry in wanted}
    others = {entry.id: entry for _, entry in candidates(document, extraction, language=language) if entry.id not in ids}
    corpus.add(GlossaryArticle(name, language.code, document.text, wanted, tuple(others.values())))
    counter.add(doc, extraction, sentences=sentences, name=name, lang=language.code)


def _names(files: Sequence[Path], sources: Sequence[Path]) -> dict[Path, str]:
    """Return each file's name in the collection: its path inside the folder that was given, so that no machine's shows."""
    folders = [source for source in sources if source.is_dir()]
    found = {}
    for path in files:
        folder = next((folder for folder in folders if path.is_relative_to(folder)), path.parent)
        found[path] = path.relative_to(folder).as_posix()
    names = list(found.values())
    return {path: name if names.count(name) == 1 else path.as_posix() for path, name in found.items()}


def _format(form: GlossaryFormat | None, output: Path | None) -> str:
    if form is not None:
        return form.value
    return shared.format_by_suffix(output, GLOSSARY_SUFFIXES)
