"""Texts that try to be markup, formulas or commands wherever they are put."""

from __future__ import annotations

from hypothesis import strategies as st

from search import Article, ArticleId, Block

PIECES = (
    "=1+1",
    "@SUM(A1)",
    "-2",
    "+3",
    "\t=4",
    "\r\n",
    "\nER  - \n",
    "TY  - BOOK",
    "}",
    "{",
    "\\",
    "\\input{x}",
    "%",
    "$x$",
    "&",
    "#1",
    "_a_",
    "*b*",
    "`c`",
    "[l](javascript:alert(1))",
    "![i](http://x.example/i.png)",
    "<script>alert(1)</script>",
    "</title>",
    "<!--",
    "&amp;",
    "| a | b |",
    "---",
    "> q",
    "1. one",
    "# head",
    "~~s~~",
    "==m==",
    ":smile:",
    "%%",
    '"',
    "'",
    ",",
    ";",
    " and ",
    "@article{a,",
    "\x1b[31m",
    "\u202e",
    "\u200b",
    "\ud800",
    "\x00",
    "é",
    "漢字",
    "عربي",
    "👩‍👩‍👧",
    "e\u0301",
    "a",
    "B",
    " ",
    "  ",
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=8).map("".join)
"""A text of some of these, and of others."""


def article(
    title: str | None = "A title",
    text: str = "The boat left.",
    source: str | None = "The Paper",
    authors: tuple[str, ...] = ("Jane Doe",),
    published: str | None = "2019-02-08",
    url: str | None = "https://paper.example/a",
) -> Article:
    """Give an article of one paragraph."""
    return Article(
        ArticleId("0123456789abcdef"),
        "paper/a.md",
        (Block("paragraph", text),),
        title=title,
        source=source,
        authors=authors,
        published=published,
        url=url,
        language="en",
    )
