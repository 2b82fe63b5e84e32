"""Marks of a library's articles: what was said by hand stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paper import opened, put

from search import MarkChange

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_said_by_hand_is_not_overruled_by_reading(tmp_path: Path) -> None:
    for number in range(1, 4):
        put(tmp_path / "library", f"{number}.md", number)
    desk = opened(tmp_path)
    one, other, third = desk.ids()
    desk.marks.mark([one], MarkChange(read=True))
    desk.marks.mark([one], MarkChange(read=False))
    desk.marks.mark([other], MarkChange(starred=True))
    assert [desk.marks.was_read(article) for article in (one, other, third)] == [False, True, True]
    assert desk.marks.store.set_of("read") == {other, third}
    desk.close()
