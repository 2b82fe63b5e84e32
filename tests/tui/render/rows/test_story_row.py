from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from search import ArticleId, StoryHead
from tui.render.rows.story_row import HEIGHT, StoryInk, story_row

INK = StoryInk(Style(), Style(), Style(), Style())
STRIKE = StoryHead(
    "a" * 16, "Dockers walk out", ArticleId("b" * 16), 5, 3,
    ("Pilot", "Tide", "Elbe Bote"), ("Pilot",), "2024-05-02", "2024-05-08",
)  # fmt: skip


def shown(story: StoryHead, width: int = 70) -> list[str]:
    return ["".join(cell.text for cell in line) for line in story_row(story, width, INK)]


def test_a_row_has_headline_unread_outlets_days_and_who_ran_it_first() -> None:
    assert shown(STRIKE) == [
        "Dockers walk out                                         3 of 5 unread",
        "⟨Pilot⟩ ⟨Tide⟩ ⟨Elbe Bote⟩  2 to 8 May 2024  first: Pilot",
        "",
    ]
    assert shown(STRIKE._replace(unread=0))[0].endswith("✓ read")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-05-02", "2024-05-02", "  2 May 2024"),
        ("2024-04-30", "2024-05-02", "  30 Apr to 2 May 2024"),
        ("2023-12-31", "2024-01-02", "  31 Dec 2023 to 2 Jan 2024"),
        (None, None, "  no date"),
    ],
)
def test_what_two_days_share_is_said_once(first: str | None, last: str | None, said: str) -> None:
    row = shown(STRIKE._replace(first=first, last=last, ran_first=()))[1]
    assert row == f"⟨Pilot⟩ ⟨Tide⟩ ⟨Elbe Bote⟩{said}"


def test_outlets_without_room_are_counted_and_unknown_ones_said() -> None:
    assert shown(STRIKE, 45)[1] == "⟨Pilot⟩ +2  2 to 8 May 2024  first: Pilot"
    assert shown(STRIKE._replace(sources=(), ran_first=()))[1].startswith("⟨unknown source⟩")


def test_no_row_is_wider_than_its_room() -> None:
    for width in range(20, 90):
        lines = shown(STRIKE, width)
        assert len(lines) == HEIGHT
        assert max(map(cell_len, lines)) <= width
