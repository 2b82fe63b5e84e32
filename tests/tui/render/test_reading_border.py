from __future__ import annotations

from search import Article, ArticleId
from tui.render.article_page import Place, Reading
from tui.render.reading_border import head_gone, lower_border, upper_border

ARTICLE = Article(
    ArticleId("0" * 16),
    "a.txt",
    (),
    title="Talks [red]fail\u202e",
    source="The Courier",
    published="2024-03-02",
)


def test_the_head_is_gone_from_the_line_below_the_headline_on() -> None:
    assert not head_gone(None)
    assert not head_gone(Place(-6, 12))
    assert head_gone(Place(-5, 0))
    assert head_gone(Place(3, 100))


def test_the_upper_border_has_sign_article_and_legend_and_no_markup() -> None:
    reading = Reading(ARTICLE)
    title = "The Courier · 2 Mar 2024 · Talks [red]fail"
    assert upper_border(reading, "", "", named=True).plain.startswith(title)
    assert "\u202e" not in upper_border(reading, "", "", named=True).plain
    assert upper_border(reading, "", "", named=False).plain == ""
    assert upper_border(reading, "⇄", "", named=True).plain.startswith("⇄ The Courier")
    assert upper_border(None, "⇄", "loaded 2", named=True).plain == "⇄   loaded 2"


def test_the_lower_border_says_what_is_only_in_folded_text() -> None:
    assert lower_border("match 1 of 2", 3, "4 %") == "match 1 of 2 · 4 % · 3 more in folded text"
    assert lower_border("", 1, "") == "1 in folded text"
    assert lower_border("", 0, "") == ""
