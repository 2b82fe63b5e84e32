"""Two sources within the stories both tell: their words, and what one puts in place of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from two_tides import PILOT, TIDE, write_tides

from search import CancelledError, Desk
from search.desk.tellings import shared_wording as module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    library = write_tides(tmp_path / "tides")
    desk = Desk(library, cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def test_only_articles_of_shared_stories_are_counted(desk: Desk) -> None:
    stories = desk.story_groups.shared(PILOT, TIDE)
    inner = desk.sources(PILOT, TIDE, within=stories)
    whole = desk.sources(PILOT, TIDE)
    assert (inner.within, inner.stories, inner.articles.left) == (True, 2, 2)
    assert (whole.within, whole.stories, whole.articles.left) == (False, None, 3)
    assert inner.words.left < whole.words.left
    assert inner.mirrored().within


def test_wording_is_gathered_over_the_stories(desk: Desk) -> None:
    shares: list[float] = []
    stories = desk.story_groups.shared(PILOT, TIDE)
    found = desk.story_groups.wording(stories, shares.append)
    assert [(one.left, one.right, one.times, one.stories) for one in found.replacements] == [
        ("angry", "worried", 2, 2)
    ]
    assert (found.pairs, found.cuts) == (2, ())
    assert shares == [0.0, 0.5]


def test_what_is_over_the_limit_is_left_out_and_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PAIRS", 1)
    found = desk.story_groups.wording(desk.story_groups.shared(PILOT, TIDE))
    assert (found.pairs, found.cuts) == (1, ("1 of 2 pairs of articles",))


def test_it_stops_once_nobody_wants_it(desk: Desk) -> None:
    stories = desk.story_groups.shared(PILOT, TIDE)
    with pytest.raises(CancelledError):
        desk.story_groups.wording(stories, cancelled=lambda: True)


def test_an_article_that_is_gone_is_left_out(desk: Desk) -> None:
    stories = desk.story_groups.shared(PILOT, TIDE)
    (desk.library / "flood-tide.md").unlink()
    assert desk.story_groups.wording(stories).pairs == 1
