"""What can be done with the article at hand."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.screen import Screen

from tui.render.citation import citation
from tui.session.session import Session
from tui.terminal import handoff

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import Article, ArticleId, Desk, Query
    from tui.session import events

NEEDS_ARTICLE = frozenset(
    {"compare_best", "compare_with", "mark", "copy_passage", "edit", "find", "reader_alone"}
)
"""Actions that make no sense without an article."""

NEEDS_ADDRESS = frozenset({"copy_link", "browse"})
"""Actions that make no sense without an address for a browser."""


_LONG = 15.0
"""Seconds that what is said once stands."""


class ArticleActions(Screen[None]):
    """A screen on which one article is at hand: it can be taken elsewhere, or compared."""

    def __init__(self, library: Path, desk: Desk | None = None) -> None:
        super().__init__()
        self.session = Session(self, library, desk)
        self._marked: ArticleId | None = None

    @property
    def article(self) -> Article | None:
        """The article at hand, once it is read."""
        raise NotImplementedError

    @property
    def article_id(self) -> ArticleId | None:
        """The article at hand, read or not."""
        raise NotImplementedError

    @property
    def asked(self) -> Query | None:
        """The search of now."""
        raise NotImplementedError

    def passage(self) -> str | None:
        """Give the text that is meant now."""
        raise NotImplementedError

    def warn(self, sentences: Iterable[str]) -> None:
        """Say what the user should know, each sentence for long enough to be read."""
        for sentence in sentences:
            self.notify(sentence, severity="warning", markup=False, timeout=_LONG)

    def on_session_noted(self, event: events.Noted) -> None:
        """Say what the library has to say besides answers."""
        self.warn(event.sentences)

    def show_mark(self, article: ArticleId | None) -> None:
        """Show which article is marked for comparing."""
        raise NotImplementedError

    def offers(self, action: str) -> bool:
        """Tell whether an action makes sense now."""
        if action in NEEDS_ARTICLE:
            return self.article_id is not None
        if action in NEEDS_ADDRESS:
            return self.article is not None and handoff.web_address(self.article) is not None
        return True

    def inform(self, text: str, *, warning: bool = False) -> None:
        """Say something in passing."""
        self.notify(text, markup=False, severity="warning" if warning else "information")

    def compare(self, left: ArticleId, right: ArticleId) -> None:
        """Lay two articles side by side."""
        from tui.screens.comparison.screen import CompareScreen  # noqa: PLC0415 - seldom the first thing seen

        self.app.push_screen(CompareScreen(self.session.desk, left, right, self.asked))

    def on_session_synced(self, event: events.Synced) -> None:
        """Make the first comparison open as quickly as those after it, now that nothing waits."""
        del event
        self.run_worker(self._load_compare())

    async def _load_compare(self) -> None:
        loaded = await asyncio.to_thread(import_module, "tui.screens.comparison.screen")
        styles = Path(loaded.__file__ or "").with_name(loaded.CompareScreen.CSS_PATH)
        if not self.app.stylesheet.has_source(str(styles)):
            self.app.stylesheet.read(styles)

    def on_session_resolved(self, event: events.Resolved) -> None:
        """Compare two articles that were named."""
        self.compare(event.left, event.right)

    def on_session_refused(self, event: events.Refused) -> None:
        """Say why there is no comparison."""
        self.inform(f"Nothing to compare: {event.error}", warning=True)

    def action_compare_best(self) -> None:
        """Look for the best counterpart; the comparison opens when it is found."""
        if self.article_id is not None:
            self.session.ranking.ask(self.article_id)

    def on_session_ranked(self, event: events.Ranked) -> None:
        """Compare with the best counterpart."""
        if event.article != self.article_id:
            return
        if event.rivals:
            self.compare(event.article, event.rivals[0].id)
        else:
            self.inform("No article of another source is near this one; C lists them all.")

    def action_compare_with(self) -> None:
        """Let the user pick the article to compare with."""
        from tui.screens.picker.article_picker import PickerScreen  # noqa: PLC0415 - seldom needed

        if (article := self.article_id) is None:
            return

        def picked(other: ArticleId | None) -> None:
            if other is not None:
                self.compare(article, other)

        self.app.push_screen(PickerScreen(self.session.desk, article), picked)

    @property
    def _lowest(self) -> ArticleActions:
        """The lowest such screen, which lies under the others and knows what is marked."""
        return next(one for one in self.app.screen_stack if isinstance(one, ArticleActions))

    @property
    def marked(self) -> ArticleId | None:
        """The article that is marked for comparing, on whichever screen that was done."""
        return self._lowest._marked  # noqa: SLF001 - of the same class

    def action_mark(self) -> None:
        """Mark for comparing; the second mark compares, the same one again takes it back."""
        article, marked = self.article_id, self.marked
        if article is None:
            return
        self._lowest._marked = article if marked is None else None  # noqa: SLF001 - see above
        for screen in self.app.screen_stack:
            if isinstance(screen, ArticleActions):
                screen.show_mark(self.marked)
        if marked is None:
            self.inform("Marked ⇄: press m on another article to compare the two.")
        elif marked != article:
            self.compare(marked, article)

    def action_copy_passage(self) -> None:
        """Copy what is selected, or the paragraph at hand, with where it is from."""
        text = self.passage()
        if self.article is None or not text:
            return
        if handoff.copy(self.app, citation(self.article, text)):
            self.inform("Copied the passage with its citation.")

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        address = handoff.web_address(self.article) if self.article is not None else None
        if address is not None and handoff.copy(self.app, address):
            self.inform(f"Copied {address}")

    def action_browse(self) -> None:
        """Open the article's address in the browser."""
        if self.article is not None and (address := handoff.web_address(self.article)):
            self.app.open_url(address)
            self.inform(f"Asked the browser to open {address}")

    def action_edit(self) -> None:
        """Open the article's file in the user's editor; look for changes afterwards."""
        if self.article is None:
            return
        command = handoff.editor()
        if command is None:
            self.inform("There is no editor: set the variable EDITOR.", warning=True)
            return
        path = handoff.article_file(self.session.desk.library, self.article)
        try:
            handoff.edit(self.app, command, path)
        except (OSError, SuspendNotSupported) as error:
            self.inform(f"The editor could not be started: {error}", warning=True)
        self._lowest.session.sync()
