"""Selecting sentences and links of a comparison, and moving between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.render.comparison import (
    Choice,
    by_strength,
    next_link,
    other_end,
    other_side,
    pick,
    row_of,
    walkable,
)
from tui.screens.comparison.column_layout import ColumnLayout
from tui.screens.comparison.text import MOTIONS, SHOWS

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import Side
    from tui.screens.comparison.view_model import ComparisonView


class LinkCursor(ColumnLayout):
    """The two columns with a selection that both show.

    Attributes:
        wanted: the sentences of a link that is selected once it is laid out; None for none.
    """

    wanted: tuple[int, int] | None = None

    def lay_out(self) -> None:
        """Lay everything out, and select the link that is wanted, if it is there."""
        super().lay_out()
        if self.view is None or self.pair_layout is None or self.wanted is None:
            return
        wanted, self.wanted = self.wanted, None
        for place, link in enumerate(self.view.comparison.links):
            if (link.left, link.right) == wanted:
                self.choose(Choice(self.side, wanted[0 if self.side == "left" else 1], place))

    def next_motion(self) -> None:
        """Switch to the next way of scrolling the sides together."""
        motions = list(MOTIONS)
        self.motion = motions[(motions.index(self.motion) + 1) % len(motions)]
        self.keep_offset()
        self.lay_out()

    def toggle_aligned(self) -> None:
        """Align rows by link, or let the text flow."""
        self.aligned = not self.aligned
        self.lay_out()

    def next_show(self) -> None:
        """Show all sentences, only those with links of the upper tiers, or only those without any."""
        shows = list(SHOWS)
        self.show = shows[(shows.index(self.show) + 1) % len(shows)]
        choice = self.choice
        if choice is not None and choice.link is not None and self.view is not None:
            links = self.shown(self.view, choice.side).links[choice.sentence]
            if choice.link not in links:
                self.choice = choice._replace(link=links[0]) if links else None
        self.fold()
        self.lay_out()

    def swap(self, view: ComparisonView) -> None:
        """Show the same comparison with its sides swapped, keeping the selection."""
        choice, before = self.choice, self.view
        if choice is not None:
            link = choice.link
            if link is not None and before is not None:
                was = before.comparison.links[link]
                ends = [(now.right, now.left) for now in view.comparison.links]
                link = ends.index((was.left, was.right))
            choice = Choice(other_side(choice.side), choice.sentence, link)
        self.show_swapped(view, choice)

    def renew(self, view: ComparisonView, wanted: tuple[int, int] | None) -> None:
        """Show the same articles compared again, each at its position, with the same sentence selected.

        Of its links that is selected which was, or the one between the sentences `wanted` if it is
        there. Articles that have changed are shown from the beginning.
        """
        before, choice = self.view, self.choice
        if before is None or before.comparison.sentences != view.comparison.sentences:
            self.open(view)
            return
        ends = {(link.left, link.right): place for place, link in enumerate(view.comparison.links)}
        if choice is not None and choice.link is not None:
            was = before.comparison.links[choice.link]
            choice = choice._replace(link=ends.get((was.left, was.right)))
        self.view, self.choice, self.pair_layout, self.wanted = view, choice, None, wanted
        self.lay_out()

    def choose(self, choice: Choice, row: int | None = None) -> None:
        """Select a sentence; show both ends of its link on one row, `row` if possible."""
        if self.pair_layout is None:
            return
        self.choice, self.side, self.marked_place = choice, choice.side, None
        if choice.link is None:
            if self.row(choice) is None:
                self.set_top(choice.side, max(0, self.first(choice) - self.window // 3))
                self.move_other_side(choice.side)
            self.remember()
        else:
            if choice.link not in self.pair_layout.uncrossed:
                self.arrange()
            self.remember(self.align_link(choice.link, row))
        self.draw()

    def pick(self, side: Side, sentence: int, link: int | None = None) -> None:
        """Select a sentence of one side; it stays on its row if the other side allows it.

        If no link is given, its first is selected, or the next if it is selected already.
        """
        if self.view is None:
            return
        self.side = side
        choice = pick(self.shown(self.view, side), sentence, self.here)
        if link is not None:
            choice = Choice(side, sentence, link)
        self.choose(choice, self.row(choice))

    def pick_across(self, place: int) -> None:
        """Select a link by the index of its sentence in the drawer."""
        choice = self.here
        if self.view is not None and choice is not None:
            links = self.shown(self.view, choice.side).links[choice.sentence]
            self.pick(choice.side, choice.sentence, links[place])

    def go(self, side: Side, at: At, link: int | None = None) -> None:
        """Go to a place in the text, unfolding it if needed, and mark it.

        Its sentence is selected, with the link given or else its first.
        """
        if self.view is None:
            return
        compared = self.shown(self.view, side)
        before = bisect_right(compared.sentences, (at.block, at.start), key=itemgetter(0, 1))
        sentence = max(0, before - 1)
        if not compared.shows(sentence, self.show):
            self._unfolded[side] |= {sentence}
            self.arrange()
        if self.pair_layout is None:
            return
        links = compared.links[sentence]
        if link not in links:
            link = links[0] if links else None
        self.choose(Choice(side, sentence, link))
        self.marked_place = side, at
        self._scroll_into_view(
            row_of(compared, self.pair_layout.layout(side), at.block, at.start), 0
        )

    def walk(self, direction: int) -> str:
        """Select the next link (1) or the previous (-1) in this side's reading order.

        It starts from the selected link if that is in view, else from the rows in view, and wraps
        around at the ends. Gives a note if it wrapped around, else an empty text.
        """
        if self.view is None or self.pair_layout is None:
            return ""
        links, versions = self.view.comparison.links, self.view.comparison.versions
        if not (among := walkable(links, self.show, versions=versions)):
            return "no sentence was replaced" if versions else "no link is shown"
        first = self.pair_layout.layout(self.side).first
        choice = self.here
        here: tuple[int, int | None]
        if choice is not None and self.row(choice) is not None:
            here = choice.sentence, choice.link
        elif direction > 0:
            here = bisect_left(first, self.column(self.side).top), None
        else:
            here = bisect_left(first, self.column(self.side).top + self.window) - 1, None
        found = next_link(links, self.side, here, direction, among)
        if found is not None:
            self.choose(found)
            return ""
        edge = 0 if direction > 0 else len(first), None
        found = next_link(links, self.side, edge, direction, among)
        if found is not None:
            self.choose(found)
        return "from the top" if direction > 0 else "from the end"

    def walk_strongest(self, direction: int) -> str:
        """Select the next weaker link (1) or the next stronger (-1), wrapping around at the ends.

        Without a selected link it begins with the strongest, or the weakest. Gives a note on the place
        in that order.
        """
        if self.view is None:
            return ""
        links, versions = self.view.comparison.links, self.view.comparison.versions
        order = by_strength(links, walkable(links, self.show, versions=versions))
        if not order:
            return "no link is shown"
        chosen = self.choice.link if self.choice else None
        if chosen in order:
            at = (order.index(chosen) + direction) % len(order)
        else:
            at = 0 if direction > 0 else len(order) - 1
        link = links[order[at]]
        self.choose(Choice(self.side, link.left if self.side == "left" else link.right, order[at]))
        return f"{at + 1} of {len(order)}, the strongest first"

    def walk_sentences(self, direction: int) -> str:
        """Select the next sentence of this side (1) or the one before (-1), passing folded ones over.

        It starts from the selected one if that is in view, else from the rows in view. Gives a note
        where there is none.
        """
        if self.view is None or self.pair_layout is None:
            return ""
        compared, first = self.shown(self.view, self.side), self.pair_layout.layout(self.side).first
        choice, top = self.here, self.column(self.side).top
        if choice is not None and choice.side == self.side and self.row(choice) is not None:
            at = choice.sentence + direction
        else:
            edge = top if direction > 0 else top + self.window
            at = bisect_left(first, edge) - (direction < 0)
        seen = self._unfolded[self.side]
        while 0 <= at < len(first) and not (compared.shows(at, self.show) or at in seen):
            at += direction
        if not 0 <= at < len(first):
            return "no sentence after this one" if direction > 0 else "no sentence before this one"
        self.choose(Choice(self.side, at, next(iter(compared.links[at]), None)))
        return ""

    def switch_side(self) -> None:
        """Switch to the other side: to the sentence that the selected link leads to, if any."""
        row = self._choice_row
        self.side = other_side(self.side)
        if self.here is not None:
            self.choice = self.here
        if self.single:
            self._choice_row = row
            self.lay_out()
        else:
            self.remember()
            self.draw()

    def follow_link(self) -> bool:
        """Go to the other end of the selected link; tell whether one is selected."""
        choice = self.here
        if self.view is None or choice is None:
            return False
        end = other_end(self.view.comparison.links, choice)
        if end is None:
            return False
        self.choose(end, self.row(choice))
        return True

    def walk_matches(self, direction: int) -> bool:
        """Go to the next match (1) or the previous (-1) on either side; tell whether there is any.

        Those on the left come first; those in folded sentences are skipped.
        """
        if self.view is None or self.pair_layout is None:
            return False
        matches, rows = self.view.matches, self._match_rows()
        if not rows:
            return False
        places = sorted(rows, reverse=direction < 0)
        if self.match is None:
            top = self.column(self.side).top
            ahead = [
                i for i in places if matches[i][0] == self.side and (rows[i] - top) * direction >= 0
            ]
        else:
            ahead = [i for i in places if (i - self.match) * direction > 0]
        self.match, self.marked_place = (ahead or places)[0], None
        self.side = matches[self.match][0]
        self._scroll_into_view(rows[self.match], 1)
        return True

    def _scroll_into_view(self, row: int, edge: int) -> None:
        """Scroll a row of the active side into view, at least `edge` rows from the border."""
        top = self.column(self.side).top
        if not top + edge <= row < top + self.window - 2 * edge:
            self.set_top(self.side, max(0, row - self.window // 3))
            self.move_other_side(self.side)
        self.remember()
        self.draw()

    def _match_rows(self) -> dict[int, int]:
        """Give the rows of all matches that are not folded, by the index of the match."""
        rows: dict[int, int] = {}
        if self.view is None or self.pair_layout is None:
            return rows
        for i, (side, at) in enumerate(self.view.matches):
            layout = self.pair_layout.layout(side)
            row = row_of(self.view.compared(side), layout, at.block, at.start)
            if layout.rows[row].kind == "text":
                rows[i] = row
        return rows
