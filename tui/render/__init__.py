"""Text on screen: made harmless, wrapped to cells, and painted with its marks.

Offsets come in from `search`; this is the only place that turns them into styled cells. Nothing
here loads Textual, which the command line does without; `tui.controls.tick_bar` does.
"""

from tui.render.paint import Mark, paint
from tui.render.safe import harmless, safe
from tui.render.wrap import WrappedLine, clip, flow, paragraphs, wrap

__all__ = ["Mark", "WrappedLine", "clip", "flow", "harmless", "paint", "paragraphs", "safe", "wrap"]
