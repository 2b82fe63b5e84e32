"""The filter for every text that is drawn: no control character is left in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class ControlFilter(LineFilter):
    """Replaces control characters in all text of widgets, wherever the text comes from.

    So an escape sequence is only ever written by the renderer, for a style or a position. Cost: a
    search in each piece of a line, when the line is rendered.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments of a line without control characters."""
        del background
        if not any(_CONTROL.search(segment.text) for segment in segments):
            return segments
        return [
            Segment(_CONTROL.sub("\ufffd", text), style, control)
            for text, style, control in segments
        ]
