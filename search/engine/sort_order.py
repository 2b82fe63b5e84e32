"""The orders in which a search engine gives what it found."""

from __future__ import annotations

from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]
"""By how well an article fits the query, or by its day of publication; without one it comes last.

Of equals the order is the engine's, and stays.
"""
