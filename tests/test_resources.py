"""Loading what is shipped."""

from __future__ import annotations

import gc

import pytest

from summarizer.resources import model_content, without_collection


def test_the_garbage_collector_is_as_before_after_loading() -> None:
    assert gc.isenabled()
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_error_while_loading_turns_the_collector_on_again() -> None:
    with pytest.raises(ValueError, match="broken"), without_collection():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_json_artefact_is_read_whole() -> None:
    assert model_content("definitions_en.json")
