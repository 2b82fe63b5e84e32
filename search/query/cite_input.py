"""Quoting what was typed in a one-line error."""

from __future__ import annotations

_LONGEST = 40


def cite(text: str) -> str:
    """Cut a text to 40 characters, with a space for each that can't be printed."""
    shown = "".join(c if c.isprintable() else " " for c in text[: _LONGEST + 1])
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
