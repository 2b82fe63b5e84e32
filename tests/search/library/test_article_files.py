"""Articles are kept at hand as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.library.article_files import ArticleFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{number}.md" for number in range(5)]
    for file in made:
        file.write_text("A story of some length.\n", "utf-8")
    return made


def read(articles: ArticleFiles, file: Path) -> object:
    return articles.read(file, file.name, ArticleId(file.stem))


def test_one_that_was_read_is_at_hand_until_its_file_changes(files: list[Path]) -> None:
    articles = ArticleFiles(lambda: False)
    first = read(articles, files[0])
    assert read(articles, files[0]) is first
    files[0].write_text("Another story.\n", "utf-8")
    assert read(articles, files[0]) is not first


@pytest.mark.parametrize(("limit", "most"), [("MOST_KEPT", 3), ("MOST_KEPT_CHARACTERS", 3 * 23)])
def test_the_last_ones_are_at_hand(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(f"search.library.article_files.{limit}", most)
    articles = ArticleFiles(lambda: False)
    before = [read(articles, file) for file in files]
    after = [read(articles, file) for file in reversed(files)]
    kept = [one is other for one, other in zip(before, reversed(after), strict=True)]
    assert kept == [False, False, True, True, True]


def test_one_too_long_to_be_kept_is_given_all_the_same(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.library.article_files.MOST_KEPT_CHARACTERS", 5)
    articles = ArticleFiles(lambda: False)
    assert read(articles, files[0]) == read(articles, files[0])
