"""Articles as Markdown, HTML and JSON, read back by other programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hostile_text import article, texts
from hypothesis import given
from markdown_it import MarkdownIt
from web_pages import Page

from search import Article, ArticleId, Block, article_text
from search.export.articles.articles_document import articles_json
from search.export.articles.articles_markdown import article_markdown, articles_markdown
from search.export.articles.articles_page import articles_page
from search.export.articles.exported import ArticleSet, Exported
from search.export.tidy_text import tidy

KINDS = Article(
    ArticleId("0123456789abcdef"),
    "a.md",
    (
        Block("lead", "Led."),
        Block("heading", "A part"),
        Block("quote", "Said."),
        Block("list", "one"),
        Block("list", "two"),
        Block("caption", "A boat"),
        Block("boilerplate", "Subscribe"),
    ),
    title="Boats",
    cuts=("the text after 9 characters",),
)


def page(*articles: Article, heading: str = "") -> Page:
    return Page("".join(articles_page(ArticleSet(heading, {}, map(Exported, articles)))))


def rendered(markdown: str) -> Page:
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return Page(f"<body>{made.replace('<hr />', '').replace('<br />', '<br>')}</body>")


@given(texts, texts)
def test_html_says_what_went_in_and_does_nothing(title: str, text: str) -> None:
    seen = page(article(title, text))
    assert tidy(seen.said["h2"]) == (tidy(title) or "a.md")
    assert tidy(seen.said.get("p", "")).endswith(tidy(text))
    assert not {"script", "img", "iframe", "input"} & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert {value for name, value in seen.attributes if name in {"href", "src"}} == {
        "https://paper.example/a"
    }


@given(texts, texts)
def test_markdown_is_rendered_as_the_text_that_went_in(title: str, text: str) -> None:
    seen = rendered(article_markdown(article(title, text)))
    assert tidy(seen.said["h1"]) == (tidy(title) or "a.md")
    assert tidy(seen.said.get("p", "")).endswith(tidy(text))
    assert set(seen.tags) <= {"body", "h1", "p", "a"}


@given(texts, texts)
def test_json_has_what_went_in(title: str, text: str) -> None:
    made = "".join(
        articles_json(ArticleSet("", {"query": title}, [Exported(article(title, text))]))
    )
    document = json.loads(made)
    assert document["query"] == title
    assert document["articles"][0]["title"] == title
    assert document["articles"][0]["blocks"] == [{"kind": "paragraph", "text": text}]


def test_an_empty_set_is_a_document_too() -> None:
    assert json.loads("".join(articles_json(ArticleSet("a", {}, [])))) == {"articles": []}
    assert page(heading="a").said["h1"] == "a"
    assert "".join(articles_markdown(ArticleSet("a", {}, []))) == "# a\n\n"


def test_blocks_are_shown_as_what_they_are() -> None:
    assert article_markdown(KINDS) == (
        "# Boats\n\nunknown source · no date\n\n*left out: the text after 9 characters*\n\nLed.\n\n"
        "## A part\n\n> Said.\n\n- one\n- two\n\n*A boat*\n\n"
    )
    assert article_text(KINDS).split("\n\n")[2:] == [
        "Led.", "A part", "Said.", "one", "two", "A boat\n",
    ]  # fmt: skip
    seen = page(KINDS)
    assert (seen.said["h3"], seen.said["blockquote"], seen.said["li"]) == (
        "A part",
        "Said.",
        "onetwo",
    )
    assert "Subscribe" not in str(seen.said)


def test_several_articles_have_one_heading() -> None:
    made = "".join(
        articles_markdown(ArticleSet("boats", {}, [Exported(article()), Exported(KINDS)]))
    )
    assert [line for line in made.split("\n") if line.startswith(("#", "---"))] == [
        "# boats", "## A title", "---", "## Boats", "### A part",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", 'de" onload="x', None])
def test_the_language_of_an_article_is_said(language: str | None) -> None:
    seen = page(replace(article(), language=language))
    assert ("lang", language) in seen.attributes or language is None
