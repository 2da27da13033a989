"""The built-in pipelines: parts of speech, lemmas, trees; what passes between words and what does not."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from spacy.attrs import SENT_START

from summarizer import analysis, resources
from summarizer.analysis import network, tagging
from summarizer.analysis.components import COMPONENTS, network_of, with_values
from summarizer.analysis.lemmas import Lemmas
from summarizer.analysis.trees import best_tree
from summarizer.errors import ResourceError
from tests.conftest import cases, doc_of, document_of

LANGUAGES = ("fr", "en")
TEXTS = {
    "fr": "La cour d'appel de Lyon a condamné Verdania. Les juges ont suivi le parquet.\n\n"
    "Lina Castaing, qui dirige la société, se tait.",
    "en": "The court in Bristol fined Verdania. The judges followed the prosecutor.\n\n"
    "Lina Castaing, who runs the firm, says nothing.",
}


@pytest.mark.parametrize("case", cases("analysis"))
def test_parts_of_speech_lemmas_and_heads(case: dict[str, Any]) -> None:
    document = document_of(case["text"], case["lang"])
    doc = doc_of(document)
    words = [token for token in doc if not token.is_space]
    for name, attribute in (("pos", "pos_"), ("lemmas", "lemma_")):
        if name in case:
            assert " ".join(getattr(token, attribute) for token in words) == case[name]
    if "heads" in case:
        sentence = analysis.sentences(document, doc)[0]
        tree = analysis.parse(doc, sentence, language=case["lang"])
        found = {
            f"{doc[i].text} -{relation}-> {doc[head].text}" for i, (head, relation) in enumerate(tree) if relation != "punct"
        }
        assert set(case["heads"]) <= found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pipeline_has_its_components_and_fills_the_doc(lang: str) -> None:
    assert tuple(analysis.load_pipeline(lang).pipe_names) == COMPONENTS
    doc = doc_of(document_of(TEXTS[lang], lang))
    assert all(token.pos_ for token in doc)
    assert all(token.lemma_ for token in doc if not token.is_space)
    assert {token.text for token in doc if token.pos_ == "SPACE"} == {"\n\n"}
    assert {ent.text: ent.label_ for ent in doc.ents}["Lina Castaing"] == "PER"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_passes_from_one_block_to_the_next(lang: str) -> None:
    first, second = TEXTS[lang].split("\n\n")
    make = analysis.load_pipeline(lang)
    whole, alone = make(TEXTS[lang]), make(second)
    np.testing.assert_allclose(whole.tensor[-len(alone) :], alone.tensor, atol=1e-4)
    assert len(whole) == len(make(first)) + 1 + len(alone)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["Le mot", ".", '"', " ", "»", "-", "\n\n", "Oui"]), min_size=1, max_size=14), st.data())
def test_a_line_starts_a_sentence_wherever_else_one_starts(pieces: list[str], data: st.DataObject) -> None:
    pipeline = analysis.load_pipeline("fr")
    doc = pipeline.make_doc("".join(pieces))
    given_starts = data.draw(st.lists(st.sampled_from([0, 1]), min_size=len(doc), max_size=len(doc)))
    doc = with_values(doc, (SENT_START,), np.array(given_starts, dtype=np.int64))
    for name in ("article_encoder", "sentence_starts"):
        doc = pipeline.get_pipe(name)(doc)
    texts = [span.of(doc.text) for span in analysis._sentence_spans(doc)]
    assert not any("\n" in text for text in texts)
    assert "".join("".join(texts).split()) == "".join(doc.text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_stretches_of_rows_and_forgetting_words_change_nothing(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = TEXTS[lang].split() * 3
    own = network_of(lang)
    expected = own.encode(words, gaps=[4])
    monkeypatch.setattr(network, "_ROWS", 5)
    monkeypatch.setattr(network, "KEPT_WORDS", 12)
    np.testing.assert_allclose(own.encode(words, gaps=[4]), expected, atol=1e-4)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_has_the_same_vector_whatever_came_before(lang: str) -> None:
    source = dict(np.load(resources.model_file(f"pipeline_{lang}.npz")))
    words = [f"mot{number}" for number in range(150)] + TEXTS[lang].split()
    early, late = network.Network(source), network.Network(source)
    late.encode(words)
    np.testing.assert_array_equal(early.encode(["Verdania"]), late.encode(["Verdania"]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "?!", "\u200b", "e\u0301té", "x" * 3_000, "😀 #tag @name", "ÉTÉ " * 50])
def test_any_text_is_analysed(lang: str, text: str) -> None:
    doc = analysis.load_pipeline(lang)(text)
    assert doc.text == text
    assert doc.tensor.shape == (len(doc), network_of(lang).width) or not len(doc)
    assert not np.isnan(doc.tensor).any()


def test_a_weight_file_that_changed_is_refused(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    source = resources.models_folder()
    for name in ("manifest.json", "pipeline_fr.npz"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    with (tmp_path / "pipeline_fr.npz").open("ab") as stream:
        stream.write(b"x")
    monkeypatch.setattr(resources, "models_folder", lambda: tmp_path)
    network_of.cache_clear()
    with pytest.raises(ResourceError, match="missing or damaged"):
        network_of("fr")


def test_a_word_outside_the_table_takes_the_lemma_of_its_ending() -> None:
    lemmas = Lemmas({"VERB": {"dort": "dormir"}}, {"VERB": {"ent": (3, "er"), "t": (1, "re")}, "NOUN": {"aux": (3, "al")}})
    assert [lemmas.of(word, "VERB") for word in ("Dort", "brament", "vainct", "va")] == ["dormir", "bramer", "vaincre", "va"]
    assert [lemmas.of(word, pos) for word, pos in (("Chacals", "NOUN"), ("fanaux", "NOUN"), ("Bordeaux", "PROPN"))] == [
        "chacals",
        "fanal",
        "Bordeaux",
    ]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(1, 5).flatmap(lambda n: arrays.arrays(np.float32, (n, n), elements=st.floats(-9, 9, width=16))))
def test_the_best_tree_is_the_best_of_all_trees_with_its_root(scores: Any) -> None:
    heads = best_tree(scores)
    root = next(i for i, head in enumerate(heads) if i == head)
    assert sum(i == head for i, head in enumerate(heads)) == 1
    assert _is_tree(heads)
    others = (list(h) for h in itertools.product(range(len(heads)), repeat=len(heads)))
    best = max(
        _weight(scores, tree)
        for tree in others
        if tree[root] == root and sum(i == h for i, h in enumerate(tree)) == 1 and _is_tree(tree)
    )
    assert _weight(scores, heads) == pytest.approx(best, abs=1e-3)


def _weight(scores: Any, heads: list[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


def _is_tree(heads: list[int]) -> bool:
    for start in range(len(heads)):
        place = start
        for _ in heads:
            place = heads[place]
        if heads[place] != place:
            return False
    return True


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    arrays.arrays(np.float32, (6, 3), elements=st.floats(-30, 30, width=16)),
    arrays.arrays(np.float32, (4, 3), elements=st.floats(-3, 3, width=16)),
)
def test_sure_words_cut_the_search_without_changing_it(scores: Any, transitions: Any) -> None:
    def weight(tags: Any) -> float:
        steps = sum(transitions[a, b] for a, b in itertools.pairwise(tags))
        return float(transitions[-1, tags[0]] + steps + sum(scores[i, tag] for i, tag in enumerate(tags)))

    best = max(weight(tags) for tags in itertools.product(range(3), repeat=6))
    sure = scores[:, 0] - scores[:, 1:].max(axis=1) > tagging.SURE_MARGIN
    found = tagging.best_tags(scores, transitions)
    if not sure.any():
        assert weight(found) == pytest.approx(best, abs=1e-2)
    assert all(tag == 0 for tag, is_sure in zip(found, sure, strict=True) if is_sure)
