"""How each side tells it: the pages of the panel beside a comparison, laid out, no widget.

`pages` reads a comparison's findings into pages of entries; `lay` cuts a page into rows for a
width; `draw` and `tabs` give styled cells; `step` walks the entries.
"""

from tui.render.panel.draw import PanelInk, draw, tabs
from tui.render.panel.entry import Entry, Page
from tui.render.panel.lay import Layout, lay
from tui.render.panel.pages import pages
from tui.render.panel.step import Way, step

__all__ = ["Entry", "Layout", "Page", "PanelInk", "Way", "draw", "lay", "pages", "step", "tabs"]
