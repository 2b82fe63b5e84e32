from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import opened, put

from search import Passage, Sides, judged_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for number in (1, 2):
        put(tmp_path / "library", f"{number}.md", number)
    opened_desk = opened(tmp_path)
    yield opened_desk
    opened_desk.close()


def test_each_judgement_is_a_line_with_both_texts_that_no_sheet_calculates(desk: Desk) -> None:
    one, other = desk.resolve_each("1.md", "2.md")
    assert len(list(judged_table(desk))) == 1
    desk.marks.links.judge(
        Sides(one, other), Sides(Passage("=SUM(A1)\tor\nnot"), Passage("The boat.")), meets=False
    )
    head, line = (row.rstrip("\n").split("\t") for row in judged_table(desk))
    said = dict(zip(head, line, strict=True))
    assert said.pop("made")
    assert said == {
        "meets": "no",
        "left_source": "Tide",
        "right_source": "Tide",
        "left_published": "",
        "right_published": "",
        "left_title": "Marlow 1",
        "right_title": "Marlow 2",
        "left_path": "1.md",
        "right_path": "2.md",
        "left": "'=SUM(A1) or not",
        "right": "The boat.",
    }
    (desk.library / "1.md").unlink()
    desk.sync()
    assert "Marlow 1" not in list(judged_table(desk))[1]
