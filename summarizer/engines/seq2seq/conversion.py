"""A model of transformers -> the form that CTranslate2 runs, with tokenizer and configuration beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from summarizer.engines.seq2seq.codec import Codec, load_codec
from summarizer.engines.seq2seq.quiet import quietly
from summarizer.engines.seq2seq.weights import TOKENIZER_FOLDER, is_converted, locate
from summarizer.errors import EngineError, OptionError
from summarizer.extras import needed_from

QUANTIZATIONS = ("int8", "int8_float32", "int16", "float16", "bfloat16", "float32")

# Where each architecture normalises: before its layers, after its embeddings.
_NORMALISATION = {"bart": (False, True), "mbart": (True, True), "pegasus": (True, False)}


def convert(name: str, out: Path, *, quantization: str = "int8", offline: bool = False) -> Path:
    """Convert the model *name* into the folder *out*, which must not exist or be empty, and return *out*.

    Raises OptionError when *out* cannot take it, EngineError when the model cannot be read or converted.
    """
    if quantization not in QUANTIZATIONS:
        raise OptionError(f"quantization: {quantization!r} is not known; choose one of {', '.join(QUANTIZATIONS)}")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OptionError(f"{out}: is there already; give a folder that does not exist")
    folder = locate(name, offline=offline)
    if is_converted(folder):
        raise OptionError(f"{name}: is converted already")
    codec = load_codec(folder)
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        _convert(folder, part, codec, quantization)
        _save_tokenizer(folder, part / TOKENIZER_FOLDER, codec)
        _let_openings_be_given(part / "config.json", codec)
        if out.exists():
            out.rmdir()
        part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return out


def _convert(folder: Path, out: Path, codec: Codec, quantization: str) -> None:
    with needed_from("neural"):
        import torch  # noqa: F401 - the converter passes over its absence
        from ctranslate2.converters import TransformersConverter
        from safetensors import SafetensorError

    class Converter(TransformersConverter):  # type: ignore[misc]
        """Loads safetensors only, with the tokenizer that the engine uses."""

        def load_model(self, model_class: Any, model_name_or_path: str, **settings: Any) -> Any:
            model = model_class.from_pretrained(model_name_or_path, local_files_only=True, use_safetensors=True, **settings)
            _complete(model)
            return model

        def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **settings: Any) -> Any:
            return codec.tokenizer

    try:
        with quietly():
            Converter(str(folder)).convert(str(out), quantization=quantization)
    except (OSError, ValueError, KeyError, AttributeError, RuntimeError, NotImplementedError, SafetensorError) as error:
        raise EngineError(f"{folder}: cannot be converted ({error})") from error


def _complete(model: Any) -> None:
    """Set what the converter reads in the configuration and transformers 5 leaves out or means otherwise."""
    config = model.config
    if config.model_type in ("t5", "mt5"):
        # The converter takes it for "the outputs are scaled"; the embeddings of every T5 are tied now, but only some scale.
        config.tie_word_embeddings = bool(getattr(config, "scale_decoder_outputs", False))
    if config.model_type in _NORMALISATION:
        config.normalize_before, config.normalize_embedding = _NORMALISATION[config.model_type]


def _save_tokenizer(folder: Path, out: Path, codec: Codec) -> None:
    codec.tokenizer.save_pretrained(out)
    for name in ("config.json", "generation_config.json"):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, out / name)


def _let_openings_be_given(path: Path, codec: Codec) -> None:
    """Take the start token out of the converted configuration: the engine gives the whole opening, as it does to PyTorch."""
    content = json.loads(path.read_text(encoding="utf-8"))
    # CTranslate2 refuses to load a model whose tokenizer has no such token, as that of mBART-50.
    content["bos_token"] = content.get("bos_token") or content["eos_token"]
    if codec.family.name != "marian":
        content["decoder_start_token"] = None
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
