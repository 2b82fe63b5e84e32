"""Saying of two sentences that they meet, or that they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides, judged_table, judgements, named_path, write_whole
from tui.render.comparison import SIDES, apart_at, other_side
from tui.session import judging_changes
from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Comparison, Desk
    from tui.screens.command_screen import CommandScreen
    from tui.screens.comparison.link_cursor import LinkCursor
    from tui.screens.comparison.pair_request import PairRequest
    from tui.screens.comparison.view_model import ComparisonView
    from tui.session.mark_changes import ChangeMarks

_HOW = "} chooses a link for F, or m two"


class Judging:
    """Marks a sentence of each side, and keeps what is said of two.

    The pair is compared again once something else is said of it, here or by another process.

    Args:
        screen: the comparison's screen, which owns the work.
        desk: the library.
        request: compares, and has the comparison shown.
        cursor: has the selected link and the marked sentences.
        do: makes a change of marks in a thread, and then says some sentences; after it `renew` is
            to be called.
        changed: called with the pair compared again, once the columns show it.
    """

    def __init__(
        self,
        screen: CommandScreen,
        desk: Desk,
        request: PairRequest,
        cursor: LinkCursor,
        do: Callable[[ChangeMarks, list[str] | None], object],
        changed: Callable[[ComparisonView], object],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._request = request
        self._cursor = cursor
        self._do = do
        self._changed = changed
        self._wanted: tuple[int, int] | None = None
        self._answers: Latest[Comparison, ComparisonView | None] = Latest(
            screen, self._compare_again, self._take, lambda *_: None
        )

    def mark(self) -> str:
        """Mark the selected sentence, or no longer; give a note on what can be done then."""
        cursor = self._cursor
        if (choice := cursor.here) is None or choice.side != cursor.side:
            return ". chooses what to mark"
        if cursor.marked.get(choice.side) == choice.sentence:
            del cursor.marked[choice.side]
            cursor.draw()
            return "no longer marked"
        cursor.marked[choice.side] = choice.sentence
        cursor.draw()
        if len(cursor.marked) > 1:
            return "F: the two marked ones meet"
        across = SIDES[other_side(choice.side)]
        return f"{SIDES[choice.side]} marked; m on one of {across}, then F"

    def judge(self) -> str:
        """Say that the selected link doesn't meet, or that two marked sentences do.

        What was said of the two before is forgotten instead. Gives a note on what was said.
        """
        view, marked = self._request.view, self._cursor.marked
        if view is None:
            return ""
        if len(marked) > 1:
            pair = marked["left"], marked["right"]
            self._cursor.marked = {}
            return self._judge(view, pair, meets=True)
        pair_here = self._pair_here(view)
        return self._judge(view, pair_here, meets=False) if pair_here else _HOW

    def export(self) -> None:
        """Ask for a file, and write into it what was said of all links of the library."""

        async def write(name: str) -> str:
            file = named_path(name)
            fault = await self._screen.changes.fault(
                lambda desk: write_whole(file, judged_table(desk))
            )
            if not fault:
                self._screen.inform(f"written to {file}")
            return fault

        heading = "Write what you said of links, as TSV with both texts, to the file"
        self._screen.post_message(self._screen.AskLine(heading, "judged links.tsv", _doubt, write))

    def renew(self) -> None:
        """Compare again if something else is said of the pair by now."""
        if self._request.view is not None:
            self._answers.ask(self._request.view.comparison)

    def _pair_here(self, view: ComparisonView) -> tuple[int, int] | None:
        """Give the ends of the selected link, or the pair of this sentence that was said not to meet."""
        choice = self._cursor.choice
        if choice is None:
            return None
        if choice.link is not None:
            link = view.comparison.links[choice.link]
            return link.left, link.right
        return apart_at(view.comparison, choice)

    def _judge(self, view: ComparisonView, pair: tuple[int, int], *, meets: bool) -> str:
        comparison = view.comparison
        places = Sides(comparison.sentences.left[pair[0]], comparison.sentences.right[pair[1]])
        link = next((one for one in comparison.links if (one.left, one.right) == pair), None)
        self._wanted = pair
        if pair in comparison.apart or (link is not None and link.judged):
            self._do(judging_changes.forget_judgement(comparison, places), None)
            return "forgotten what you said"
        self._do(judging_changes.judge(comparison, places, meets=meets), None)
        return f"you said: these {'meet' if meets else 'don’t meet'}; U undoes"

    def _compare_again(self, comparison: Comparison) -> ComparisonView | None:
        left, right = comparison.left, comparison.right
        if judgements(self._desk.marks.links, left, right) == comparison.judged:
            return None
        return self._request.compare((left.id, right.id))

    def _take(self, before: Comparison, view: ComparisonView | None) -> None:
        shown = self._request.view
        if view is None or shown is None:
            return
        if shown.comparison is not before:  # the sides were swapped, or others are compared
            self.renew()
            return
        self._request.view = view
        self._cursor.renew(view, self._wanted)
        self._wanted = None
        self._changed(view)


def _doubt(name: str) -> str | None:
    """Say what speaks against the name of a file; None where nothing does."""
    return "it is there already; enter replaces it" if named_path(name).exists() else None
