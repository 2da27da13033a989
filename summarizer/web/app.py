"""The routes: the form, its answer, and the same for programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from summarizer import __version__
from summarizer.errors import RequestError, SummarizerError
from summarizer.languages import get_language
from summarizer.options import LANGUAGES
from summarizer.reading.source import SUFFIXES
from summarizer.rendering import RENDERERS, as_html, get_renderer
from summarizer.rendering.form import Fault, Filled, as_form
from summarizer.rendering.pages import policy_of
from summarizer.web.asked import asked_by_form, asked_by_program, filled_by, read_form
from summarizer.web.desk import Desk
from summarizer.web.faults import fault_of, status_of
from summarizer.web.guard import Guard

MEDIA_TYPES = MappingProxyType(
    {
        "json": "application/json",
        "markdown": "text/markdown",
        "html": "text/html",
        "csv": "text/csv",
        "tbx": "application/x-tbx+xml",
        "skos": "text/turtle",
    }
)


def build_app(desk: Desk, *, is_local: bool) -> ASGIApp:
    """Return the application that has *desk* make its digests; *is_local* when it is for this machine only."""
    app = Starlette(
        routes=[
            Route("/", show_form),
            Route("/digest", digest_page, methods=["POST"]),
            Route("/digest", show_form_again),
            Route("/api/digest", digest_data, methods=["POST"]),
            Route("/health", health),
        ],
        exception_handlers={HTTPException: _refuse, Exception: _fail},
    )
    app.state.desk = desk
    return Guard(app, is_local=is_local)


async def show_form(request: Request) -> Response:
    """Answer with the empty form."""
    options = _desk(request).options
    filled = Filled(summary_words=str(options.summary_words), key_points=str(options.key_points))
    return _form(request, filled)


async def show_form_again(request: Request) -> Response:
    """Lead to the form: the page of a digest has no address of its own."""
    return RedirectResponse(f"/?lang={_lang(request)}", status_code=303)


async def digest_page(request: Request) -> Response:
    """Answer a form with the page of the digest, or with the form itself and what was wrong."""
    filled = Filled()
    try:
        form = await read_form(request)
        filled = filled_by(form)
        try:
            asked = asked_by_form(form)
        finally:
            await form.close()
        page = await _desk(request).answer(asked, partial(as_html, home=f"/?lang={_lang(request)}"))
    except SummarizerError as error:
        return _form(request, filled, fault=fault_of(error), status=status_of(error))
    return _page(page)


async def digest_data(request: Request) -> Response:
    """Answer a program with the digest in the format that it asks for, or with the error as JSON."""
    try:
        form = _format(request)
        text = await _desk(request).answer(await asked_by_program(request), get_renderer(form))
    except SummarizerError as error:
        return JSONResponse({"error": str(error)}, status_of(error))
    return _page(text) if form == "html" else Response(text, media_type=MEDIA_TYPES[form])


async def health(request: Request) -> Response:
    """Say that the server is there."""
    return JSONResponse({"status": "ok", "version": __version__})


async def _refuse(request: Request, error: Exception) -> Response:
    """Answer where there is no such address or method."""
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    if request.url.path in ("/", "/digest") or (status == 404 and _wants_page(request)):
        word = "missing" if status == 404 else "bad_request"
        return _form(request, Filled(), fault=Fault(word), status=status, headers=headers)
    return JSONResponse({"error": getattr(error, "detail", "failed")}, status, headers)


async def _fail(request: Request, error: Exception) -> Response:
    """Answer where the program itself is wrong; the server's log has the trace."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": "the article could not be digested; the server's log says why"}, 500)
    return _form(request, Filled(), fault=Fault("failed"), status=500)


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


def _format(request: Request) -> str:
    """Return the format that the address line names, else the one that is accepted best, else JSON."""
    named = request.query_params.get("format")
    if named is not None:
        if named not in RENDERERS:
            raise RequestError(f"format: {named[:40]!r} is not known; choose one of {', '.join(RENDERERS)}")
        return named
    forms = {media_type: name for name, media_type in MEDIA_TYPES.items()}
    return next((forms[each] for each in _by_preference(request.headers.get("accept", "")) if each in forms), "json")


def _lang(request: Request) -> str:
    """Return the language of the page: as the address line says, else the reader's first that is known, else English."""
    named = request.query_params.get("lang")
    preferred = (each.partition("-")[0] for each in _by_preference(request.headers.get("accept-language", "")))
    return named if named in LANGUAGES else next((code for code in preferred if code in LANGUAGES), "en")


def _by_preference(header: str) -> list[str]:
    """Return the choices of an Accept header, the best first; those with a quality of zero are none.

    >>> _by_preference("de, en;q=0.5, fr-FR;q=0.8, it;q=0")
    ['de', 'fr-fr', 'en']
    """
    ranked = []
    for choice in header.lower().split(","):
        name, _, rest = choice.partition(";")
        quality = re.search(r"(?:^|;)\s*q=([01](?:\.\d{0,3})?)\s*(?:;|$)", rest)
        ranked.append((float(quality.group(1)) if quality else 1.0, name.strip()))
    return [name for weight, name in sorted(ranked, key=lambda pair: -pair[0]) if weight > 0]


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _form(
    request: Request,
    filled: Filled,
    *,
    fault: Fault | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    suffixes = [suffix for suffix in SUFFIXES if suffix]
    page = as_form(get_language(_lang(request)), filled, suffixes=suffixes, fault=fault)
    response = _page(page, status)
    response.headers.update(headers or {})
    return response


def _page(page: str, status: int = 200) -> Response:
    """Return *page*, with the policy that it states, and what only a header can forbid: to be framed."""
    return HTMLResponse(page, status, {"Content-Security-Policy": f"{policy_of(page)}; frame-ancestors 'none'"})
