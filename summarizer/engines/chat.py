"""The chat engine: a chat model on a server writes synthesis and key points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.analysis import split_sentences
from summarizer.detection import block_languages, detect_text
from summarizer.engines.chat_answers import import_mender, read_draft, read_texts
from summarizer.engines.chat_client import ANSWER_TOKENS, ChatClient, TooLongError, Usage
from summarizer.engines.chat_prompts import (
    DRAFT_SCHEMA,
    TEXTS_SCHEMA,
    Message,
    again,
    numbered,
    section_prompt,
    translation_prompt,
    write_prompt,
)
from summarizer.engines.draft import Assignment, Draft
from summarizer.errors import EngineError, LanguageError, UndecidedError
from summarizer.options import Options
from summarizer.results import RankedSentence, best_of

# Characters of French or English news per token, at worst (measured tokenizers give 3.5 to 4.5), and tokens of the rules.
_CHARACTERS, _RULES_TOKENS = 3, 900
# Least room for the article, in tokens: a paragraph.
_LEAST_ROOM = 300
# Times that an article is read in parts, and that a context which proves too small is halved.
_ROUNDS = 4
# Texts translated by one request.
_AT_ONCE = 20
# Letters from which the language of a draft is told for sure: at 60, lines full of foreign names are taken for Dutch or German
# in 2 of 100 drafts, at 100 in 1 of 600.
_TELLING = 100


def load_chat(options: Options) -> ChatEngine:
    """Return the engine for the server and model that *options* name.

    Raises OptionError when one is missing, MissingExtraError without its libraries. No request is sent.
    """
    import_mender()
    return ChatEngine(ChatClient(options), context=options.context_tokens)


class ChatEngine:
    """Writes through a :class:`~summarizer.engines.chat_client.ChatClient`; several threads may share it."""

    def __init__(self, client: ChatClient, *, context: int) -> None:
        self._client, self._context = client, context

    @property
    def usage(self) -> Usage:
        """What was asked of the server so far."""
        return self._client.usage

    def write(self, assignment: Assignment) -> Draft:
        """Return a draft for the article of *assignment*; raise EngineError when none comes.

        An article that is longer than the model's context is read part by part; the sentences that matter in each are then
        written up together. No sentence is left unread.
        """
        room = max(_LEAST_ROOM, self._context - ANSWER_TOKENS - _RULES_TOKENS) * _CHARACTERS
        for _ in range(_ROUNDS):
            try:
                return self._write(assignment, assignment.ranked, room)
            except TooLongError:
                room //= 2
        raise EngineError(f"{self._client.url}: the model's context is too small for the article; give it with --context")

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return *texts* in the language *target*, an empty text where none comes; raise EngineError when all fails."""
        if source == target:
            return tuple(texts)
        found = [
            text for start in range(0, len(texts), _AT_ONCE) for text in self._translated(texts[start : start + _AT_ONCE], target)
        ]
        if texts and not any(found):
            raise EngineError(f"{self._client.url}: the model translated nothing that can be read")
        return tuple(found)

    def _write(self, assignment: Assignment, sentences: Sequence[RankedSentence], room: int) -> Draft:
        code, options = assignment.language.code, assignment.options
        for _ in range(_ROUNDS):
            if len(numbered(sentences)) <= room:
                prompt = write_prompt(numbered(sentences), options=options, code=code)
                return self._draft(prompt, points=options.key_points, code=code)
            sentences = self._sifted(sentences, room, code)
        raise TooLongError(f"{self._client.url}: the article cannot be brought to {room} characters")

    def _sifted(self, sentences: Sequence[RankedSentence], room: int, code: str) -> list[RankedSentence]:
        """Return the sentences that matter in each part of a long article, as the model says, or as they are ranked."""
        parts = list(_parts(sentences, room))
        kept: set[int] = set()
        for number, part in enumerate(parts, 1):
            prompt = section_prompt(numbered(part), number=number, count=len(parts), code=code)
            draft = read_draft(self._ask(prompt), points=20, code=code)
            known = {item.sentence.index for item in part}
            cited = {index for claim in draft.claims.values() for index in claim} & known if draft else set()
            if not cited or len(cited) * 2 > len(part):
                cited = {item.sentence.index for item in best_of(part, max(1, len(part) // 3))}
            kept |= cited
        return [item for item in sentences if item.sentence.index in kept]

    def _draft(self, prompt: list[Message], *, points: int, code: str) -> Draft:
        """Return the draft that answers *prompt*; a useless answer is asked again once."""
        answer = self._ask(prompt)
        draft = read_draft(answer, points=points, code=code)
        problem = _problem(draft, code)
        if problem:
            draft = read_draft(self._ask(again(prompt, answer, problem=problem, code=code)), points=points, code=code)
        problem = _problem(draft, code)
        if draft is None or problem:
            raise EngineError(f"{self._client.url}: {self._client.model} wrote no digest ({problem})")
        return draft

    def _ask(self, prompt: Sequence[Message]) -> str:
        return self._client.ask(prompt, schema=DRAFT_SCHEMA, name="digest")

    def _translated(self, texts: Sequence[str], target: str) -> tuple[str, ...]:
        """Return the translations of a few texts, one by one where they do not come together."""
        answer = self._client.ask(translation_prompt(texts, target=target), schema=TEXTS_SCHEMA, name="texts")
        found = read_texts(answer, len(texts))
        if found is not None:
            return found
        if len(texts) == 1:
            return ("",)
        return tuple(text for one in texts for text in self._translated([one], target))


def _parts(sentences: Sequence[RankedSentence], room: int) -> Iterator[list[RankedSentence]]:
    """Yield runs of sentences that fit into *room* characters; one that is longer than it goes alone."""
    part: list[RankedSentence] = []
    size = 0
    for item in sentences:
        length = len(numbered([item])) + 1
        if part and size + length > room:
            yield part
            part, size = [], 0
        part.append(item)
        size += length
    if part:
        yield part


def _problem(draft: Draft | None, code: str) -> str:
    """Return what is wrong with a draft, or an empty text."""
    if draft is None:
        return "no JSON object with lines"
    text = " ".join((*draft.summary, *(point.text for point in draft.key_points)))
    if sum(char.isalpha() for char in text) < _TELLING:
        return "" if split_sentences(text, code) else "no line"
    try:
        found = detect_text(text).code
    except UndecidedError:
        return ""
    except LanguageError:
        found = block_languages((text,), default="another language")[0]
    return "" if found == code else f"written in {found}, not in {code}"
