from __future__ import annotations

import pytest
from taken_apart import opened

from search.formats.container import PassedOverError
from search.formats.reading_lists import KINDS
from search.formats.reading_lists.bookmark_page import is_bookmark_page, is_bookmark_xml

NETSCAPE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<DL><p>
<DT><A HREF="https://a.com/?a=1&amp;b=2" ADD_DATE="1686813518">Tide</A>
<DD>A boat.
<DT><A HREF="javascript:alert(1)">Script</A>
<DT><A ADD_DATE="1" HREF='https://a.com/2'>Ebb</A>
</DL><p>
"""
POCKET = """<!DOCTYPE html>
<html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://a.com/1" time_added="1688628695" tags="sea">Tide</a></li>
</ul></body></html>
"""
POSTS = """<?xml version="1.0" encoding="UTF-8"?>
<posts user="jane"><post href="https://a.com/1" time="2016-10-31T15:57:56Z" description="Tide" />
<post description="Ebb" href="https://a.com/2" /></posts>
"""


@pytest.mark.parametrize(
    ("page", "name", "addresses"),
    [
        (NETSCAPE, "bookmarks.html", 2),
        (NETSCAPE, "bookmarks", 2),
        (POCKET, "ril_export.html", 1),
        (POSTS, "posts.xml", 2),
        (NETSCAPE.replace("https", "x"), "a.htm", 0),
    ],
)
def test_the_addresses_of_bookmarks_are_counted(page: str, name: str, addresses: int) -> None:
    with pytest.raises(PassedOverError) as told:
        opened(KINDS, page.encode(), name)
    assert told.value.addresses == addresses


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html><title>Tide</title><p>A Pocket Export</p>",
        b"<rss><channel><item><link>https://a.com</link></item></channel></rss>",
        b"\x00\xff",
    ],
)
def test_other_pages_are_left_to_others(data: bytes) -> None:
    assert not is_bookmark_page(data)
    assert not is_bookmark_xml(data)
