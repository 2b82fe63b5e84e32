"""The signs of a comparison: shapes, so that no colour is needed to tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.compare.comparison import Tier
    from search.sides import Side

SIGNS: dict[Tier, str] = {"same words": "=", "says the same": "≈", "related": "~"}
"""The sign of each tier."""

SIDE_SIGNS: dict[Side, str] = {"left": "◧", "right": "◨"}
"""The sign of each side."""
