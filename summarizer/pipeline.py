"""The digester: the stages in their order. Read this file first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TextIO

from spacy.tokens import Doc

from summarizer import analysis, cleaning, compression, detection, grounding, keypoints, ranking, reading, references
from summarizer.encoder import Opinions
from summarizer.engines import Assignment, load_engine
from summarizer.engines.translator import load_translator
from summarizer.engines.writing import Written, write
from summarizer.errors import OptionError, ReadingError
from summarizer.extraction import acronyms, appositions, definitions, entities, glosses, senses, soundness, terms
from summarizer.glossary import build_glossary
from summarizer.languages import get_language
from summarizer.leaning import find_needs
from summarizer.lexicon import Lexicon, built_in, built_in_lexicon
from summarizer.lexicon.termbases import read_termbases
from summarizer.needs import named_in_full
from summarizer.options import Options
from summarizer.results import Digest, Line, RankedSentence
from summarizer.summary import LONGEST, summarise
from summarizer.translation import translate_digest
from summarizer.types import Article, Document, Extraction, LanguageGuess, Sentence
from summarizer.words import count_words


class Digester:
    """Turns articles into digests. Models and lexicon are loaded once, at the first article of a language, an engine at once.

    Threads may share one: each digest is the one that it is alone. More cores are used by processes (``summarizer batch``).
    Raises OptionError for options of another type, LexiconError when a termbase that they name cannot be read.
    """

    def __init__(self, options: Options | None = None) -> None:
        if not isinstance(options, Options | None):
            raise OptionError(f"options: {type(options).__name__} is no Options; write Digester(Options(language='fr'))")
        self.options = options or Options()
        self.termbase = read_termbases(self.options.termbases)
        self._lexicons: dict[str, Lexicon] = {}
        self.engine = load_engine(self.options)
        self._translator = load_translator(self.options, engine=self.engine) if self.options.to else None

    def digest(self, article: Article) -> Digest:
        """Return the digest of *article*.

        Raises LanguageError for an article in another language than French or English, EmptyArticleError when nothing but
        page furniture is in it.
        """
        if not isinstance(article, Article):
            raise ReadingError(f"{type(article).__name__}: is no Article; call digest(summarizer.read(text_or_path))")
        return self.digest_document(self.prepare(article))

    def adjusted(self, **settings: object) -> Digester:
        """Return this digester with another language or other lengths; what it has loaded is shared.

        Raises OptionError when a setting cannot be used.
        """
        other = copy(self)
        other.options = replace(self.options, **settings)  # type: ignore[arg-type]
        return other

    def digest_document(self, document: Document) -> Digest:
        """Return the digest of a document that is cleaned already, in the language that it says."""
        options = self.options
        language = get_language(document.language.code)
        doc, sentences = self.analyse(document)
        extraction = self.extract(document, doc, sentences)
        opinions = Opinions(document.text, language.code)
        ranked = ranking.rank(
            doc, sentences, document=document, entities=extraction.entities, language=language, opinions=opinions
        )
        written, lines = self._write(document, doc, sentences, extraction, ranked, opinions)
        if self.engine is not None:
            assignment = Assignment(document, ranked, language, options)
            written = write(self.engine, assignment, extractive=written, lines=lines, entities=extraction.entities)
        glossary = build_glossary(document, extraction, language=language, limit=options.glossary_entries)
        notes = (*document.notes, *written.notes)
        digest = Digest(document, written.summary, written.key_points, glossary, extraction.entities, notes, ranked)
        checked = grounding.check(digest, termbase=self.termbase)
        return self._translated(replace(digest, notes=(*digest.notes, *checked)))

    def _write(
        self,
        document: Document,
        doc: Doc,
        sentences: tuple[Sentence, ...],
        extraction: Extraction,
        ranked: Sequence[RankedSentence],
        opinions: Opinions,
    ) -> tuple[Written, Mapping[int, Line]]:
        """Return synthesis and key points in the article's own words, and every sentence shortened to the length of a point."""
        options, language = self.options, get_language(document.language.code)
        shorten = self._shortener(document, doc, extraction, ranked, opinions)
        needs = find_needs(
            sentences, entities=extraction.entities, text=document.text, tags=analysis.tags(doc), language=language
        )
        lines = shorten(ranked, limit=options.key_point_words)
        too_long = {index for index, line in lines.items() if count_words(line.text) > options.key_point_words}
        summary = summarise(
            ranked,
            shorten(ranked, limit=LONGEST[language.code]),
            words=options.summary_words,
            language=language,
            needs=needs,
            no_points=too_long,
        )
        title = next((sentence for sentence in sentences if sentence.kind == "title"), None)
        points = keypoints.pick_key_points(
            ranked,
            lines,
            title=title,
            summary=summary,
            count=options.key_points,
            words=options.key_point_words,
            language=language,
            needs=needs,
            opinions=opinions,
        )
        points = keypoints.with_brief_news(points, ranked, summary=summary, shorten=shorten)
        written = Written(*named_in_full(summary, points, needs=needs, text=document.text, limit=options.key_point_words))
        return written, lines

    def _shortener(
        self, document: Document, doc: Doc, extraction: Extraction, ranked: Sequence[RankedSentence], opinions: Opinions
    ) -> Callable[..., dict[int, Line]]:
        """Return what gives some of the *ranked* sentences as lines of at most *limit* words, by their indexes."""
        language = get_language(document.language.code)
        parse = cache(partial(analysis.tree, doc, language=language.code))
        told = [item.sentence for item in ranked]
        names = references.find_references(told, entities=extraction.entities, text=document.text, parse=parse, language=language)
        return partial(
            compression.compress_all, language=language, parse=parse, names=names, text=document.text, opinions=opinions
        )

    def _translated(self, digest: Digest) -> Digest:
        to = self.options.to
        return digest if self._translator is None or to is None else translate_digest(digest, to=to, translator=self._translator)

    def analyse(self, document: Document) -> tuple[Doc, tuple[Sentence, ...]]:
        """Return *document* as a spaCy Doc, and its sentences."""
        doc = analysis.analyse(document, pipeline=analysis.load_pipeline(document.language.code, self.options.spacy_model))
        return doc, analysis.sentences(document, doc)

    def extract(self, document: Document, doc: Doc, sentences: tuple[Sentence, ...]) -> Extraction:
        """Return the names, short forms, definitions and candidate terms of *document*."""
        language = get_language(document.language.code)
        mentions = senses.in_their_sense(self._lexicon(language.code).find(document.text), doc, language=language)
        short_forms = acronyms.find_acronyms(document, mentions=mentions, language=language)
        names = entities.find_entities(doc, document, mentions=mentions, acronyms=short_forms, language=language)
        parse = cache(partial(analysis.tree, doc, language=language.code))
        given = definitions.find_definitions(document, sentences, language=language)
        sound = soundness.sound_definitions(given, sentences, entities=names, parse=parse, language=language)
        defined = (
            *sound,
            *appositions.find_appositions(sentences, given=sound, parse=parse, language=language),
            *glosses.find_glosses(sentences, entities=names, acronyms=short_forms, apposed=given, parse=parse, language=language),
        )
        candidates = terms.find_terms(
            document, acronyms=short_forms, definitions=defined, mentions=mentions, entities=names, language=language
        )
        return Extraction(mentions, short_forms, names, defined, candidates)

    def _lexicon(self, code: str) -> Lexicon:
        if not self.termbase:
            return built_in_lexicon(code)
        if code not in self._lexicons:
            self._lexicons[code] = Lexicon(built_in(), lang=code, termbase=self.termbase)
        return self._lexicons[code]

    def digest_many(self, articles: Iterable[Article]) -> Iterator[Digest]:
        """Yield the digest of each of *articles*, one at a time."""
        return map(self.digest, articles)

    def prepare(self, article: Article) -> Document:
        """Return *article* cleaned, in the language that it is in or that the options name."""
        given = self.options.language
        guess = LanguageGuess(given, 1.0) if given else detection.detect(article)
        texts = [block.text for block in article.blocks]
        languages = [given] * len(texts) if given else detection.block_languages(texts, default=guess.code)
        return cleaning.clean(article, guess, languages)


def digest(source: str | Path | TextIO | Article, **options: object) -> Digest:
    """Return the digest of what :func:`read` takes or of an Article; the keywords are those of :class:`Options`."""
    article = source if isinstance(source, Article) else reading.read(source)
    return Digester(Options(**options)).digest(article)  # type: ignore[arg-type]
