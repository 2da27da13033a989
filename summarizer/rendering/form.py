"""HTML: the form that an article is pasted into, and says what went wrong with the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.languages import Language
from summarizer.rendering.pages import asset, render_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in the fields of the form, as it was typed."""

    text: str = ""
    address: str = ""
    language: str = ""
    summary_words: str = ""
    key_points: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong: a key of ``form_words``, and the error's own message, which is in English, where it tells more."""

    word: str
    detail: str = ""


def as_form(language: Language, filled: Filled, *, suffixes: Sequence[str], fault: Fault | None = None) -> str:
    """Return the form as one HTML page in *language* that needs nothing from elsewhere; it takes files with *suffixes*."""
    pages = render_page(
        "form.html.jinja",
        style=asset("base.css") + asset("form.css"),
        script=asset("form.js"),
        target="'self'",
        lang=language.code,
        words=language.form_words,
        language_names=[(code, language.page_words[f"language_{code}"]) for code in ("fr", "en")],
        filled=filled,
        fault=fault,
        suffixes=",".join(suffixes),
    )
    return "".join(pages)
