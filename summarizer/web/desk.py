"""The digester at work for many: in threads of its own, so that pages are answered meanwhile, and for one article at a time.

spaCy's vocabulary grows with every article, and the pipeline is made anew when it has grown too far (``analysis.load_pipeline``):
two articles must not be analysed at once. Reading has no such state: one article is fetched while another is digested.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock

from anyio import CapacityLimiter, to_thread

from summarizer.errors import AnalysisError
from summarizer.options import LANGUAGES, Options
from summarizer.pipeline import Digester
from summarizer.reading import read_bytes
from summarizer.results import Digest
from summarizer.web.asked import Asked

_THREADS = 2


class Desk:
    """Takes requests for digests, and works on as many at once as it has threads; the others wait."""

    def __init__(self, digester: Digester, *, allow_private_addresses: bool = False) -> None:
        self.options = digester.options
        self._digester = digester
        self._allow_private_addresses = allow_private_addresses
        self._limiter = CapacityLimiter(_THREADS)
        self._one_at_a_time = Lock()

    def warm(self) -> None:
        """Load the models of both languages; a spaCy pipeline that the options name may be for one of them only.

        Raises AnalysisError when it is for neither.
        """
        article, failed = read_bytes(b"Sernac (Sarnock)", name="warm"), []
        for code in LANGUAGES:
            try:
                Digester(Options(language=code, spacy_model=self.options.spacy_model)).digest(article)
            except AnalysisError as error:
                failed.append(error)
        if len(failed) == len(LANGUAGES):
            raise failed[0]

    async def answer(self, asked: Asked, make: Callable[[Digest], str]) -> str:
        """Return what *make* makes of the digest that is asked for.

        Raises what reading and digesting raise, OptionError for a setting that cannot be used.
        """
        work = partial(self._work, asked, make, digester=self._digester.adjusted(**asked.settings))
        return await to_thread.run_sync(work, limiter=self._limiter, abandon_on_cancel=True)

    def _work(self, asked: Asked, make: Callable[[Digest], str], *, digester: Digester) -> str:
        article = asked.read(self._allow_private_addresses)
        with self._one_at_a_time:
            digest = digester.digest(article)
        return make(digest)
