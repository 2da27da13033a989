"""Models run by CTranslate2: converted once, half to a quarter of the memory, several times as fast on a CPU."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.engines.seq2seq.codec import Codec
from summarizer.engines.seq2seq.running import Settings
from summarizer.errors import EngineError
from summarizer.extras import needed_from

# How many times as many outputs as beams are waited for where the model's settings do not stop early: with 1 a sure model ends in
# the middle of a sentence, because the search is full of unlikely ends before the likely one is reached.
_PATIENCE = 2


class CTranslateRuntime:
    """A model that ``summarizer models convert`` wrote."""

    def __init__(self, folder: Path, codec: Codec, *, device: str) -> None:
        with needed_from("neural"):
            import ctranslate2
        if device == "cuda" and not ctranslate2.get_cuda_device_count():
            raise EngineError("--device cuda: CTranslate2 finds no CUDA device here; use --device cpu")
        try:
            self._translator: Any = ctranslate2.Translator(str(folder), device=device)
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"{folder}: CTranslate2 cannot load it ({error}); convert the model again") from error
        self._codec = codec

    def run(self, inputs: Sequence[Sequence[int]], *, opening: Sequence[int], settings: Settings) -> list[list[int]]:
        """Return the output ids for each of *inputs*, by beam search."""
        start = self._codec.tokens(opening)
        # Marian starts from a vector of zeros, which the converted model knows; its start token is no token there.
        prefix = None if self._codec.family.name == "marian" else [start] * len(inputs)
        try:
            results = self._translator.translate_batch(
                [self._codec.tokens(row) for row in inputs],
                target_prefix=prefix,
                beam_size=settings.beams,
                no_repeat_ngram_size=settings.no_repeat,
                patience=1 if self._codec.early_stopping else _PATIENCE,
                length_penalty=settings.length_penalty,
                min_decoding_length=max(1, settings.least),
                max_decoding_length=settings.most,
                max_input_length=0,
                return_end_token=True,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"the converted model failed while it wrote ({error}); convert it again") from error
        return [[*opening[:1], *self._codec.ids(result.hypotheses[0])] for result in results]
