from __future__ import annotations

import pytest

from search.formats.web.element_text import element_text, tidy
from search.formats.web.html_tree import parse_page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Tide <b>tu</b>rns</p>", "Tide turns"),
        ("<p>By <a>A B</a><br>Chief</p>", "By | A B | | | Chief"),
        ("<p></p>", ""),
        (f"<p>{'a' * 10_001}</p>", ""),
        ("<p>" + "<i></i>" * 1_000 + "a</p>", ""),
        ("<p>a&#27;b</p>", "a\ufffdb"),
    ],
)
def test_a_small_element_is_a_line_and_a_large_one_none(html: str, text: str) -> None:
    tree, _ = parse_page(f"<html><body>{html}</body></html>", "a.html")
    assert tree is not None
    assert element_text(next(tree.iter("p")), " | ") == text


def test_a_text_is_tidied_and_bounded() -> None:
    assert tidy(" a\n\x1b[31mb\u00a0c ") == "a b c"
    assert len(tidy("a" * 20_000)) == 10_000
