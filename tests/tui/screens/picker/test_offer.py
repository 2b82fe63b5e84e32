from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import id_of
from found import ids_of

from search import Counterpart, Head
from tui.screens.picker.offer import offer_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import ArticleId, Desk
    from tui.screens.picker.offer import Offer


@pytest.fixture
def desk(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    library = tmp_path / "seven"
    library.mkdir()
    for name in "abcdefg":
        (library / f"{name}.md").write_text(f"# {name}\n\nAll of them say this.\n", "utf-8")
    return open_desk(library)


def rival(desk: Desk, name: str) -> Counterpart:
    head = Head(id_of(desk, name), name, name, None, None)
    return Counterpart(head, 0.5, same_story=False, why=())


def listed(offer: Offer) -> list[ArticleId]:
    ahead = len(offer.counterparts)
    found = ids_of(offer.answer)
    behind = [found[offer.place(i)] for i in range(ahead, offer.total)]
    return [hit.head.id for hit in offer.counterparts] + behind


def test_counterparts_come_first_and_nothing_twice_nor_the_article_itself(desk: Desk) -> None:
    near = [rival(desk, "e"), rival(desk, "b")]
    offer = offer_of(desk.read(id_of(desk, "a")), near, desk.search("say"), None)
    assert listed(offer)[:2] == [id_of(desk, "e"), id_of(desk, "b")]
    assert sorted(listed(offer)) == sorted(id_of(desk, name) for name in "bcdefg")


@pytest.mark.parametrize("kept", "bcdefg")
def test_the_article_to_stay_on_is_the_current_row(desk: Desk, kept: str) -> None:
    near = [rival(desk, "e"), rival(desk, "b")]
    offer = offer_of(desk.read(id_of(desk, "a")), near, desk.search(""), id_of(desk, kept))
    assert listed(offer)[offer.index] == id_of(desk, kept)


def test_an_article_that_is_not_offered_leaves_the_first_row(desk: Desk) -> None:
    article = desk.read(id_of(desk, "a"))
    assert offer_of(article, (), desk.search(""), article.id).index == 0
    assert offer_of(article, (), desk.search("nowhere"), id_of(desk, "b")).total == 0
