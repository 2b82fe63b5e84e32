from __future__ import annotations

import csv
import io

import pytest
from taken_apart import Watched, taken_apart, understood

from search.article import Article
from search.errors import ArticleError
from search.formats.container import BytesSource, PassedOverError
from search.formats.limits import LARGEST_RECORD
from search.formats.tables import KINDS
from search.formats.tables.delimited_table import open_table

HEAD = ["id", "title", "author", "date", "content", "publication", "url"]
ROW = [
    "17",
    "The bridge, again",
    "Jane Doe",
    "2019-02-08",
    "It reopened on Sunday.\n\nBoats “passed”, he said: “Good”.",
    "The Guardian",
    "https://www.theguardian.com/a",
]


def table(*rows: list[str], delimiter: str = ",", end: str = "\r\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def read(data: str | bytes, name: str = "a.csv") -> Article:
    (article,) = taken_apart(KINDS, data, name)
    assert isinstance(article, Article)
    return article


def titles(rows: str, name: str = "a.csv") -> list[str | None]:
    found = taken_apart(KINDS, rows, name)
    return [one if isinstance(one, str) else one.title for one in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_is_an_article(delimiter: str, end: str, encoding: str) -> None:
    article = read(table(HEAD, ROW, delimiter=delimiter, end=end).encode(encoding))
    assert article.title == "The bridge, again"
    assert article.authors == ("Jane Doe",)
    assert article.published == "2019-02-08"
    assert article.source == "The Guardian"
    assert article.url == "https://www.theguardian.com/a"
    assert [block.text for block in article.blocks] == [
        "It reopened on Sunday.",
        "Boats “passed”, he said: “Good”.",
    ]
    assert article.evidence["published"] == "table row"


def test_a_row_is_named_by_its_address() -> None:
    container = open_table(BytesSource(table(HEAD, ROW).encode()), "a.csv")
    (span,) = container.spans()
    assert container.drafts(span.start, span.stop)[0].own == "https://www.theguardian.com/a"


def test_lines_may_end_as_on_old_macs() -> None:
    assert titles("title,text\rTide,The boat left.\rEbb,The boat came.\r") == ["Tide", "Ebb"]


def test_quotes_may_be_escaped_by_backslashes() -> None:
    article = read('id,title,text\n1,"The \\"bridge\\", again","It reopened, \\"at last\\"."\n')
    assert article.title == 'The "bridge", again'
    assert article.blocks[0].text == 'It reopened, "at last".'


def test_quotes_may_mean_nothing() -> None:
    rows = 'title\ttext\n"Tide\tThe boat left.\nEbb\tThe "boat came.\n'
    assert titles(rows, "a.tsv") == ['"Tide', "Ebb"]


def test_a_spreadsheet_may_say_what_parts_the_fields() -> None:
    assert read("sep=;\r\ntitle;text\r\nTide;The boat left, late.\r\n").title == "Tide"


def test_a_quotation_that_is_never_closed_costs_its_line() -> None:
    rows = 'title,text\nTide,"The boat, left."\nEbb,"The boat\nFlood,The boat came.\n'
    assert titles(rows) == ["Tide", "a quotation mark is never closed", "Flood"]


def test_rows_may_be_short_or_long_or_without_a_text() -> None:
    rows = 'title,text,date\nTide\nEbb,The boat left.,2019-02-08,more\n,"",\n\n'
    none = "there is no text in the record"
    assert titles(rows) == [none, "Ebb", none]


def test_a_row_that_is_far_too_long_is_told_and_passed_over() -> None:
    rows = table(["title", "text"], ["Tide", "a " * LARGEST_RECORD], ["Ebb", "The boat left."])
    source = Watched(rows.encode())
    told, found = understood(open_table(source, "a.csv"), "a.csv")
    assert told == "a record of 16 MB, which is no article"
    assert isinstance(found, Article)
    assert found.title == "Ebb"
    assert source.most <= 2 * LARGEST_RECORD


def test_a_large_table_is_read_in_pieces() -> None:
    source = Watched(table(HEAD, *[ROW] * 20_000).encode())
    assert sum(1 for _ in open_table(source, "a.csv").spans()) == 20_000
    assert source.most <= 1 << 20
    assert source.total <= 2 * source.size + (20 << 20)


@pytest.mark.parametrize(
    ("rows", "addresses"),
    [
        ("name,price\nboat,3\n", 0),
        ("title,price\nboat,3\n", 0),
        ("text,price\nboat,3\n", 0),
        ("title,url\nTide,https://a.com/1\nEbb,https://a.com/2\nFlood,\n", 2),
        ("a line\nand another\n", 0),
    ],
)
def test_a_table_of_other_things_is_passed_over(rows: str, addresses: int) -> None:
    with pytest.raises(PassedOverError) as told:
        taken_apart(KINDS, rows, "a.csv")
    assert told.value.why == "no columns with a title and a text"
    assert told.value.addresses == addresses


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(ArticleError, match="NUL bytes"):
        taken_apart(KINDS, b"PK\x03\x04\0\0", "a.csv")
