"""How likely a line is a point that a reader understands and wants below the news: what the judge of lines sees of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.captions import has_label, is_caption
from summarizer.encoder import Opinions, agreed
from summarizer.judge import grams, load_judge
from summarizer.languages.record import Language
from summarizer.needs import leans, unmet
from summarizer.results import Line, Need, RankedSentence
from summarizer.types import ROLES
from summarizer.words import content_words, count_words, is_said_by_a_pronoun, leans_on_another, overlap

# Measures of the sentence by the ranking stage.
_TRAITS: tuple[str, ...] = (
    *"""index relative from_end length block in_block block_size lead_item item has_title title_cosine title_cover
    title_words title_names first_cosine lead_cosine centre spread mean_count sum_count mean_similarity after
    most_after next_similarity new_share new_words most_before previous_similarity names new_names names_count
    main_name top_names figures amount year quote_start quoted unbalanced words word_length content rarity
    commas bracket colon question exclamation ellipsis caption noun proper_noun verb adjective adverb pronoun
    determiner preposition punctuation conjunction finite conditional past future first_person leans
    next_leans reports""".split(),
    *(f"cue_{role}" for role in ROLES),
    *"""salience_sum salience_mean salience_top3 salience_top6 salience_density""".split(),
)
LINE_FEATURES: tuple[str, ...] = (
    *"""leaning without_news opener pronoun label caption line_words cuts replaced sentence_value score links descriptions
    bare_names unnamed_descriptions marks line_colon dash news_overlap news_shared capitals capitals_in_news article_first
    articles stops_inside glued""".split(),
    *(f"role_{role}" for role in ROLES),
    *_TRAITS,
)
_MARKS = re.compile(r"[\"«»“”'‘’]")
_CAPITALS = re.compile(r"(?<!^)(?<![.!?«\"] )\b[A-ZÀ-Ý]\w+")
_STOP_INSIDE = re.compile(r"[.!?](?=\s?[A-Za-zÀ-ý])")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]")
_WORD = re.compile(r"\w+['’]?")


def standing(
    items: Sequence[RankedSentence],
    lines: Mapping[int, Line],
    news: Line,
    *,
    needs: Sequence[Need],
    language: Language,
    opinions: Opinions | None = None,
) -> dict[int, float]:
    """Return by its index how likely each sentence's line stands alone below *news* (0 to 1)."""
    own = [lines[item.sentence.index] for item in items]
    rows = [line_measures(item, line, news, needs=needs, language=language) for item, line in zip(items, own, strict=True)]
    shares = load_judge("lines", language.code).sureness(rows, [line_grams(line) for line in own])
    if opinions is not None:
        other = opinions.wanted([item.sentence.span for item in items])
        shares = [agreed(share, said, opinions.share) for share, said in zip(shares, other, strict=True)]
    return {item.sentence.index: share for item, share in zip(items, shares, strict=True)}


def line_grams(line: Line) -> set[str]:
    """Return the words of *line* and their pairs."""
    return grams(line.text)


def line_measures(item: RankedSentence, line: Line, news: Line, *, needs: Sequence[Need], language: Language) -> list[float]:
    """Return the values of LINE_FEATURES for the *line* of a sentence, read below *news*."""
    text = line.text
    own, told = set(content_words(text, language)), set(content_words(news.text, language))
    missing = unmet(line, (news,), needs=needs)
    kinds = [need.kind for need in missing]
    capitals = _CAPITALS.findall(text)
    return [
        leans(line, (news,), needs=needs, language=language),
        leans(line, (), needs=needs, language=language),
        leans_on_another(text, language),
        is_said_by_a_pronoun(text, language),
        has_label(text),
        is_caption(text, language),
        count_words(text),
        len(line.deletions),
        len(line.replacements),
        item.value,
        item.score,
        kinds.count("link"),
        kinds.count("description"),
        kinds.count("name"),
        sum(need.kind == "description" and need.antecedent is None for need in missing),
        len(_MARKS.findall(text)),
        ":" in text,
        " - " in text or " – " in text,
        overlap(own, told),
        len(own & told),
        len(capitals),
        sum(word in news.text for word in capitals),
        text.split()[0].lower() in language.definite_articles,
        sum(word.lower() in language.definite_articles for word in _WORD.findall(text)),
        len(_STOP_INSIDE.findall(text[:-1])),
        len(_GLUED.findall(text)),
        *(item.roles.get(role, 0.0) for role in ROLES),
        *(item.traits.get(name, 0.0) for name in _TRAITS),
    ]
