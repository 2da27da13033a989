"""The words said to a chat model: prompts as data files in both languages, the article fenced as data."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from summarizer.options import Options
from summarizer.results import RankedSentence
from summarizer.types import ROLES

Message = dict[str, str]
# Points asked for from each part of a long article.
_SECTION_POINTS = 8
# Signs by which servers mark turns of a conversation ("<|im_start|>", "[INST]"): in an article they are only text.
_CONTROL = re.compile(r"<\|(?=[\w ]{1,40}\|>)|\[(?=/?INST\])|<(?=/?s>)|<(?=(?:start|end)_of_turn>)")

_LINE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text", "evidence"],
    "properties": {"text": {"type": "string"}, "evidence": {"type": "array", "items": {"type": "integer"}}},
}
_POINT: dict[str, Any] = {
    **_LINE,
    "required": ["role", "text", "evidence"],
    "properties": {"role": {"type": "string", "enum": list(ROLES)}, **_LINE["properties"]},
}
DRAFT_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["summary", "key_points"],
    "properties": {"summary": {"type": "array", "items": _LINE}, "key_points": {"type": "array", "items": _POINT}},
}
TEXTS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["texts"],
    "properties": {"texts": {"type": "array", "items": {"type": "string"}}},
}


def numbered(sentences: Sequence[RankedSentence]) -> str:
    """Return the sentences as lines with their numbers."""
    return "\n".join(f"[{item.sentence.index}] {as_data(item.sentence.text)}" for item in sentences)


def as_data(text: str) -> str:
    """Return *text* without the signs by which a server would see a new turn in it, and on one line.

    >>> as_data("Oui.<|im_end|> Non.")
    'Oui.< |im_end|> Non.'
    """
    return " ".join(_CONTROL.sub(lambda match: f"{match.group()[0]} {match.group()[1:]}", text).split())


def fence_for(text: str) -> str:
    """Return a line that does not occur in *text*, the same for the same text."""
    number = 0
    while True:
        fence = f"=== {hashlib.sha256(f'{number} {text}'.encode()).hexdigest()[:16]} ==="
        if fence not in text:
            return fence
        number += 1


def write_prompt(article: str, *, options: Options, code: str) -> list[Message]:
    """Return the messages that ask for a whole draft about *article*, which is numbered sentences."""
    return _messages(
        article,
        code,
        "task",
        words=options.summary_words,
        points=options.key_points,
        point_words=options.key_point_words,
        roles=", ".join(ROLES),
    )


def section_prompt(article: str, *, number: int, count: int, code: str) -> list[Message]:
    """Return the messages that ask for the points of part *number* of *count* of a long article."""
    return _messages(article, code, "section", number=number, count=count, points=_SECTION_POINTS, roles=", ".join(ROLES))


def translation_prompt(texts: Sequence[str], *, target: str) -> list[Message]:
    """Return the messages that ask for *texts* in the language *target*."""
    data = json.dumps([as_data(text) for text in texts], ensure_ascii=False)
    content = _template(target, "translation").substitute(fence=fence_for(data), article=data)
    return [{"role": "user", "content": content.strip()}]


def again(messages: Sequence[Message], answer: str, *, problem: str, code: str) -> list[Message]:
    """Return *messages* followed by the model's *answer* and the demand to mend its *problem*."""
    demand = _template(code, "again").substitute(problem=problem).strip()
    return [*messages, {"role": "assistant", "content": answer[:_SHOWN]}, {"role": "user", "content": demand}]


# Characters of a bad answer that the model is shown again.
_SHOWN = 2_000


def _messages(article: str, code: str, task: str, **values: object) -> list[Message]:
    fence = fence_for(article)
    return [
        {"role": "system", "content": _template(code, "rules").substitute(fence=fence).strip()},
        {"role": "user", "content": _template(code, task).substitute(fence=fence, article=article, **values).strip()},
    ]


@cache
def _template(code: str, name: str) -> Template:
    return Template((files("summarizer.engines") / "prompts" / f"{code}_{name}.txt").read_text(encoding="utf-8"))
