"""The two seed articles, as their reader wants them digested; skipped where the shared material is not at hand."""

from __future__ import annotations

import re

import pytest

from summarizer import Digest, digest
from summarizer.rendering import as_markdown
from summarizer.results import GlossaryEntry
from tests.conftest import shared

SHARES = "seeds/000_d8cd7f48a2e2a436.txt"
AGENCIES = "seeds/002_201f0b54cb005be6.txt"
# The line with which the first seed announces its own summary.
ANNOUNCEMENT = "Résumé de l’article"
NOISE = re.compile(
    r"[?]|#\w|contact|consultation|abonne|subscribe|newsletter|posts? sent|lire aussi|en savoir plus|à l.action|👉|lien vers",
    re.I,
)
SENTENCE = re.compile(r"^(?:[«\"“] ?)?[A-ZÀ-Ý0-9].*[.!…](?: ?[»\"”])?$")


def without_closing() -> Digest:
    text = shared(SHARES).read_text(encoding="utf-8")
    place = text.index(ANNOUNCEMENT)
    return digest(text[: text.rindex("\n", 0, place)])


def plain(text: str) -> str:
    return text.lower().replace("’", "'")


def names(entry: GlossaryEntry) -> set[str]:
    return {plain(name) for name in (entry.term, entry.expansion or entry.term, *(other.text for other in entry.designations))}


def output_lines(made: Digest) -> list[str]:
    """Return the lines of the digest but its title, which is the article's."""
    return [line for line in as_markdown(made).splitlines()[1:] if line]


@pytest.mark.parametrize("role", ["event", "cause", "consequence", "takeaway"])
def test_an_article_without_its_closing_part_gives_the_roles_of_that_part(role: str) -> None:
    assert role in {point.role for point in without_closing().key_points}


@pytest.mark.parametrize("term", ["API", "conditions d'utilisation", "propriété intellectuelle", "GPT-5", "Claude"])
def test_an_article_without_its_glossary_gives_the_terms_of_that_glossary(term: str) -> None:
    entries = [entry for entry in without_closing().glossary.entries if plain(term) in names(entry)]
    assert len(entries) == 1
    assert entries[0].definition
    assert entries[0].origin in ("lexicon", "article")
    if term == "API":
        assert plain(entries[0].expansion or "") == "application programming interface"


@pytest.mark.parametrize("whole", [False, True])
def test_no_line_is_a_question_a_call_or_a_hashtag(whole: bool) -> None:
    made = digest(shared(SHARES)) if whole else without_closing()
    assert [line for line in output_lines(made) if NOISE.search(line)] == []
    lines = [*made.summary.sentences, *(point.line for point in made.key_points)]
    assert [line.text for line in lines if not SENTENCE.match(line.text)] == []


@pytest.mark.parametrize(
    ("term", "expansion"),
    [
        ("API", "Application Programming Interface"),
        ("Modèle Claude", None),
        ("GPT-5", None),
        ("Conditions d'utilisation", None),
        ("Propriété intellectuelle", None),
    ],
)
def test_the_article_s_own_glossary_goes_before_the_lexicon(term: str, expansion: str | None) -> None:
    path = shared(SHARES)
    (entry,) = [entry for entry in digest(path).glossary.entries if plain(entry.term) == plain(term)]
    assert (entry.origin, entry.expansion) == ("article", expansion)
    assert entry.definition
    own = re.search(rf"^- {term}[^:\n]* : (.*)$", path.read_text(encoding="utf-8").replace("’", "'"), re.M)
    assert own is not None
    assert plain(entry.definition) == plain(own.group(1)).rstrip(".")


def test_the_article_s_own_summary_is_evidence_for_nothing() -> None:
    made = digest(shared(SHARES))
    start = made.document.text.index(ANNOUNCEMENT)
    assert made.key_points
    for line in (*made.summary.sentences, *(point.line for point in made.key_points)):
        assert all(span.end <= start for span in line.evidence)


@pytest.mark.parametrize(
    "furniture",
    [
        r"Aller au contenu",
        r"fournie? par",
        r"\b(?:Satter|Rozen|Raphael|Courtney)\b",
        r"Traduction automatis|apprentissage automatique|avertissement|bit\.ly|https?:",
        r"\b(?:GOOGL|AMZN|MSFT)\b|\.O\b",
        r"Réécrit|paragraphes? \d",
        r"\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2}|04:22",
        r"\(\(|\)\)| ,| \.(?:\s|$)|\*\s\*",
    ],
)
def test_the_page_around_a_news_story_is_gone(furniture: str) -> None:
    made = digest(shared(AGENCIES))
    assert [line for line in as_markdown(made).splitlines() if re.search(furniture, line)] == []
    assert re.findall(furniture, made.document.text) == []


def test_no_sentence_of_a_news_story_is_broken() -> None:
    made = digest(shared(AGENCIES))
    lines = [*made.summary.sentences, *(point.line for point in made.key_points)]
    assert lines
    assert [line.text for line in lines if not SENTENCE.match(line.text) or line.text.count('"') % 2] == []
    assert [block.text for block in made.document.blocks if not re.match(r"[«\"]?[A-ZÀ-Ý]", block.text)] == []
    assert any(re.search(r"Alphabet,? et Amazon\.com\.$", block.text) for block in made.document.blocks)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("HHS", {"ORG"}),
        ("StateChat", {"PRODUCT"}),
        ("Pentagone", {"ORG"}),
        ("Scott Bessent", {"PER"}),
        ("Tommy Pigott", {"PER"}),
        ("William Pulte", {"PER"}),
        ("Sam Altman", {"PER"}),
        ("Donald Trump", {"PER"}),
        ("Anthropic", {"ORG"}),
        ("ChatGPT", {"PRODUCT"}),
        ("Maison-Blanche", {"ORG", "LOC"}),
        ("San Francisco", {"LOC"}),
    ],
)
def test_the_names_of_a_news_story_are_found_and_labelled(name: str, labels: set[str]) -> None:
    assert {entity.label for entity in digest(shared(AGENCIES)).entities if entity.name == name} <= labels
    assert name in {entity.name for entity in digest(shared(AGENCIES)).entities}


@pytest.mark.parametrize(
    ("seed", "piece"),
    [
        (AGENCIES, "ChatGPT et Gemini"),
        (AGENCIES, "Fannie Mae et Freddie Mac"),
        (AGENCIES, "GPT4.1 d'OpenAI"),
        (AGENCIES, "Trésor Scott Bessent"),
        (SHARES, "API d’OpenAI"),
        (SHARES, "FOCUS BUSINESS"),
        (SHARES, "Conditions"),
        (AGENCIES, "Services"),
        (AGENCIES, "Santé"),
    ],
)
def test_what_is_no_name_is_no_entity(seed: str, piece: str) -> None:
    assert piece not in {entity.name for entity in digest(shared(seed)).entities}


def test_a_short_form_of_a_news_story_is_expanded() -> None:
    made = digest(shared(AGENCIES))
    assert "HHS" in made.document.text
    expansions = {entry.term: plain(entry.expansion or "") for entry in made.glossary.entries}
    assert "HHS" in expansions
    assert re.search(r"health and human services|santé et des services sociaux", expansions["HHS"])
