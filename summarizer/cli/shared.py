"""What the commands share: options, reading, writing, messages and progress."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from summarizer import reading
from summarizer.batch import full_name
from summarizer.errors import EmptyArticleError, OptionError, ReadingError, RenderingError, SummarizerError
from summarizer.files import write_atomically
from summarizer.lexicon.termbases import read_termbases
from summarizer.options import Options
from summarizer.reading.url import is_url
from summarizer.types import Article

messages = Console(stderr=True, highlight=False, soft_wrap=True)


class Lang(str, Enum):
    """Languages that an article may be in."""

    fr = "fr"
    en = "en"


class Engine(str, Enum):
    """Who writes summary and key points."""

    extractive = "extractive"
    seq2seq = "seq2seq"
    chat = "chat"


class Scope(str, Enum):
    """What an engine reads."""

    article = "article"
    chosen = "chosen"


class Device(str, Enum):
    """Where a pretrained model runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"


DEFAULTS = Options()
LanguageOption = Annotated[Lang | None, typer.Option("--language", "-l", help="Language of the article; detected when left out.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who writes summary and key points.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME_OR_FOLDER", help="The engine's model: a folder, a name on the hub or on the server."),
]
UrlOption = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="Server of the chat engine, such as http://localhost:11434/v1; a key is read from SUMMARIZER_API_KEY.",
    ),
]
TimeoutOption = Annotated[
    int, typer.Option("--server-timeout", metavar="SECONDS", help="Longest wait for an answer of the chat engine's server.")
]
ContextOption = Annotated[
    int, typer.Option("--context", metavar="TOKENS", help="Context of the chat model; a longer article is read part by part.")
]
ScopeOption = Annotated[
    Scope, typer.Option("--engine-scope", help="What the engine reads: the article, or only the sentences chosen from it.")
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Ask no hub, and no server but one on this machine.")]
WordsOption = Annotated[int, typer.Option("--summary-words", metavar="N", help="About how many words the synthesis takes.")]
PointsOption = Annotated[int, typer.Option("--key-points", metavar="N", help="Most key points.")]
EntriesOption = Annotated[int, typer.Option("--glossary-entries", metavar="N", help="Most glossary entries.")]
SpacyOption = Annotated[
    str | None,
    typer.Option("--spacy-model", metavar="NAME", help="Installed spaCy pipeline to use in place of the built-in one."),
]
DeviceOption = Annotated[Device, typer.Option("--device", help="Where a pretrained model runs.")]
ToOption = Annotated[Lang | None, typer.Option("--to", help="Give the digest in this language as well.")]
TranslatorOption = Annotated[
    str | None,
    typer.Option(
        "--translation-model", metavar="NAME_OR_FOLDER", help="The model that translates: a folder, or a name on the hub."
    ),
]
TermbaseOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--termbase", metavar="FILE", help="Your own terms (.csv .tsv .json .xlsx .tbx), before the lexicon; may be repeated."
    ),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write instead of stdout.")]


# Suffixes of formats that nothing here writes, so that Markdown under such a name could not be opened.
_OTHER_FORMATS = frozenset(".pdf .docx .doc .odt .rtf .xlsx .xls .ods .pptx .epub .xml .zip .yaml .yml .tsv".split())


def options_of(**settings: object) -> Options:
    """Return the Options that the commands' *settings* give, choices by their values; a termbase must be there and readable."""
    values = {name: value.value if isinstance(value, Enum) else value for name, value in settings.items()}
    values["termbases"] = tuple(map(str, settings.get("termbases") or ()))  # type: ignore[call-overload]
    options = Options(**values)  # type: ignore[arg-type]
    for name in options.termbases:
        if not Path(name).exists():
            raise OptionError(f"--termbase: {name} does not exist")
    read_termbases(options.termbases)
    return options


def read_article(source: str | None, *, allow_private_addresses: bool = False) -> Article:
    """Read the article at *source*, a file or a web address, or from standard input where it is left out or ``-``."""
    if source is not None and is_url(source):
        return reading.read_url(source.strip(), allow_private_addresses=allow_private_addresses)
    if source is not None and re.match(r"\w+://|www\.", source) and not Path(source).exists():
        raise ReadingError(f"{source}: is no address of the web; give one that starts with http:// or https://, without spaces")
    if source is not None and source != "-":
        return reading.read(Path(source))
    if sys.stdin is None:
        raise ReadingError("standard input: is closed; give a file or paste the text")
    if sys.stdin.isatty():
        say("Paste the article, then press Enter and Ctrl-D (Ctrl-Z on Windows) to end; Ctrl-C to give up.")
    return reading.read_bytes(sys.stdin.buffer.read(), name="standard input")


def each_article(files: Sequence[Path], do: Callable[[Path, str, Article], None]) -> int:
    """Call *do* with every article of *files*: its file, its name in a feed or archive, itself.

    Return how many fail; each is said.
    """
    failed = 0
    with progress_bar() as progress:
        task = progress.add_task("reading", total=len(files))
        for path in files:
            for item in reading.read_file_items(path):
                try:
                    if item.article is None:
                        raise item.error or EmptyArticleError(f"{path.name}: holds no article")
                    do(path, item.name, item.article)
                except SummarizerError as error:
                    failed += 1
                    progress.console.print(f"failed: {full_name(str(path), item.name)}: {error}", markup=False)
            progress.advance(task)
    return failed


def checked_output(output: Path | None, source: str | None) -> Path | None:
    """Return *output*, None for "-", which is standard output. Raises OptionError when it is the article's own file."""
    if output is None or str(output) == "-":
        return None
    if source is not None and output.exists() and Path(source).exists() and output.samefile(source):
        raise OptionError(f"{output}: is the article itself; give another file with --output")
    return output


def format_by_suffix(output: Path | None, suffixes: Mapping[str, str]) -> str:
    """Return the format that the name of *output* asks for, Markdown where it asks for none; *suffixes* gives those of formats.

    Raises OptionError for the suffix of another format.
    """
    known = {suffix: name for name, suffix in suffixes.items()} | {".htm": "html"}
    suffix = output.suffix.lower() if output is not None else ""
    if suffix in known:
        return known[suffix]
    if suffix in _OTHER_FORMATS:
        raise OptionError(f"{output}: no format for {suffix} files; use one of {', '.join(known)}, or give --format")
    return "markdown"


def write(data: str | bytes, output: Path | None) -> None:
    """Write *data* to *output*, whole or not at all, or to standard output; text in UTF-8."""
    content = data.encode("utf-8") if isinstance(data, str) else data
    if output is None:
        if sys.stdout is None:
            raise RenderingError("standard output: is closed; give a file with --output")
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(output, content)
    except OSError as error:
        raise OptionError(f"{output}: cannot be written: {error.strerror}") from error


def progress_bar() -> Progress:
    """Return a progress bar on stderr, which shows on a terminal only."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=messages, disable=not messages.is_terminal)


def say_usage(engine: object) -> None:
    """Say on stderr what an engine on a server was asked, where it counts that."""
    usage = getattr(engine, "usage", None)
    if usage is not None:
        say(f"{usage.requests} answers of the server, {usage.prompt_tokens} tokens read, {usage.answer_tokens} written")


def say(message: str) -> None:
    """Say *message* on stderr."""
    messages.print(message, markup=False)
