"""The notes on one article, as every format takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from search.article import Article
    from search.export.json_output import Document
    from search.marks import Note
    from search.marks.passages import PassagePlace

PlacedAt: TypeAlias = "tuple[Note, tuple[PassagePlace, ...]]"
"""A note, and where its passage stands now: nowhere if that is lost, or it never had one."""


class ArticleNotes(NamedTuple):
    """What the reader noted on one article.

    Attributes:
        path: the article's, or its last one.
        article: None where it isn't in the library any more, or can't be read.
        notes: in the order in which they were made, one at least.
    """

    path: str
    article: Article | None
    notes: tuple[PlacedAt, ...]


LOST = "no longer in the text"
"""Said of a passage that isn't found again."""


def note_document(note: Note, places: tuple[PassagePlace, ...]) -> Document:
    """Give one note; `id` is null where its article isn't in the library any more."""
    return {
        "id": note.article,
        "path": note.path,
        "note": note.number,
        "text": note.text,
        "passage": note.passage.quote,
        "at": list(places[0]) if places else None,
        "places": [list(at) for at in places],
        "made": note.made,
        "changed": note.changed,
    }
