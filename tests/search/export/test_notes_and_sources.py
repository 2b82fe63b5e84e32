"""Notes and source against source, read back by other programs whatever they are called."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from hostile_text import article, texts
from hypothesis import given
from markdown_it import MarkdownIt
from web_pages import Page

from search import Contrast, Preference, Sides
from search.export.contrast.contrast_document import contrast_document
from search.export.contrast.contrast_markdown import contrast_markdown
from search.export.contrast.contrast_page import contrast_page
from search.export.contrast.contrast_table import contrast_table
from search.export.notes.article_notes import ArticleNotes
from search.export.notes.notes_table import noted_references, notes_json, notes_table
from search.export.notes.notes_text import notes_markdown, notes_page
from search.export.ris import ris
from search.export.tidy_text import tidy, tidy_lines
from search.marks import Note, Passage
from search.marks.passages import PassagePlace

if TYPE_CHECKING:
    from search import Article

AT = PassagePlace(0, 0, 3)


def noted(text: str, quote: str, told: Article | None = None) -> list[ArticleNotes]:
    """Give one note on an article."""
    made = "2026-01-02T03:04:05+00:00"
    note = Note(1, None, "paper/a.md", text, Passage(quote), made, made)
    return [ArticleNotes("paper/a.md", told or article(), ((note, (AT,)),))]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def safe_tags(page: Page) -> bool:
    return not {"script", "img", "iframe"} & set(page.tags)


@given(texts, texts)
def test_a_note_is_read_back(text: str, quote: str) -> None:
    one = noted(text, quote)
    assert json.loads("".join(notes_json(one)))["notes"][0]["text"] == text
    (row,) = rows("".join(notes_table(one)))
    assert row["text"].removeprefix("'") == "\n".join(tidy_lines(text)).removeprefix("'")
    page = Page("".join(notes_page(one)))
    assert safe_tags(page)
    assert tidy(quote) in tidy(page.said.get("blockquote", "")) or not tidy(quote)
    made = MarkdownIt("commonmark").render("".join(notes_markdown(one)))
    shown = Page(f"<body>{made.replace('<br />', '<br>')}</body>")
    assert set(shown.tags) <= {"body", "h1", "h2", "p", "blockquote", "br", "em"}
    for line in tidy_lines(text):
        assert line in tidy(shown.said["p"])
    record = "".join(ris(noted_references(one)))
    assert record.count("\r\nER  - \r\n") == 1


def test_a_note_on_what_is_gone_keeps_its_path() -> None:
    one = [noted("Ask.", "")[0]._replace(article=None)]
    assert "## paper/a.md\n\nnot in the library any more" in "".join(notes_markdown(one))
    assert Page("".join(notes_page(one))).said["h2"] == "paper/a.md"
    assert list(noted_references(one)) == []
    assert rows("".join(notes_table(one)))[0]["title"] == ""


@given(texts, texts)
def test_two_sources_are_read_back(left: str, word: str) -> None:
    used = Preference(word, 9, 1, Sides(3, 1), 4.5, significant=True)
    one = Contrast(
        left, None, Sides(3, 3), Sides(900, 900), Sides((), ()), 2, 7, 1.9, (used,)
    )  # fmt: skip
    assert contrast_document(one)["vocabulary"][0]["word"] == word
    (row,) = rows("".join(contrast_table(one)))
    assert row["word"].removeprefix("'") == "\n".join(tidy_lines(word)).removeprefix("'")
    page = Page("".join(contrast_page(one)))
    assert safe_tags(page)
    assert tidy(page.said["h1"]).startswith(tidy(left))
    assert tidy(word) in tidy(page.said.get("bdi", "")) or not tidy(word)
    made = MarkdownIt("commonmark").enable("table").render(contrast_markdown(one))
    shown = Page(f"<body>{made}</body>")
    assert set(shown.tags) <= set("body h1 h2 ul li p table thead tbody tr th td".split())
    assert len([tag for tag in shown.tags if tag == "td"]) == 6
