"""The batch on Ray: the same bytes as with worker processes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from benchmarks.batch.articles import write_articles
from summarizer.distributed import _check_reachable, ray_actors
from summarizer.errors import BatchError, MissingExtraError
from tests.test_batch_command import ITALIAN, batch, tree


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed: pip install 'article-summarizer[ray]'")
def test_ray_makes_the_same_bytes_as_processes(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 6)
    (folder / "it.txt").write_text(ITALIAN, encoding="utf-8")
    by_ray = batch(folder, tmp_path / "ray", "--executor", "ray", "--workers", "2")
    assert (by_ray.returncode, by_ray.stdout) == (1, "")
    assert by_ray.stderr.splitlines()[-1] == f"6 digested, 0 unchanged, 1 failed: {tmp_path / 'ray'}"
    batch(folder, tmp_path / "processes", "--workers", "2")
    assert tree(tmp_path / "ray") == tree(tmp_path / "processes")
    again = batch(folder, tmp_path / "ray", "--executor", "ray", "--workers", "2")
    assert again.stderr.splitlines()[-1] == f"0 digested, 6 unchanged, 1 failed: {tmp_path / 'ray'}"


@pytest.mark.parametrize("address", ["127.0.0.1:9", "nowhere", "host:port"])
def test_a_cluster_that_is_not_there_is_an_error_at_once(address: str) -> None:
    with pytest.raises(BatchError, match=rf"Ray at {address}: cannot be reached"):
        _check_reachable(address)


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r"article-summarizer\[ray\]"):
        ray_actors(2)
