"""The chat engine against a real OpenAI-compatible server: ``transformers serve`` with a model of a few thousand weights.

The model knows nothing, so its answers are noise; what is tested is that a server of somebody else's understands the requests,
and that noise ends in a digest by the extractive engine, with a note.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import SAMPLES, require

require("torch", "transformers", "accelerate", "fastapi", "uvicorn", "openai", "httpx")

import httpx  # noqa: E402
import torch  # noqa: E402
import transformers  # noqa: E402
from tokenizers import ByteLevelBPETokenizer  # noqa: E402

# Seconds in which the server must stand: it imports PyTorch, on a machine that may be busy.
START = 180
ARTICLE = """# Sarnock will raise its dyke

The port of Sarnock will not close, mayor Ada Corwin said on Tuesday, after three months of repairs worth £4.2 million.

The dyke, which took nine years to build, is cracked over forty metres. It will be raised in March by the company Seawall.
"""
TEMPLATE = "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant: "


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, its model, the file it logs to."""

    url: str
    model: str
    log: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("causal")
    log = folder / "server.log"
    _save_model(folder / "tiny")
    port = _free_port()
    command = [sys.executable, "-m", "transformers.cli.transformers", "serve", str(folder / "tiny")]
    options = ["--host", "127.0.0.1", "--port", str(port), "--device", "cpu", "--log-level", "info"]
    with log.open("wb") as stream:
        process = subprocess.Popen([*command, *options], stdout=stream, stderr=stream, env=_environment(folder))
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process, log)
            yield Server(f"{url}/v1", str(folder / "tiny"), log)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder), "NO_PROXY": "127.0.0.1", "OMP_NUM_THREADS": "1"}


def _save_model(folder: Path) -> None:
    """Write a causal model with random weights, its byte-pair vocabulary trained on the samples, and a chat template."""
    folder.mkdir()
    pieces = ByteLevelBPETokenizer()
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES if path.suffix in (".txt", ".md")]
    pieces.train_from_iterator(texts, vocab_size=600, special_tokens=["<s>", "</s>"], show_progress=False)
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=pieces._tokenizer, bos_token="<s>", eos_token="</s>", pad_token="</s>", chat_template=TEMPLATE
    )
    tokenizer.save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        max_position_embeddings=16_384,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    transformers.LlamaForCausalLM(config).save_pretrained(folder)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with its log when it ends, or does not stand in time."""
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(f"{url}/health", timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    pytest.fail(f"transformers serve does not stand:\n{log.read_text(encoding='utf-8', errors='replace')[-3000:]}")


def test_a_real_server_is_understood_and_its_noise_ends_in_a_digest(server: Server, tmp_path: Path) -> None:
    article = tmp_path / "dyke.md"
    article.write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "summarizer", "digest", str(article), "--format", "json", "--engine", "chat"]
    engine = ["--base-url", server.url, "--model", server.model]
    ran = subprocess.run([*command, *engine], capture_output=True, env=_environment(tmp_path), timeout=START, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    digest = json.loads(ran.stdout)
    assert {note["code"] for note in digest["notes"]} & {"engine-failed", "unsupported"}, digest["notes"]
    assert digest["summary"]["sentences"]
    assert all(line.get("origin") != "engine" for line in [*digest["summary"]["sentences"], *digest["key_points"]])
    assert "port of Sarnock" in digest["summary"]["text"]
    answered = re.findall(r"POST /v1/chat/completions\S* HTTP/1\.1\" (\d+)", server.log.read_text(encoding="utf-8"))
    assert set(answered) == {"200"}
