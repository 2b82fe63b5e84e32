"""The texts of the story screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.article_facts import UNKNOWN_SOURCE, day

if TYPE_CHECKING:
    from search import Story, StoryClaims, Version

GATHERING = "Grouping the library into stories …"

COMPARING = "Comparing the versions with each other …"

ONE_VERSION = "There is only one version: claims are told once another outlet tells the story."

NO_CLAIMS = "The versions have no sentences that could be compared."

NONE = "This article is in no story: it isn't among those that were grouped, or the library is still being read.\n\nesc goes back."


def figures(story: Story) -> str:
    """Give the counts: `5 versions · 4 sources`."""
    return f"{_many(len(story.articles), 'version')} · {_many(len(story.sources), 'source')}"


def claims_title(claims: StoryClaims) -> str:
    """Give the counts of claims: `38 claims, 12 told by several`."""
    several = sum(one.outlets > 1 for one in claims.claims)
    return f"{_many(len(claims.claims), 'claim')}, {several:,} told by several"


def span(story: Story) -> str:
    """Give the days of a story: `8 Feb 2019 to 11 May 2019`."""
    first, last = day(story.first), day(story.last)
    return first if first == last else f"{first} to {last}"


def why(story: Story) -> str:
    """Say why articles are one story, or that there is only one."""
    if len(story.articles) == 1:
        return "No other article was found to tell this story."
    return " · ".join(["one story", *story.why])


def name(version: Version) -> str:
    """Give the name of a version for a sentence: `DW, 11 May 2019`."""
    return f"{version.head.source or UNKNOWN_SOURCE}, {day(version.head.published)}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
