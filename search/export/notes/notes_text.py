"""Notes as Markdown and as one HTML page, article by article, each below its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, day
from search.export.article_name import name_of
from search.export.articles.articles_page import about
from search.export.markdown_text import plain
from search.export.notes.article_notes import LOST
from search.export.tidy_text import tidy, tidy_lines
from search.export.web_text import PAGE_END, escaped, language_of, page_begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.export.notes.article_notes import ArticleNotes, PlacedAt

_HEADING = "Notes"
_GONE = "not in the library any more"


def notes_markdown(noted: Iterable[ArticleNotes]) -> Iterator[str]:
    """Yield the notes; all text is escaped, the reader's own too."""
    yield f"# {_HEADING}\n\n"
    for one in noted:
        article = one.article
        facts = [article.source or UNKNOWN_SOURCE, day(article.published)] if article else [_GONE]
        yield f"## {plain(_label(one))}\n\n{plain(' · '.join(facts))}\n\n"
        for note in one.notes:
            yield "".join(f"{part}\n\n" for part in _note_markdown(note))


def _note_markdown(placed: PlacedAt) -> Iterator[str]:
    note, places = placed
    if quote := tidy(note.passage.quote):
        yield f"> “{plain(quote)}”" + ("" if places else f" ({LOST})")
    yield "  \n".join(plain(line) for line in tidy_lines(note.text) if line)
    yield f"*{plain(note.made[:10])}*"


def notes_page(noted: Iterable[ArticleNotes]) -> Iterator[str]:
    """Yield a whole page; all text is escaped."""
    yield f'{page_begin(_HEADING)}<main class="sheet notes">\n<h1>{_HEADING}</h1>\n'
    for one in noted:
        article = one.article
        language = language_of(article) if article else ""
        facts = about(article) if article else _GONE
        yield (
            f'<article{language}>\n<h2 dir="auto">{escaped(_label(one))}</h2>\n'
            f'<p class="about">{facts}</p>\n'
            f"{''.join(map(_note_html, one.notes))}</article>\n"
        )
    yield "</main>\n" + PAGE_END


def _label(one: ArticleNotes) -> str:
    return name_of(one.article) if one.article else one.path


def _note_html(placed: PlacedAt) -> str:
    note, places = placed
    quote = tidy(note.passage.quote)
    lost = "" if places else f' <span class="about">({LOST})</span>'
    passage = (
        f'<blockquote class="passage" dir="auto">“{escaped(quote)}”{lost}</blockquote>\n'
        if quote
        else ""
    )
    lines = "<br>".join(escaped(line) for line in tidy_lines(note.text))
    return f'{passage}<p dir="auto">{lines}</p>\n<p class="about">{escaped(note.made[:10])}</p>\n'
