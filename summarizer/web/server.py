"""Listen on a port, and answer there until interrupted."""

from __future__ import annotations

import errno
import ipaddress
import logging
import os
import socket
from asyncio import CancelledError
from collections.abc import Callable

import uvicorn

from summarizer.errors import OptionError
from summarizer.options import Options
from summarizer.pipeline import Digester
from summarizer.web.app import build_app
from summarizer.web.desk import Desk

# A browser holds six connections; more than these at once get 503.
_MOST_CONNECTIONS = 32
# How long an interrupted server waits for the digest in hand.
_LAST_SECONDS = 3
_BACKLOG = 128


def run(options: Options, *, host: str, port: int, allow_private_addresses: bool, ready: Callable[[str], None]) -> None:
    """Serve as :func:`summarizer.web.serve` says. Raises OptionError when nothing can listen on *host* and *port*."""
    with listen(host, port) as listening:
        address, bound = listening.getsockname()[:2]
        desk = Desk(Digester(options), allow_private_addresses=allow_private_addresses)
        desk.warm()
        config = uvicorn.Config(
            build_app(desk, is_local=ipaddress.ip_address(address.partition("%")[0]).is_loopback),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_LAST_SECONDS,
        )
        logging.getLogger("uvicorn.error").addFilter(_is_news)
        ready(f"http://{f'[{host}]' if ':' in host else host}:{bound}")
        uvicorn.Server(config).run(sockets=[listening])


def _is_news(record: logging.LogRecord) -> bool:
    """Tell whether *record* is worth saying: that an interrupted server gives up the digest in hand is not."""
    is_given_up = record.exc_info is not None and record.exc_info[0] is CancelledError
    return not is_given_up and not str(record.msg).startswith("Cancel ")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on *host* and *port*; port 0 is any free one.

    Raises OptionError when the host is not of this machine, or the port is in use or not allowed.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError) as error:
        raise OptionError(f"{host}: is no address of this machine; give another with --host, such as 127.0.0.1") from error
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere the option would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise OptionError(_why_not(error, host, port)) from error
    return listening


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port}: is in use; choose another with --port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port}: is not allowed; choose one above 1023 with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host}: is no address of this machine; give another with --host, such as 127.0.0.1"
    return f"port {port}: cannot be listened on ({error.strerror or error}); choose another with --port"
