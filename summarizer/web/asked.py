"""Requests -> what they ask for: an article to read, and the settings of its digest."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from summarizer import reading
from summarizer.errors import ReadingError, RequestError, TooLargeError, UnknownKindError
from summarizer.options import MAX_CONTAINER_BYTES
from summarizer.reading.source import SUFFIXES
from summarizer.reading.url import is_url
from summarizer.rendering.form import Filled
from summarizer.types import Article, Block
from summarizer.web.faults import NothingGivenError, SeveralGivenError

# The largest body: the largest file that is read, and the rest of the form around it.
MAX_BODY_BYTES = MAX_CONTAINER_BYTES + 1_000_000
# A body beyond that is heard out, so that the sender gets to read the answer, but not for ever.
_HEARD_OUT = 4 * MAX_BODY_BYTES
_MOST_FIELDS = 20
# What may be asked of a digest; the rest is for whoever starts the server to say.
SETTINGS = ("language", "summary_words", "key_points", "glossary_entries")
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
# Beside the types of the readers: other names of theirs, and what leaves it to the content.
_KINDS = {
    *SUFFIXES.values(),
    "application/xhtml+xml",
    "application/atom+xml",
    "application/xml",
    "text/xml",
    "application/octet-stream",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What to digest and how: *read* returns the article, given whether private addresses are allowed."""

    read: Callable[[bool], Article]
    settings: Mapping[str, object] = field(default_factory=dict)


def asked_by_form(form: FormData) -> Asked:
    """Return what the fields of the page's form ask for.

    Raises NothingGivenError when there is no article among them, SeveralGivenError when there is more than one.
    """
    text, address, upload = _typed(form, "text"), _typed(form, "address").strip(), form.get("file")
    given: list[Callable[[bool], Article]] = []
    if text.strip():
        given.append(partial(_read_address, text.strip()) if is_url(text) else partial(_read_text, text, "text"))
    if isinstance(upload, UploadFile) and (upload.filename or upload.size):
        given.append(partial(_read_upload, upload.file.read(), upload.filename or "file"))
    if address:
        given.append(partial(_read_address, address))
    if len(given) > 1:
        raise SeveralGivenError("several articles are given")
    if not given:
        raise NothingGivenError("no article is given")
    settings = {name: _number(_typed(form, name).strip()) for name in SETTINGS if _typed(form, name).strip()}
    return Asked(given[0], settings)


def filled_by(form: FormData) -> Filled:
    """Return what was typed into the form, to be shown again; a file cannot be."""
    names = ("text", "address", "language", "summary_words", "key_points")
    return Filled(**{name: _typed(form, name) for name in names})


async def read_form(request: Request) -> FormData:
    """Return the fields of a form, multipart or urlencoded; nothing of it is written to disk.

    Raises TooLargeError, UnknownKindError for another kind of body, RequestError when it is damaged.
    """
    kind = _kind(request)
    if kind == "application/x-www-form-urlencoded":
        body = b"".join([piece async for piece in _bounded(request)])
        try:
            fields = parse_qsl(body.decode("latin-1"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError as error:
            raise RequestError(f"the form cannot be read: {error}") from error
        return FormData(dict(fields))
    if kind != "multipart/form-data":
        raise UnknownKindError(f"{kind or 'no content type'}: is no form; send multipart/form-data")
    parser = MultiPartParser(
        request.headers, _bounded(request), max_files=1, max_fields=_MOST_FIELDS, max_part_size=MAX_BODY_BYTES
    )
    parser.spool_max_size = 2 * MAX_BODY_BYTES
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise RequestError(f"the form cannot be read: {error.message}") from error


async def asked_by_program(request: Request) -> Asked:
    """Return what a body of JSON asks for, or the body itself as an article, with the settings of the address line.

    Raises RequestError for JSON of another shape and for unknown settings, TooLargeError, UnknownKindError for a body that has no
    reader.
    """
    query = {name: _number(value) for name, value in request.query_params.items() if name != "format"}
    _check_names(query, SETTINGS)
    kind, body = _kind(request), b"".join([piece async for piece in _bounded(request)])
    if kind == "application/json":
        return _asked_by_json(body, query)
    if kind and kind not in _KINDS:
        known = ", ".join(sorted({"application/json", *SUFFIXES.values()}))
        raise UnknownKindError(f"{kind}: has no reader; send one of {known}")
    media_type = request.headers.get("content-type", "")
    return Asked(lambda _: reading.read_sent(body, name="request", media_type=media_type), query)


def _asked_by_json(body: bytes, query: Mapping[str, object]) -> Asked:
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"the body is no JSON: {error}") from error
    if not isinstance(values, dict):
        raise RequestError('the body must be an object such as {"text": "…"} or {"url": "https://…"}')
    _check_names(values, ("text", "url", "title", *SETTINGS))
    for name in ("text", "url", "title"):
        if not isinstance(values.get(name, ""), str):
            raise RequestError(f"{name}: must be a text")
    if ("text" in values) == ("url" in values):
        raise RequestError("give either text or url")
    settings = {**query, **{name: values[name] for name in SETTINGS if name in values}}
    if "url" in values:
        return Asked(partial(_read_address, values["url"].strip()), settings)
    return Asked(partial(_read_text, values["text"], "text", title=values.get("title", "").strip()), settings)


def _check_names(given: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in given:
        if name not in known:
            raise RequestError(f"{name[:40]}: is not known; known: {', '.join(known)}")


def _read_text(text: str, name: str, _: bool, *, title: str = "") -> Article:
    article = reading.read_bytes(text.encode("utf-8", "replace"), name=name)
    if not title:
        return article
    rest = (replace(block, kind="heading", level=1) if block.kind == "title" else block for block in article.blocks)
    return replace(article, blocks=(Block("title", title), *(block for block in rest if block.text != title)))


def _read_upload(data: bytes, name: str, _: bool) -> Article:
    """Read an upload; its name is shown and tells the kind, and is no path."""
    shown = name.replace("\\", "/").rpartition("/")[2][-200:]
    return reading.read_bytes(data, name=shown, suffix=PurePosixPath(shown).suffix.lower())


def _read_address(url: str, allow_private_addresses: bool) -> Article:
    if not is_url(url):
        raise ReadingError(f"{url}: is no address of the web; give one that starts with http:// or https://")
    return reading.read_url(url, allow_private_addresses=allow_private_addresses)


async def _bounded(request: Request) -> AsyncGenerator[bytes, None]:
    """Yield the body piece by piece. Raises TooLargeError when it is larger than what is read."""
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size <= MAX_BODY_BYTES:
            yield piece
        elif size > _HEARD_OUT:
            break
    if size > MAX_BODY_BYTES:
        raise TooLargeError(f"the request is larger than the {MAX_BODY_BYTES // 1_000_000} MB that are read")


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _typed(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _number(text: str) -> int | str:
    """Return a number where *text* is one; whether a setting may be a text, the options say."""
    return int(text) if _NUMBER.fullmatch(text) else text[:40]
