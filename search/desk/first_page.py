"""The first page of the unfiltered list, saved for the next start.

Opening an index takes as long as loading its engine. A reader need not wait for that to see the
list as it last was: each sync leaves it here, in one small file, whatever the library's size.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from search.article import ArticleId, Head
from search.desk.answer import Answer, Hit
from search.desk.cache_folder import index_folder, refusal
from search.engine.answers import Row, Total
from search.engine.engine_choice import saved_version
from search.highlight import Excerpt
from search.library import locate
from search.query import describe, parse
from search.sealed_file import DamagedFileError, load_sealed
from search.sealed_file import save_sealed as keep_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from search.engine.answers import Counts
    from search.engine.sort_order import Sort
    from search.query import Facet

FILE = "front.json"
_SORT: Sort = "newest"
"""The order of a list without words."""
ROWS = 30
"""Rows that are kept: enough for a tall window."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first page of the unfiltered list, as it was after the last sync.

    Attributes:
        answer: it knows no articles behind the rows; its counts are those of all.
        rows: the first of them.
    """

    answer: Answer
    rows: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SavedRows:
    """The first articles of an answer, as they were saved; see `search.engine.Found`.

    Attributes:
        saved: those there are.
        total: how many were found.
    """

    saved: tuple[Hit, ...]
    total: Total

    def rows(self, start: int, stop: int) -> list[Row | None]:
        """Give those that were saved."""
        return [Row(row.head, 0.0) for row in self.saved[start:stop]]

    def known_id(self, place: int) -> ArticleId | None:
        """Give the id of an article by its place, None past those that were saved."""
        return self.saved[place].head.id if place < len(self.saved) else None

    def places(self, articles: Collection[ArticleId]) -> dict[ArticleId, int]:
        """Give the places of articles among those that were saved."""
        return {
            row.head.id: place for place, row in enumerate(self.saved) if row.head.id in articles
        }

    def counts(self, facet: Facet, *, own_filters: bool = True) -> Counts:
        """Give none: those of an answer stand beside it."""
        del facet, own_filters
        return ()

    def folded(self) -> int:
        """Give none: the first page is of no words."""
        return 0


def load_first_page(library: Path, *, cache: Path | None = None) -> FirstPage | None:
    """Load the saved first page of a library; None when there is none that can be read, or that is of the index in use.

    Raises LibraryError without a library. Cost: reading one file of a few kilobytes.
    """
    where = locate(library)
    if where.archive or refusal(where, cache):
        return None
    folder = index_folder(where, cache)
    try:
        page = _page(folder)
        return _load(page) if _is_of(page, saved_version(folder)) else None
    except (OSError, DamagedFileError, ValueError, TypeError, KeyError, OverflowError):
        return None


def is_damaged(folder: Path) -> bool:
    """Tell whether a first page is saved beside an index and can't be trusted."""
    try:
        return not isinstance(_page(folder).get("version"), str)
    except (FileNotFoundError, PermissionError):
        return False
    except (OSError, DamagedFileError, AttributeError):
        return True


def renew(
    folder: Path,
    version: str,
    search: Callable[[str], Answer],
    hits: Callable[[Answer, int, int], list[Hit]],
) -> str | None:
    """Save the first page of a version of the index, unless that is saved; tell of damage.

    Where that fails there is none next time.
    """
    damaged = is_damaged(folder)
    with suppress(OSError, DamagedFileError):
        if not damaged and _is_of(_page(folder), version):
            return None
    answer = search("")
    _save(folder, version, answer, hits(answer, 0, ROWS))
    return "the first page that was kept was damaged and has been made anew" if damaged else None


def _page(folder: Path) -> dict[str, Any]:
    """Read what is saved; raise OSError or DamagedFileError."""
    page: dict[str, Any] = load_sealed(folder / FILE, links=False)
    return page


def _is_of(page: dict[str, Any], version: str | None) -> bool:
    """Tell whether a page shows a version, in the order in which it is shown now."""
    return bool(page["version"] == version and page.get("sort") == _SORT)


def _save(folder: Path, version: str, answer: Answer, rows: list[Hit]) -> None:
    page = {
        "version": version,
        "sort": answer.sort,
        "articles": answer.total,
        "sources": answer.sources,
        "months": answer.months,
        "rows": [[*row.head, row.excerpt.text] for row in rows],
    }
    with suppress(OSError):
        keep_file(folder / FILE, page, sure=False)


def _load(page: dict[str, Any]) -> FirstPage:
    rows = tuple(_row(*row) for row in page["rows"])
    query = parse("")
    answer = Answer(
        query=query,
        sort=_SORT,
        read_as=describe(query),
        total=int(page["articles"]),
        exact=True,
        found=SavedRows(rows, Total(int(page["articles"]))),
        sources=tuple((_text(name), int(count)) for name, count in page["sources"]),
        months=tuple((_text(month), int(count)) for month, count in page["months"]),
        suggestion=None,
        took_ms=0.0,
    )
    return FirstPage(answer, rows)


def _row(*values: object) -> Hit:
    """Make a row; raise TypeError or ValueError if it is damaged."""
    *told, whole, excerpt = values
    id_, path, title, source, published, place, opening = map(_text, (*told, excerpt))
    if id_ is None or path is None or opening is None or not isinstance(whole, bool):
        raise TypeError("a row without id, path, excerpt or whether it is whole")
    return Hit(
        head=Head(ArticleId(id_), path, title, source, published, place or "", whole),
        score=0.0,
        matches=0,
        title_spans=(),
        excerpt=Excerpt(opening, ()),
    )


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"text was expected, not {value!r}")
