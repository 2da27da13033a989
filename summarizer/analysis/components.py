"""The built-in pipeline: spaCy components that read the network's vectors off ``Doc.tensor``, one task each.

The encoder comes first; every other component may be left out or replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from spacy.attrs import IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.language import Language as Pipeline
from spacy.symbols import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from summarizer import resources
from summarizer.analysis.borders import punctuated_starts
from summarizer.analysis.lemmas import Lemmas
from summarizer.analysis.network import KEPT_WORDS, Network
from summarizer.analysis.tagging import best_tags, names_of
from summarizer.languages import get_language
from summarizer.languages.record import Language

# The components of the built-in pipeline in their order.
COMPONENTS = ("article_encoder", "sentence_starts", "morphology", "lemmas", "names")

# What a stop that ends a sentence, and one that does not, add to the network's log odds of a start. Tuned on the dev treebanks.
PUNCTUATION_WEIGHTS = {True: 2.0, False: -12.0}
# Added to a content word that follows another word with no mark between them: it may be a name. A report that
# loses its "There was speculation" says another thing.
_UNMARKED = -1.0
# Added to every word: the training runs are shorter than articles, so the network expects too few starts.
START_BIAS = 0.7
# What ends a sentence, and what it may go on behind.
_STOPS = (".", "!", "?", "…", "...")
_DASHES = ("-", "--", "–", "—")


@cache
def network_of(code: str) -> Network:
    """Return the trained network of a language, its checksum compared.

    Raises ResourceError when the weights are missing or changed.
    """
    with np.load(resources.model_file(f"pipeline_{code}.npz"), allow_pickle=False) as arrays:
        return Network(dict(arrays))


class Encoder:
    """Sets ``doc.tensor`` to the vectors in context, [tokens, width]; white space has zeros, a line break parts contexts."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def __call__(self, doc: Doc) -> Doc:
        """Encode *doc*."""
        texts = [token.text for token in doc]
        spaces = _spaces(doc)
        kept = [i for i, text in enumerate(texts) if not spaces[i] or "\n" in text]
        gaps = [place for place, i in enumerate(kept) if spaces[i]]
        tensor = np.zeros((len(doc), self.network.width), dtype=np.float32)
        if kept:
            tensor[kept] = self.network.encode([texts[i] for i in kept], gaps)
        doc.tensor = tensor  # type: ignore[assignment]
        return doc


class SentenceStarts:
    """Marks the words that start a sentence; the first word after a line break always does."""

    def __init__(self, network: Network, language: Language) -> None:
        self.network, self.language = network, language

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of *doc* where they are not given."""
        if not len(doc):
            return doc
        scores = self.network.scores("starts", doc.tensor)[:, 0] + START_BIAS
        words = np.array([token.is_alpha for token in doc])
        content = np.array([token.lower_ not in self.language.stop_words for token in doc])
        scores[1:][words[1:] & words[:-1] & content[1:]] += _UNMARKED
        for place, ends in punctuated_starts(doc.text, self.language).items():
            span = doc.char_span(place, place + 1, alignment_mode="expand")
            if span is not None:
                scores[span.start] += PUNCTUATION_WEIGHTS[ends]
        given = doc.to_array([SENT_START]).astype(np.int64).reshape(-1)
        values = np.where(given != 0, given, np.where(scores > 0, 1, -1))
        values[_first_words(doc)] = 1
        values[_spaces(doc)] = -1
        _join_unmarked(doc, values, self.network, self.language)
        _join_bare_marks(doc, values)
        return with_values(doc, (SENT_START,), values)


class Morphology:
    """Sets the universal part of speech and features; only features seen with the part of speech are taken."""

    def __init__(self, network: Network, vocab: Vocab) -> None:
        self.network = network
        self._pos = np.array([IDS[name] for name in network.classes("upos")], dtype=np.uint64)
        names = network.classes("feats")
        self._morph = np.array([vocab.morphology.add("" if name == "_" else name) for name in names], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Set the parts of speech and features of *doc*."""
        if not len(doc):
            return doc
        upos, feats = _best_classes(self.network, doc.tensor)
        values = np.stack((self._pos[upos], self._morph[feats]), axis=1)
        values[_spaces(doc)] = (IDS["SPACE"], 0)
        return with_values(doc, (POS, MORPH), values)


class Lemmatiser:
    """Sets the lemma from the word's form and part of speech."""

    def __init__(self, lemmas: Lemmas, vocab: Vocab) -> None:
        strings: Any = vocab.strings
        self._lemma = lru_cache(KEPT_WORDS)(
            lambda form, pos: strings.add(lemmas.of(strings[form], strings[pos] if pos else "")),
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of *doc*."""
        if not len(doc):
            return doc
        values = [self._lemma(form, pos) for form, pos in doc.to_array([ORTH, POS]).tolist()]
        return with_values(doc, (LEMMA,), np.array(values, dtype=np.uint64))


class Names:
    """Sets ``doc.ents``: the best sequence of tags under the chain of the network (a linear-chain CRF).

    No sentence starts inside a person's name.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._tags = network.classes("tags")

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of *doc*."""
        if not len(doc):
            return doc
        spaces = _spaces(doc)
        scores = self.network.name_scores(doc.tensor, np.flatnonzero(spaces))
        scores[spaces, 1:] = -np.inf
        spans = names_of([self._tags[tag] for tag in best_tags(scores, self.network.transitions())])
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in spans])
        _join_names(doc, self.network)
        return doc


def with_values(doc: Doc, attributes: Sequence[int], values: ArrayLike) -> Doc:
    """Return *doc* with spaCy's *attributes* set to *values*: [tokens, attributes], or [tokens] for one."""
    numbers: Any = np.asarray(values).astype(np.uint64).reshape(len(doc), len(attributes))
    return doc.from_array(list(attributes), numbers)


def _spaces(doc: Doc) -> NDArray[np.bool_]:
    """Return which tokens are white space."""
    return doc.to_array([IS_SPACE]).astype(bool).reshape(-1)


def _join_unmarked(doc: Doc, starts: NDArray[np.int64], network: Network, language: Language) -> None:
    """Take back starts behind a word without any mark, where a sentence would be torn.

    That is where what comes before has a finite verb and all up to the next stop has none ("93 malades confirmés Covid-19 ou en
    attente."), inside brackets, behind a subject and its relative clause, and at a dash before a small letter.
    """
    fixed = {0, *_first_words(doc)}
    for place in np.flatnonzero(starts == 1).tolist():
        if place in fixed or not doc[place - 1].text[-1:].isalnum():
            continue
        if doc[place].text in _DASHES:
            is_torn = place + 1 < len(doc) and doc[place + 1].is_lower
        else:
            opening = next(i for i in range(place - 1, -1, -1) if starts[i] == 1 or i == 0)
            end = next((i for i in range(place + 1, len(doc)) if starts[i] == 1), len(doc))
            before, after = doc[opening:place], doc[place:end]
            is_rest = after[-1].text in _STOPS and _has_finite_verb(before, network) and not _has_finite_verb(after, network)
            is_torn = is_rest or before.text.count("(") > before.text.count(")") or _is_unfinished(before, network, language)
        if is_torn:
            starts[place] = -1


def _is_unfinished(span: Span, network: Network, language: Language) -> bool:
    """Tell whether *span* has no finite verb but that of a relative clause: "Ann Holt, who runs the site"."""
    relative = next((i for i in range(1, len(span)) if span[i - 1].text == "," and span[i].lower_ in language.relative_starts), 0)
    if not relative or any(token.text == "," for token in span[relative:]):
        return False
    return not _has_finite_verb(span[:relative], network) and _has_finite_verb(span[relative:], network)


def _join_names(doc: Doc, network: Network) -> None:
    """Take back starts of sentences inside persons' names ("Kim Jong Un lui-même a …"), not of what has no verb, as signatures.

    A name may be longer than what is marked in its place, where it is marked whole in another.
    """
    persons = [entity for entity in doc.ents if entity.label_ == "PER"]
    whole = {entity.text for entity in persons}
    for entity in persons:
        goes_on = entity.end < len(doc) and doc[entity.start : entity.end + 1].text in whole
        for token in doc[entity.start + 1 : entity.end + goes_on]:
            if token.is_sent_start and token.nbor(-1).is_alpha:
                end = next((other.i for other in doc[token.i + 1 :] if other.is_sent_start), len(doc))
                token.is_sent_start = not _has_finite_verb(doc[token.i : end], network)


def _has_finite_verb(span: Span, network: Network) -> bool:
    upos, feats = _best_classes(network, np.asarray(span.doc.tensor)[span.start : span.end])
    parts, features = network.classes("upos"), network.classes("feats")
    return any(
        parts[part] in ("VERB", "AUX") and "VerbForm=Fin" in features[feat] for part, feat in zip(upos, feats, strict=True)
    )


def _best_classes(network: Network, tensor: Any) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return for the vectors *tensor*, [tokens, width], the best parts of speech and the best features with them."""
    upos = network.scores("upos", tensor).argmax(axis=1)
    feats = network.scores("feats", tensor) + network.seen_together()[upos]
    return upos, feats.argmax(axis=1)


def _join_bare_marks(doc: Doc, starts: NDArray[np.int64]) -> None:
    """Take back the start of a sentence without letter or digit: what opens goes with the next, the rest with the one before."""
    for place in np.flatnonzero(starts == 1).tolist():
        if _closes(doc, place) and place + 1 < len(doc) and not doc[place + 1].is_space:
            starts[place], starts[place + 1] = -1, 1
    places = np.flatnonzero(starts == 1).tolist()
    for place, end in pairwise([*places, len(doc)]):
        if not any(char.isalnum() for char in doc[place:end].text):
            is_tied = not doc[end - 1].whitespace_ and not doc[end - 1].is_space
            opens = is_tied and end < len(doc) and not doc[end].is_space
            if opens:
                starts[end] = -1
            elif place and "\n" not in doc[place - 1].text:
                starts[place] = -1


def _closes(doc: Doc, place: int) -> bool:
    """Tell whether the token at *place* is a quotation mark or bracket right behind a word, with a space after it."""
    is_mark = doc[place].text in ('"', "'", "”", "’", "»", ")", "]")
    is_tied = place > 0 and not doc[place - 1].whitespace_ and not doc[place - 1].is_space
    return is_mark and is_tied and bool(doc[place].whitespace_)


def _first_words(doc: Doc) -> list[int]:
    """Return the first token of the text and of every line that is not white space."""
    found, fresh = [], True
    for i, is_space in enumerate(_spaces(doc).tolist()):
        if is_space:
            fresh = fresh or "\n" in doc[i].text
        elif fresh:
            found.append(i)
            fresh = False
    return found


def _register() -> None:
    makers: dict[str, Any] = {
        "article_encoder": lambda network, code, vocab: Encoder(network),
        "sentence_starts": lambda network, code, vocab: SentenceStarts(network, get_language(code)),
        "morphology": lambda network, code, vocab: Morphology(network, vocab),
        "lemmas": lambda network, code, vocab: Lemmatiser(Lemmas.built_in(code), vocab),
        "names": lambda network, code, vocab: Names(network),
    }
    for name in COMPONENTS:
        make = makers[name]

        def factory(nlp: Pipeline, name: str, code: str, make: Any = make) -> Any:
            return make(network_of(code), code, nlp.vocab)

        Pipeline.factory(name, default_config={"code": "fr"}, func=factory)


_register()
