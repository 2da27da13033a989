"""Each check of grounding.CHECKS fires on a digest tampered with, and on nothing else; sound digests raise no note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from summarizer import Digester, Options, reading
from summarizer.grounding import CHECKS, check
from summarizer.results import Digest, GlossaryEntry, Line, Summary
from summarizer.types import Source, Span

ARTICLES = {
    "fr": """# La digue de Sernac sera relevée

Le port de Sernac ne fermera pas, a annoncé mardi la maire, Ada Corvin, après trois mois de travaux à 4,2 millions d'euros.

L'Agence nationale de la mer (ANM) a relevé -14 °C sur le quai, selon un communiqué de presse. La digue, dont la pose a
duré neuf ans, est fissurée sur quarante mètres et sera relevée en mars.
Un rançongiciel a touché le port et son chiffre d'affaires.

## Glossaire

- Digue : mur qui protège un port des vagues.
""",
    "en": """# Sarnock will raise its dyke

The port of Sarnock will not close, mayor Ada Corwin said on Tuesday, after three months of repairs worth £4.2 million.

The National Sea Agency (NSA) measured -14 degrees on the quay, according to a press release. The dyke, which took
nine years to build, is cracked over forty metres and will be raised in March.
A piece of ransomware has hit the port and its turnover.

## Glossary

- Dyke: a wall that shields a harbour from the waves.
""",
}
Tamper = Callable[[Digest], Digest]


@cache
def sound(lang: str) -> Digest:
    """Return an honest digest in which every kind of record occurs."""
    article = reading.from_markdown(ARTICLES[lang], Source("case", "text/markdown"))
    digest = Digester(Options(language=lang, summary_words=200)).digest(article)
    assert digest.summary.sentences
    assert digest.key_points
    assert digest.entities
    assert {entry.origin for entry in digest.glossary.entries} >= {"article", "lexicon"}
    return digest


def with_line(change: Callable[[Line], Line]) -> Tamper:
    """Change the first line of the synthesis."""
    return lambda digest: replace(digest, summary=Summary((change(digest.summary.sentences[0]), *digest.summary.sentences[1:])))


def with_text(old: str, new: str) -> Tamper:
    """Replace a piece of the lines' text, in the synthesis alone."""

    def tamper(digest: Digest) -> Digest:
        lines = tuple(replace(line, text=line.text.replace(old, new)) for line in digest.summary.sentences)
        assert lines != digest.summary.sentences, f"{old!r} is in no line"
        return replace(digest, summary=Summary(lines))

    return tamper


def with_point(change: Callable[[Line], Line]) -> Tamper:
    """Change the line of the first key point."""
    return lambda digest: replace(
        digest, key_points=(replace(digest.key_points[0], line=change(digest.key_points[0].line)), *digest.key_points[1:])
    )


def with_entry(origin: str, /, **changes: Any) -> Tamper:
    """Change the first glossary entry whose definition comes from *origin*."""

    def change(entries: tuple[GlossaryEntry, ...]) -> tuple[GlossaryEntry, ...]:
        place = next(place for place, entry in enumerate(entries) if entry.origin == origin)
        return (*entries[:place], replace(entries[place], **changes), *entries[place + 1 :])

    return lambda digest: replace(digest, glossary=replace(digest.glossary, entries=change(digest.glossary.entries)))


def with_entity(**changes: Any) -> Tamper:
    """Change the first entity."""
    return lambda digest: replace(digest, entities=(replace(digest.entities[0], **changes), *digest.entities[1:]))


def part(digest: Digest, name: str) -> Span:
    """Return the place of the last block of the part *name*."""
    return [block.span for block in digest.document.blocks if block.part == name][-1]


FAR = Span(90_000, 90_010)
TAMPERED: list[tuple[str, str, Tamper]] = [
    ("line-words", "a word added", with_line(lambda line: replace(line, text=f"{line.text[:-1]} forever."))),
    ("line-words", "a word added to a key point", with_point(lambda line: replace(line, text=f"Zut. {line.text}"))),
    ("line-words", "another order", with_line(lambda line: replace(line, text=" ".join(reversed(line.text.split()))))),
    ("line-words", "another number", with_text("2", "9")),
    ("line-words", "another name", with_text("Ada", "Eve")),
    ("line-words", "a name twice", with_text("Ada", "Ada Ada")),
    ("line-evidence", "none", with_line(lambda line: replace(line, text="", evidence=()))),
    ("line-evidence", "none for a key point", with_point(lambda line: replace(line, text="", evidence=()))),
    ("line-evidence", "beyond the text", with_line(lambda line: replace(line, text="", evidence=(FAR,)))),
    (
        "line-evidence",
        "the article's own glossary",
        lambda digest: with_line(lambda line: replace(line, text="", evidence=(part(digest, "glossary"),)))(digest),
    ),
    ("engine-line", "an invention", with_line(lambda line: replace(line, text="Zorglub won.", origin="engine"))),
    (
        "line-evidence",
        "across two blocks",
        lambda digest: with_line(lambda line: replace(line, evidence=(Span(0, part(digest, "body").end),)))(digest),
    ),
    ("article-definition", "another text", with_entry("article", definition="a kind of fish")),
    ("article-definition", "no evidence", with_entry("article", evidence=None)),
    ("article-definition", "evidence elsewhere", with_entry("article", evidence=Span(0, 12))),
    ("lexicon-definition", "another text", with_entry("lexicon", definition="a kind of fish")),
    ("definition-origin", "a definition without origin", with_entry("lexicon", origin=None)),
    ("definition-origin", "an origin without definition", with_entry("lexicon", definition=None)),
    ("glossary-mention", "none", with_entry("lexicon", mentions=())),
    ("glossary-mention", "beyond the text", with_entry("lexicon", mentions=(FAR,))),
    ("entity-mention", "none", with_entity(mentions=())),
    ("entity-mention", "another name", with_entity(name="Quintus Nemo")),
]
UNSEEN: list[tuple[str, str, Tamper, str]] = [
    (
        "glossary-mention",
        "a term of no mention",
        with_entry("lexicon", term="Quintus"),
        "a mention is compared with all names of the entry, not with the term alone",
    ),
]
SUBTLE: list[tuple[str, Tamper]] = [
    ("negation dropped, fr", with_text("ne fermera pas", "fermera")),
    ("negation dropped, en", with_text("will not close", "will close")),
    ("another currency", with_text("£", "$")),
    ("another sign", with_text("-14", "14")),
    ("an entity beyond the text", with_entity(mentions=(FAR,))),
]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sound_digest_raises_no_note(lang: str) -> None:
    assert check(sound(lang)) == ()


@pytest.mark.parametrize("written", ["micro-enterprises", "Micro-enterprise", "microenterprises"])
def test_a_term_is_used_however_the_article_joins_its_words(written: str) -> None:
    text = f"# A rule for traders\n\n{written} are exempt from the duty.\n\nThe ministry said so on Monday in Hull."
    digest = Digester(Options(language="en")).digest(reading.from_markdown(text, Source("case", "text/markdown")))
    assert "microenterprise" in [entry.term.lower().replace("-", "") for entry in digest.glossary.entries]
    assert check(digest) == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("code", "what", "tamper"), TAMPERED, ids=[f"{code}: {what}" for code, what, _ in TAMPERED])
def test_a_check_fires_alone_on_what_it_is_for(code: str, what: str, tamper: Tamper, lang: str) -> None:
    notes = check(tamper(sound(lang)))
    assert [note.code for note in notes] == [f"ungrounded-{code}"]
    assert notes[0].message.startswith((CHECKS[code].__doc__ or "?").strip())


def test_every_check_is_seen_to_fire() -> None:
    assert {code for code, _, _ in TAMPERED} == set(CHECKS)


@pytest.mark.parametrize(
    ("what", "tamper"),
    [
        pytest.param(
            what, tamper, id=f"{code}: {what}", marks=pytest.mark.xfail(reason=reason, strict=True, raises=pytest.fail.Exception)
        )
        for code, what, tamper, reason in UNSEEN
    ]
    + [pytest.param(what, tamper, id=what) for what, tamper in SUBTLE],
)
def test_a_subtler_forgery_raises_a_note(what: str, tamper: Tamper) -> None:
    lang = "fr" if what.endswith(", fr") else "en"
    forged = tamper(sound(lang))
    assert forged != sound(lang)
    if not check(forged):
        pytest.fail(f"{what}: no note")


def test_the_digester_puts_the_notes_into_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "line-words", lambda digest: iter([digest.summary.sentences[0].text]))
    article = reading.from_markdown(ARTICLES["en"], Source("case", "text/markdown"))
    assert [note.code for note in Digester().digest(article).notes] == ["ungrounded-line-words"]
