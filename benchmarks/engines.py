"""CTranslate2 int8 beside PyTorch: speed and memory of pretrained summarizers: ``python -m benchmarks.engines``.

Models of the make of BARThez in three sizes, with random weights (which change neither speed nor memory), write a fixed number of
tokens about a text of fixed length by the engine's own runtimes, each in a process of its own on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from summarizer.engines.seq2seq.codec import load_codec
from summarizer.engines.seq2seq.conversion import convert
from summarizer.engines.seq2seq.quiet import quietly
from summarizer.engines.seq2seq.running import Settings, load_writer
from summarizer.engines.seq2seq.weights import TOKENIZER_FOLDER, is_converted

# Name -> width, layers of encoder and of decoder, width of the inner layer, vocabulary; "base" is BARThez' own size.
SIZES = MappingProxyType({"tiny": (128, 2, 512, 8_000), "small": (512, 6, 2048, 32_000), "base": (768, 6, 3072, 50_000)})
# A news article and a synthesis, in tokens.
INPUT, OUTPUT = 512, 64


def build(size: str, folder: Path) -> Path:
    """Write a model of BARThez' make with random weights to *folder*."""
    import torch
    from transformers import BarthezTokenizer, MBartConfig, MBartForConditionalGeneration

    width, layers, inner, words = SIZES[size]
    vocabulary = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *((f"▁w{n}", -10.0) for n in range(words - 5))]
    tokenizer = BarthezTokenizer(vocab=[*vocabulary, ("<mask>", 0.0)])
    torch.manual_seed(0)
    config = MBartConfig(
        vocab_size=len(tokenizer), d_model=width, encoder_layers=layers, decoder_layers=layers, encoder_ffn_dim=inner,
        decoder_ffn_dim=inner, encoder_attention_heads=8, decoder_attention_heads=8, max_position_embeddings=1024,
        pad_token_id=1, bos_token_id=0, eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=None,
    )  # fmt: skip
    with quietly():
        tokenizer.save_pretrained(folder)
        MBartForConditionalGeneration(config).save_pretrained(folder)
    return folder


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return articles a second (the best of *rounds*); in MB the weights, the memory they take, the process at its highest."""
    codec = load_codec(folder / TOKENIZER_FOLDER if is_converted(folder) else folder)
    before = _memory("VmRSS")
    writer = load_writer(str(folder), offline=True, device="cpu")
    words = [f"w{number % 1000}" for number in range(INPUT - 2)]
    ids = [codec.encode(" ".join(words), lang="fr")]
    settings = Settings(most=OUTPUT, least=OUTPUT)
    best = 0.0
    for _ in range(rounds + 1):
        start = time.perf_counter()
        writer.runtime.run(ids, opening=codec.opening("fr"), settings=settings)
        best = max(best, 1 / (time.perf_counter() - start))
    weights = sum(path.stat().st_size for name in ("*.safetensors", "model.bin") for path in folder.glob(name))
    return {
        "articles_a_second": round(best, 2),
        "model_mb": round(_memory("VmRSS") - before),
        "process_mb": round(_memory("VmHWM")),
        "weights_mb": round(weights / 1e6, 1),
    }


def _memory(name: str) -> float:
    """Return a figure of this process in MB: its memory now (VmRSS) or at its highest (VmHWM). Linux only."""
    rows = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return int(rows[name].split()[0]) / 1024


def _in_a_process(folder: Path, rounds: int) -> dict[str, Any]:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.engines", "--measure", str(folder), "--rounds", str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
    values: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return values


def compare(sizes: Sequence[str], quantizations: Sequence[str], rounds: int) -> None:
    """Print a line of JSON for each size and runtime."""
    with tempfile.TemporaryDirectory() as root:
        for size in sizes:
            model = build(size, Path(root) / size)
            pytorch = _in_a_process(model, rounds)
            print(json.dumps({"size": size, "runtime": "pytorch float32", **pytorch}), flush=True)
            for name in quantizations:
                values = _in_a_process(convert(str(model), Path(root) / f"{size}-{name}", quantization=name), rounds)
                ratio = round(values["articles_a_second"] / pytorch["articles_a_second"], 2)
                print(json.dumps({"size": size, "runtime": f"ctranslate2 {name}", **values, "times_pytorch": ratio}), flush=True)


def main() -> None:
    """Compare, or measure one folder in this process."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=list(SIZES), default=list(SIZES))
    parser.add_argument("--quantizations", nargs="+", default=["int8", "float32"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", type=Path, metavar="FOLDER", help="measure this one in this process and print JSON")
    arguments = parser.parse_args()
    if arguments.measure is not None:
        print(json.dumps(measure(arguments.measure, arguments.rounds)))
    else:
        compare(arguments.sizes, arguments.quantizations, arguments.rounds)


if __name__ == "__main__":
    main()
