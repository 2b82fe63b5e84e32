"""The texts of the screen of stories."""

from __future__ import annotations

MOST = 2_000
"""Articles whose stories are listed, the first ones of the search."""
GATHERING = "Grouping the library into stories …"
NONE = "There are no stories of this search.\n\nesc goes back to the articles."


def figures(stories: int, unread: int, articles: int) -> str:
    """Give the counts: `12 stories · 5 with unread`; of very many articles, how many were looked at."""
    some = f"of the first {MOST:,} of {articles:,} articles" if articles > MOST else ""
    count = f"{stories:,} {'story' if stories == 1 else 'stories'}"
    return " · ".join(filter(None, (count, f"{unread:,} with unread", some)))
