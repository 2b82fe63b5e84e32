"""Where both columns stand: laid out for the room there is, kept in place, moved as one."""

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
)
from tui.screens.comparison.column_content import linked_view, side_view

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import Choice, Motion, PairLayout, Show, Side, TextPlace
    from tui.screens.comparison.view_model import ComparisonView
    from tui.widgets.column import Column

SIDES: tuple[Side, Side] = ("left", "right")


class ColumnLayout:
    """Lays a comparison out on two columns and keeps them together.

    Attributes:
        side: the one in use.
        choice: what the reader points at, on either side.
        match: the match walked to last, as a place in `ComparisonView.matches`.
        spot: the place gone to last, when that came after the match.
        show, aligned, motion: how it is shown; call `lay_out` after a change.
        single: whether only the side in use is seen, with the drawer below it.
        view: what is shown; None before the first `open`.
        spread: its layout; None before the first `lay_out` with room.
    """

    def __init__(self, left: Column, right: Column, drawer: Column) -> None:
        self._columns = Sides(left, right)
        self.drawer = drawer
        self.view: ComparisonView | None = None
        self.pair_layout: PairLayout | None = None
        self._places: dict[Side, TextPlace] = {}
        self._row: int | None = None
        self._slack: dict[Side, int] = {"left": 0, "right": 0}
        self._apart = 0
        self._unfolded: dict[Side, frozenset[int]] = {"left": frozenset(), "right": frozenset()}
        self.side: Side = "left"
        self.choice: Choice | None = None
        self.match: int | None = None
        self.spot: tuple[Side, At] | None = None
        self.show: Show = "all"
        self.aligned = False
        self.motion: Motion = "linked"
        self.single = False

    def column(self, side: Side) -> Column:
        """Give one side's column."""
        return self._columns.left if side == "left" else self._columns.right

    def open(self, view: ComparisonView) -> None:
        """Show another comparison from its beginning, with nothing chosen."""
        self.view, self.pair_layout = view, None
        self._places, self._row = {}, None
        self.choice, self.match, self.spot = None, None, None
        self.fold()
        self.lay_out()

    def fold(self) -> None:
        """Fold away again what was opened; call `lay_out` afterwards."""
        self._unfolded = {"left": frozenset(), "right": frozenset()}

    def unfold(self, side: Side, sentence: int) -> None:
        """Open the fold that begins with a sentence."""
        if self.pair_layout is None:
            return
        rows = self.pair_layout.layout(side).rows
        fold = next((r for r in rows if r.kind == "fold" and r.sentence == sentence), None)
        if fold is not None:
            self._unfolded[side] |= frozenset(range(sentence, sentence + fold.nth))
            self.lay_out()

    def turn(self, view: ComparisonView, choice: Choice | None) -> None:
        """Show the same comparison with its sides swapped, each where it is.

        Args:
            view: the comparison as it is now.
            choice: what was chosen, in its terms.
        """
        self.keep_offset()
        self.view, self.pair_layout, self.choice = view, None, choice
        self.match, self.spot = None, None
        self.side = other_side(self.side)
        self._apart = -self._apart
        self._places = {other_side(side): kept for side, kept in self._places.items()}
        self._unfolded = {other_side(side): kept for side, kept in self._unfolded.items()}
        self.lay_out()

    @property
    def here(self) -> Choice | None:
        """The choice as seen from the side in use; None when it has no end there."""
        if self.choice is None or self.choice.side == self.side or self.view is None:
            return self.choice
        return other_end(self.view.comparison.links, self.choice)

    @property
    def _marked(self) -> tuple[Side, At] | None:
        if self.spot is not None or self.match is None or self.view is None:
            return self.spot
        return self.view.matches[self.match]

    @property
    def _seen_column(self) -> Column:
        """A column that has room now: that of the side in use may not be shown yet."""
        used = self.column(self.side)
        return used if used.display and used.size.height else self.column(other_side(self.side))

    @property
    def window(self) -> int:
        """How many rows are seen at once."""
        return self._seen_column.window

    def lay_out(self) -> None:
        """Lay everything out for the present room, keeping the place and the chosen link."""
        if self.view is None or not self._seen_column.size.width:
            return
        self.arrange()
        self._restore()
        self.draw()

    def arrange(self) -> None:
        """Cut both sides into rows; the chosen link is among those that face each other."""
        if self.view is None:
            return
        links = self.view.comparison.links
        used = self._seen_column.room(len(links))
        left, right = (used if self.single else c.room(len(links)) for c in self._both)
        chosen = self.choice.link if self.choice else None
        self.pair_layout = lay_out_pair(
            self.view.sides,
            links,
            (left, right),
            self.show,
            aligned=self.aligned and not self.single,
            chosen=chosen,
            unfolded=Sides(self._unfolded["left"], self._unfolded["right"]),
        )
        for side in SIDES:
            self.column(side).show(
                side_view(self.view, self.pair_layout, side, self.choice, self._marked)
            )

    @property
    def _both(self) -> tuple[Column, Column]:
        return self._columns.left, self._columns.right

    def first(self, choice: Choice) -> int:
        """Give the row in which a choice's sentence begins, or is folded away."""
        return (
            self.pair_layout.layout(choice.side).first[choice.sentence] if self.pair_layout else 0
        )

    def row(self, choice: Choice) -> int | None:
        """Give the screen row of a choice; None when it is out of view."""
        row = self.first(choice) - self.column(choice.side).top
        return row if 0 <= row < self.window else None

    def moved(self, side: Side) -> None:
        """Let the other side answer a move of this one."""
        self.answer(side)
        self.remember()

    def answer(self, side: Side) -> None:
        """Put the other side where it belongs for where this one stands."""
        if self.pair_layout is None or self.motion == "free":
            return
        there = other_side(side)
        if self.motion == "linked":
            chosen = self.choice.link if self.choice else None
            slack = self._slack[side], self._slack[there]
            follow = self.pair_layout.follow(side, self.window, chosen, slack)
        else:
            apart = self._apart if side == "left" else -self._apart
            follow = Follow.offset(self.pair_layout.heights(side), self.window, apart)
        self.set_top(there, follow(self.column(side).top))

    def set_top(self, side: Side, top: int) -> None:
        """Put one side, with the slack it has; the other stays."""
        self.column(side).set_top(top, self._slack[side])

    def keep_offset(self) -> None:
        """Take the present offset between the sides as the one to be kept."""
        self._apart = self._columns.right.top - self._columns.left.top

    def bring(self, link: int, row: int | None) -> int:
        """Put both ends of a link on one screen row, the wanted one if possible; give it."""
        if self.pair_layout is None:
            return 0
        rows = self.pair_layout.rows(link, self.side)
        tops, slack = aligned_tops(rows, self.pair_layout.heights(self.side), self.window, row)
        there = other_side(self.side)
        self._slack = {self.side: slack[0], there: slack[1]}
        self.set_top(self.side, tops[0])
        self.set_top(there, tops[1])
        self._apart = tops[1] - tops[0] if self.side == "left" else tops[0] - tops[1]
        return rows[0] - tops[0]

    def remember(self, row: int | None = None) -> None:
        """Keep what text stands where, so that a new layout can be put back.

        `row` is the screen row of the choice, where it is known already.
        """
        if self.view is None or self.pair_layout is None:
            return
        for side in SIDES:
            top = self.column(side).top
            kept = place_at(self.view.compared(side), self.pair_layout.layout(side), top, 0)
            if kept is not None:
                self._places[side] = kept
        choice = self.here
        self._row = self.row(choice) if row is None and choice is not None else row

    def _restore(self) -> None:
        """Put both columns back to where the reader was, in a new layout."""
        choice = self.here
        if choice is not None and choice.link is not None and self._row is not None:
            self.bring(choice.link, self._row)
            return
        self._slack = {"left": 0, "right": 0}
        self.set_top(self.side, self._kept(self.side))
        if self.motion == "linked":
            self.answer(self.side)
        else:
            self.set_top(other_side(self.side), self._kept(other_side(self.side)))

    def _kept(self, side: Side) -> int:
        if self.view is None or self.pair_layout is None or side not in self._places:
            return 0
        block, offset, row = self._places[side]
        found = row_of(self.view.compared(side), self.pair_layout.layout(side), block, offset)
        return max(0, found - row)

    def draw(self) -> None:
        """Show what is chosen and lit."""
        if self.view is None or self.pair_layout is None:
            return
        for side in SIDES:
            self.column(side).show(
                side_view(self.view, self.pair_layout, side, self.choice, self._marked)
            )
        if not self.single:
            return
        room = self.drawer.room(len(self.view.comparison.links))
        shown = linked_view(self.view, self.side, self.here, room)
        self.drawer.show(shown)
        row = shown.layout.first[shown.sentence] if shown.sentence is not None else 0
        top = self.drawer.top
        self.drawer.set_top(top if top <= row < top + self.drawer.window else row)
