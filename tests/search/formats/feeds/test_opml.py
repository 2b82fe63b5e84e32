"""Lists of feeds, in and out."""

from __future__ import annotations

import pytest

from search.errors import ArticleError
from search.formats.feeds.opml import ListedFeed, is_opml, read_opml, write_opml

LIST = b"""<?xml version="1.0"?><!-- ours --><opml version="1.1"><body><outline text="News">
<outline text="Quay &amp; Herald" type="rss" xmlUrl="https://quay.example/f"/>
<outline title="Twice" xmlurl="https://quay.example/f"/><outline XMLURL="https://tide.example/&#233;"/>
<outline text="No feed" xmlUrl="javascript:alert(1)"/></outline></body></opml>"""


def test_folders_are_passed_through_and_each_feed_comes_once() -> None:
    assert is_opml(LIST)
    assert read_opml(LIST, "a.opml") == [
        ListedFeed("https://quay.example/f", "Quay & Herald"),
        ListedFeed("https://tide.example/é", ""),
    ]


def test_what_is_written_is_read_again() -> None:
    feeds = [
        ListedFeed('https://a.example/?q="1"&b=<2>', 'A & "B" <c>'),
        ListedFeed("https://b.example/", "B"),
    ]
    assert read_opml(write_opml(feeds).encode(), "a.opml") == feeds


@pytest.mark.parametrize("other", [b"", b"<rss>", b"<html><opml>", b"<!---->" * 3_000])
def test_others_are_no_lists(other: bytes) -> None:
    assert not is_opml(other)


def test_a_broken_list_is_told() -> None:
    with pytest.raises(ArticleError, match="broken"):
        read_opml(LIST[:-9], "a.opml")
