"""Layout and scrolling of the two columns of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides
from tui.render.comparison import (
    Follow,
    aligned_tops,
    lay_out_pair,
    other_end,
    other_side,
    place_at,
    row_of,
    shown_sides,
)
from tui.screens.comparison.column_content import linked_view, side_view

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import (
        Choice,
        ComparedSide,
        Motion,
        PairLayout,
        Show,
        Side,
        TextPlace,
    )
    from tui.screens.comparison.view_model import ComparisonView
    from tui.widgets.column import Column

SIDES: tuple[Side, Side] = ("left", "right")


def side_of(widget: object) -> Side | None:
    """Give the side whose column a widget is; None for any other."""
    name = getattr(widget, "id", None)
    return name if name in SIDES else None


class ColumnLayout:
    """Lays a comparison out in two columns, and scrolls them together.

    Attributes:
        side: the active side.
        choice: the selected sentence and link, on either side.
        match: the current match, as an index in `ComparisonView.matches`.
        marked_place: the place gone to last, if that was after the match.
        marked: the sentence of each side that is marked for judging; call `draw` after a change.
        show, aligned, motion: how it is shown; call `lay_out` after a change.
        single: whether only the active side is shown, with the drawer below it.
        view: the comparison shown; None before the first `open`.
        pair_layout: its layout; None before the first `lay_out` with room.
    """

    def __init__(self, left: Column, right: Column, drawer: Column) -> None:
        self._columns = Sides(left, right)
        self.drawer = drawer
        self.view: ComparisonView | None = None
        self.pair_layout: PairLayout | None = None
        self._places: dict[Side, TextPlace] = {}
        self._choice_row: int | None = None
        self._slack: dict[Side, int] = {"left": 0, "right": 0}
        self._offset = 0
        self._unfolded: dict[Side, frozenset[int]] = {"left": frozenset(), "right": frozenset()}
        self.side: Side = "left"
        self.choice: Choice | None = None
        self.match: int | None = None
        self.marked_place: tuple[Side, At] | None = None
        self.marked: dict[Side, int] = {}
        self.show: Show = "all"
        self.aligned = False
        self.motion: Motion = "linked"
        self.single = False

    def column(self, side: Side) -> Column:
        """Give the column of one side."""
        return self._columns.left if side == "left" else self._columns.right

    def open(self, view: ComparisonView) -> None:
        """Show another comparison from its beginning, with nothing selected."""
        self.view, self.pair_layout = view, None
        self._places, self._choice_row = {}, None
        self.choice, self.match, self.marked_place = None, None, None
        self.marked = {}
        self.fold()
        self.lay_out()

    def fold(self) -> None:
        """Fold again what was unfolded; call `lay_out` afterwards."""
        self._unfolded = {"left": frozenset(), "right": frozenset()}

    def unfold(self, side: Side, sentence: int) -> None:
        """Unfold the fold that begins with a sentence."""
        if self.pair_layout is None:
            return
        rows = self.pair_layout.layout(side).rows
        fold = next((r for r in rows if r.kind == "fold" and r.sentence == sentence), None)
        if fold is not None:
            self._unfolded[side] |= frozenset(range(sentence, sentence + fold.nth))
            self.lay_out()

    def show_swapped(self, view: ComparisonView, choice: Choice | None) -> None:
        """Show the same comparison with its sides swapped, each at its position.

        Args:
            view: the swapped comparison.
            choice: the selection in the swapped comparison.
        """
        self.keep_offset()
        self.view, self.pair_layout, self.choice = view, None, choice
        self.match, self.marked_place = None, None
        self.marked = {other_side(side): place for side, place in self.marked.items()}
        self.side = other_side(self.side)
        self._offset = -self._offset
        self._places = {other_side(side): value for side, value in self._places.items()}
        self._unfolded = {other_side(side): value for side, value in self._unfolded.items()}
        self.lay_out()

    def sides(self, view: ComparisonView) -> Sides[ComparedSide]:
        """Give both sides with the links that are shown."""
        return shown_sides(view.sides, view.comparison.links, self.show)

    def shown(self, view: ComparisonView, side: Side) -> ComparedSide:
        """Give one side with the links that are shown."""
        sides = self.sides(view)
        return sides.left if side == "left" else sides.right

    @property
    def here(self) -> Choice | None:
        """The selection as seen from the active side; None if it has no sentence there."""
        if self.choice is None or self.choice.side == self.side or self.view is None:
            return self.choice
        return other_end(self.view.comparison.links, self.choice)

    @property
    def _mark(self) -> tuple[Side, At] | None:
        if self.marked_place is not None or self.match is None or self.view is None:
            return self.marked_place
        return self.view.matches[self.match]

    @property
    def _visible_column(self) -> Column:
        """A column whose size is known: that of the active side may not be shown yet."""
        column = self.column(self.side)
        visible = column.display and column.size.height
        return column if visible else self.column(other_side(self.side))

    @property
    def window(self) -> int:
        """How many rows are in view."""
        return self._visible_column.window

    def lay_out(self) -> None:
        """Lay everything out for the current size, keeping the position and the selected link."""
        if self.view is None or not self._visible_column.size.width:
            return
        self.arrange()
        self._restore_places()
        self.draw()

    def arrange(self) -> None:
        """Cut both sides into rows; the selected link is among the aligned ones."""
        if self.view is None:
            return
        links = self.view.comparison.links
        room = self._visible_column.room(len(links))
        left, right = (room if self.single else c.room(len(links)) for c in self._both)
        chosen = self.choice.link if self.choice else None
        self.pair_layout = lay_out_pair(
            self.sides(self.view),
            links,
            (left, right),
            self.show,
            aligned=self.aligned and not self.single,
            chosen=chosen,
            unfolded=Sides(self._unfolded["left"], self._unfolded["right"]),
        )
        self._show_columns(self.view, self.pair_layout)

    def _show_columns(self, view: ComparisonView, pair_layout: PairLayout) -> None:
        sides = self.sides(view)
        for side in SIDES:
            self.column(side).show(
                side_view(view, sides, pair_layout, side, self.choice, self._mark, self.marked)
            )

    @property
    def _both(self) -> tuple[Column, Column]:
        return self._columns.left, self._columns.right

    def first(self, choice: Choice) -> int:
        """Give the row in which a choice's sentence begins, or of the fold that hides it."""
        return (
            self.pair_layout.layout(choice.side).first[choice.sentence] if self.pair_layout else 0
        )

    def row(self, choice: Choice) -> int | None:
        """Give the screen row of a choice; None if it is out of view."""
        row = self.first(choice) - self.column(choice.side).top
        return row if 0 <= row < self.window else None

    def side_moved(self, side: Side) -> None:
        """Scroll the other side after the user has scrolled this one."""
        self.move_other_side(side)
        self.remember()

    def move_other_side(self, side: Side) -> None:
        """Scroll the other side to match this one."""
        if self.pair_layout is None or self.motion == "free":
            return
        opposite = other_side(side)
        if self.motion == "linked":
            chosen = self.choice.link if self.choice else None
            slack = self._slack[side], self._slack[opposite]
            follow = self.pair_layout.follow(side, self.window, chosen, slack)
        else:
            apart = self._offset if side == "left" else -self._offset
            follow = Follow.offset(self.pair_layout.heights(side), self.window, apart)
        self.set_top(opposite, follow(self.column(side).top))

    def set_top(self, side: Side, top: int) -> None:
        """Scroll one side, with the slack it has, but not the other."""
        self.column(side).set_top(top, self._slack[side])

    def keep_offset(self) -> None:
        """Use the current offset between the sides for scrolling by the same offset."""
        self._offset = self._columns.right.top - self._columns.left.top

    def align_link(self, link: int, row: int | None) -> int:
        """Scroll both ends of a link to one screen row, `row` if possible; give that row."""
        if self.pair_layout is None:
            return 0
        rows = self.pair_layout.rows(link, self.side)
        tops, slack = aligned_tops(rows, self.pair_layout.heights(self.side), self.window, row)
        opposite = other_side(self.side)
        self._slack = {self.side: slack[0], opposite: slack[1]}
        self.set_top(self.side, tops[0])
        self.set_top(opposite, tops[1])
        self._offset = tops[1] - tops[0] if self.side == "left" else tops[0] - tops[1]
        return rows[0] - tops[0]

    def remember(self, row: int | None = None) -> None:
        """Save the positions in the text, to restore them in a new layout.

        `row` is the screen row of the selection, if it is known already.
        """
        if self.view is None or self.pair_layout is None:
            return
        for side in SIDES:
            top = self.column(side).top
            place = place_at(self.view.compared(side), self.pair_layout.layout(side), top, 0)
            if place is not None:
                self._places[side] = place
        choice = self.here
        self._choice_row = self.row(choice) if row is None and choice is not None else row

    def _restore_places(self) -> None:
        """Scroll both columns to the saved positions, in a new layout."""
        choice = self.here
        if choice is not None and choice.link is not None and self._choice_row is not None:
            self.align_link(choice.link, self._choice_row)
            return
        self._slack = {"left": 0, "right": 0}
        self.set_top(self.side, self._saved_top(self.side))
        if self.motion == "linked":
            self.move_other_side(self.side)
        else:
            self.set_top(other_side(self.side), self._saved_top(other_side(self.side)))

    def _saved_top(self, side: Side) -> int:
        if self.view is None or self.pair_layout is None or side not in self._places:
            return 0
        block, offset, row = self._places[side]
        found = row_of(self.view.compared(side), self.pair_layout.layout(side), block, offset)
        return max(0, found - row)

    def draw(self) -> None:
        """Show the selection and the highlights."""
        if self.view is None or self.pair_layout is None:
            return
        self._show_columns(self.view, self.pair_layout)
        if not self.single:
            return
        room = self.drawer.room(len(self.view.comparison.links))
        shown = linked_view(self.view, self.sides(self.view), self.side, self.here, room)
        self.drawer.show(shown)
        row = shown.layout.first[shown.sentence] if shown.sentence is not None else 0
        top = self.drawer.top
        self.drawer.set_top(top if top <= row < top + self.drawer.window else row)
