"""ODT documents."""

from __future__ import annotations

import pytest
from exports import open_document, zipped

from search.errors import ArticleError
from search.formats.office.open_document import read_open_document


def read(body: str) -> list[tuple[str, str]]:
    return [(one.text, one.part) for one in read_open_document(open_document(body), "a").paragraphs]


def test_paragraphs_have_the_parts_that_they_are_marked_as() -> None:
    body = (
        '<style:style style:name="P1" style:parent-style-name="Title"/><text:p text:style-name="P1">A</text:p>'
        "<text:h>B</text:h><text:list><text:list-item><text:p>C</text:p></text:list-item></text:list><text:p>D</text:p>"
    )
    assert read(body) == [("A", "title"), ("B", "heading"), ("C", "list"), ("D", "paragraph")]


def test_spaces_tabs_and_breaks_are_text() -> None:
    body = '<text:p>a<text:s text:c="3"/>b<text:tab/><text:span>c</text:span><text:line-break/>d<text:s text:c="9999999999"/></text:p>'
    assert [text for text, _ in read(body)] == ["a   b\tc", "d"]


def test_notes_comments_and_what_was_deleted_are_no_text() -> None:
    body = (
        "<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>a<text:note><text:p>no</text:p></text:note>"
        "<office:annotation><dc:date>2020-01-01</dc:date><text:p>no</text:p></office:annotation>b</text:p>"
    )
    assert read(body) == [("ab", "paragraph")]


def test_a_row_of_a_table_is_a_line_of_cells() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    body = f"<table:table><table:table-row>{cell('a')}{cell('b')}</table:table-row></table:table>"
    assert read(body) == [("a\tb", "list")]


def test_the_first_creator_is_the_one() -> None:
    read_ = read_open_document(open_document("", title="T", creator="Jane Doe"), "a")
    assert (read_.title, read_.creator, read_.paragraphs) == ("T", "Jane Doe", ())


def test_another_archive_is_told_in_a_line() -> None:
    with pytest.raises(ArticleError, match="no OpenDocument text"):
        read_open_document(zipped({"a": "b"}), "a.odt")
