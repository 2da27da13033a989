"""Pretrained summarizers by the real path: tiny models of each family, built here, saved, loaded, converted, asked."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import document_of, require

require("torch", "transformers", "sentencepiece", "ctranslate2")

from summarizer.engines.draft import Assignment  # noqa: E402
from summarizer.engines.seq2seq import load_seq2seq, whole_sentences  # noqa: E402
from summarizer.engines.seq2seq.codec import Codec, load_codec  # noqa: E402
from summarizer.engines.seq2seq.conversion import convert  # noqa: E402
from summarizer.engines.seq2seq.marian import load_marian  # noqa: E402
from summarizer.engines.seq2seq.running import Settings, Written, load_writer  # noqa: E402
from summarizer.errors import EngineError, MissingExtraError, OptionError  # noqa: E402
from summarizer.languages import get_language  # noqa: E402
from summarizer.options import Options  # noqa: E402
from summarizer.results import RankedSentence  # noqa: E402
from summarizer.types import Sentence, Span  # noqa: E402

if TYPE_CHECKING:
    from tests.tiny_models import Lesson

SUMMARISERS = ("barthez", "mbart", "mbart50", "t5", "mt5", "pegasus", "bart")
FRENCH = (
    "Le pont de Vernaise rouvre lundi après deux ans de travaux.",
    "La mairie a payé 4,5 millions d'euros.",
    "Les habitants attendaient ce jour.",
)
ENGLISH = ("The old bridge at Harlow opens again on Monday.", "The city paid 4.5 million euros for the work.")
FRENCH_ANSWER, ENGLISH_ANSWER = "Le pont de Vernaise rouvre lundi.", "The old bridge opens on Monday."
BARE_ANSWER = "La mairie a payé."
LONG = (
    "Le port de Brissac ferme ses portes en mars.",
    "La société Ardelle a perdu douze bateaux en trois ans.",
    "Son directeur, Ignace Morvan, a quitté la ville.",
    "Les marins demandent une aide de la région.",
    "Le conseil a refusé de voter cette aide mardi.",
    "Une pétition a réuni neuf mille noms.",
    "Le préfet recevra les familles vendredi matin.",
    "La criée sera vendue à une entreprise de Lorval.",
    "Le dernier bateau partira le 30 juin.",
)


def assignment(texts: Sequence[str], lang: str, *, words: int = 20, scores: Sequence[float] = ()) -> Assignment:
    """Return an assignment whose article is *texts*, a paragraph a sentence."""
    document = document_of("\n\n".join(texts), lang)
    ranked = []
    for number, text in enumerate(texts):
        start = document.text.index(text)
        sentence = Sentence(number, Span(start, start + len(text)), number, "paragraph", "body", text)
        ranked.append(RankedSentence(sentence, scores[number] if scores else 1.0))
    return Assignment(document, tuple(ranked), get_language(lang), Options(summary_words=words))


def options(folder: Path | str, **settings: object) -> Options:
    return Options(engine="seq2seq", model=str(folder), offline=True, device="cpu", **settings)  # type: ignore[arg-type]


def short_lessons(codec: Codec) -> list[Lesson]:
    return [
        (" ".join(FRENCH), "fr", "fr", FRENCH_ANSWER),
        (" ".join(FRENCH), "fr", "en", ENGLISH_ANSWER) if codec.family.codes else (FRENCH[2], "fr", "fr", "On attendait."),
        (" ".join(ENGLISH), "en", "en", ENGLISH_ANSWER),
    ]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the folder of a tiny model by its family; each is built once."""
    from tests.tiny_models import build

    root = tmp_path_factory.mktemp("tiny")

    @cache
    def folder(family: str) -> Path:
        bare: list[Lesson] = [(" ".join(FRENCH), "fr", "fr", BARE_ANSWER)] if family == "t5" else []
        return build(family, root / family, short_lessons, bare=bare)

    return folder


@pytest.fixture(scope="session")
def converted(tiny: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the folder of a tiny model converted to int8."""
    root = tmp_path_factory.mktemp("converted")

    @cache
    def folder(family: str) -> Path:
        return convert(str(tiny(family)), root / family, offline=True)

    return folder


@pytest.mark.parametrize("family", SUMMARISERS)
def test_each_family_is_recognised_and_writes_what_it_learnt(family: str, tiny: Callable[[str], Path]) -> None:
    engine = load_seq2seq(options(tiny(family)))
    assert engine.writer.codec.family.name == family
    assert engine.write(assignment(FRENCH, "fr")).summary == (FRENCH_ANSWER,)
    draft = engine.write(assignment(ENGLISH, "en"))
    assert (draft.summary, draft.key_points, draft.notes) == ((ENGLISH_ANSWER,), (), ())


@pytest.mark.parametrize("family", SUMMARISERS)
def test_the_converted_model_writes_the_same(family: str, converted: Callable[[str], Path]) -> None:
    engine = load_seq2seq(options(converted(family)))
    assert type(engine.writer.runtime).__name__ == "CTranslateRuntime"
    assert engine.write(assignment(FRENCH, "fr")).summary == (FRENCH_ANSWER,)
    assert engine.write(assignment(ENGLISH, "en")).summary == (ENGLISH_ANSWER,)


@pytest.mark.parametrize("family", ["mbart", "mbart50"])
@pytest.mark.parametrize("make", ["tiny", "converted"])
def test_the_code_of_the_language_decides_in_which_one_is_written(family: str, make: str, request: pytest.FixtureRequest) -> None:
    writer = load_writer(str(request.getfixturevalue(make)(family)), offline=True, device="cpu")
    text = " ".join(FRENCH)
    asked = [writer.write([text], lang="fr", to=to, settings=Settings(40))[0].text for to in ("fr", "en")]
    assert asked == [FRENCH_ANSWER, ENGLISH_ANSWER]


def frame_of(codec: Codec, lang: str) -> list[str]:
    """Return the tokens around a text of one word."""
    return codec.tokens(codec.encode("pont", lang=lang))


@pytest.mark.parametrize(
    ("family", "first", "last", "opening"),
    [
        ("barthez", "<s>", "</s>", ["</s>"]),
        ("bart", "<s>", "</s>", ["</s>"]),
        ("mbart", None, "fr_XX", ["fr_XX"]),
        ("mbart50", "fr_XX", "</s>", ["</s>", "fr_XX"]),
        ("t5", "▁", "</s>", ["<pad>"]),
        ("mt5", None, "</s>", ["<pad>"]),
        ("pegasus", None, "</s>", ["<pad>"]),
        ("marian", None, "</s>", ["<pad>"]),
    ],
)
def test_input_and_output_are_framed_as_the_family_was_trained(
    family: str, first: str | None, last: str, opening: list[str], tiny: Callable[[str], Path]
) -> None:
    codec = load_codec(tiny(family))
    tokens = frame_of(codec, "fr")
    assert tokens[-1] == last
    assert first is None or tokens[0].startswith(first)
    assert codec.tokens(codec.opening("fr")) == opening
    assert codec.room("fr") == codec.input_limit - (len(tokens) - codec.count("pont"))


def test_t5_is_told_its_task_and_answers_to_it(tiny: Callable[[str], Path]) -> None:
    writer = load_writer(str(tiny("t5")), offline=True, device="cpu")
    assert writer.codec.decode(writer.codec.encode("Le pont", lang="fr")) == "summarize: Le pont"
    without = replace(writer, codec=replace(writer.codec, prefix=""))
    texts = [each.write([" ".join(FRENCH)], lang="fr", settings=Settings(40))[0].text for each in (writer, without)]
    assert texts == [FRENCH_ANSWER, BARE_ANSWER]


def copy_of(folder: Path, target: Path, **changes: Mapping[str, object]) -> Path:
    """Return a copy of the model with changed settings: file name without suffix -> keys and values."""
    target.mkdir()
    for path in folder.iterdir():
        target.joinpath(path.name).write_bytes(path.read_bytes())
    for name, values in changes.items():
        path = target / f"{name}.json"
        path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")
    return target


def test_the_models_own_settings_go_before_the_familys(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    task = {"task_specific_params": {"summarization": {"prefix": "résume : "}}}
    assert load_codec(copy_of(tiny("t5"), tmp_path / "t5", config=task)).prefix == "résume : "
    forced = {"forced_bos_token_id": 0, "min_length": 9, "length_penalty": 2.0}
    codec = load_codec(copy_of(tiny("bart"), tmp_path / "bart", generation_config=forced))
    assert codec.tokens(codec.opening("en")) == ["</s>", "<s>"]
    assert (codec.least, codec.length_penalty) == (9, 2.0)


def test_barthez_is_told_from_mbart_where_the_tokenizer_is_not_named(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    folder = copy_of(tiny("barthez"), tmp_path / "unnamed")
    (folder / "tokenizer_config.json").unlink()
    assert load_seq2seq(options(folder)).write(assignment(FRENCH, "fr")).summary == (FRENCH_ANSWER,)


def test_a_long_article_is_read_to_its_end(tmp_path: Path) -> None:
    from tests.tiny_models import build

    long = assignment(LONG, "fr", words=40)
    cuts: list[tuple[str, ...]] = []

    def lessons(codec: Codec) -> list[Lesson]:
        from summarizer.engines.seq2seq.chunks import Unit, cut

        units = [Unit(text, codec.count(text), 1.0, number) for number, text in enumerate(LONG)]
        cuts.extend(tuple(unit.text for unit in chunk) for chunk in cut(units, room=codec.room("fr")))
        return [(" ".join(texts), "fr", "fr", texts[-1]) for texts in cuts]

    engine = load_seq2seq(options(build("barthez", tmp_path / "long", lessons)))
    draft = engine.write(long)
    assert len(cuts) > 1
    assert [text for texts in cuts for text in texts] == list(LONG)
    assert draft.summary == tuple(texts[-1] for texts in cuts)
    assert draft.summary[-1] == LONG[-1]
    assert [(note.code, str(len(cuts)) in note.message) for note in draft.notes] == [("chunked", True)]


def test_only_the_sentences_of_the_assignment_are_read(tiny: Callable[[str], Path]) -> None:
    whole = assignment([*FRENCH, *LONG], "fr")
    chosen = replace(whole, ranked=whole.ranked[:3])
    draft = load_seq2seq(options(tiny("barthez"))).write(chosen)
    assert (draft.summary, draft.notes) == ((FRENCH_ANSWER,), ())


def test_a_last_sentence_that_was_cut_off_is_left_out() -> None:
    french = get_language("fr")
    assert whole_sentences(Written("M. Roy part. Il rit.", complete=True), french) == ("M. Roy part.", "Il rit.")
    assert whole_sentences(Written("M. Roy part. Il", complete=False), french) == ("M. Roy part.",)
    assert whole_sentences(Written("M. Roy", complete=False), french) == ()


def test_output_in_the_other_language_or_none_at_all_is_an_error(tiny: Callable[[str], Path]) -> None:
    engine = load_seq2seq(options(tiny("bart")))
    english_about_french = replace(assignment(ENGLISH, "en"), language=get_language("fr"))
    with pytest.raises(EngineError, match="wrote in en about an article in fr"):
        engine.write(english_about_french)
    with pytest.raises(EngineError, match="no sentence to summarise"):
        engine.write(replace(assignment(ENGLISH, "en"), ranked=()))


def test_a_folder_is_run_without_any_connection(tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    settings = replace(options(tiny("mt5")), offline=False)
    assert load_seq2seq(settings).write(assignment(FRENCH, "fr")).summary == (FRENCH_ANSWER,)


@pytest.fixture
def hub_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache of the hub's library."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def test_a_name_is_looked_up_in_the_cache(tiny: Callable[[str], Path], hub_cache: Path) -> None:
    repository = hub_cache / "models--harlow--barthez-tiny"
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    (repository / "snapshots").mkdir()
    copy_of(tiny("barthez"), repository / "snapshots" / ("0" * 40))
    assert load_seq2seq(options("harlow/barthez-tiny")).write(assignment(FRENCH, "fr")).summary == (FRENCH_ANSWER,)


@pytest.mark.usefixtures("hub_cache")
def test_a_name_that_is_not_in_the_cache_says_what_to_do_offline() -> None:
    with pytest.raises(EngineError, match=r"harlow/no-model: is not in the cache of models.* run once without --offline"):
        load_seq2seq(options("harlow/no-model"))


def test_a_pickle_is_refused(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    folder = copy_of(tiny("bart"), tmp_path / "pickled")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(EngineError, match="only as a pickle, which can run code"):
        load_seq2seq(options(folder))


@pytest.mark.parametrize(
    ("name", "message"),
    [("no/such/folder", "is not a folder"), ("./nowhere", "is not a folder"), (__file__, "is not a folder")],
)
def test_what_is_no_model_is_refused(name: str, message: str) -> None:
    with pytest.raises(EngineError, match=message):
        load_seq2seq(options(name))


def test_folders_that_lack_something_say_what(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(EngineError, match=r"holds no config\.json"):
        load_seq2seq(options(tmp_path / "empty"))
    weightless = copy_of(tiny("bart"), tmp_path / "weightless")
    (weightless / "model.safetensors").unlink()
    with pytest.raises(EngineError, match="holds no weights"):
        load_seq2seq(options(weightless))
    other = copy_of(tiny("bart"), tmp_path / "other", config={"model_type": "gpt2"})
    with pytest.raises(EngineError, match="of type 'gpt2'; known: bart, barthez"):
        load_seq2seq(options(other))
    damaged = copy_of(tiny("bart"), tmp_path / "damaged")
    (damaged / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(EngineError, match="the model cannot be loaded"):
        load_seq2seq(options(damaged))


def test_engine_and_translator_must_be_named_and_of_the_right_kind(tiny: Callable[[str], Path]) -> None:
    with pytest.raises(OptionError, match="needs --model"):
        load_seq2seq(Options(engine="seq2seq"))
    with pytest.raises(EngineError, match="is a model for translation"):
        load_seq2seq(options(tiny("marian"))).write(assignment(FRENCH, "fr"))
    with pytest.raises(EngineError, match="is no model for translation"):
        load_marian(Options(to="en", translation_model=str(tiny("bart")), offline=True))


def test_a_missing_library_names_the_extra(tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "transformers", None)
    with pytest.raises(
        MissingExtraError, match=r"transformers: is not installed; run `pip install 'article-summarizer\[neural\]'`"
    ):
        load_seq2seq(options(tiny("bart")))


@pytest.mark.skipif("__import__('torch').cuda.is_available()", reason="there is a CUDA device here")
@pytest.mark.parametrize("make", ["tiny", "converted"])
def test_a_device_that_is_not_there_is_refused(make: str, request: pytest.FixtureRequest) -> None:
    settings = replace(options(request.getfixturevalue(make)("bart")), device="cuda")
    with pytest.raises(EngineError, match="finds no CUDA device here; use --device cpu"):
        load_seq2seq(settings)


def test_a_conversion_overwrites_nothing_and_leaves_no_rest(
    tiny: Callable[[str], Path], converted: Callable[[str], Path], tmp_path: Path
) -> None:
    with pytest.raises(OptionError, match="is there already"):
        convert(str(tiny("bart")), converted("bart"))
    with pytest.raises(OptionError, match="is converted already"):
        convert(str(converted("bart")), tmp_path / "again")
    with pytest.raises(OptionError, match="'int3' is not known; choose one of int8"):
        convert(str(tiny("bart")), tmp_path / "int3", quantization="int3")
    damaged = copy_of(tiny("bart"), tmp_path / "damaged")
    (damaged / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(EngineError, match="cannot be converted"):
        convert(str(damaged), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["damaged"]
    handmade = tmp_path / "handmade"
    handmade.mkdir()
    for name in ("model.bin", "config.json"):
        (handmade / name).write_bytes((converted("bart") / name).read_bytes())
    with pytest.raises(EngineError, match="without its tokenizer"):
        load_seq2seq(options(handmade))


@pytest.mark.parametrize("make", ["tiny", "converted"])
def test_the_same_comes_out_twice(make: str, request: pytest.FixtureRequest) -> None:
    writer = load_writer(str(request.getfixturevalue(make)("mt5")), offline=True, device="cpu")
    texts = [*LONG, *FRENCH]
    assert writer.write(texts, lang="fr", settings=Settings(30)) == writer.write(texts, lang="fr", settings=Settings(30))
