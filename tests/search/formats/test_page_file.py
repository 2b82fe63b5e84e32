from __future__ import annotations

from search.article import ArticleId
from search.formats import read_article
from search.formats.limits import LARGEST_ARTICLE

TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs."


def test_a_page_may_be_larger_than_an_article_for_the_pictures_in_it() -> None:
    picture = "A" * (LARGEST_ARTICLE + 1)
    page = f"<html><body><img src='data:image/png;base64,{picture}'><p>{TOLD}</p></body></html>"
    for name in ("tide.html", "tide"):
        article = read_article(page.encode(), name, ArticleId("0" * 16))
        assert [block.text for block in article.blocks] == [TOLD]
        assert article.cuts == ()
