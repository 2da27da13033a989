"""Glossaries of articles -> the glossary of the collection, one entry a concept, and what nothing defines yet."""

from summarizer.corpus_glossary.articles import GlossaryArticle, article_from_dict, article_of
from summarizer.corpus_glossary.candidates import Candidate, CandidateCounter
from summarizer.corpus_glossary.corpus import MOST_UNDEFINED, CorpusGlossary

__all__ = [
    "MOST_UNDEFINED",
    "Candidate",
    "CandidateCounter",
    "CorpusGlossary",
    "GlossaryArticle",
    "article_from_dict",
    "article_of",
]
