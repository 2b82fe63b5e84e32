"""Documents of word processors that are one article each."""

from __future__ import annotations

import pytest
from exports import (
    articles,
    open_document,
    rich_text,
    story,
    word_document,
    word_paragraph,
)

from search.article import ArticleId
from search.formats import read_article

ONE = "The crews of the island ferries walked out at dawn on Monday, a spokesman for them said."
TWO = "Nobody knows when the boats will sail again, he added, and asked all to stay at home."


def test_a_document_is_one_article_that_goes_by_its_file() -> None:
    for data, suffix in (
        (word_document([ONE]), ".docx"),
        (open_document(f"<text:p>{ONE}</text:p>"), ".odt"),
        (rich_text([ONE]), ".rtf"),
    ):
        article = read_article(data, f"a{suffix}", ArticleId("0" * 16))
        assert (article.path, story(article)) == (f"a{suffix}", [ONE])


def test_the_text_says_its_head() -> None:
    lines = ["Ferries stay in harbour", "By Jane Doe", "1 March 2022", ONE, TWO]
    [article] = articles(word_document(lines, title="Old title", creator="Someone Else"), ".docx")
    assert (article.title, article.authors) == ("Ferries stay in harbour", ("Jane Doe",))
    assert article.published == "2022-03-01"


def test_a_title_by_its_style_is_the_title() -> None:
    body = word_paragraph("Ferries: a chronicle", "Titel") + word_paragraph(ONE) + word_paragraph("Later", "berschrift1") + word_paragraph(TWO)  # fmt: skip
    [article] = articles(word_document(body), ".docx")
    assert (article.title, article.evidence["title"]) == (
        "Ferries: a chronicle", "style of the document",
    )  # fmt: skip
    assert [(b.kind, b.text) for b in article.blocks] == [
        ("paragraph", ONE), ("heading", "Later"), ("paragraph", TWO),
    ]  # fmt: skip


def test_properties_say_what_the_text_does_not_and_never_the_day() -> None:
    [article] = articles(word_document([ONE, TWO], title="Ferries", creator="Jane Doe"), ".docx")
    assert (article.title, article.authors) == ("Ferries", ("Jane Doe",))
    assert article.evidence["authors"] == "properties of the document"
    assert (article.published, article.updated) == (None, None)


@pytest.mark.parametrize(
    ("title", "creator"),
    [
        ("Microsoft Word - draft.doc", "Microsoft Office User"),
        ("Document1", "admin"),
        ("ferries.docx", "Reuters"),
        ("", "HP"),
    ],
)
def test_what_a_program_writes_by_itself_says_nothing(title: str, creator: str) -> None:
    [article] = articles(word_document([ONE, TWO], title=title, creator=creator), ".docx")
    assert (article.title, article.authors) == (None, ())
