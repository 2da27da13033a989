"""Pretrained summarizers (BARThez, mBART, mT5, T5, Pegasus, BART): they write the synthesis, key points stay extractive.

``families.py`` knows how each kind is addressed, ``weights.py`` where a model lies, ``codec.py`` turns text into ids and back,
``pytorch.py`` and ``ctranslate.py`` run it, ``chunks.py`` cuts articles; ``conversion.py`` converts, ``marian.py`` translates.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer import analysis, detection
from summarizer.engines.draft import Assignment, Draft
from summarizer.engines.seq2seq import chunks
from summarizer.engines.seq2seq.chunks import Chunk
from summarizer.engines.seq2seq.running import Writer, Written, load_writer
from summarizer.errors import EngineError, OptionError
from summarizer.languages.record import Language
from summarizer.options import Options
from summarizer.types import Note

# From this certainty on a synthesis in the other language is refused.
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Seq2SeqEngine:
    """Writes the synthesis with a pretrained model."""

    writer: Writer
    name: str

    def write(self, assignment: Assignment) -> Draft:
        """Return the synthesis of the article, chunk by chunk where it is longer than the model's input; a note says so.

        Raises EngineError when the model writes no whole sentence, or writes in another language.
        """
        language, words = assignment.language, assignment.options.summary_words
        if self.writer.codec.family.name == "marian":
            raise EngineError(f"{self.name}: is a model for translation; give it as --translation-model")
        parts = self._chunks(assignment)
        if not parts:
            raise EngineError(f"{self.name}: the article has no sentence to summarise")
        partial = [
            self._sentences(part, words=share, language=language)
            for part, share in zip(parts, chunks.shares(parts, words=words), strict=True)
        ]
        summary = chunks.merge(partial, parts, words=words, language=language)
        if not summary:
            raise EngineError(f"{self.name}: wrote no whole sentence; ask for more words or choose another model")
        self._check_language(" ".join(summary), language)
        notes = () if len(parts) == 1 else (Note("chunked", language.phrases["chunked"].format(parts=len(parts))),)
        return Draft(summary, notes=notes)

    def _chunks(self, assignment: Assignment) -> tuple[Chunk, ...]:
        codec = self.writer.codec
        room = codec.room(assignment.language.code)
        units = [
            unit
            for item in assignment.ranked
            for unit in chunks.units_of(
                item.sentence.text, weight=max(0.0, item.score), block=item.sentence.block, room=room, count=codec.count
            )
        ]
        return chunks.cut(units, room=room)

    def _sentences(self, part: Chunk, *, words: int, language: Language) -> tuple[str, ...]:
        text = " ".join(unit.text for unit in part)
        settings = self.writer.settings_for(text, words=words)
        written = self.writer.write([text], lang=language.code, settings=settings)[0]
        return whole_sentences(written, language)

    def _check_language(self, text: str, language: Language) -> None:
        guess = detection.french_or_english(text)
        if guess.code != language.code and guess.confidence > _SURE:
            raise EngineError(f"{self.name}: wrote in {guess.code} about an article in {language.code}; choose a model for it")


def whole_sentences(written: Written, language: Language) -> tuple[str, ...]:
    """Return the sentences of what a model wrote, without a last one that was cut off where its room ended."""
    spans = analysis.split_sentences(written.text, language.code)
    texts = [span.of(written.text) for span in spans]
    return tuple(texts if written.complete else texts[:-1])


def load_seq2seq(options: Options) -> Seq2SeqEngine:
    """Return the engine for ``options.model``, loaded.

    Raises OptionError when no model is named, EngineError when it cannot be loaded, MissingExtraError without its libraries.
    """
    if not options.model:
        raise OptionError(
            "--engine seq2seq: needs --model: a folder, or a name on the hub (for example moussaKam/barthez-orangesum-abstract)"
        )
    return Seq2SeqEngine(load_writer(options.model, offline=options.offline, device=options.device), options.model)


__all__ = ["Seq2SeqEngine", "load_seq2seq", "whole_sentences"]
