"""The base of all screens with commands: which are offered, and what is asked of the app."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.screen import Screen

from tui.commands import allowed
from tui.routes import NotesRoute
from tui.session.background import in_background
from tui.session.change_queue import ChangeQueue
from tui.session.mark_changes import toggle, toggled
from tui.session.requests import ExportOffer, ScreenPicture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.content import Content

    from search import ArticleId, ArticleLink, Desk, MeetingPassage
    from tui.commands import Home, Need
    from tui.controls.entry_list import ListEntry
    from tui.routes import LibraryRoute, Route
    from tui.screens.kept_dialog import Keep
    from tui.session.mark_changes import ChosenArticle, Sign
    from tui.session.requests import MeetingRequest, PipeRequest

_LONG = 15.0
"""Seconds that a warning is shown: long enough to read it."""


class CommandScreen(Screen[None]):
    """A screen whose commands and their needs are defined in the table of commands.

    Args:
        desk: gives the library; called in a thread.

    Attributes:
        HOME: the home of its commands in that table.
        changes: makes changes of marks.
    """

    HOME: ClassVar[Home]

    @dataclass(eq=False)
    class Go(Message):
        """Asks the app to open a route on top of this screen."""

        route: Route

    @dataclass(eq=False)
    class Searched(Message):
        """The user has used the results of a search, which makes it a place to come back to."""

        route: LibraryRoute

    @dataclass(eq=False)
    class SearchLeft(Message):
        """Another search is now shown; `route` is where the user was in the previous one."""

        route: LibraryRoute

    class Opened(Message):
        """The library is open."""

    class Idle(Message):
        """Nothing is being loaded, so that the app can load what may be needed next."""

    @dataclass(eq=False)
    class GoOn(Message):
        """Asks for the next (1) or previous (-1) entry of the list on the screen below."""

        step: int

    class ChooseArticle(Message):
        """Asks the user to choose an article to go with another; `take` gets the choice, if any."""

        def __init__(
            self, article: ArticleId, take: Callable[[ArticleId], None], *, same_story: bool = False
        ) -> None:
            super().__init__()
            self.article = article
            self.take = take
            self.same_story = same_story

    @dataclass(eq=False)
    class ChooseSource(Message):
        """Asks the user to choose a source; `take` gets it, None for the unknown source."""

        heading: str
        counts: Sequence[tuple[str | None, int]]
        take: Callable[[str | None], None]

    @dataclass(eq=False)
    class WriteNote(Message):
        """Asks the user to write or change a note; `keep` gets it if it is to change, empty to remove it."""

        heading: str
        quote: str
        text: str
        keep: Keep[str]

    @dataclass(eq=False)
    class ChooseTags(Message):
        """Asks the user for the tags of an article; `keep` gets them, if they are to change.

        `known` gives all tags with how many articles have each; it is called in a thread.
        """

        heading: str
        tags: Sequence[str]
        known: Callable[[], Mapping[str, int]]
        keep: Keep[tuple[str, ...]]

    class AskLine(Message):
        """Asks the user for a line; `keep` gets it, if any; see the screen of this name."""

        def __init__(
            self,
            heading: str,
            proposed: str,
            doubt: Callable[[str], str | None],
            keep: Keep[str],
        ) -> None:
            super().__init__()
            self.heading = heading
            self.proposed = proposed
            self.doubt = doubt
            self.keep = keep

    class ShowText(Message):
        """Asks the app to show a text over the screen."""

        def __init__(self, heading: str, text: Content) -> None:
            super().__init__()
            self.heading = heading
            self.text = text

    class TakeOut(Message):
        """Asks the user what to take out of the screen, and does it; the first offer is chosen."""

        def __init__(self, offers: Sequence[ExportOffer]) -> None:
            super().__init__()
            self.offers = offers

    class ShowMeeting(Message):
        """Asks for what meets a passage; one of the two is called if the user chooses a passage."""

        def __init__(
            self,
            request: MeetingRequest,
            go_to: Callable[[MeetingPassage], None],
            compare: Callable[[MeetingPassage], None],
        ) -> None:
            super().__init__()
            self.request = request
            self.go_to = go_to
            self.compare = compare

    class ShowPassages(Message):
        """Shows passages for the user to choose one; its place among them goes to one of the two."""

        def __init__(
            self,
            heading: str,
            entries: Sequence[ListEntry],
            go_to: Callable[[int], None],
            compare: Callable[[int], None],
        ) -> None:
            super().__init__()
            self.heading = heading
            self.entries = entries
            self._go_to = go_to
            self._compare = compare

        def taken(self, chosen: tuple[int, bool] | None) -> None:
            """Go to the passage of a place or, where the second says so, compare it."""
            if chosen is not None:
                place, compare = chosen
                (self._compare if compare else self._go_to)(place)

    class ShowLinks(Message):
        """Shows links for the user to choose one; its address goes to one of the two."""

        def __init__(
            self,
            links: Sequence[ArticleLink],
            browse: Callable[[str], None],
            copy: Callable[[str], None],
        ) -> None:
            super().__init__()
            self.links = links
            self.browse = browse
            self.copy = copy

    class AskCommand(Message):
        """Asks the user for a command line; `take` gets it."""

        def __init__(self, take: Callable[[PipeRequest], None]) -> None:
            super().__init__()
            self.take = take

    def __init__(self, desk: Callable[[], Desk]) -> None:
        super().__init__()
        self.changes = ChangeQueue(desk)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        raise NotImplementedError

    @property
    def route(self) -> Route:
        """Where the user is, to be able to come back."""
        raise NotImplementedError

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present."""
        raise NotImplementedError

    @property
    def chosen(self) -> ChosenArticle | None:
        """The article that marks are for; None where there is none."""
        return None

    def marks_kept(self, article: ArticleId) -> None:
        """Show what is marked of an article by now; nothing to do where no marks are shown."""

    def _toggle(self, sign: Sign) -> None:
        if (chosen := self.chosen) is None:
            self.inform("There is no article here to mark.")
        else:
            in_background(self, self._change_mark, sign, chosen)

    action_toggle_read = partialmethod(_toggle, "read")
    action_toggle_star = partialmethod(_toggle, "starred")

    async def _change_mark(self, sign: Sign, chosen: ChosenArticle) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        try:
            marks = await self.changes.make(toggle(chosen.id, sign))
        except SearchError as error:
            self.inform(str(error), warning=True)
            return
        self.inform(toggled(sign, marks, chosen.label))
        self.marks_kept(chosen.id)

    def next_entry(self, step: int) -> Route | None:
        """Move on in the screen's list, if it has one; give the route of the then current entry."""
        del step
        return None

    def show_entry(self, route: Route) -> None:
        """Show another entry of the list below instead, if this screen shows one."""

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out of here."""
        return []

    def action_export(self) -> None:
        """Let the user take something out."""
        picture = ExportOffer("this screen, as a picture", ScreenPicture(), f"diptych {self.HOME}")
        self.post_message(self.TakeOut([*self.offers, picture]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed(self.HOME, action, self.has)

    async def finish(self) -> None:
        """Keep what isn't kept yet, as the app ends."""
        await self.changes.finish()

    def go(self, route: Route) -> None:
        """Ask the app to open a route."""
        self.post_message(self.Go(route))

    def action_notes(self) -> None:
        """Go to all notes."""
        self.go(NotesRoute())

    def inform(self, text: str, *, warning: bool = False) -> None:
        """Show a short message."""
        self.notify(text, markup=False, severity="warning" if warning else "information")

    def warn(self, sentences: Iterable[str]) -> None:
        """Show warnings, one notification each, long enough to be read."""
        for sentence in sentences:
            self.notify(sentence, severity="warning", markup=False, timeout=_LONG)
