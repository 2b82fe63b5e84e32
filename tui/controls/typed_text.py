"""What a line to type in takes, be it typed, pasted or given at the start."""

from __future__ import annotations

_MOST = 20_000
"""Characters; more than any query may have, so that one too long is still seen to be."""


def typed(text: str) -> str:
    """Give a text as a line may hold it: one line, nothing that steers or can't be seen.

    Joiners stay, for some scripts are typed with them. Cost: linear in what is kept.
    """
    text = text[:_MOST]
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u200c\u200d" else " " if c.isspace() else "" for c in text
    )
