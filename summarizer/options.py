"""Every setting that a user can turn, its default, and why it is that."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.errors import OptionError

LANGUAGES = ("fr", "en")
ENGINES = ("extractive", "seq2seq", "chat")
ENGINE_SCOPES = ("article", "chosen")
DEVICES = ("auto", "cpu", "cuda")

# Largest input read, in bytes: a book of 300 pages is about 1 MB of text; more is a mistake or an attack.
MAX_INPUT_BYTES = 5_000_000
# PDF, DOCX, mail and archives carry pictures beside their text: a magazine of 100 pages is 20 to 40 MB.
MAX_CONTAINER_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of a :class:`summarizer.pipeline.Digester`.

    Raises :class:`~summarizer.errors.OptionError` when a value cannot be used.
    """

    language: str | None = None
    """``fr`` or ``en``; ``None`` lets the detector decide."""
    engine: str = "extractive"
    """Who writes summary and key points."""
    model: str | None = None
    """The engine's model: a folder, or a name in the cache or on the hub; for the chat engine its name on the server."""
    engine_scope: str = "article"
    """What the engine reads: the whole article, or only the sentences that the extractive engine chose."""
    base_url: str | None = None
    """Address of the chat engine's server, up to ``/v1``."""
    timeout: int = 120
    """Longest wait for an answer of the server, in seconds; a small machine writes a digest in a minute or two."""
    context_tokens: int = 8_192
    """Tokens that the chat model can read and write at once; a longer article is read part by part."""
    device: str = "auto"
    """Where a pretrained model runs: a GPU when there is one, or as named."""
    offline: bool = False
    """Ask no hub, and no server but one on this machine: pretrained models come from a folder or the cache."""
    to: str | None = None
    """Language to give the digest in beside the article's: ``fr`` or ``en``."""
    translation_model: str | None = None
    """The model that translates: a folder, or a name in the cache or on the hub."""
    summary_words: int = 65
    """About how many words the synthesis may take: two to four news sentences. What comes out has 60 words on average."""
    key_points: int = 6
    """How many key points at most; readers scan four to six lines."""
    key_point_words: int = 30
    """Longest key point, in words, after compression: one line that can be taken in at a glance."""
    glossary_entries: int = 20
    """Most glossary entries; editors are sure of seven on average, and take as many again in a long article."""
    termbases: tuple[str, ...] = ()
    """Files of the user's own terms (CSV, TSV, JSON, XLSX or TBX); they go before the lexicon, the first before the next."""
    spacy_model: str | None = None
    """Name or folder of an installed spaCy pipeline to use in place of the built-in one."""

    def __post_init__(self) -> None:
        _check_choice("language", self.language, (None, *LANGUAGES))
        _check_choice("engine", self.engine, ENGINES)
        _check_choice("engine_scope", self.engine_scope, ENGINE_SCOPES)
        _check_choice("device", self.device, DEVICES)
        _check_choice("to", self.to, (None, *LANGUAGES))
        if not isinstance(self.termbases, tuple):
            raise OptionError(f"termbases: {self.termbases!r} is no tuple of file names; write termbases=('terms.csv',)")
        for name, low, high in (
            ("summary_words", 10, 5_000),
            ("key_points", 0, 50),
            ("key_point_words", 8, 200),
            ("glossary_entries", 0, 500),
            ("timeout", 1, 3_600),
            ("context_tokens", 2_048, 2_000_000),
        ):
            _check_range(name, getattr(self, name), low, high)
        self._check_company()

    def _check_company(self) -> None:
        """Raise OptionError for a setting that does nothing without another one."""
        if self.model is not None and self.engine == "extractive":
            raise OptionError(
                f"model: {self.model!r} has no engine that runs it; name one with --engine seq2seq or --engine chat"
            )
        if self.base_url is not None and self.engine != "chat":
            raise OptionError("base_url: only the chat engine asks a server; give --engine chat as well")
        if self.translation_model is not None and self.to is None:
            raise OptionError(
                f"translation_model: {self.translation_model!r} has no language to give; name it with --to fr or --to en"
            )


def _check_choice(name: str, value: str | None, known: tuple[str | None, ...]) -> None:
    if value not in known:
        names = ", ".join(str(choice) for choice in known if choice)
        raise OptionError(f"{name}: {value!r} is not known; choose one of {names}")


def _check_range(name: str, value: int, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise OptionError(f"{name}: {value!r} is out of range; give a whole number from {low} to {high}")
