"""Every use of a word as Markdown, as one HTML page, and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, counted, day
from search.export.csv_text import csv_rows
from search.export.markdown_text import plain, row
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.concordance import Concordance, Use

_HEAD = "source published path before match after".split()
_MOST_COMPANY = 50
"""Collocates and clusters that are told in pages; the document has more."""


def uses_markdown(found: Concordance) -> Iterator[str]:
    """Yield tables of sources, collocates and clusters, then a line for each use; text is escaped."""
    yield f"# {plain(found.word)}\n\n{_size(found)}\n"
    for head, rows in _tables(found):
        yield f"\n{row(*head)}\n|---|{'--:|' * (len(head) - 1)}\n"
        for cells in rows:
            yield row(*map(plain, cells)) + "\n"
    yield "\n"
    for use in found.uses:
        line = f"{plain(use.before)} **{plain(use.match)}** {plain(use.after)}"
        yield f"- {plain(_told(use))}: {line}\n"


def uses_page(found: Concordance) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    title = escaped(found.word)
    yield f'{page_begin(found.word)}<main class="sheet">\n<h1 dir="auto">{title}</h1>\n'
    yield f"<p>{escaped(_size(found))}</p>\n"
    for head, rows in _tables(found):
        cells = ((f"<bdi>{escaped(cell)}</bdi>" for cell in one) for one in rows)
        yield f"{table(head, cells)}\n"
    yield "<ul>\n"
    for use in found.uses:
        line = f"{escaped(use.before)}<b>{escaped(use.match)}</b>{escaped(use.after)}"
        yield f'<li dir="auto">{escaped(_told(use))}: {line}</li>\n'
    yield f"</ul>\n</main>\n{PAGE_END}"


def uses_table(found: Concordance) -> Iterator[str]:
    """Yield a table with a row for each use, the newest article first."""
    return csv_rows(
        _HEAD,
        (
            (
                use.head.source or UNKNOWN_SOURCE,
                use.head.published,
                use.head.path,
                use.before,
                use.match,
                use.after,
            )
            for use in found.uses
        ),
    )


def _size(found: Concordance) -> str:
    uses, articles = counted(len(found.uses), "use"), counted(found.articles, "article")
    return f"{uses} in {articles}: {found.read_as}"


def _told(use: Use) -> str:
    return f"{use.head.source or UNKNOWN_SOURCE}, {day(use.head.published)}"


def _tables(found: Concordance) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Yield head and rows of each table that has any."""
    sources = [
        (name or UNKNOWN_SOURCE, f"{count:,}", "" if rate is None else f"{rate:,.1f}")
        for name, count in found.sources
        for rate in [found.rate(name)]
    ]
    beside = [
        (one.word, f"{one.times:,}", f"{one.log_dice:.1f}")
        for one in found.collocates[:_MOST_COMPANY]
    ]
    rows = [(one.text, f"{one.times:,}") for one in found.clusters[:_MOST_COMPANY]]
    if sources:
        yield ("source", "uses", "in 10,000 words"), list(sources)
    if beside:
        yield ("within five words", "times", "logDice"), list(beside)
    if rows:
        yield ("words in a row", "times"), list(rows)
