"""A chat completions server on loopback that does what a test tells it: answers, misbehaves, counts."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """What the server sends: a status, a body as it goes over the wire, headers, and how long it waits before each half."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0


def said(content: Any) -> Reply:
    """Return an orderly reply with *content*, as text or as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    message = {"role": "assistant", "content": text}
    return Reply(json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}], "usage": usage}))


Script = Callable[[dict[str, Any], int], Reply]


@dataclass
class Server:
    """A running server: its address and the requests that came, with their headers."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    most_at_once: int = 0


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """Run a server that answers the nth request with ``script(request, n)``, n from 0."""
    lock, now = threading.Lock(), [0]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                number = len(server.requests)
                server.requests.append({**data, "path": self.path})
                server.headers.append(dict(self.headers.items()))
                now[0] += 1
                server.most_at_once = max(server.most_at_once, now[0])
            try:
                reply = script(data, number)
                time.sleep(reply.delay)
            finally:
                # Before the answer goes out: who has it may ask again at once.
                with lock:
                    now[0] -= 1
            with suppress(OSError):  # the client has gone
                self.send(reply)

        def send(self, reply: Reply) -> None:
            body = reply.body.encode()
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            pieces = [body] if not reply.drip else [body[i : i + 1] for i in range(len(body))]
            for piece in pieces:
                time.sleep(reply.drip)
                self.wfile.write(piece)
                self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
