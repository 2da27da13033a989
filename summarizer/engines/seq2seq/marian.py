"""Translation with a pretrained model: Marian (opus-mt), or mBART-50 fine-tuned to translate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.engines.seq2seq.chunks import units_of
from summarizer.engines.seq2seq.running import Settings, Writer, load_writer
from summarizer.errors import EngineError
from summarizer.options import LANGUAGES, Options

_FAMILIES = ("marian", "mbart50")
# Most output tokens for an input token, and beyond: French runs a fifth longer than English, short lines vary more.
_LONGEST, _SPARE = 2.0, 16


@dataclass(frozen=True, slots=True)
class MarianTranslator:
    """Translates line by line."""

    writer: Writer
    name: str

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return each of *texts* in the language *target*; an empty text where the model came to no end.

        Raises EngineError when the model is for other languages, or fails.
        """
        self._check_direction(source, target)
        pieces = [self._pieces(text, source) for text in texts]
        flat = [piece for each in pieces for piece in each]
        most = max((self.writer.codec.count(piece) for piece in flat), default=0)
        settings = Settings(round(_LONGEST * most) + _SPARE, no_repeat=0, length_penalty=self.writer.codec.length_penalty)
        written = iter(self.writer.write(flat, lang=source, to=target, settings=settings))
        found = [[next(written) for _ in each] for each in pieces]
        return tuple(" ".join(part.text for part in each) if all(part.complete for part in each) else "" for each in found)

    def _pieces(self, text: str, lang: str) -> list[str]:
        codec = self.writer.codec
        return [u.text for u in units_of(text, weight=0.0, block=0, room=codec.room(lang), count=codec.count)]

    def _check_direction(self, source: str, target: str) -> None:
        tokenizer = self.writer.codec.tokenizer
        is_multilingual = bool(self.writer.codec.family.codes) or bool(getattr(tokenizer, "supported_language_codes", ()))
        if is_multilingual:
            return
        for side, wanted in (("source_lang", source), ("target_lang", target)):
            own = str(getattr(tokenizer, side, None) or "")[:2]
            if own in LANGUAGES and own != wanted:
                raise EngineError(
                    f"{self.name}: translates from {tokenizer.source_lang} to {tokenizer.target_lang}, not {source} to {target}"
                )


def load_marian(options: Options) -> MarianTranslator:
    """Return the translator for ``options.translation_model``, loaded.

    Raises EngineError when it cannot be loaded or does not translate, MissingExtraError without its libraries.
    """
    name = str(options.translation_model)
    writer = load_writer(name, offline=options.offline, device=options.device)
    if writer.codec.family.name not in _FAMILIES:
        raise EngineError(f"{name}: is no model for translation ({writer.codec.family.name}); give one of {', '.join(_FAMILIES)}")
    return MarianTranslator(writer, name)
