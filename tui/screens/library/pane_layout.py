"""Which panes fit a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.routes import PANES

if TYPE_CHECKING:
    from tui.routes import Pane

ONE_PANE_BELOW = 84
THREE_PANES_FROM = 96


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes to show.

    Attributes:
        panes: the panes shown, from left to right.
        drawer: whether the sources lie over the other panes instead of beside them.
    """

    panes: tuple[Pane, ...]
    drawer: bool = False


def arrange(width: int, focus: Pane, *, alone: bool = False) -> Arrangement:
    """Choose the panes for a window of this width in cells; the focused one is always shown.

    `alone` gives the reader the whole window while it has the focus.
    """
    if alone and focus == "reader":
        return Arrangement(("reader",))
    if width >= THREE_PANES_FROM:
        return Arrangement(PANES)
    drawer = focus == "sources"
    shown: tuple[Pane, ...] = ("articles", "reader")
    if width < ONE_PANE_BELOW:
        shown = ("reader",) if focus == "reader" else ("articles",)
    return Arrangement(("sources", *shown) if drawer else shown, drawer)
