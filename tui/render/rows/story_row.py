"""One story in a list: its headline and what is unread, then who told it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.wrap import clip

if TYPE_CHECKING:
    from search import StoryHead

HEIGHT = 3
"""Lines of a story: its headline, its facts, and the gap to the next."""
_LEAST = 10
"""Cells that the outlets get at least."""


class StoryInk(NamedTuple):
    """The styles of a row; `fresh` is for what is unread, `chip` for an outlet."""

    title: Style
    facts: Style
    chip: Style
    fresh: Style


def story_row(story: StoryHead, width: int, styles: StoryInk) -> list[list[Segment]]:
    """Give the lines of a story, each at most `width` cells; the last is empty."""
    unread = f"  {story.unread:,} of {story.articles:,} unread" if story.unread else "  ✓ read"
    room = max(1, width - cell_len(unread))
    title = clip(story.title, room)
    bold = Style(bold=bool(story.unread))
    facts = f"  {_when(story)}{_first(story)}"
    if width - cell_len(facts) < _LEAST:
        facts = f"  {_when(story)}"
    chips = _chips(story.sources, max(1, width - cell_len(facts)))
    return [
        [
            Segment(title, styles.title + bold),
            Segment(" " * (room - cell_len(title)), styles.title),
            Segment(unread, styles.fresh if story.unread else styles.facts),
        ],
        [Segment(chips, styles.chip), Segment(clip(facts, width), styles.facts)],
        [],
    ]


def _when(story: StoryHead) -> str:
    """Give the days of a story, what they share said once: `3 to 8 May 2024`."""
    first, last = day(story.first), day(story.last)
    if first == last:
        return first
    one, other = first.split(" "), last.split(" ")
    while len(one) > 1 and len(one) <= len(other) and one[-1] == other[len(one) - 1]:
        one.pop()
    return f"{' '.join(one)} to {last}"


def _first(story: StoryHead) -> str:
    """Say who ran it first, where that can be told and another did too."""
    if len(story.sources) < 2 or len(story.ran_first) != 1:  # noqa: PLR2004 - one and another
        return ""
    return f"  first: {story.ran_first[0]}"


def _chips(sources: tuple[str, ...], room: int) -> str:
    """Give outlets as chips, as many as there is room for, and how many more there are."""
    names = [f"⟨{name}⟩" for name in sources] or [f"⟨{UNKNOWN_SOURCE}⟩"]
    for shown in range(len(names), 0, -1):
        more = f" +{len(names) - shown}" if shown < len(names) else ""
        chips = " ".join(names[:shown]) + more
        if cell_len(chips) <= room:
            return chips
    return clip(names[0], room)
