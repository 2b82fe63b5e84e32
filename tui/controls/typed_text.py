"""The text that a line to type in accepts."""

from __future__ import annotations

_MOST = 20_000
"""Characters; more than a query may have, so that one that is too long is still reported."""


def single_line(text: str) -> str:
    """Make a text fit one line: no line breaks, control or invisible characters.

    Joiners stay, as some scripts are typed with them. Cost: linear in what is kept.
    """
    text = text[:_MOST]
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u200c\u200d" else " " if c.isspace() else "" for c in text
    )
