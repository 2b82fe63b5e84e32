"""What would come into the library, before anything is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from search import ArrivalPreview, CutOff, LookingAt, PassedOver
from tui.commands import allowed, app_bindings, bindings
from tui.commands.missing_needs import MISSING
from tui.render import safe
from tui.screens.library.incoming import incoming_text as text
from tui.session.told_work import ToldWork
from tui.widgets.arrival_list import ArrivalList
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import BroughtIn, Desk, Previewed, SearchError
    from tui.commands import Home, Need


class PreviewScreen(ModalScreen[text.Outcome | None]):
    """Lists what would come in, as it is found, and brings it in on request.

    Its result is what was brought in; None if the user goes back, after which all is as it was.

    Args:
        desk: the library.
        names: the paths and addresses that were named.
        allowed: hosts in private networks that may be asked.
    """

    CSS_PATH = "incoming.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("arrivals"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "ArrivalList"

    def __init__(
        self,
        desk: Desk,
        names: Sequence[str],
        allowed: Collection[str],
        cookies: Path | None = None,
    ) -> None:
        super().__init__()
        self._names = names
        self._library = desk.library
        self._preview = ArrivalPreview(desk, allowed, cookies=cookies)
        self._note = "looking through the library …"
        self._passed_over = ""
        self._brought: list[BroughtIn] = []
        self._total = 0
        self._look: ToldWork[Previewed] = ToldWork(self, self._take, self._looked, self._fail)
        self._bring: ToldWork[BroughtIn] = ToldWork(self, self._count, self._end, self._fail)

    def compose(self) -> ComposeResult:
        """The counts, the kinds of files that nothing reads, the list, the keys."""
        with Vertical(id="arrivals") as box:
            box.border_title = Content(f"What would come into {safe(self._library.name)}")
            yield Static("", id="counts", markup=False)
            yield Static("", id="passed-over", markup=False)
            yield Static("", id="doing", markup=False)
            yield ArrivalList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to look."""
        self._look.begin(partial(self._preview.look, self._names))
        self._show()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("arrivals", "pane", "app")

    @property
    def looking(self) -> bool:
        """Whether more may come."""
        return self._look.running

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("arrivals", action, self._has)

    def _has(self, need: Need) -> bool:
        if self._bring.running:
            return False
        rows = self._rows
        if need == "arrival":
            return any(row.comes_in for row in rows.proposed)
        return not self.looking and any(row.comes_in and not row.left_out for row in rows.proposed)

    @property
    def _rows(self) -> ArrivalList:
        return self.query_one(ArrivalList)

    def _show(self) -> None:
        self.query_one("#counts", Static).update(text.counts(self._rows.proposed))
        for place, said in (("#passed-over", self._passed_over), ("#doing", self._note)):
            line = self.query_one(place, Static)
            line.update(safe(said))
            line.display = bool(said)
        self.refresh_bindings()

    def _take(self, came: list[Previewed]) -> None:
        """List what was found since the last time."""
        for one in came:
            if isinstance(one, LookingAt):
                self._note = text.looking_at(one)
            elif isinstance(one, CutOff):
                self._note = text.CUT_OFF
            elif isinstance(one, PassedOver):
                self._passed_over = text.passed_over(one.kinds)
        self._rows.add(one for one in came if not isinstance(one, LookingAt | CutOff | PassedOver))
        self._show()

    def _looked(self) -> None:
        if self._note != text.CUT_OFF:
            self._note = ""
        if not self._rows.total:
            self._rows.show_note(text.NOTHING)
        self._show()

    def _fail(self, error: SearchError) -> None:
        self._note = ""
        self._rows.show_note(str(error))
        self._show()

    def action_leave_out(self) -> None:
        """Leave the current one out, or no longer."""
        if not self._rows.leave_out():
            self.notify(MISSING["arrival"], markup=False)
        self._show()

    def action_bring_all(self) -> None:
        """Bring in all that isn't left out."""
        wanted = [one.decision for one in self._rows.proposed if one.comes_in and not one.left_out]
        self._total = len(wanted)
        self._bring.begin(partial(self._preview.bring_in, wanted))
        self._count([])

    def _count(self, came: list[BroughtIn]) -> None:
        self._brought += came
        self._note = f"bringing in {len(self._brought):,} of {self._total:,} … esc stops"
        self._show()

    def _end(self) -> None:
        stopped = len(self._brought) < self._total
        self.dismiss(text.Outcome(tuple(self._brought), stopped=stopped))

    def action_back(self) -> None:
        """Leave everything as it was; while it is brought in, stop after the article it is at."""
        if self._bring.running:
            self._bring.stop()
        else:
            self._look.stop()
            self.dismiss(None)
