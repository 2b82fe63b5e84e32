"""The same event in other sources."""

from search.stories.values import Rival

__all__ = ["Rival"]
