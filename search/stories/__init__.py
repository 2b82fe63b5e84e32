"""The same event in other sources."""

from search.stories.rank import rank
from search.stories.terms import terms
from search.stories.values import Candidate, Rival, TermVector, TermWeight

__all__ = ["Candidate", "Rival", "TermVector", "TermWeight", "rank", "terms"]
