"""Threads that share what is loaded: each article gets the digest that it gets alone."""

from __future__ import annotations

import hashlib
import subprocess
import sys

from summarizer import digest
from summarizer.rendering import as_json
from tests.conftest import ROOT, SAMPLES

# Threads that take turns as often as this, in seconds, meet within any few lines.
OFTEN = """
import sys
from concurrent.futures import ThreadPoolExecutor

sys.setswitchinterval(1e-5)
pool = ThreadPoolExecutor(4)
"""
# The first text of a language loads its models, so that the threads share them; each word after it is new.
HASH_OF_EACH = """
import hashlib
from summarizer import Digester, read
from summarizer.rendering import as_json
digester = Digester()
for text in ("Le maire a annoncé lundi la fermeture du pont.", "The mayor said on Monday that the bridge would be closed."):
    digester.digest(read(text))
articles = [read(name) for name in sys.argv[1:]]
for made in pool.map(digester.digest, articles):
    print(hashlib.sha256(as_json(made).encode()).hexdigest())
"""
LANGUAGES = """
from summarizer import detection
text = "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code."
print(*(guess.code for guess in pool.map(detection._langdetect, [text] * 8)))
"""


def said_by(script: str, *arguments: str) -> list[str]:
    """Return the words that *script* prints in a process of its own, where nothing is loaded."""
    command = [sys.executable, "-c", OFTEN + script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.split()


def test_threads_that_share_a_digester_get_the_digests_of_a_plain_run() -> None:
    hashes = said_by(HASH_OF_EACH, *map(str, SAMPLES))
    assert hashes == [hashlib.sha256(as_json(digest(path)).encode()).hexdigest() for path in SAMPLES]


def test_threads_that_ask_for_the_language_at_once_are_told_the_same() -> None:
    assert said_by(LANGUAGES) == ["it"] * 8
