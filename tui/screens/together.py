"""Two columns that move as one: what is chosen, where each stands, and how one follows."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from search import Sides
from tui.render.facing import (
    Choice,
    Follow,
    Leaf,
    Sheet,
    counterpart,
    find,
    meeting,
    opening,
    other,
    pick,
    place,
    sheet,
    spread,
    step,
)

if TYPE_CHECKING:
    from tui.render.facing import Motion, Place, Show, Side, Spread
    from tui.screens.opened import Opened
    from tui.widgets.column import Column


class Together:
    """Lays a comparison out on two columns and keeps them together.

    Attributes:
        side: the one in use.
        choice: what the reader points at, on either side.
        match: the match walked to last, as a place in `Opened.matches`.
        show, aligned, motion: how it is shown; call `lay_out` after a change.
        single: whether only the side in use is seen, with the drawer below it.
    """

    def __init__(self, left: Column, right: Column, drawer: Column) -> None:
        self._columns = Sides(left, right)
        self._drawer = drawer
        self._opened: Opened | None = None
        self._spread: Spread | None = None
        self._places: dict[Side, Place] = {}
        self._row: int | None = None
        self._slack: dict[Side, int] = {"left": 0, "right": 0}
        self._apart = 0
        self.side: Side = "left"
        self.choice: Choice | None = None
        self.match: int | None = None
        self.show: Show = "all"
        self.aligned = False
        self.motion: Motion = "linked"
        self.single = False

    def column(self, side: Side) -> Column:
        """Give one side's column."""
        return self._columns.left if side == "left" else self._columns.right

    def open(self, opened: Opened) -> None:
        """Show another comparison from its beginning, with nothing chosen."""
        self._opened, self._spread = opened, None
        self._places, self._row, self.choice, self.match = {}, None, None, None
        self.lay_out()

    def swap(self, opened: Opened) -> None:
        """Show the same comparison with its sides swapped, each where it is."""
        before = self._opened
        tops = self.column("left").top, self.column("right").top
        self._opened, self._spread, self.match = opened, None, None
        self._places = {other(side): kept for side, kept in self._places.items()}
        self._slack = {other(side): slack for side, slack in self._slack.items()}
        self._apart = tops[0] - tops[1]
        self.side = other(self.side)
        if self.choice is not None:
            self.choice = self._swapped(before, opened, self.choice)
        self.lay_out()

    @staticmethod
    def _swapped(before: Opened | None, after: Opened, choice: Choice) -> Choice:
        link = choice.link
        if link is not None and before is not None:
            was = before.comparison.links[link]
            ends = [(now.right, now.left) for now in after.comparison.links]
            link = ends.index((was.left, was.right))
        return Choice(other(choice.side), choice.sentence, link)

    def lay_out(self) -> None:
        """Lay everything out for the present room, keeping the place and the chosen link."""
        if self._opened is None or not self.column(self.side).size.width:
            return
        self._arrange()
        self._restore()
        self.draw()

    def _arrange(self) -> None:
        if self._opened is None:
            return
        links = self._opened.comparison.links
        used = self.column(self.side).room(len(links))
        rooms = used, used
        if not self.single:
            rooms = self._columns.left.room(len(links)), self._columns.right.room(len(links))
        self._spread = spread(
            self._opened.tellings,
            links,
            rooms,
            self.show,
            aligned=self.aligned,
            chosen=self.choice.link if self.choice else None,
        )
        for side in ("left", "right"):
            self.column(side).show(
                Leaf(self._opened.telling(side), self._spread.sheet(side), links)
            )

    def _restore(self) -> None:
        """Put both columns back to where the reader was, in a new layout."""
        choice = self.here
        if choice is not None and choice.link is not None and self._row is not None:
            self._bring_link(choice.link, self._row)
            return
        self._slack = {"left": 0, "right": 0}
        self._put(self.side, self._kept(self.side))
        if self.motion == "linked":
            self._follow(self.side)
        else:
            self._put(other(self.side), self._kept(other(self.side)))

    def _kept(self, side: Side) -> int:
        if self._opened is None or self._spread is None or side not in self._places:
            return 0
        block, offset, row = self._places[side]
        found = find(self._opened.telling(side), self._spread.sheet(side), block, offset)
        return max(0, found - row)

    def _remember(self) -> None:
        """Keep what text stands where, so that a new layout can be put back."""
        if self._opened is None or self._spread is None:
            return
        for side in ("left", "right"):
            kept = place(
                self._opened.telling(side), self._spread.sheet(side), self.column(side).top, 0
            )
            if kept is not None:
                self._places[side] = kept
        self._row = None
        choice = self.here
        if choice is not None and self._seen(self.side, self._first(choice)):
            self._row = self._first(choice) - self.column(self.side).top

    @property
    def window(self) -> int:
        """How many rows are seen at once."""
        return self.column(self.side).window

    @property
    def here(self) -> Choice | None:
        """The choice as seen from the side in use; None when it has no end there."""
        if self.choice is None or self.choice.side == self.side or self._opened is None:
            return self.choice
        return counterpart(self._opened.comparison.links, self.choice)

    def _first(self, choice: Choice) -> int:
        return self._spread.sheet(choice.side).first[choice.sentence] if self._spread else 0

    def _seen(self, side: Side, row: int) -> bool:
        return 0 <= row - self.column(side).top < self.window

    def moved(self, side: Side) -> None:
        """Let the other side answer a move of this one."""
        self._follow(side)
        self._remember()

    def _follow(self, side: Side) -> None:
        if self._spread is None or self.motion == "free":
            return
        there = other(side)
        if self.motion == "linked":
            follow = self._spread.follow(
                side,
                self.window,
                self.choice.link if self.choice else None,
                (self._slack[side], self._slack[there]),
            )
        else:
            apart = self._apart if side == "left" else -self._apart
            follow = Follow.offset(self._spread.heights(side), self.window, apart)
        self._put(there, follow(self.column(side).top))

    def _put(self, side: Side, top: int) -> None:
        self.column(side).put(top, self._slack[side])

    def keep_offset(self) -> None:
        """Take the present offset between the sides as the one to be kept."""
        self._apart = self.column("right").top - self.column("left").top

    def choose(self, choice: Choice, row: int | None = None) -> None:
        """Choose a sentence; show both ends of its link on one row, the wanted one if given."""
        if self._spread is None:
            return
        self.choice, self.side = choice, choice.side
        if choice.link is None:
            if not self._seen(choice.side, self._first(choice)):
                self._put(choice.side, max(0, self._first(choice) - self.window // 3))
                self._follow(choice.side)
        else:
            if choice.link not in self._spread.walk:
                self._arrange()
            self._bring_link(choice.link, row)
        self._remember()
        self.draw()

    def _bring_link(self, link: int, row: int | None) -> None:
        if self._spread is None:
            return
        there = other(self.side)
        tops, slack = opening(
            self._spread.rows(link, self.side), self._spread.heights(self.side), self.window, row
        )
        self._slack = {self.side: slack[0], there: slack[1]}
        self._put(self.side, tops[0])
        self._put(there, tops[1])
        self.keep_offset()

    def pick(self, side: Side, sentence: int, link: int | None = None) -> None:
        """Point at a sentence seen on one side; it stays on its row where the other allows it."""
        if self._opened is None or self._spread is None:
            return
        self.side = side
        choice = pick(self._opened.telling(side), sentence, self.here)
        if link is not None:
            choice = Choice(side, sentence, link)
        row = self._first(choice) - self.column(side).top
        self.choose(choice, row if 0 <= row < self.window else None)

    def walk(self, direction: int) -> str:
        """Choose the next link (1) or the previous (-1) in the reading order of this side.

        From the chosen one while it is in view, else from what is in view; from one end round
        to the other. Gives a word on that, else an empty text.
        """
        if self._opened is None or self._spread is None:
            return ""
        links = self._opened.comparison.links
        if not links:
            return "nothing meets"
        first = self._spread.sheet(self.side).first
        choice = self.here
        if choice is not None and self._seen(self.side, self._first(choice)):
            here: tuple[int, int | None] = choice.sentence, choice.link
            if choice.link is None and direction > 0:
                here = choice.sentence + 1, None
        else:
            top = self.column(self.side).top
            edge = top if direction > 0 else top + self.window
            here = bisect_left(first, edge) - (0 if direction > 0 else 1), None
        found = step(links, self.side, here, direction)
        said = ""
        if found is None:
            found = step(links, self.side, (0 if direction > 0 else len(first), None), direction)
            said = "from the top" if direction > 0 else "from the end"
        if found is not None:
            self.choose(found)
        return said

    def cross(self) -> None:
        """Go to the other side: to the sentence the chosen link leads to, if there is one."""
        there = other(self.side)
        row = self._row
        self.side = there
        if self._opened is not None and self.choice is not None and self.choice.side != there:
            self.choice = counterpart(self._opened.comparison.links, self.choice) or self.choice
        if self.single:
            self._row = row
            self.lay_out()
        else:
            self._remember()
            self.draw()

    def follow_link(self) -> bool:
        """Go to the other end of the chosen link; tell whether one is chosen."""
        choice = self.here
        if self._opened is None or choice is None or choice.link is None:
            return False
        across = counterpart(self._opened.comparison.links, choice)
        if across is None:
            return False
        row = self._first(choice) - self.column(choice.side).top
        self.choose(across, row if 0 <= row < self.window else None)
        return True

    def walk_matches(self, direction: int) -> bool:
        """Go to the next match (1) or the previous (-1) on either side; tell whether any is."""
        if self._opened is None or self._spread is None or not self._opened.matches:
            return False
        matches = self._opened.matches
        rows = [
            find(self._opened.telling(side), self._spread.sheet(side), at.block, at.start)
            for side, at in matches
        ]
        if self.match is None:
            top = self.column(self.side).top
            on = [i for i, (side, _) in enumerate(matches) if side == self.side]
            after = [i for i in on if rows[i] >= top]
            before = [i for i in on if rows[i] < top]
            goal = (after or [0])[0] if direction > 0 else (before or [len(matches) - 1])[-1]
        else:
            goal = (self.match + direction) % len(matches)
        self.match = goal
        self.side = matches[goal][0]
        top = self.column(self.side).top
        if not top + 1 <= rows[goal] < top + self.window - 2:
            self._put(self.side, max(0, rows[goal] - self.window // 3))
            self._follow(self.side)
        self._remember()
        self.draw()
        return True

    def draw(self) -> None:
        """Show what is chosen and lit."""
        if self._opened is None or self._spread is None:
            return
        for side in ("left", "right"):
            self.column(side).show(self._leaf(self._opened, self._spread, side))
        if self.single:
            self._draw_drawer(self._opened)

    def _leaf(self, opened: Opened, spread: Spread, side: Side) -> Leaf:
        choice = self.choice
        if choice is not None and choice.side != side:
            choice = counterpart(opened.comparison.links, choice)
        match = opened.matches[self.match] if self.match is not None else None
        kin: tuple[int, ...] = ()
        if self.choice is not None:
            kin = opened.telling(self.choice.side).links[self.choice.sentence]
        return Leaf(
            opened.telling(side),
            spread.sheet(side),
            opened.comparison.links,
            opened.lit_on(side),
            match[1] if match is not None and match[0] == side else None,
            choice.sentence if choice else None,
            choice.link if choice else None,
            frozenset(kin),
        )

    def _draw_drawer(self, opened: Opened) -> None:
        """Show what the chosen sentence meets across."""
        links = opened.comparison.links
        here, there = opened.telling(self.side), opened.telling(other(self.side))
        choice = self.here
        if choice is None:
            self._drawer.show(Leaf(replace(there, sentences=(), links=()), Sheet((), ()), links))
            return
        across = meeting(here, there, links, choice.sentence)
        rows = sheet(across, self._drawer.room(len(links)))
        at = here.links[choice.sentence].index(choice.link) if choice.link is not None else None
        lit = opened.lit_on(there.side)
        self._drawer.show(Leaf(across, rows, links, lit, None, at, choice.link))
        row = rows.first[at] if at is not None else 0
        top = self._drawer.top
        self._drawer.put(top if top <= row < top + self._drawer.window else row)

    def pick_across(self, place: int) -> None:
        """Choose one of the links whose sentences the drawer shows, by its place there."""
        choice = self.here
        if self._opened is None or choice is None:
            return
        links = self._opened.telling(choice.side).links[choice.sentence]
        self.pick(choice.side, choice.sentence, links[place])
