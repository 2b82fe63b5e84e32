from __future__ import annotations

from search.article import Article, ArticleId, Block
from search.engine.opensearch.article_memory import ArticleMemory


def article(name: str, letters: int) -> Article:
    return Article(ArticleId(name), name, (Block("paragraph", "x" * letters),))


def test_it_keeps_what_was_read_last_within_its_bound() -> None:
    memory = ArticleMemory(100)
    for name in ("a", "b"):
        memory.keep(article(name, 40))
    assert memory.get(ArticleId("a")) == article("a", 40)
    memory.keep(article("c", 40))
    kept = [name for name in "abc" if memory.get(ArticleId(name))]
    assert kept == ["a", "c"]


def test_one_that_comes_again_takes_its_place_and_one_too_large_isn_t_kept() -> None:
    memory = ArticleMemory(100)
    for letters in (90, 50, 50):
        memory.keep(article("a", letters))
    memory.keep(article("b", 50))
    assert memory.get(ArticleId("a")) == article("a", 50)
    memory.keep(article("c", 101))
    assert memory.get(ArticleId("c")) is None
    assert memory.get(ArticleId("b")) == article("b", 50)
