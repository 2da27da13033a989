"""``summarizer models``: the shipped models, pretrained ones in the cache, and conversion."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer import resources
from summarizer.cli import shared
from summarizer.engines.seq2seq.conversion import convert
from summarizer.engines.seq2seq.weights import cached_models


class Quantization(str, Enum):
    """How weights are stored."""

    int8 = "int8"
    int8_float32 = "int8_float32"
    int16 = "int16"
    float16 = "float16"
    bfloat16 = "bfloat16"
    float32 = "float32"


models_app = typer.Typer(no_args_is_help=True, help="List the models that are there, and convert pretrained ones.")


class ListFormat(str, Enum):
    """Formats of the list."""

    text = "text"
    json = "json"


@models_app.command("list")
def list_command(
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="Format of the list.")] = ListFormat.text,
    output: shared.OutputOption = None,
) -> None:
    """List the shipped models (size, licence, data, command that trains them) and the pretrained ones in the cache."""
    shipped = [
        {"name": name, "size": (resources.models_folder() / name).stat().st_size, **facts}
        for name, facts in sorted(resources.manifest()["files"].items())
    ]
    cached = [{"name": each.name, "size": each.size, "safetensors": each.usable} for each in cached_models()]
    if form is ListFormat.json:
        text = json.dumps({"shipped": shipped, "cached": cached}, ensure_ascii=False, indent=1) + "\n"
    else:
        text = "".join(f"{line}\n" for line in _lines(shipped, cached))
    shared.write(text, output)


@models_app.command("convert")
def convert_command(
    name: Annotated[str, typer.Argument(metavar="NAME_OR_FOLDER", help="Model of transformers: a folder, or a name on the hub.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write; must not exist.")],
    quantization: Annotated[Quantization, typer.Option("--quantization", help="How weights are stored.")] = Quantization.int8,
    offline: shared.OfflineOption = False,
) -> None:
    """Convert a pretrained model for CTranslate2, which runs it on a CPU in less time and memory."""
    convert(name, out, quantization=quantization.value, offline=offline)
    shared.say(f"converted to {quantization.value}: {out}; use it with --model {out}")


def _lines(shipped: list[dict[str, Any]], cached: list[dict[str, Any]]) -> list[str]:
    lines = ["Shipped"]
    for each in shipped:
        lines += [f"  {each['name']}  {_size(each['size'])}  {each['licence']}", f"    trained on: {'; '.join(each['data'])}"]
        lines += [f"    made by: {each['command']}"]
    lines.append("In the cache of pretrained models")
    lines += [
        f"  {each['name']}  {_size(each['size'])}" + ("" if each["safetensors"] else "  no safetensors weights: cannot be used")
        for each in cached
    ] or ["  none"]
    return lines


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"
