"""Jinja templates -> pages that need nothing from elsewhere: styles and scripts inside, and a policy that allows no others."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

# What a page may do: show itself. Pictures are drawn in it; a style or script runs only by its hash.
_POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action {target}"
_STATED = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def render_page(template: str, *, style: str, script: str, target: str = "'none'", **values: object) -> Iterator[str]:
    """Yield the page that *template* makes of *values*, piece by piece; every value in it is escaped.

    *style* and *script* are put in as they are, allowed by their hashes; *target* is where its forms may be sent.
    """
    policy = _POLICY.format(style=_hash(style), script=_hash(script), target=target)
    yield from _environment().get_template(template).generate(style=style, script=script, policy=policy, **values)


@cache
def asset(name: str) -> str:
    """Return a style or script of the pages, as kept beside the templates."""
    return (files("summarizer.rendering") / "templates" / name).read_text(encoding="utf-8")


def policy_of(page: str) -> str:
    """Return the Content-Security-Policy that *page* states, one that allows nothing where it states none."""
    stated = _STATED.search(page)
    return unescape(stated.group(1)) if stated else "default-src 'none'"


def web_address(url: str | None) -> str:
    """Return *url* where a page may link to it, else nothing: a scheme such as ``javascript:`` is no address.

    >>> web_address("https://example.org/a"), web_address("JavaScript:alert(1)"), web_address(None)
    ('https://example.org/a', '', '')
    """
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("summarizer.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
