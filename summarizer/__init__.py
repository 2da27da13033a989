"""Bilingual (French/English) article digester: key points, synthesis and glossary, every line with its evidence.

>>> import summarizer
>>> summarizer.digest("Le maire a annoncé lundi la fermeture du pont. Les travaux dureront deux ans.").summary.text
'Le maire a annoncé lundi la fermeture du pont. Les travaux dureront deux ans.'
"""

from summarizer.errors import SummarizerError
from summarizer.options import Options
from summarizer.pipeline import Digester, digest
from summarizer.reading import read
from summarizer.results import Digest
from summarizer.types import Article

__version__ = "0.1.0"
__all__ = ["Article", "Digest", "Digester", "Options", "SummarizerError", "digest", "read"]
