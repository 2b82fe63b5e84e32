from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.formats import read_article

if TYPE_CHECKING:
    from search.article import Article

STORY = (
    "The ferry sank on Sunday in the harbour, and all who were on board were saved by two boats."
)


def read(text: str, path: str = "a.txt") -> Article:
    return read_article(text.encode(), path, ArticleId("0" * 16))


@pytest.mark.parametrize(
    "head",
    [
        "Title: Ferry sinks\nSource: Harbour Gazette\nDate: 2019-03-14\nAuthor: Jane Doe\n",
        "Headline: Ferry sinks\n\nByline: By Jane Doe\n\nPublication: Harbour Gazette\n\nPublished: 14 March 2019\n",
        "Title: Ferry sinks\nFeed: Harbour Gazette\nAuthor: Jane Doe\nDate: Thu, 14 Mar 2019\nTags: unread\n",
        "**Title:** Ferry sinks\n**Source**: Harbour Gazette\n- *Author*: Jane Doe\n**Date:** 2019-03-14\n",
        "title:: Ferry sinks\nauthor:: [[Jane Doe]]\npublished:: 2019-03-14\nsource:: Harbour Gazette\n",
        ":title: Ferry sinks\n:author: Jane Doe\n:date: 2019-03-14\n:source: Harbour Gazette\n",
        "[title:: Ferry sinks]\n[author:: Jane Doe]\n[date:: 2019-03-14]\n[source:: Harbour Gazette]\n",
        "Title:\tFerry\n\tsinks\nAuthor:\tJane Doe\nDate:\t2019-03-14\nSource:\tHarbour Gazette\n",
        "#+TITLE: Ferry sinks\n#+AUTHOR: Jane Doe\n#+DATE: 2019-03-14\n#+SOURCE: Harbour Gazette\n",
        "标题：Ferry sinks\n来源：Harbour Gazette\n日期：2019年3月14日\n作者：Jane Doe\n",
        "Titel: Ferry sinks\nQuelle: Harbour Gazette\nDatum: 14. März 2019\nAutor: Jane Doe\n",
    ],
)
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_lines_of_labels_are_a_head(head: str, path: str) -> None:
    article = read(f"{head}\n{STORY}\n", path)
    assert (article.title, article.source) == ("Ferry sinks", "Harbour Gazette")
    assert (article.authors, article.published) == (("Jane Doe",), "2019-03-14")
    assert [block.text for _, block in article.story] == [STORY]
    assert article.evidence["title"] == "label line 1"


@pytest.mark.parametrize("label", ["Text:", "Body: ", "Full text:\n", "CONTENT:\n\n"])
def test_a_label_of_the_text_is_no_part_of_it(label: str) -> None:
    article = read(f"Title: Ferry sinks\nSource: Harbour Gazette\n\n{label} {STORY}\n")
    assert [block.text for block in article.blocks] == [STORY]


def test_labels_may_stand_below_the_title() -> None:
    article = read(
        f"# Ferry sinks\n\n**Source:** Harbour Gazette\n**Date:** 2019-03-14\n\n{STORY}", "a.md"
    )
    assert (article.title, article.source) == ("Ferry sinks", "Harbour Gazette")
    assert article.evidence["published"] == "label line 4"


def test_a_heading_may_announce_the_labels() -> None:
    head = "# Ferry sinks\n\n## Metadata\n- Author: [[Jane Doe]]\n- Full Title: Ferry sinks\n- Kind: #articles\n- URL: https://tide.example/a\n"
    article = read(f"{head}\n{STORY}\n", "a.md")
    assert (article.title, article.authors) == ("Ferry sinks", ("Jane Doe",))
    assert article.url == "https://tide.example/a"
    assert [block.text for _, block in article.story] == [STORY]


def test_lines_with_other_labels_are_kept_apart_from_the_story() -> None:
    article = read(f"Title: Ferry sinks\nShelf: 12\nWords: 17\nSource: Harbour Gazette\n\n{STORY}")
    assert [(b.kind, b.text) for b in article.blocks] == [
        ("boilerplate", "Shelf: 12"),
        ("boilerplate", "Words: 17"),
        ("paragraph", STORY),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Captain: I was asleep.\nMate: So was I.\n\n{STORY}",
        f"Ferry sinks\n\nPublished: 14 March 2019\nUpdated: 15 March 2019\n\n{STORY}",
        f"Source: it sank\n\n{STORY}",
        f"{STORY}\n\nTitle: Ferry sinks\nSource: Harbour Gazette\n",
    ],
)
def test_what_only_looks_like_labels_is_none(text: str) -> None:
    article = read(text)
    assert not any("label" in where for where in article.evidence.values())
    assert STORY in [block.text for _, block in article.story]


def test_a_title_block_of_pandoc_is_a_head() -> None:
    article = read(
        f"% Ferry\n  sinks\n% Jane Doe; Joe Bloggs\n% 14 March 2019\n\n{STORY}\n\nMore.", "a.md"
    )
    assert (article.title, article.published) == ("Ferry sinks", "2019-03-14")
    assert article.authors == ("Jane Doe", "Joe Bloggs")
    assert [block.text for block in article.blocks] == [STORY, "More."]
    assert article.evidence["title"] == "title block"
