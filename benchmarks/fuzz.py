"""Fuzz the readers and the cleaning: ``python -m benchmarks.fuzz [SECONDS]``; needs the ``fuzz`` extra (atheris).

Starts from the samples and mutates them, guided by coverage of the readers. Whatever is not one of the package's errors, or
takes more than ten seconds, stops the run and is written to ``out/fuzz``.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS, FOUND = ROOT / "out" / "fuzz" / "corpus", ROOT / "out" / "fuzz"
# Larger inputs are seldom new and always slow.
MOST_BYTES, MOST_SECONDS = 20_000, 10


def main() -> int:
    """Run the fuzzer for as many seconds as the command line says, five minutes by default."""
    try:
        import atheris
    except ImportError:
        print("the fuzzer needs atheris: pip install 'article-summarizer[fuzz]'", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["summarizer.reading", "summarizer.cleaning"]):
        from summarizer import Digester, reading
        from summarizer.errors import SummarizerError
        from summarizer.reading.source import SUFFIXES
    suffixes, digester = sorted(SUFFIXES), Digester()

    def once(data: bytes) -> None:
        """Read *data*, whose first byte chooses the suffix, and clean the first article."""
        for item in reading.read_items(data[1:], name="fuzz", suffix=suffixes[data[0] % len(suffixes)] if data else ""):
            if item.article is not None:
                with suppress(SummarizerError):
                    digester.prepare(item.article)
                break

    CORPUS.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(sorted((ROOT / "samples").glob("*/*.*"))):
        suffix = suffixes.index(path.suffix) if path.suffix in suffixes else 0
        (CORPUS / f"{number:03}").write_bytes(bytes([suffix]) + path.read_bytes())
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    limits = [f"-max_len={MOST_BYTES}", f"-timeout={MOST_SECONDS}", f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/"]
    atheris.Setup([sys.argv[0], str(CORPUS), "-rss_limit_mb=4096", "-verbosity=1", *limits], once)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
