"""Whether long work goes on."""

from __future__ import annotations


def never_cancelled() -> bool:
    """Never cancel: the default where nobody asks for it."""
    return False
