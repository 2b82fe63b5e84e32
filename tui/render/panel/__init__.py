"""How each side tells it: the pages of the panel beside a comparison, laid out, no widget.

`pages` reads a comparison's findings into pages of entries; `lay` cuts a page into rows for a
width; `draw` and `tabs` give styled cells; `step` walks the entries.
"""

from tui.render.panel.entry import PanelEntry, PanelPage
from tui.render.panel.entry_step import Way, step
from tui.render.panel.panel_layout import Layout, lay
from tui.render.panel.panel_pages import pages
from tui.render.panel.panel_rows import PanelInk, draw, tabs

__all__ = [
    "Layout",
    "PanelEntry",
    "PanelInk",
    "PanelPage",
    "Way",
    "draw",
    "lay",
    "pages",
    "step",
    "tabs",
]
