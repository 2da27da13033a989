"""A local page to paste an article into, and the same as an interface for programs: parse, call, render.

``app.py`` has the table of routes, ``asked.py`` makes requests into articles with settings, ``faults.py`` errors into answers,
``guard.py`` says who may ask and what the pages may do, ``desk.py`` has the digester work beside the loop that answers,
``server.py`` listens.
"""

from __future__ import annotations

from collections.abc import Callable

from summarizer.extras import needed_from
from summarizer.options import Options


def serve(options: Options, *, host: str, port: int, allow_private_addresses: bool = False, ready: Callable[[str], None]) -> None:
    """Serve the page on *host* and *port* until interrupted; models are loaded first, then *ready* is called with the address.

    Raises MissingExtraError without the libraries of the extra ``web``, OptionError when the port cannot be had.
    """
    with needed_from("web"):
        import python_multipart  # noqa: F401  (starlette asks for it at the first form only)

        from summarizer.web.server import run
    run(options, host=host, port=port, allow_private_addresses=allow_private_addresses, ready=ready)


__all__ = ["serve"]
