"""Rendering: from values to styled lines of terminal cells.

`search` gives offsets; only this package turns them into styled cells. Importing it doesn't load
Textual, which most verbs of the command line do without.
"""

from tui.render.paint import Mark, paint
from tui.render.safe import harmless, safe
from tui.render.wrap import WrappedLine, clip, flow, paragraphs, wrap

__all__ = ["Mark", "WrappedLine", "clip", "flow", "harmless", "paint", "paragraphs", "safe", "wrap"]
