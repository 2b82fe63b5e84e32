"""Finding within the article that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.article.reading import WithReader
from tui.session.requests import ToFind
from tui.widgets.find_bar import FindBar, FindLine
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.render.article_page import Place, Reading
    from tui.session import events


class Finding(WithReader):
    """Opens a bar below the panes; while it is open, what it finds is lit instead of what was."""

    _found_from: Place | None = None

    @property
    def find_bar(self) -> FindBar | None:
        """The bar, while it is open."""
        return next(iter(self.query(FindBar)), None)

    async def action_find(self) -> None:
        """Find within the article, from where the reader is now."""
        self.to_reader()
        if self.find_bar is None:
            self._found_from = self.query_one(Reader).place
            await self.mount(FindBar(), before="#keys")
        line = self.query_one(FindLine)
        self.set_focus(line)
        line.action_select_all()

    def show_reading(self, reading: Reading) -> None:
        """Show an article; what was looked for in the one before is over."""
        self.close_find()
        super().show_reading(reading)

    def close_find(self) -> None:
        """Take the bar away; what it lit stays until the article is read anew."""
        self.session.looking.forget()
        if (bar := self.find_bar) is not None:
            bar.remove()

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        """Look for what is typed in the article shown."""
        if self.article is not None:
            self.session.looking.ask(ToFind(self.article, event.text))

    def on_find_line_next(self, event: FindLine.Next) -> None:
        """Go on to the next place found."""
        self.query_one(Reader).go(event.step)

    def on_session_looked(self, event: events.Looked) -> None:
        """Light what is looked for, and go to the first place; a fault leaves what is lit."""
        if (bar := self.find_bar) is None:
            return
        bar.say(getattr(event.error, "reason", str(event.error)) if event.error else "")
        if event.reading is not None:
            reader = self.query_one(Reader)
            reader.show(event.reading, noun="place")
            if reader.current is None:
                reader.stand(self._found_from)
                reader.go(1)
            self.refresh_bindings()
