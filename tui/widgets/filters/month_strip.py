"""The timeline: months as bars over the window's width, of which a range can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import bindings
from tui.render import clip
from tui.render.month_bars import bar_sign, month_bars
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tui.render.month_bars import Bar

_SAID = 28
"""Cells for what is said at the right: `2016-01 ─ 2017-12 · 10,000`."""


class MonthStrip(Widget, can_focus=True):
    """Shows how many articles each month has; posts `Chosen` with the months to filter by."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("timeline")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "months--bar",
        "months--chosen",
        "months--current",
        "months--said",
    }
    DEFAULT_CSS = """
    MonthStrip {
        height: 1;
        & > .months--bar { color: $text-accent; }
        & > .months--chosen { color: $text-warning; text-style: bold underline; }
        & > .months--current { color: $foreground; background: $accent 35%; text-style: bold; }
        &:ansi > .months--current { background: ansi_default; text-style: reverse; }
        & > .months--said { color: $text-muted; }
        &:focus > .months--said { color: $text-accent; text-style: bold; }
        &:ansi > .months--said { text-style: dim; }
    }
    """

    class Chosen(Message):
        """The user wants these months, the first and the last; None wants undated articles."""

        def __init__(self, months: tuple[str, str] | None) -> None:
            super().__init__()
            self.months = months

    class Left(Message):
        """The user wants to go back to where they were."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._counts: Sequence[tuple[str | None, int]] = ()
        self._picked: tuple[str, str] | None = None
        self._dated = False
        self._at = self._anchor = 0
        self._dragged = self._moved = False
        self._laid_out: tuple[int, list[Bar]] | None = None
        self._shades = Shades(self, "months")

    def show(
        self,
        counts: Sequence[tuple[str | None, int]],
        picked: tuple[str, str] | None,
        *,
        dated: bool,
    ) -> None:
        """Show counts by month, oldest first, and what is filtered by if `dated`."""
        counts = tuple(counts)
        if (counts, picked, dated) == (self._counts, self._picked, self._dated):
            return
        ends = self._bar(self._at), self._bar(self._anchor)
        self._counts, self._picked, self._dated, self._laid_out = counts, picked, dated, None
        if not self._dragged:
            self._at, self._anchor = map(self._place, ends)
        self.refresh()

    @property
    def filters(self) -> bool:
        """Whether the search is filtered by months, or to what isn't dated."""
        return self._dated

    @property
    def _bars(self) -> list[Bar]:
        width = max(0, self.size.width - _SAID - 2)
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = width, month_bars(self._counts, width)
        return self._laid_out[1]

    def _place(self, before: Bar | None) -> int:
        """Give where a bar stands by now; the last one if it is gone."""
        stays = (i for i, one in enumerate(self._bars) if before and one.first == before.first)
        return next(stays, max(0, len(self._bars) - 1))

    def _bar(self, at: int) -> Bar | None:
        bars = self._bars
        return bars[min(at, len(bars) - 1)] if bars else None

    def on_focus(self) -> None:
        """Begin at what is chosen, so that the keys change it, at first at the newest month."""
        if not self._dragged:
            picked = [i for i, bar in enumerate(self._bars) if self._dated and self._is_picked(bar)]
            if not picked and not self._moved:
                picked = [i for i, bar in enumerate(self._bars) if bar.first is not None][-1:]
            if picked:
                self._anchor, self._at = picked[0], picked[-1]
        self.refresh()

    def on_blur(self) -> None:
        """Draw without the current month."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def action_earlier_month(self) -> None:
        """Go to the month before."""
        self._move(self._at - 1)

    def action_later_month(self) -> None:
        """Go to the next month."""
        self._move(self._at + 1)

    def action_earlier_year(self) -> None:
        """Go to the same month of the year before, or to the first."""
        self._move_year(-1)

    def action_later_year(self) -> None:
        """Go to the same month of the next year, or to the last."""
        self._move_year(1)

    def action_first_month(self) -> None:
        """Go to the first month."""
        self._move(0)

    def action_last_month(self) -> None:
        """Go to the last month."""
        self._move(len(self._bars) - 1)

    def action_extend_earlier(self) -> None:
        """Take the month before to the range, or the last one from it."""
        self._move(self._at - 1, extend=True)

    def action_extend_later(self) -> None:
        """Take the next month to the range, or the first one from it."""
        self._move(self._at + 1, extend=True)

    def action_choose_months(self) -> None:
        """Post `Chosen` for the range."""
        if (low := self._bar(min(self._at, self._anchor))) is None:
            return
        high = self._bar(max(self._at, self._anchor)) or low
        if high.last is None and low.first is not None:  # a range ends before what isn't dated
            high = self._bars[-2]
        months = (low.first, high.last) if low.first and high.last else None
        self.post_message(self.Chosen(months))

    def action_leave_timeline(self) -> None:
        """Post `Left`."""
        self.post_message(self.Left())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a range where the mouse is."""
        if (at := self._under(event)) is not None:
            self._dragged = True
            self.capture_mouse()
            self._move(at)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Have the range reach to where the mouse is."""
        if self._dragged and (at := self._under(event)) is not None:
            self._move(at, extend=True)

    def on_mouse_up(self) -> None:
        """Choose the range."""
        if self._dragged:
            self._dragged = False
            self.release_mouse()
            self.action_choose_months()

    def render_line(self, y: int) -> Strip:
        """Draw the bars, and at the right what they are."""
        del y
        base, width = self._shades.base, self.size.width
        bars = self._bars
        most = max((bar.articles for bar in bars if bar.first), default=1)
        low, high = sorted((self._at, self._anchor))
        line, end = [Segment(" ", base)], 0
        for at, bar in enumerate(bars):
            line.append(Segment(" " * (bar.start - end), base))
            current = self.has_focus and low <= at <= high
            sign = bar_sign(bar, most, current=current)
            style = base + self._style(bar, current=current)
            line.append(Segment(sign * (bar.stop - bar.start), style))
            end = bar.stop
        said = f" {clip(self._said(), _SAID - 2)} "
        left = Strip(line).adjust_cell_length(max(0, width - _SAID), base)
        right = Strip([Segment(said, base + self._shades["said"])])
        return Strip([*left, *right]).adjust_cell_length(width, base)

    def _style(self, bar: Bar, *, current: bool) -> Style:
        style = self._shades["chosen" if self._is_picked(bar) else "bar"]
        return style + self._shades["current"] if current else style

    def _is_picked(self, bar: Bar) -> bool:
        if not self._dated or (bar.first is None) != (self._picked is None):
            return False
        if self._picked is None or bar.first is None or bar.last is None:
            return True
        return bar.first <= self._picked[1] and bar.last >= self._picked[0]

    def _said(self) -> str:
        """Say which months are current, else chosen, else shown, and how many articles they have."""
        low, high = sorted((self._at, self._anchor))
        here = self._bars[low : high + 1]
        if not self.has_focus:
            here = [bar for bar in self._bars if not self._dated or self._is_picked(bar)]
        if not here:
            return ""
        dated = [bar for bar in here if bar.first]
        count = sum(bar.articles for bar in dated or here)
        if not dated:
            return f"(no date) · {count:,}"
        first, last = dated[0].first, dated[-1].last
        if self._dated and not self.has_focus and self._picked:
            first, last = self._picked
        return f"{first if first == last else f'{first} ─ {last}'} · {count:,}"

    def _move(self, at: int, *, extend: bool = False) -> None:
        if self._bars:
            self._moved = True
            self._at = max(0, min(at, len(self._bars) - 1))
            self._anchor = min(self._anchor, len(self._bars) - 1) if extend else self._at
            self.refresh()

    def _move_year(self, step: int) -> None:
        first = bar.first if (bar := self._bar(self._at)) is not None else None
        if first is None:
            self._move(self._at + step)
            return
        wanted = f"{int(first[:4]) + step:04}{first[4:]}"
        before = [i for i, one in enumerate(self._bars) if one.first and one.first <= wanted]
        self._move(before[-1] if before else 0)

    def _under(self, event: events.MouseEvent) -> int | None:
        """Give the bar under the mouse, or the one that is nearest."""
        x = event.x - 1
        bars = enumerate(self._bars)
        return min(
            bars, key=lambda one: max(one[1].start - x, x - one[1].stop + 1), default=(None,)
        )[0]
