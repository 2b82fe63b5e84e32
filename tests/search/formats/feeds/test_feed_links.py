"""The feeds that a page names in its head."""

from __future__ import annotations

import time

import pytest

from search.formats.feeds.feed_links import feed_links
from search.formats.feeds.opml import ListedFeed

PAGE = "https://quay.example/news/"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" title="Quay &amp; News" href="/feed">',
            [ListedFeed("https://quay.example/feed", "Quay & News")],
        ),
        (
            "<LINK href=a.json type='application/feed+json' rel='home alternate' />",
            [ListedFeed("https://quay.example/news/a.json", "")],
        ),
        ('<link rel="stylesheet" type="application/rss+xml" href="/a">', []),
        ('<link rel="alternate" type="text/html" href="/a">', []),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:a()">', []),
        ('<link rel="alternate" type="application/rss+xml" href="http://[::1">', []),
        ('<link rel="alternate" type="application/rss+xml">', []),
    ],
)
def test_a_feed_is_told_by_what_its_link_says(head: str, expected: list[ListedFeed]) -> None:
    assert feed_links(f"<html><head>{head}</head>".encode(), PAGE) == expected


def test_each_is_named_once_and_those_of_comments_come_last() -> None:
    link = '<link rel="alternate" type="application/atom+xml" href="{}">'
    page = "".join(map(link.format, ["/comments/feed", "/a", "/b", "/a"]))
    assert [feed.url.rpartition("/")[2] for feed in feed_links(page.encode(), PAGE)] == [
        "a",
        "b",
        "feed",
    ]


@pytest.mark.parametrize("piece", ["<link ", '<link rel="', "<link rel = alternate type", "<"])
def test_looking_costs_no_more_than_the_page_is_long(piece: str) -> None:
    begun = time.process_time()
    assert feed_links((piece * 400_000).encode(), PAGE) == []
    assert time.process_time() - begun < 10
