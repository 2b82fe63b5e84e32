from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.style import Style

from search import Cluster, Collocate, Concordance, concordance_tables
from tui.render.company.company_lines import company_lines
from tui.render.count_bars import CountInk

if TYPE_CHECKING:
    from rich.segment import Segment

INK = CountInk(*[Style()] * len(CountInk._fields))
NOTHING = Concordance("levee", "levee", (), 0, (), ())
FOUND = Concordance(
    "levee", "levee", (), 0, (), (),
    collocates=(Collocate("broke", 8, 12.5), Collocate("[bold]old\x1b", 4, 6.25)),
    clusters=(Cluster("the old levee broke", 8), Cluster("old levee", 4)),
)  # fmt: skip

NONE = concordance_tables(NOTHING)
TABLES = concordance_tables(FOUND)


def text(lines: list[list[Segment]]) -> list[str]:
    return ["".join(cell.text for cell in line) for line in lines]


def test_collocates_have_their_measure_and_how_often_they_come() -> None:
    heading, first, second = text(company_lines(TABLES.collocates, 40, 10, INK))
    assert heading == "Within five words, by logDice"
    assert first.startswith("broke")
    assert first.endswith("12.5 ×8")
    assert first.count("█") > second.count("█") > 0
    assert "[bold]old" in second
    assert "\x1b" not in second


def test_clusters_have_how_often_they_come() -> None:
    _, first, second = text(company_lines(TABLES.clusters, 50, 10, INK))
    assert first.startswith("the old levee broke")
    assert first.endswith("×8")
    assert second.endswith("×4")


@pytest.mark.parametrize("width", [8, 20, 44])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    lines = text(
        [
            *company_lines(TABLES.collocates, width, 10, INK),
            *company_lines(TABLES.clusters, width, 10, INK),
        ]
    )
    assert max(map(cell_len, lines)) <= max(width, 16)


def test_without_any_that_is_said() -> None:
    assert text(company_lines(NONE.collocates, 60, 10, INK)) == ["No word comes beside it often."]
    assert text(company_lines(NONE.clusters, 60, 10, INK)) == ["No words recur around it."]
    assert len(company_lines(TABLES.clusters, 60, 2, INK)) == 2
