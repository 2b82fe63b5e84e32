"""Saved searches at the top of the sources pane: counted, looked at, saved, renamed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.session.background import in_background
from tui.session.latest import Latest
from tui.widgets.filters.facet import Facet
from tui.widgets.filters.sources_pane import SourcesPane
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search import Desk, SavedCount
    from tui.screens.library.results import Results
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.session import Session

_LOOK_EVERY = 1.0
"""Seconds between two looks whether anything was marked, here or elsewhere."""
_STARRED = "is:starred"
_SIGN = "◷ "


class _Counted(NamedTuple):
    """What was counted, and of which state of the marks."""

    version: tuple[int, ...]
    starred: int
    saved: Sequence[SavedCount]


class SavedLines:
    """Lists the saved searches, and counts them in a thread when anything has changed.

    Args:
        screen: the library's screen, which owns the work.
        session: the library.
        results: the results, in which a saved search is shown.
    """

    def __init__(self, screen: ReadingScreen, session: Session, results: Results) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._counted = _Counted((), 0, ())
        self._counts: Latest[object, _Counted | None] = Latest(
            screen, self._count, lambda _, counted: self._take(counted), lambda *_: None
        )

    def begin(self) -> None:
        """Count now, and whenever marks have changed."""
        self.refresh()
        self._screen.set_interval(_LOOK_EVERY, lambda: self._counts.ask(self._counted.version))

    def refresh(self) -> None:
        """Count anew, as after articles have changed."""
        if self._session.is_open:
            self._counts.ask(None)

    def show(self) -> None:
        """Show what was counted last; the search that is in the search line is ticked."""
        query = self._screen.query_one(SearchLine).value.strip()
        lines = [
            Facet("saved", f"{_SIGN}{one.name}", one.query, one.unread, one.query == query, one.new)
            for one in self._counted.saved
        ]
        if lines or self._counted.starred:
            stars = self._counted.starred
            lines.insert(0, Facet("starred", "★ starred", _STARRED, stars, query == _STARRED))
        self._screen.query_one(SourcesPane).show_saved(lines)

    def pick(self, facet: Facet) -> bool:
        """Search what a line says, which counts as looking at it; again, clear the search.

        Tell whether it is a line of a saved search.
        """
        if facet.kind not in {"saved", "starred"}:
            return False
        self._results.search_for("" if facet.chosen else facet.value or "")
        if facet.kind == "saved" and not facet.chosen:
            self._do(lambda desk: desk.saved.look(_name(facet)))
        return True

    def save(self) -> None:
        """Ask for a name, and save the search in the search line under it."""
        query = self._screen.query_one(SearchLine).value.strip()
        if not query:
            self._screen.inform("There is no search to save: type one first.")
            return
        names = {one.name for one in self._counted.saved}

        async def save(name: str) -> str:
            said = f"Saved the search “{name}”; it stands above the sources."
            return await self._keep(lambda desk: desk.saved.save(name, query), said)

        ask = self._screen.AskLine("Save this search as", _proposed(query), _doubt(names), save)
        self._screen.post_message(ask)

    def change(self, facet: Facet, *, remove: bool) -> None:
        """Remove a saved search, or ask for another name of it."""
        name = _name(facet)
        if remove:
            said = f"Removed the saved search “{name}”; U takes that back."
            self._do(lambda desk: desk.marks.store.remove_search(name), said)
        else:
            self._rename(name)

    def _rename(self, name: str) -> None:
        names = {one.name for one in self._counted.saved} - {name}

        async def rename(new: str) -> str:
            return await self._keep(
                lambda desk: desk.saved.rename(name, new), f"Renamed to “{new}”."
            )

        ask = self._screen.AskLine(f"Rename “{name}” to", name, _doubt(names), rename)
        self._screen.post_message(ask)

    def _do(self, change: Callable[[Desk], object], said: str = "") -> None:
        if self._session.is_open:
            in_background(self._screen, self._change, change, said)

    async def _change(self, change: Callable[[Desk], object], said: str) -> None:
        if fault := await self._keep(change, said):
            self._screen.inform(fault, warning=True)

    async def _keep(self, change: Callable[[Desk], object], said: str) -> str:
        """Make a change; say why that can't be done, else show it."""
        if fault := await self._screen.changes.fault(change):
            return fault
        if said:
            self._screen.inform(said)
        self.refresh()
        return ""

    def _count(self, seen: object) -> _Counted | None:
        """Count, unless marks are as they were seen. Called in a thread."""
        desk = self._session.desk
        version = desk.marks.store.version()
        if version == seen:
            return None
        starred = len(desk.marks.sets().starred) if version else 0
        return _Counted(version, starred, desk.saved.counts() if version else ())

    def _take(self, counted: _Counted | None) -> None:
        if counted is not None:
            self._counted = counted
            self.show()


def _name(facet: Facet) -> str:
    """Give the name of a saved search."""
    return facet.label.removeprefix(_SIGN)


def _proposed(query: str) -> str:
    from search import LONGEST_NAME  # noqa: PLC0415 - loaded with the desk

    return query[:LONGEST_NAME]


def _doubt(names: set[str]) -> Callable[[str], str | None]:
    """Give what tells why a name may not be meant."""
    from search import LONGEST_NAME  # noqa: PLC0415 - loaded with the desk

    def doubt(name: str) -> str | None:
        if len(name) > LONGEST_NAME:
            return f"Longer than the {LONGEST_NAME} characters that are kept."
        return f"“{name}” exists: enter replaces it." if name in names else None

    return doubt
