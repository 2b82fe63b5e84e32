"""What was said of links, applied whenever the pair is compared again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import write_flood

from search import Desk, PassagePlace, Sides, judgements, passage_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import ArticleId, At


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(write_flood(tmp_path / "flood"), cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def judge(desk: Desk, pair: Sides[ArticleId], places: Sides[At], *, meets: bool) -> None:
    passages = Sides(
        passage_at(desk.read(pair.left), PassagePlace(*places.left)),
        passage_at(desk.read(pair.right), PassagePlace(*places.right)),
    )
    desk.marks.links.judge(pair, passages, meets=meets)


def test_what_was_said_holds_for_either_order_and_after_the_text_has_moved(desk: Desk) -> None:
    pair = Sides(*desk.resolve_each("herald.md", "courier.md"))
    before = desk.compare(pair.left, pair.right)
    first = before.links[0]
    ends = Sides(before.sentences.left[first.left], before.sentences.right[first.right])
    judge(desk, pair, ends, meets=False)
    lone = next(place for place in before.unmatched.right)
    meeting = Sides(before.sentences.left[-1], before.sentences.right[lone])
    judge(desk, pair, meeting, meets=True)

    after = desk.compare(pair.left, pair.right)
    assert after.apart == ((first.left, first.right),)
    assert [(one.left, one.right) for one in after.links if one.judged] == [
        (len(before.sentences.left) - 1, lone)
    ]
    assert after.mirrored() == desk.compare(pair.right, pair.left)
    assert judgements(desk.marks.links, after.left, after.right) == after.judged

    file = desk.library / "herald.md"
    head, _, told = file.read_text("utf-8").rpartition("---\n")
    file.write_text(f"{head}---\nA paragraph before all others.\n\n{told}", "utf-8")
    desk.sync()
    moved = desk.compare(pair.left, pair.right)
    assert moved.apart == ((first.left + 1, first.right),)
