"""Stage 3: Article -> Document, by ordered fixes, each of which reports what it changed.

The order of ``FIXES`` is the plan: replaying it on the same article gives the same document. A fix of the text maps one
block's text to another (``text_fixes``); a fix of the blocks drops, marks or joins blocks (``block_fixes``).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cleaning import block_fixes, mail_lines, sections, subheadings, text_fixes
from summarizer.cleaning.plan import BlockFix, on_text
from summarizer.errors import EmptyArticleError
from summarizer.languages import Language, get_language
from summarizer.types import Article, Block, Document, Fix, LanguageGuess, Note

FIXES: tuple[tuple[str, BlockFix], ...] = (
    ("character-references", on_text(text_fixes.decode_references)),
    ("controls", on_text(text_fixes.drop_controls)),
    ("spaces", on_text(text_fixes.even_spaces)),
    ("hashtags", on_text(text_fixes.drop_hashtags)),
    ("emoji", on_text(text_fixes.drop_emoji)),
    ("inline-noise", on_text(text_fixes.drop_inline_noise)),
    ("tickers", on_text(text_fixes.drop_tickers)),
    ("mail", mail_lines.drop_mail_lines),
    ("no-words", block_fixes.drop_wordless),
    ("genre", block_fixes.drop_genre_lines),
    ("links", sections.drop_links),
    ("navigation", block_fixes.drop_navigation),
    ("credits", block_fixes.drop_credits),
    ("discarded-section", sections.drop_sections),
    ("promotion", block_fixes.drop_promotion),
    ("own-summary", sections.mark_own_summary),
    ("broken-line", block_fixes.join_broken_lines),
    ("stray-marks", block_fixes.drop_stray_marks),
    ("dateline", block_fixes.drop_dateline),
    ("glued-sentences", on_text(text_fixes.unglue_sentences)),
    ("glued-quotations", on_text(text_fixes.unglue_quotations)),
    ("subheadings", subheadings.split_subheadings),
    ("glued-bullets", on_text(text_fixes.drop_glued_bullets)),
    ("repeated-block", block_fixes.drop_repeats),
    ("question-mark", block_fixes.strip_question_marks),
    ("title", block_fixes.find_title),
)


# Fewer words in another language are a quotation or a line of the page, not worth a note.
_FOREIGN_WORDS = 25


def clean(article: Article, language: LanguageGuess, block_languages: Sequence[str]) -> Document:
    """Return *article* as a document of one text, cleaned, with a :class:`~summarizer.types.Fix` for each change.

    *block_languages* names the language of each of the article's blocks; a block in another language than the article's is
    left out, with a note. Raises EmptyArticleError when nothing but page furniture is left.
    """
    blocks, foreign = _own_language(article.blocks, block_languages, language.code)
    fixes = [Fix("foreign-language", block.text) for block in foreign]
    record = get_language(language.code)
    for code, fix in FIXES:
        changed = fix(blocks, record)
        fixes += [Fix(code, before, after) for before, after in changed.changes]
        blocks = changed.blocks
    if not any(block.kind in ("paragraph", "item") and block.part == "body" for block in blocks):
        blocks = _headings_as_text(blocks, article.source.name)
    told = (Note(note.code, record.phrases[note.code].format(detail=note.message)) for note in article.notes)
    notes = (*told, *_foreign_note(foreign, record))
    return _document(article, language, blocks, fixes, notes)


def _own_language(blocks: Sequence[Block], languages: Sequence[str], code: str) -> tuple[list[Block], list[Block]]:
    pairs = list(zip(blocks, languages, strict=True))
    return [block for block, lang in pairs if lang == code], [block for block, lang in pairs if lang != code]


def _foreign_note(foreign: Sequence[Block], language: Language) -> tuple[Note, ...]:
    words = sum(len(block.text.split()) for block in foreign)
    if words < _FOREIGN_WORDS:
        return ()
    message = language.phrases["mixed"].format(blocks=len(foreign), words=words)
    return (Note("mixed-language", message),)


def _headings_as_text(blocks: Sequence[Block], name: str) -> list[Block]:
    """Take the lines of a text that has no prose for its paragraphs; a title stays one when there is something under it."""
    body = [block for block in blocks if block.part == "body"]
    if not body:
        raise EmptyArticleError(f"{name}: holds nothing but page furniture (menus, credits, calls to action)")
    title = body[:1] if body[0].kind == "title" and len(body) > 1 else []
    return title + [Block("paragraph", block.text) for block in body[len(title) :]]


def _document(
    article: Article, language: LanguageGuess, blocks: Sequence[Block], fixes: Sequence[Fix], notes: Sequence[Note]
) -> Document:
    placed, position = [], 0
    for block in blocks:
        placed.append(Block(block.kind, block.text, block.level, block.part, position))
        position += len(block.text) + 2
    return Document(
        source=article.source,
        language=language,
        title=next((block.text for block in placed if block.kind == "title"), ""),
        text="\n\n".join(block.text for block in placed),
        blocks=tuple(placed),
        fixes=tuple(fixes),
        notes=tuple(notes),
    )


__all__ = ["FIXES", "clean"]
