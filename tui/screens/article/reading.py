"""A screen on which an article is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.article.article_actions import ArticleActions
from tui.settings import NARROWEST, WIDEST
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from search import Article
    from tui.render.article_page import Reading
    from tui.session import events

_STEP = 4


class WithReader(ArticleActions):
    """Has one reader, and does with it what any such screen does."""

    @property
    def article(self) -> Article | None:
        """The article at hand, once it is read."""
        reading = self.query_one(Reader).reading
        if reading is None or reading.article.id != self.article_id:
            return None
        return reading.article

    def to_reader(self) -> None:
        """Go to the reader, showing it if need be."""
        self.set_focus(self.query_one(Reader))

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        match action:
            case "next_match" | "previous_match":
                return self.query_one(Reader).matches > 0
            case "boilerplate":
                return self.article is not None and any(
                    block.kind == "boilerplate" for block in self.article.blocks
                )
            case _:
                return super().offers(action)

    def passage(self) -> str | None:
        """Give the text that is meant now."""
        return self.query_one(Reader).passage()

    def show_reading(self, reading: Reading) -> None:
        """Show an article."""
        self.query_one(Reader).show(reading)
        self.refresh_bindings()

    def on_session_unreadable(self, event: events.Unreadable) -> None:
        """Say why an article can't be shown."""
        self.query_one(Reader).say(f"This article can't be shown.\n\n{event.error}")
        self.refresh_bindings()

    def action_boilerplate(self) -> None:
        """Open or fold what the page says besides the story."""
        self.query_one(Reader).toggle_boilerplate()

    def action_wider(self) -> None:
        """Make the column wider."""
        reader = self.query_one(Reader)
        reader.column = min(WIDEST, reader.column + _STEP)

    def action_narrower(self) -> None:
        """Make the column narrower."""
        reader = self.query_one(Reader)
        reader.column = max(NARROWEST, reader.column - _STEP)
