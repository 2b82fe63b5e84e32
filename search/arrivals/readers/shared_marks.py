"""What is read and starred, brought to agree between a library and another reader.

What changed on one side since both last agreed holds; before they ever did, what is read or starred
on either side is so on both.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.arrivals.readers.reader_state import KnownEntry
from search.errors import LibraryError, NoSuchArticleError, SearchError
from search.marks.mark_values import MarkChange
from search.marks.valued_articles import valued_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from search.arrivals.readers.other_reader import EntryState, Reader
    from search.article import ArticleId
    from search.desk.desk import Desk

_Field: TypeAlias = Literal["read", "starred"]
_FIELDS: tuple[_Field, ...] = ("read", "starred")
_Changes: TypeAlias = "defaultdict[tuple[_Field, bool], list[int]]"


class Exchanged(NamedTuple):
    """How marks were brought to agree: the entries as they are now, and how many changes each way."""

    entries: dict[int, KnownEntry]
    taken: int
    sent: int


def exchange_marks(
    desk: Desk,
    reader: Reader,
    known: Mapping[int, KnownEntry],
    there: Mapping[int, EntryState],
    sync: Callable[[], object],
) -> Exchanged:
    """Bring the marks of entries to agree; raise FetchError, LibraryError.

    Articles that aren't in the index are left for the next time, as are all where the reader's own
    marks can't be read. Cost: a look at each file, and reading those that get a first mark here.

    Args:
        desk: the library.
        reader: the other side.
        known: its entries.
        there: how those are marked there that may have changed.
        sync: has the index brought up to date.
    """
    if valued_articles(desk.marks.store.access, ()) is None:
        raise LibraryError(desk.library, "the marks can't be read, so none are exchanged")
    if any(there[one].read or there[one].starred for one in there if one in known):
        sync()
    ids = dict(_articles(desk, known))
    here = _here(desk, known, ids)
    entries, to_here, to_there = dict(known), _none(), _none()
    for one in ids:
        merged: dict[str, bool] = {}
        for field in _FIELDS:
            agreed = getattr(known[one], field)
            mine, theirs = here[one, field], getattr(there.get(one), field, agreed or False)
            value = _merged(agreed, mine, theirs)
            merged[field] = value
            if value != mine:
                to_here[field, value].append(one)
            if value != theirs:
                to_there[field, value].append(one)
        entries[one] = KnownEntry(known[one].path, merged["read"], merged["starred"])
    for (field, value), numbers in to_there.items():
        reader.mark(numbers, **{field: value})
    for (field, value), numbers in to_here.items():
        for one in _mark(desk, [(one, ids[one]) for one in numbers], field, value=value):
            entries[one] = known[one]  # the next time
    return Exchanged(entries, _count(to_here), _count(to_there))


def _none() -> _Changes:
    return defaultdict(list)


def _count(changes: _Changes) -> int:
    return sum(map(len, changes.values()))


def _merged(agreed: bool | None, mine: bool, theirs: bool) -> bool:  # noqa: FBT001 - a law of three truths
    if agreed is None:
        return mine or theirs
    return mine if theirs == agreed else theirs


def _articles(desk: Desk, known: Mapping[int, KnownEntry]) -> Iterable[tuple[int, ArticleId]]:
    """Yield the articles of entries whose files are there."""
    for one, entry in known.items():
        path = desk.library / entry.path
        if entry.path and os.path.lexists(path):
            try:
                yield one, desk.resolve(str(path))
            except NoSuchArticleError:
                continue


def _here(
    desk: Desk, known: Mapping[int, KnownEntry], ids: Mapping[int, ArticleId]
) -> dict[tuple[int, _Field], bool]:
    """Give the marks here. If all that was agreed on is gone, they were lost: then what was agreed holds."""
    sets = desk.marks.sets()
    marked: dict[_Field, frozenset[ArticleId]] = {"read": sets.read, "starred": sets.starred}
    lost = not (sets.read or sets.starred)
    return {
        (one, field): ids[one] in marked[field] or bool(lost and getattr(known[one], field))
        for one in ids
        for field in _FIELDS
    }


def _mark(
    desk: Desk, articles: list[tuple[int, ArticleId]], field: _Field, *, value: bool
) -> list[int]:
    """Mark articles here; give those that can't be, as they aren't in the index."""
    change = MarkChange(read=value) if field == "read" else MarkChange(starred=value)
    try:
        desk.marks.mark([article for _, article in articles], change)
    except LibraryError:
        raise
    except SearchError:
        if len(articles) == 1:
            return [articles[0][0]]
        half = len(articles) // 2
        return _mark(desk, articles[:half], field, value=value) + _mark(
            desk, articles[half:], field, value=value
        )
    return []
