"""The encoder: the places of its pieces, its windows, its opinions, and that numpy and torch say the same."""

from __future__ import annotations

import io
import math

import numpy as np
import pytest

from summarizer import digest, encoder
from summarizer.encoder import Opinions, agreed, agreed_roles
from summarizer.encoder.network import Encoder
from summarizer.encoder.pieces import WINDOW, pieces_of
from summarizer.types import ROLES, Span
from tests.conftest import require

FRENCH = """La ville de Morlanne ferme sa piscine

La mairie de Morlanne, élue en 2020, a fermé lundi la piscine municipale, trop chère à chauffer.

Lire aussi : nos recettes pour l'hiver."""
ENGLISH = """Town of Harwick closes its pool

The council of Harwick, elected in 2020, closed the public pool on Monday because it costs too much.

Read more: our recipes for the winter."""


def span_of(piece: str, text: str) -> Span:
    start = text.index(piece)
    return Span(start, start + len(piece))


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, "L’été « ½ % » naïf… 漢字 🙂\n\n\nfin", "x" * 5_000, " "])
def test_pieces_stand_in_order_where_their_letters_are(text: str) -> None:
    pieces = pieces_of(text)
    assert len(pieces.ids) == len(pieces.starts)
    assert (np.diff(pieces.starts) >= 0).all()
    assert pieces.starts[-1] < max(1, len(text))
    assert len(pieces.windows) == math.ceil(len(pieces.ids) / WINDOW)


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_span_covers_its_own_pieces(text: str) -> None:
    pieces = pieces_of(text)
    for word in ("2020", "Morlanne" if text is FRENCH else "Harwick"):
        start, end = pieces.range(span_of(word, text), 0)
        following = pieces.starts[end] if end < len(pieces.starts) else len(text)
        assert text[pieces.starts[start] : following].strip(" ,\n") == word


def test_a_long_text_is_read_in_windows_that_end_with_a_line_and_no_further_than_some() -> None:
    text = "\n\n".join(f"{FRENCH} ({number})" for number in range(500))
    pieces = pieces_of(text)
    sizes = np.diff([*pieces.windows, len(pieces.ids)])
    assert sizes.max() <= WINDOW
    assert {text[pieces.starts[at] - 1] for at in pieces.windows[1:]} == {"\n"}
    opinions = Opinions(text, "fr")
    last = Span(len(text) - 60, len(text) - 30)
    assert opinions.worths([Span(0, 37), last])[0] is not None
    answers = (opinions.worths([last]), opinions.roles([last]), opinions.wanted([last]), opinions.printable(last, [last]))
    assert all(answer == [None] for answer in answers)


@pytest.mark.parametrize(
    ("text", "lang", "news", "furniture"),
    [
        (
            FRENCH,
            "fr",
            "La mairie de Morlanne, élue en 2020, a fermé lundi la piscine municipale, trop chère à chauffer.",
            "Lire aussi : nos",
        ),
        (
            ENGLISH,
            "en",
            "The council of Harwick, elected in 2020, closed the public pool on Monday because it costs too much.",
            "Read more: our",
        ),
    ],
)
def test_the_news_is_worth_more_than_a_link_to_recipes(text: str, lang: str, news: str, furniture: str) -> None:
    opinions, spans = Opinions(text, lang), [span_of(news, text), Span(text.index(furniture), len(text))]
    worth, link = opinions.worths(spans)
    wanted, unwanted = opinions.wanted(spans)
    roles, _ = opinions.roles(spans)
    assert worth is not None
    assert link is not None
    assert 1 < worth <= 2
    assert 0 <= link < 0.3
    assert wanted is not None
    assert unwanted is not None
    assert 1 > wanted > 0.5 > unwanted > 0
    assert roles is not None
    assert tuple(roles) == ROLES
    assert sum(roles.values()) == pytest.approx(1)
    assert max(roles, key=lambda role: roles[role]) == "event"


@pytest.mark.parametrize(
    ("text", "lang", "sentence", "good", "bad"),
    [
        (
            FRENCH,
            "fr",
            "La mairie de Morlanne, élue en 2020, a fermé lundi la piscine municipale, trop chère à chauffer.",
            ", élue en 2020,",
            "élue en 2020, a fermé",
        ),
        (
            ENGLISH,
            "en",
            "The council of Harwick, elected in 2020, closed the public pool on Monday because it costs too much.",
            ", elected in 2020,",
            "in 2020, closed the",
        ),
    ],
)
def test_an_apposition_may_go_and_the_verb_may_not(text: str, lang: str, sentence: str, good: str, bad: str) -> None:
    may, may_not = Opinions(text, lang).printable(span_of(sentence, text), [span_of(good, text), span_of(bad, text)])
    assert may is not None
    assert may_not is not None
    assert may > 0.8
    assert may_not < 0.5


@pytest.mark.parametrize(
    ("lang", "sentence", "likely", "kept"),
    [
        (
            "fr",
            "La ministre de la Culture, Aline Roque, a annoncé jeudi, lors d'une visite du chantier organisée pour la presse, "
            "que le musée de Morlanne, fermé depuis l'incendie de 2019, rouvrirait ses portes au public au mois de juin de "
            "l'année prochaine.",
            "lors d'une visite du chantier organisée pour la presse",
            "rouvrirait",
        ),
        (
            "en",
            "The council of Harwick, which has run the harbour since 1921, said on Monday at a meeting with residents in the "
            "town hall that it would sell both of its ferries to a Danish company before the end of the summer.",
            "which has run the harbour since 1921",
            "would sell",
        ),
    ],
)
def test_an_editor_would_delete_an_aside_and_not_the_verb(lang: str, sentence: str, likely: str, kept: str) -> None:
    found = Opinions(sentence, lang).deletions(Span(0, len(sentence)))
    assert likely in [span.of(sentence) for span in found[:6]]
    assert not any(span.of(sentence).startswith(kept) for span in found)
    assert all(sentence[span.start - 1 : span.start] in ("", " ", "'") for span in found)
    assert len(found) <= 16


def test_a_sentence_without_end_or_without_words_is_not_shortened() -> None:
    for text in ("mot " * 400, "… " * 40):
        assert Opinions(text, "fr").deletions(Span(0, len(text) - 1)) == []


def test_two_opinions_meet_between_them() -> None:
    assert agreed(0.9, 0.1, 0.5) == pytest.approx(0.5)
    assert 0.5 < agreed(0.9, 0.5, 0.4) < 0.9
    assert agreed(1.0, 0.5, 0.5) < 1
    own = {role: 1 / len(ROLES) for role in ROLES}
    other = {**dict.fromkeys(ROLES, 0.0), "cause": 1.0}
    found = agreed_roles(own, other, 0.5)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=lambda role: found[role]) == "cause"
    assert agreed_roles(own, None, 0.5) == own


def test_the_ranking_tells_both_values() -> None:
    found = digest(FRENCH, language="fr").ranking
    assert any(item.value != item.worth for item in found)
    assert all(0 <= share <= 1 for item in found for share in item.roles.values())


def test_numpy_says_what_torch_says() -> None:
    require("torch")
    import torch

    from models.recipes.encoder.export import exported
    from models.recipes.encoder.network import Encoder as Trained
    from models.recipes.encoder.network import Reader

    torch.manual_seed(1)
    reader = Reader(Trained(0.1), 0.2).eval()
    ids = torch.randint(6, 16_000, (1, 70))
    with torch.no_grad():
        states = reader.encoder(ids)
        scores = reader.heads["role"](reader.sentence(states, torch.tensor([[0, 10, 30]])))
        starts, ends = torch.arange(10, 30, 2), torch.arange(12, 32, 2)
        stretches = reader.stretches(states[0], (10, 30), starts, ends)
    content = np.load(io.BytesIO(exported(reader)))
    network = Encoder(dict(content))
    own = network.states(ids[0].numpy())
    assert np.abs(own - states[0].numpy()).max() < 0.1
    inputs = np.concatenate((own[10:30].mean(axis=0), own[10], own[29]))[None]
    assert np.abs(network.head("sentences", "role", inputs) - scores.numpy()).max() < 0.1
    found = network.stretches("deletions", "deletion", own[9:31], starts.numpy() - 9, ends.numpy() - 9)
    assert np.abs(np.triu(found - stretches.numpy())).max() < 0.1


def test_the_artefact_has_the_heads_that_are_asked() -> None:
    network = encoder._network()
    shapes = {
        head: network.head(mixer, head, np.zeros((1, parts * network.width), dtype=np.float32)).shape
        for mixer, head, parts in (
            ("sentences", "importance", 3),
            ("sentences", "role", 3),
            ("sentences", "line", 3),
            ("cuts", "cut", 6),
            ("deletions", "deletion", 6),
        )
    }
    assert shapes == {"importance": (1, 4), "role": (1, len(ROLES)), "line": (1, 4), "cut": (1, 3), "deletion": (1, 1)}
