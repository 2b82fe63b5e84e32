from __future__ import annotations

import json

import pytest
from taken_apart import Watched, taken_apart, understood

from search.article import Article
from search.errors import ArticleError
from search.formats.container import BytesSource, PassedOverError, Span
from search.formats.limits import LARGEST_RECORD
from search.formats.tables import KINDS
from search.formats.tables.json_lines import is_json_lines, open_json_lines

ROW = {
    "headline": "The bridge reopens",
    "short_description": "Boats passed below it on Sunday.",
    "authors": "Jane Doe, Joe Roe",
    "link": "https://www.theguardian.com/a/bridge",
    "date": "2022-09-23",
    "category": "TRAVEL",
}


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_line_is_an_article() -> None:
    first, second = taken_apart(KINDS, lines(ROW, {**ROW, "link": "https://b.com/c"}), "a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.title == "The bridge reopens"
    assert first.source == "The Guardian"
    assert first.authors == ("Jane Doe", "Joe Roe")
    assert first.published == "2022-09-23"
    assert first.url == "https://www.theguardian.com/a/bridge"
    assert first.tags == ("TRAVEL",)
    assert [block.text for block in first.blocks] == ["Boats passed below it on Sunday."]
    assert first.evidence["title"] == "JSON record"


@pytest.mark.parametrize("name", ["a.json", "a.JSON", "a.ndjson", "a.jsonl", "a.jl"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_told_by_what_they_are(name: str, mark: str) -> None:
    data = mark + lines(ROW, ROW, ROW)
    assert is_json_lines(data.encode())
    assert len(taken_apart(KINDS, data, name)) == 3


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[\n{\n", b'{"a": 1}', b'{"a":\n1}\n{"a": 2}', b"{a}\n{b}\n", b"\xff\xfe{"]
)
def test_what_is_no_lines_of_json_is_told(data: bytes) -> None:
    assert not is_json_lines(data)


def test_one_that_is_broken_costs_the_others_nothing() -> None:
    data = f'{lines(ROW)}{{"headline": "cut\n\n[1, 2]\n{lines(ROW)}{{}}{{}}\n{lines(ROW).strip()}'
    found = taken_apart(KINDS, data, "a.jsonl")
    assert [one if isinstance(one, str) else one.title for one in found] == [
        "The bridge reopens",
        "no JSON at column 14: Unterminated string starting at",
        "this line is no object with names",
        "The bridge reopens",
        "several values in one line",
        "The bridge reopens",
    ]


def test_an_array_with_a_record_a_line_is_read_too() -> None:
    data = f"[\n{json.dumps(ROW)},\n{json.dumps(ROW)}\n]\n"
    assert len(taken_apart(KINDS, data, "a.jsonl")) == 2
    assert len(taken_apart(KINDS, data, "a.json")) == 2


def test_a_line_that_is_far_too_long_is_told_and_passed_over() -> None:
    long = json.dumps({**ROW, "short_description": "a " * LARGEST_RECORD})
    source = Watched(f"{long}\n{lines(ROW)}".encode())
    told, read = understood(open_json_lines(source, "a.jsonl"), "a.jsonl")
    assert told == "a record of 16 MB, which is no article"
    assert isinstance(read, Article)
    assert source.most <= 1 << 20


def test_records_lie_where_they_are_said_to() -> None:
    data = f"\n{lines(ROW)}  \r\n{lines(ROW)}\n".encode()
    first, second = open_json_lines(BytesSource(data), "a").spans()
    assert data[slice(*first[:2])] == data[slice(*second[:2])] == json.dumps(ROW).encode()
    assert first == Span(1, len(lines(ROW)))


def test_a_large_file_is_read_in_pieces() -> None:
    source = Watched(lines(*[ROW] * 20_000).encode())
    assert sum(1 for _ in open_json_lines(source, "a").spans()) == 20_000
    assert source.most <= 1 << 20
    assert source.total <= source.size + (2 << 20)


def test_records_without_a_text_are_counted_by_their_addresses() -> None:
    rows = [{"title": "Tide", "url": "https://a.com/1"}, {"title": "Ebb", "url": "none"}]
    with pytest.raises(PassedOverError) as told:
        taken_apart(KINDS, lines(*rows), "a.jsonl")
    assert (told.value.why, told.value.addresses) == ("no columns with a title and a text", 1)


def test_lines_that_are_none_are_told_in_a_line() -> None:
    with pytest.raises(ArticleError, match="no JSON at column 1: Expecting value"):
        taken_apart(KINDS, "The boat left.\n", "a.jsonl")
