from __future__ import annotations

from typing import TYPE_CHECKING

from library import filled, reader, screen
from textual.color import Color
from textual.geometry import Offset
from textual.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

_LINES = 12


def selected_styles(pilot: Pilot[None]) -> list[Style]:
    """Give the styles of the words in the first lines, all of which are selected."""
    strips = [reader(pilot).render_line(y) for y in range(_LINES)]
    column = reader(pilot).margin
    words = (segment for strip in strips for segment in strip.crop(column) if segment.text.strip())
    return [segment.style for segment in words if segment.style]


def is_legible(style: Style) -> bool:
    """Tell whether text and background differ: by brightness, or as the terminal's own two do."""
    if style.color is None or style.bgcolor is None:
        return False
    if style.bgcolor.is_default:
        return style.color.is_default
    text, behind = (Color.from_rich_color(one) for one in (style.color, style.bgcolor))
    return abs(text.brightness - behind.brightness) > 0.4


async def test_selected_text_can_be_read_in_every_theme(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for theme in pilot.app.available_themes:
            pilot.app.theme = theme
            whole = Selection(Offset(0, 0), Offset(0, _LINES))
            screen(pilot).selections = {reader(pilot): whole}
            await pilot.pause()
            assert (styles := selected_styles(pilot)), theme
            assert all(map(is_legible, styles)), (theme, styles)
            screen(pilot).clear_selection()
