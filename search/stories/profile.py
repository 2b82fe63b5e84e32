"""The profile of an article: its few dozen most characteristic stems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.article import Article
    from search.stories.story_values import ProfileTerm, TermVector

_NAME = 1.3**2
"""What a name or a number counts more: look-alike events differ in little else."""
_MOST = 80
_LEAST = 24
_LETTERS = 30
"""Letters of a story to one stem kept, so that short articles cost no more than long ones."""


def profile(article: Article, vector: TermVector) -> tuple[ProfileTerm, ...]:
    """Give an article's characteristic stems, their weights, and which are names or numbers.

    Heaviest first; of equals, as they stand. Names and numbers count 1.7 times their weight.
    There are 24 to 80, by the story's length, or fewer if the vector has no more.
    """
    letters = sum(len(block.text) for _, block in article.story)
    most = min(_MOST, max(_LEAST, letters // _LETTERS))
    named = [(term, term.shown[0].isupper() or term.shown[0].isdigit()) for term in vector.terms]
    weighed = [(term.stem, term.weight * (_NAME if name else 1), name) for term, name in named]
    weighed.sort(key=lambda one: -one[1])
    return tuple(weighed[:most])
