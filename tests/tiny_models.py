"""Models of each family, small enough to be built and overfitted in seconds: the real classes, the real files, no download.

Vocabularies are trained on samples/. A folder is written as published checkpoints are: configuration, SentencePiece model (or
byte-pair files), weights as safetensors.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.engines.seq2seq.codec import Codec, load_codec
from tests.conftest import SAMPLES, require

require("torch", "transformers", "sentencepiece", "ctranslate2")

import sentencepiece  # noqa: E402
import torch  # noqa: E402
import transformers  # noqa: E402
from tokenizers import ByteLevelBPETokenizer  # noqa: E402

VOCABULARY = 800
# Steps until the answers come word for word, where more than 120.
STEPS = {"t5": 300, "mt5": 200, "pegasus": 200}
# (text, its language, the language asked for, what the model shall write).
Lesson = tuple[str, str, str, str]
_SIZES = {"mbart": "bart", "bart": "bart", "pegasus": "bart", "marian": "bart", "t5": "t5", "mt5": "t5"}


def build(family: str, folder: Path, lessons: Callable[[Codec], Sequence[Lesson]], *, bare: Sequence[Lesson] = ()) -> Path:
    """Write a model of *family* to *folder* that answers as *lessons* say; *bare* lessons have no prefix."""
    folder.mkdir(parents=True)
    _TOKENIZERS[family](folder)
    model_type = {"barthez": "mbart", "mbart50": "mbart"}.get(family, family)
    (folder / "config.json").write_text(json.dumps({"model_type": model_type}), encoding="utf-8")
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    _config(model_type, tokenizer).save_pretrained(folder)
    codec = load_codec(folder)
    # Matrices this small are slower on two threads than on one, and far slower where other programs want the second.
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = transformers.AutoModelForSeq2SeqLM.from_config(_config(model_type, tokenizer))
    rows = [(codec, lesson) for lesson in lessons(codec)] + [(replace(codec, prefix=""), lesson) for lesson in bare]
    _teach(model, rows, steps=STEPS.get(family, 120))
    model.generation_config.decoder_start_token_id = model.config.decoder_start_token_id
    model.save_pretrained(folder)
    return folder


def _teach(model: Any, rows: Sequence[tuple[Codec, Lesson]], *, steps: int) -> None:
    """Overfit *model* to the lessons, each framed by the codec that the engine uses."""
    codec = rows[0][0]
    pad, end = codec.tokenizer.pad_token_id, codec.tokenizer.eos_token_id
    sources = [each.encode(text, lang=lang, to=to) for each, (text, lang, to, _) in rows]
    targets = [[*each.opening(to), *_target_ids(each, answer), end] for each, (_, _, to, answer) in rows]
    ids, outputs = _padded(sources, pad), _padded(targets, pad)
    labels = outputs[:, 1:].clone()
    labels[labels == pad] = -100
    optimiser = torch.optim.AdamW(model.parameters(), lr=4e-3)
    frozen = codec.tokenizer.pad_token_id if codec.family.name == "marian" else None
    model.train()
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 4e-3 * min(1.0, (step + 1) / 10) * (1 - step / steps)
        loss = model(
            input_ids=ids, attention_mask=(ids != pad).long(), decoder_input_ids=outputs[:, :-1].contiguous(), labels=labels
        ).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if frozen is not None:  # the decoder of a published Marian model starts from a vector of zeros
            model.get_input_embeddings().weight.data[frozen] = 0.0
    model.eval()


def _target_ids(codec: Codec, answer: str) -> list[int]:
    ids: list[int] = codec.tokenizer(text_target=answer, add_special_tokens=False)["input_ids"]
    return ids


def _padded(rows: Sequence[Sequence[int]], pad: int) -> Any:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[pad] * (longest - len(row))] for row in rows])


def _config(model_type: str, tokenizer: Any) -> Any:
    size = len(tokenizer)
    if _SIZES[model_type] == "t5":
        return transformers.AutoConfig.for_model(
            model_type, vocab_size=size, d_model=48, d_kv=12, d_ff=96, num_layers=1, num_decoder_layers=1, num_heads=4,
            dropout_rate=0.0, decoder_start_token_id=tokenizer.pad_token_id, pad_token_id=tokenizer.pad_token_id,
            eos_token_id=tokenizer.eos_token_id,
        )  # fmt: skip
    start = tokenizer.pad_token_id if model_type in ("pegasus", "marian") else tokenizer.eos_token_id
    return transformers.AutoConfig.for_model(
        model_type, vocab_size=size, d_model=48, encoder_layers=1, decoder_layers=1, encoder_attention_heads=4,
        decoder_attention_heads=4, encoder_ffn_dim=96, decoder_ffn_dim=96, max_position_embeddings=LIMIT, dropout=0.0,
        attention_dropout=0.0, activation_dropout=0.0, scale_embedding=model_type == "marian", forced_eos_token_id=None,
        pad_token_id=tokenizer.pad_token_id, bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id,
        decoder_start_token_id=start,
    )  # fmt: skip


# Longest input of the tiny models, in tokens.
LIMIT = 128


@cache
def _lines() -> tuple[str, ...]:
    return tuple(line for path in SAMPLES for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@cache
def _sentencepiece(**settings: Any) -> bytes:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_lines()), model_writer=model, vocab_size=VOCABULARY, minloglevel=2, **settings
    )
    return model.getvalue()


def _write(folder: Path, name: str, data: bytes, tokenizer_class: str) -> None:
    (folder / name).write_bytes(data)
    settings = json.dumps({"tokenizer_class": tokenizer_class, "model_max_length": LIMIT})
    (folder / "tokenizer_config.json").write_text(settings, encoding="utf-8")


def _mbart(folder: Path) -> None:
    _write(folder, "sentencepiece.bpe.model", _sentencepiece(unk_id=0, bos_id=1, eos_id=2), "MBartTokenizer")


def _mbart50(folder: Path) -> None:
    _write(folder, "sentencepiece.bpe.model", _sentencepiece(unk_id=0, bos_id=1, eos_id=2), "MBart50Tokenizer")


def _barthez(folder: Path) -> None:
    data = _sentencepiece(bos_id=0, pad_id=1, eos_id=2, unk_id=3)
    _write(folder, "sentencepiece.bpe.model", data, "BarthezTokenizer")


def _t5(folder: Path) -> None:
    _write(folder, "spiece.model", _sentencepiece(pad_id=0, eos_id=1, unk_id=2, bos_id=-1), "T5Tokenizer")


def _pegasus(folder: Path) -> None:
    marks = tuple(["<mask_1>", "<mask_2>", "<n>"] + [f"<unk_{number}>" for number in range(2, 103)])
    data = _sentencepiece(pad_id=0, eos_id=1, bos_id=-1, unk_id=105, user_defined_symbols=marks)
    _write(folder, "spiece.model", data, "PegasusTokenizer")


def _bart(folder: Path) -> None:
    tokenizer = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer.train_from_iterator(_lines(), vocab_size=VOCABULARY, special_tokens=special, show_progress=False)
    tokenizer.save_model(str(folder))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "BartTokenizer"}), encoding="utf-8")


def _marian(folder: Path) -> None:
    data = _sentencepiece(unk_id=1, eos_id=0, bos_id=-1)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(data)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=data)
    names = [pieces.id_to_piece(number) for number in range(len(pieces))]
    vocabulary = {name: number for number, name in enumerate([*names, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    settings = {"tokenizer_class": "MarianTokenizer", "source_lang": "fr", "target_lang": "en"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")


_TOKENIZERS: dict[str, Callable[[Path], None]] = {
    "mbart": _mbart,
    "mbart50": _mbart50,
    "barthez": _barthez,
    "t5": _t5,
    "mt5": _t5,
    "pegasus": _pegasus,
    "bart": _bart,
    "marian": _marian,
}
