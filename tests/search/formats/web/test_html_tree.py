from __future__ import annotations

import pytest

from search.formats.web.html_tree import parse_page, slimmed, within_bounds


@pytest.mark.parametrize(
    ("markup", "text", "whole"),
    [
        ("<p>tide", "tide", True),
        ("tide", "tide", True),
        ("<p>a&#27;b&#0;&#xD800;&#xFFFF;", "a\ufffdb\ufffd\ufffd\ufffd", True),
        ("<p>it&#146;s &#8217;", "it’s ’", True),
        ("<p>&#60;b&#x3e;", "<b>", True),
        ("<font>" * 300 + "deep", "", False),
    ],
)
def test_a_page_is_parsed_as_far_as_a_parser_goes(markup: str, text: str, whole: bool) -> None:
    tree, all_of_it = parse_page(markup, "a.html")
    assert tree is not None
    assert ("".join(tree.itertext()), all_of_it) == (text, whole)


def test_nothing_has_no_tree() -> None:
    assert parse_page("", "a.html") == (None, False)


def test_what_is_not_read_is_left_out() -> None:
    page = (
        "<style>p{}</style><SCRIPT>a<p></script>b<img src='data:image/png;base64,iVBOR'>"
        '<script type="application/ld+json">{}</script><svg><path/></svg>'
    )
    assert slimmed(page).split() == [
        "b<img", "src='data:,'><script", 'type="application/ld+json">{}</script>',
    ]  # fmt: skip


def test_elements_and_their_levels_are_counted() -> None:
    tree, _ = parse_page("<html><body><div><p>a</p><p>b</p></div></body></html>", "a.html")
    assert tree is not None
    assert within_bounds(tree, 5, 1 + 2 + 3 + 4 + 4)
    assert not within_bounds(tree, 4, 100)
    assert not within_bounds(tree, 100, 13)


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_names_of_elements_are_cut_and_nothing_else(quote: str) -> None:
    named = f"{quote}{'a' * 5000}{quote}"
    markup = f"<p class={named} lang=en id={named} title={named}>One <b class=x>two</b></p>"
    tree, _ = parse_page(f"<html><body>{markup}</body></html>", "a.html")
    assert tree is not None
    element = next(tree.iter("p"))
    assert (element.get("class"), element.get("id")) == ("a" * 1000, "a" * 1000)
    assert (element.get("lang"), element.get("title")) == ("en", "a" * 5000)
    assert (element.text, element[0].get("class"), element[0].text) == ("One ", "x", "two")
