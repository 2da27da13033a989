"""A client for servers that speak OpenAI's chat completions: Ollama, llama.cpp, vLLM, transformers serve, hosted ones.

httpx does the transport: the protocol is one POST, and the vendor's own client would bring twenty times the code and retries
that cannot be held to one deadline. What a server does not know (JSON schema, a seed) is left out step by step.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from summarizer.engines.chat_prompts import Message
from summarizer.errors import EngineError, MissingExtraError, OptionError
from summarizer.options import Options

KEY_VARIABLES = ("SUMMARIZER_API_KEY", "OPENAI_API_KEY")
# Tokens that an answer may take: a digest of six points has about 500.
ANSWER_TOKENS = 1_500
# Requests at the same time; local servers answer one or a few at once.
MOST_AT_ONCE = 4
# Times that a request is sent when the server is busy or breaks, and the longest wait that a server may ask for, in seconds.
_ATTEMPTS, _LONGEST_WAIT = 3, 30.0
# Largest answer read, in bytes: a hundred times a digest.
_MOST_BYTES = 1_000_000
_BUSY, _BROKEN, _REFUSED = (429, 503), (500, 502, 504), (400, 404, 415, 422)
# The finest request first; a server that refuses one is asked with the next from then on.
_FORMS: tuple[tuple[str, ...], ...] = (("schema", "limits"), ("object", "limits"), ("limits",), ())
_SEED = 7
_TOO_LONG = ("context length", "context size", "context window", "maximum context", "too long", "too many tokens", "n_ctx")


class TooLongError(EngineError):
    """The server's model has no room for the request."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Requests sent, and tokens read and written as the server counts them."""

    requests: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0

    def plus(self, other: Usage) -> Usage:
        """Return the sum of the two."""
        return Usage(
            self.requests + other.requests, self.prompt_tokens + other.prompt_tokens, self.answer_tokens + other.answer_tokens
        )


class ChatClient:
    """A server and a model on it. Safe to use from several threads."""

    def __init__(self, options: Options, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._httpx = _import_httpx()
        self.url = f"{_checked(options, self._httpx)}/chat/completions"
        self.model, self._timeout, self._sleep = options.model or "", float(options.timeout), sleep
        self._form = 0
        self._slots, self._lock = threading.BoundedSemaphore(MOST_AT_ONCE), threading.Lock()
        self.usage = Usage()
        timeout = self._httpx.Timeout(self._timeout, connect=min(10.0, self._timeout))
        headers = _headers(self.url)
        try:
            self._client = self._httpx.Client(timeout=timeout, follow_redirects=False, headers=headers)
        except (ImportError, ValueError, OSError, self._httpx.InvalidURL) as error:
            raise OptionError(
                f"--engine chat: what the environment says of proxies or certificates cannot be used ({error}); "
                "unset ALL_PROXY, HTTP_PROXY, HTTPS_PROXY or SSL_CERT_FILE, or set NO_PROXY to the server's host"
            ) from error

    def ask(self, messages: Sequence[Message], *, schema: Mapping[str, Any], name: str) -> str:
        """Return the model's answer to *messages*, which ought to be JSON that follows *schema*.

        Raises EngineError when none comes, TooLongError when the model has no room for the question.
        """
        with self._slots:
            while True:
                form = self._form
                status, answer = self._send(self._body(messages, schema, name, form))
                if status == 200:
                    return self._content(answer)
                if status in _REFUSED and any(sign in answer.lower() for sign in _TOO_LONG):
                    raise TooLongError(f"{self.url}: the article is too long for {self.model}")
                if status not in _REFUSED or form == len(_FORMS) - 1:
                    raise EngineError(f"{self.url}: answered {status}: {_excerpt(answer)}")
                self._form = max(self._form, form + 1)

    def _body(self, messages: Sequence[Message], schema: Mapping[str, Any], name: str, form: int) -> bytes:
        body: dict[str, Any] = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        if "limits" in _FORMS[form]:
            body |= {"seed": _SEED, "max_tokens": ANSWER_TOKENS}
        if "schema" in _FORMS[form]:
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}
        elif "object" in _FORMS[form]:
            body["response_format"] = {"type": "json_object"}
        return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")

    def _send(self, body: bytes) -> tuple[int, str]:
        """Return status and text of the answer; a busy or broken server is asked again, within limits."""
        deadline = time.monotonic() + self._timeout * _ATTEMPTS + _LONGEST_WAIT
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                status, text, wait = self._post(body)
            except self._httpx.TimeoutException as error:
                raise EngineError(f"{self.url}: no answer within {self._timeout:g} s; give a longer --server-timeout") from error
            except self._httpx.HTTPError as error:
                if attempt > 1:
                    raise EngineError(
                        f"{self.url}: cannot be reached ({type(error).__name__}); is the server running?"
                    ) from error
                status, text, wait = 503, "", 0.5
            again = (status in _BUSY and attempt < _ATTEMPTS) or (status in _BROKEN and attempt < 2)
            if not again:
                return status, text
            if wait > _LONGEST_WAIT or time.monotonic() + wait > deadline:
                raise EngineError(f"{self.url}: answered {status} and asks to wait {wait:.0f} s")
            self._sleep(wait)
        return status, text

    def _post(self, body: bytes) -> tuple[int, str, float]:
        """Return status, text and seconds to wait; raises what httpx raises, a timeout also where the answer drips."""
        end = time.monotonic() + self._timeout
        pieces, size = [], 0
        with self._client.stream("POST", self.url, content=body) as response:
            for piece in response.iter_bytes():
                pieces.append(piece)
                size += len(piece)
                if size > _MOST_BYTES:
                    raise EngineError(f"{self.url}: the answer is larger than {_MOST_BYTES:,} bytes")
                if time.monotonic() > end:
                    raise self._httpx.ReadTimeout("the answer takes too long")
            text = b"".join(pieces).decode("utf-8", errors="replace")
            return response.status_code, text, _wait(response.headers.get("retry-after"))

    def _content(self, answer: str) -> str:
        try:
            data = json.loads(answer)
            content = data["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise EngineError(f"{self.url}: is no chat completions server: {_excerpt(answer)}") from error
        usage = data.get("usage") if isinstance(data.get("usage"), dict) else {}
        with self._lock:
            self.usage = self.usage.plus(Usage(1, _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")))
        return content if isinstance(content, str) else ""


def _count(usage: Mapping[str, Any], name: str) -> int:
    value = usage.get(name, 0)
    return value if isinstance(value, int) else 0


def _wait(value: str | None) -> float:
    """Return the seconds that a Retry-After header asks for (RFC 9110: seconds, or a date); one second without it."""
    if value is None:
        return 1.0
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 1.0


def _excerpt(text: str) -> str:
    """Return the start of an answer for a message, without the key, which some servers repeat."""
    for key in _keys():
        text = text.replace(key, "…")
    return " ".join(text.split())[:160] or "nothing"


def _keys() -> list[str]:
    return [value for name in KEY_VARIABLES if (value := _variable(name))]


def _variable(name: str) -> str:
    return os.environ.get(name, "").strip()


def is_local(url: str) -> bool:
    """Tell whether *url* is on this machine.

    >>> is_local("http://localhost:11434/v1"), is_local("https://example.org/v1")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _checked(options: Options, httpx: Any) -> str:
    """Return the server's address. Raises OptionError when it or the model is missing, cannot be used or must not be."""
    url = (options.base_url or "").rstrip("/")
    try:
        parts = urlsplit(url)
        # Each of these refuses what the others let pass: a port out of range, a sign of no address, a host that is too long.
        _ = (parts.port, httpx.URL(url), (parts.hostname or "").encode("idna"))
    except (ValueError, httpx.InvalidURL) as error:
        # Neither address nor reason is quoted: what does not parse may hold a password anywhere.
        raise OptionError(
            "--base-url: is no address of a server such as http://localhost:11434/v1; check host and port"
        ) from error
    if not url or parts.scheme not in ("http", "https") or not parts.hostname:
        raise OptionError("--engine chat: needs --base-url, the address of a server (for example http://localhost:11434/v1)")
    if parts.username or parts.password or parts.query:
        raise OptionError(f"--base-url {parts.hostname}: holds a key or a password; give it in {KEY_VARIABLES[0]} instead")
    if not options.model:
        raise OptionError("--engine chat: needs --model, the name of a model on the server")
    if options.offline and not is_local(url):
        raise OptionError(f"--base-url {url}: is not on this machine, and --offline is set")
    return url


def _headers(url: str) -> dict[str, str]:
    """Return the headers of a request; a key goes only over https or to this machine. Raises OptionError for an odd one."""
    variable = next((name for name in KEY_VARIABLES if _variable(name)), None)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if variable and (url.startswith("https:") or is_local(url)):
        key = _variable(variable)
        if not key.isascii() or not key.isprintable():
            raise OptionError(
                f"{variable}: holds a sign that no header can carry; give the key in plain letters, digits and marks"
            )
        headers["Authorization"] = f"Bearer {key}"
    return headers


def _import_httpx() -> Any:
    try:
        import httpx
    except ImportError as error:
        raise MissingExtraError("--engine chat: needs httpx; install it with pip install 'article-summarizer[chat]'") from error
    return httpx
