"""What a chat model answered -> a draft: JSON in any shape near the one asked for, fenced, cut short, or with words around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.analysis import split_sentences
from summarizer.engines.draft import Draft, DraftPoint
from summarizer.extras import needed_from
from summarizer.languages import KNOWN
from summarizer.types import ROLES, Role
from summarizer.words import count_words, fold

# Most sentences of a synthesis and words of a line that are taken from an answer; what is longer is no digest.
_SENTENCES, _WORDS = 12, 90
_FENCE = re.compile(r"```(?:json|JSON)?\s*(.*?)(?:```|$)", re.DOTALL)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", re.DOTALL)
# Put at the end of a broken answer before it is mended, so that the text that it broke off in can be told.
_BREAK = "\uffff"
_MARKS = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+|\*\*|__|\s*\[\d+(?:\s*[,;-]\s*\d+)*\]")


def parse_json(answer: str) -> Any:
    """Return the JSON value in *answer*, mended where it is cut short or malformed; None where there is none.

    A text in which a broken answer ends still holds the sign of the break.
    """
    text = _THOUGHT.sub("", answer.replace(_BREAK, "")).strip()
    fenced = _FENCE.search(text)
    text = fenced.group(1) if fenced else text
    start = min((place for sign in "{[" if (place := text.find(sign)) >= 0), default=-1)
    if start < 0:
        return None
    try:
        return json.loads(text[start:])
    except (ValueError, RecursionError):
        return _mended(text[start:])


def read_draft(answer: str, *, points: int, code: str) -> Draft | None:
    """Return the draft in *answer*, with at most *points* key points, or None where it holds no line."""
    data = parse_json(answer)
    if not isinstance(data, dict):
        return None
    claims: dict[str, tuple[int, ...]] = {}
    summary: list[str] = []
    for item in _items(data.get("summary")):
        for text in _sentences(item, code):
            summary.append(text)
            claims[text] = _evidence(item)
    found: list[DraftPoint] = []
    for item in _items(data.get("key_points")):
        text = clean(_text(item))
        if text and _BREAK not in text and count_words(text) <= _WORDS:
            found.append(DraftPoint(_role(item, code), text))
            claims[text] = _evidence(item)
    if not summary and not found:
        return None
    return Draft(tuple(summary[:_SENTENCES]), tuple(_with_one_event(found[:points])), claims=claims)


def read_texts(answer: str, count: int) -> tuple[str, ...] | None:
    """Return the *count* texts in *answer*, or None where there are not as many."""
    data = parse_json(answer)
    texts = data.get("texts") if isinstance(data, dict) else data
    if (
        not isinstance(texts, list)
        or len(texts) != count
        or not all(isinstance(text, str) and _BREAK not in text for text in texts)
    ):
        return None
    return tuple(valid(text).strip() for text in texts)


def clean(text: str) -> str:
    """Return *text* on one line, without Markdown, list signs and sentence numbers.

    >>> clean("- **Le pont** rouvre [3].")
    'Le pont rouvre.'
    """
    return " ".join(_MARKS.sub("", valid(text)).split())


def valid(text: str) -> str:
    """Return *text* with the halves of a character that JSON gives as two joined; a half alone, which is none, goes."""
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return joined.encode("utf-8", "ignore").decode("utf-8")


def import_mender() -> Any:
    """Return json-repair, the kept library for what models break. Raises MissingExtraError where it is not installed."""
    with needed_from("chat"):
        import json_repair
    return json_repair


def _mended(text: str) -> Any:
    """Return what can be read of broken JSON, with the sign of the break in the text that it broke off in."""
    try:
        return import_mender().loads(text + _BREAK)
    except (ValueError, RecursionError):
        return None


def _items(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        yield from ({"role": role, "text": text} for role, text in value.items() if isinstance(text, str))
    elif isinstance(value, str):
        yield value


def _text(item: Any) -> str:
    if isinstance(item, Mapping):
        item = next((item[key] for key in ("text", "line", "sentence", "point") if isinstance(item.get(key), str)), "")
    return item if isinstance(item, str) else ""


def _sentences(item: Any, code: str) -> Iterator[str]:
    """Yield the sentences of one element of the synthesis, which ought to be one."""
    text = clean(_text(item))
    for span in split_sentences(text, code) if text else ():
        sentence = span.of(text)
        if _BREAK not in sentence and 2 < count_words(sentence) <= _WORDS:
            yield sentence


def _evidence(item: Any) -> tuple[int, ...]:
    given = item.get("evidence") if isinstance(item, Mapping) else None
    return tuple(number for number in given if isinstance(number, int)) if isinstance(given, list) else ()


def _role(item: Any, code: str) -> Role:
    """Return the role that the model gave, by its name or by a label of either language; context where it is none."""
    given = (item.get("role") or item.get("label")) if isinstance(item, Mapping) else ""
    given = given if isinstance(given, str) else ""
    labels = {fold(label): role for language in KNOWN.values() for role, label in language.role_labels.items()}
    name = labels.get(fold(given.strip(" :")), given.strip().lower())
    return next((role for role in ROLES if role == name), "context")


def _with_one_event(points: list[DraftPoint]) -> Iterator[DraftPoint]:
    """Yield the points, the news first; a second one is told as context."""
    news = next((point for point in points if point.role == "event"), None)
    if news is not None:
        yield news
    for point in points:
        if point is not news:
            yield DraftPoint("context", point.text) if point.role == "event" else point
