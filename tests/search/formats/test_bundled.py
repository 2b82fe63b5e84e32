"""The five bundled articles, as they are understood."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.formats import read_article

if TYPE_CHECKING:
    from search.article import Article, BlockKind

ARTICLES = Path(__file__).parents[3] / "articles"


@cache
def bundled(name: str) -> Article:
    path = ARTICLES / f"{name}.txt"
    return read_article(path.read_bytes(), path.name, ArticleId("0123456789abcdef"))


def texts(article: Article, kind: BlockKind) -> list[str]:
    """Give the beginnings of all blocks of a kind."""
    return [block.text[:60] for block in article.blocks if block.kind == kind]


def test_press_tv_is_named_by_its_furniture_and_has_no_date() -> None:
    article = bundled("press-tv-pompeo-latin-america-tour")
    assert article.title == "Pompeo on Latin America tour to build up support for Maduro ouster"
    assert (article.source, article.published, article.authors) == ("Press TV", None, ())
    assert article.evidence == {
        "title": "text: line 3",
        "source": "text: line 58 (outlet named in page furniture)",
    }
    assert texts(article, "boilerplate") == [
        "News / Foreign Policy / Venezuela",
        "Press TV’s website can also be accessed at the following alt",
        "www.presstv.co.uk",
        "SHARE THIS ARTICLE",
        "Press TV News Roku",
    ]
    assert texts(article, "caption") == [
        "US Secretary of State Mike Pompeo (R) is welcomed by Peruvia",
        "(L-R) US Secretary of State Mike Pompeo shakes hands with Pe",
        "Venezuelan President Nicolas Maduro (C) swears new members o",
    ]
    assert texts(article, "heading") == ["Maduro orders civil militia expansion"]
    assert len(texts(article, "paragraph")) == 22


def test_the_unnamed_site_stays_unnamed_though_its_story_names_others() -> None:
    article = bundled("unnamed-site-pompeo-warns-moscow")
    assert article.title == "Pompeo Warns Moscow about Military Presence in Venezuela"
    assert article.evidence == {"title": "text: line 1"}
    assert texts(article, "boilerplate") == [
        "Be the first to comment",
        "Leave a Reply",
        "Your email address will not be published.",
        "*",
    ]
    assert {block.kind for _, block in article.story} == {"paragraph"}
    assert len(article.story) == 12


def test_al_jazeera_is_told_by_the_address_at_its_foot() -> None:
    article = bundled("al-jazeera-us-diplomats-leave-venezuela")
    assert article.title == "All US diplomats have left Venezuela: Mike Pompeo"
    assert (article.source, article.published) == ("Al Jazeera", "2019-03-14")
    assert article.url == (
        "https://www.aljazeera.com/news/2019/03/diplomats-left-venezuela-pompeo-190314175747259.html"
    )
    assert article.evidence == {
        "title": "text: line 3",
        "source": "text: line 50 (its address)",
        "published": "url",
        "url": "text: line 50",
    }
    assert [block.kind for block in article.blocks] == [
        "lead",
        "caption",
        *["paragraph"] * 4,
        *["quote"] * 2,
        *["paragraph"] * 9,
        *["caption"] * 2,
        *["boilerplate"] * 3,
    ]


def test_the_independent_is_signed_and_dated_to_the_minute() -> None:
    article = bundled("independent-direct-contact-with-military")
    assert article.title == (
        "Trump administration in 'direct contact with Venezuelan military and urging "
        "defections', says White House official"
    )
    assert article.source == "The Independent"
    assert article.authors == ("Andrew Buncombe",)
    assert article.published == "2019-02-08T18:38:00+00:00"
    assert texts(article, "lead") == [
        "Revelation comes two weeks after US recognised opposition po"
    ]
    assert texts(article, "caption") == [
        "Venezuela: Maduro blockades bridge to stop humanitarian aid "
    ]
    assert texts(article, "boilerplate") == [
        "Andrew Buncombe",
        "Friday 08 February 2019 18:38 GMT",
        "Peter Stubley Venezuela air force general defects and urges ",
        "Join our commenting forum",
        "Join thought-provoking conversations, follow other Independe",
        "Thank you for registering",
        "Please refresh the page or navigate to another page on the s",
    ]
    assert len(texts(article, "paragraph")) == 16


def test_dw_is_told_by_an_address_behind_a_proxy() -> None:
    article = bundled("dw-guaido-seeks-pentagon-talks")
    assert article.title == "Venezuela's Guaido seeks Pentagon talks"
    assert (article.source, article.published) == ("DW", "2019-05-11")
    assert article.url == "https://p.dw.com/p/3ILyb"
    assert texts(article, "lead") == [
        "Self-declared President Juan Guaido is to step up pressure o"
    ]
    assert texts(article, "caption") == [
        "Juan Guaido",
        "Image: picture-alliance/AP Photo/M. Mejia",
    ]
    assert texts(article, "boilerplate") == [
        "1. Skip to content",
        "2. Skip to main menu",
        "3. Skip to more DW sites",
        "Politics",
        "May 11, 2019",
        "https://s.gtool.pro:443/https/p.dw.com/p/3ILyb",
        "Read more: Nicolas Maduro tells military to 'be ready' for p",
        "Read more: Guaido: 'The armed forces no longer back Nicolas ",
        "Read more: Venezuela: Coup or uprising? It depends on who yo",
        "mm/aw (AFP, AP, Reuters)",
        "Each evening at 1830 UTC, DW's editors send out a selection ",
    ]


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_of_a_page_is_kept_once_and_in_order(path: Path) -> None:
    article = bundled(path.stem)
    lines = [" ".join(row.split()) for row in path.read_text(encoding="utf-8").split("\n")]
    lines = [line for line in lines if line]
    lines.remove(article.title or "")
    assert [block.text for block in article.blocks] == lines
