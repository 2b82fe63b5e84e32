"""The story screen: all versions of one story, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from search import ClaimsOf, NamedArticles, StoryOf
from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.render import safe
from tui.routes import ArticleRoute, ComparisonRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.story import text
from tui.screens.story.claims_view import ClaimsView
from tui.session import mark_changes
from tui.session.latest import Latest
from tui.session.mark_changes import ChosenArticle
from tui.session.requests import ExportOffer
from tui.terminal import handoff
from tui.widgets.key_line import KeyLine
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId, SearchError, Story, Version
    from tui.commands import Home, Need
    from tui.routes import StoryRoute
    from tui.session.surroundings import Surroundings


BESIDE_FROM = 100
"""Cells of the window; if it is narrower, versions or claims are shown."""


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A request for the story, after a change if there is one; `change` gives a message."""

    change: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    story: Story | None
    versions: tuple[Version, ...]
    message: str


class StoryScreen(CommandScreen):
    """Shows the story of the article the user comes from."""

    CSS_PATH = "story.tcss"
    HOME: ClassVar[Home] = "story"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("story")]
    AUTO_FOCUS = "#versions"

    def __init__(self, route: StoryRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._route = route
        self._article = route.article
        self._desk = surroundings.desk
        self._requests: Latest[_Look, _Told] = Latest(
            self, self._update_story, self._show_result, self._fail
        )
        self._changing = False
        self._title = "story"
        self._claims = ClaimsView(self, self._desk, route.article, route.lighting)

    def compose(self) -> ComposeResult:
        """Head, why this is one story, its versions and claims, footer."""
        with Horizontal(id="head"):
            yield Static("versions of", id="brand", markup=False)
            yield Static("", id="title", markup=False)
            yield RoomyLabel("", id="figures", markup=False)
        yield Static("", id="why", markup=False)
        with Horizontal(id="body"):
            yield Timeline(id="versions")
            yield from self._claims.compose()
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Load the story; grouping the library into stories takes a while the first time."""
        self._arrange(self.app.size.width)
        self.query_one(Timeline).show_note(text.GATHERING)
        self._requests.ask(_Look())

    def on_unmount(self) -> None:
        """Stop grouping and comparing."""
        self._requests.forget()
        self._claims.forget()

    def on_resize(self, event: events.Resize) -> None:
        """Show versions and claims side by side, or one of them."""
        self._arrange(event.size.width)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        if self._claims.focused:
            return ("claims", "story", "pane", "app")
        return ("story", "pane", "app")

    @property
    def route(self) -> StoryRoute:
        """The story that is shown."""
        return self._route

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present; among the claims no version is current."""
        total = self.query_one(Timeline).total
        match need:
            case "claims":
                return self._claims.matrix.total > 0
            case "story":
                return total > 0
            case _:
                return not self._claims.focused and total >= (2 if need == "versions" else 1)

    @property
    def chosen(self) -> ChosenArticle | None:
        """The current version."""
        version = self.query_one(Timeline).current
        return ChosenArticle(version.head.id, version.head.label) if version is not None else None

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the story, or the current version."""
        version = self.query_one(Timeline).current
        claims = ExportOffer("its claims", ClaimsOf(self._article), f"claims {self._title}")
        offers = [ExportOffer("this story", StoryOf(self._article), self._title)]
        offers = [claims, *offers] if self._claims.focused else [*offers, claims]
        if version is not None:
            head = version.head
            offers.append(ExportOffer("this version", NamedArticles((head.id,)), head.label))
        return offers

    def next_entry(self, step: int) -> ArticleRoute | None:
        """Move on in the list while a version is read; give the route of the then current one."""
        timeline = self.query_one(Timeline)
        timeline.go(timeline.index + step)
        version = timeline.current
        return ArticleRoute(version.head.id, self._route.lighting) if version is not None else None

    def on_timeline_opened(self) -> None:
        """Read the version that was double-clicked."""
        self.action_open_version()

    def on_claim_matrix_opened(self) -> None:
        """Show the sentences of the current claim."""
        self._claims.open()

    def on_claim_matrix_moved(self) -> None:
        """Say who tells the claim that is current now."""
        self._claims.moved()

    def on_descendant_focus(self) -> None:
        """Show what has the focus, where there is room for one of the two only."""
        self.set_class(self._claims.focused, "-at-claims")
        self.refresh_bindings()

    def action_other_view(self) -> None:
        """Go to the claims, or back to the versions."""
        matrix, timeline = self._claims.matrix, self.query_one(Timeline)
        to_claims = not self._claims.focused
        self.set_class(to_claims, "-at-claims")
        self.set_focus(matrix if to_claims else timeline)

    def on_claim_matrix_copied(self) -> None:
        """Copy the current claim."""
        copied = self._claims.copied()
        if copied is not None and handoff.copy(self.app, copied):
            self.inform("Copied the claim with who tells it.")

    def action_open_version(self) -> None:
        """Read the current version."""
        version = self.query_one(Timeline).current
        if version is not None:
            self.go(ArticleRoute(version.head.id, self._route.lighting))

    def action_compare_best(self) -> None:
        """Compare the current version with the one the user came from."""
        version = self.query_one(Timeline).current
        if version is None:
            return
        if version.head.id == self._article:
            self.inform("This is the version you came from: choose another to compare it with.")
        else:
            self.go(ComparisonRoute(self._article, version.head.id, self._route.lighting))

    def action_split(self) -> None:
        """Remove the current version from the story."""
        version = self.query_one(Timeline).current
        if version is not None:
            self._change(lambda: self._split(version))

    def action_merge(self) -> None:
        """Let the user choose an article that has the same story."""
        self.post_message(
            self.ChooseArticle(
                self._article,
                lambda other: self._change(lambda: self._merge(other)),
                same_story=True,
            )
        )

    def action_undo(self) -> None:
        """Take back what was marked, split or merged last."""
        self._change(self._undo)

    def action_back(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    def _arrange(self, width: int) -> None:
        self.set_class(width < BESIDE_FROM, "-one")
        self.call_after_refresh(self._claims.fit)

    def _change(self, change: Callable[[], str]) -> None:
        """Make a change and load the story again; one at a time, as each affects the next."""
        if not self._changing:
            self._changing = True
            self._requests.ask(_Look(change))

    def _split(self, version: Version) -> str:
        self._desk.story_groups.split(version.head.id)
        return f"{text.name(version)} is a story of its own now; U takes that back."

    def _merge(self, other: ArticleId) -> str:
        self._desk.story_groups.merge(self._article, other)
        return "The two are one story now; U takes that back."

    def _undo(self) -> str:
        what = mark_changes.take_back(self._desk)
        if what is None and self._desk.story_groups.undo():
            return "Took back the last split or merge, of an earlier session."
        return mark_changes.taken_back(what)

    def _update_story(self, request: _Look) -> _Told:
        groups = self._desk.story_groups
        message = request.change() if request.change is not None else ""
        groups.gather(lambda: self._requests.overtaken(request))
        story = groups.story(self._article)
        return _Told(story, tuple(groups.timeline(self._article)), message)

    def _show_result(self, request: _Look, result: _Told) -> None:
        del request
        self._changing = False
        timeline = self.query_one(Timeline)
        if result.story is None:
            timeline.show_note(text.NONE)
        else:
            timeline.show(result.versions, self._article)
            timeline.border_title = text.span(result.story)
            self._claims.ask(len(result.versions))
            self._title = result.story.title
            self.query_one("#title", Static).update(Content(safe(result.story.title)))
            self.query_one("#figures", Static).update(text.figures(result.story))
            self.query_one("#why", Static).update(Content(safe(text.why(result.story))))
        if result.message:
            self.inform(result.message)
        self.refresh_bindings()

    def _fail(self, request: _Look, error: SearchError) -> None:
        self._changing = False
        if request.change is None:
            self.query_one(Timeline).show_note(f"This story can't be shown.\n\n{error}")
        else:
            self.inform(str(error), warning=True)
