"""The same event in other sources."""

from search.stories.profile import profile
from search.stories.terms import terms
from search.stories.values import Rival, TermVector, TermWeight
from search.stories.why import apart, shares

__all__ = ["Rival", "TermVector", "TermWeight", "apart", "profile", "shares", "terms"]
