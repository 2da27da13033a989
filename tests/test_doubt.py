"""What a line mentions beside what the article mentions, and the learned doubt over it."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from summarizer.resources import languages_folder
from summarizer.support import Grounds, judge
from summarizer.support.claim import claim_of
from summarizer.support.comparison import Comparison
from summarizer.support.doubt import LINE_MEASURES, doubt, mention_rows
from summarizer.support.mentions import is_rival, is_same
from summarizer.support.reading import read
from summarizer.support.surroundings import MENTION_MEASURES
from summarizer.words import fold
from tests.conftest import ROOT
from tests.test_support import grounds

LANGUAGES = ("fr", "en")
QUARRY = (
    "The quarry at Netherfold will close in June, its owner Carrick Stone said on Tuesday. "
    "Some 64 workers will lose their jobs.\n\n"
    "The parish council had asked for a delay until the autumn. The county court turned the request down last week, "
    "after a hearing of two days.\n\n"
    "Union secretary Ines Halloran called the decision heartless. "
    "Managing director Piers Loxley replied that the stone was used up."
)
CARRIERE = (
    "La carrière de Valsenon fermera en juin, a annoncé mardi son propriétaire, la société Granulat. "
    "Quelque 64 salariés perdront leur emploi.\n\n"
    "Le conseil municipal avait demandé un délai jusqu'à l'automne. Le tribunal administratif a rejeté cette demande "
    "la semaine dernière, après deux jours d'audience.\n\n"
    "La secrétaire du syndicat, Inès Hallier, juge la décision cruelle. "
    "Le directeur, Pierre Loxel, répond que la pierre est épuisée."
)


def compared(line: str, text: str, lang: str) -> Comparison:
    own: Grounds = grounds(text, lang)
    return Comparison(claim_of(line, own), own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_thesaurus_is_in_order_and_says_nothing_twice(lang: str) -> None:
    lines = (languages_folder() / f"thesaurus_{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.split("\t")[0] for line in lines]
    assert len(words) > 4_500
    assert words == sorted(set(words))
    for line in lines:
        word, others = line.split("\t")
        found = others.split(", ")
        assert not [other for other, count in Counter(found).items() if count > 1], line
        assert fold(word) not in map(fold, found), line
        assert all(re.fullmatch(r"[^\W_][\w' .&/-]*", other) for other in found), line


@pytest.mark.parametrize(
    ("one", "other", "lang", "likeness"),
    [
        ("closed", "closes", "en", 1.0),
        ("voted", "voters", "en", 0.75),
        ("approved", "backed", "en", 0.7),
        ("approved", "river", "en", 0.0),
        ("licencier", "licenciements", "fr", 0.75),
        ("hausse", "augmentation", "fr", 0.7),
        ("hausse", "hôpital", "fr", 0.0),
    ],
)
def test_words_are_alike_by_form_by_stem_and_by_the_thesaurus(one: str, other: str, lang: str, likeness: float) -> None:
    (first,), (second,) = read(one, lang).words, read(other, lang).words
    assert first.likeness(second) == second.likeness(first) == likeness


def test_a_phrase_of_the_thesaurus_stands_for_its_word() -> None:
    phrase = read("The council gave up the plan.", "en").words
    (word,) = read("abandoned", "en").words
    assert max(one.likeness(word) for one in phrase if one.text == "gave") == 0.7


def test_near_words_weigh_more() -> None:
    reading = read("The owner of the old quarry fired Ines Halloran yesterday.", "en")
    place = {word.text: word.place for word in reading.words}
    near = reading.nearness[place["fired"]]
    assert near[place["fired"]] == 1.0
    assert near[place["old"]] < near[place["quarry"]] <= near[place["owner"]] < 1.0
    assert (reading.nearness == reading.nearness.T).all()


@pytest.mark.parametrize(
    ("line", "article", "lang", "same"),
    [
        ("The ANM warned farmers.", "The Agency for National Meadows is worried.", "en", ("ANM", "Agency for National Meadows")),
        ("Berlin has protested.", "Germany sent a letter.", "en", ("Berlin", "Germany")),
        ("Le gouvernement français proteste.", "Paris a envoyé une lettre.", "fr", ("gouvernement", "Paris")),
        ("Le tribunal a tranché.", "Le tribunal de Lyon a jugé l'affaire.", "fr", ("tribunal", "tribunal")),
        ("Deux millions d'euros manquent.", "Il manque 2 000 000 d'euros.", "fr", ("Deux millions", "2 000 000")),
    ],
)
def test_what_may_be_meant_is_the_same(line: str, article: str, lang: str, same: tuple[str, str]) -> None:
    comparison = compared(line, article, lang)
    own = next(mention for mention in comparison.mentions if mention.span.of(line) == same[0])
    passage = comparison.grounds.passages[0]
    other = next(mention for mention in passage.mentions if mention.span.of(passage.text) == same[1])
    assert is_same(own, other)
    assert not is_rival(own, other, comparison.mentions, comparison.content)


def test_what_stands_in_its_place_is_a_rival() -> None:
    line = "The parish council turned the request down."
    comparison = compared(line, QUARRY, "en")
    own = next(mention for mention in comparison.mentions if mention.kind == "body")
    others = [
        mention.span.of(passage.text)
        for passage in comparison.grounds.passages
        for mention in passage.mentions
        if mention.kind == "body" and is_rival(own, mention, comparison.mentions, comparison.content)
    ]
    assert "court" in others
    assert "council" not in others


@pytest.mark.parametrize(
    ("line", "article", "lang", "code"),
    [
        ("Carrick Stone is shutting down its quarry at Netherfold in June.", QUARRY, "en", None),
        ("In June, 64 people will be out of work in Netherfold.", QUARRY, "en", None),
        ("The county court rejected the parish council's call to wait until autumn.", QUARRY, "en", None),
        ("Ines Halloran replied that there was no stone left.", QUARRY, "en", "name-place"),
        ("The county court had asked for a delay until the autumn.", QUARRY, "en", "name-place"),
        ("La société Granulat va fermer sa carrière de Valsenon en juin.", CARRIERE, "fr", None),
        ("Selon Pierre Loxel, il n'y a plus de pierre.", CARRIERE, "fr", None),
        ("Les 64 employés de la carrière vont se retrouver sans travail.", CARRIERE, "fr", None),
        ("Inès Hallier répond que la pierre est épuisée.", CARRIERE, "fr", "name-place"),
        ("Le conseil municipal a rejeté la demande de délai.", CARRIERE, "fr", "name-place"),
    ],
)
def test_what_is_put_in_the_place_of_another_is_doubted(line: str, article: str, lang: str, code: str | None) -> None:
    verdict = judge(line, grounds(article, lang))
    assert {objection.code for objection in verdict.objections} == ({code} if code else set())


def test_measures_have_names_and_a_line_of_nothing_is_no_error() -> None:
    comparison = compared("The parish council turned the request down.", QUARRY, "en")
    rows, mentions = mention_rows(comparison)
    assert rows
    assert len(rows) == len(mentions)
    assert {len(row) for row in rows} == {len(MENTION_MEASURES)} == {len(set(MENTION_MEASURES))}
    assert len(set(LINE_MEASURES)) == len(LINE_MEASURES)
    for line in ("", "…", "Of the and."):
        assert doubt(compared(line, QUARRY, "en"), (), coverage=0.0, evidence=0).mention is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_annotated_lines_are_whole(lang: str) -> None:
    lines = (ROOT / "models" / "annotations" / f"support_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == len({row["id"] for row in rows}) == 365
    for row in rows:
        assert len(row["true"]) == 5
        assert {plant["kind"] for plant in row["planted"]} == {"person", "number", "date", "org", "negation"}
        assert all(-1 <= plant["of"] < 5 and plant["text"] not in row["true"] for plant in row["planted"])
