"""A scroll bar that also marks positions in the whole text, such as its matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.color import Color
    from rich.console import Console, ConsoleOptions

_TICK = "▪"
_WEAK = "·"
_CURRENT = "◆"
_LIT = "×"


def tick_renderer(
    places: Sequence[float],
    current: int | None,
    color: Color | None,
    emphasis: Color | None,
    highlights: tuple[Sequence[float], Color | None] = ((), None),
    weak: tuple[Sequence[float], Color | None] = ((), None),
) -> Callable[..., TickRender]:
    """Give a `ScrollBar.renderer` that shows ticks at `places`.

    Places are shares of the whole height, 0 to 1; `current` is the index in `places` of the
    current one, which has its own sign and the colour `emphasis`. `highlights` are places of
    another kind, with a sign and a colour of their own; `weak` are places of less weight, which
    every other sign covers.
    """

    def renderer(**options: object) -> TickRender:
        bar = TickRender(**options)  # type: ignore[arg-type]  # what a ScrollBar gives
        bar.places, bar.current = places, current
        bar.color, bar.emphasis, bar.highlights, bar.weak = color, emphasis, highlights, weak
        return bar

    return renderer


class TickRender(ScrollBarRender):
    """Textual's vertical scroll bar with ticks drawn over it; see `tick_renderer`."""

    places: Sequence[float] = ()
    current: int | None = None
    color: Color | None = None
    emphasis: Color | None = None
    highlights: tuple[Sequence[float], Color | None] = ((), None)
    weak: tuple[Sequence[float], Color | None] = ((), None)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segments]:
        """Draw the bar, then the ticks, then the current one on top."""
        for bar in super().__rich_console__(console, options):
            if not isinstance(bar, Segments):
                continue
            cells = list(bar.segments)
            for place in self.weak[0]:
                self._tick(cells, place, _WEAK, self.weak[1])
            for place in self.places:
                self._tick(cells, place, _TICK, self.color)
            for place in self.highlights[0]:
                self._tick(cells, place, _LIT, self.highlights[1])
            if self.current is not None and self.current < len(self.places):
                self._tick(cells, self.places[self.current], _CURRENT, self.emphasis)
            yield Segments(cells, new_lines=True)

    @staticmethod
    def _tick(cells: list[Segment], place: float, sign: str, color: Color | None) -> None:
        if not cells:
            return
        row = min(len(cells) - 1, max(0, int(place * len(cells))))
        width = len(cells[row].text)
        under = cells[row].style or Style.null()
        back = under.color if under.reverse else under.bgcolor
        style = Style(color=color, bgcolor=back, bold=True, meta=under.meta)
        cells[row] = Segment(sign.ljust(width), style)
