"""A pronoun becomes a name only where nobody else can be meant; the cases are in cases/references.json."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from summarizer import Digester, Options, analysis
from summarizer.languages import get_language
from summarizer.references import find_references
from tests.conftest import cases, document_of


@pytest.mark.parametrize("case", cases("references"))
def test_a_pronoun_becomes_the_name_of_whom_alone_it_can_mean(case: dict[str, Any]) -> None:
    lang = case["lang"]
    digester = Digester(Options(language=lang))
    document = document_of(case["text"], lang)
    doc, sentences = digester.analyse(document)
    found = find_references(
        sentences,
        entities=digester.extract(document, doc, sentences).entities,
        text=document.text,
        parse=partial(analysis.tree, doc, language=lang),
        language=get_language(lang),
    )
    names = [edit.antecedent.of(document.text) for edit in found.values()]
    assert names == case["names"]
    assert all(edit.span.of(document.text).capitalize() in ("Il", "Elle", "He", "She") for edit in found.values())
