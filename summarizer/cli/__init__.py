"""The command line: parse, call, render. Data goes to stdout, words to stderr; exit 0 done, 1 failed, 2 bad usage.

``COMMANDS`` is the table of commands, one module each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli.batch import batch_command
from summarizer.cli.digest import digest_command
from summarizer.cli.glossary import glossary_command
from summarizer.cli.models import models_app
from summarizer.cli.serve import serve_command
from summarizer.cli.shared import say
from summarizer.cli.terms import terms_command
from summarizer.errors import OptionError, SummarizerError

COMMANDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "digest": digest_command,
        "batch": batch_command,
        "glossary": glossary_command,
        "terms": terms_command,
        "serve": serve_command,
    }
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Digest French and English articles: labelled key points, a synthesis and a glossary, offline.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)
app.add_typer(models_app, name="models")


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; every error of the package becomes one line on stderr and an exit code."""
    try:
        app()
    except OptionError as error:
        say(f"error: {error}")
        sys.exit(2)
    except SummarizerError as error:
        say(f"error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        say("interrupted")
        sys.exit(130)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            say(f"error: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
