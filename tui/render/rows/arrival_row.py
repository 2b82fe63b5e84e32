"""One thing that would come into the library: what it is, and below that what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment

from search import ChangedArticle, Duplicate, FeedSeen, NewArticle
from tui.render.article_facts import day
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from rich.style import Style

    from search import Article, Decision

HEIGHT = 3
"""Lines of a row: what it is, what becomes of it, and the gap to the next."""
Kind: TypeAlias = Literal["new", "changed", "feed", "there", "refused"]
_SIGNS: dict[Kind, str] = {"new": "✓", "changed": "✓", "feed": "✓", "there": "=", "refused": "!"}
_LEFT_OUT = "–"
_WIDEST_KIND = 9
_NARROW = 50
"""Cells below which a row doesn't tell day and outlet beside the headline."""
_LIKE = {
    "address": "which has its address",
    "id": "which has its identifier",
    "text": "which says nearly the same, in the same outlet",
    "file": "which it is",
}


@dataclass(frozen=True, slots=True)
class ProposedArrival:
    """What would become of something, and whether the user leaves it out."""

    decision: Decision
    left_out: bool = False

    @property
    def kind(self) -> Kind:
        """What would become of it."""
        match self.decision:
            case NewArticle():
                return "new"
            case ChangedArticle():
                return "changed"
            case FeedSeen():
                return "feed"
            case Duplicate():
                return "there"
            case _:
                return "refused"

    @property
    def comes_in(self) -> bool:
        """Whether it can come in, left out or not."""
        return self.kind in {"new", "changed", "feed"}


class ArrivalInk(NamedTuple):
    """The styles of a row; `sign` is for what comes in, `refused` for what can't."""

    title: Style
    facts: Style
    sign: Style
    refused: Style


def arrival_row(one: ProposedArrival, width: int, styles: ArrivalInk) -> list[list[Segment]]:
    """Give the lines of a row, each at most `width` cells; the last is empty."""
    out = one.left_out or not one.comes_in
    sign = _LEFT_OUT if one.left_out else _SIGNS[one.kind]
    word = "left out" if one.left_out else one.kind
    head = f"{sign} {word:<{_WIDEST_KIND}}"
    name, facts = _name(one.decision), f"  {_facts(one.decision)}"
    if width < _NARROW or len(facts.strip()) == 0:
        facts = ""
    room = max(1, width - cell_len(head) - cell_len(facts))
    title = clip(safe(name), room)
    mark = styles.refused if one.kind == "refused" else styles.facts if out else styles.sign
    below = " " * cell_len(head) + safe(_becomes(one.decision))
    return [
        [
            Segment(head, mark),
            Segment(title, styles.facts if out else styles.title),
            Segment(" " * (room - cell_len(title)), styles.facts),
            Segment(facts, styles.facts),
        ],
        [Segment(clip(below, width), styles.facts)],
        [],
    ]


def _name(decision: Decision) -> str:
    match decision:
        case NewArticle(arrival) | ChangedArticle(arrival):
            return arrival.article.title or arrival.origin
        case FeedSeen(url, title):
            return title or url
        case _:
            return decision.origin


def _facts(decision: Decision) -> str:
    """Give the outlet and the day of an article."""
    match decision:
        case NewArticle(arrival) | ChangedArticle(arrival):
            return _outlet_and_day(arrival.article)
        case _:
            return ""


def _outlet_and_day(article: Article) -> str:
    outlet = clip(safe(article.source or ""), 24)
    return "  ".join(filter(None, [outlet, day(article.published) if article.published else ""]))


def _becomes(decision: Decision) -> str:
    match decision:
        case NewArticle(arrival):
            return f"from {arrival.origin}"
        case ChangedArticle(arrival, path, revision):
            return f"version {revision} of {path}, from {arrival.origin}"
        case FeedSeen(url, title):
            return f"to be subscribed to: {url}" if title else "to be subscribed to"
        case Duplicate(_, path, why):
            return f"is {path}, {_LIKE[why]}"
        case _:
            return decision.reason
