"""The same event in other sources."""

from search.stories.neighbours import Neighbours, rank
from search.stories.terms import terms
from search.stories.values import Candidate, Rival, TermVector, TermWeight

__all__ = ["Candidate", "Neighbours", "Rival", "TermVector", "TermWeight", "rank", "terms"]
