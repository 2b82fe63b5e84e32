"""Stories: articles of several sources on the same event."""

from search.stories.group import FOLLOWED, SAME_TEXT, group, most_edges
from search.stories.kept_terms import (
    LEVELS,
    NOTHING,
    SIZE,
    KeptTerms,
    level,
    levelled,
    number,
    recovered,
)
from search.stories.plain_headline import plainest
from search.stories.profile import profile
from search.stories.publication_time import ran_first, sort_key
from search.stories.reasons import days_apart, shared_words
from search.stories.small_library import SMALL_LIBRARY, same_story, surely_close
from search.stories.standing_sentences import (
    enough,
    headline_stems,
    tell_of_different_things,
)
from search.stories.story_ids import assign_ids
from search.stories.story_values import (
    Counterpart,
    Profile,
    ProfileTerm,
    Story,
    StoryHead,
    TermVector,
    TermWeight,
    Version,
)
from search.stories.term_weights import term_vector
from search.stories.weekdays import OTHER_DAYS, tell_of_other_days, weekdays

__all__ = [
    "FOLLOWED",
    "LEVELS",
    "NOTHING",
    "OTHER_DAYS",
    "SAME_TEXT",
    "SIZE",
    "SMALL_LIBRARY",
    "Counterpart",
    "KeptTerms",
    "Profile",
    "ProfileTerm",
    "Story",
    "StoryHead",
    "TermVector",
    "TermWeight",
    "Version",
    "assign_ids",
    "days_apart",
    "enough",
    "group",
    "headline_stems",
    "level",
    "levelled",
    "most_edges",
    "number",
    "plainest",
    "profile",
    "ran_first",
    "recovered",
    "same_story",
    "shared_words",
    "sort_key",
    "surely_close",
    "tell_of_different_things",
    "tell_of_other_days",
    "term_vector",
    "weekdays",
]
