"""``summarizer models``: what it lists, what it converts, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.engines.seq2seq import weights
from summarizer.engines.seq2seq.weights import CachedModel
from summarizer.errors import EngineError, OptionError
from summarizer.resources import manifest

CACHED = (CachedModel("harlow/barthez-tiny", 12_300_000, True), CachedModel("harlow/old", 5_000_000, False))


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.cli.models.cached_models", lambda: iter(CACHED))


@pytest.mark.usefixtures("cache")
def test_the_list_tells_every_shipped_model_with_its_licence_and_the_cached_ones() -> None:
    result = CliRunner().invoke(app, ["models", "list"])
    assert result.exit_code == 0
    for name, facts in manifest()["files"].items():
        assert f"  {name}  " in result.stdout
        assert facts["licence"] in result.stdout
        assert facts["command"] in result.stdout
    assert "  harlow/barthez-tiny  12.3 MB\n" in result.stdout
    assert "  harlow/old  5.0 MB  no safetensors weights: cannot be used\n" in result.stdout


@pytest.mark.usefixtures("cache")
def test_the_list_as_json_goes_to_a_file(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["models", "list", "--format", "json", "--output", str(tmp_path / "models.json")])
    values = json.loads((tmp_path / "models.json").read_text(encoding="utf-8"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert {row["name"]: row["sha256"] for row in values["shipped"]} == {
        name: facts["sha256"] for name, facts in manifest()["files"].items()
    }
    assert values["cached"][1] == {"name": "harlow/old", "size": 5_000_000, "safetensors": False}


def test_no_library_of_the_hub_means_no_cached_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "huggingface_hub", None)
    assert list(weights.cached_models()) == []


def test_convert_calls_with_what_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[object, ...]] = []
    monkeypatch.setattr("summarizer.cli.models.convert", lambda name, out, **settings: calls.append((name, out, settings)))
    result = CliRunner().invoke(app, ["models", "convert", "some/model", str(tmp_path / "out"), "--offline"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert calls == [("some/model", tmp_path / "out", {"quantization": "int8", "offline": True})]


def test_convert_refuses_what_it_cannot_do(tmp_path: Path) -> None:
    runner = CliRunner()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    assert isinstance(runner.invoke(app, ["models", "convert", str(tmp_path), str(tmp_path / "full")]).exception, OptionError)
    assert isinstance(runner.invoke(app, ["models", "convert", str(tmp_path), str(tmp_path / "out")]).exception, EngineError)
    assert runner.invoke(app, ["models", "convert", "name", "out", "--quantization", "int3"]).exit_code == 2
    assert runner.invoke(app, ["models"]).exit_code == 2
