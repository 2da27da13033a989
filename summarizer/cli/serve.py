"""``summarizer serve``: a local page to paste articles into."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from summarizer import web
from summarizer.cli import shared
from summarizer.cli.shared import DEFAULTS, Engine


def serve_command(
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; 0.0.0.0 lets other machines in, and asks no password.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="Port to listen on; 0 takes a free one.")] = 8_000,
    engine: shared.EngineOption = Engine.extractive,
    model: shared.ModelOption = None,
    base_url: shared.UrlOption = None,
    server_timeout: shared.TimeoutOption = DEFAULTS.timeout,
    context: shared.ContextOption = DEFAULTS.context_tokens,
    engine_scope: shared.ScopeOption = shared.Scope.article,
    device: shared.DeviceOption = shared.Device.auto,
    offline: shared.OfflineOption = False,
    to: shared.ToOption = None,
    translation_model: shared.TranslatorOption = None,
    summary_words: shared.WordsOption = DEFAULTS.summary_words,
    key_points: shared.PointsOption = DEFAULTS.key_points,
    glossary_entries: shared.EntriesOption = DEFAULTS.glossary_entries,
    termbases: shared.TermbaseOption = None,
    spacy_model: shared.SpacyOption = None,
    allow_private_addresses: Annotated[
        bool, typer.Option("--allow-private-addresses", help="Read addresses of this machine or of a private network, too.")
    ] = False,
) -> None:
    """Serve a local page to paste articles into, and the same for programs at /api/digest."""
    options = shared.options_of(
        engine=engine,
        model=model,
        base_url=base_url,
        timeout=server_timeout,
        context_tokens=context,
        engine_scope=engine_scope,
        device=device,
        offline=offline,
        to=to,
        translation_model=translation_model,
        summary_words=summary_words,
        key_points=key_points,
        glossary_entries=glossary_entries,
        termbases=termbases,
        spacy_model=spacy_model,
    )
    with suppress(KeyboardInterrupt):
        web.serve(options, host=host, port=port, allow_private_addresses=allow_private_addresses, ready=_say_ready)


def _say_ready(address: str) -> None:
    shared.say(f"Serving on {address} (Ctrl-C to stop)")
