"""The screen of stories: one row a story, in the order of a search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from search import ClaimsOf, FoundArticles, StoriesOf, StoryOf
from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.render import safe
from tui.routes import Lighting, StoryRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.stories import text
from tui.session.latest import Latest
from tui.session.requests import ExportOffer
from tui.widgets.key_line import KeyLine
from tui.widgets.story_list import StoryList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import SearchError, StoryHead
    from tui.commands import Home, Need
    from tui.routes import StoriesRoute
    from tui.session.surroundings import Surroundings


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A request for stories, as they were grouped last or, with `gather`, brought up to date."""

    gather: bool


@dataclass(frozen=True, slots=True)
class _Told:
    stories: list[StoryHead]
    articles: int


class StoriesScreen(CommandScreen):
    """Shows the stories of what a search finds."""

    CSS_PATH = "stories.tcss"
    HOME: ClassVar[Home] = "stories"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("stories")]
    AUTO_FOCUS = "#stories"

    def __init__(self, route: StoriesRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._route = route
        self._desk = surroundings.desk
        self._gathered = False
        self._looks: Latest[_Look, _Told] = Latest(self, self._find, self._show, self._fail)

    def compose(self) -> ComposeResult:
        """Head, stories, footer."""
        with Horizontal(id="head"):
            yield Static("stories", id="brand", markup=False)
            yield Static(Content(safe(self._route.search)), id="search", markup=False)
            yield RoomyLabel("", id="figures", markup=False)
        yield StoryList(id="stories")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the stories as they were grouped last, then bring them up to date."""
        self._list.show_note(text.GATHERING)
        self._looks.ask(_Look(gather=False))

    def on_screen_resume(self) -> None:
        """Count again what is unread, after versions were read."""
        if self._list.total:
            self._looks.ask(_Look(gather=False))

    def on_unmount(self) -> None:
        """Stop grouping."""
        self._looks.forget()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("stories", "pane", "app")

    @property
    def route(self) -> StoriesRoute:
        """The search whose stories are shown."""
        return self._route

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present: a story."""
        return need == "story" and self._list.total > 0

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the current story, its claims, the list, or all its articles."""
        story, search = self._list.current, self._route.search
        found = [
            ExportOffer(
                "this list of stories", StoriesOf(search, self._route.sort), f"stories {search}"
            ),
            ExportOffer("the articles of these stories", FoundArticles(search), search),
        ]
        if story is None:
            return found
        return [
            ExportOffer("this story", StoryOf(story.article), story.title),
            ExportOffer("its claims", ClaimsOf(story.article), f"claims {story.title}"),
            *found,
        ]

    def on_story_list_opened(self) -> None:
        """Show the versions of the story that was double-clicked."""
        self.action_open_story()

    def action_open_story(self) -> None:
        """Show the versions of the current story."""
        story, search = self._list.current, self._route.search
        if story is not None:
            self.go(StoryRoute(story.article, Lighting(search) if search else None))

    def action_back(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    @property
    def _list(self) -> StoryList:
        return self.query_one(StoryList)

    def _find(self, look: _Look) -> _Told:
        groups = self._desk.story_groups
        answer = self._desk.search(self._route.search, self._route.sort)
        if look.gather:
            groups.gather(lambda: self._looks.overtaken(look), answer.query)
        rows = answer.found.rows(0, text.MOST)
        read = self._desk.marks.sets().read
        stories = groups.heads([row.head.id for row in rows if row is not None], read)
        return _Told(stories, answer.total)

    def _show(self, look: _Look, told: _Told) -> None:
        if told.stories:
            self._list.show(told.stories)
        elif look.gather:
            self._list.show_note(text.NONE)
        if told.stories or look.gather:
            unread = sum(story.unread > 0 for story in told.stories)
            figures = text.figures(len(told.stories), unread, told.articles)
            self.query_one("#figures", Static).update(figures)
        self.refresh_bindings()
        if look.gather:
            self._gathered = True
            self.warn(self._desk.hear())  # of which articles they are, where those are many
        elif not self._gathered:
            # Also after a count of what is unread that a gathering gave way to.
            self._looks.ask(_Look(gather=True))

    def _fail(self, look: _Look, error: SearchError) -> None:
        del look
        self._list.show_note(f"The stories can't be shown.\n\n{error}")
