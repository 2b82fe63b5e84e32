"""WARC files: which records are articles, and what is read of files that are damaged."""

from __future__ import annotations

import zlib

import pytest
from archive_files import HEAD, PAGE, TOLD, gzipped, info, packed, record, response
from opened import articles, opened, owns, story

from search import Article, ArticleError
from search.formats.container import BytesSource
from search.formats.web_archives import KINDS, warc_file, warc_pages

WARC = KINDS[0]
REDIRECT = b"HTTP/1.1 302 Found\r\nContent-Type: text/html\r\nLocation: /b\r\n"


def whole() -> list[bytes]:
    return [
        info(),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(response()),
        record(response(b"moved", REDIRECT)),
        record(response(b"\x89PNG", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n")),
        record(PAGE, "https://river.example/b", "resource", "text/html"),
        record(TOLD.encode(), "https://river.example/c", "conversion", "text/plain"),
        record(b"", "https://river.example/d", "revisit"),
    ]


@pytest.mark.parametrize(
    "data",
    [b"".join(whole()), packed(*whole()), gzipped(b"".join(whole()))],
    ids=["plain", "packed", "packed as a whole"],
)
def test_pages_that_were_found_are_articles(data: bytes) -> None:
    assert WARC.recognises
    assert WARC.recognises(data[:65_536])
    first, second, third = articles(WARC, data)
    assert first.title == second.title == "Bridge reopens"
    assert story(first)[0] == TOLD
    assert story(third) == [TOLD]
    assert owns(WARC, data) == [
        "https://river.example/2019/03/14/bridge",
        "https://river.example/b",
        "https://river.example/c",
    ]


def test_the_address_is_known_and_the_day_of_capture_is_no_publication() -> None:
    first, second, _ = articles(WARC, b"".join(whole()))
    assert first.url == "https://river.example/2019/03/14/bridge"
    assert (first.source, first.published) == ("river.example", "2019-03-14")
    assert first.evidence["url"] == "archived address"
    assert second.published is None


def test_what_the_page_states_outranks_where_it_was_fetched() -> None:
    stated = PAGE.replace(
        b"<title>", b'<link rel="canonical" href="https://river.example/own"><title>'
    )
    [article] = articles(WARC, record(response(stated)))
    assert article.url == "https://river.example/own"


def test_an_address_in_angle_brackets() -> None:
    assert owns(WARC, record(response(), "<https://river.example/a>")) == [
        "https://river.example/a"
    ]


CHUNKED = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, PAGE[:100], len(PAGE) - 100, PAGE[100:])
GZIPPED, DEFLATED = gzipped(PAGE), zlib.compress(PAGE)


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (b"Transfer-Encoding: chunked\r\n", CHUNKED),
        (b"Content-Encoding: gzip\r\n", GZIPPED),
        (b"Content-Encoding: deflate\r\n", DEFLATED),
        (b"Content-Encoding: gzip\r\n", PAGE),  # kept unpacked, its header as it was
        (b"Transfer-Encoding: chunked\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", PAGE),
        (b"Content-Length: 1000000\r\n", PAGE),
    ],
)
def test_transfer_and_content_encodings(fields: bytes, body: bytes) -> None:
    [article] = articles(WARC, record(response(body, HEAD + fields)))
    assert story(article)[0] == TOLD


def test_the_charset_that_the_server_states() -> None:
    body = PAGE.replace(b"Sunday", "Sonntag, dem schönen".encode("cp1250"))
    [article] = articles(WARC, record(response(body, HEAD.replace(b"utf-8", b"windows-1250"))))
    assert "schönen" in story(article)[0]


def test_what_is_cut_short_is_read_up_to_there() -> None:
    data = b"".join(
        [
            info(),
            record(response(), "https://river.example/a"),
            record(response(), "https://river.example/b"),
        ]
    )
    for cut in (
        data[:-100],
        packed(data[: len(info())], record(response()), record(response()))[:-60],
    ):
        found = opened(WARC, cut, "a.warc")
        assert isinstance(next(found), Article)
        with pytest.raises(
            ArticleError, match=r"a\.warc: damaged or cut short after [0-9,]+ bytes"
        ) as told:
            list(found)
        assert "\n" not in str(told.value)


def test_a_record_that_is_damaged_is_told_and_those_before_are_read() -> None:
    data = packed(info(), record(response()), record(response()))
    broken = bytearray(data)
    broken[-200:-150] = bytes(50)
    found = opened(WARC, bytes(broken), "a.warc.gz")
    assert isinstance(next(found), Article)
    with pytest.raises(ArticleError, match="damaged or cut short"):
        list(found)


def test_a_page_that_cannot_be_unpacked_stops_no_other() -> None:
    bad = response(GZIPPED[:40] + bytes(range(256)) * 2, HEAD + b"Content-Encoding: gzip\r\n")
    first, second = opened(WARC, record(bad) + record(response()))
    assert isinstance(first, ArticleError)
    assert not isinstance(second, ArticleError)


def test_bombs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    body = gzipped(bytes(17 << 20))
    [told] = opened(WARC, record(response(body, HEAD + b"Content-Encoding: gzip\r\n")))
    assert isinstance(told, ArticleError)
    assert told.reason == "larger than 16 MB: no page is that long"
    monkeypatch.setattr(warc_file, "_MOST_ANYWAY", 1 << 20)
    bomb = gzipped(record(bytes(20 << 20), kind="metadata"))
    with pytest.raises(ArticleError, match="unpacks to more"):
        list(WARC.open(BytesSource(bomb), "a").spans())


def test_pages_compressed_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_pages, "_MOST_PAGES", 2 * len(response()))
    data = gzipped(record(response()) * 3)
    assert [isinstance(one, ArticleError) for one in opened(WARC, data)] == [False, False, True]


@pytest.mark.parametrize(
    "data", [b"", b"WARC is a format.", b"WARC/1.0 is old\r\n", b"\x1f\x8b\x08junk", PAGE]
)
def test_other_files_are_none(data: bytes) -> None:
    for kind in KINDS:
        assert kind.recognises
        assert not kind.recognises(data)
