"""What is read and starred, brought to agree between a library and another reader.

What changed on one side since both last agreed holds; before they ever did, what is read or starred
on either side is so on both.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search.arrivals.readers.reader_state import KnownEntry
from search.arrivals.readers.sent_marks import MarkField, SentMarks
from search.errors import LibraryError, NoSuchArticleError, SearchError
from search.marks.mark_values import MarkChange
from search.marks.valued_articles import valued_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from search.arrivals.readers.other_reader import Reader
    from search.article import ArticleId
    from search.desk.desk import Desk

_FIELDS: tuple[MarkField, ...] = ("read", "starred")
_Place: TypeAlias = tuple[int, MarkField]
_Changes: TypeAlias = "defaultdict[tuple[MarkField, bool], list[int]]"
_MOST_REFUSED = 10
"""Updates in a row in which an entry may be refused there: it has gone, say."""


class Exchanged(NamedTuple):
    """How marks were brought to agree.

    Attributes:
        entries: as they are now.
        taken, sent: how many changes came from there, and went there.
        waiting: how many are left for the next update.
        reason: why; empty where none is.
        left: entries that were refused too often, whose marks are exchanged no longer.
    """

    entries: dict[int, KnownEntry]
    taken: int
    sent: int
    waiting: int
    reason: str
    left: int


def exchange_marks(
    desk: Desk, reader: Reader, known: Mapping[int, KnownEntry], sync: Callable[[], object]
) -> Exchanged:
    """Bring the marks of entries to agree; raise LibraryError where the marks here can't be read.

    What can't be marked on either side, and articles that aren't in the index, are left for the next
    time, with what is known of them. Cost: a look at each file, and reading those that get a first
    mark here.

    Args:
        desk: the library.
        reader: the other side.
        known: its entries, with what it said of them.
        sync: has the index brought up to date.
    """
    if valued_articles(desk.marks.store.access, ()) is None:
        raise LibraryError(desk.library, "the marks can't be read, so none are exchanged")
    files = {one: path for one, entry in known.items() if (path := _file(desk, entry))}
    if any(known[one].read_there or known[one].starred_there for one in files):
        sync()
    ids = dict(_articles(desk, files))
    here = _here(desk, known, ids)
    merged, to_here, to_there = dict[_Place, bool](), _none(), _none()
    for one in ids:
        for field in _FIELDS:
            agreed = getattr(known[one], field)
            said = getattr(known[one], f"{field}_there")
            mine, theirs = here[one, field], (agreed or False) if said is None else said
            merged[one, field] = value = _merged(agreed, mine, theirs)
            if value != mine:
                to_here[field, value].append(one)
            if value != theirs:
                to_there[field, value].append(one)
    sent = SentMarks(reader)
    for (field, value), numbers in to_there.items():
        sent.send(numbers, field, value=value)
    kept, reason = _mark_all(desk, to_here, ids)
    entries = dict(known)
    for place, value in merged.items():
        if place not in sent.undone and place not in kept:
            entries[place[0]] = _agreed(entries[place[0]], place[1], value=value)
    left = _note_refused(entries, sent, ids)
    waiting = sum(bool(entries[one].path) for one, _ in sent.undone | kept)
    taken, went = _count(to_here) - len(kept), _count(to_there) - len(sent.undone)
    return Exchanged(entries, taken, went, waiting, reason or sent.reason, left)


def _agreed(entry: KnownEntry, field: MarkField, *, value: bool) -> KnownEntry:
    """Note that both sides have a mark alike."""
    if field == "read":
        return entry._replace(read=value, read_there=None)
    return entry._replace(starred=value, starred_there=None)


def _note_refused(entries: dict[int, KnownEntry], sent: SentMarks, ids: Collection[int]) -> int:
    """Count how often entries were refused there; let go of those that were too often, and say how many."""
    left = 0
    for one in ids:
        times = entries[one].refused + 1 if one in sent.refused else 0
        entries[one] = entries[one]._replace(refused=times)
        if times >= _MOST_REFUSED:
            entries[one] = KnownEntry("")
            left += 1
    return left


def _none() -> _Changes:
    return defaultdict(list)


def _count(changes: _Changes) -> int:
    return sum(map(len, changes.values()))


def _merged(agreed: bool | None, mine: bool, theirs: bool) -> bool:  # noqa: FBT001 - a law of three truths
    if agreed is None:
        return mine or theirs
    return mine if theirs == agreed else theirs


def _file(desk: Desk, entry: KnownEntry) -> str:
    """Give the file of an entry's article; empty where there is none."""
    path = str(desk.library / entry.path)
    return path if entry.path and os.path.lexists(path) else ""


def _articles(desk: Desk, files: Mapping[int, str]) -> Iterable[tuple[int, ArticleId]]:
    """Yield the articles of files that are in the index."""
    for one, path in files.items():
        try:
            yield one, desk.resolve(path)
        except NoSuchArticleError:
            continue


def _here(
    desk: Desk, known: Mapping[int, KnownEntry], ids: Mapping[int, ArticleId]
) -> dict[_Place, bool]:
    """Give the marks here. If all that was agreed on is gone, they were lost: then what was agreed holds."""
    sets = desk.marks.sets()
    marked: dict[MarkField, frozenset[ArticleId]] = {"read": sets.read, "starred": sets.starred}
    lost = not (sets.read or sets.starred)
    return {
        (one, field): ids[one] in marked[field] or bool(lost and getattr(known[one], field))
        for one in ids
        for field in _FIELDS
    }


def _mark_all(
    desk: Desk, changes: _Changes, ids: Mapping[int, ArticleId]
) -> tuple[set[_Place], str]:
    """Mark articles here; give which can't be, and why."""
    kept: set[_Place] = set()
    reason = ""
    for (field, value), numbers in changes.items():
        articles = [(one, ids[one]) for one in numbers]
        try:
            undone = _mark(desk, articles, field, value=value)
        except LibraryError as error:
            undone, reason = numbers, error.reason
        kept.update((one, field) for one in undone)
    return kept, reason or ("their articles aren't in the index" if kept else "")


def _mark(
    desk: Desk, articles: list[tuple[int, ArticleId]], field: MarkField, *, value: bool
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
