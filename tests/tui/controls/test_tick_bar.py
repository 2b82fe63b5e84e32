from __future__ import annotations

from rich.color import Color
from rich.console import Console
from rich.segment import Segments

from tui.controls.tick_bar import tick_renderer


def test_each_kind_of_tick_has_its_own_sign_and_the_chosen_one_lies_over_all() -> None:
    red, blue, green = (Color.parse(name) for name in ("red", "blue", "green"))
    bar = tick_renderer([0.0, 0.5], 1, red, blue, ([0.25, 0.5, 0.99], green))(
        virtual_size=100, window_size=10, position=0, thickness=1, vertical=True, style="white"
    )
    console = Console(width=1, height=8)
    (drawn,) = bar.__rich_console__(console, console.options.update(width=1, height=8))
    assert isinstance(drawn, Segments)
    cells = [segment for segment in drawn.segments if segment.text.strip("\n")]
    signs = {row: cell.text for row, cell in enumerate(cells) if cell.text in "▪◆×"}
    assert signs == {0: "▪", 2: "×", 4: "◆", 7: "×"}
    styles = [cells[row].style for row in (0, 2, 4)]
    colours = [style.color for style in styles if style]
    assert colours == [red, green, blue]
