"""Notes as JSON, as CSV, and as references that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.csv_text import csv_rows
from search.export.json_output import json_list
from search.export.notes.article_notes import note_document
from search.export.reference import reference
from search.export.tidy_text import tidy, tidy_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.export.notes.article_notes import ArticleNotes, PlacedAt
    from search.export.reference import Reference

_HEAD = "note id path title source published passage found text made changed".split()


def notes_json(noted: Iterable[ArticleNotes]) -> Iterator[str]:
    """Yield one document, as `diptych notes --json` prints it, the notes article by article."""
    return json_list(
        (note_document(*placed) for one in noted for placed in one.notes), '{"notes": [', "]}"
    )


def notes_table(noted: Iterable[ArticleNotes]) -> Iterator[str]:
    """Yield a table, a row a note; `found` says whether its passage still stands in the text."""
    return csv_rows(_HEAD, (_row(one, placed) for one in noted for placed in one.notes))


def noted_references(noted: Iterable[ArticleNotes]) -> Iterator[Reference]:
    """Yield a reference to each article that can be read, with its notes and their passages."""
    for one in noted:
        if one.article is not None:
            yield reference(one.article, "\n".join(map(_said, one.notes)))


def _row(one: ArticleNotes, placed: PlacedAt) -> tuple[object, ...]:
    note, places = placed
    article = one.article
    return (
        note.number,
        note.article,
        note.path,
        article.title if article else None,
        article.source if article else None,
        article.published if article else None,
        note.passage.quote,
        "yes" if places else "",
        note.text,
        note.made,
        note.changed,
    )


def _said(placed: PlacedAt) -> str:
    note, _ = placed
    quote = tidy(note.passage.quote)
    return "\n".join([*([f"“{quote}”"] if quote else []), *filter(None, tidy_lines(note.text))])
