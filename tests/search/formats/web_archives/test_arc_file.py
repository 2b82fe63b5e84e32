"""ARC files, plain and compressed."""

from __future__ import annotations

import pytest
from archive_files import TOLD, arc_head, arc_record, gzipped, packed, response
from opened import articles, opened, owns, story

from search import Article, ArticleError
from search.formats.container import BytesSource
from search.formats.web_archives import KINDS, arc_file

ARC = KINDS[2]
WHOLE = [
    arc_head(),
    arc_record(response()),
    arc_record(response(head=b"HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n")),
    arc_record(
        response(b"\x89PNG", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"), kind="image/png"
    ),
    arc_record(response(), "http://river.example/b").replace(
        b"text/html", b"text/html 200 - - 0 a.arc", 1
    ),
]


@pytest.mark.parametrize("data", [b"".join(WHOLE), packed(*WHOLE)], ids=["plain", "packed"])
def test_pages_that_were_found_are_articles(data: bytes) -> None:
    assert ARC.recognises
    assert ARC.recognises(data[:65_536])
    first, second = articles(ARC, data)
    assert (first.title, second.title) == ("Bridge reopens", "Bridge reopens")
    assert story(first)[0] == TOLD
    assert (first.url, first.published) == ("http://river.example/2019/03/14/bridge", "2019-03-14")
    assert owns(ARC, data) == ["http://river.example/2019/03/14/bridge", "http://river.example/b"]


@pytest.mark.parametrize(
    "data", [b"".join(WHOLE[:3])[:-50], packed(*WHOLE[:3])[:-50], WHOLE[0] + WHOLE[1] + b"\njunk"]
)
def test_what_is_before_the_damage_is_read(data: bytes) -> None:
    found = opened(ARC, data, "a.arc")
    assert isinstance(next(found), Article)
    with pytest.raises(ArticleError, match=r"a\.arc: damaged or cut short after [0-9,]+ bytes"):
        list(found)


def test_a_record_is_judged_by_its_own_bytes() -> None:
    cut = arc_record(b"HTTP/1.1 200 OK", "http://river.example/a")
    rest = arc_record(response(), "http://river.example/b")
    found = [span.records for span in ARC.open(BytesSource(cut + rest), "a").spans()]
    assert found == [0, 1]


def test_bombs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arc_file, "_MOST_ANYWAY", 1 << 20)
    bomb = packed(arc_head()) + gzipped(arc_record(response(bytes(20 << 20))))
    with pytest.raises(ArticleError, match="unpacks to more"):
        list(ARC.open(BytesSource(bomb), "a").spans())
    monkeypatch.undo()
    long = packed(arc_head(), arc_record(response(bytes(20 << 20))))
    [told] = opened(ARC, long)
    assert isinstance(told, ArticleError)
    assert "larger than 16 MB" in told.reason
