from __future__ import annotations

from typing import TYPE_CHECKING

from search import Article, ArticleId, Block, article_links

if TYPE_CHECKING:
    from pathlib import Path

BLOCKS = (Block("paragraph", "The report says so."),)


def article(path: str, place: str = "") -> Article:
    return Article(ArticleId("0" * 16), path, BLOCKS, place=place)


def test_links_are_read_from_the_file_of_an_article(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("The [report](https://r.example) says so.", "utf-8")
    assert [one.address for one in article_links(file, article("a.md"))] == ["https://r.example"]


def test_a_file_that_is_shared_gone_or_no_text_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("The [report](https://r.example) says so.", "utf-8")
    assert article_links(file, article("a.md#1", "3")) == []
    assert article_links(file, article("a.docx")) == []
    assert article_links(tmp_path / "gone.md", article("gone.md")) == []
    file.write_bytes(b"\0\1\2")
    assert article_links(file, article("a.md")) == []
