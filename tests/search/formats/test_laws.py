"""What holds for any bytes at all."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import SUFFIXES as KNOWN
from search.formats import read_article
from search.text.clean import clean
from search.text.entities import decode_entities

KINDS = {"lead", "heading", "paragraph", "quote", "caption", "list", "boilerplate"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SUFFIXES = st.sampled_from([*sorted(KNOWN), ""])
TEXT_SUFFIXES = st.sampled_from([".txt", ".text", ".md", ".markdown", ""])
PIECES = st.sampled_from(
    [
        *["\n", "\n\n", "\f", "\r\n", " ", "---\n", "title: ", "date: 2019-03-14\n", "# ", "> "],
        *[
            "By Jane Doe",
            "3 May 2019",
            "Share",
            "© 2019 BBC",
            "https://www.bbc.co.uk/news/1",
            "@a #b",
        ],
        *[
            "The bridge reopened on Sunday after two years of costly repairs.",
            "(Photo by AFP)",
            "[",
            "&#27;",
        ],
        *[
            "\x1b[31m",
            "\x9b",
            "\u202e",
            "\u200d",
            "\ud7ff",
            "字字字。",
            "- ",
            "1. ",
            ":",
            "*",
            "`",
            "![",
        ],
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


def check(data: bytes, suffix: str) -> None:
    try:
        article = read_article(data, f"a{suffix}", ArticleId("0" * 16))
    except ArticleError:
        return
    shown = [article.title, article.source, article.url, *article.authors, *article.tags]
    for text in [*(block.text for block in article.blocks), *(s for s in shown if s is not None)]:
        assert text == " ".join(text.split()) != ""
        assert not any(unicodedata.category(c) == "Cc" for c in text)
        assert not BIDI & set(text)
    assert {block.kind for block in article.blocks} <= KINDS
    for moment in (article.published, article.updated):
        if moment is not None:
            date.fromisoformat(moment[:10])  # raises what fails the test, if it is none
    said = {
        f
        for f in ("title", "source", "authors", "published", "updated", "url")
        if getattr(article, f)
    }
    assert said <= set(article.evidence)


@settings(deadline=None)
@given(st.binary(max_size=300), SUFFIXES)
def test_any_bytes_give_an_article_or_an_article_error(data: bytes, suffix: str) -> None:
    check(data, suffix)


@settings(deadline=None)
@given(TEXTS, SUFFIXES)
def test_any_text_does_too(text: str, suffix: str) -> None:
    check(text.encode(errors="replace"), suffix)


@settings(deadline=None)
@given(TEXTS)
def test_what_a_page_tells_is_in_the_file(text: str) -> None:
    try:
        article = read_article(text.encode(errors="replace"), "a.txt", ArticleId("0" * 16))
    except ArticleError:
        return
    ink = "".join(decode_entities(clean(text.encode(errors="replace").decode())).split())
    place = 0
    for block in article.blocks:  # in reading order
        bare = "".join(block.text.split())
        place = ink.index(bare, place) + len(bare)


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


MATTER = st.lists(
    st.sampled_from(
        [
            *[
                "title: ",
                "date: ",
                "author: ",
                "source: ",
                "tags: ",
                "a = ",
                '"b": ',
                "[c]\n",
                "- ",
                "  ",
                "\n",
            ],
            *[
                "{",
                "}",
                "[",
                "]",
                "[[",
                "]]",
                '"',
                "'",
                ":",
                "#",
                "&a ",
                "*a",
                "!b ",
                "|",
                ">",
                "%",
                "@",
                "`",
            ],
            *[
                "{{x}}",
                "2019-03-14",
                "Jane Doe",
                "{family: Doe, given: Jane}",
                "\n- [a]\n",
                "\n  b: c\n",
                "\t",
            ],
        ]
    )
    | st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="-+;.\u2028\u2029\x85"),
        max_size=6,
    ),
    max_size=30,
).map("".join)
BODY = "The ferry sank on Sunday, and all who were on board were saved by two boats."


@settings(deadline=None)
@given(MATTER, st.sampled_from(["---", "+++", ";;;", "---json", "---toml"]), TEXT_SUFFIXES)
def test_no_front_matter_costs_a_text_its_body(matter: str, fence: str, suffix: str) -> None:
    text = f"{fence}\ntitle: a\n{matter}\n{fence[:3]}\n\n{BODY}\n"
    article = read_article(text.encode("utf-8", "replace"), f"a{suffix}", ArticleId("0" * 16))
    assert BODY in [block.text for _, block in article.story]
    assert set(article.evidence) <= {
        "title", "source", "authors", "published", "updated", "url", "language", "tags",
    }  # fmt: skip


@settings(deadline=None)
@given(st.lists(MATTER, max_size=4).map("\n".join), TEXT_SUFFIXES)
def test_no_lines_of_labels_cost_a_text_its_body(labels: str, suffix: str) -> None:
    text = f"Title: a\nSource: b\n{labels}\n\n{BODY}\n"
    article = read_article(text.encode("utf-8", "replace"), f"a{suffix}", ArticleId("0" * 16))
    assert BODY in " ".join(block.text for block in article.blocks)
