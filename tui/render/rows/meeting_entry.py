"""How a passage of another article is listed that meets the one at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import SIGNS
from tui.render.article_facts import UNKNOWN_SOURCE, day

if TYPE_CHECKING:
    from search import MeetingPassage


def meeting_heading(passage: MeetingPassage) -> str:
    """Give sign, outlet, day and headline: `≈ Reuters · 8 Dec 2017 · Bank denies it`."""
    head = passage.head
    facts = (head.source or UNKNOWN_SOURCE, day(head.published), head.label)
    return f"{SIGNS[passage.tier]} {' · '.join(facts)}"
