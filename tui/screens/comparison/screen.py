"""The comparison screen: two articles side by side, with links between their sentences."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from tui.commands import bindings
from tui.routes import ComparisonRoute, KeynessRoute
from tui.screens.comparison import text
from tui.screens.comparison.column_layout import side_of
from tui.screens.comparison.guide import Guide
from tui.screens.comparison.heads import Heads
from tui.screens.comparison.judging import Judging
from tui.screens.comparison.link_commands import LinkCommands
from tui.screens.comparison.link_cursor import LinkCursor
from tui.screens.comparison.notice import Notice
from tui.screens.comparison.noting import Noting
from tui.screens.comparison.pair_request import PairRequest
from tui.screens.comparison.pair_words import PairWords
from tui.screens.comparison.panel_place import PanelPlace
from tui.screens.comparison.sides_shown import side_by_side
from tui.screens.comparison.view_model import chosen_ends, places_of
from tui.session.export_offers import offers_of_pair
from tui.terminal import handoff
from tui.widgets.column import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.masthead import Masthead
from tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId
    from tui.commands import Home, Need
    from tui.screens.comparison.view_model import ComparisonView
    from tui.session.mark_changes import ChosenArticle
    from tui.session.requests import ExportOffer
    from tui.session.surroundings import Surroundings


class ComparisonScreen(LinkCommands):
    """Shows two articles side by side, or `#notice` while there is no comparison."""

    CSS_PATH = "comparison.tcss"
    HOME: ClassVar[Home] = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    AUTO_FOCUS = "#left"
    heads: Heads
    noting: Noting

    def __init__(self, route: ComparisonRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._desk = surroundings.desk
        self._route = route
        self._drawer_wanted = self._layout_due = False
        self._citation, self._hints = surroundings.citation, surroundings.hints
        self._notice = Notice(self)
        self._words = PairWords(self, surroundings.lists)
        self.panel_place = PanelPlace(self, surroundings.panel)
        self.request = PairRequest(
            self,
            self._desk,
            (route.left, route.right),
            route.lighting,
            self._show,
            lambda: self._notice.wait(self),
            lambda error: self._notice.fail(self, error),
        )

    def compose(self) -> ComposeResult:
        with Container(id="spread"):
            with Vertical(id="body"):
                yield Masthead()
                yield Static(id="legend", markup=False)
                with Horizontal(id="columns"):
                    yield Column(id="left")
                    yield Static(id="between")
                    yield Column(id="right").add_class("-across")
                yield Static(id="noted", markup=False)
                yield Column(id="drawer")
            yield Panel(id="panel")
        yield Static(id="notice", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        left, right = (self.query_one(f"#{name}", Column) for name in ("left", "right"))
        self.cursor = LinkCursor(left, right, self.query_one("#drawer", Column))
        self.cursor.wanted = self._route.link
        self.heads = Heads(self, self.cursor)
        shown = self._desk, self.request, self.cursor
        self.noting = Noting(self, *shown, self._lay_out, self._judge_again)
        self.judging = Judging(self, *shown, self.noting.do, self._show_again)
        self.guide = Guide(self, self.cursor, self._hints)
        self._fit()
        self.request.ask(self.request.pair)

    @property
    def homes(self) -> tuple[Home, ...]:
        if self.panel_place.focused:
            return ("panel", "compare", "pane", "app")
        return ("compare", "panel", "pane", "app")

    @property
    def route(self) -> ComparisonRoute:
        link = chosen_ends(self.view, self.cursor.choice) if self.view else self._route.link
        return ComparisonRoute(*self.request.pair, self._route.lighting, link)

    @property
    def view(self) -> ComparisonView | None:
        """The comparison shown; None before it is here."""
        return self.request.view

    @property
    def offers(self) -> list[ExportOffer]:
        return offers_of_pair(self.view.comparison) if self.view is not None else []

    @property
    def chosen(self) -> ChosenArticle | None:
        return self.noting.chosen

    def has(self, need: Need) -> bool:
        if self.view is None or self._notice.shown:
            return False
        if need == "links":
            return bool(self.view.comparison.links)
        if need == "word lists":
            return bool(self._words.lists.lists)
        if need == "revisions":
            return self.view.versions is not None
        return need != "matches" or bool(self.view.matches)

    def on_resize(self) -> None:
        self._fit()
        self.guide.place()

    def on_column_resized(self) -> None:
        # Each column posts that it was resized; one layout for both is enough.
        if not self._layout_due:
            self._layout_due = self.call_after_refresh(self._lay_out)

    def on_column_moved(self, event: Column.Moved) -> None:
        if (side := side_of(event.column)) is not None:
            self.cursor.side_moved(side)

    def on_column_picked(self, event: Column.Picked) -> None:
        if (side := side_of(event.column)) is None:
            self.cursor.pick_across(event.sentence)
        else:
            self.cursor.pick(side, event.sentence, event.link)
        self.show_side()

    def on_column_unfolded(self, event: Column.Unfolded) -> None:
        if (side := side_of(event.column)) is not None:
            self.cursor.unfold(side, event.sentence)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        side = side_of(event.widget)
        if side is not None and side != self.cursor.side and event.widget is self.focused:
            self.cursor.switch_side()
            self.heads.draw()

    def on_panel_chosen(self, event: Panel.Chosen) -> None:
        # The focus stays in the panel, so that the same key goes to the next place.
        if self.view is None:
            return
        if not (places := places_of(self.view, event.entry)):
            self.heads.show_note("its place was not found")
            return
        nth = event.repeats % len(places)
        self.cursor.go(*places[nth], event.entry.link)
        self._fit()
        self.heads.show_note(f"place {nth + 1} of {len(places)}" if len(places) > 1 else "")

    def action_other_side(self) -> None:
        if not self.panel_place.focused:
            self.cursor.switch_side()
        self.show_side()

    def action_swap(self) -> None:
        if (swapped := self.request.swap()) is not None:
            self.cursor.swap(swapped)
            self._show_again(swapped)
            self.show_side()

    def action_word_lists(self) -> None:
        self._words.step(self.view.comparison if self.view is not None else None)

    def action_against(self) -> None:
        if self.view is None:
            return
        comparison = self.view.comparison
        if comparison.left.source == comparison.right.source:
            self.show_side("both are of one source")
        else:
            self.go(KeynessRoute((comparison.left.source, comparison.right.source)))

    def _step_versions(self, step: int) -> None:
        self.show_side(self.request.step_versions(step))

    action_earlier_pair = partialmethod(_step_versions, -1)
    action_later_pair = partialmethod(_step_versions, 1)

    def action_drawer(self) -> None:
        self._drawer_wanted = not self._drawer_wanted
        self.show_side()

    def action_compare_with(self) -> None:
        kept = self.request.pair[0 if (side := self.cursor.side) == "left" else 1]

        def take(chosen: ArticleId) -> None:
            self.request.ask((kept, chosen) if side == "left" else (chosen, kept))

        self.post_message(self.ChooseArticle(kept, take))

    def action_copy_passage(self) -> None:
        if self.view is None or self.cursor.choice is None:
            self.show_side("} chooses what to copy")
            return
        passages, count = text.passages(self.view, self.cursor.choice, self._citation)
        note = "copied both passages" if count > 1 else "copied"
        self.show_side(note if handoff.copy(self.app, passages) else "")

    def action_note(self) -> None:
        self.noting.write()

    def _judge_again(self) -> None:
        self.judging.renew()

    def action_undo(self) -> None:
        self.noting.take_back()

    def action_panel(self) -> None:
        self.panel_place.toggle()
        self.show_side()
        if self.panel_place.shown:
            self.panel_place.take_focus()

    def action_to_panel(self) -> None:
        self.show_side() if self.panel_place.focused else self._enter_panel()

    def _turn_panel(self, pages: int) -> None:
        self.panel_place.turn(pages)
        self._enter_panel()

    action_panel_next = partialmethod(_turn_panel, 1)
    action_panel_previous = partialmethod(_turn_panel, -1)

    def action_back(self) -> None:
        self.show_side() if self.panel_place.close() else self.dismiss(None)

    def _enter_panel(self) -> None:
        self.panel_place.show()
        self._fit()
        self.panel_place.take_focus()

    def _show(self, view: ComparisonView) -> None:
        self._notice.hide()
        self.cursor.open(view)
        self._show_again(view)
        self.heads.show_note("")
        if self.focused is None:
            self._focus_side()
        self.refresh_bindings()
        self.guide.begin()

    def _show_again(self, view: ComparisonView) -> None:
        self.panel_place.fill(view.report)
        self._words.light(view.comparison)
        self.heads.draw()

    def _fit(self) -> None:
        self.panel_place.fit(self.size)
        single = self._drawer_wanted or not side_by_side(self)
        self.set_class(single, "-single")
        self.cursor.single = single
        for side in ("left", "right"):
            self.cursor.column(side).set_class(side != self.cursor.side, "-across")
        self.heads.draw()

    def _lay_out(self) -> None:
        self._layout_due = False
        self.cursor.lay_out()
        self.heads.draw()

    def show_side(self, note: str = "") -> None:
        self._fit()
        self.heads.show_note(note)
        self._focus_side()

    def _focus_side(self) -> None:
        self.set_focus(self.cursor.column(self.cursor.side), scroll_visible=False)
