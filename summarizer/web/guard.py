"""Who may ask, and what the answers may do: around every route.

A server for this machine alone answers only to its names: a page elsewhere whose own name leads to 127.0.0.1 (DNS rebinding) is
refused. A form on another site may not post here, and no other site may read an answer: there are no CORS headers.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What an answer without a page of its own may do: nothing.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^:\[\]]+))(?::\d+)?")


class Guard:
    """The application *app* with checks before it and headers after it; *is_local* when it is for this machine only."""

    def __init__(self, app: ASGIApp, *, is_local: bool) -> None:
        self._app = app
        self._is_local = is_local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message)
            await send(message)

        app = self._app
        if scope["type"] == "http":
            refusal = self._refusal(scope["method"], Headers(scope=scope))
            app = JSONResponse({"error": refusal}, 403) if refusal else app
        await app(scope, receive, send_safely)

    def _refusal(self, method: str, headers: Headers) -> str:
        """Return why the request is refused, nothing when it is not."""
        host = headers.get("host", "")
        if self._is_local and not is_local_name(host):
            return f"host {host!r}: is no name of this machine; use localhost or 127.0.0.1, or serve with --host"
        if method not in ("GET", "HEAD") and _is_foreign(headers, host):
            return "the request comes from a page of another site; open the form here"
        return ""


def is_local_name(host: str) -> bool:
    """Tell whether a Host header names this machine: localhost or a loopback address, with or without a port.

    >>> [is_local_name(host) for host in ("localhost:8000", "127.0.0.1", "[::1]:8000", "evil.example", "127.0.0.1.evil.example")]
    [True, True, True, False, False]
    """
    match = _HOST.fullmatch(host)
    if match is None:
        return False
    name = match.group(1) or match.group(2)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name.lower() == "localhost"


def _is_foreign(headers: Headers, host: str) -> bool:
    """Tell whether a browser says that another site sends the request; older ones name only the origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin", "null")
    return site not in ("same-origin", "none") if site else origin != "null" and urlsplit(origin).netloc != host


def _add_headers(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
