"""Notes on the sentences of a comparison: shown, written, and seen when another process writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search import SearchError
from tui.render.passages.stretch import Stretch
from tui.screens.comparison.view_model import notes_of
from tui.session import mark_changes
from tui.session.background import in_background
from tui.session.latest import Latest
from tui.session.mark_changes import ChosenArticle
from tui.session.marks_watch import MarksWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison, Desk, Sides
    from tui.render.passages.page_notes import PageNote
    from tui.screens.command_screen import CommandScreen
    from tui.screens.comparison.link_cursor import LinkCursor
    from tui.screens.comparison.pair_request import PairRequest
    from tui.session.mark_changes import ChangeMarks


class Noting:
    """Keeps notes written in a comparison, and what is shown of all of them.

    Args:
        screen: the comparison's screen, which owns the work.
        desk: the library.
        request: gives the comparison shown.
        cursor: has the chosen sentence.
        draw: called when other notes are to be shown.
        changed: called once other marks are to be looked at.
    """

    def __init__(
        self,
        screen: CommandScreen,
        desk: Desk,
        request: PairRequest,
        cursor: LinkCursor,
        draw: Callable[[], object],
        changed: Callable[[], object],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._request = request
        self._cursor = cursor
        self._draw = draw
        self._changed = changed
        self._notes: Latest[Comparison, Sides[tuple[PageNote, ...]]] = Latest(
            screen, lambda pair: notes_of(desk, pair), self._take, lambda *_: None
        )
        self._watch = MarksWatch(screen, lambda: desk, self.renew)
        self._watch.begin()

    @property
    def chosen(self) -> ChosenArticle | None:
        """The article of the side on which the user is."""
        if self._request.view is None:
            return None
        article = self._request.view.compared(self._cursor.side).article
        return ChosenArticle(article.id, article.label)

    def renew(self) -> None:
        """Show the notes as they are by now."""
        if self._request.view is not None:
            self._notes.ask(self._request.view.comparison)
            self._changed()

    def write(self) -> None:
        """Write a note on the chosen sentence, or change the one that is there."""
        view, choice = self._request.view, self._cursor.here
        if view is None or choice is None:
            self._screen.inform("Choose a sentence first, by } or a click: the note is on that.")
            return
        side = view.compared(choice.side)
        article, place = side.article, Stretch(*side.sentences[choice.sentence])
        note = next((one for one in view.notes_on(choice.side) if one.touches(place)), None)
        quote = article.blocks[place.block].text[place.start : place.stop]

        async def keep(written: str) -> str:
            if note is not None:
                fault = await self._screen.changes.fault(
                    mark_changes.change_note(note.number, written)
                )
            else:
                fault = await self._screen.changes.fault(
                    mark_changes.add_note(article, (place,), written)
                )
            if not fault:
                self.renew()
            return fault

        text, quote = (note.text, note.quote) if note is not None else ("", quote)
        self._screen.post_message(self._screen.WriteNote(article.label, quote, text, keep))

    def take_back(self) -> None:
        """Take back what was changed last since the start."""

        def undo(desk: Desk) -> None:
            said.append(mark_changes.taken_back(mark_changes.take_back(desk)))

        said: list[str] = []
        self.do(undo, said)

    def do(self, change: ChangeMarks, said: list[str] | None = None) -> None:
        """Make a change in a thread, after those that were asked for before; then say what it said."""
        in_background(self._screen, self._change, change, [] if said is None else said)

    async def _change(self, change: ChangeMarks, said: list[str]) -> None:
        try:
            await self._screen.changes.make(change)
        except SearchError as error:
            self._screen.inform(str(error), warning=True)
            return
        for sentence in said:
            self._screen.inform(sentence)
        self.renew()

    def _take(self, comparison: Comparison, notes: Sides[tuple[PageNote, ...]]) -> None:
        view = self._request.view
        if view is not None and view.comparison is comparison and view.notes != notes:
            self._request.view = self._cursor.view = replace(view, notes=notes)
            self._draw()
