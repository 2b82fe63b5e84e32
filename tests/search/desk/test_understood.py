"""A source's furniture in a library of files: found, and left out of what its articles say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from furniture import MOTTO, PRAISE, herald, others, versions

from search import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search import Article


def write(folder: Path, articles: Sequence[Article]) -> None:
    folder.mkdir(exist_ok=True)
    for one in articles:
        text = "\n\n".join(block.text for block in one.blocks)
        head = f"title: {one.title}\nsource: {one.source}\n"
        (folder / f"{one.path}.txt").write_text(f"---\n{head}---\n\n{text}\n", "utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    write(tmp_path / "news", [*herald(PRAISE, f"{MOTTO} {PRAISE}", PRAISE, ""), *others()])
    desk = Desk(tmp_path / "news", cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def kinds(article: Article) -> list[str]:
    return [block.kind for block in article.blocks]


def test_an_article_is_understood_without_it(desk: Desk) -> None:
    one = desk.resolve("h0.txt")
    assert kinds(desk.read(one)) == ["paragraph", "paragraph"]
    assert kinds(desk.understood(one)) == ["paragraph", "boilerplate"]
    assert kinds(desk.understood(desk.resolve("h3.txt"))) == ["paragraph"]


def test_a_block_that_says_more_stays(desk: Desk) -> None:
    assert kinds(desk.understood(desk.resolve("h1.txt"))) == ["paragraph", "paragraph"]


def test_a_comparison_agrees_with_it(desk: Desk) -> None:
    left, right = desk.resolve_each("h0.txt", "h2.txt")
    found = desk.compare(left, right)
    assert found.left.blocks == desk.understood(left).blocks
    assert found.links == ()
    assert {at.block for at in found.sentences.left} == {0}


def test_it_is_known_anew_when_articles_come(desk: Desk) -> None:
    write(desk.library, herald("", "", "", PRAISE)[3:])
    (desk.library / "h0.txt").unlink()
    (desk.library / "h2.txt").unlink()
    desk.sync()
    assert kinds(desk.understood(desk.resolve("h3.txt"))) == ["paragraph", "paragraph"]
    write(desk.library, herald(PRAISE)[:1])
    desk.sync()
    assert kinds(desk.understood(desk.resolve("h3.txt"))) == ["paragraph", "boilerplate"]


def test_versions_are_told_whole(tmp_path: Path) -> None:
    write(tmp_path / "news", [*versions(PRAISE), *others()])
    desk = Desk(tmp_path / "news", cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    left, right = desk.resolve_each("v0.txt", "v1.txt")
    found = desk.compare(left, right)
    assert found.links[-1].left == len(found.sentences.left) - 1
    assert "boilerplate" not in kinds(desk.understood(left))
    desk.close()


def test_without_an_index_nothing_recurs(tmp_path: Path) -> None:
    write(tmp_path / "news", herald(PRAISE, PRAISE, PRAISE))
    desk = Desk(tmp_path / "news", cache=tmp_path / "cache", data=tmp_path / "data")
    one = desk.resolve(str(tmp_path / "news" / "h0.txt"))
    assert kinds(desk.understood(one)) == ["paragraph", "paragraph"]
    desk.close()
