"""Writing notes on the article shown, and giving it tags."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.session import lit_article, mark_changes
from tui.session.background import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Article, ArticleId, Desk
    from tui.render.passages.page_notes import PageNote
    from tui.render.passages.stretch import Stretch
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.change_queue import ChangeQueue
    from tui.session.mark_changes import ChangeMarks


class Annotating:
    """Asks for notes and tags, keeps them one after another, and shows them in the reader.

    Args:
        screen: a screen with one reader and a current article.
        desk: gives the library; called in a thread.
        changes: makes changes.
        kept: called in the event loop with the article whose marks have changed, once the reader
            shows them.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        desk: Callable[[], Desk],
        changes: ChangeQueue,
        kept: Callable[[ArticleId], object],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._changes = changes
        self._kept = kept

    def note(self) -> None:
        """Write a note on what is selected, else on the marked passage, else on the article.

        One that is there already is changed.
        """
        if (article := self._article()) is None:
            return
        reader = self._screen.reader
        selected = reader.selected_stretches
        places = selected or ((reader.marked,) if reader.marked is not None else ())
        note = self._note_at(places, selected=bool(selected))
        quote = "\n\n".join(article.blocks[at.block].text[at.start : at.stop] for at in places)

        async def keep(written: str) -> str:
            if note is not None:
                change = mark_changes.change_note(note.number, written)
                fault = await self._keep(article.id, change, _said(written))
            else:
                change = mark_changes.add_note(article, places, written)
                fault = await self._keep(article.id, change, "Noted.")
            if not fault:
                self._screen.clear_selection()
            return fault

        text, quote = (note.text, note.quote or quote) if note else ("", quote)
        self._screen.post_message(self._screen.WriteNote(article.label, quote, text, keep))

    def tags(self) -> None:
        """Change the tags of the article."""
        if (article := self._article()) is None:
            return
        reading = self._screen.reader.reading
        before = reading.tags if reading is not None else ()

        async def keep(tags: tuple[str, ...]) -> str:
            said = f"Tags: {', '.join(tags)}" if tags else "Took all tags away."
            return await self._keep(article.id, mark_changes.set_tags(article, before, tags), said)

        known = self._desk
        self._screen.post_message(
            self._screen.ChooseTags(
                article.label, before, lambda: mark_changes.known_tags(known()), keep
            )
        )

    def take_back(self) -> None:
        """Take back what was changed last since the start."""
        in_background(self._screen, self._take_back)

    def renew(self) -> None:
        """Show the tags and notes of the article as they are by now."""
        in_background(self._screen, self._renew)

    def _article(self) -> Article | None:
        article = self._screen.article
        if article is None:
            self._screen.inform("There is no article here to mark.")
        return article

    def _note_at(self, places: tuple[Stretch, ...], *, selected: bool) -> PageNote | None:
        reader = self._screen.reader
        notes = reader.reading.notes if reader.reading is not None else ()
        if not places:
            return next((note for note in notes if not note.quote), None)
        if selected:
            return next((note for note in notes if note.places == places), None)
        return next(iter(reader.marked_notes), None)

    async def _keep(self, article: ArticleId, change: ChangeMarks, said: str) -> str:
        """Keep a change; say why that can't be done, else show it."""
        if fault := await self._changes.fault(change):
            return fault
        self._screen.inform(said)
        in_background(self._screen, self._show, article)
        return ""

    async def _show(self, article: ArticleId) -> None:
        await self._renew()
        self._kept(article)

    async def _take_back(self) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        try:
            what = await self._changes.make(mark_changes.take_back)
        except SearchError as error:
            self._screen.inform(str(error), warning=True)
            return
        self._screen.inform(mark_changes.taken_back(what))
        await self._renew()

    async def _renew(self) -> None:
        reader = self._screen.reader
        if (reading := reader.reading) is None:
            return
        renewed = await asyncio.to_thread(lambda: lit_article.with_marks(self._desk(), reading))
        if reader.is_attached and reader.reading is reading and renewed != reading:
            reader.show(renewed)


def _said(written: str) -> str:
    return "Changed the note." if written else "Removed the note; U brings it back."
