from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import write_flood

from search import Desk, NoSuchArticleError, meeting_passage, near_articles
from search.desk.pairs.meeting_passages import MOST_ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import ArticleId


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    library = write_flood(tmp_path / "flood")
    mayor = "The mayor said the siren system failed because batteries had not been replaced."
    (library / "again.md").write_text(
        f"---\ntitle: Sirens\nsource: Valley Herald\ndate: 2024-03-03\n---\n{mayor}\n"
        "\nThe old town of Marlow was flooded within two hours.\n",
        "utf-8",
    )
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    desk.story_groups.gather()
    yield desk
    desk.close()


def herald(desk: Desk) -> ArticleId:
    return next(head.id for head in desk.heads() if "dam" in (head.title or ""))


def sentence(desk: Desk, words: str) -> tuple[int, int, int]:
    for block, one in enumerate(desk.read(herald(desk)).blocks):
        if (start := one.text.find(words)) >= 0:
            return block, start, start + len(words)
    raise AssertionError(words)


def test_near_articles_are_of_other_sources_and_bounded(desk: Desk) -> None:
    found = near_articles(desk, herald(desk))
    sources = {desk.read(one).source for one in found}
    assert "The Courier" in sources
    assert "Valley Herald" not in sources
    assert desk.read(found[0]).source == "The Courier"
    assert len(found) <= MOST_ARTICLES


def test_the_sentence_that_says_the_same_is_found(desk: Desk) -> None:
    other = near_articles(desk, herald(desk))[0]
    at = sentence(desk, "The siren system failed because")
    found = meeting_passage(desk, herald(desk), at, other)
    assert found is not None
    assert found.text.startswith("The mayor said the siren system failed")
    assert found.head.source == "The Courier"
    text = desk.read(other).blocks[found.at.block].text
    assert text[found.at.start : found.at.stop] == found.text


def test_the_same_words_rank_before_what_is_related(desk: Desk) -> None:
    other = near_articles(desk, herald(desk))[0]
    quote = meeting_passage(desk, herald(desk), sentence(desk, "We warned the ministry"), other)
    siren = meeting_passage(desk, herald(desk), sentence(desk, "The siren system"), other)
    assert quote is not None
    assert siren is not None
    assert quote.rank[0] <= siren.rank[0]


def test_what_nobody_else_says_meets_nothing(desk: Desk) -> None:
    other = near_articles(desk, herald(desk))[0]
    assert meeting_passage(desk, herald(desk), sentence(desk, "Cats slept"), other) is None
    assert meeting_passage(desk, herald(desk), (99, 0, 5), other) is None


def test_an_article_that_is_gone_is_an_error(desk: Desk) -> None:
    with pytest.raises(NoSuchArticleError):
        near_articles(desk, "f" * 16)  # type: ignore[arg-type] # an id of no article
