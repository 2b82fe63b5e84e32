"""Tables that other programs read, and that no spreadsheet calculates."""

from __future__ import annotations

import csv
import io

import pytest
from hostile_text import article, texts
from hypothesis import given

from search.export.articles.articles_table import articles_table
from search.export.articles.exported import ArticleSet, Exported
from search.export.csv_text import csv_rows, guarded
from search.export.tidy_text import tidy_lines


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\u200b=1", "＝1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (-3, "-3"), (0.5, "0.5"), ("a-b", "a-b")])
def test_numbers_and_other_text_stay(value: object, cell: str) -> None:
    assert guarded(value) == cell


def test_lines_end_as_the_standard_says_and_many_rows_come_in_pieces() -> None:
    pieces = list(csv_rows(["a"], ([i] for i in range(1_000))))
    assert len(pieces) > 1
    assert "".join(pieces) == "a\r\n" + "".join(f"{i}\r\n" for i in range(1_000))


@given(texts, texts)
def test_what_is_read_back_is_what_went_in(title: str, text: str) -> None:
    told = article(title, text)
    head, row = read("".join(articles_table(ArticleSet("", {}, [Exported(told)]))))
    cells = dict(zip(head, row, strict=True))
    assert cells["title"].removeprefix("'") == "\n".join(tidy_lines(title)).removeprefix("'")
    assert cells["text"].removeprefix("'") == "\n".join(tidy_lines(text)).removeprefix("'")
    assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in row)
