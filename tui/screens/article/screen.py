"""An article opened from a list: at a use of a word, or as a version of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from search import Use
from tui.commands import bindings
from tui.render import safe
from tui.render.use_lines import provenance
from tui.screens.article.finding import Finding
from tui.screens.key_hints import hints
from tui.session.requests import ToRead
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId, Desk, Query, Version
    from tui.commands import Home
    from tui.session import events


class PassageScreen(Finding):
    """Shows the article of one use, that use chosen among its matches; or one version of a story.

    Args:
        desk: the library.
        query: what is lit in the article, if anything; for a use, what found it.
        at: the use or the version.
        step: goes on in the list by 1 or -1 and gives the one that is current then.
        column: cells of a line of text.
    """

    CSS_PATH = "article.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("passage")]
    AUTO_FOCUS = "#passage"

    def __init__(
        self,
        desk: Desk,
        query: Query | None,
        at: Use | Version,
        step: Callable[[int], Use | Version | None],
        column: int,
    ) -> None:
        super().__init__(desk.library, desk)
        self._query = query
        self._at = at
        self._step = step
        self._column = column

    def compose(self) -> ComposeResult:
        """The reader and its keys."""
        reader = Reader(id="passage")
        reader.set_reactive(Reader.column, self._column)
        yield reader
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Have the article read."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._hint())
        self._read(self._at)

    @property
    def article_id(self) -> ArticleId:
        """The article at hand."""
        return self._at.id

    @property
    def asked(self) -> Query | None:
        """What is lit."""
        return self._query

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        if self.find_bar is not None and self.find_bar.has_focus_within:
            return ("find", "passage", "app")
        return ("reader", "passage", "pane", "app")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        return self.offers(action)

    def show_mark(self, article: ArticleId | None) -> None:
        """Show whether the article shown is the one marked for comparing."""
        marked = article is not None and article == self.article_id
        title = Content(safe(provenance(self._at)))
        self.query_one(Reader).border_title = Content("⇄ ") + title if marked else title

    def on_session_read(self, event: events.Read) -> None:
        """Show the article, at the use; after a change of its file that may be gone."""
        reader, at = self.query_one(Reader), self._at
        self.show_reading(event.reading)
        number = event.reading.number(at.block, at.start) if isinstance(at, Use) else None
        if number is not None:
            reader.choose(number)
        self.refresh_bindings()

    def on_reader_back(self) -> None:
        """Go back to the list."""
        self.action_back()

    async def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run a hint that was clicked, where its key would have run it."""
        for node, binding, enabled, _ in self.active_bindings.values():
            if binding.action == event.action and enabled:
                await self.app.run_action(event.action, node)
                return

    def action_next_match(self) -> None:
        """Go to the next match."""
        self.query_one(Reader).go(1)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self.query_one(Reader).go(-1)

    def action_next_article(self) -> None:
        """Read the next one of the list."""
        self._go_on(1)

    def action_previous_article(self) -> None:
        """Read the one before."""
        self._go_on(-1)

    def action_edit(self) -> None:
        """Open the article's file in the user's editor; show what it says afterwards."""
        super().action_edit()
        self._read(self._at)

    def action_back(self) -> None:
        """Close one layer: a selection, the find bar, the article."""
        if self.selections:
            self.clear_selection()
        elif self.find_bar is not None:
            self.close_find()
            self._read(self._at)
            self.to_reader()
        else:
            self.dismiss(None)

    def _go_on(self, step: int) -> None:
        at = self._step(step)
        if at is not None:
            self._read(at)

    def _read(self, at: Use | Version) -> None:
        self._at = at
        self.show_mark(self.marked)
        self.session.reading.ask(ToRead(at.id, self._query))

    def _hint(self) -> None:
        self.query_one(KeyLine).show(hints(self.active_bindings))
