"""The orders in which a search engine gives what it found."""

from __future__ import annotations

from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["relevance", "newest", "oldest", "source"]
"""By how well an article fits the query, by its day of publication (without one it comes last), or by
its source.

Sources stand in the order of the alphabet, whatever their capitals and accents, and unknown ones last;
the articles of each come newest first. Of equals the order is the engine's, and stays.
"""
