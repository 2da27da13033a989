"""Models run by PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.engines.seq2seq.quiet import quietly
from summarizer.engines.seq2seq.running import Settings
from summarizer.errors import EngineError
from summarizer.extras import needed_from


class TorchRuntime:
    """A model of transformers, loaded from safetensors in full precision."""

    def __init__(self, folder: Path, *, device: str) -> None:
        with needed_from("neural"):
            import torch
            from safetensors import SafetensorError
            from transformers import AutoModelForSeq2SeqLM
        self._torch = torch
        self._device = _device(torch, device)
        try:
            with quietly():
                model = AutoModelForSeq2SeqLM.from_pretrained(
                    folder, local_files_only=True, trust_remote_code=False, use_safetensors=True, dtype=torch.float32
                )
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            raise EngineError(f"{folder}: the model cannot be loaded ({error}); fetch it anew") from error
        self._model: Any = model.to(self._device).eval()

    def run(self, inputs: Sequence[Sequence[int]], *, opening: Sequence[int], settings: Settings) -> list[list[int]]:
        """Return the output ids for each of *inputs*, by beam search."""
        torch, pad = self._torch, int(self._model.config.pad_token_id or 0)
        longest = max(map(len, inputs))
        ids = torch.tensor([[*row, *[pad] * (longest - len(row))] for row in inputs], device=self._device)
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in inputs], device=self._device)
        try:
            with torch.inference_mode(), quietly():
                output = self._model.generate(
                    input_ids=ids,
                    attention_mask=mask,
                    decoder_input_ids=torch.tensor([list(opening)] * len(inputs), device=self._device),
                    decoder_start_token_id=opening[0],
                    max_new_tokens=settings.most,
                    min_new_tokens=settings.least,
                    length_penalty=settings.length_penalty,
                    num_beams=settings.beams,
                    no_repeat_ngram_size=settings.no_repeat,
                    do_sample=False,
                )
        except (RuntimeError, ValueError, IndexError) as error:
            raise EngineError(f"the model failed while it wrote ({error}); try --device cpu or another model") from error
        rows: list[list[int]] = output.tolist()
        return rows


def _device(torch: Any, wanted: str) -> str:
    available = bool(torch.cuda.is_available())
    if wanted == "cuda" and not available:
        raise EngineError("--device cuda: PyTorch finds no CUDA device here; use --device cpu")
    return "cuda" if available and wanted != "cpu" else "cpu"
