"""Text on screen: made harmless, wrapped to cells, and painted with its marks.

Offsets come in from `search`; this is the only place that turns them into styled cells.
"""

from tui.render.paint import Mark, paint
from tui.render.safe import safe
from tui.render.ticks import ticked
from tui.render.wrap import Line, clip, flow, wrap

__all__ = ["Line", "Mark", "clip", "flow", "paint", "safe", "ticked", "wrap"]
