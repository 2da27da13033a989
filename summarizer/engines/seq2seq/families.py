"""The kinds of pretrained models, and how each wants its input framed and its output started.

The tokenizers of a library release do not always add what a model was trained with (BARThez loses its ``<s>`` and ``</s>`` when
its tokenizer is read from a SentencePiece file), so the frame stands here and nothing is left to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from summarizer.errors import EngineError

# Pieces of a frame: the ids of the tokenizer's own tokens, the language's code, the text.
BEGIN, END, CODE, TEXT = "begin", "end", "code", "text"
# As the first token of the output: what the model's configuration says.
START = "start"


@dataclass(frozen=True, slots=True)
class Family:
    """How the models of one kind are addressed.

    ``frame`` is the order of the input's pieces, ``opening`` that of the output's first tokens; ``codes`` maps a language to the
    token that stands for it; ``input_limit`` is the longest input, in tokens, where the model does not say.
    """

    name: str
    frame: tuple[str, ...] = (TEXT, END)
    opening: tuple[str, ...] = (START,)
    prefix: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    input_limit: int = 1024
    breaks: tuple[str, ...] = ()
    """What the model writes between two sentences in place of a space."""


# The codes of fairseq's multilingual models (Liu et al. 2020; Tang et al. 2020).
_CODES = MappingProxyType({"fr": "fr_XX", "en": "en_XX"})

FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        family.name: family
        for family in (
            # Eddine et al. 2021; mBARThez is of the same make.
            Family("barthez", frame=(BEGIN, TEXT, END)),
            Family("bart", frame=(BEGIN, TEXT, END)),
            # Liu et al. 2020: the code ends the input and starts the output.
            Family("mbart", frame=(TEXT, END, CODE), opening=(CODE,), codes=_CODES),
            # Tang et al. 2020: the code starts the input and is forced as the first token of the output.
            Family("mbart50", frame=(CODE, TEXT, END), opening=(START, CODE), codes=_CODES),
            # Raffel et al. 2020: the task is told in words; 512 tokens in training.
            Family("t5", prefix="summarize: ", input_limit=512),
            # Hasan et al. 2021 fine-tuned mT5 on XL-Sum without a prefix.
            Family("mt5", input_limit=512),
            # Zhang et al. 2020 part sentences by a mark of their own.
            Family("pegasus", breaks=("<n>",), input_limit=512),
            # Junczys-Dowmunt et al. 2018; translation only.
            Family("marian", input_limit=512),
        )
    }
)

# A token that only the models of one family have -> the family, looked at in this order; else the last one.
_MBART_MARKS: tuple[tuple[str, str], ...] = (("gl_ES", "mbart50"), ("fr_XX", "mbart"))
_MODEL_TYPES: Mapping[str, str] = MappingProxyType(
    {"bart": "bart", "t5": "t5", "mt5": "mt5", "pegasus": "pegasus", "marian": "marian", "mbart": "barthez"}
)


def family_of(model_type: str, *, vocabulary: Mapping[str, int], size: int, where: str) -> Family:
    """Return the family of a model by its *model_type* and what its *vocabulary* holds among the first *size* ids.

    mBART, mBART-50 and BARThez call themselves ``mbart`` all three. Raises EngineError for another kind of model.

    >>> family_of("mbart", vocabulary={"fr_XX": 7}, size=8, where="a folder").name
    'mbart'
    """
    if model_type not in _MODEL_TYPES:
        known = ", ".join(sorted(FAMILIES))
        raise EngineError(f"{where}: holds a model of type {model_type!r}; known: {known}")
    if model_type == "mbart":
        for token, name in _MBART_MARKS:
            if vocabulary.get(token, size) < size:
                return FAMILIES[name]
    return FAMILIES[_MODEL_TYPES[model_type]]
