"""Collecting the notes to list, and finding which of their passages are lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search import note_test
from tui.render.passages.note_entry import NoteRow
from tui.session.background import in_background
from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from search import Desk, PassagePlace, SearchError
    from tui.routes import NoteOrder

_AT_ONCE = 20
"""Notes whose passages are looked for before what was found is shown."""


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Which notes are wanted; `again` reads them anew."""

    words: str
    order: NoteOrder
    again: bool


class NoteCollector:
    """Gives the notes that hold some words, in an order, and their places as they are found.

    Args:
        screen: the screen that owns the work.
        desk: the library.
        show: takes the rows, again whenever more is known of them.
        fail: takes why there are none.

    Attributes:
        total: how many notes there are.
    """

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        show: Callable[[Sequence[NoteRow]], None],
        fail: Callable[[SearchError], None],
    ) -> None:
        self.total = 0
        self._screen = screen
        self._desk = desk
        self._show = show
        self._all: list[NoteRow] | None = None
        self._rows: tuple[NoteRow, ...] = ()
        self._places: dict[int, PassagePlace | None] = {}
        self._requests: Latest[_Asked, tuple[NoteRow, ...]] = Latest(
            screen, self._collect, lambda _, rows: self._take(rows), lambda _, error: fail(error)
        )

    def ask(self, words: str, order: NoteOrder, *, again: bool = False) -> None:
        """Give the notes that hold some words; `again` once marks have changed."""
        self._requests.ask(_Asked(words, order, again))

    def place(self, row: NoteRow) -> PassagePlace | None:
        """Give where the passage of a note stands; None if that isn't known, or lost."""
        return self._places.get(row.note.number)

    def _collect(self, asked: _Asked) -> tuple[NoteRow, ...]:
        """Read, choose and sort. Called in a thread. Cost: linear in the notes."""
        if self._all is None or asked.again:
            self._all = [NoteRow(note, head) for note, head in self._desk.marks.noted()]
        holds = note_test(asked.words)
        found = [row for row in reversed(self._all) if holds(row.note)]
        if asked.order == "article":
            found.sort(key=_by_article)
        elif asked.order == "source":
            found.sort(key=lambda row: (row.source.casefold(), *_by_article(row)))
        return tuple(found)

    def _take(self, rows: tuple[NoteRow, ...]) -> None:
        self.total = len(self._all or ())
        self._rows = rows
        self._show(self._known(rows))
        in_background(self._screen, self._find_places, rows)

    async def _find_places(self, rows: tuple[NoteRow, ...]) -> None:
        """Look for the passages of these rows, until others are shown."""
        unknown = [row.note for row in rows if row.note.number not in self._places]
        for begin in range(0, len(unknown), _AT_ONCE):
            some = unknown[begin : begin + _AT_ONCE]
            placed = await asyncio.to_thread(self._desk.marks.placed, some)
            if rows is not self._rows or not self._screen.is_running:
                return
            self._places |= {one.note.number: one.at for one in placed}
            if any(one.at is None and one.note.passage.quote for one in placed):
                self._show(self._known(rows))

    def _known(self, rows: tuple[NoteRow, ...]) -> list[NoteRow]:
        return [replace(row, lost=True) if self._lost(row) else row for row in rows]

    def _lost(self, row: NoteRow) -> bool:
        number = row.note.number
        return bool(row.note.passage.quote) and self._places.get(number, number) is None


def _by_article(row: NoteRow) -> tuple[str, str]:
    return row.title.casefold(), row.note.path
