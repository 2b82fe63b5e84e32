"""Escaping text for Markdown, and rows of Markdown tables."""

from __future__ import annotations

import re

from tui.render.safe import harmless

_SIGNIFICANT = re.compile(r"[\\`*_\[\]<>#|~&$!{}]|(?<=[wW])\.|:(?=//)|@")
_AT_START = re.compile(r"\A(\s*)([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    r"""Escape text so that Markdown shows it as it is: `*` gives `\*`."""
    escaped = _SIGNIFICANT.sub(lambda sign: f"\\{sign[0]}", " ".join(harmless(text).split()))
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    digits = start[2].isdigit()
    cut = start.end() if digits else start.end() - 1
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def row(*cells: str) -> str:
    """Give a row of a table; the cells have to be Markdown already."""
    return "| " + " | ".join(cells) + " |"
