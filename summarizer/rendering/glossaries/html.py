"""HTML: one page that needs nothing else, with an index of letters; made to be read, printed and heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from summarizer.concepts import CollectionGlossary, ConceptEntry
from summarizer.languages import get_language
from summarizer.rendering.glossaries import wording
from summarizer.rendering.glossaries.rows import plain
from summarizer.rendering.pages import asset
from summarizer.rendering.wording import capital, sentence
from summarizer.types import SourcedDefinition
from summarizer.words import in_order

# Beside the style that all pages share.
_STYLE = """
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:2.1rem;margin-bottom:.2rem}
h3{margin:1.6rem 0 .2rem;font:700 1.1rem/1.2 var(--serif);border-bottom:1px solid var(--rule)}
.figures,.origin,.more{color:var(--muted)}.figures{margin:0 0 1rem}
nav{display:flex;flex-wrap:wrap;gap:.3rem;margin:1rem 0}
nav a{min-width:2rem;padding:.25rem .35rem;text-align:center;border:1px solid var(--rule);border-radius:.25rem;
text-decoration:none}
dl{margin:0}dt{font-weight:650;margin-top:1rem}dt .aside{font-weight:normal}
dfn{font-style:normal}dd{margin:.1rem 0 0 1.2rem}.origin{font-style:italic;font-size:.92em}.more{font-size:.9rem}
@media print{body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}
dt,dd{break-inside:avoid}dt{break-after:avoid}h2,h3{break-after:avoid}}
"""


def as_html(glossary: CollectionGlossary) -> bytes:
    """Return *glossary* as a page in the language of most articles."""
    return (plain("\n".join(_page(glossary))) + "\n").encode("utf-8")


def _page(glossary: CollectionGlossary) -> Iterator[str]:
    phrases = get_language(glossary.lang).phrases
    title = escape(phrases["collection"])
    yield f'<!DOCTYPE html>\n<html lang="{glossary.lang}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{asset('base.css')}{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f'<h1>{title}</h1>\n<p class="figures">{escape(wording.figures(glossary))}</p>'
    if glossary.defined:
        yield f'<h2 id="defined">{escape(phrases["glossary"])}</h2>'
        yield from _letters(glossary)
    if glossary.undefined:
        yield f'<h2 id="undefined">{escape(phrases["to_define"])}</h2>'
        yield from _list(glossary.undefined, glossary.lang)
    yield "</main>\n</body>\n</html>"


def _letters(glossary: CollectionGlossary) -> Iterator[str]:
    """Yield the index of letters and the entries under each."""
    letters = [(letter, list(found)) for letter, found in groupby(glossary.defined, _letter)]
    links = "\n".join(f'<a href="#{_anchor(letter)}">{escape(letter)}</a>' for letter, _ in letters)
    yield f'<nav aria-label="A–Z">\n{links}\n</nav>'
    for letter, entries in letters:
        yield f'<h3 id="{_anchor(letter)}">{escape(letter)}</h3>'
        yield from _list(entries, glossary.lang)


def _letter(entry: ConceptEntry) -> str:
    first = in_order(entry.term)[0][:1].upper()
    return first if first.isalpha() else "#"


def _anchor(letter: str) -> str:
    return f"letter-{ord(letter):x}"


def _list(entries: Sequence[ConceptEntry], lang: str) -> Iterator[str]:
    yield "<dl>"
    for entry in entries:
        aside = wording.aside(entry)
        small = f' <span class="aside">({escape(aside)})</span>' if aside else ""
        yield f'<dt id="{escape(entry.id)}"{_lang(entry.lang, lang)}><dfn>{escape(capital(entry.term))}</dfn>{small}</dt>'
        yield from _said(entry, lang)
    yield "</dl>"


def _said(entry: ConceptEntry, lang: str) -> Iterator[str]:
    language, definition = get_language(lang), entry.definition(entry.lang)
    phrases, colon = language.phrases, escape(language.colon)
    if definition is not None:
        yield f"<dd>{_definition(definition, lang)}</dd>"
        if definition.sentence and definition.sentence != definition.text:
            quoted = f"<q{_lang(entry.lang, lang)}>{escape(definition.sentence)}</q>"
            yield f'<dd class="more">{phrases["in_article"]}{colon}{quoted}</dd>'
    if wording.others(entry):
        names = escape(", ".join(wording.others(entry)))
        yield f'<dd class="more">{phrases["also"]}{colon}<span{_lang(entry.lang, lang)}>{names}</span></dd>'
    for code in entry.langs[1:]:
        other = entry.definition(code)
        names = f"<b{_lang(code, lang)}>{escape(', '.join(name.text for name in entry.names(code)))}</b>"
        said = f" — {_definition(other, lang)}" if other else ""
        yield f'<dd class="more">{escape(capital(get_language(code).name))}{colon}{names}{said}</dd>'
    if definition is None and entry.context is not None:
        quoted = f"<q{_lang(entry.context.lang, lang)}>{escape(entry.context.text)}</q> ({escape(entry.context.source)})"
        yield f'<dd class="more">{phrases["example"]}{colon}{quoted}</dd>'
    figures = " · ".join(filter(None, (wording.domain(entry, lang), wording.uses(entry, lang))))
    yield f'<dd class="more">{escape(figures)}</dd>'


def _definition(definition: SourcedDefinition, lang: str) -> str:
    text = f"<span{_lang(definition.lang, lang)}>{escape(sentence(definition.text))}</span>"
    return f'{text} <span class="origin">({escape(wording.origin(definition, lang))})</span>'


def _lang(code: str, page: str) -> str:
    """Return the attribute that tells a reader's voice that the words are in another language than the page."""
    return f' lang="{code}"' if code != page else ""
