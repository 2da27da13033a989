"""Text to token ids and back, in the way of a model's family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.engines.seq2seq.families import BEGIN, CODE, END, START, TEXT, Family, family_of
from summarizer.engines.seq2seq.quiet import quietly
from summarizer.errors import EngineError
from summarizer.extras import needed_from

# A tokenizer that knows no limit says a number of this order.
_NO_LIMIT = 1_000_000
# The codes that a multilingual Marian model wants before its text name the target language in one of these ways.
_MARIAN_CODES: Mapping[str, tuple[str, ...]] = {"fr": (">>fra<<", ">>fr<<"), "en": (">>eng<<", ">>en<<")}


@dataclass(frozen=True, slots=True)
class Codec:
    """A model's tokenizer with its family and limits.

    ``start`` is the id that opens the output where the family does not say, ``forced`` the one that the model's own settings put
    after it; ``least`` and ``length_penalty`` are those settings' shortest output, in tokens, and preference for long output;
    ``early_stopping`` whether they end the search as soon as there are as many outputs as beams.
    """

    tokenizer: Any
    family: Family
    prefix: str
    start: int
    forced: int | None
    input_limit: int
    least: int = 0
    length_penalty: float = 1.0
    early_stopping: bool = False

    def encode(self, text: str, *, lang: str, to: str | None = None) -> list[int]:
        """Return the ids of *text* in the language *lang*, framed as the model expects; *to* is the language asked for."""
        pieces: dict[str, list[int]] = {
            BEGIN: [self.tokenizer.bos_token_id],
            END: [self.tokenizer.eos_token_id],
            TEXT: self._ids(self._marian_code(to or lang) + self.prefix + text),
            CODE: [self._code(lang)] if CODE in self.family.frame else [],
        }
        return [token for name in self.family.frame for token in pieces[name]]

    def opening(self, lang: str) -> list[int]:
        """Return the ids that the output in *lang* starts with."""
        pieces = {START: self.start, CODE: self._code(lang) if CODE in self.family.opening else self.start}
        ids = [pieces[name] for name in self.family.opening]
        return ids if self.forced is None or CODE in self.family.opening else [*ids, self.forced]

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of *ids*, without special tokens, in even spaces."""
        text: str = self.tokenizer.decode(list(ids), skip_special_tokens=True)
        for mark in self.family.breaks:
            text = text.replace(mark, " ")
        return " ".join(text.split())

    def count(self, text: str) -> int:
        """Return how many tokens *text* is by itself, without frame and prefix."""
        return len(self._ids(text))

    def room(self, lang: str) -> int:
        """Return how many tokens of text the model takes at once, frame and prefix deducted."""
        return self.input_limit - len(self.encode("", lang=lang))

    def tokens(self, ids: Sequence[int]) -> list[str]:
        """Return the tokens of *ids* as the vocabulary writes them."""
        names: list[str] = self.tokenizer.convert_ids_to_tokens(list(ids))
        return names

    def ids(self, tokens: Sequence[str]) -> list[int]:
        """Return the ids of *tokens*, which are written as in the vocabulary."""
        found: list[int] = self.tokenizer.convert_tokens_to_ids(list(tokens))
        return found

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"] if text else []
        return ids

    def _code(self, lang: str) -> int:
        code: int = self.tokenizer.convert_tokens_to_ids(self.family.codes[lang])
        return code

    def _marian_code(self, lang: str) -> str:
        known = getattr(self.tokenizer, "supported_language_codes", ()) if self.family.name == "marian" else ()
        return next((f"{code} " for code in _MARIAN_CODES[lang] if code in known), "")


def load_codec(folder: Path) -> Codec:
    """Return the codec of the model in *folder*.

    Raises EngineError when configuration or tokenizer cannot be read, or the model is of no known family.
    """
    with needed_from("neural"):
        from transformers import AutoConfig, AutoTokenizer, GenerationConfig
    try:
        with quietly():
            config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
            generation = GenerationConfig.from_model_config(config)
            if (folder / "generation_config.json").is_file():
                generation = GenerationConfig.from_pretrained(folder, local_files_only=True)
            family = family_of(
                config.model_type, vocabulary=tokenizer.get_vocab(), size=config.get_text_config().vocab_size, where=str(folder)
            )
            if family.name == "barthez":
                tokenizer = _barthez_tokenizer(tokenizer, folder)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise EngineError(f"{folder}: configuration or tokenizer cannot be read ({error}); fetch the model anew") from error
    return Codec(
        tokenizer=tokenizer,
        family=family,
        prefix=_prefix(config, family),
        start=_start(config, generation, tokenizer),
        forced=generation.forced_bos_token_id if START in family.opening else None,
        input_limit=_input_limit(config, tokenizer, family),
        least=generation.min_length or 0,
        length_penalty=1.0 if generation.length_penalty is None else generation.length_penalty,
        early_stopping=generation.early_stopping is True,
    )


def _barthez_tokenizer(tokenizer: Any, folder: Path) -> Any:
    """Return *tokenizer*, or the right one where the folder does not name it and that of mBART was taken."""
    from transformers import BarthezTokenizer, MBartTokenizer

    if isinstance(tokenizer, MBartTokenizer):
        return BarthezTokenizer.from_pretrained(folder, local_files_only=True)
    return tokenizer


def _prefix(config: Any, family: Family) -> str:
    """Return the words before the article: those that the model's own configuration gives for summaries, else the family's."""
    tasks = getattr(config, "task_specific_params", None) or {}
    own = tasks.get("summarization", {}).get("prefix")
    return own if isinstance(own, str) else family.prefix


def _start(config: Any, generation: Any, tokenizer: Any) -> int:
    candidates = (
        generation.decoder_start_token_id,
        getattr(config, "decoder_start_token_id", None),
        tokenizer.eos_token_id if config.model_type in ("bart", "mbart") else tokenizer.pad_token_id,
    )
    return next(int(each) for each in candidates if each is not None)


def _input_limit(config: Any, tokenizer: Any, family: Family) -> int:
    limits = [getattr(config, "max_position_embeddings", None), tokenizer.model_max_length]
    known = [int(limit) for limit in limits if limit and limit < _NO_LIMIT]
    return min(known, default=family.input_limit)
