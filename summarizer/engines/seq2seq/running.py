"""What both runtimes share: how output is asked for, and the writer that joins a codec with a runtime."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from summarizer.engines.seq2seq.codec import Codec, load_codec
from summarizer.engines.seq2seq.weights import TOKENIZER_FOLDER, is_converted, locate
from summarizer.words import count_words

# Beams and the n-grams that may not come twice: what the published fine-tunings of all these families generate with.
BEAMS, NO_REPEAT = 4, 3
# Texts that are run together: a longer batch is faster on a GPU but holds more memory.
BATCH = 8
# Room for the output, as a share of the words asked for, so that a last sentence can end.
_ROOM = 1.6
# Tokens beyond that: a word that falls into many pieces, the special tokens.
_SPARE = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """How output is asked for: its length in tokens, beams, and the n-grams that may not come twice (0: all may)."""

    most: int
    least: int = 0
    length_penalty: float = 1.0
    beams: int = BEAMS
    no_repeat: int = NO_REPEAT


@dataclass(frozen=True, slots=True)
class Written:
    """A text that a model wrote, and whether it came to an end by itself."""

    text: str
    complete: bool


class Runtime(Protocol):
    """A loaded model."""

    def run(self, inputs: Sequence[Sequence[int]], *, opening: Sequence[int], settings: Settings) -> list[list[int]]:
        """Return the output ids for each of *inputs*, the end token included where the model wrote it."""
        ...


@dataclass(frozen=True, slots=True)
class Writer:
    """A model that is ready to write. Threads may share it; they wait for each other, since a text takes all its cores."""

    codec: Codec
    runtime: Runtime
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def write(self, texts: Sequence[str], *, lang: str, to: str | None = None, settings: Settings) -> list[Written]:
        """Return what the model writes for each of *texts*, which are in *lang*, in the language *to* (by default the same)."""
        opening = self.codec.opening(to or lang)
        written: list[Written] = []
        for start in range(0, len(texts), BATCH):
            inputs = [self.codec.encode(text, lang=lang, to=to) for text in texts[start : start + BATCH]]
            with self._lock:
                outputs = self.runtime.run(inputs, opening=opening, settings=settings)
            written += [self._written(ids) for ids in outputs]
        return written

    def settings_for(self, text: str, *, words: int) -> Settings:
        """Return the settings for about *words* words of the kind that *text* has."""
        rate = self.codec.count(text) / max(1, count_words(text))
        most = math.ceil(_ROOM * words * rate) + _SPARE
        return Settings(most, least=min(self.codec.least, most // 2), length_penalty=self.codec.length_penalty)

    def _written(self, ids: Sequence[int]) -> Written:
        return Written(self.codec.decode(ids), self.codec.tokenizer.eos_token_id in ids[1:])


def load_writer(name: str, *, offline: bool, device: str) -> Writer:
    """Return the writer for the model *name*: a folder, or a name in the cache or on the hub.

    A folder that ``summarizer models convert`` wrote is run by CTranslate2, any other by PyTorch. Raises EngineError when it
    cannot be loaded, MissingExtraError when a library is not installed.
    """
    folder = locate(name, offline=offline)
    if is_converted(folder):
        from summarizer.engines.seq2seq.ctranslate import CTranslateRuntime

        codec = load_codec(folder / TOKENIZER_FOLDER)
        return Writer(codec, CTranslateRuntime(folder, codec, device=device))
    from summarizer.engines.seq2seq.pytorch import TorchRuntime

    codec = load_codec(folder)
    return Writer(codec, TorchRuntime(Path(folder), device=device))
