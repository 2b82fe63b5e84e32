"""Escaping text for Markdown, and rows of Markdown tables."""

from __future__ import annotations

import re

from search.export.tidy_text import tidy

_SIGNIFICANT = re.compile(
    r"[\\`*_\[\]<>#|~&$!{}^]|(?<=[wW])\.|:(?=//|[a-z+-][\w+-]{0,40}:)|@|(?<==)=|=(?==)|(?<=%)%|%(?=%)"
)
_AT_START = re.compile(r"\A(\s*)([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    r"""Escape text so that Markdown shows it as it is: `*` gives `\*`. Cost: linear.

    What extensions read is escaped too: tables, mathematics, addresses, `:signs:`, `==marks==`.
    """
    escaped = _SIGNIFICANT.sub(lambda sign: f"\\{sign[0]}", tidy(text))
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    digits = start[2].isdigit()
    cut = start.end() if digits else start.end() - 1
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def row(*cells: str) -> str:
    """Give a row of a table; the cells have to be Markdown already."""
    return "| " + " | ".join(cells) + " |"
