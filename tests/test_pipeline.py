"""The whole way, on every sample: valid JSON, every line with its evidence, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import summarizer
from summarizer import Digest, Digester, Options, digest
from summarizer.errors import EmptyArticleError, LanguageError, OptionError, ReadingError
from summarizer.rendering import as_json
from summarizer.words import count_words
from tests.conftest import ROOT, SAMPLES

SCHEMA = Draft202012Validator(json.loads((ROOT / "docs" / "digest.schema.json").read_text(encoding="utf-8")))
HASH_OF_EACH = """
import hashlib, sys
from pathlib import Path
from summarizer import digest
from summarizer.rendering import as_json
for name in sys.argv[1:]:
    print(hashlib.sha256(as_json(digest(Path(name))).encode()).hexdigest())
"""
# The heading at which a sample's own closing parts start.
CLOSING = {"explainer_glossary": "Key takeaways", "breve_glossaire": "Les points-clés"}
# Pieces of bylines, menus, credits, calls to action and stock codes of the samples.
FURNITURE = re.compile(
    r"publié par|par la rédaction|texte :|words by|posted on|edit(?:ed|ing) by|édité par|reporting by|temps de lecture|min read"
    r"|skip to|aller au contenu|sign up|abonnez|subscribe|newsletter|lire aussi|read next|opens new tab|droits réservés|👉|#\w"
    r"|\b[A-Z]{4}\.(?:L|PA)\b|\(Newsline\)|\(Agence Méridienne\)|file photo|actualisé",
    re.IGNORECASE,
)

samples = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@cache
def digested(path: Path) -> Digest:
    return digest(path)


def as_values(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(as_json(digested(path)))
    return values


def test_there_are_samples_in_both_languages() -> None:
    assert {path.parent.name for path in SAMPLES} == {"fr", "en"}


@samples
def test_json_follows_the_schema(path: Path) -> None:
    values = as_values(path)
    assert [error.message for error in SCHEMA.iter_errors(values)] == []
    assert values["language"]["code"] == path.parent.name
    assert values["source"]["name"] == path.name


@pytest.mark.parametrize(
    "change", [{"language": {"code": "it", "confidence": 1}}, {"text": ""}, {"extra": 1}, {"schema": "digest/2"}]
)
def test_the_schema_refuses_what_is_no_digest(change: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid(as_values(SAMPLES[0]) | change)


@samples
def test_everything_is_grounded(path: Path) -> None:
    assert [note for note in digested(path).notes if note.code.startswith("ungrounded")] == []


@samples
def test_every_position_lies_in_the_text(path: Path) -> None:
    values = as_values(path)
    lines = [*values["summary"]["sentences"], *values["key_points"]]
    spans = [span for line in lines for span in line["evidence"]]
    spans += [cut["span"] for line in lines for cut in line["deletions"]]
    spans += [span for record in (*values["glossary"], *values["entities"]) for span in record["mentions"]]
    spans += [entry["evidence"] for entry in values["glossary"] if entry["evidence"]]
    assert all(0 <= start < end <= len(values["text"]) for start, end in spans)
    for line in lines:
        assert all(
            any(start <= cut["span"][0] and cut["span"][1] <= end for start, end in line["evidence"]) for cut in line["deletions"]
        )


@samples
def test_a_glossary_term_and_an_entity_are_named_where_they_are_said_to_be(path: Path) -> None:
    values = as_values(path)
    for entity in values["entities"]:
        assert any(entity["name"] == values["text"][start:end] for start, end in entity["mentions"])
    for entry in values["glossary"]:
        names = {name["text"].lower().replace("’", "'") for name in entry["designations"]}
        mentions = {values["text"][start:end].lower().replace("’", "'") for start, end in entry["mentions"]}
        assert mentions & names, entry["term"]


@samples
def test_key_points_are_short_and_distinct(path: Path) -> None:
    texts = [point.text for point in digested(path).key_points]
    assert texts
    assert len({text.lower() for text in texts}) == len(texts)
    assert all(count_words(text) <= 30 and len(text.split()) <= 36 for text in texts)


@samples
def test_nothing_of_the_page_around_a_sample_is_in_its_digest(path: Path) -> None:
    values = as_values(path)
    lines = [line["text"] for line in (*values["summary"]["sentences"], *values["key_points"])]
    lines += [entry["definition"] or "" for entry in values["glossary"]]
    assert [line for line in lines if FURNITURE.search(line)] == []


@samples
def test_a_second_run_gives_the_same_bytes(path: Path) -> None:
    assert as_json(Digester().digest(summarizer.read(path))) == as_json(digested(path))


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    names = [str(path) for path in SAMPLES]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    output = subprocess.run(
        [sys.executable, "-c", HASH_OF_EACH, *names], env=environment, capture_output=True, text=True, cwd=ROOT
    )
    assert output.stdout.split() == [hashlib.sha256(as_json(digested(path)).encode()).hexdigest() for path in SAMPLES]


def test_the_order_of_articles_does_not_matter() -> None:
    together = Digester().digest_many([summarizer.read(path) for path in reversed(SAMPLES)])
    assert [as_json(each) for each in together] == [as_json(digested(path)) for path in reversed(SAMPLES)]


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem in CLOSING], ids=lambda path: path.stem)
def test_the_closing_summary_of_a_sample_is_not_summarised_again(path: Path) -> None:
    made = digested(path)
    closing = made.document.text.index(CLOSING[path.stem])
    for line in (*made.summary.sentences, *(point.line for point in made.key_points)):
        assert all(span.end <= closing for span in line.evidence)
    assert sum(entry.origin == "article" for entry in made.glossary.entries) >= 5


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("fr", "## En résumé"),
        ("fr", "📝 Ce qu'il faut retenir"),
        ("fr", "L'essentiel"),
        ("fr", "Conclusion"),
        ("en", "## In short"),
        ("en", "📝 Key takeaways"),
        ("en", "TL;DR"),
        ("en", "The bottom line"),
        ("en", "Conclusion"),
    ],
)
def test_what_stands_under_a_closing_heading_is_not_summarised(lang: str, heading: str) -> None:
    body = {
        "fr": "Le port de Sernac fermera mardi son quai nord, parce que la digue est fissurée sur quarante mètres.",
        "en": "The port of Sarnock will shut its north quay on Tuesday because the dyke is cracked over forty metres.",
    }[lang]
    more = {
        "fr": "Les travaux coûteront 4 millions d'euros et dureront neuf mois, selon la mairie de la commune.",
        "en": "The repairs will cost 4 million pounds and last for nine months, according to the town hall.",
    }[lang]
    closing = {
        "fr": "Le port de Sernac fermera mardi son quai nord à cause de la zibeline, pour 4 millions d'euros.",
        "en": "The port of Sarnock will shut its north quay on Tuesday because of the zibeline, for 4 million pounds.",
    }[lang]
    made = digest(f"# Sernac\n\n{body}\n\n{more}\n\n{heading}\n\n{closing}\n", language=lang, summary_words=200)
    said = " ".join((made.summary.text, *(point.text for point in made.key_points)))
    assert body.split(",")[0][:30] in said
    assert ("zibeline" in said) == (heading == "Conclusion")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"language": "de"}, r"language.*'de'.*fr, en"),
        ({"language": "FR"}, r"language.*'FR'.*fr, en"),
        ({"engine": "magic"}, r"engine.*'magic'.*extractive"),
        ({"summary_words": 9}, r"summary_words.*9.*from 10 to 5000"),
        ({"summary_words": 5001}, r"summary_words.*5001.*from 10 to 5000"),
        ({"key_points": -1}, r"key_points.*-1.*from 0 to 50"),
        ({"key_points": 51}, r"key_points.*51.*from 0 to 50"),
        ({"key_point_words": 7}, r"key_point_words.*7.*from 8 to 200"),
        ({"glossary_entries": 501}, r"glossary_entries.*501.*from 0 to 500"),
        ({"model": "barthez"}, r"model.*'barthez'.*--engine"),
        ({"base_url": "http://localhost:1/v1"}, r"base_url.*--engine chat"),
        ({"base_url": "http://localhost:1/v1", "engine": "seq2seq", "model": "x"}, r"base_url.*--engine chat"),
        ({"translation_model": "opus"}, r"translation_model.*'opus'.*--to"),
    ],
)
def test_an_option_out_of_range_is_refused_with_what_would_do(options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        Options(**options)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(options, id=next(iter(options)))
        for options in ({"summary_words": "60"}, {"key_points": 2.5}, {"glossary_entries": None})
    ],
)
def test_an_option_of_another_type_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(OptionError, match=next(iter(options))):
        digest("Le maire a annoncé lundi la fermeture du pont.", **options)


@pytest.mark.parametrize(
    "options",
    [{"summary_words": 10}, {"summary_words": 5000}, {"key_points": 0}, {"key_points": 50}, {"glossary_entries": 0}],
    ids=str,
)
def test_options_at_their_limits_are_obeyed(options: dict[str, int]) -> None:
    made = digest(SAMPLES[0], **options)
    assert len(made.key_points) <= options.get("key_points", 6)
    assert len(made.glossary.entries) <= options.get("glossary_entries", 10)
    assert [error.message for error in SCHEMA.iter_errors(json.loads(as_json(made)))] == []


def test_an_article_that_cannot_be_digested_says_why() -> None:
    with pytest.raises(LanguageError, match=r"Italian.*French and English"):
        digest(
            "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni, e gli abitanti temono lunghe code."
        )
    with pytest.raises(EmptyArticleError):
        digest("\n \n12 – 14\n")


def test_an_open_text_file_is_read() -> None:
    text = "Le maire a annoncé lundi la fermeture du pont. Les travaux dureront deux ans."
    assert digest(io.StringIO(text)).document.text == text
    with SAMPLES[0].open(encoding="utf-8") as file:
        assert digest(file).summary.text == digested(SAMPLES[0]).summary.text


@pytest.mark.parametrize("source", [b"Le maire part.", None, 3, io.BytesIO(b"Le maire part.")], ids=lambda it: type(it).__name__)
def test_what_is_no_article_is_refused_with_what_would_do(source: Any) -> None:
    with pytest.raises(ReadingError, match=rf"{type(source).__name__}: is no text.*read_bytes"):
        digest(source)
    with pytest.raises(ReadingError, match=rf"{type(source).__name__}: is no Article.*summarizer\.read"):
        Digester().digest(source)


def test_what_are_no_options_is_refused_with_what_would_do() -> None:
    given: Any = {"language": "fr"}
    with pytest.raises(OptionError, match=r"dict is no Options.*Options\(language"):
        Digester(given)
