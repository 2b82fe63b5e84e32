"""The same event in other sources."""

from search.stories.group import group
from search.stories.handful import HANDFUL, SAME_STORY, sure
from search.stories.naming import name
from search.stories.profile import profile
from search.stories.terms import terms
from search.stories.timeline import earliest, moment
from search.stories.values import (
    Profile,
    ProfileTerm,
    Rival,
    Story,
    TermVector,
    TermWeight,
    Version,
)
from search.stories.why import apart, shares

__all__ = [
    "HANDFUL",
    "SAME_STORY",
    "Profile",
    "ProfileTerm",
    "Rival",
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
