"""DOCX documents."""

from __future__ import annotations

import pytest
from exports import word_document, word_paragraph, zipped

from search.errors import ArticleError
from search.formats.office.word_document import read_word_document


def read(body: str) -> list[tuple[str, str]]:
    return [(one.text, one.part) for one in read_word_document(word_document(body), "a").paragraphs]


def test_paragraphs_have_the_parts_that_their_styles_say_in_any_language() -> None:
    body = word_paragraph("A", "Titel") + word_paragraph("B", "berschrift1") + word_paragraph("C")
    assert read(body) == [("A", "title"), ("B", "heading"), ("C", "paragraph")]


def test_a_text_is_joined_whatever_runs_it_lies_in() -> None:
    runs = "<w:p><w:r><w:t>Ju</w:t></w:r><w:hyperlink><w:r><w:t>mp</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>now</w:t><w:br/><w:t>twice</w:t></w:r></w:p>"
    assert [text for text, _ in read(runs)] == ["Jump\tnow", "twice"]


def test_what_was_deleted_and_what_is_code_is_no_text() -> None:
    body = "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>"
    assert read(body) == [("ac", "paragraph")]


def test_a_text_box_is_said_once() -> None:
    box = '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>a</w:t></w:r></w:p>'
    assert [text for text, _ in read(box.format(word_paragraph("boxed")))] == ["boxed", "a"]


def test_a_row_of_a_table_is_a_line_of_cells() -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = (
        f"<w:tr>{cell(word_paragraph('a'))}{cell(word_paragraph('b') + word_paragraph('c'))}</w:tr>"
    )
    assert read(f"<w:tbl>{row}</w:tbl>") == [("a\tb", "list"), ("c", "paragraph")]


def test_properties_are_read() -> None:
    read_ = read_word_document(word_document(["a"], title="T & U", creator="Jane Doe"), "a")
    assert (read_.title, read_.creator) == ("T & U", "Jane Doe")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "archive is damaged"),
        (word_document(["a"])[:-40], "archive is damaged"),
        (zipped({"a.txt": "b"}), "no Word document"),
        (zipped({"word/document.xml": "<a>"}), "XML is broken"),
        (
            zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "declares entities",
        ),
        (zipped({"word/document.xml": "<a>" * 2_000}), "nests deeper"),
        (zipped({"word/document.xml": b" " * (33 << 20)}), "larger than 32 MB"),
        (zipped({f"{number:0500}": "" for number in range(8_000)}), "more files than can be read"),
    ],
    ids=range(8),
)
def test_a_document_that_is_broken_or_a_bomb_is_told_in_a_line(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        read_word_document(data, "a.docx")
