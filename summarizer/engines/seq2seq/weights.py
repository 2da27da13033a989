"""Where a model lies: a folder, the user's cache, or the hub. Weights are taken as safetensors only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import EngineError
from summarizer.extras import needed_from

# What a model needs beside its weights: configurations, vocabularies, SentencePiece models. A pickle is never fetched.
_FILES = ("*.json", "*.safetensors", "*.model", "*.spm", "*.txt")
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
# What tells a folder that CTranslate2 reads, and where the conversion puts tokenizer and configuration.
CONVERTED_WEIGHTS, TOKENIZER_FOLDER = "model.bin", "tokenizer"


def is_converted(folder: Path) -> bool:
    """Tell whether *folder* holds a model that ``summarizer models convert`` wrote."""
    return (folder / CONVERTED_WEIGHTS).is_file() and (folder / TOKENIZER_FOLDER / "config.json").is_file()


def locate(name: str, *, offline: bool) -> Path:
    """Return the folder of the model *name*: a folder as it is, else the user's cache, else the hub unless *offline*.

    A name may end in ``@REVISION``. Raises EngineError when the model is not there or has no safetensors weights.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        if folder.exists() or name.startswith((".", "/", "~")) or name.count("/") > 1:
            raise EngineError(f"{name}: is not a folder; give a model's folder, or its name on the hub (owner/name)")
        folder = _fetched(name, offline=offline)
    if not is_converted(folder):
        _check(folder, name)
    return folder


def _fetched(name: str, *, offline: bool) -> Path:
    with needed_from("neural"):
        import huggingface_hub
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError
    from summarizer.engines.seq2seq.quiet import quietly

    repository, _, revision = name.partition("@")
    try:
        with quietly():
            path = huggingface_hub.snapshot_download(
                repository, revision=revision or None, allow_patterns=_FILES, ignore_patterns=["*/*"], local_files_only=offline
            )
    except LocalEntryNotFoundError as error:
        advice = "run once without --offline (and without HF_HUB_OFFLINE), or give a folder that holds it"
        raise EngineError(f"{name}: is not in the cache of models, and the hub was not asked or not reached; {advice}") from error
    except (HfHubHTTPError, HFValidationError, OSError) as error:
        raise EngineError(f"{name}: cannot be fetched ({_first_line(error)}); check the name, or give a folder") from error
    return Path(path)


def _check(folder: Path, name: str) -> None:
    if not (folder / "config.json").is_file():
        raise EngineError(
            f"{name}: holds no config.json; give a folder written by save_pretrained or `summarizer models convert`"
        )
    if (folder / CONVERTED_WEIGHTS).is_file():
        raise EngineError(f"{name}: is a CTranslate2 model without its tokenizer; convert it with `summarizer models convert`")
    if any(folder.glob("*.safetensors")):
        return
    if any(path for pattern in _PICKLES for path in folder.glob(pattern)):
        raise EngineError(
            f"{name}: has its weights only as a pickle, which can run code when it is opened; take a revision with safetensors "
            f"(NAME@REVISION), or save it again with `save_pretrained` where you trust it"
        )
    raise EngineError(
        f"{name}: holds no weights (*.safetensors); fetch the model anew, or choose another revision (NAME@REVISION)"
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


@dataclass(frozen=True, slots=True)
class CachedModel:
    """A model in the user's cache: its name, its size in bytes, and whether it has safetensors weights."""

    name: str
    size: int
    usable: bool


def cached_models() -> Iterator[CachedModel]:
    """Yield the models in the user's cache, by name; none where the hub's library is not installed or the cache is empty."""
    try:
        from huggingface_hub import scan_cache_dir
        from huggingface_hub.errors import CacheNotFound
    except ImportError:
        return
    try:
        repositories = scan_cache_dir().repos
    except CacheNotFound:
        return
    for repository in sorted(repositories, key=lambda each: each.repo_id):
        if repository.repo_type == "model":
            files = [file.file_name for revision in repository.revisions for file in revision.files]
            yield CachedModel(repository.repo_id, repository.size_on_disk, any(name.endswith(".safetensors") for name in files))
