from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.formats.web.html_tree import parse_page
from search.formats.web.stated_values import stated_values

if TYPE_CHECKING:
    from search.formats.web.stated_values import StatedValues


def read(body: str, head: str = "<title>Tide turns early today</title>") -> StatedValues:
    tree, _ = parse_page(f"<html lang=en><head>{head}</head><body>{body}</body></html>", "a.html")
    assert tree is not None
    return stated_values(tree)


def test_metas_are_known_by_name_property_or_itemprop() -> None:
    said = read("", '<meta name="Author" content=" A  B "><meta property="og:title og:x" content="c">'
                '<meta itemprop="datePublished" content="d"><meta name="empty" content="">')  # fmt: skip
    assert said.metas == {
        "author": ["A B"],
        "og:title": ["c"],
        "og:x": ["c"],
        "datepublished": ["d"],
    }
    assert list(said.of("og:x", "none", "author")) == ["c", "A B"]


def test_title_headings_address_and_language() -> None:
    said = read(
        "<h1>Tide <b>turns</b></h1><h1></h1>",
        "<title>Tide</title><link rel='x canonical' href='/a'>",
    )
    assert (said.title, said.headings, said.canonical, said.language) == (
        "Tide",
        ["Tide turns"],
        "/a",
        "en",
    )


FAR = "<i>x</i>" * 130


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("<h1>Tide turns</h1><time datetime=2019-03-14>x</time>", [("2019-03-14", False)]),
        ("<h1>T</h1><time class=updated datetime=2019-03-15>", [("2019-03-15", True)]),
        ("<h1>T</h1><time>14 March 2019</time>", [("14 March 2019", False)]),
        ("<h1>T</h1><span itemprop=dateModified content=2019-03-15>", [("2019-03-15", True)]),
        ("<time datetime=2018-01-01></time><h1>T</h1><time datetime=2019-03-14></time>", [("2019-03-14", False)]),
        (f"<time datetime=2018-01-01></time>{FAR}<h1>T</h1>{FAR}<time datetime=2018-01-02>", []),
        (f"<h1>Logo</h1><time datetime=2018-01-01></time>{FAR}<h2>Tide turns early</h2><time datetime=2019-03-14>", [("2019-03-14", False)]),
        ("<time datetime=2019-03-14></time><time datetime=2019-03-14T10:00></time>", [("2019-03-14", False), ("2019-03-14T10:00", False)]),
        ("<time datetime=2019-03-14></time><time datetime=2019-03-15></time>", []),
    ],
)  # fmt: skip
def test_times_count_near_the_headline(body: str, times: list[tuple[str, bool]]) -> None:
    assert [(one.value, one.updated) for one in read(body).times] == times


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ("<h1>T</h1><a rel=author>A B</a>", ["A B"]),
        ("<h1>T</h1><p class='story-byline'>By A B</p>", ["By A B"]),
        ("<h1>T</h1><span itemprop=author>A B</span>", ["A B"]),
        ("<h1>T</h1><a href='/authors/a-b'>A B</a>", ["A B"]),
        (
            "<h1>T</h1><div data-testid=byline-block>By <a>A B</a><div>Chief</div></div>",
            ["By | A B | | Chief"],
        ),
        ("<h1>T</h1><div class='x-TextContributorName'>By <span>A</span> B</div>", ["By A B"]),
        ("<h1>T</h1><div class='author-bio'>A B writes.</div>", []),
        ("<h1>T</h1><div class='authority'>A B</div>", []),
        (f"<h1>T</h1><a rel=author>A B</a>{'<i>x</i>' * 40}<a rel=author>C D</a>", ["A B"]),
        ("<a rel=author>A B</a><a rel=author>C D</a>", ["A B"]),
        (f"<h1>T</h1>{FAR}<a rel=author>A B</a>", []),
    ],
)
def test_authors_stand_near_the_headline_and_together(body: str, authors: list[str]) -> None:
    assert read(body).authors == authors


@pytest.mark.parametrize(
    ("called", "named"),
    [
        ("story-byline", True),
        ("AuthorName", True),
        ("card__author-block__name", True),
        ("writtenBy", True),
        ("by-line", True),
        ("article-reporters", True),
        ("c-byline__authors has-icons", True),
        ("author-bio", False),
        ("comment-author", False),
        ("author-block__role", False),
        ("authority", False),
        ("by lines", False),
    ],
)
def test_classes_say_who_names_the_author(called: str, named: bool) -> None:
    said = read(f"<h1>Tide turns early today</h1><div class='{called}'>Anna Falk</div>")
    assert said.authors == (["Anna Falk"] if named else [])


def test_headings_that_the_page_calls_itself_by_and_what_is_marked_as_its_headline() -> None:
    said = read("<h1>News</h1><h2>Tide turns early today</h2><h3>Weather of the week</h3>")
    assert (said.headings, said.subheadings) == (["News"], ["Tide turns early today"])
    assert read("<div itemprop=headline>Tide <b>turns</b></div>").marked == ["Tide turns"]


def test_what_a_tag_for_a_counting_service_states() -> None:
    said = read("", """<meta name="parsely-page" content='{"title":"Tide","author":"Jane Doe","pub_date":"2019-03-14"}'>""")  # fmt: skip
    assert list(said.of("parsely-author", "parsely-title", "parsely-pub-date")) == [
        "Jane Doe",
        "Tide",
        "2019-03-14",
    ]
    assert "parsely-author" not in read("", "<meta name=parsely-page content='{'>").metas
    assert "parsely-author" not in read("", "<meta name=parsely-page content='[1]'>").metas


@pytest.mark.parametrize(
    "body",
    [
        "<aside class=related><span class=author>Ann Ray</span></aside>",
        "<div id=comments><p><span class=author>Ann Ray</span></p></div>",
        "<footer><span class=author>Ann Ray</span></footer>",
    ],
)
def test_who_wrote_what_stands_beside_the_story_is_no_author(body: str) -> None:
    assert read(f"<h1>Tide turns</h1>{body}").authors == []


def test_names_that_a_style_sets_apart_are_several() -> None:
    names = "<span>Jane Doe</span><span>Ann Ray</span>"
    assert read(f"<h1>Tide turns</h1><p class=authors>{names}</p>").authors == [
        "Jane Doe | Ann Ray"
    ]
