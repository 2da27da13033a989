"""What an article says in passing that a name is the name of, and which of its definitions the sentence bears out."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.pipeline import Digester
from summarizer.types import Definition
from tests.conftest import cases, document_of

DIGESTER = Digester()


def definitions_of(case: dict[str, Any]) -> tuple[Definition, ...]:
    document = document_of(case["text"], case["lang"])
    found = DIGESTER.extract(document, *DIGESTER.analyse(document)).definitions
    for definition in found:
        assert definition.term_span.of(document.text) == definition.term
        assert definition.text_span.of(document.text) == definition.text
    return found


@pytest.mark.parametrize("case", [*cases("glosses"), *cases("soundness")])
def test_definitions_that_a_glossary_can_print(case: dict[str, Any]) -> None:
    assert [[each.pattern, each.term, each.text] for each in definitions_of(case)] == case["definitions"]
