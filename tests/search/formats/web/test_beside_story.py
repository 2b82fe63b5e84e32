from __future__ import annotations

import pytest

from search.formats.web.beside_story import around_headlines, stands_beside
from search.formats.web.html_tree import parse_page


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        ("<p><b>x</b></p>", False),
        ("<aside><b>x</b></aside>", True),
        ("<footer><p><b>x</b></p></footer>", True),
        ("<article><aside><b>x</b></aside></article>", False),
        ("<article><footer><b>x</b></footer></article>", False),
        ("<div class='box related'><p><b>x</b></p></div>", True),
        ("<div class=unrelated><b>x</b></div>", False),
        ("<div id=comment-list><b>x</b></div>", True),
        ("<div class=comments><article><b>x</b></article></div>", False),
        ("<main class=event-page><b>x</b></main>", False),
    ],
)
def test_what_is_called_so_or_is_an_aside_of_the_page(body: str, beside: bool) -> None:
    tree, _ = parse_page(f"<html><body>{body}</body></html>", "a.html")
    assert tree is not None
    assert stands_beside(next(tree.iter("b"))) is beside


@pytest.mark.parametrize(
    "called", ["has-sidebar", "comments-open", "single-event", "right-sidebar"]
)
def test_what_holds_the_headline_is_not_beside_it(called: str) -> None:
    page = (
        f"<div class='{called}'><h1>T</h1><p><b>x</b></p><div class=comments><i>y</i></div></div>"
    )
    tree, _ = parse_page(f"<html><body>{page}</body></html>", "a.html")
    assert tree is not None
    of_story = around_headlines(tree)
    assert not stands_beside(next(tree.iter("b")), of_story)
    assert stands_beside(next(tree.iter("i")), of_story)
