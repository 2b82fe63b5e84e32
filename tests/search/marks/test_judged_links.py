"""What was said of links, of chosen pairs, and where the reader was, on a real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import opened, put

from search.article import ArticleId
from search.errors import NoSuchArticleError
from search.marks import Passage
from search.marks.reading_places import ReadingPlace
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk

ONE, OTHER = Passage("The ferry sank.", block=1), Passage("The boat went down.", "", "", 2, 4)
NOWHERE = ArticleId("0" * 16)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for number in range(1, 4):
        put(tmp_path / "library", f"{number}.md", number)
    opened_desk = opened(tmp_path)
    yield opened_desk
    opened_desk.close()


def test_a_judged_link_is_kept_turned_replaced_and_taken_back(desk: Desk) -> None:
    one, two, three = desk.resolve_each("1.md", "2.md", "3.md")
    links = desk.marks.links
    assert links.every() == []
    links.judge(Sides(one, two), Sides(ONE, OTHER), meets=False)
    links.judge(Sides(one, three), Sides(ONE, OTHER), meets=True)
    (found,) = links.between(two, one)
    assert (found.articles, found.passages) == (Sides(two, one), Sides(OTHER, ONE))
    assert not found.meets
    assert links.between(one, two) == [found.turned()]
    links.judge(Sides(two, one), Sides(OTHER, ONE), meets=True)
    assert [judged.meets for judged in links.between(one, two)] == [True]
    assert desk.marks.store.undo() == "what you said of a link"
    assert links.between(two, one) == [found]
    links.forget(found.number)
    links.forget(found.number)
    assert len(links.every()) == 1
    desk.marks.store.undo()
    assert links.between(two, one) == [found]
    with pytest.raises(NoSuchArticleError):
        links.judge(Sides(one, NOWHERE), Sides(ONE, OTHER), meets=True)


def test_the_pair_chosen_last_comes_first(desk: Desk) -> None:
    one, two, three = desk.resolve_each("1.md", "2.md", "3.md")
    for other in (two, three, two):
        desk.marks.pairs.choose(Sides(one, other))
    assert desk.marks.pairs.beside(one) == [two, three]
    assert desk.marks.pairs.beside(two) == []
    assert desk.marks.store.undo() is None


def test_a_place_is_kept_until_the_reader_is_at_the_top(desk: Desk) -> None:
    (one,) = desk.resolve_each("1.md")
    places = desk.marks.places
    places.keep(one, None)
    assert not desk.marks.store.kept
    places.keep(one, ReadingPlace(3, 14))
    places.keep(one, ReadingPlace(4))
    assert places.of(one) == ReadingPlace(4)
    assert desk.marks.of([one])[0].read is False
    places.keep(one, None)
    assert places.of(one) is None
    with pytest.raises(NoSuchArticleError):
        places.keep(NOWHERE, ReadingPlace(1))


def test_places_links_and_pairs_follow_their_articles(desk: Desk) -> None:
    one, two = desk.resolve_each("1.md", "2.md")
    desk.marks.places.keep(one, ReadingPlace(0, 5))
    desk.marks.links.judge(Sides(one, two), Sides(ONE, OTHER), meets=False)
    desk.marks.pairs.choose(Sides(two, one))
    (desk.library / "1.md").rename(desk.library / "moved.md")
    desk.sync()
    moved = desk.resolve("moved.md")
    assert moved != one
    assert desk.marks.places.of(moved) == ReadingPlace(0, 5)
    assert [link.articles for link in desk.marks.links.every()] == [Sides(moved, two)]
    assert desk.marks.pairs.beside(two) == [moved]
