"""The same event in other sources."""

from search.stories.group import group
from search.stories.profile import profile
from search.stories.publication_time import earliest, moment
from search.stories.reasons import apart, shares
from search.stories.small_library import HANDFUL, SAME_STORY, sure
from search.stories.story_ids import name
from search.stories.story_values import (
    Counterpart,
    Profile,
    ProfileTerm,
    Story,
    TermVector,
    TermWeight,
    Version,
)
from search.stories.term_weights import terms

__all__ = [
    "HANDFUL",
    "SAME_STORY",
    "Counterpart",
    "Profile",
    "ProfileTerm",
    "Story",
    "TermVector",
    "TermWeight",
    "Version",
    "apart",
    "earliest",
    "group",
    "moment",
    "name",
    "profile",
    "shares",
    "sure",
    "terms",
]
