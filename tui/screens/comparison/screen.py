"""The compare screen: two articles facing each other, linked where they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.commands import bindings, of
from tui.render.comparison import MEETS
from tui.screens.comparison import text
from tui.screens.comparison.link_cursor import Together
from tui.screens.comparison.panelled import Panelled
from tui.screens.key_hints import hints
from tui.screens.picker.article_picker import PickerScreen
from tui.settings import COLUMN
from tui.terminal import handoff
from tui.widgets.column import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.masthead import Masthead
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId, Desk, Query
    from tui.commands import Home
    from tui.render.comparison import Side
    from tui.screens.comparison.view_model import Opened

TWO_COLUMNS_FROM = 80
"""Cells of the window; narrower shows one article, with a drawer."""

_NEEDS_BOTH = frozenset(c.action for c in of("compare")) - {"back", "compare_with"}


class CompareScreen(Panelled):
    """Shows two articles of a library side by side; see `Comparing` for what it takes."""

    CSS_PATH = "comparison.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    AUTO_FOCUS = "#left"

    def __init__(
        self, desk: Desk, left: ArticleId, right: ArticleId, query: Query | None = None
    ) -> None:
        super().__init__(desk, left, right, query)
        self._drawer_wanted = False
        self._said = ""
        self._due = False

    def compose(self) -> ComposeResult:
        """Lay out heads, columns, drawer, panel and the line of keys."""
        with Container(id="spread"):
            with Vertical(id="body"):
                yield Masthead()
                with Horizontal(id="columns"):
                    yield Column(id="left")
                    yield Static(id="between")
                    yield Column(id="right").add_class("-across")
                yield Column(id="drawer")
            yield Panel(id="panel")
        yield Static(id="notice", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for the comparison."""
        left, right = (self.query_one(f"#{name}", Column) for name in ("left", "right"))
        self.together = Together(left, right, self.query_one("#drawer", Column))
        self.query_one(Masthead).tooltip = MEETS
        self.fit()
        self.bindings_updated_signal.subscribe(self, lambda _: self._hint())
        self.ask(self.pair)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        first: tuple[Home, Home] = "compare", "panel"
        return (*(reversed(first) if self.in_panel else first), "pane", "app")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        if action not in _NEEDS_BOTH:
            return True
        found = self.opened
        if found is None or self.has_class("-notice"):
            return False
        if action in {"next_link", "previous_link", "follow_link"}:
            return bool(found.comparison.links)
        if action in {"next_match", "previous_match"}:
            return bool(found.matches)
        return True

    def _hint(self) -> None:
        self.query_one(KeyLine).show(hints(self.active_bindings))

    def show(self, found: Opened) -> None:
        """Show another comparison from its beginning."""
        self._said = ""
        self.query_one(Panel).show(found.comparison)
        self.together.open(found)
        self._head()
        if self.focused is None:
            self.set_focus(self.together.column(self.together.side), scroll_visible=False)

    def say(self, text: str) -> None:
        """Say something in the rule below the heads."""
        self._said = text
        self._head()

    def on_resize(self, event: events.Resize) -> None:
        """Choose what fits; the columns ask to be laid out when they have their new room."""
        del event
        self.fit()

    def fit(self) -> None:
        """Choose what is shown in the room there is."""
        self.arrange_panel(self.size.width)
        single = self._drawer_wanted or self.size.width < TWO_COLUMNS_FROM
        self.set_class(single, "-single")
        self.together.single = single
        for side in ("left", "right"):
            self.together.column(side).set_class(side != self.together.side, "-across")
        self._head()

    def on_column_resized(self) -> None:
        """Lay out for the new room, once for all columns."""
        if not self._due:
            self._due = True
            self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        self._due = False
        self.together.lay_out()
        self._head()

    def on_column_moved(self, event: Column.Moved) -> None:
        """Let the other side answer."""
        if (side := self._side_of(event.column)) is not None:
            self.together.moved(side)

    def on_column_picked(self, event: Column.Picked) -> None:
        """Choose what was clicked."""
        side = self._side_of(event.column)
        if side is None:
            self.together.pick_across(event.sentence)
        else:
            self.together.pick(side, event.sentence, event.link)
        self.show_side("")

    def on_column_unfolded(self, event: Column.Unfolded) -> None:
        """Show what was clicked on in full."""
        if (side := self._side_of(event.column)) is not None:
            self.together.unfold(side, event.sentence)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take the column in focus for the side in use."""
        side = self._side_of(event.widget)
        if side is not None and side != self.together.side and event.widget is self.focused:
            self.together.cross()
            self._head()

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run the hint that was clicked."""
        self.call_later(self.run_action, event.action)

    @staticmethod
    def _side_of(widget: object) -> Side | None:
        name = getattr(widget, "id", None)
        return name if name in ("left", "right") else None

    def show_side(self, said: str) -> None:
        """Show the side in use, with a word on what was just done."""
        self._said = said
        self.fit()
        self.set_focus(self.together.column(self.together.side), scroll_visible=False)

    def _head(self) -> None:
        if self.opened is None:
            return
        together, found = self.together, self.opened
        heavy = 0 if together.single or together.side == "left" else 1
        self.query_one(Masthead).show(
            text.heads(found, together), heavy, text.rule_notes(found, together, self._said)
        )
        self.query_one("#drawer", Column).border_title = Content(
            text.drawer_title(found, together.here, together.side)
        )

    def action_next_link(self) -> None:
        """Choose the next link."""
        self.show_side(self.together.walk(1))

    def action_previous_link(self) -> None:
        """Choose the link before."""
        self.show_side(self.together.walk(-1))

    def action_follow_link(self) -> None:
        """Go to the other end of the chosen link."""
        followed = self.together.follow_link()
        self.show_side("" if followed else "} chooses a link first")

    def action_other_side(self) -> None:
        """Go to the other side."""
        if not self.in_panel:
            self.together.cross()
        self.show_side("")

    def action_next_match(self) -> None:
        """Go to the next match on either side."""
        self._walk_matches(1)

    def action_previous_match(self) -> None:
        """Go to the match before on either side."""
        self._walk_matches(-1)

    def _walk_matches(self, direction: int) -> None:
        found = self.together.walk_matches(direction)
        self.show_side("" if found else "nothing to light on either side")

    def action_scrolling(self) -> None:
        """Take the next way for one side to answer when the other is moved."""
        motions = list(text.MOTIONS)
        at = motions.index(self.together.motion)
        self.together.motion = motions[(at + 1) % len(motions)]
        self.together.keep_offset()
        self.together.lay_out()
        self.show_side("")

    def action_showing(self) -> None:
        """Show all sentences, only those that meet, or only those without a match."""
        shows = list(text.SHOWS)
        self.together.show = shows[(shows.index(self.together.show) + 1) % len(shows)]
        self.together.fold()
        self.together.lay_out()
        self.show_side("")

    def action_rows(self) -> None:
        """Align rows by link, or let the text flow."""
        self.together.aligned = not self.together.aligned
        self.together.lay_out()
        self.show_side("")

    def action_swap(self) -> None:
        """Swap the sides."""
        if self.opened is None or self.waiting:
            return
        self.pair = self.pair[1], self.pair[0]
        self.opened = self.light(self.opened.comparison.mirrored())
        self.query_one(Panel).show(self.opened.comparison)
        self.together.swap(self.opened)
        self.show_side("")

    def action_against(self) -> None:
        """Set the sources of both articles against each other over the whole library."""
        from tui.screens.keyness.screen import ContrastScreen  # noqa: PLC0415 - seldom needed

        if self.opened is None:
            return
        found = self.opened.comparison
        names = found.left.source, found.right.source
        if names[0] == names[1]:
            self.show_side("both are of one source")
        else:
            self.app.push_screen(ContrastScreen(self.desk, names, COLUMN))

    def action_drawer(self) -> None:
        """Show one article with a drawer, or both."""
        self._drawer_wanted = not self._drawer_wanted
        self.show_side("")

    def action_compare_with(self) -> None:
        """Choose another article for the side across."""
        side = self.together.side
        kept = self.pair[0 if side == "left" else 1]

        def take(chosen: ArticleId | None) -> None:
            if chosen is not None:
                self.ask((kept, chosen) if side == "left" else (chosen, kept))

        self.app.push_screen(PickerScreen(self.desk, kept), take)

    def action_copy_passage(self) -> None:
        """Copy what is chosen, with its citation, from both sides if it is linked."""
        if self.opened is None or self.together.choice is None:
            self.show_side("} chooses what to copy")
            return
        passages, count = text.passages(self.opened, self.together.choice)
        copied = handoff.copy(self.app, passages)
        self.show_side("" if not copied else "copied" if count == 1 else "copied both passages")

    def action_back(self) -> None:
        """Leave the panel, which closes where it was opened over the text; else leave."""
        if not self.leave_panel():
            self.dismiss(None)
