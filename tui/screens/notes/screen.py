"""The screen of notes: every note with its article and passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from search import ReaderNotes, SearchError
from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.routes import NOTE_ORDERS, ArticleRoute, NotesRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.notes import text
from tui.screens.notes.note_collector import NoteCollector
from tui.session import mark_changes
from tui.session.background import in_background
from tui.session.latest import Latest
from tui.session.mark_changes import ChosenArticle
from tui.session.marks_watch import MarksWatch
from tui.session.requests import ExportOffer
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import PassagePlace, PlacedNote
    from tui.commands import Home, Need
    from tui.render.passages.note_entry import NoteRow
    from tui.session.mark_changes import ChangeMarks
    from tui.session.surroundings import Surroundings


class NotesScreen(CommandScreen):
    """Lists the notes that hold the words typed; without any, all."""

    CSS_PATH = "notes.tcss"
    HOME: ClassVar[Home] = "notes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]
    AUTO_FOCUS = "#notes"

    def __init__(self, route: NotesRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._desk = surroundings.desk
        self._words = route.words
        self._order = route.order
        self._collector = NoteCollector(self, self._desk, self._show, self._fail)
        self._watch = MarksWatch(self, lambda: surroundings.desk, self._ask_again)
        self._opening: Latest[NoteRow, list[PlacedNote]] = Latest(
            self,
            lambda row: self._desk.marks.placed([row.note]),
            lambda row, placed: self._open(row, placed[0].at),
            lambda _, error: self._fail(error),
        )

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static("notes", id="brand", markup=False)
            yield FilterLine("/ finds notes by their words", id="filter")
            yield RoomyLabel("", id="figures", markup=False)
        yield NoteList(id="notes")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self._line.set_text(self._words)
        self._list.show((), text.READING)
        self._collector.ask(self._words, self._order)
        self._watch.begin()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        if self.focused is self._line:
            return ("filter", "notes", "app")
        return ("notes", "pane", "app")

    @property
    def route(self) -> NotesRoute:
        """The words that are searched for, and the order."""
        return NotesRoute(self._words, self._order)

    @property
    def chosen(self) -> ChosenArticle | None:
        """The article of the current note; None where that is gone."""
        row = self._list.row
        return ChosenArticle(row.head.id, row.title) if row is not None and row.head else None

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the notes that are listed, or those on the article of this one."""
        if (row := self._list.row) is None:
            return []
        name = f"notes {self._words}".strip()
        listed = ExportOffer("the notes listed", ReaderNotes(words=self._words), name)
        if row.head is None:
            return [listed]
        notes = ReaderNotes(articles=(row.head.id,))
        return [listed, ExportOffer("notes on its article", notes, f"notes {row.title}")]

    @property
    def _list(self) -> NoteList:
        return self.query_one(NoteList)

    @property
    def _line(self) -> FilterLine:
        return self.query_one(FilterLine)

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present: a note."""
        del need
        return self._list.row is not None

    def next_entry(self, step: int) -> ArticleRoute | None:
        """Move on in the list while an article is read; give the route of the then current note."""
        self._list.go(self._list.index + step)
        row = self._list.row
        return _route_of(row, self._collector.place(row)) if row is not None else None

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        self._words = event.text
        self._collector.ask(self._words, self._order)

    def on_filter_line_left(self) -> None:
        self.set_focus(self._list)

    def on_note_list_opened(self) -> None:
        self.action_open_note()

    def action_open_note(self) -> None:
        if (row := self._list.row) is None:
            return
        if row.head is None:
            self.inform(text.GONE, warning=True)
        else:
            self._opening.ask(row)

    def action_search(self) -> None:
        self.set_focus(self._line)
        self._line.action_select_all()

    def action_sort(self) -> None:
        self._order = NOTE_ORDERS[(NOTE_ORDERS.index(self._order) + 1) % len(NOTE_ORDERS)]
        self._collector.ask(self._words, self._order)

    def action_note(self) -> None:
        if (row := self._list.row) is None:
            return
        note = row.note

        async def keep(written: str) -> str:
            fault = await self.changes.fault(mark_changes.change_note(note.number, written))
            if not fault:
                self._ask_again()
            return fault

        self.post_message(self.WriteNote(row.title, note.passage.quote, note.text, keep))

    def action_remove_note(self) -> None:
        if (row := self._list.row) is not None:
            said = "Removed the note; U brings it back."
            self._do(mark_changes.change_note(row.note.number, ""), said)

    def action_undo(self) -> None:
        in_background(self, self._take_back)

    def action_back(self) -> None:
        if self.focused is self._line:
            self.set_focus(self._list)
        elif self._words:
            self._words = ""
            self._line.set_text("")
            self._collector.ask("", self._order)
        else:
            self.dismiss(None)

    def _open(self, row: NoteRow, at: PassagePlace | None) -> None:
        if at is None and row.note.passage.quote:
            self.inform(text.LOST, warning=True)
        if (route := _route_of(row, at)) is not None:
            self.go(route)

    def _do(self, change: ChangeMarks, said: str = "") -> None:
        in_background(self, self._change, change, said)

    async def _change(self, change: ChangeMarks, said: str) -> None:
        try:
            await self.changes.make(change)
        except SearchError as error:
            self._fail(error)
            return
        if said:
            self.inform(said)
        self._ask_again()

    async def _take_back(self) -> None:
        try:
            what = await self.changes.make(mark_changes.take_back)
        except SearchError as error:
            self._fail(error)
            return
        self.inform(mark_changes.taken_back(what))
        self._ask_again()

    def _ask_again(self) -> None:
        self._collector.ask(self._words, self._order, again=True)

    def _show(self, rows: Sequence[NoteRow]) -> None:
        self._list.show(rows, text.empty(self._words))
        said = text.figures(len(rows), self._collector.total, self._order)
        self.query_one("#figures", Static).update(said)
        self.refresh_bindings()

    def _fail(self, error: SearchError) -> None:
        self.inform(str(error), warning=True)


def _route_of(row: NoteRow, at: PassagePlace | None) -> ArticleRoute | None:
    """Give the route to a note's passage, or to its article; None where that is gone."""
    if row.head is None:
        return None
    return ArticleRoute(row.head.id, place=(at.block, at.start) if at is not None else None)
