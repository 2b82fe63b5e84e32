from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.style import Style

from search import (
    Article,
    ArticleId,
    Block,
    ChangedArticle,
    Duplicate,
    FeedSeen,
    NewArticle,
    Rejected,
)
from search.arrivals.arrival import Arrival
from tui.render.rows.arrival_row import ArrivalInk, ProposedArrival, arrival_row

if TYPE_CHECKING:
    from search import Decision

PLAIN = ArrivalInk(*[Style()] * len(ArrivalInk._fields))
ARTICLE = Article(
    ArticleId("0" * 16),
    "a.md",
    (Block("paragraph", "The wall holds."),),
    title="Wall [b]holds[/b]\x1b[2J",
    source="Quay Herald",
    published="2024-03-05",
)
WIDE = "東" * 80
DECISIONS: list[Decision] = [
    NewArticle(Arrival("https://quay.example/1", ARTICLE), "2024-wall.md"),
    ChangedArticle(Arrival("https://quay.example/1", ARTICLE), "2024-wall.md", 2),
    FeedSeen("https://quay.example/feed", "Quay Herald"),
    FeedSeen("https://quay.example/feed"),
    Duplicate("page.html", "2024-wall.md", "text"),
    Rejected("https://quay.example/2", "there is no such page (404)"),
    Rejected(WIDE, WIDE),
]


def lines(decision: Decision, width: int, *, left_out: bool = False) -> list[str]:
    row = arrival_row(ProposedArrival(decision, left_out), width, PLAIN)
    return ["".join(segment.text for segment in line) for line in row]


def test_each_kind_says_what_it_is_and_what_becomes_of_it() -> None:
    told = [[line.split() for line in lines(one, 100)] for one in DECISIONS[:-1]]
    assert [(one[0][:2], one[1][0]) for one in told] == [
        (["✓", "new"], "from"),
        (["✓", "changed"], "version"),
        (["✓", "feed"], "to"),
        (["✓", "feed"], "to"),
        (["=", "there"], "is"),
        (["!", "refused"], "there"),
    ]
    assert "which says nearly the same" in lines(DECISIONS[4], 100)[1]
    assert lines(DECISIONS[0], 100)[0].endswith("Quay Herald  5 Mar 2024")


def test_what_is_left_out_says_so_and_comes_in_no_more() -> None:
    assert lines(DECISIONS[0], 60, left_out=True)[0].startswith("– left out")
    assert [ProposedArrival(one).comes_in for one in DECISIONS] == [True] * 4 + [False] * 3


@pytest.mark.parametrize("width", [1, 12, 40, 51, 200])
@pytest.mark.parametrize("decision", DECISIONS)
def test_lines_fit_and_strangers_text_is_harmless(decision: Decision, width: int) -> None:
    told = lines(decision, max(width, 13))
    assert all(cell_len(line) <= max(width, 13) for line in told), told
    assert "\x1b" not in "".join(told)
