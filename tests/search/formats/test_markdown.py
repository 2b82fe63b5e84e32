from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import ArticleId
from search.formats import markdown, read_article
from search.text.clean import clean

if TYPE_CHECKING:
    from search.article import Article

TEXT = """# Bridge *reopens*

By Jane Doe, 3 March 2019

**Traffic returned at dawn**, said `the mayor` of
the [harbour town](https://example.org/town).

![Bridge at dawn](dawn.jpg)

## Who pays

> We could not
> have waited.

1. A new bridge
2. A ferry

<div onclick="x()">raw</div>

Plain &#x202e;&amp; &#x200b;simple.

Read more: [The ferry](https://example.org/ferry)
"""


def read(text: str, path: str = "a.md") -> Article:
    return read_article(text.encode(), path, ArticleId("0" * 16))


def test_blocks_of_markdown() -> None:
    article = read(TEXT)
    assert article.title == "Bridge reopens"
    assert (article.authors, article.published) == (("Jane Doe",), "2019-03-03")
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("boilerplate", "By Jane Doe, 3 March 2019"),
        ("paragraph", "Traffic returned at dawn, said the mayor of the harbour town."),
        ("caption", "Bridge at dawn"),
        ("heading", "Who pays"),
        ("quote", "We could not have waited."),
        ("list", "A new bridge"),
        ("list", "A ferry"),
        ("paragraph", "Plain �& simple."),
        ("boilerplate", "Read more: The ferry"),
    ]


def test_evidence_counts_lines_of_the_file() -> None:
    article = read(f"---\nsource: Gazette\n---\n\n{TEXT}")
    assert article.evidence == {
        "title": "text: line 5",
        "authors": "text: line 7",
        "published": "text: line 7",
        "source": "front matter",
    }


def test_a_title_stated_and_said_again_is_no_block() -> None:
    article = read("---\ntitle: Bridge reopens!\n---\n\n## Bridge reopens\n\nIt did.\n")
    assert article.title == "Bridge reopens!"
    assert [block.text for block in article.blocks] == ["It did."]


def test_a_paragraph_all_in_emphasis_below_the_title_is_the_lead() -> None:
    article = read("# Bridge\n\n*Traffic returned at dawn.*\n\nIt was cold.\n")
    assert [block.kind for block in article.blocks] == ["lead", "paragraph"]


def test_the_same_text_under_another_suffix_is_a_page() -> None:
    assert read(TEXT, "a.txt").title != "Bridge reopens"


PARTS = st.sampled_from(
    [
        *["The envoy", "\n", "\n\n", "  \n", "\\\n", " ", "# ", "## ", " ##", "#tag", "\f"],
        *["**", "*", "_", "`", "[x](y)", "![c](d)", "[a]: b", "&amp;", "&", "<b>", "\\", "é", "—"],
        *["> ", "- ", "1. ", "---", "===", "```", "    ", "a_b"],
    ]
)


@settings(deadline=None)
@given(st.lists(PARTS | st.text(max_size=2), max_size=12).map(lambda parts: clean("".join(parts))))
def test_paragraphs_and_headings_are_read_as_by_the_parser(text: str) -> None:
    parsed = markdown._parser().parse(text.replace("\f", "\n\n"))

    assert markdown.markdown_blocks(text) == list(markdown._blocks(parsed, 1))


def test_tables_stay_tables() -> None:
    article = read(
        "# Boats\n\nThe catch fell again.\n\n"
        "| Year | Herring | [Cod](https://a.example) |\n|---|--:|:-:|\n"
        "| 2015 | **1,204** | 330 |\n| 2016 |  | 290 |\n\n"
        "Port | Ship\n--- | ---\nLund | Haf&#27;run\n"
    )
    assert [(block.kind, block.text) for block in article.blocks[1:]] == [
        ("list", "Year | Herring | Cod"),
        ("list", "2015 | 1,204 | 330"),
        ("list", "2016 | | 290"),
        ("list", "Port | Ship"),
        ("list", "Lund | Haf\ufffdrun"),
    ]


def test_lines_between_fences_stay_lines_of_code() -> None:
    article = read(
        "# Bridge\n\nIt opened.\n\n```py\ndef open():\n    span()\n\n    return\n```\n\nSo it did.\n"
    )
    assert [(block.kind, block.text, block.depth) for block in article.blocks] == [
        ("paragraph", "It opened.", 0),
        ("code", "def open():", 0),
        ("code", "span()", 4),
        ("code", "return", 4),
        ("paragraph", "So it did.", 0),
    ]


def test_a_paragraph_that_is_only_set_in_is_no_code() -> None:
    article = read("# Bridge\n\nIt opened.\n\n    The mayor was there.\n")
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


def test_items_within_items_know_how_deep_they_are() -> None:
    article = read("# Bridge\n\nIt opened.\n\n- One\n  - Two\n    - Three\n- Four\n")
    assert [(block.text, block.depth) for block in article.blocks if block.kind == "list"] == [
        ("One", 0),
        ("Two", 1),
        ("Three", 2),
        ("Four", 0),
    ]
