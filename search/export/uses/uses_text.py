"""Every use of a word as Markdown, as one HTML page, and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, day
from search.concordance import concordance_tables, uses_note
from search.export.csv_text import csv_rows
from search.export.markdown_text import plain, row
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.concordance import Concordance, Use, UseRow

_HEAD = "source published path before match after".split()
MOST_ROWS = 50
"""Rows of a table that are told in pages; the document has all."""


def uses_markdown(found: Concordance) -> Iterator[str]:
    """Yield tables of sources, months, collocates and clusters, then a line for each use; text is escaped."""
    yield f"# {plain(found.word)}\n\n{uses_note(found)}: {found.read_as}\n"
    for title, head, rows, more in _tables(found):
        yield f"\n## {title}\n\n{row(*head)}\n|---|{'--:|' * (len(head) - 1)}\n"
        for cells in rows:
            yield row(*map(plain, cells)) + "\n"
        if more:
            yield f"\n{_more(more)}\n"
    yield "\n## Uses\n\n"
    for use in found.uses:
        line = f"{plain(use.before)} **{plain(use.match)}** {plain(use.after)}"
        yield f"- {plain(_told(use))}: {line}\n"


def uses_page(found: Concordance) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    title = escaped(found.word)
    yield f'{page_begin(found.word)}<main class="sheet">\n<h1 dir="auto">{title}</h1>\n'
    yield f"<p>{escaped(f'{uses_note(found)}: {found.read_as}')}</p>\n"
    for title, head, rows, more in _tables(found):
        cells = ((f"<bdi>{escaped(cell)}</bdi>" for cell in one) for one in rows)
        yield f"<h2>{title}</h2>\n{table(head, cells)}\n"
        if more:
            yield f"<p>{_more(more)}</p>\n"
    yield "<h2>Uses</h2>\n<ul>\n"
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


def _more(more: int) -> str:
    return f"… and {more:,} more, which the JSON has"


def _told(use: Use) -> str:
    return f"{use.head.source or UNKNOWN_SOURCE}, {day(use.head.published)}"


def _tables(found: Concordance) -> Iterator[tuple[str, list[str], list[list[str]], int]]:
    """Yield title, head and rows of each table that has any, and how many rows are left out."""
    for told in concordance_tables(found):
        if told.rows:
            head = [told.label, told.times, *([told.measure] if told.measure else [])]
            rows = [_cells(one, measured=bool(told.measure)) for one in told.rows[:MOST_ROWS]]
            yield told.title, head, rows, len(told.rows) - len(rows)


def _cells(one: UseRow, *, measured: bool) -> list[str]:
    measure = "" if one.measure is None else f"{one.measure:,.1f}"
    return [one.label, f"{one.times:,}", *([measure] if measured else [])]
