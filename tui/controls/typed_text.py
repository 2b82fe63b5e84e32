"""The text that a line to type in accepts."""

from __future__ import annotations

_MOST = 20_000
"""Characters; more than a query may have, so that one that is too long is still reported."""
_MOST_LINES = 200_000
"""Characters; more than a note may have, likewise."""


def single_line(text: str) -> str:
    """Make a text fit one line: no line breaks, control or invisible characters.

    Joiners stay, as some scripts are typed with them. Cost: linear in what is kept.
    """
    return _plain(text[:_MOST])


def one_line(text: str) -> str:
    """Join the lines of a text by single spaces; blank lines, and space at either end, are dropped.

    Cost: linear in what is kept.
    """
    lines = (line.strip() for line in text[:_MOST].splitlines())
    return single_line(" ".join(line for line in lines if line))


def _plain(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u200c\u200d" else " " if c.isspace() else "" for c in text
    )


def plain_lines(text: str) -> str:
    """Make a text fit several lines: no control or invisible characters but the breaks of lines.

    Cost: linear in what is kept.
    """
    lines = text[:_MOST_LINES].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(_plain, lines))
