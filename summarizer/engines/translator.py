"""Something that translates, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from summarizer.engines.draft import Engine
from summarizer.errors import OptionError
from summarizer.options import Options


class Translator(Protocol):
    """Something that translates: it is loaded once and called for every digest."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return each of *texts* in the language *target*, an empty text where none comes; raise EngineError when all fails."""
        ...


def load_translator(options: Options, *, engine: Engine | None = None) -> Translator:
    """Return what translates into ``options.to``: the translation model that is named, else *engine* where it can.

    Raises OptionError when neither is there, EngineError when the model cannot be loaded.
    """
    if options.translation_model:
        from summarizer.engines.seq2seq.marian import load_marian

        return load_marian(options)
    if engine is not None and hasattr(engine, "translate"):
        return cast(Translator, engine)
    raise OptionError(
        f"--to {options.to}: needs something that translates; give --translation-model (a folder, or a name on the hub such as "
        f"Helsinki-NLP/opus-mt-fr-en), or --engine chat"
    )
