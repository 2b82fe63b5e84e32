"""A screen of commands: which make sense now, what it asks of the app, and what it says in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.screen import Screen

from tui.commands import allowed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.content import Content

    from search import ArticleId
    from tui.commands import Home, Need
    from tui.routes import LibraryRoute, Route
    from tui.widgets.key_line import KeyLine

_LONG = 15.0
"""Seconds that a warning stands: long enough to be read."""


class CommandScreen(Screen[None]):
    """A screen whose keys and what they need stand in the table of commands.

    Attributes:
        HOME: where its commands live in that table.
    """

    HOME: ClassVar[Home]

    class Go(Message):
        """The user wants to be somewhere else; what is here stays below."""

        def __init__(self, route: Route) -> None:
            super().__init__()
            self.route = route

    class Searched(Message):
        """The user has gone on to what a search found."""

        def __init__(self, route: LibraryRoute) -> None:
            super().__init__()
            self.route = route

    class SearchLeft(Message):
        """Another search is shown from now on; this is where the user was in the one before."""

        def __init__(self, route: LibraryRoute) -> None:
            super().__init__()
            self.route = route

    class Idle(Message):
        """Nothing is waited for, so that what may be needed can be loaded."""

    class GoOn(Message):
        """The user wants the next (1) or the previous (-1) entry of the list that lies below."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class ChooseArticle(Message):
        """An article is to be chosen that goes with another; `take` gets it, if one is."""

        def __init__(
            self, article: ArticleId, take: Callable[[ArticleId], None], *, same_story: bool = False
        ) -> None:
            super().__init__()
            self.article = article
            self.take = take
            self.same_story = same_story

    class ChooseSource(Message):
        """One of several sources is to be chosen; `take` gets it, if one is, None for the unknown."""

        def __init__(
            self,
            heading: str,
            counts: Sequence[tuple[str | None, int]],
            take: Callable[[str | None], None],
        ) -> None:
            super().__init__()
            self.heading = heading
            self.counts = counts
            self.take = take

    class ShowText(Message):
        """A text is to be laid over the screen."""

        def __init__(self, heading: str, text: Content) -> None:
            super().__init__()
            self.heading = heading
            self.text = text

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        raise NotImplementedError

    @property
    def route(self) -> Route:
        """Where the user is, so that they can come back to it."""
        raise NotImplementedError

    def has(self, need: Need) -> bool:
        """Tell whether there is what a command needs."""
        raise NotImplementedError

    def next_entry(self, step: int) -> Route | None:
        """Go on in the list that is shown, if one is; give where the entry that is current leads."""
        del step
        return None

    def show_entry(self, route: Route) -> None:
        """Show another entry of the list below in place of the one shown, if this shows any."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        return allowed(self.HOME, action, self.has)

    async def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run a hint that was clicked, where its key would have run it."""
        for node, binding, enabled, _ in self.active_bindings.values():
            if binding.action == event.action and enabled:
                await self.app.run_action(event.action, node)
                return

    def go(self, route: Route) -> None:
        """Ask the app to go somewhere else."""
        self.post_message(self.Go(route))

    def inform(self, text: str, *, warning: bool = False) -> None:
        """Say something in passing."""
        self.notify(text, markup=False, severity="warning" if warning else "information")

    def warn(self, sentences: Iterable[str]) -> None:
        """Say what the user should know, each sentence for long enough to be read."""
        for sentence in sentences:
            self.notify(sentence, severity="warning", markup=False, timeout=_LONG)
