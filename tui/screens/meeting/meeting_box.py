"""The box below a passage with what of other outlets meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from search import meeting_passage, near_articles
from tui.commands import app_bindings, bindings
from tui.controls.entry_list import EntryList, ListEntry
from tui.render import clip
from tui.render.rows.meeting_entry import meeting_heading
from tui.session.latest import Latest
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId, Desk, MeetingPassage
    from tui.commands import Home
    from tui.session.requests import MeetingRequest

_QUOTED = 200
"""Characters of the passage that the border could show."""


class MeetingChoice(NamedTuple):
    """What the user wants: to read the passage in its article, or to compare the two articles."""

    passage: MeetingPassage
    compare: bool


class MeetingBox(ModalScreen[MeetingChoice | None]):
    """Lists the passages that meet one, best first, while the closest articles are compared.

    One article after another is compared in a thread; that ends when the box is closed.

    Args:
        desk: the library.
        request: for which passage. The box lies over the lower half of its region, or over that of
            the window once this has another size.
    """

    CSS_PATH = "meeting_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("meeting"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "EntryList"

    def __init__(self, desk: Desk, request: MeetingRequest) -> None:
        super().__init__()
        self._request = request
        self._ended = False
        self._shown: tuple[MeetingPassage, ...] = ()
        self._passages: list[MeetingPassage] = []
        self._left: list[ArticleId] = []
        self._near: Latest[ArticleId, list[ArticleId]] = Latest(
            self,
            lambda asked: near_articles(desk, asked),
            lambda _, found: self._begin(found),
            lambda _, error: self._end(str(error)),
        )
        self._meeting: Latest[ArticleId, MeetingPassage | None] = Latest(
            self,
            lambda other: meeting_passage(desk, request.article, request.at, other),
            lambda _, found: self._add(found),
            lambda *_: self._go_on(),  # it has gone meanwhile; the others are there
        )

    def compose(self) -> ComposeResult:
        """The list in a box, and the keys."""
        with Vertical(id="meeting") as box:
            quote = " ".join(self._request.quote[:_QUOTED].split())
            box.border_title = Content(clip(f"Who else says “{quote}”?", _QUOTED))
            yield EntryList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Lie over the lower half of the reader, and begin to look."""
        box, region = self.query_one("#meeting"), self._request.region
        height = max(8, region.height // 2)
        box.styles.width, box.styles.height = region.width, height
        self.styles.align = ("left", "top")
        box.styles.offset = (region.x, max(0, region.bottom - height))
        self._first_size = self.app.size
        self._show("Looking in the articles that are closest …")
        self._near.ask(self._request.article)

    def on_resize(self) -> None:
        """Lie over the lower half of the window once its size has changed."""
        if self.app.size != self._first_size:
            box = self.query_one("#meeting")
            for rule in ("width", "height", "offset"):
                box.styles.clear_rule(rule)
            self.styles.clear_rule("align_horizontal")
            self.styles.clear_rule("align_vertical")

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("meeting", "pane", "app")

    @property
    def passages(self) -> tuple[MeetingPassage, ...]:
        """What was found so far, best first."""
        return tuple(self._passages)

    @property
    def searching(self) -> bool:
        """Whether further articles are being compared."""
        return not self._ended

    def _begin(self, found: list[ArticleId]) -> None:
        self._left = found[::-1]
        self._go_on()

    def _go_on(self) -> None:
        if self._left:
            self._show("Looking in the articles that are closest …")
            self._meeting.ask(self._left.pop())
        else:
            self._end("No passage of another outlet meets this one.")

    def _add(self, found: MeetingPassage | None) -> None:
        if found is not None:
            self._passages.append(found)
            self._passages.sort(key=lambda one: one.rank)
        self._go_on()

    def _end(self, note: str) -> None:
        self._ended = True
        self._show(note)

    def _show(self, note: str) -> None:
        """List what was found; the current one stays current once the user has moved."""
        rows = self.query_one(EntryList)
        chosen = self._shown[rows.index] if rows.index else None
        index = self._passages.index(chosen) if chosen is not None else 0
        self._shown = tuple(self._passages)
        entries = [ListEntry(meeting_heading(one), one.text) for one in self._shown]
        rows.show(entries, note, index)
        said = "enter goes there · c compares · esc closes"
        self.query_one("#meeting").border_subtitle = said if self._ended else f"looking … · {said}"

    def on_entry_list_opened(self) -> None:
        """Go to the passage that was clicked twice."""
        self.action_go_there()

    def _choose(self, *, compare: bool) -> None:
        if self._shown:
            passage = self._shown[self.query_one(EntryList).index]
            self.dismiss(MeetingChoice(passage, compare))

    def action_go_there(self) -> None:
        """Read the current passage in its article."""
        self._choose(compare=False)

    def action_compare_there(self) -> None:
        """Compare the two articles."""
        self._choose(compare=True)

    def action_back(self) -> None:
        """Close the box."""
        self.dismiss(None)
