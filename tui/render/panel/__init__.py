"""Rendering of the panel beside a comparison: pages on how each side tells the story.

Each page is a section of the comparison's report; `lay_out_page` cuts it into rows for a width;
`draw_row` and `draw_tabs` give styled cells; `next_entry` moves between entries.
"""

from tui.render.panel.entry_step import Way, next_entry
from tui.render.panel.panel_layout import Layout, lay_out_page
from tui.render.panel.panel_rows import PanelInk, draw_row, draw_tabs

__all__ = [
    "Layout",
    "PanelInk",
    "Way",
    "draw_row",
    "draw_tabs",
    "lay_out_page",
    "next_entry",
]
