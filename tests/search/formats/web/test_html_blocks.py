"""Blocks of HTML that stands in another file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.article import Block
from search.formats.limits import MOST_LINES
from search.formats.web import read_html_fragment
from search.formats.web.html_blocks import cut_blocks, visible_text

PIECES = st.sampled_from(
    "<p> </p> <div> <li> <ul> </ul> <table> <tr> <td> </td> </table> <h2> </h2> <blockquote> </blockquote> "
    "<br> <b> </b> <script> </script> <!-- --> < > & &amp; &#27; \" ' tide <a href='x>'> <figcaption>".split(
        " "
    )
)


def told(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_html_fragment(html)]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>High <b>water</b> at&nbsp;six.</p>", [("paragraph", "High water at six.")]),
        ("<h2>Tides</h2>High<br>Low", [("heading", "Tides"), ("paragraph", "High"), ("paragraph", "Low")]),
        ("<ul><li>one<li>two</ul>after", [("list", "one"), ("list", "two"), ("paragraph", "after")]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("quote", "a"), ("quote", "b")]),
        ("<figure><img src=x><figcaption>A boat.</figcaption></figure>", [("caption", "A boat.")]),
        ("<table><tr><th>Year<th>Cost<tr><td><p>2017</p><td>20</table>", [("list", "Year | Cost"), ("list", "2017 | 20")]),
        ("<table><tr><td><h2>a</h2><p>b</p></table>", [("heading", "a"), ("paragraph", "b")]),
        (f"<table><tr><td>menu<td>{'tide ' * 80}</table>", [("paragraph", "menu"), ("paragraph", ("tide " * 80).strip())]),
        ("<table><tr><td>alone</table>", [("paragraph", "alone")]),
        ("<script>alert('a')</script><style>p{}</style><!-- b -->c", [("paragraph", "c")]),
        ("a <span hidden>secret</span>b<div style='display: none'>c<div>d</div></div>", [("paragraph", "a b")]),
        ("5 < 6 and 7 > 3", [("paragraph", "5 < 6 and 7 > 3")]),
        ('<a title="a > b">x</a>', [("paragraph", "x")]),
        ("Fish &amp; chips\n\nwere sold\nout.", [("paragraph", "Fish & chips"), ("paragraph", "were sold out.")]),
        ("<p>a\x1b[31mred\x1b[0m&#27;</p>", [("paragraph", "ared")]),
        ("<p>&#8238;abc</p>", [("paragraph", "\ufffdabc")]),
        ("", []),
        ("<p> </p>", []),
    ],
)  # fmt: skip
def test_blocks_keep_their_kinds(html: str, blocks: list[tuple[str, str]]) -> None:
    assert told(html) == blocks


@given(st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join))
def test_any_html_gives_clean_lines(html: str) -> None:
    for block in read_html_fragment(html):
        assert block.text == " ".join(block.text.split()) != ""
        assert block.text.isprintable()


def test_visible_text_keeps_apart_what_a_browser_does() -> None:
    page = "<body><div>Home</div><div>News</div><h1>Tide</h1><p>High water.</p><p>Low water.</p>"
    assert visible_text(page) == "Home\nNews\n\nTide\n\nHigh water.\n\nLow water."


def test_more_blocks_than_an_article_may_have_are_cut() -> None:
    blocks = [Block("paragraph", "a"), Block("list", "b")] * MOST_LINES
    kept, cuts = cut_blocks(blocks)
    assert kept == blocks[:MOST_LINES]
    assert cuts == ("the text after 50,000 lines",)
    assert len(read_html_fragment("<p>a" * 2 * MOST_LINES)) == MOST_LINES
