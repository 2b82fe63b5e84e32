"""Rendering of the panel beside a comparison: pages on how each side tells the story.

`pages` turns a comparison's findings into pages of entries; `lay_out_page` cuts a page into rows
for a width; `draw_row` and `draw_tabs` give styled cells; `next_entry` moves between entries.
"""

from tui.render.panel.entry import PanelEntry, PanelPage
from tui.render.panel.entry_step import Way, next_entry
from tui.render.panel.panel_layout import Layout, lay_out_page
from tui.render.panel.panel_pages import pages
from tui.render.panel.panel_rows import PanelInk, draw_row, draw_tabs

__all__ = [
    "Layout",
    "PanelEntry",
    "PanelInk",
    "PanelPage",
    "Way",
    "draw_row",
    "draw_tabs",
    "lay_out_page",
    "next_entry",
    "pages",
]
